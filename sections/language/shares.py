"""Shares of a whole in running text: 「网上申请21件，占70%」."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sections.language.numerals import normalise
from sections.language.quantities import COUNTS, Number, counts, quantities, reduced
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.language.wordings import pattern

_SHARE: Final = pattern("{n}[）)]?[，、（(]?占(比|到)?{clause 14}{other:%}")
_RATE: Final = re.compile(
    r"(?P<what>满意|采纳|合格|整改|达标|优秀|回收)(?:[^，。；、0-9]{0,6})(?P<n>[0-9]+)(?P<unit>[件条份项个次人名家户张票篇])"
    r"[，、（](?:综合|总体|群众)?(?P=what)(?:率|度)(?:为|达到|达)?(?P<percent>[0-9.]+)[%％]"
)
"""「满意464份，满意率96.3%」: the share has the name of its part."""
_OF_WHOLE: Final = re.compile(
    r"(?P<n>[0-9]+)(?P<unit>[件条份项个次人名家户张票篇])[，、（]占[^，。；0-9]{0,12}?(?P<whole>[0-9]+)(?P=unit)的(?P<percent>[0-9.]+)[%％]"
)
"""「办结51件，占应办54件的94.4%」: the whole stands behind."""
_RESPECTIVE: Final = re.compile(r"分别占[^，。；0-9]{0,8}[0-9.]+[%％](?:[、和][0-9.]+[%％])+")
_ELSEWHERE: Final = re.compile("全[国省市区县州]|上年|去年|同期|[过近约逾]|左右|以上")
"""Words of a share of something that stands elsewhere."""
_BACK: Final = 2
"""Sentences before the share in which its whole may stand."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part with its stated percentage, and the numbers before it that it may be a part of."""

    part: Number
    percent: Number
    wholes: tuple[Decimal, ...]
    quote: str
    near: bool
    """Whether a whole stands in the same sentence."""


@dataclass(frozen=True, slots=True)
class _Told:
    part: Number
    percent: Number
    quote: str
    words: str


@lru_cache(maxsize=256)
def found_shares(text: str) -> tuple[Share, ...]:
    """Every share of ``text``."""
    if not ("占" in text or "率" in text) or ("%" not in text and "％" not in text):
        return ()
    lines = [sentence[:LONGEST_SENTENCE] for sentence in sentences(text)]
    return tuple(share for place in range(len(lines)) for share in _shares(lines, place))


def _told_shares(sentence: str) -> Iterator[_Told]:
    line = reduced(sentence)
    for match in _SHARE.find(line):
        part, percent = line.number(match.start("n")), line.number(match.end() - 1)
        if part.measure in COUNTS and part.certain:
            quote = line.sentence[part.start : percent.stop]
            yield _Told(part, percent, quote, line.sentence[part.stop : percent.start])


def _rates(sentence: str) -> Iterator[Share]:
    """The rates of parts that bear their names, against the numbers before them."""
    plain = normalise(sentence)
    for match in _RATE.finditer(plain):
        numbers = {number.start: number for number in quantities(plain)}
        part, percent = (numbers.get(match.start(name)) for name in ("n", "percent"))
        if part is not None and percent is not None and part.certain and percent.exact:
            wholes = _wholes(plain[: part.start], part, set())
            yield Share(part, percent, wholes, match[0], near=False)


def _of_whole(sentence: str) -> Iterator[Share]:
    plain = normalise(sentence)
    for match in _OF_WHOLE.finditer(plain):
        numbers = {number.start: number for number in quantities(plain)}
        part, whole, percent = (numbers.get(match.start(name)) for name in ("n", "whole", "percent"))
        if part is not None and whole is not None and percent is not None and part.certain and whole.certain:
            yield Share(part, percent, (whole.amount,), match[0], near=True)


def _respective(sentence: str) -> Iterator[Share]:
    """「共27家，公办9家、民办18家，分别占33.3%、66.7%」: the parts in their order."""
    for match in _RESPECTIVE.finditer(sentence):
        percents = [number for number in quantities(sentence) if match.start() <= number.start < match.end()]
        before = counts(sentence[: match.start()])
        parts = before[-len(percents) :]
        wholes = before[: -len(percents)]
        if len({number.unit for number in parts}) == 1 and len(parts) == len(percents):
            for part, percent in zip(parts, percents, strict=True):
                amounts = tuple(
                    number.amount for number in wholes if number.unit == part.unit and number.certain
                )
                if part.certain and percent.exact and amounts:
                    quote = sentence[parts[0].start : match.end()]
                    yield Share(
                        part, percent, tuple(n for n in amounts if n >= part.amount), quote, near=False
                    )


def _shares(lines: list[str], place: int) -> Iterator[Share]:
    if "分别占" in lines[place]:
        yield from _respective(normalise(lines[place]))
        return
    yield from _of_whole(lines[place])
    told = list(_told_shares(lines[place])) if "占" in lines[place] else []
    taken = {statement.part.start for statement in told}
    if "率" in lines[place]:
        yield from _rates(lines[place])
    for statement in told:
        if not statement.percent.exact or _ELSEWHERE.search(statement.words):
            continue
        own = _wholes(lines[place][: statement.part.start], statement.part, taken)
        back = _wholes("".join(lines[max(0, place - _BACK) : place]), statement.part, set())
        wholes = own or back or _added(told)
        yield Share(statement.part, statement.percent, wholes, statement.quote, bool(own))


def _added(told: list[_Told]) -> tuple[Decimal, ...]:
    """The sum of the parts, where their percentages say that they are the whole."""
    percent = sum((statement.percent.amount for statement in told), Decimal(0))
    return (
        (sum((statement.part.amount for statement in told), Decimal(0)),) if abs(percent - 100) <= 1 else ()
    )


def _wholes(text: str, part: Number, taken: set[int]) -> tuple[Decimal, ...]:
    """The numbers in the unit of the part, not smaller and no parts themselves; none when one is rough."""
    found = [
        number
        for number in quantities(text)
        if number.unit == part.unit
        and number.start not in taken
        and text[number.start - 1 : number.start] != "第"
    ]
    if not all(number.certain for number in found):
        return ()
    return tuple(dict.fromkeys(n for number in found if (n := number.amount) >= part.amount and n))
