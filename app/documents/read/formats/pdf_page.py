"""A printed page as pdfium gives it: its characters and ruled lines, in points from the top left corner."""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot
from operator import itemgetter
from typing import Any, Final

import pypdfium2.raw as pdfium

from app.documents.read.formats.pdf_grounds import Matrix, grounds_of, moved, name_of

MOST_OBJECTS: Final = 20_000
"""Things drawn on one page; a page of tables has some 500."""
_DEEPEST: Final = 4
_STRAIGHT: Final = 0.5
"""Points by which a line may lean."""
_NO_TEXT: Final = 2
"""Bytes of an empty text with its end."""
_Point = tuple[float, float]
_HEIGHT: Final = itemgetter(0)


class TooMuchError(Exception):
    """A page has far more on it than a page of a report."""


@dataclass(slots=True)
class Char:
    """A character: ``base`` is the line it stands on, ``size`` the height of its letters' square."""

    text: str
    x0: float
    x1: float
    base: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its square."""
        return (self.x0 + self.x1) / 2, self.base - 0.38 * self.size


@dataclass(slots=True)
class PrintedPage:
    """``across``: horizontal rules as (height, from, to); ``down``: vertical ones as (place, from, to)."""

    number: int
    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    gone: list[Char] = field(default_factory=list)
    """What is in the file and not to be seen on the paper, or struck out."""
    is_whole: bool = True
    """Whether every text that is shown was given."""
    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)
    _by_height: list[tuple[float, float, Char]] = field(default_factory=list, init=False, repr=False)

    def take_rule(self, start: _Point, end: _Point) -> None:
        """A straight stroke or edge that runs across or down."""
        (x0, y0), (x1, y1) = start, end
        if abs(y1 - y0) <= _STRAIGHT < abs(x1 - x0):
            self.across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT < abs(y1 - y0):
            self.down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def inside(self, box: tuple[float, float, float, float]) -> list[Char]:
        """The characters whose middle is in ``box`` (left, top, right, bottom), from the highest on."""
        if len(self._by_height) != len(self.chars):
            placed = ((*char.middle, char) for char in self.chars)
            self._by_height = sorted(((y, x, char) for x, y, char in placed), key=_HEIGHT)
        left, top, right, bottom = box
        first = bisect_left(self._by_height, top, key=_HEIGHT)
        last = bisect_right(self._by_height, bottom, key=_HEIGHT)
        return [char for _, x, char in self._by_height[first:last] if left <= x <= right]


def read_page(page: Any, number: int, most_characters: int) -> PrintedPage:
    """What stands on a page of a pypdfium2 document; nothing of one that is not whole. Raises
    ``TooMuchError``."""
    left, bottom, right, top = page.get_cropbox()
    turn = _turned(page.get_rotation(), left, bottom, right, top)
    width, height = page.get_size()
    made = PrintedPage(number, width, height)
    text = page.get_textpage()
    try:
        if text.count_chars() > most_characters:
            raise TooMuchError
        drawn = list(_objects(page.raw, turn))
        made.is_whole = not any(_is_lost(object, text.raw) for object, _ in drawn)
        if made.is_whole:
            grounds = grounds_of(drawn, turn)
            for i, char in _chars(text.raw, text.count_chars(), turn):
                is_gone = grounds.has_pale and grounds.hide(
                    name_of(pdfium.FPDFText_GetTextObject(text.raw, i)), char.middle
                )
                (made.gone if is_gone else made.chars).append(char)
            for object, matrix in drawn:
                for start, end in _of_path(object, matrix):
                    made.take_rule(start, end)
    finally:
        text.close()
    return made


def _is_lost(one: Any, text: Any) -> bool:
    """Whether a text of a font that is not in the file was left out; a single space is too."""
    if pdfium.FPDFPageObj_GetType(one) != pdfium.FPDF_PAGEOBJ_TEXT:
        return False
    if pdfium.FPDFTextObj_GetText(one, text, None, 0) > _NO_TEXT:
        return False
    return not pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(one))


def _turned(rotation: int, left: float, bottom: float, right: float, top: float) -> Matrix:
    """From the page's own coordinates to those of the page as it is shown, counted from the top left."""
    return {
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }.get(rotation, (1.0, 0.0, 0.0, -1.0, -left, top))


# --- characters -----------------------------------------------------------------------------------------


_HYPHEN_AT_END: Final = 2
"""What pdfium gives for a hyphen at the end of a line: in an address it is one of its characters."""


def _chars(text: Any, count: int, turn: Matrix) -> Iterator[tuple[int, Char]]:
    """The characters with their numbers in the text of the page."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    high = 0
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        code = ord("-") if code == _HYPHEN_AT_END else code
        if code < 0x20 or code in {0xFFFE, 0xFFFF} or pdfium.FPDFText_IsGenerated(text, i) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, i, box)
        pdfium.FPDFText_GetMatrix(text, i, matrix)
        size = pdfium.FPDFText_GetFontSize(text, i) * hypot(matrix.c, matrix.d)
        (x0, _), (x1, _) = moved(turn, box.left, box.bottom), moved(turn, box.right, box.top)
        _, base = moved(turn, x.value, y.value)
        yield i, Char(chr(code), min(x0, x1), max(x0, x1), base, size or 1.0)


# --- rules ----------------------------------------------------------------------------------------------


def _objects(page: Any, turn: Matrix) -> Iterator[tuple[Any, Matrix]]:
    """The paths and texts of a page with their matrices, in forms too. Raises ``TooMuchError``."""
    found = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS + 1)
    objects = [(pdfium.FPDFPage_GetObject(page, i), turn, 0) for i in range(found)]
    seen = 0
    while objects:
        one, matrix, depth = objects.pop()
        seen += 1
        if seen > MOST_OBJECTS:
            raise TooMuchError
        inner = _within(one, matrix)
        if pdfium.FPDFPageObj_GetType(one) != pdfium.FPDF_PAGEOBJ_FORM:
            yield one, inner
        elif depth < _DEEPEST:
            count = min(pdfium.FPDFFormObj_CountObjects(one), MOST_OBJECTS)
            objects += [(pdfium.FPDFFormObj_GetObject(one, i), inner, depth + 1) for i in range(count)]


def _within(one: Any, outer: Matrix) -> Matrix:
    """The matrix of an object inside another."""
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, own):
        return outer
    a, b, c, d, e, f = outer
    return (
        own.a * a + own.b * c, own.a * b + own.b * d, own.c * a + own.d * c, own.c * b + own.d * d,
        *moved((a, b, c, d, e, f), own.e, own.f),
    )  # fmt: skip


def _of_path(path: Any, matrix: Matrix) -> Iterator[tuple[_Point, _Point]]:
    """The straight strokes of what is drawn, if it is a path."""
    if pdfium.FPDFPageObj_GetType(path) != pdfium.FPDF_PAGEOBJ_PATH:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start: _Point | None = None
    last: _Point | None = None
    for i in range(min(pdfium.FPDFPath_CountSegments(path), MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = moved(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield last, here
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield here, start
        last = here
