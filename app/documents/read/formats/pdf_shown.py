"""What a cell of a printed table shows besides the characters that are read: nothing that is hidden, struck
out, drawn or put over it counts as a blank or as a number."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.documents.read.blocks import PICTURED, UNSEEN
from app.documents.read.formats.pdf_numbers import PARTS
from app.documents.read.formats.pdf_page import Char, PrintedPage, Rule
from app.documents.read.tables.labels import is_label

Box = tuple[float, float, float, float]
Span = tuple[float, float]
DOUBTFUL: Final = "〔被遮盖或划过〕"
"""Stands before digits of which something is covered, or that a line runs through."""
_OWN: Final = 0.5
"""Of its area: how much of a drawing lies in its cell."""
_FROM_SIDE, _FROM_END = 3.0, 2.0
"""Points from the sides of a cell to a line that stands in it."""
_TOUCHING: Final = 0.12
"""Of the size of letters: how far digits of one number may stand apart."""
_LONGEST_NUMBER: Final = 24


def as_shown(text: str, box: Box, inside: Sequence[Char], page: PrintedPage) -> str:
    """The text of a cell, or what tells that it is none that can be read."""
    if not text:
        return _of_blank(box, page)
    if len(text) <= _LONGEST_NUMBER and not is_label(text) and _is_doubtful(box, inside, page):
        return DOUBTFUL + text
    return text


def is_all_unseen(row: Sequence[str]) -> bool:
    """Whether a row is struck out or hidden from side to side: it is no row."""
    return UNSEEN in row and not any(text for text in row if text != UNSEEN)


def _of_blank(box: Box, page: PrintedPage) -> str:
    gone = "".join(char.text for char in page.gone if _holds(box, char.middle)).strip()
    if gone and not is_label(gone):
        return UNSEEN
    stamped = any(_holds(box, char.middle) and char.size < box[3] - box[1] for char in page.stamped)
    return PICTURED if stamped or _has_drawing(box, page) else ""


def _has_drawing(box: Box, page: PrintedPage) -> bool:
    """Whether something is drawn in a cell that is neither its ground nor its edge."""
    left, top, right, bottom = box
    return (
        any(_share(drawing, box) > _OWN for drawing in page.drawings)
        or any(_stands_in(rule, (top, bottom), (left, right)) for rule in page.short_across)
        or any(_stands_in(rule, (left, right), (top, bottom)) for rule in page.short_down)
    )


def _stands_in(rule: Rule, between: Span, along: Span) -> bool:
    """Whether a rule stands between two sides of a cell and reaches none of the others."""
    place, start, end = rule
    apart = between[0] + _FROM_SIDE < place < between[1] - _FROM_SIDE
    return apart and along[0] + _FROM_END < start and end < along[1] - _FROM_END


def _is_doubtful(box: Box, inside: Sequence[Char], page: PrintedPage) -> bool:
    """Whether a digit of a cell may not count, or goes on in one that is covered."""
    digits = [char for char in inside if char.text in PARTS]
    if any(char.is_doubtful for char in digits):
        return True
    covered = [
        char for char in page.gone if char.is_doubtful and char.text in PARTS and _holds(box, char.middle)
    ]
    return any(_goes_on(char, digits) for char in covered)


def _goes_on(gone: Char, shown: Iterable[Char]) -> bool:
    """Whether a covered digit is one of a number that is shown, and not what stood in its place."""
    beside = False
    for char in shown:
        if abs(char.base - gone.base) > _TOUCHING * gone.size:
            continue
        if min(char.x1, gone.x1) - max(char.x0, gone.x0) > _TOUCHING * gone.size:
            return False
        gap = max(char.x0 - gone.x1, gone.x0 - char.x1)
        beside = beside or gap < _TOUCHING * gone.size
    return beside


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _share(drawing: Box, box: Box) -> float:
    """How much of a drawing lies in a cell."""
    wide = min(drawing[2], box[2]) - max(drawing[0], box[0])
    high = min(drawing[3], box[3]) - max(drawing[1], box[1])
    area = max(drawing[2] - drawing[0], 1.0) * max(drawing[3] - drawing[1], 1.0)
    return max(wide, 0.0) * max(high, 0.0) / area
