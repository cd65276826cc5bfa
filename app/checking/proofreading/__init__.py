"""Slips of the pen that no list holds: hints of ``check --proofread`` and of the review, loaded only then."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sections.report.report import Report
    from sections.rules.base import Suspicion


def proofread(report: "Report") -> "dict[str, tuple[Suspicion, ...]]":
    """The probable slips of a report's running text by paragraph. The first call loads the dictionary."""
    from app.checking.proofreading.reader import suspects
    from sections.rules._texts import pieces
    from sections.rules.base import Suspicion

    found: dict[str, tuple[Suspicion, ...]] = {}
    for piece in pieces(report):
        told = tuple(Suspicion(one.start, one.found, one.mend) for one in suspects(piece.text))
        found[piece.where] = found.get(piece.where, ()) + told
    return {where: told for where, told in found.items() if told}
