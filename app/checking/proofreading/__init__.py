"""Slips of the pen that no list holds: hints of ``check --proofread`` and of the review, loaded only then."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sections.report.report import Report
    from sections.rules.base import Suspicion


def proofread(report: "Report") -> "dict[str, tuple[Suspicion, ...]]":
    """The probable slips of a report's running text by paragraph. The first call loads the dictionary.

    Raises ``SessionError`` where the dictionary is not installed."""
    from app.checking.proofreading.reader import suspects
    from app.errors import SessionError
    from sections.rules._texts import pieces
    from sections.rules.base import Suspicion

    found: dict[str, tuple[Suspicion, ...]] = {}
    for piece in pieces(report):
        try:
            told = tuple(
                Suspicion(suspect.start, suspect.found, suspect.mend) for suspect in suspects(piece.text)
            )
        except ImportError as error:
            raise SessionError(
                "查错别字的词典没有装好。", "请重新安装（make run），或者不用 --proofread。"
            ) from error
        found[piece.where] = found.get(piece.where, ()) + told
    return {where: told for where, told in found.items() if told}
