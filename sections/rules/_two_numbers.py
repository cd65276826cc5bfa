"""Changes told beside both of their numbers: 「由780条增至862条，增长10.5%」.

Nothing but the sentence is needed to judge them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sections.language.cell_statements import cell_statements
from sections.language.numerals import chinese_number, normalise
from sections.language.sentences import sentences
from sections.report.report import Report
from sections.rules._cells import last_year, numbers
from sections.rules._contradiction import sums
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context

_N: Final = "[0-9]+(?:\\.[0-9]+)?"
_UNIT: Final = "万?(?:人次|[件起宗例条篇次个项期场家份人名])|[万亿]?元"
_LAST: Final = "(?:(?:上一?年|去年|20[0-9]{2}年)度?(?:同期)?的?)?"
_MORE: Final = "增加|增长|上升|提升|提高|扩大|升|增"
_LESS: Final = "减少|下降|降低|压减|缩减|减|降"
_FROM: Final = (
    rf"[由从]{_LAST}(?P<was>{_N})(?P<unit>{_UNIT})(?:大幅|逐步)?(?P<way>{_MORE}|{_LESS})(?:至|到|为)"
)
_TO: Final = rf"{_LAST}(?P<now>{_N})(?P=unit)"
_HANZI: Final = "[一二两三四五六七八九]"
_BY: Final = (
    rf"(?:(?P<turn>{_HANZI})番|(?P<tenths>{_HANZI}|[1-9])成(?P<half>半)?|(?P<times>{_N})倍|(?P<by>{_N})(?P<measure>%|(?P=unit)))"
    "(?![多余0-9.])"
)
_SAID: Final = rf"(?:同比|净)?(?:(?:{_MORE}|{_LESS})(?:率|幅度)?|[增升涨降]幅|翻)(?:了|为|达到?|是)?"
_BEHIND: Final = re.compile(rf"{_FROM}{_TO}[，、（(]?(?P<said>{_SAID}){_BY}")
_BEFORE: Final = re.compile(
    rf"(?P<change>(?:{_MORE}|{_LESS})了?(?P<by>{_N})%)[，、]{_FROM}{_TO}(?![，、（(]?(?:{_SAID})[0-9])"
)
_NEARLY_SAME: Final = re.compile(
    rf"(?P<now>{_N})(?P<unit>{_UNIT})[，、]?(?:[与较同和]{_LAST}(?P<was>{_N})(?P=unit)基本(?:持平|相当|一致)"
    rf"|基本(?:持平|相当)于{_LAST}(?P<other>{_N})(?P=unit))"
)
_AS_LAST_YEAR: Final = re.compile(
    "[，、]?[与较同和](?:上一?年|去年)度?(?:同期)?(?:相比)?基本(?:持平|相当|一致)"
)
_GATE: Final = re.compile("[至到为]|基本")
_SPREAD: Final = Decimal("0.15")
"""How far 「翻一番」 and 「基本持平」 may be from what they name."""
_FEW: Final = 2
_TENTH: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Between:
    """A change that does not follow from its two numbers; ``measure``: %, 番, 成, 倍, 持平 or a unit."""

    piece: Piece
    measure: str
    quote: str
    words: str


def between_two(context: Context) -> Iterator[Between]:
    """Each change that the numbers beside it contradict."""
    for piece in pieces(context.report):
        for sentence in sentences(piece.text) if _GATE.search(piece.text) else ():
            yield from _of_sentence(piece, normalise(sentence))
            yield from _as_last_year(context, piece, sentence)


def _of_sentence(piece: Piece, sentence: str) -> Iterator[Between]:
    for match in _BEHIND.finditer(sentence):
        was, now = Decimal(match["was"]), Decimal(match["now"])
        measure = _measure(match)
        if was and not _holds(match, was, now, measure):
            yield Between(piece, measure, match[0], _words(match[0], was, now))
    for match in _BEFORE.finditer(sentence):
        was, now = Decimal(match["was"]), Decimal(match["now"])
        if was and not _is_rate(match["by"], was, now):
            yield Between(piece, "%", match[0], _words(match[0], was, now))
    for match in _NEARLY_SAME.finditer(sentence):
        was, now = Decimal(match["was"] or match["other"]), Decimal(match["now"])
        if not _nearly_same(was, now):
            yield Between(
                piece, "持平", match[0], f"“{match[0]}”：两个数相差{abs(now - was)}，不是基本持平。"
            )


def _as_last_year(context: Context, piece: Piece, sentence: str) -> Iterator[Between]:
    """「新收申请51件，与上年基本持平」 beside 42 of last year's table."""
    last = last_year(context)
    match = _AS_LAST_YEAR.search(sentence)
    if match is None or last is None:
        return
    for said in cell_statements(sentence):
        if said.number is None or said.number.stop != match.start() or said.part or said.year:
            continue
        pairs = [
            (one, other)
            for one, other in zip(
                _values(context.report, said.subject), _values(last, said.subject), strict=False
            )
            if one == said.value
        ]
        if pairs and not any(_nearly_same(was, now) for now, was in pairs):
            words = f"“{said.quote}{match[0]}”：上年报告的表格中为{pairs[0][1]}件，不是基本持平。"
            yield Between(piece, "持平", said.quote + match[0], words)


def _values(report: Report, subject: str) -> list[Decimal]:
    return [Decimal(one.value) for one in sums(subject, numbers(report), report.unreadable)]


def _holds(match: re.Match[str], was: Decimal, now: Decimal, measure: str) -> bool:
    if measure == "番":
        times = Decimal(2) ** _digit(match["turn"])
        return abs(now / was - times) < times * _SPREAD
    if measure == "成":
        said = _digit(match["tenths"]) / 10 + (_TENTH / 2 if match["half"] else 0)
        return abs(abs(now - was) / was - said) < (_TENTH / 4 if match["half"] else _TENTH)
    if measure == "倍":
        told = Decimal(match["times"])
        step = Decimal(1).scaleb(min(int(told.as_tuple().exponent), 0))
        return -step / 2 <= abs(now - was) / was - told < step
    if measure == "%":
        return _is_rate(match["by"], was, now)
    return abs(now - was) == Decimal(match["by"])


def _measure(match: re.Match[str]) -> str:
    named = (sign for sign, group in (("番", "turn"), ("成", "tenths"), ("倍", "times")) if match[group])
    return next(named, match["measure"] or "")


def _is_rate(said: str, was: Decimal, now: Decimal) -> bool:
    rate, told = abs(now - was) * 100 / was, Decimal(said)
    step = Decimal(1).scaleb(min(int(told.as_tuple().exponent), 0))
    return -step / 2 <= rate - told < step


def _nearly_same(was: Decimal, now: Decimal) -> bool:
    return abs(now - was) <= max(Decimal(_FEW), was * _SPREAD)


def _digit(text: str) -> Decimal:
    return Decimal(2 if text == "两" else int(text) if text.isdecimal() else chinese_number(text) or 0)


def _words(quote: str, was: Decimal, now: Decimal) -> str:
    turn = "增长" if now >= was else "下降"
    rate = (abs(now - was) * 100 / was).quantize(_TENTH)
    return f"“{quote}”：由{was}到{now}，应为{turn}{rate}%（相差{abs(now - was)}）。"
