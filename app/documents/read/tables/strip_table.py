"""A table of one line of numbers under heads over heads."""

from typing import Final

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import distinct, is_number, strip_in_order
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import StripLabels
from app.documents.read.tables.numbers import is_blank, read_number

_LONGEST_NUMBER: Final = 14
_LEAST_HEADS: Final = 3
"""Columns that a row of heads names at least, where no head over them stands in it."""


class StripReader:
    """Reads the line of the table in grids whose columns are aligned."""

    def __init__(self, labels: StripLabels, cells: Cells) -> None:
        self._labels = labels
        self._cells = cells
        self._groups: dict[int, str] = {}
        self._outcomes: dict[int, str] = {}
        self._heads: dict[tuple[int, int], tuple[str, str]] = {}
        self._width = 0
        self._blank: tuple[GridRow, dict[int, str], dict[int, str]] | None = None

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads where the piece has the same width."""
        if grid.width != self._width:
            self._groups, self._outcomes = {}, {}
        self._width = grid.width

    def take(self, row: GridRow) -> None:
        """A row of a grid: heads, numbers, or neither."""
        groups = [self._labels.strip_head(cell.text) for cell in row]
        outcomes = {i: name for i, cell in enumerate(row) if (name := self._labels.column(cell.text))}
        if any(groups) or len(set(outcomes.values())) >= _LEAST_HEADS:
            self._head(row, groups, outcomes)
        elif self._outcomes and any(i in self._outcomes for i in range(len(row))):
            self._numbers(row)

    def _head(self, row: GridRow, groups: list[str | None], outcomes: dict[int, str]) -> None:
        if self._labels.first_heads.issubset(groups):
            self._groups, self._outcomes, self._heads = {}, {}, {}
        for i, cell in enumerate(row):
            if groups[i] or i in outcomes:
                self._heads[cell.origin] = (groups[i] or "", outcomes.get(i, ""))
        current: str | None = None
        for i, cell in enumerate(row):
            if groups[i]:
                current = groups[i]
            elif not is_blank(cell.text):
                current = None
            if current:
                self._groups[i] = current
        self._outcomes |= outcomes

    def _numbers(self, row: GridRow) -> None:
        if any(len(cell.text) > _LONGEST_NUMBER for cell in row):
            return  # a note
        if all(is_blank(cell.text) for cell in row):
            self._blank = self._blank or (row, self._groups, self._outcomes)
            return
        if all(cell.text and read_number(cell.text) is None for cell in row):
            return
        self._put(row)

    def finish(self) -> None:
        """A row left blank holds zeros, unless another one has numbers."""
        if self._blank and not self._is_found():
            row, self._groups, self._outcomes = self._blank
            self._put(row)

    def _put(self, row: GridRow) -> None:
        """Take a row by its heads, or by their order where a span is wrong above it or in it."""
        order = strip_in_order(
            [group for group, _ in self._heads.values() if group],
            [outcome for _, outcome in self._heads.values() if outcome],
            self._labels,
        )
        cells = distinct(row)
        moved = not self._outcomes.keys() <= self._groups.keys() or any(
            i not in self._outcomes and is_number(cell) for i, cell in enumerate(row)
        )
        if order and (moved or len(cells) == len(order)):
            self._cells.put_in_order(order, cells)
            return
        self._put_by_heads(row)

    def _put_by_heads(self, row: GridRow) -> None:
        """Take a row where every outcome of a group has one cell, however many columns that covers."""
        columns = self._labels.table.columns
        for head in self._labels.table.rows:
            under = [i for i, name in self._groups.items() if name == head.name and i < len(row)]
            cells: dict[str, set[Cell]] = {}
            for i in under:
                cells.setdefault(self._outcomes.get(i, ""), set()).add(row[i])
            if (
                len(cells) == len(columns)
                and all(len(one) == 1 for one in cells.values())
                and "" not in cells
            ):
                paths = self._labels.paths(head.name, cells)
                self._cells.put_row(paths, [one.pop() for one in cells.values()])

    def _is_found(self) -> bool:
        return not self._cells.numbers.keys().isdisjoint(self._labels.table.paths)
