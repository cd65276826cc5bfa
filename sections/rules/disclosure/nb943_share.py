"""Shares of a whole: 「网上申请21件，占70%」."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from sections.language.numerals import normalise
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.rules._basis import CARE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_UNIT: Final = r"万元|人次|[条件项次篇场期个份宗起家名处例]"
_NUMBER: Final = r"[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?"
_SHARE: Final = re.compile(
    rf"(?<![0-9.,])(?P<n>{_NUMBER})\s?(?P<u>{_UNIT})[）)]?[，、（(]?(?P<words>占(?:比|到)?[^，。；0-9%]{{0,14}}?)"
    rf"(?P<p>{_NUMBER})%"
)
_WHOLE: Final = re.compile(rf"(?<![0-9.,第])(?P<n>{_NUMBER})(?P<rough>[万亿余多]+)?\s?(?P<u>{_UNIT})")
_ELSEWHERE: Final = re.compile("全[国省市区县州]|上年|去年|同期|[过近约逾]|左右|以上")
_BACK: Final = 2
"""Sentences before the share in which its whole may stand."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part with its stated percentage, and the numbers before it that it may be a part of."""

    part: Decimal
    percent: Decimal
    wholes: tuple[Decimal, ...]
    quote: str
    unit: str
    near: bool
    """Whether a whole stands in the same sentence."""

    def mended(self, where: str, whole: Decimal) -> Fix:
        """The percentage that follows, with as many places as the wrong one has."""
        step = Decimal(1).scaleb(min(int(self.percent.as_tuple().exponent), 0))
        due = f"{(self.part * 100 / whole).quantize(step, ROUND_HALF_UP)}%"
        wrong = f"{self.percent}%"
        return Fix(f"把“{wrong}”改为“{due}”", where, old=self.quote, new=self.quote.removesuffix(wrong) + due)

    def holds(self, whole: Decimal) -> bool:
        """Whether the percentage follows from ``whole``, rounded or cut off."""
        step = Decimal(1).scaleb(min(int(self.percent.as_tuple().exponent), 0))
        return -step / 2 <= self.part * 100 / whole - self.percent < step


class WrongShare(Rule):
    """A share follows from the part and the whole that stand before it."""

    code = "NB943"
    name = "占比与两个数不符"
    severity = Severity.ERROR
    checks = (
        "正文写“某项N件，占P%”的，用前文的总数重新计算，看P是否相符（四舍五入或舍尾都算相符）；"
        "前文有几个总数的，与其中一个相符即可；总数在前一两句的，只作提醒。"
    )
    why = "占比由两个数算出，任何人都能验算。"
    basis = CARE
    wrong = "收到申请30件，其中网上申请21件，占75%。"
    right = "收到申请30件，其中网上申请21件，占70%。"
    how = "占比＝该项÷总数×100%，按此改正，或核对两个数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each share that follows from no number before it."""
        for piece in pieces(context.report):
            for share in found_shares(piece.text):
                if share.wholes and not any(map(share.holds, share.wholes)):
                    whole = max(share.wholes)
                    due = (share.part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
                    words = f"“{share.quote}”：{share.part}÷{whole}＝{due}%，与所写的{share.percent}%不符。"
                    severity = None if share.near and len(share.wholes) == 1 else Severity.WARNING
                    sure = severity is None and piece.text.count(share.quote) == 1
                    fix = share.mended(piece.where, whole) if sure else None
                    yield self.finding(piece.where, words, share.quote, fix, severity)


@lru_cache(maxsize=256)
def found_shares(text: str) -> tuple[Share, ...]:
    """Every share of ``text``."""
    if "占" not in text or ("%" not in text and "％" not in text):
        return ()
    parts = [normalise(sentence[:LONGEST_SENTENCE]) for sentence in sentences(text)]
    return tuple(share for place in range(len(parts)) for share in _shares(parts, place))


def _shares(parts: list[str], place: int) -> Iterator[Share]:
    shares = list(_SHARE.finditer(parts[place])) if "占" in parts[place] else []
    taken = {match.start() for match in shares}
    for match in shares:
        if _ELSEWHERE.search(match["words"]):
            continue
        part, unit = _number(match["n"]), match["u"]
        own = _wholes(parts[place][: match.start()], unit, part, taken)
        back = _wholes("".join(parts[max(0, place - _BACK) : place]), unit, part, set())
        wholes = own or back or _added(shares)
        yield Share(part, _number(match["p"]), wholes, match[0], unit, bool(own))


def _added(shares: list[re.Match[str]]) -> tuple[Decimal, ...]:
    """The sum of the parts, where their percentages say that they are the whole."""
    percent = sum((_number(match["p"]) for match in shares), Decimal(0))
    return (sum((_number(match["n"]) for match in shares), Decimal(0)),) if abs(percent - 100) <= 1 else ()


def _wholes(text: str, unit: str, part: Decimal, taken: set[int]) -> tuple[Decimal, ...]:
    """The numbers in ``unit`` not smaller than the part and no parts themselves; none when one is rough."""
    found = [match for match in _WHOLE.finditer(text) if match["u"] == unit and match.start() not in taken]
    if any(match["rough"] for match in found):
        return ()
    return tuple(dict.fromkeys(n for match in found if (n := _number(match["n"])) >= part and n))


def _number(text: str) -> Decimal:
    return Decimal(re.sub("[,，]", "", text))
