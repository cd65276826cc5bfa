"""A table of blocks below one another, each with heads of its own, by row labels and heads."""

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import distinct, is_number
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import TableLabels
from app.documents.read.tables.numbers import is_blank


class BandedReader:
    """Reads the rows of the table in grids whose columns are aligned."""

    def __init__(self, labels: TableLabels, cells: Cells) -> None:
        self._labels = labels
        self._cells = cells
        self._heads: dict[int, tuple[str, str]] = {}

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads."""

    def take(self, row: GridRow) -> None:
        """A row of a grid: heads, the numbers behind a label, or neither."""
        row_of = self._labels.row
        at = next((i for i, cell in enumerate(row) if row_of(cell.text)), None)
        if at is None:
            head_of = self._labels.column
            heads = {i: (name, c.text) for i, c in enumerate(row) if (name := head_of(c.text))}
            self._heads = heads or self._heads
            return
        name = row_of(row[at].text) or ""
        values = [(i, cell) for i, cell in enumerate(row) if i > at and cell.origin != row[at].origin]
        columns = self._labels.columns_of(name)
        if len(columns) > 1:
            self._several(name, columns, values)
        else:
            self._single(self._labels.path(name, columns[0]), values)

    def finish(self) -> None:
        """Nothing is left to be taken."""

    def _several(self, row: str, columns: list[str], values: list[tuple[int, Cell]]) -> None:
        heads = list(dict.fromkeys(self._heads[i][0] for i in sorted(self._heads)))
        if set(heads) != set(columns):
            return
        by_head = {self._heads[i][0]: cell for i, cell in values if i in self._heads}
        cells = distinct(cell for _, cell in values)
        beside = any(i not in self._heads and is_number(cell) for i, cell in values)
        if len(cells) == len(columns) or beside or len(by_head) < len(columns):
            self._cells.put_in_order(self._labels.paths(row, heads), cells, self._head_texts())
        else:
            paths = self._labels.paths(row, by_head)
            self._cells.put_row(paths, list(by_head.values()), self._head_texts())

    def _single(self, path: str, values: list[tuple[int, Cell]]) -> None:
        cells = distinct(cell for _, cell in values)
        filled = [cell for cell in cells if not is_blank(cell.text)]
        if len(filled) > 1:
            self._cells.doubt(path, " ".join(cell.text for cell in filled), "这一行有几个数")
        elif cells:
            raw = filled[0].text if filled else ""
            self._cells.put(path, raw, self._head_texts())

    def _head_texts(self) -> str:
        """The heads as printed, which may say the measure."""
        return " ".join(text for _, text in self._heads.values())
