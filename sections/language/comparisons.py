"""What the words behind a number say of it against another year: 「15项，较去年增加8项，增长114.3%」."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from sections.language.quantities import COUNTS, STOPS, Number, Reduced, encoded, years_of
from sections.language.statement import Comparison
from sections.language.wordings import pattern

_TELLS: Final = pattern("去年|上年|上一年|同比|{other:年}{any 8}[增减升降多少]")
_BRACKETS: Final = re.compile(r"（[^（）]*）")
_JOINT: Final = pattern("({item 6 -（）})?[，、（） ]*(数量|总量|总数|同比|分别)?[，、（） ]*")
_LABEL: Final = re.compile(r"[\u3400-\u9fff“”《》]{4,14}$")
_LISTED: Final = encoded("其中")
_SAME: Final = pattern("(<较上年>|同比)(持平|相同|一致)")
_NUMBERED: Final = (
    ("by", pattern("(<较上年>|同比)<增减>{n}")),
    ("percent", pattern("(<较上年>|同比)?(<增减幅度>|<增减>){n:%}")),
    ("more", pattern("<增减>{n}")),
    ("was", pattern("([较比与同]?(去年|上年度?|上一年度?)|[较比与同]{year}度?)(同期)?{n}")),
    ("now", pattern("{n}")),
)
"""What a number is by the words before it: the first that fits."""
_LESS: Final = re.compile("[减下降少]")


@dataclass(frozen=True, slots=True)
class Compared:
    """A number of this year with what is said of its change, and the words from it to there."""

    number: Number
    place: int
    """Where in the reduced text its sign stands."""
    label: str
    """The words right before the number."""
    quote: str
    comparison: Comparison
    end: int
    """Where in the reduced text the words end."""
    earlier: tuple[Number, ...] = ()
    """Of a number in a list, those before it in the same unit: the change may speak of their total."""


@dataclass(frozen=True, slots=True)
class _Event:
    kind: str
    start: int
    end: int
    number: Number | None
    way: int
    year: int


@lru_cache(maxsize=4096)
def comparisons(line: Reduced) -> tuple[Compared, ...]:
    """Every number of a sentence whose change is told, in order."""
    return tuple(_compared(line)) if _TELLS.find(line) else ()


def comparison_at(line: Reduced, place: int) -> Compared | None:
    """What is said of the change of the number whose sign stands at ``place``."""
    return next((compared for compared in comparisons(line) if compared.place == place), None)


def _flat(text: str) -> str:
    """The text without brackets that tell of no change, everything else in its place."""
    return _BRACKETS.sub(
        lambda match: match[0] if _TELLS.regex.search(match[0]) else " " * len(match[0]), text
    )


def _events(line: Reduced, text: str) -> list[_Event]:
    """The numbers, and each 持平, in order."""
    found: dict[int, _Event] = {}
    for kind, words in _NUMBERED:
        for match in words.regex.finditer(text):
            place = match.start("n")
            start = place if kind == "now" else match.start()
            number = line.number(place)
            if kind == "percent" or number.measure in COUNTS:
                found.setdefault(place, _event(kind, line, start, match.end(), number))
    same = [_event("same", line, *match.span(), None) for match in _SAME.regex.finditer(text)]
    return sorted((*found.values(), *same), key=lambda event: event.start)


def _event(kind: str, line: Reduced, start: int, end: int, number: Number | None) -> _Event:
    words = line.sentence[line.origin(start) : number.start if number else line.origin(end)]
    year = next(iter(years_of(words)), 0)
    return _Event(kind, start, end, number, -1 if _LESS.search(words) else 1, year)


def _compared(line: Reduced) -> Iterator[Compared]:
    current: Compared | None = None
    seen: list[Number] = []
    text, end = _flat(line.text), 0
    for event in _events(line, text):
        bare = event.kind == "more" and (current is None or current.comparison.was is None)
        if event.kind == "now" or bare:
            if current and current.quote:
                yield current
            between = text[end : event.start]
            listed = _LISTED in text[: event.start] or STOPS["、"] in between
            current = _opened(event, line, seen if listed else [])
            seen += [event.number] if event.number else []
        elif current and _JOINT.regex.fullmatch(text, end, event.start):
            start = current.number.start - len(current.label)
            quote = line.sentence[start : line.origin(event.end)]
            current = replace(current, quote=quote, comparison=_with(current, event), end=event.end)
        end = event.end
    if current and current.quote:
        yield current


def _opened(event: _Event, line: Reduced, before: list[Number]) -> Compared | None:
    """The number that a change may follow; None for an approximate one, or a change of something else."""
    number = event.number
    if number is None or event.kind != "now" or not number.certain:
        return None
    label = _LABEL.search(line.sentence[: number.start])
    earlier = tuple(one for one in before if one.unit == number.unit)
    return Compared(number, event.start, label[0] if label else "", "", Comparison(), event.end, earlier)


def _with(current: Compared, event: _Event) -> Comparison:
    """What is known with one more event."""
    told, number = current.comparison, event.number
    told = replace(told, year=event.year or told.year)
    if number is None:
        return replace(told, way=0)
    if event.kind == "percent":
        way = event.way if told.way is None else told.way
        return replace(told, way=way, percent=event.way * number.amount) if number.exact else told
    if number.unit != current.number.unit or not number.certain:
        return told
    if event.kind == "was":
        return replace(told, was=number.amount)
    return replace(told, way=event.way, by=number.amount)
