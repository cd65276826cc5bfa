"""A table of blocks below one another, each with heads of its own, by row labels and heads."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from app.documents.read.blocks import MOST_CELLS, Cell, Grid, GridRow
from app.documents.read.tables.cell_order import distinct
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import Labels, TableLabels
from app.documents.read.tables.leaf_heads import LeafHeads, Origin, rows_covered
from app.documents.read.tables.numbers import is_blank, with_measure
from app.documents.read.tables.unnamed_rows import UnnamedRows

_ABOVE_SHORT: Final = "下一行少了单元格，这一行可能有单元格与它合并"


class BandedReader:
    """Reads the rows of the table in grids whose columns are aligned."""

    def __init__(self, labels: TableLabels, cells: Cells, form: Labels) -> None:
        self._labels = labels
        self._cells = cells
        self._form = form
        self._heads: dict[int, tuple[str, str]] = {}
        self._leaves = LeafHeads()
        self._covered: Counter[Origin] = Counter()
        self._end = MOST_CELLS
        self._unnamed = UnnamedRows(cells)
        self._above_short: set[int] = set()

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads."""
        self._unnamed.clear()
        self._covered = rows_covered(grid)
        self._above_short = set(self._rows_above_short(grid))

    def _rows_above_short(self, grid: Grid) -> Iterator[int]:
        """The rows of a grid that has lost all its spans below which a row has fewer cells than columns: one
        of their cells may have been merged with the one below."""
        if any(len({cell.origin for cell in row}) < len(row) for row in grid.rows) or any(
            rows > 1 for rows in self._covered.values()
        ):
            return
        last: tuple[int, int] = (-1, 0)
        for line, row in enumerate(grid.rows):
            at = next((i for i, cell in enumerate(row) if self._labels.row(cell.text)), None)
            if at is not None:
                behind = len(row) - at - 1
                columns = len(self._labels.columns_of(self._labels.row(row[at].text) or ""))
                if last[0] == line - 1 and 0 < behind < columns <= last[1]:
                    yield last[0]
                last = (line, behind)

    def take(self, row: GridRow) -> None:
        """A row of a grid: heads, the numbers behind a label, or neither."""
        row_of = self._labels.row
        at = next((i for i, cell in enumerate(row) if row_of(cell.text)), None)
        if at is None:
            head_of = self._labels.column
            heads = {i: (name, c.text) for i, c in enumerate(row) if (name := head_of(c.text))}
            if heads:
                self._unnamed.clear()
                self._heads, self._leaves = heads, LeafHeads()
                self._end = self._end_of_band(row)
                self._leaves.take(row[: self._end], {i: name for i, (name, _) in heads.items()})
            else:
                self._unnamed.take(row, self._leaves.columns)
            return
        row = row if any(not is_blank(cell.text) for cell in row[self._end :]) else row[: self._end]
        name = row_of(row[at].text) or ""
        while at + 1 < len(row) and row[at + 1].origin == row[at].origin:
            at += 1
        self._numbers(at, name, row)

    def _end_of_band(self, row: GridRow) -> int:
        """Where a band with fewer columns than the table ends: blank cells fill it up to that width."""
        last = max(i for i, cell in enumerate(row) if cell.text.strip())
        return last + 1 if len(row) <= self._labels.table.width else len(row)

    def finish(self) -> None:
        """Nothing is left to be taken."""

    def _numbers(self, at: int, name: str, row: GridRow) -> None:
        """Let place and order say which cells behind the label belong to which column."""
        columns = self._labels.columns_of(name)
        if self._leaves.columns and not set(self._leaves.columns.values()) & set(columns):
            return
        paths = {column: self._labels.path(name, column) for column in columns}
        if self._unnamed.is_doubtful(list(paths.values()), row[at + 1 :]):
            return
        here = max(cell.origin[0] for cell in row)
        if here in self._above_short:
            self._cells.doubt_row(list(paths.values()), row[at + 1 :], _ABOVE_SHORT)
            return
        head = with_measure(self._head_texts(), row[at].text)
        if not self._leaves.columns and len(columns) == 1:
            self._alone(paths[columns[0]], [cell for i, cell in enumerate(row) if i > at], head)
            return
        heads = list(dict.fromkeys(self._leaves.columns.values()))
        known = heads if set(heads) == set(columns) else []
        self._cells.decide(
            self._leaves.testimony(row, at, paths, known, here=here, covered=self._covered),
            head,
        )

    def _alone(self, path: str, behind: list[Cell], head: str) -> None:
        """A row with one number whose head is on no page: nothing else may stand behind its label."""
        filled = [cell for cell in distinct(behind) if not is_blank(cell.text)]
        if len(filled) > 1:
            self._cells.doubt(path, " ".join(cell.text for cell in filled), "这一行有几个数")
        elif behind:
            self._cells.put(path, (filled or behind)[0].text, head)

    def _head_texts(self) -> str:
        """The heads as printed, which may say the measure."""
        return " ".join(text for _, text in self._heads.values())
