"""Averages that do not follow."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from sections.language.quantities import counts
from sections.language.sentences import sentences
from sections.rules._basis import CARE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_AVERAGE: Final = re.compile(
    r"(?:平均每(?:个)?|[月季]均|平均到每)(?P<span>月|季度?|周)?[^，。；0-9]{0,8}(?P<n>[0-9]+(?:\.[0-9]+)?)\s?"
    r"(?P<unit>件|条|篇|期|次|场)"
)
_TIMES: Final = {"月": 12, "季": 4, "季度": 4, "周": 52}
_NEARLY: Final = Decimal("0.03")


class Average(Rule):
    """「430篇，平均每月36篇」: the average is the whole over the months."""

    code = "NB944"
    name = "平均数与总数不符"
    severity = Severity.WARNING
    checks = (
        "同一句写了全年总数和“平均每月（季度、周）”的，用总数除以12（4、52）核对，四舍五入或舍尾都算相符。"
    )
    why = "平均数由总数算出，算错了一看便知。"
    basis = CARE
    wrong = "全年发布稿件430篇，平均每月43篇。"
    right = "全年发布稿件430篇，平均每月36篇。"
    how = "平均数＝全年总数÷12（按季÷4）。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each average that no other number of its sentence gives."""
        for piece in pieces(context.report):
            for sentence in sentences(piece.text) if "均" in piece.text else ():
                for match in _AVERAGE.finditer(sentence):
                    span = match["span"] or ("月" if match[0].startswith("月") else "季")
                    rest = f"{sentence[: match.start()]}，{sentence[match.end() :]}"
                    words = _wrong(rest, match, _TIMES[span])
                    if words:
                        yield self.finding(piece.where, words, match[0])


def _wrong(before: str, match: re.Match[str], times: int) -> str:
    said = Decimal(match["n"])
    wholes = [
        number.amount
        for number in counts(before)
        if number.certain and number.measure == match["unit"] and number.amount >= said
    ]
    if not wholes or any(_follows(said, whole / times) for whole in wholes):
        return ""
    due = (wholes[-1] / times).quantize(Decimal("0.1"))
    return f"总数{wholes[-1]}{match['unit']}，{match[0]}与总数不符，应约为{due}{match['unit']}。"


def _follows(said: Decimal, due: Decimal) -> bool:
    return abs(said - due) < max(Decimal(1), due * _NEARLY)
