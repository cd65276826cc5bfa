"""A printed page as pdfium gives it: its characters and ruled lines, in points from the top left corner."""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import hypot
from operator import itemgetter
from typing import Any, Final

import pypdfium2.raw as pdfium

from app.documents.read.formats.pdf_errors import TooMuchError
from app.documents.read.formats.pdf_grounds import Box, Ground, Ink, Matrix, may_hide, take_unseen
from app.documents.read.formats.pdf_notes import take_notes
from app.documents.read.formats.pdf_painted import (
    Painted,
    around,
    ground_of_picture,
    grounds_of_path,
    inks_of,
    moved,
    name_of,
    painted_on,
    path_of,
)

_STRAIGHT: Final = 0.5
"""Points by which a line may lean."""
_SHORTEST, _LONGEST = 3.0, 60.0
"""Points: of a line that stands for a digit or a sign, or strikes one out."""
_NO_TEXT: Final = 2
"""Bytes of an empty text with its end."""
ASLANT: Final = 0.05
"""Of its length: how far the line of a text that is neither level nor upright leans."""
_LEVEL: Final = 0.12
"""Of the size of letters: how far apart in height digits of one number stand."""
_WIDEST: Final = 0.4
"""Of the size of letters: how far apart those of one word are set at the most."""
_LEAST_PAIRS: Final = 5
"""Of digits, to tell how far apart they are set."""
Point = tuple[float, float]
Rule = tuple[float, float, float]
"""Where a rule stands, and from where to where it runs."""
_HEIGHT: Final = itemgetter(0)


@dataclass(slots=True)
class Char:
    """A character: ``base`` is the line it stands on, ``size`` the height of its letters' square."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    is_aslant: bool = False
    is_doubtful: bool = False
    """Whether something is painted over it, or a line runs through it, so that it may not count."""

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its square."""
        return (self.x0 + self.x1) / 2, self.base - 0.38 * self.size


@dataclass
class PrintedPage:
    """``across``: horizontal rules as (height, from, to); ``down``: vertical ones as (place, from, to)."""

    number: int
    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    gone: list[Char] = field(default_factory=list)
    """What is in the file and not to be seen on the paper, or struck out."""
    in_cells: set[int] = field(default_factory=set)
    """The identities of the characters that stand in a cell."""
    stamped: list[Char] = field(default_factory=list)
    """Letters that stand aslant over the text, as those of a watermark do, from the first to the last."""
    is_whole: bool = True
    """Whether every text that is shown was given."""
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    leaning: list[tuple[Point, Point]] = field(default_factory=list)
    """Strokes that run neither across nor down."""
    drawings: list[Box] = field(default_factory=list)
    """Where something is drawn that is neither a character nor a rule nor a ground."""
    notes: list[str] = field(default_factory=list)
    """What somebody has noted on the page."""
    upon: list[Ground] = field(default_factory=list)
    """What is put upon the page and may hide it."""
    _by_height: list[tuple[float, float, Char]] = field(default_factory=list, init=False, repr=False)

    def take_rule(self, start: Point, end: Point) -> None:
        """A straight stroke or edge that runs across or down."""
        (x0, y0), (x1, y1) = start, end
        if abs(y1 - y0) <= _STRAIGHT < abs(x1 - x0):
            self.across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT < abs(y1 - y0):
            self.down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        elif hypot(x1 - x0, y1 - y0) > _SHORTEST:
            self.leaning.append((start, end))

    def take_stamped(self) -> None:
        """Take what is printed aslant over the text; where all text is, the page itself stands so."""
        stamped = [char for char in self.chars if char.is_aslant]
        if stamped and 2 * len(stamped) < len(self.chars):
            self.stamped, self.chars = stamped, [char for char in self.chars if not char.is_aslant]

    @cached_property
    def gap_of_digits(self) -> float:
        """How far apart the digits of one number usually stand."""
        return usual_gap(self.chars)

    @cached_property
    def short_across(self) -> list[Rule]:
        """The horizontal rules that may stand for a sign; asked for when all rules are taken."""
        return [rule for rule in set(self.across) if _SHORTEST <= rule[2] - rule[1] <= _LONGEST]

    @cached_property
    def short_down(self) -> list[Rule]:
        """The vertical ones."""
        return [rule for rule in set(self.down) if _SHORTEST <= rule[2] - rule[1] <= _LONGEST]

    def inside(self, box: tuple[float, float, float, float]) -> list[Char]:
        """The characters whose middle is in ``box`` (left, top, right, bottom), from the highest on."""
        if len(self._by_height) != len(self.chars):
            placed = ((*char.middle, char) for char in self.chars)
            self._by_height = sorted(((y, x, char) for x, y, char in placed), key=_HEIGHT)
        left, top, right, bottom = box
        first = bisect_left(self._by_height, top, key=_HEIGHT)
        last = bisect_right(self._by_height, bottom, key=_HEIGHT)
        return [char for _, x, char in self._by_height[first:last] if left <= x <= right]


def usual_gap(chars: Iterable[Char]) -> float:
    """How far apart the digits of one number usually stand; letters may be set wide."""
    digits = sorted(
        (char for char in chars if char.text.isdigit()), key=lambda one: (round(one.base), one.x0)
    )
    gaps = sorted(
        other.x0 - one.x1
        for one, other in pairwise(digits)
        if abs(one.base - other.base) <= _LEVEL * one.size and abs(other.x0 - one.x1) < _WIDEST * one.size
    )
    return max(gaps[len(gaps) // 2], 0.0) if len(gaps) >= _LEAST_PAIRS else 0.0


def read_page(page: Any, number: int, most_characters: int) -> PrintedPage:
    """What stands on a page of a pypdfium2 document; no characters of one that is not whole. Raises
    ``TooMuchError``."""
    left, bottom, right, top = page.get_cropbox()
    turn = _turned(page.get_rotation(), left, bottom, right, top)
    width, height = page.get_size()
    made = PrintedPage(number, width, height)
    text = page.get_textpage()
    try:
        if text.count_chars() > most_characters:
            raise TooMuchError
        painted = painted_on(page.raw, turn)
        made.is_whole = not any(_is_lost(one, text.raw) for one in painted)
        upon = list(take_notes(made, page.raw, turn))
        grounds = [*_take_drawn(made, painted, turn), *upon]
        made.upon = upon
        if made.is_whole:
            names = []
            for i, char in _chars(text.raw, text.count_chars(), turn):
                names.append(i)
                made.chars.append(char)
            by_name = inks_of(painted)
            if may_hide(made.chars, by_name.values(), grounds):
                inks = [by_name.get(_name(text.raw, i), _PLAIN) for i in names]
                take_unseen(made, inks, grounds)
            made.take_stamped()
    finally:
        text.close()
    return made


_PLAIN: Final = Ink(-1, pdfium.FPDF_TEXTRENDERMODE_FILL, 0.0)


def _name(text: Any, i: int) -> int:
    return name_of(pdfium.FPDFText_GetTextObject(text, i))


def _take_drawn(page: PrintedPage, painted: Sequence[Painted], turn: Matrix) -> Iterator[Ground]:
    """Take the rules and drawings of a page; what else is painted is a ground."""
    for place, one in enumerate(painted):
        if one.kind == pdfium.FPDF_PAGEOBJ_PATH:
            path = path_of(one.thing, one.matrix)
            for start, end in path.strokes:
                page.take_rule(start, end)
            if path.is_curved or path.is_leaning:
                page.drawings.append(around([point for points in path.outlines for point in points]))
            yield from grounds_of_path(place, one, path)
        elif one.kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
            ground = ground_of_picture(place, one, turn)
            page.drawings.append(ground.box)
            yield ground


def _is_lost(one: Painted, text: Any) -> bool:
    """Whether a text of a font that is not in the file was left out; a single space is too."""
    if one.kind != pdfium.FPDF_PAGEOBJ_TEXT:
        return False
    if pdfium.FPDFTextObj_GetText(one.thing, text, None, 0) > _NO_TEXT:
        return False
    return not pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(one.thing))


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
        is_aslant = min(abs(matrix.a), abs(matrix.b)) > ASLANT * hypot(matrix.a, matrix.b)
        yield i, Char(chr(code), min(x0, x1), max(x0, x1), base, size or 1.0, is_aslant)
