"""Tables that have lost what their cells span: rows are as long as they have cells, columns mean nothing."""

from dataclasses import replace

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import distinct, is_number, is_words
from app.documents.read.tables.labels import Labels, TableLabels
from sections.form.elements import Shape


def without_lost_spans(grid: Grid, labels: Labels) -> Grid:
    """The grid as mere lists of cells, where most rows of a matrix are longer than its lowest heads, and all
    have just as many numbers as the form has columns."""
    if not grid.aligned or len({len(row) for row in grid.rows}) == 1:
        return grid
    for table in labels.as_matrices:
        if table.table.shape is Shape.MATRIX and _are_lost(grid, table):
            return replace(grid, rows=_each_once(grid), aligned=False)
    return grid


def _are_lost(grid: Grid, table: TableLabels) -> bool:
    columns = len(table.table.columns)
    numbers = [row for row in grid.rows if any(map(is_number, row))]
    heads = [len(row) for row in grid.rows if _heads(row, table) > 1 and not any(map(is_number, row))]
    longer = sum(len(row) > max(heads, default=len(row)) for row in numbers)
    return longer * 2 > len(numbers) and all(_behind_words(row) == columns for row in numbers)


def _heads(row: GridRow, table: TableLabels) -> int:
    return len({table.column(cell.text) for cell in row} - {None})


def _behind_words(row: GridRow) -> int:
    """How many cells stand behind the last that holds words."""
    return len(row) - 1 - max((i for i, cell in enumerate(row) if is_words(cell)), default=-1)


def _each_once(grid: Grid) -> tuple[tuple[Cell, ...], ...]:
    """The rows with every cell where it begins."""
    seen: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    for row in grid.rows:
        rows.append(tuple(cell for cell in distinct(row) if cell.origin not in seen))
        seen |= {cell.origin for cell in row}
    return tuple(row for row in rows if row)
