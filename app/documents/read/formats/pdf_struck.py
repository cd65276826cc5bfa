"""Characters of a printed page that are struck out: a thin line runs through all of them."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.documents.read.formats.pdf_page import Char, PrintedPage

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
Rule = tuple[float, float, float]


def take_struck(page: PrintedPage) -> None:
    """Take what is struck out from the characters of a page, and what strikes it out from its rules."""
    struck: set[int] = set()
    lines: set[Rule] = set()
    for rule in set(page.across):
        if _SHORTEST < rule[2] - rule[1] < _LONGEST * page.width and (chars := _through(rule, page)):
            struck |= {id(char) for char in chars}
            lines.add(rule)
    if struck:
        page.gone += [char for char in page.chars if id(char) in struck]
        page.chars = [char for char in page.chars if id(char) not in struck]
        page.across = [rule for rule in page.across if rule not in lines]


def _through(rule: Rule, page: PrintedPage) -> Sequence[Char]:
    """The characters that a rule strikes out; none for a border, a ground or a line below words."""
    height, start, end = rule
    near = page.inside((start, height - _REACH, end, height + _REACH))
    chars = [char for char in near if _LOWEST * char.size < char.base - height < _HIGHEST * char.size]
    if not chars:
        return ()
    size = max(char.size for char in chars)
    first, last = min(char.x0 for char in chars), max(char.x1 for char in chars)
    fits = abs(first - start) <= _OVER * size and abs(last - end) <= _OVER * size
    return chars if fits and not any(_ends(rule, size, page)) else ()


def _ends(rule: Rule, size: float, page: PrintedPage) -> Iterator[bool]:
    """Whether each vertical rule at the ends of a rule begins or ends there, as the side of a ground does."""
    height, start, end = rule
    for place, top, bottom in page.down:
        if bottom - top > _THICK * size and min(abs(place - start), abs(place - end)) < _EDGE:
            yield min(abs(top - height), abs(bottom - height)) < _EDGE
