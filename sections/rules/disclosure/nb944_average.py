"""Averages that do not follow."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from sections.language.quantities import counts
from sections.language.sentences import sentences
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_AVERAGE: Final = re.compile(
    r"(?:平均每(?:个)?(?=[月季周天日])|[月季日]均|平均到每(?=[月季周天日]))(?P<span>月|季度?|周|[天日])?[^，。；0-9]{0,8}(?P<n>[0-9]+(?:\.[0-9]+)?)\s?"
    r"(?P<unit>万?(?:人次|件|条|篇|期|次|场))"
)
_TIMES: Final = {"月": (12,), "季": (4,), "季度": (4,), "周": (52,)} | dict.fromkeys("天日", (240, 366))
"""How often in a year; of days between the working days and all."""
_EACH: Final = re.compile(
    r"(?:[场期次]均|平均每[场期次]|每[场期次]平均)[^，。；0-9]{0,6}(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<unit>人次|[人条件篇])"
)
_BY_PERIOD: Final = re.compile(
    r"(?:按|逐)(?P<span>月|季度?)(?!度?[内底末])[^，。；、0-9每]{0,10}?(?P<n>[0-9]{1,3})(?:次|期|轮)(?!以上)"
)
"""「按季度检查4次」: once a quarter, or as often in each."""
_NAMES: Final = {"月": "月", "季": "季度", "季度": "季度"}
_NEARLY: Final = Decimal("0.03")


class Average(Rule):
    """「430篇，平均每月36篇」: the average is the whole over the months."""

    code = "NB944"
    name = "平均数与总数不符"
    severity = Severity.WARNING
    checks = (
        "同一句写了全年总数和“平均每月（季度、周）”的，用总数除以12（4、52）核对，四舍五入或舍尾都算相符；"
        "“日均”按全年的天数或工作日核对，“场均”“平均每期”用同一句的场数核对；“按季度检查5次”次数不是4的倍数的，只作提示。"
    )
    why = "平均数由总数算出，算错了一看便知。"
    basis = ACCURATE
    wrong = "全年发布稿件430篇，平均每月43篇。"
    right = "全年发布稿件430篇，平均每月36篇。"
    how = "平均数＝全年总数÷12（按季÷4）。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each average that no other number of its sentence gives."""
        for piece in pieces(context.report):
            for quote, times, name in _by_period(piece.text):
                words = f"“{quote}”：一年有{times}个{name}，次数不是{times}的倍数，请核对。"
                yield self.finding(piece.where, words, quote, severity=Severity.INFO)
            for sentence in sentences(piece.text) if "均" in piece.text else ():
                yield from (self.finding(piece.where, *one) for one in _each(sentence))
                for match in _AVERAGE.finditer(sentence):
                    span = match["span"] or match[0][0].replace("平", "季")
                    rest = f"{sentence[: match.start()]}，{sentence[match.end() :]}"
                    words = _wrong(rest, match, _TIMES[span])
                    if words:
                        yield self.finding(piece.where, words, match[0])


def _by_period(text: str) -> Iterator[tuple[str, int, str]]:
    """(quote, periods of a year, their name) of each 「按季度检查5次」: not so often in each of them."""
    for match in _BY_PERIOD.finditer(text):
        times = _TIMES[match["span"]][0]
        if int(match["n"]) % times:
            yield match[0], times, _NAMES[match["span"]]


def _each(sentence: str) -> Iterator[tuple[str, str]]:
    """(message, quote) of each 「3场……120人次，场均30人次」 that does not follow."""
    numbers = counts(sentence)
    for match in _EACH.finditer(sentence):
        before = [number for number in numbers if number.stop <= match.start() and number.certain]
        times = [number.amount for number in before if number.measure in "场期次" and number.amount]
        wholes = [number.amount for number in before if number.measure == match["unit"]]
        if len(times) == 1 and len(wholes) == 1:
            due = wholes[0] / times[0]
            if not _follows(Decimal(match["n"]), due):
                shown = due.quantize(Decimal("0.1"))
                yield f"{wholes[0]}÷{times[0]}＝{shown}，“{match[0]}”与此不符。", match[0]


def _wrong(before: str, match: re.Match[str], times: tuple[int, ...]) -> str:
    scale = Decimal(10_000) if match["unit"].startswith("万") else Decimal(1)
    unit, said = match["unit"].removeprefix("万"), Decimal(match["n"]) * scale
    wholes = [
        number.amount
        for number in counts(before)
        if number.exact and number.unit == unit and number.amount >= said
    ]
    if not wholes or any(_between(said, whole, times) for whole in wholes):
        return ""
    due = (wholes[-1] / times[-1]).quantize(Decimal("0.1"))
    return f"总数{wholes[-1]}{unit}，{match[0]}与总数不符，应约为{due}{unit}。"


def _between(said: Decimal, whole: Decimal, times: tuple[int, ...]) -> bool:
    """Whether an average follows, of several ways to count between their results."""
    dues = [whole / each for each in times]
    return min(dues) <= said <= max(dues) or any(_follows(said, due) for due in dues)


def _follows(said: Decimal, due: Decimal) -> bool:
    return abs(said - due) < max(Decimal(1), due * _NEARLY)
