"""Tables whose rows stand side by side and whose columns below one another: turned, as the form has them.

A cell that is gone moves others of its line to other rows, of which no sum of a row need know; so the sums of
the line speak too: where they do not hold, only rows are kept whose own sums do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import distinct, is_number
from app.documents.read.tables.labels import TableLabels
from app.documents.read.tables.listed_numbers import is_list, row_of
from app.documents.read.tables.numbers import is_blank, read_number
from sections.form.elements import Identity, IdentityKind, Shape

_MOST_CELLS: Final = 2_000
"""Cells of a table that is looked at; the largest of the form has 300."""


def turned(grid: Grid, tables: Iterable[TableLabels]) -> Grid:
    """The grid with its rows as columns, where they are those of one of the tables; else as it is."""
    if not grid.aligned or len(set(map(len, grid.rows))) != 1 or grid.width * len(grid.rows) > _MOST_CELLS:
        return grid
    words = {cell.text for row in grid.rows for cell in row if not is_number(cell)}
    found = [_found(grid, table) for table in tables if _names_rows_of(table, words)]
    own = next((one for one in found if one.are_columns), None)
    if own is None or any(one.has_rows for one in found):
        return grid
    rows = [
        tuple(Cell(cell.text, cell.origin[::-1]) for cell in column)
        for column in zip(*grid.rows, strict=True)
    ]
    if own.table.table.identities and not own.has_lists:
        rows = _confirmed(rows, own.labels)
    return Grid(tuple(rows), grid.aligned, grid.shows_merged, grid.shows_blanks) if rows else grid


def _names_rows_of(table: TableLabels, words: Iterable[str]) -> bool:
    """Whether any of the words is a row of a table, or a list of its numbers."""
    return any(row_of(text, table.as_matrix) or is_list(text, table.as_matrix) for text in words)


@dataclass(slots=True)
class _Found:
    """What the words say in whose row or column numbers stand."""

    table: TableLabels
    has_rows: bool = False
    """Whether numbers stand behind the label of a row, as in the form."""
    has_lists: bool = False
    behind: list[str] = field(default_factory=list)
    """The columns that the words before numbers name, 「」 for lines without words."""
    under: dict[int, set[tuple[str, tuple[int, int]]]] = field(default_factory=dict)
    """Position of numbers -> the rows that words in that column name, each with its cell."""

    @property
    def labels(self) -> TableLabels:
        """The labels of the table with its rows on the left."""
        return self.table.as_matrix

    @property
    def are_columns(self) -> bool:
        """Whether the labels of rows stand over numbers, each over its own, and no others beside them."""
        rows = {name for names in self.under.values() for name, _ in names}
        cells = {name for names in self.under.values() for name in names}
        if not self.behind or len(rows) < len(cells) or any(len(names) > 1 for names in self.under.values()):
            return False
        if self.behind == [""]:
            return len(rows) * 2 >= len(self.table.table.rows)
        named = sum(map(bool, self.under.values()))
        whole = self.table.table.shape is Shape.MATRIX or named == len(self.under)
        return whole and all(self.behind) and len(rows) * 2 > named and _are_different(self.behind)


def _are_different(names: list[str]) -> bool:
    return len(set(names)) == len(names)


def _found(grid: Grid, table: TableLabels) -> _Found:
    found = _Found(table)
    labels, may_be_bare = found.labels, table.table.shape is Shape.BANDED
    for row in grid.rows:
        at = [i for i, cell in enumerate(row) if is_number(cell) or is_list(cell.text, labels)]
        if not at:
            continue
        words = [cell.text for cell in distinct(row[: at[0]]) if cell.text.strip()]
        if any(map(labels.names_row, words)):
            found.has_rows = True
            return found
        label = max((i for i, cell in enumerate(row[: at[0]]) if cell.text.strip()), default=-1)
        if may_be_bare and (any(is_blank(cell.text) for cell in row[label + 1 :]) or _are_merged(row, at)):
            return _Found(table)  # which cells have moved no sum can tell
        lists = not all(map(is_number, (row[i] for i in at)))
        found.has_lists = found.has_lists or lists
        named = [column for text in words if (column := labels.column(text))]
        if any(labels.names_row(row[i].text) for row in grid.rows for i in range(label + 1)):
            return _Found(table)  # the labels have moved
        if named or may_be_bare or lists:
            found.behind.append(named[-1] if named else "")
            found.under |= {i: set() for i in at}
    beside = (cell for row in grid.rows for i, cell in enumerate(row) if i not in found.under)
    if table.table.shape is not Shape.MATRIX and any(labels.names_row(cell.text) for cell in beside):
        return _Found(table)  # a row without numbers: they have moved perhaps
    if found.behind:
        found.under = {i: _rows_in(grid, i, labels) for i in found.under}
    return found


def _are_merged(row: GridRow, at: list[int]) -> bool:
    """Whether a number stands in several positions of a row."""
    return len({row[i].origin for i in at}) < len(at)


def _rows_in(grid: Grid, at: int, labels: TableLabels) -> set[tuple[str, tuple[int, int]]]:
    """The rows that the words of a column of the grid name."""
    cells = distinct(row[at] for row in grid.rows if at < len(row))
    return {(name, cell.origin) for cell in cells if (name := row_of(cell.text, labels))}


# --- the sums -------------------------------------------------------------------------------------------


def _confirmed(rows: list[tuple[Cell, ...]], labels: TableLabels) -> list[tuple[Cell, ...]]:
    """The rows of a turned grid, without those in doubt; none where no sum down a column confirms the heads
    of a table that has such sums."""
    heads = _heads(rows, labels)
    paths = [_paths(row, heads, labels) for row in rows]
    values = {path: read_number(row[i].text) for row, own in zip(rows, paths, strict=True) for path, i in own}
    sums = [one for one in labels.table.identities if {*one.left, *one.right} <= values.keys()]
    down = [one for one in sums if one.kind is not IdentityKind.ROW_TOTAL]
    across = {one.where: one for one in sums if one.kind is IdentityKind.ROW_TOTAL}
    totals = [one for one in down if one.kind is IdentityKind.COLUMN_TOTAL]
    if labels.table.shape is Shape.MATRIX and not (
        all(_holds(one, values) for one in totals) and any(_adds(one, values) for one in totals)
    ):
        return []
    if down and all(_holds(one, values) for one in down):
        return rows
    return [
        row
        for row, own in zip(rows, paths, strict=True)
        if not own
        or (any(map(is_number, row)) and any(p in across and _holds(across[p], values) for p, _ in own))
    ]


def _heads(rows: list[tuple[Cell, ...]], labels: TableLabels) -> dict[int, str]:
    """Position -> the lowest column over it that the heads of a grid name."""
    heads: dict[int, str] = {}
    for row in rows:
        if any(map(is_number, row)):
            break
        heads |= {i: name for i, cell in enumerate(row) if (name := labels.column(cell.text))}
    return heads


def _paths(row: GridRow, heads: Mapping[int, str], labels: TableLabels) -> list[tuple[str, int]]:
    """The paths of a row with the positions of their numbers."""
    named = [name for cell in row if (name := labels.row(cell.text)) and labels.names_row(cell.text)]
    return [(labels.path(named[-1], column), i) for i, column in heads.items()] if named else []


def _holds(one: Identity, values: Mapping[str, Decimal | None]) -> bool:
    return sum(_numbers(one.left, values)) == sum(_numbers(one.right, values))


def _adds(one: Identity, values: Mapping[str, Decimal | None]) -> bool:
    return any(_numbers(one.left, values))


def _numbers(paths: Iterable[str], values: Mapping[str, Decimal | None]) -> Iterator[Decimal]:
    yield from (values[path] or Decimal(0) for path in paths)
