"""What pdfium says is painted on a page: texts, paths, pictures, from the first to the last."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from app.documents.read.formats.pdf_errors import TooMuchError
from app.documents.read.formats.pdf_grounds import Box, Ground, Ink, Matrix, lightness

MOST_OBJECTS: Final = 20_000
"""Things drawn on one page; a page of tables has some 500."""
_DEEPEST: Final = 4
_OPAQUE: Final = 255.0
_STRAIGHT: Final = 0.5
"""Points by which a line may lean."""
_MOST_OUTLINES: Final = 64
"""Of one path: those of a table's lines, painted at once, are looked at one by one."""
Point = tuple[float, float]


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """A point in the coordinates that a matrix leads to."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class Painted(NamedTuple):
    """A thing on a page, its kind and matrix, how much of its ground the forms that it is in let it cover (of
    255), and whether one of them may let it be seen through."""

    thing: Any
    kind: int
    matrix: Matrix
    cover: float
    is_blended: bool


@dataclass(slots=True)
class Path:
    """The straight strokes of a path, and its outlines as their corners."""

    strokes: list[tuple[Point, Point]] = field(default_factory=list)
    outlines: list[list[Point]] = field(default_factory=list)
    is_curved: bool = False

    @property
    def is_angular(self) -> bool:
        """Whether it runs straight for the most part, round corners aside."""
        if not self.is_curved:
            return True
        straight = sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in self.strokes)
        sides = (around(points) for points in self.outlines)
        return straight > sum(right - left + bottom - top for left, top, right, bottom in sides)

    @property
    def is_leaning(self) -> bool:
        """Whether a stroke runs neither across nor down."""
        return any(abs(x1 - x0) > _STRAIGHT < abs(y1 - y0) for (x0, y0), (x1, y1) in self.strokes)


def name_of(one: Any) -> int:
    """What tells a thing on a page from others."""
    return ctypes.addressof(one.contents) if one else 0


def painted_on(page: Any, turn: Matrix) -> list[Painted]:
    """What is painted on a page, in forms too. Raises ``TooMuchError``."""
    return list(reversed(list(_painted(page, turn))))


def _painted(page: Any, turn: Matrix) -> Iterator[Painted]:
    """From the last painted to the first."""
    found = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS + 1)
    things = [(pdfium.FPDFPage_GetObject(page, i), turn, 0, _OPAQUE, False) for i in range(found)]
    parts = _numbers()
    seen = 0
    while things:
        one, matrix, depth, cover, is_blended = things.pop()
        seen += 1
        if seen > MOST_OBJECTS:
            raise TooMuchError
        kind, inner = pdfium.FPDFPageObj_GetType(one), _within(one, matrix)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield Painted(one, kind, inner, cover, is_blended)
        elif depth < _DEEPEST:
            if pdfium.FPDFPageObj_HasTransparency(one):
                own = _shade(one, parts)[1]
                cover, is_blended = cover * own / _OPAQUE, is_blended or own == _OPAQUE
            count = min(pdfium.FPDFFormObj_CountObjects(one), MOST_OBJECTS)
            things += [
                (pdfium.FPDFFormObj_GetObject(one, i), inner, depth + 1, cover, is_blended)
                for i in range(count)
            ]


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


# --- paths ------------------------------------------------------------------------------------------------


def path_of(one: Any, matrix: Matrix) -> Path:
    """How a path runs."""
    made = Path()
    x, y = ctypes.c_float(), ctypes.c_float()
    last: Point | None = None
    for i in range(min(pdfium.FPDFPath_CountSegments(one), MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(one, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = moved(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not made.outlines:
            made.outlines.append([])
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            made.strokes.append((last, here))
        made.is_curved = made.is_curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        made.outlines[-1].append(here)
        if pdfium.FPDFPathSegment_GetClose(segment):
            made.strokes.append((here, made.outlines[-1][0]))
        last = here
    return made


def around(points: Sequence[Point]) -> Box:
    """The rectangle that holds all of the points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


# --- inks and grounds -------------------------------------------------------------------------------------


def inks_of(painted: Sequence[Painted]) -> dict[int, Ink]:
    """How the texts of a page are painted, by their names."""
    parts = _numbers()
    inks: dict[int, Ink] = {}
    for place, one in enumerate(painted):
        if one.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            shade, cover = _shade(one.thing, parts)
            mode = pdfium.FPDFTextObj_GetTextRenderMode(one.thing)
            inks[name_of(one.thing)] = Ink(place, mode, shade, cover * one.cover / _OPAQUE)
    return inks


def ground_of_picture(place: int, one: Painted, turn: Matrix) -> Ground:
    """The ground that a picture or a shading is."""
    if one.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        box = around([moved(one.matrix, x, y) for x in (0, 1) for y in (0, 1)])
        return Ground(place, box, None, one.cover)
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(one.thing, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return Ground(
        place, around([moved(turn, x, y) for x in (left, right) for y in (bottom, top)]), None, one.cover
    )


def grounds_of_path(place: int, one: Painted, path: Path) -> Iterator[Ground]:
    """The grounds that a path is: each of its outlines, but not the frames between two of them."""
    boxes = [around(points) for points in path.outlines[:_MOST_OUTLINES]]
    wide = [Ground(place, box, 0.0) for box in boxes if Ground(place, box, 0.0).is_wide]
    if not wide or not _is_filled(one.thing):
        return
    shade, cover = _shade(one.thing, _numbers())
    is_sure = path.is_angular and not (one.is_blended or _is_blended(one.thing, cover))
    for ground, points in zip(boxes, path.outlines, strict=False):
        if not any(_holds(ground, other) or _holds(other, ground) for other in boxes):
            sure = is_sure and _is_rectangle(points, ground)
            yield Ground(place, ground, shade, cover * one.cover / _OPAQUE, sure)


def _is_blended(one: Any, cover: float) -> bool:
    """Whether a thing is painted so that what is below it may be seen, and not only for being thin."""
    return cover == _OPAQUE and bool(pdfium.FPDFPageObj_HasTransparency(one))


def _holds(one: Box, other: Box) -> bool:
    """Whether a rectangle lies inside another."""
    inside = one[0] <= other[0] and one[1] <= other[1] and one[2] >= other[2] and one[3] >= other[3]
    return inside and one != other


def _is_rectangle(points: Sequence[Point], box: Box) -> bool:
    """Whether all corners stand on the sides, as those of a rectangle with round corners do too."""
    left, top, right, bottom = box
    return all(
        min(x - left, right - x) < _STRAIGHT or min(y - top, bottom - y) < _STRAIGHT for x, y in points
    )


def _numbers() -> tuple[Any, ...]:
    return tuple(ctypes.c_uint() for _ in range(4))


def _shade(one: Any, parts: tuple[Any, ...]) -> tuple[float, float]:
    """How light what fills a thing is, and how much of its ground it covers; ``parts``: numbers to use."""
    if not pdfium.FPDFPageObj_GetFillColor(one, *parts):
        return 0.0, _OPAQUE
    red, green, blue, cover = parts
    return lightness(red.value, green.value, blue.value), cover.value


def _is_filled(path: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, mode, stroke)) and mode.value != pdfium.FPDF_FILLMODE_NONE
