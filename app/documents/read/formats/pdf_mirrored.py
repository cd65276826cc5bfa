"""Tables that run from right to left: their labels stand on the right of their numbers, their heads likewise.

Place and order are looked at as in any other once the table is turned round."""

from collections.abc import Sequence
from dataclasses import replace

from app.documents.read.blocks import Cell, Grid
from app.documents.read.tables.labels import is_label
from app.documents.read.tables.numbers import read_number

_TOTAL = "总计"


def unmirrored(grid: Grid) -> Grid:
    """A table as it is read from left to right."""
    width = grid.width
    if any(len(row) != width for row in grid.rows) or not _is_mirrored(grid.rows):
        return grid
    turned = [row[::-1] for row in grid.rows]
    first: dict[tuple[int, int], int] = {}
    for row in turned:
        for at, cell in enumerate(row):
            first[cell.origin] = min(at, first.get(cell.origin, at))
    rows = (tuple(Cell(cell.text, (cell.origin[0], first[cell.origin])) for cell in row) for row in turned)
    return replace(grid, rows=tuple(rows))


def _is_mirrored(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the labels of most rows with numbers stand on the right; where rows have none, whether the
    heads above begin with a sum and do not end with one."""
    numbers = [row for row in rows if any(_is_number(cell) for cell in row)]
    on_right = sum(_is_name(row[-1]) and not _is_name(row[0]) for row in numbers)
    on_left = sum(_is_name(row[0]) for row in numbers)
    if on_right or on_left:
        return on_right > on_left
    heads = rows[rows.index(numbers[0]) - 1] if numbers and rows.index(numbers[0]) else ()
    texts = ["".join(cell.text.split()) for cell in heads]
    return bool(texts) and texts[0] == _TOTAL != texts[-1]


def _is_number(cell: Cell) -> bool:
    return bool(cell.text) and read_number(cell.text) is not None


def _is_name(cell: Cell) -> bool:
    return bool(cell.text) and not cell.text[0].isdecimal() and is_label(cell.text)
