"""The same sentence twice in one report."""

from collections.abc import Iterable

from sections.language.sentences import sentences
from sections.rules._basis import CARE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_LEAST = 20


class RepeatedSentence(Rule):
    """A long sentence stands only once in a report."""

    code = "NB936"
    name = "同一句话出现两次"
    severity = Severity.WARNING
    checks = "20字以上的句子在报告中是否一字不差地出现两次以上。"
    why = "多为复制粘贴时重复，读来不严谨。"
    basis = CARE
    wrong = "（一）和（四）中都有“建立健全信息发布审核机制，落实先审后发、三级审核要求。”"
    right = "这句话只在（三）政府信息管理中出现一次。"
    how = "删去重复的一处，或改写。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each repeated sentence once."""
        seen: set[str] = set()
        told: set[str] = set()
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                if len(sentence) < _LEAST:
                    continue
                if sentence in seen and sentence not in told:
                    told.add(sentence)
                    yield self.finding(piece.where, "这句话在报告中出现了两次以上。", sentence)
                seen.add(sentence)
