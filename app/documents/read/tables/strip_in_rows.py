"""A strip whose rows stand below one another, with the columns above or one a line: read as a matrix is."""

from collections.abc import Sequence

from app.documents.read.blocks import Grid, GridRow
from app.documents.read.tables.cell_order import before_first_number, distinct
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import StripLabels, TableLabels
from app.documents.read.tables.matrix_table import MatrixReader
from app.documents.read.tables.strip_table import StripReader


class StripReaders:
    """Reads each grid as the strip or as rows below one another, whichever it is."""

    def __init__(self, labels: StripLabels, cells: Cells) -> None:
        self._labels = labels
        self._strip = StripReader(labels, cells)
        self._matrix = MatrixReader(labels.as_matrix, cells, lambda _: False)
        self._reader: StripReader | MatrixReader = self._strip
        self.under_caption = self._strip.under_caption

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads where the piece has the same width."""
        self._reader = (
            self._matrix if are_below_one_another(grid.rows, self._labels.as_matrix) else self._strip
        )
        self._reader.start(grid)

    def take(self, row: GridRow) -> None:
        """A row of a grid."""
        self._reader.take(row)

    def finish(self) -> None:
        """A row left blank holds zeros, unless another one has numbers."""
        self._strip.finish()


def are_below_one_another(rows: Sequence[GridRow], labels: TableLabels) -> bool:
    """Whether the first number stands behind the label of a row, and every column has its head once or
    never."""
    if not labels.row(before_first_number(rows)):
        return False
    cells = (cell for row in rows for cell in distinct(row))
    heads = [head for cell in cells if (head := labels.column(cell.text))]
    return len(heads) == len(set(heads))
