"""Slips of the pen that a dictionary makes likely."""

from collections.abc import Iterable

from sections.language.misspellings import misspellings
from sections.language.slips import Slip, doubled, excerpt
from sections.rules._basis import LANGUAGE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity
from sections.rules.disclosure.nb970_misspelt import misspelt


class SuspectedSlip(Rule):
    """Where one character more, less or other makes much likelier words; the rest is a person's to say."""

    code = "NB974"
    name = "疑似错别字"
    severity = Severity.INFO
    checks = (
        "用词典切分正文，找出换一个同音、形近的字，或者补、删、对调一个字就成为常用词的地方。"
        "检查命令加 --proofread 时才查，检查界面在后台查；只作提示，从不自动改。"
    )
    why = "清单以外的错字、漏字、多字，逐字读才看得出来，提示可以少漏几处。"
    basis = LANGUAGE
    wrong = "加强统筹协条，做好公开工坐。"
    right = "加强统筹协调，做好公开工作。"
    how = "对照上下文看一看，写错的改正；没有错的不用理会。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each suspicion that no other rule tells already."""
        for piece in pieces(context.report) if context.suspected else ():
            told = _told(piece.text)
            for suspicion in context.suspected.get(piece.where, ()):
                if not piece.text.startswith(suspicion.found, suspicion.start) or any(
                    slip.start < suspicion.start + len(suspicion.found)
                    and suspicion.start < slip.start + len(slip.found)
                    for slip in told
                ):
                    continue
                quote = excerpt(piece.text, suspicion.start, len(suspicion.found))
                yield self.finding(
                    piece.where, f"“{suspicion.found}”疑为“{suspicion.mend}”之误，请核对。", quote
                )


def _told(text: str) -> list[Slip]:
    return [*misspelt(text), *doubled(text), *(misspelling.slip for misspelling in misspellings(text))]
