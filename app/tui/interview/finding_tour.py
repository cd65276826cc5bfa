"""Which finding comes next, when one goes from one to the next and mends them on the way."""

from collections.abc import Sequence

from sections.rules.base import Finding, Severity


class FindingTour:
    """Remembers the finding one went to last, its place in the list, and where one stood then."""

    def __init__(self) -> None:
        self._last: tuple[int, Finding] | None = None
        self._section = ""

    def next(self, findings: Sequence[Finding], section: str) -> int:
        """The place in ``findings`` (not empty) of the next one, wrapping round; where the last one was
        mended, of the one that took its place. Whoever went to another ``section`` begins with what is
        wrong there."""
        went = self._last is None or section not in (self._section, self._last[1].section)
        self._section = section
        place = 0
        if went:
            here = (one.section == section and one.severity is not Severity.INFO for one in findings)
            place = next((n for n, it_is in enumerate(here) if it_is), 0)
        elif self._last is not None:
            place, last = self._last
            still_there = place < len(findings) and _same(findings[place], last)
            place = (place + still_there) % len(findings)
        self._last = (place, findings[place])
        return place


def _same(finding: Finding, other: Finding) -> bool:
    return (finding.code, finding.where) == (other.code, other.where)
