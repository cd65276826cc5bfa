"""Writing the numbers of a sentence anew: each slot takes today's number in the way it was worded before."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from prompts.narrative import focus
from prompts.narrative.amounts import Amounts
from prompts.narrative.sentence import SHORT_NAME, YEAR, Slot
from prompts.narrative.wording import change_in_words, round_number
from sections.language.numerals import read_quantity
from sections.language.quantities import quantities
from sections.report.report import Report
from sections.report.values import Quantity

_ROUNDED: Final = re.compile(r"(?P<number>[0-9]+)(?P<scale>[万亿]?)(?P<more>余|多)(?P<late>[万亿]?)")
_TENTHS: Final = re.compile(r"[0-9]+\.(?P<tenths>[0-9]{1,2})(?P<scale>[万亿])")
_HANZI: Final = re.compile("[一二两三四五六七八九][百千万](?=[余多])")
_EMPTY: Final = re.compile("（）|\\(\\)|，(?=[。；，])")
_NUMERALS: Final = "零一二三四五六七八九"
_HUNDREDS: Final = {"百": 100, "千": 1000, "万": 10_000}


class Renewal:
    """What sentences are brought up to date with: this year's report, and last year's for changes."""

    def __init__(self, report: Report, last: Report | None, settled: bool = False) -> None:
        """``settled``: the text is of this year; what is said of a number that stands goes on standing."""
        self._report, self._last, self._settled = report, last, settled
        self._now, self._was = Amounts(report), Amounts(last)

    def renewed(self, text: str, slots: Iterable[Slot]) -> tuple[str, tuple[Slot, ...], tuple[str, ...]]:
        """The text with today's numbers, its slots where they stand now, and the paths without a number.

        A slot without a number keeps its words."""
        parts: list[str] = []
        placed: list[Slot] = []
        open_paths: list[str] = []
        end = size = 0
        for slot in slots:
            before = text[end : slot.start]
            words = self._words(slot, text)
            if words is None:
                open_paths.append(slot.subject)
                words = text[slot.start : slot.end]
            parts += before, words
            size += len(before)
            if words:
                placed.append(Slot(slot.path, size, size + len(words)))
            size += len(words)
            end = slot.end
        parts.append(text[end:])
        made = "".join(parts)
        return (*_tidied(made, placed), tuple(dict.fromkeys(open_paths)))

    def number(self, path: str) -> Quantity | None:
        """Today's number of a path."""
        return self._now.of(path)

    def _words(self, slot: Slot, text: str) -> str | None:
        before = text[slot.start : slot.end]
        if slot.path == YEAR:
            return str(self._report.year)
        if slot.path == SHORT_NAME:
            short = self._report.profile.short_name
            return short if short[-1:] == before[-1:] else before  # 白石镇 is no other word for 镇政府
        if slot.path.startswith("profile."):
            value = str(getattr(self._report.profile, slot.path.removeprefix("profile.")))
            return before if before in value else value or None
        if slot.path in focus.FACTS:
            return self._listed(slot.path, before)
        now = self._now.of(slot.subject)
        if now is None:
            return None
        if slot.of_change:
            if self._settled and _written(text, slot) == now:
                return before
            was = self._was.of(slot.subject) or (None if self._settled else _written(text, slot))
            return change_in_words(before, now, was, _measure(text, slot))
        return in_style_of(before, now)

    def _listed(self, fact: str, before: str) -> str | None:
        """What the organ names as its focus now; None where the old list may be one of something else."""
        now, was = focus.names_of(self._report, fact), focus.names_of(self._last, fact)
        if not now or set(now) == set(focus.names_in(before)):
            return before
        return "、".join(now) if self._settled or focus.follows(before, now, was) else None


def _written(text: str, slot: Slot) -> Quantity | None:
    """The number that a change of last year's text stands behind."""
    return next((number.quantity for number in reversed(quantities(text)) if number.end <= slot.start), None)


def _measure(text: str, slot: Slot) -> str:
    """The measure of the last number before a change."""
    return next((number.measure for number in reversed(quantities(text)) if number.end <= slot.start), "")


def _tidied(text: str, slots: list[Slot]) -> tuple[str, tuple[Slot, ...]]:
    """Without the brackets and marks that a change left empty."""
    while (match := _EMPTY.search(text)) is not None:
        start, gone = match.start(), len(match[0])
        text = text[:start] + text[start + gone :]
        slots = [
            slot if slot.end <= start else Slot(slot.path, slot.start - gone, slot.end - gone)
            for slot in slots
        ]
    return text, tuple(slots)


def in_style_of(before: str, now: Quantity) -> str:
    """``now`` as ``before`` was written: 「六百余」 with 745 gives 「七百余」, 「1,234」 with 2345 「2,345」.

    An approximate answer stands as it was typed; 约 and 近 before an exact one are dropped."""
    if not now.exact:
        return now.words
    if read_quantity(before) == now:
        return before
    if (match := _HANZI.match(before)) is not None:
        return _rounded_hanzi(before, match[0], now.value) or str(now.value)
    if (rounded := _ROUNDED.fullmatch(before)) is not None:
        return _rounded(rounded, now.value) or str(now.value)
    if (tenths := _TENTHS.fullmatch(before)) is not None:
        return _in_tenths(tenths, now.value) or round_number(now.value)
    if "," in before and now.value >= 1000:
        return f"{now.value:,}"
    return round_number(now.value)


def _rounded(match: re.Match[str], value: int) -> str:
    """「600余」, 「18万余」 of another number, rounded down; empty where it is exact."""
    unit = {"万": 10**4, "亿": 10**8}.get(match["scale"] or match["late"], 1)
    digits = match["number"]
    step = unit * 10 ** (len(digits) - len(digits.rstrip("0")))
    down = value // step * step
    if not down or down == value or down % unit:
        return ""
    return f"{down // unit}{match['scale']}{match['more']}{match['late']}"


def _rounded_hanzi(before: str, head: str, value: int) -> str:
    step = _HUNDREDS[head[1]]
    first, rest = divmod(value, step)
    return f"{_NUMERALS[first]}{head[1]}{before[2]}" if 0 < first < 10 and rest else ""


def _in_tenths(match: re.Match[str], value: int) -> str:
    """「23.1万」 where last year 「21.6万」 stood; empty for a number that it would round."""
    unit = 10**4 if match["scale"] == "万" else 10**8
    step = unit // 10 ** len(match["tenths"])
    if value < unit or value % step:
        return ""
    return f"{Decimal(value) / unit:f}{match['scale']}"
