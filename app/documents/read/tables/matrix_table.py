"""A table with labels on the left and heads above: group, row label, column heads. Never by position."""

from collections.abc import Iterable

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import columns_in_order, distinct, is_number
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import Labels, TableLabels
from app.documents.read.tables.numbers import is_blank, read_number


class MatrixReader:
    """Reads the rows of the table in grids whose columns are aligned."""

    def __init__(self, labels: TableLabels, cells: Cells, form: Labels) -> None:
        self._labels = labels
        self._cells = cells
        self._form = form
        self._columns: dict[int, str] = {}
        self._heads: dict[tuple[int, int], str] = {}
        self._order: list[str] = []
        self._width = 0
        self._in_head = False
        self._group = ""
        self._last = (-1, -1)

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads where the piece has the same width."""
        if grid.width != self._width:
            self._columns, self._group = {}, ""
        self._width, self._in_head, self._last = grid.width, False, (-1, -1)

    def take(self, row: GridRow) -> None:
        """A row of a grid: heads, the numbers behind a label, or neither."""
        heads = {i: name for i, cell in enumerate(row) if (name := self._labels.head(cell.text))}
        if self._is_head(set(heads.values())):
            self._take_heads(row, heads)
            return
        if any(self._form.is_strip_head(cell.text) for cell in row):
            self._columns = {}
        if not self._columns:
            return
        if self._has_slid(row):
            self._slid(row)
            return
        labels = [cell for i, cell in enumerate(row) if i not in self._columns and not is_blank(cell.text)]
        groups = self._enter_group(labels)
        found = [(cell, name) for cell in labels if (name := self._labels.row(cell.text, self._group))]
        if found:
            self._in_head = False
            self._labelled(*found[-1], row)
        elif groups and all(self._names_group(cell.text) for cell in labels):
            self._bare_group(groups[-1], row)

    def _is_head(self, heads: set[str]) -> bool:
        """Whether heads that no row shares its label with say that a row is one of heads."""
        sure = heads & self._labels.sure
        under = frozenset[str]().union(*self._labels.middle.values())
        return len(sure) > 1 or bool(sure - under)

    def _take_heads(self, row: GridRow, heads: dict[int, str]) -> None:
        if not self._in_head:
            self._columns, self._heads = {}, {}
        self._heads |= {row[i].origin: name for i, name in heads.items()}
        self._order = columns_in_order(list(self._heads.values()), self._labels)
        self._columns |= {i: name for i, name in heads.items() if name not in self._labels.middle}
        self._in_head = True

    def _enter_group(self, cells: Iterable[Cell]) -> list[str]:
        """The groups that cells name; the last is the one that rows now stand in."""
        groups = [group for cell in cells if (group := self._labels.group(cell.text))]
        self._group = groups[-1] if groups else self._group
        return groups

    def _has_slid(self, row: GridRow) -> bool:
        """Whether a label stands under a head of numbers, or a number before the first: a cell above or
        beside it spans more or less than it should."""
        labels = [i for i, cell in enumerate(row) if self._labels.group(cell.text) or self._row_of(cell.text)]
        if any(i in self._columns for i in labels):
            return True
        if not labels:
            return False
        behind = [(i, cell) for i, cell in enumerate(row) if i > labels[-1]]
        if set(self._columns.values()) != {column.label for column in self._labels.table.columns}:
            return True
        first = min((i for i in self._columns if i > labels[-1]), default=0)
        if any(i < first and is_number(cell) for i, cell in behind):
            return True
        beside = any(i > max(self._columns) and is_number(cell) for i, cell in behind)
        filled = sum(not is_blank(cell.text) for cell in distinct(cell for _, cell in behind))
        return beside and filled == len(self._labels.table.columns)

    def _row_of(self, text: str) -> str | None:
        """The row that a label names inside the group of now, or in any where none is known."""
        return self._labels.row(text, self._group) if self._group else self._labels.row_anywhere(text)

    def _slid(self, row: GridRow) -> None:
        """Take such a row by the order of its cells; in doubt where they are not as many as the heads."""
        whole = distinct(row)
        self._enter_group(whole)
        found = [
            (at, name) for at, cell in enumerate(whole) if (name := self._labels.row(cell.text, self._group))
        ]
        if not found:
            return
        self._in_head = False
        at, name = found[-1]
        if self._order:
            self._cells.put_in_order(self._labels.paths(name, self._order), whole[at + 1 :])
        else:
            paths = self._labels.paths(name, self._labels.columns_of(name))
            self._cells.doubt_row(paths, whole[at + 1 :])
        self._leave_group(name)

    def _leave_group(self, name: str) -> None:
        if not self._labels.is_grouped(name):
            self._group = ""

    def _by_order(self, row: GridRow, here: int) -> dict[str, Cell]:
        """The cells of the row itself behind its label, where they are as many as the heads."""
        own = [cell for cell in distinct(row) if cell.origin[0] == here]
        labels = [
            i
            for i, cell in enumerate(own)
            if self._labels.row(cell.text, self._group) or self._labels.group(cell.text)
        ]
        behind = own[labels[-1] + 1 :] if labels else []
        return dict(zip(self._order, behind, strict=True)) if len(behind) == len(self._order) else {}

    def _bare_group(self, group: str, row: GridRow) -> None:
        """A group may have no rows of its own: its numbers are those of the row that takes them."""
        taker = self._labels.taker(group)
        if taker and any(not is_blank(cell.text) for cell in self._values(row).values()):
            self._cells.merge(group, taker)
            self._numbers(taker.name, row)

    def _values(self, row: GridRow) -> dict[str, Cell]:
        by_name: dict[str, list[Cell]] = {}
        for i, cell in enumerate(row):
            if i in self._columns and cell not in by_name.setdefault(self._columns[i], []):
                by_name[self._columns[i]].append(cell)
        return {name: _one(cells) for name, cells in by_name.items()}

    def _labelled(self, label: Cell, name: str, row: GridRow) -> None:
        """Take a row, unless its label reaches over several with labels of their own, being that of none."""
        above, self._last = self._last, label.origin
        if above == label.origin and any(
            i not in self._columns and cell.origin[0] > label.origin[0] and _is_words(cell)
            for i, cell in enumerate(row)
        ):
            self._cells.doubt_row(self._labels.paths(name, self._labels.columns_of(name)), distinct(row))
            return
        self._numbers(name, row)

    def _numbers(self, name: str, row: GridRow) -> None:
        here = max(cell.origin[0] for cell in row)
        values = self._values(row)
        if own := self._by_order(row, here):
            values = own
        elif any(not is_blank(cell.text) and cell.origin[0] < here for cell in values.values()):
            self._cells.doubt_row(self._labels.paths(name, values), distinct(row))
            return
        wanted = [column for column in self._labels.columns_of(name) if column in values]
        self._cells.put_row(self._labels.paths(name, wanted), [values[column] for column in wanted])
        self._leave_group(name)

    def _names_group(self, text: str) -> bool:
        """Whether a label is a group or what stands above the groups, so that no row is named beside it."""
        return bool(self._labels.group(text)) or self._labels.is_outer(text) or read_number(text) is not None

    def finish(self) -> None:
        """Nothing is left to be taken."""


def _is_words(cell: Cell) -> bool:
    return not is_blank(cell.text) and read_number(cell.text) is None


def _one(cells: list[Cell]) -> Cell:
    """The cell that holds the number where a head spans several."""
    filled = [cell for cell in cells if not is_blank(cell.text)]
    if len(filled) > 1:
        return Cell(" ".join(cell.text for cell in filled), filled[0].origin)
    return filled[0] if filled else cells[0]
