"""What texts of a printed page cannot be seen: those as pale as the ground that they stand on."""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

Matrix = tuple[float, float, float, float, float, float]
_Box = tuple[float, float, float, float]
_PAPER: Final = 255.0
_LIKE: Final = 24.0
"""Of 255: by how much a text must be darker or lighter than its ground to be seen."""
_CLEAR: Final = 24
"""Of 255: what covers less than this covers nothing."""
_MOST_POINTS: Final = 64
"""Of a path: a ground is a rectangle, perhaps with round corners."""
_FILLED: Final = frozenset({pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP})


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point in the coordinates that a matrix leads to."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class Ink(NamedTuple):
    """How a text is painted: ``name`` tells it from others, ``place`` is 0 for the first thing painted,
    ``shade`` how light it is and ``cover`` how much of its ground it covers, both of 255."""

    name: int
    place: int
    mode: int
    shade: float
    cover: float = 255.0

    def paleness(self, is_scan: bool) -> float | None:
        """How light a text is that cannot be seen on the paper: beyond measure where it is not painted at
        all; None for what can be seen, and for the words that lie over a scan."""
        if self.mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            return None if is_scan else inf
        if self.mode not in _FILLED:
            return None
        if self.cover < _CLEAR:
            return inf
        return self.shade if abs(_PAPER - self.shade) < _LIKE else None


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies below texts that are painted later; ``shade`` is None where it cannot be told, as of a
    picture."""

    place: int
    box: _Box
    shade: float | None


class Grounds:
    """The pale texts of a page, and what is painted below them."""

    def __init__(self, inks: Iterable[Ink], grounds: Callable[[], Iterable[Ground]]) -> None:
        texts = list(inks)
        unpainted = sum(ink.mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE for ink in texts)
        is_scan = 2 * unpainted > len(texts)
        self._pale = {
            ink.name: (ink.place, pale) for ink in texts if (pale := ink.paleness(is_scan)) is not None
        }
        self._grounds = sorted(grounds(), key=lambda one: -one.place) if self._pale else []

    @property
    def has_pale(self) -> bool:
        """Whether any text is so pale that it may not be seen."""
        return bool(self._pale)

    def hide(self, name: int, at: tuple[float, float]) -> bool:
        """Whether a character of a text, which stands ``at`` a point, cannot be seen there."""
        if name not in self._pale:
            return False
        (place, shade), (x, y) = self._pale[name], at
        below: Iterator[float | None] = (
            ground.shade
            for ground in self._grounds
            if ground.place < place
            and ground.box[0] <= x <= ground.box[2]
            and ground.box[1] <= y <= ground.box[3]
        )
        shown = next(below, _PAPER)
        return shade == inf or (shown is not None and abs(shown - shade) < _LIKE)


def around(points: Iterable[tuple[float, float]]) -> _Box:
    """The rectangle that holds all of the points."""
    found = list(points)
    across, down = [x for x, _ in found], [y for _, y in found]
    return min(across), min(down), max(across), max(down)


def lightness(red: float, green: float, blue: float) -> float:
    """How light a colour looks, in the measure of its parts."""
    return 0.3 * red + 0.59 * green + 0.11 * blue


# --- of pdfium ------------------------------------------------------------------------------------------


def grounds_of(drawn: Iterable[tuple[Any, Matrix]], turn: Matrix) -> Grounds:
    """The grounds of a page; ``drawn``: what is on it with its matrices, from the last painted to the first;
    ``turn``: the matrix of the page."""
    painted = list(reversed(list(drawn)))
    parts = tuple(ctypes.c_uint() for _ in range(4))
    inks = []
    for place, (one, _) in enumerate(painted):
        if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_TEXT:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(one)
            inks.append(Ink(name_of(one), place, mode, *_shade(one, parts)))
    return Grounds(
        inks,
        lambda: (
            Ground(place, box, shade)
            for place, (one, matrix) in enumerate(painted)
            for box, shade in _covered(one, matrix, turn)
        ),
    )


def name_of(one: Any) -> int:
    """What tells a thing on a page from others."""
    return ctypes.addressof(one.contents) if one else 0


def _covered(one: Any, matrix: Matrix, turn: Matrix) -> Iterator[tuple[_Box, float | None]]:
    """What a thing covers, and how light it is."""
    kind = pdfium.FPDFPageObj_GetType(one)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        yield around(moved(matrix, x, y) for x in (0, 1) for y in (0, 1)), None
    elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
        sides = [ctypes.c_float() for _ in range(4)]
        if pdfium.FPDFPageObj_GetBounds(one, *sides):
            left, bottom, right, top = (side.value for side in sides)
            yield around(moved(turn, x, y) for x in (left, right) for y in (bottom, top)), None
    elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(one):
        shade, cover = _shade(one, tuple(ctypes.c_uint() for _ in range(4)))
        points = [moved(matrix, *point) for point in _points(one)]
        if points and cover >= _CLEAR:
            yield around(points), shade


def _shade(one: Any, parts: tuple[Any, ...]) -> tuple[float, float]:
    """How light what fills a thing is, and how much of its ground it covers; ``parts``: numbers to use."""
    if not pdfium.FPDFPageObj_GetFillColor(one, *parts):
        return 0.0, _PAPER
    red, green, blue, cover = parts
    return lightness(red.value, green.value, blue.value), cover.value


def _is_filled(path: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, mode, stroke)) and mode.value != pdfium.FPDF_FILLMODE_NONE


def _points(path: Any) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_POINTS)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, i), x, y)
        yield x.value, y.value
