"""Rates above a hundred per cent."""

import re
from collections.abc import Iterable

from sections.language.numerals import normalise
from sections.rules._basis import CARE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_RATE = re.compile(
    r"(?:办结|答复|回复|满意|合格|公开|更新|处理|按时|按期|达标|及时|好评|覆盖)率[^，。；0-9%]{0,6}([0-9]+(?:\.[0-9]+)?)%"
)


class RateAboveHundred(Rule):
    """A share of a whole is at most 100 %."""

    code = "NB942"
    name = "比率超过100%"
    severity = Severity.ERROR
    checks = "办结率、答复率、满意率等比率是否超过100%。"
    why = "部分不会多于全部，超过100%必有笔误。"
    basis = CARE
    wrong = "按时办结率1000%。"
    right = "按时办结率100%。"
    how = "核对后改正。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such rate."""
        for piece in pieces(context.report):
            for match in _RATE.finditer(normalise(piece.text)):
                if float(match[1]) > 100:
                    yield self.finding(piece.where, f"“{match[0]}”超过了100%。", match[0])
