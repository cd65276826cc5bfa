"""Changes against last year as the prose states them: 「15项，较去年增加8项，增长114.3%」."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sections.facts.cells.reading import cell_statements
from sections.language.numerals import normalise
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.rules._cells import Same, last_year, numbers
from sections.rules._contradiction import sums
from sections.rules._texts import Piece, pieces, plain_text
from sections.rules.base import Context, Fix

_UNIT: Final = r"(?:万?人次|万元|[条件项次篇场期个份宗起家册元名处户例])"
_NUMBER: Final = r"[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?"
_THAN: Final = r"(?:[较比与同](?:去年|上年度?|上一年度?|20[0-9]{2}年度?)(?:同期)?(?:相比)?[，,]?(?:同比)?)"
_SIGN: Final = "增加|新增|增长|上升|提高|提升|多|减少|下降|降低|少"
_RATE: Final = "增幅|增长率|增长幅度|涨幅|降幅|下降幅度"
_EVENT: Final = re.compile(
    rf"(?:{_THAN}|同比)(?P<sign>{_SIGN})了?(?P<delta>{_NUMBER})\s?(?P<dunit>{_UNIT})"
    rf"|(?:{_THAN}|同比)?(?P<psign>{_RATE}|{_SIGN})(?:了|为|达到?)?(?P<vague>约|近|超过?)?(?P<percent>{_NUMBER})%"
    rf"|(?P<bsign>{_SIGN})了?(?P<bare>{_NUMBER})\s?(?P<bunit>{_UNIT})"
    r"|[与和同](?:去年|上年度?|上一年度?)(?:同期)?(?:相比)?(?P<same>持平|相同|一致)"
    rf"|[较比与同]?(?:去年|上年度?|上一年度?)(?:同期)?(?:为|的|共|是)?(?P<was>{_NUMBER})\s?(?P<wunit>{_UNIT})"
    rf"|(?<![0-9.,第])(?P<now>{_NUMBER})(?P<rough>[万亿余多]+)?\s?(?P<unit>{_UNIT})"
)
_BRACKETS: Final = re.compile(r"（[^（）]*）")
_CHANGED: Final = re.compile("去年|上年|上一年|同比|20[0-9]{2}年.{0,8}[增减升降多少]")
_JOINT: Final = re.compile(r"[，、（）,\s]*(?:数量|总量|总数|同比|分别)?[，、（）,\s]*")
_LABEL: Final = re.compile(r"[\u3400-\u9fff“”《》]{4,14}$")
_BASE: Final = re.compile("[较比与同](20[0-9]{2})年")
_LEAST_LABEL: Final = 4
_LESS: Final = frozenset("减下降少")


@dataclass(frozen=True, slots=True)
class Change:
    """A number of this year (``now``) and what the words after it say of its change; None: not said."""

    now: Decimal
    unit: str
    label: str
    digits: str
    quote: str
    delta: Decimal | None = None
    percent: Decimal | None = None
    was: Decimal | None = None
    same: bool = False
    base: int = 0
    """The year that the words compare with, 0 where they say 去年."""
    earlier: tuple[Decimal, ...] = ()
    """Of a number in a list, those before it in the same unit: the change may speak of their total."""

    def rate_from(self, before: Decimal) -> Decimal | None:
        """The true change in per cent against ``before``; None when there is no base."""
        return (self.now - before) * 100 / before if before else None

    def of_the_total(self) -> "Iterator[Change]":
        """The same change as said of each earlier number."""
        return (replace(self, now=number, earlier=()) for number in self.earlier)

    def rate_holds(self, before: Decimal) -> bool:
        """Whether the stated percentage follows from ``before``, rounded or cut off."""
        rate = self.rate_from(before)
        if rate is None or self.percent is None:
            return False
        exponent = self.percent.as_tuple().exponent
        step = Decimal(1).scaleb(min(int(exponent), 0))
        if rate * self.percent < 0:
            return False
        return -step / 2 <= abs(rate) - abs(self.percent) < step


def with_number(piece: Piece, quote: str, old: str, new: str) -> Fix | None:
    """The quote with another last number, where both stand there just once."""
    if piece.text.count(quote) != 1 or quote.count(old) != 1:
        return None
    return Fix(f"把“{old}”改为“{new}”", piece.where, old=quote, new=quote.replace(old, new))


@dataclass(frozen=True, slots=True)
class Stated:
    """A change with its place, and last year's number where it is known: ``certain`` if from a table.

    ``others`` are what else the words may compare with (新收, or 新收 with 结转)."""

    piece: Piece
    change: Change
    before: Decimal | None = None
    certain: bool = False
    others: tuple[Decimal, ...] = ()


def stated(context: Context) -> tuple[Stated, ...]:
    """Every change against the year before that the narrative states."""
    last = last_year(context)
    return _stated(Same(context.report), None if last is None else Same(last))


@lru_cache(maxsize=4)
def _stated(report: Same, last: Same | None) -> tuple[Stated, ...]:
    found = []
    for piece in pieces(report.report):
        for sentence in sentences(piece.text):
            for change in changes(sentence):
                if change.base in {0, report.report.year - 1}:
                    found.append(_compared(Stated(piece, change), sentence, report, last))
    return tuple(found)


@lru_cache(maxsize=4096)
def changes(sentence: str) -> tuple[Change, ...]:
    """The changes that a sentence states, each with the number it is about."""
    sentence = sentence[:LONGEST_SENTENCE]
    return tuple(_changes(sentence)) if _CHANGED.search(sentence) else ()


def _changes(sentence: str) -> Iterator[Change]:
    plain = normalise(sentence)
    flat = _BRACKETS.sub(lambda m: m[0] if _CHANGED.search(m[0]) else " " * len(m[0]), plain)
    current: Change | None = None
    seen: list[tuple[str, Decimal]] = []
    start = end = 0
    for match in _EVENT.finditer(flat):
        now = match["now"] or (match["bare"] if current is None or current.was is None else None)
        if now:
            if current and current.quote:
                yield current
            listed = "其中" in flat[: match.start()] or "、" in flat[end : match.start()]
            unit = match["unit"] or match["bunit"]
            earlier = tuple(number for one, number in seen if listed and one == unit)
            current = _start(flat, match, now, earlier)
            seen.append((unit, _number(now)))
            start = match.start() - len(current.label if current else "")
        elif current and _JOINT.fullmatch(flat[end : match.start()]):
            year = _BASE.search(match[0])
            current = replace(
                _with(current, match),
                quote=sentence[start : match.end()],
                base=int(year[1]) if year else current.base,
            )
        end = match.end()
    if current and current.quote:
        yield current


def _start(text: str, match: re.Match[str], now: str, earlier: tuple[Decimal, ...]) -> Change | None:
    """The number that a change may follow; None for an approximate one, or a change of something else."""
    if match["rough"] or match["bare"]:
        return None
    label = _LABEL.search(text[: match.start()])
    words = label[0] if label else ""
    return Change(_number(now), match["unit"], words, now, "", earlier=earlier)


def _with(current: Change, match: re.Match[str]) -> Change:
    sign = -1 if _LESS & set(match["sign"] or match["psign"] or match["bsign"] or "") else 1
    delta, unit = match["delta"] or match["bare"], match["dunit"] or match["bunit"]
    if delta and unit == current.unit:
        return replace(current, delta=sign * _number(delta))
    if match["percent"] and not match["vague"]:
        return replace(current, percent=sign * _number(match["percent"]))
    if match["was"] and match["wunit"] == current.unit:
        return replace(current, was=_number(match["was"]))
    return replace(current, same=bool(match["same"]))


def _number(text: str) -> Decimal:
    return Decimal(re.sub("[,，]", "", text))


def _compared(one: Stated, sentence: str, report: Same, last: Same | None) -> Stated:
    """With last year's number of the same thing: from the tables, or of the same words in its text."""
    if last is None:
        return one
    for told in cell_statements(sentence):
        if told.number is not None and told.number.text == one.change.digits:
            now = sums(told.subject, numbers(report.report), frozenset())
            then = [Decimal(that.value) for that in sums(told.subject, numbers(last.report), frozenset())]
            for this, before in zip(now, then, strict=False):
                if this.value == one.change.now:
                    return replace(one, before=before, certain=True, others=tuple(then))
            return one
    return replace(one, before=_same_words(one.change.label, one.change.unit, plain_text(last.report)))


@lru_cache(maxsize=1024)
def _same_words(label: str, unit: str, text: str) -> Decimal | None:
    """The one number that stands in ``text`` behind the longest end of ``label`` found there."""
    for size in range(len(label), _LEAST_LABEL - 1, -1):
        words = label[-size:]
        found = set(re.findall(rf"{re.escape(words)}({_NUMBER})\s?{unit}", text)) if words in text else set()
        if found:
            return _number(found.pop()) if len(found) == 1 else None
    return None
