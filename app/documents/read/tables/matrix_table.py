"""A table with labels on the left and heads above: group, row label, column heads. Never by position."""

from collections import Counter
from collections.abc import Callable, Iterable

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import columns_in_order, distinct, is_number, is_words
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import TableLabels
from app.documents.read.tables.leaf_heads import LeafHeads, rows_covered
from app.documents.read.tables.numbers import is_blank, read_number
from app.documents.read.tables.unnamed_rows import UnnamedRows
from app.documents.read.tables.witnesses import Testimony


class MatrixReader:
    """Reads the rows of the table in grids whose columns are aligned."""

    def __init__(self, labels: TableLabels, cells: Cells, ends: Callable[[str], bool]) -> None:
        """``ends``: whether a text is a head of another table."""
        self._labels = labels
        self._cells = cells
        self._ends = ends
        self._columns: dict[int, str] = {}
        self._heads: dict[tuple[int, int], str] = {}
        self._order: list[str] | None = None
        """The columns from left to right, worked out anew when a row of heads was taken."""
        self._leaves = LeafHeads()
        self._covered: Counter[tuple[int, int]] = Counter()
        self._in_head = False
        self._width = 0
        self._group = ""
        self._last = (-1, -1)
        self._unnamed = UnnamedRows(cells)

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads where the piece has the same width."""
        if grid.width != self._width:
            self._columns, self._group = {}, ""
        self._covered = rows_covered(grid)
        self._width, self._in_head, self._last = grid.width, False, (-1, -1)
        self._unnamed.clear()

    def take(self, row: GridRow) -> None:
        """A row of a grid: heads, the numbers behind a label, or neither."""
        heads = {i: name for i, cell in enumerate(row) if (name := self._labels.head(cell.text))}
        if self._is_head(set(heads.values())):
            self._unnamed.clear()
            self._take_heads(row, heads)
            return
        if any(self._ends(cell.text) for cell in row):
            self._columns = {}
        if not self._columns:
            self._without_heads(row)
            return
        if self._in_head and self._is_lower_head(row):
            self._leaves.take(row, {})
            return
        before = [cell for i, cell in enumerate(row) if i <= max(self._columns) and not is_blank(cell.text)]
        groups = self._enter_group(before)
        here = max((cell.origin[0] for cell in row), default=0)
        found = [
            (i, cell, name)
            for i, cell in enumerate(row)
            if i <= max(self._columns) and (name := self._labels.row(cell.text, self._group))
        ]
        if found:
            self._in_head = False
            self._labelled(*found[-1], row)
        elif not any(self._labels.group(cell.text) and cell.origin[0] == here for cell in before):
            self._unnamed.take(row, self._columns)
        elif all(self._names_group(cell.text) for cell in before):
            self._bare_group(groups[-1], row)

    def _without_heads(self, row: GridRow) -> None:
        """Take a row that stands without heads by the order of the form, which its own sum must confirm."""
        cells = distinct(row)
        names = {
            i: name for i, cell in enumerate(cells) if (name := self._labels.row(cell.text, self._group))
        }
        label = max(names, default=0)
        columns = self._labels.columns_of(names[label]) if names else []
        behind = cells[-len(columns) :] if columns else []
        if len(cells) > len(behind) > 0 and all(map(is_number, behind)):
            paths = self._labels.paths(names[label], columns)
            order = dict(zip(paths, behind, strict=True))
            self._cells.decide(Testimony(paths, {}, [order], cells[label + 1 :]))

    def _is_lower_head(self, row: GridRow) -> bool:
        """Whether a row between the heads and the first numbers holds further words of heads only."""
        own = [cell for cell in distinct(row) if cell.text.strip()]
        named = any(self._labels.group(c.text) or self._labels.row_anywhere(c.text) for c in own)
        return not named and all(read_number(cell.text) is None for cell in own)

    def _is_head(self, heads: set[str]) -> bool:
        """Whether heads that no row shares its label with say that a row is one of heads."""
        sure = heads & self._labels.sure
        return len(sure) > 1 or bool(sure - self._labels.under)

    def _take_heads(self, row: GridRow, heads: dict[int, str]) -> None:
        if not self._in_head:
            self._columns, self._heads, self._leaves = {}, {}, LeafHeads()
        self._order = None
        self._heads |= {row[i].origin: name for i, name in heads.items()}
        self._leaves.take(row, {i: name for i, name in heads.items() if name not in self._labels.middle})
        self._leaves.over(row, [i for i, name in heads.items() if name in self._labels.middle])
        self._columns = self._leaves.columns
        self._in_head = True

    def _enter_group(self, cells: Iterable[Cell]) -> list[str]:
        """The groups that cells name; the last is the one that rows now stand in."""
        groups = [group for cell in cells if (group := self._labels.group(cell.text))]
        self._group = groups[-1] if groups else self._group
        return groups

    def _leave_group(self, name: str) -> None:
        if not self._labels.is_grouped(name):
            self._group = ""

    def _bare_group(self, group: str, row: GridRow) -> None:
        """A group may have no rows of its own: its numbers are those of the row that takes them."""
        taker = self._labels.taker(group)
        at = max((i for i, cell in enumerate(row) if self._labels.group(cell.text)), default=-1)
        if taker and any(not is_blank(cell.text) for cell in row[at + 1 :]):
            self._cells.merge(group, taker)
            self._numbers(at, taker.name, row)

    def _labelled(self, at: int, label: Cell, name: str, row: GridRow) -> None:
        """Take a row, unless its label reaches over several with labels of their own, being that of none."""
        above, self._last = self._last, label.origin
        if above == label.origin and any(
            i not in self._columns and cell.origin[0] > label.origin[0] and is_words(cell)
            for i, cell in enumerate(row)
        ):
            self._cells.doubt_row(self._labels.paths(name, self._labels.columns_of(name)), distinct(row))
            return
        self._numbers(at, name, row)

    def _numbers(self, at: int, name: str, row: GridRow) -> None:
        """Let place, order and sums say which cells of the row behind its label belong to which column."""
        columns = self._labels.columns_of(name)
        here = max(cell.origin[0] for cell in row)
        self._leaves.settle()
        if self._unnamed.is_doubtful(self._labels.paths(name, columns), row[at + 1 :]):
            self._leave_group(name)
            return
        self._cells.decide(
            self._leaves.testimony(
                row, at, {column: self._labels.path(name, column) for column in columns},
                self._columns_in_order(),
                here=here, covered=self._covered,
            )
        )  # fmt: skip
        self._leave_group(name)

    def _columns_in_order(self) -> list[str]:
        """The columns from left to right, where every head over others is there."""
        if self._order is None:
            heads = list(self._heads.values())
            known = self._labels.middle.keys() <= set(heads)
            self._order = columns_in_order(heads, self._labels) if known else []
        return self._order

    def _names_group(self, text: str) -> bool:
        """Whether a label is a group or what stands above the groups, so that no row is named beside it."""
        return bool(self._labels.group(text)) or self._labels.is_outer(text) or read_number(text) is not None

    def finish(self) -> None:
        """Nothing is left to be taken."""
