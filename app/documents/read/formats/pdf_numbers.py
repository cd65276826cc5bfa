"""What makes one number of the digits on a printed page: one line, one size, one cell."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from app.documents.read.formats.pdf_page import Char, PrintedPage

_SMALL, _RATHER_SMALL = 0.8, 0.95
"""Of the size of the letters beside: how large the mark of a note is at the most."""
_SHIFTED, _MUCH_SHIFTED = 0.1, 0.18
"""Of the size of letters: how far from the line the mark of a note stands, at the least."""
_OFF: Final = 0.12
"""Of the size of letters: how far digits of one number may stand apart in height."""
_TOUCHING: Final = 0.12
"""Of the size of letters: how far digits of one number may stand apart."""
_OVERLAP: Final = 0.35
"""Of the width of a digit: how much of the one before it covers."""
_PITCH: Final = 0.75
"""Sizes of letters from one line of a number to the next at the least."""
_SAME_SIZE: Final = 0.92
PARTS: Final = frozenset("0123456789,.０１２３４５６７８９，．")
Box = tuple[float, float, float, float]


def is_mark(char: Char, largest: Char) -> bool:
    """Whether a character is smaller than the largest one of its line and stands above or below it."""
    shift = abs(largest.base - char.base)
    small = char.size < _SMALL * largest.size and shift > _SHIFTED * largest.size
    return small or (char.size < _RATHER_SMALL * largest.size and shift > _MUCH_SHIFTED * largest.size)


def is_off_line(one: Char, other: Char) -> bool:
    """Whether two digits side by side are not of one number: they stand at other heights or over another."""
    if not (one.text in PARTS and other.text in PARTS):
        return False
    size = max(one.size, other.size)
    covered = one.x1 - other.x0 > _OVERLAP * min(one.x1 - one.x0, other.x1 - other.x0)
    return covered or abs(one.base - other.base) > _OFF * size


def is_apart(one: Char, other: Char, usual: Callable[[], float]) -> bool:
    """Whether two digits side by side are of two numbers: they stand farther apart than digits usually do."""
    if not (one.text in PARTS and other.text in PARTS):
        return False
    limit = _TOUCHING * max(one.size, other.size)
    gap = other.x0 - one.x1
    return gap > limit and gap - usual() > limit


def are_lines_of_one(chars: Iterable[Char]) -> bool:
    """Whether digits on several lines can be one number: of one size, each line well below the one before."""
    digits = [char for char in chars if char.text in PARTS]
    sizes = [char.size for char in digits]
    if not digits or min(sizes) < _SAME_SIZE * max(sizes):
        return False
    bases = sorted(char.base for char in digits)
    return all(
        below - above < _OFF * max(sizes) or below - above > _PITCH * max(sizes)
        for above, below in pairwise(bases)
    )


def torn_by(table: Sequence[Box], page: PrintedPage) -> set[Box]:
    """The cells between which a number is cut: some of its digits stand in one, some in the next."""
    owner = {id(char): box for box in table for char in page.inside(box) if char.text in PARTS}
    torn: set[Box] = set()
    digits = [char for char in page.chars if char.text in PARTS]
    digits.sort(key=lambda char: (round(char.base), char.x0))
    for one, other in pairwise(digits):
        mine, its = owner.get(id(one)), owner.get(id(other))
        if mine != its and _is_one_run(one, other):
            torn |= {box for box in (mine, its) if box is not None}
    return torn


def _is_one_run(one: Char, other: Char) -> bool:
    """Whether two digits follow one another as closely as those of one number do."""
    size = max(one.size, other.size)
    if abs(one.base - other.base) > _OFF * size or min(one.size, other.size) < _SAME_SIZE * size:
        return False
    gap = other.x0 - one.x1
    return abs(gap) < _TOUCHING * size
