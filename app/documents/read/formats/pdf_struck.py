"""Characters of a printed page that are struck out: a thin line runs through all of them.

Digits that a longer line runs through, or one that leans, may be."""

from collections.abc import Iterable, Iterator, Sequence
from math import hypot
from typing import Final

from app.documents.read.formats.pdf_numbers import PARTS
from app.documents.read.formats.pdf_page import Char, Point, PrintedPage, Rule

_LOWEST, _HIGHEST = 0.14, 0.6
"""Of the size of letters: where above their line what strikes them out runs."""
_OVER: Final = 0.35
"""Of the size of letters: how far the line may end from them."""
_EDGE: Final = 0.7
"""Points by which the edges of one thing stand apart."""
_THICK: Final = 0.2
"""Of the size of letters: what is higher is a ground, and no line."""
_REACH: Final = 6.0
"""Points from the middle of letters within which what strikes them out is looked for."""
_SHORTEST: Final = 2.0
"""Points: half a digit of small print."""
_LONGEST: Final = 0.9
"""Of the width of the page."""
_NEAR: Final = 0.25
"""Of the size of letters: how near to the middle of a digit what runs through it comes."""


def take_struck(page: PrintedPage) -> None:
    """Take what is struck out from the characters of a page, and what strikes it out from its rules; digits
    that may be are doubtful."""
    struck: set[int] = set()
    lines: set[Rule] = set()
    for rule in set(page.across):
        if rule[2] - rule[1] > _SHORTEST and (chars := _through(rule, page)):
            lines.add(rule)
            if _fits(rule, chars, page):
                struck |= {id(char) for char in chars}
            else:
                _doubt(char for char in chars if rule[1] <= char.middle[0] <= rule[2])
    for start, end in page.leaning:
        _doubt(_crossed(start, end, page))
    if lines:
        page.gone += [char for char in page.chars if id(char) in struck]
        page.chars = [char for char in page.chars if id(char) not in struck]
        page.across = [rule for rule in page.across if rule not in lines]


def _through(rule: Rule, page: PrintedPage) -> Sequence[Char]:
    """The characters that a rule runs through; none for a border, a ground or a line below words, and none
    for a long line that runs through no digit."""
    height, start, end = rule
    near = page.inside((start, height - _REACH, end, height + _REACH))
    chars = [char for char in near if _LOWEST * char.size < char.base - height < _HIGHEST * char.size]
    if not chars or any(_ends(rule, max(char.size for char in chars), page)):
        return ()
    return chars if _fits(rule, chars, page) or any(char.text in PARTS for char in chars) else ()


def _fits(rule: Rule, chars: Sequence[Char], page: PrintedPage) -> bool:
    """Whether a line is as long as the characters that it runs through."""
    _, start, end = rule
    size = max(char.size for char in chars)
    first, last = min(char.x0 for char in chars), max(char.x1 for char in chars)
    fits = abs(first - start) <= _OVER * size and abs(last - end) <= _OVER * size
    return fits and end - start < _LONGEST * page.width


def _doubt(chars: Iterable[Char]) -> None:
    for char in chars:
        char.is_doubtful = char.is_doubtful or char.text in PARTS


def _crossed(start: Point, end: Point, page: PrintedPage) -> Iterator[Char]:
    """The characters that a leaning line runs through."""
    (x0, y0), (x1, y1) = start, end
    long = hypot(x1 - x0, y1 - y0)
    for char in page.inside((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))):
        x, y = char.middle
        away = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / long
        if away < _NEAR * char.size:
            yield char


def _ends(rule: Rule, size: float, page: PrintedPage) -> Iterator[bool]:
    """Whether each vertical rule at the ends of a rule begins or ends there, as the side of a ground does."""
    height, start, end = rule
    for place, top, bottom in page.down:
        if bottom - top > _THICK * size and min(abs(place - start), abs(place - end)) < _EDGE:
            yield min(abs(top - height), abs(bottom - height)) < _EDGE
