"""How the tables of a form are drawn: widths, heights, and which rows stay together on a page.

All of it follows from a table's shape and the number of its columns, so that a form with more or fewer of
them is drawn as well."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import ceil
from typing import Final

from app.documents.layouts import GBT9704, Layout
from sections.form.elements import Cell, Shape
from sections.form.model import Table


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is drawn: columns and least height of rows in twips; ``large`` letters have 12 pt."""

    name: str
    about: str
    widths: tuple[int, ...]
    height: int
    large: bool = False


_HEIGHTS: Final = {Shape.BANDED: 480, Shape.MATRIX: 280, Shape.STRIP: 360}
_BANDED_LABEL: Final = 2845
_OUTER_LABEL, _MIDDLE_LABEL, _LEAST_LABEL = 400, 1040, 1500
"""Twips of a matrix's upright labels, of those between, and what the innermost keep at the least."""
_MATRIX_NUMBER: Final = 700
"""Twips of a matrix's number: seven digits."""
_SPARE_FIRST: Final = (0, 1, 2, 3, 4, 5, 6, 10, 11, 14)
"""The columns that take a twip first where the width does not divide: as documents have always had them."""
MARGIN: Final = 28
"""Twips between a cell's border and its text, left and right."""
AFTER_TABLE: Final = 160
"""Twips between a table and the heading behind it."""
SMALL_LINE: Final = 210
SMALL_LETTER: Final = 180
"""Twips of a line and a letter in the tables of parts three and four."""
LABEL_INDENT: Final = 54
"""Twips that stand before a label in these tables."""
BENEATH_LINE: Final = 180
"""Twips of the line that the reviewer's edition sets beneath a number."""
_LARGE_LINE: Final = 320
"""Twips of a line in the table of part two, at the most."""
ROW_EXTRA: Final = 40
"""Twips that a row has around its lines."""


@cache
def look_of(table: Table) -> Look:
    """How a table is drawn."""
    name = table.caption.removesuffix("表")
    widths = {Shape.BANDED: _banded, Shape.MATRIX: _matrix, Shape.STRIP: _strip}[table.shape](table)
    is_large = table.shape is Shape.BANDED
    return Look(name, table.about or table.caption, tuple(widths), _HEIGHTS[table.shape], is_large)


def _banded(table: Table) -> list[int]:
    return [_BANDED_LABEL, *_shared(GBT9704.width - _BANDED_LABEL, table.width - 1)]


def _matrix(table: Table) -> list[int]:
    """The numbers take what they need, the innermost labels the rest as long as that is enough for them."""
    labels, numbers = table.label_columns, table.width - table.label_columns
    outer = [_OUTER_LABEL, *[_MIDDLE_LABEL] * (labels - 2)][: labels - 1]
    room = GBT9704.width - sum(outer)
    number = min(_MATRIX_NUMBER, (room - _LEAST_LABEL) // numbers)
    return [*outer, room - number * numbers, *[number] * numbers]


def _strip(table: Table) -> list[int]:
    return _shared(GBT9704.width, table.width)


def _shared(room: int, count: int) -> list[int]:
    """``room`` in ``count`` columns alike."""
    widths = [room // count] * count
    order = sorted(range(count), key=lambda column: (column not in _SPARE_FIRST, column))
    for column in order[: room % count]:
        widths[column] += 1
    return widths


def column_widths(form: Table, layout: Layout) -> list[int]:
    """The columns in twips, drawn wider or narrower to the width of the text."""
    edges = [0]
    for width in look_of(form).widths:
        edges.append(edges[-1] + width)
    placed = [edge * layout.width // GBT9704.width for edge in edges]
    return [right - left for left, right in pairwise(placed)]


def row_height(table: Table, row: int, beneath: frozenset[str]) -> int:
    """The least height of a row in which a line stands beneath the numbers of these cells."""
    look = look_of(table)
    if not any(cell.path in beneath for cell in table.cells if cell.row == row and cell.path):
        return look.height
    line = _LARGE_LINE if look.large else SMALL_LINE
    return max(look.height, line + BENEATH_LINE + ROW_EXTRA)


@cache
def kept_rows(form: Table, whole: bool) -> frozenset[int]:
    """Rows that stay on a page with the next one: all of a band, all of a table kept ``whole``; of another
    the heads with two rows, the rows of a group that has a label of its own, as many rows as an upright label
    needs, and the last two."""
    bands = {cell.row - 1 for cell in form.cells if cell.is_band}
    if whole or form.shape is Shape.BANDED:
        return frozenset(range(form.height)) - {form.height - 1, *bands}
    kept = {*range(form.header_rows + 1), form.height - 2}
    for cell in form.cells:
        kept |= set(range(cell.row, cell.row + _rows_together(form, cell) - 1))
    return frozenset(kept)


def _rows_together(form: Table, cell: Cell) -> int:
    """The rows beside a label that stay together: of an upright one, which goes over a page, those that its
    text needs, because torn by a page's end it would be cut off; of another, whose rows could not be read
    without it, all."""
    if cell.rowspan == 1 or not cell.text:
        return 1
    if not cell.vertical:
        return cell.rowspan
    look = look_of(form)
    room = sum(look.widths[cell.col : cell.col + cell.colspan]) - 2 * MARGIN
    lines = ceil(len(cell.text) / max(room // SMALL_LETTER, 1))
    return min(ceil(lines * SMALL_LINE / look.height), cell.rowspan)
