"""Where the 落款 stands: organ and date, with a seal or without (GB/T 9704-2012, 7.3.5)."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.documents.layouts import Layout
from app.documents.name_wrap import line_width
from sections.report.parts import Signature

_QUARTER: Final = 0.25
"""Of a character: what word processors may set between a digit and 年, 月, 日."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the 落款: characters from the left edge of the text, and how many make a line of it."""

    text: str
    left: float
    width: float


def placed(signature: Signature, layout: Layout) -> tuple[Placed, ...]:
    """Organ and, where there is one, date. A long organ is parted between its words."""
    day = signature.date
    date = f"{day.year}年{day.month}月{day.day}日" if day else ""
    organ = signature.organ
    room = layout.characters - 4
    wide = _characters(organ) if len(organ) <= room else min(line_width(organ, room), room)
    narrow = _characters(date) if layout.sealed else _most(date)
    right_of_organ, right_of_date = insets(wide, narrow, layout.sealed)
    first = Placed(organ, max(layout.characters - wide - right_of_organ, 0), wide)
    if not date:
        return (first,)
    return first, Placed(date, max(layout.characters - narrow - right_of_date, 0), _most(date))


def insets(organ: float, date: float, sealed: bool) -> tuple[float, float]:
    """How many characters stay free to the right of an organ and a date of those widths (in characters).

    Sealed (7.3.5.1): the date four characters in, the organ centred over it; where a long organ has no room
    for that, it stands two in and the date is centred under it. Not sealed (7.3.5.2): the organ two in, the
    date beginning two right of the organ's beginning; a date longer than the organ stands two in itself."""
    if not date:
        return (4 if sealed else 2), 0
    if sealed:
        centred = 4 + (date - organ) / 2
        return (centred, 4) if centred >= 0 else (2, 2 + (organ - date) / 2)
    return (2, organ - date) if date <= organ else (4 + date - organ, 2)


def _characters(text: str) -> float:
    """The width of ``text`` in characters, ASCII taking half of one."""
    return sum(0.5 if c.isascii() else 1 for c in text)


def _most(date: str) -> float:
    """The width of a date where room is set between digits and characters, so that it never turns."""
    turns = sum(a.isascii() != b.isascii() for a, b in pairwise(date))
    return _characters(date) + turns * _QUARTER
