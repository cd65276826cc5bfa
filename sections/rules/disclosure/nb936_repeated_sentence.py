"""The same sentence twice in one report."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from sections.language.sentences import sentences
from sections.rules._basis import CARE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_LEAST = 20
_FRAGMENT = 32
"""Characters that stand in two sentences only by copying; names of documents apart."""
_TITLES = re.compile("《[^《》]*》")


class RepeatedSentence(Rule):
    """A long sentence stands only once in a report."""

    code = "NB936"
    name = "同一句话出现两次"
    severity = Severity.INFO
    checks = "20字以上的句子在报告中是否一字不差地出现两次以上；两句话中有32字以上相同的，只作提示。"
    why = "多为复制粘贴时重复，读来不严谨。"
    basis = CARE
    wrong = "（一）和（四）中都有“建立健全信息发布审核机制，落实先审后发、三级审核要求。”"
    right = "这句话只在（三）政府信息管理中出现一次。"
    how = "删去重复的一处，或改写。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each repeated sentence once."""
        yield from self._fragments(context)
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

    def _fragments(self, context: Context) -> Iterable[Finding]:
        """The greater part of a sentence that stands in another one too: a hint, once for each pair."""
        known: dict[str, str] = {}
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                plain = _TITLES.sub("", sentence)
                starts = range(0, len(plain) - _FRAGMENT + 1)
                other = next(
                    (known[one] for at in starts if (one := plain[at : at + _FRAGMENT]) in known), ""
                )
                if other and sentence != other:
                    match = SequenceMatcher(None, sentence, other, autojunk=False).find_longest_match()
                    words = sentence[match.a : match.a + match.size]
                    yield self.finding(
                        piece.where, "这段话在报告中出现了两次。", words, severity=Severity.INFO
                    )
                for at in starts:
                    known.setdefault(plain[at : at + _FRAGMENT], sentence)
