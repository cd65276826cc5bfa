"""Which finding comes next, when one goes from one to the next and mends them on the way."""

from collections.abc import Sequence

from sections.rules.base import Finding


class FindingTour:
    """Remembers the finding one went to last, and its place in the list."""

    def __init__(self) -> None:
        self._last: tuple[int, Finding] | None = None

    def next(self, findings: Sequence[Finding]) -> int:
        """The place in ``findings`` (not empty) of the next one, wrapping round; where the last one was
        mended, of the one that took its place."""
        place = 0
        if self._last is not None:
            place, last = self._last
            still_there = place < len(findings) and _same(findings[place], last)
            place = (place + still_there) % len(findings)
        self._last = (place, findings[place])
        return place


def _same(finding: Finding, other: Finding) -> bool:
    return (finding.code, finding.where) == (other.code, other.where)
