"""Grids to the numbers of the form, by labels: a reader for each shape of table."""

from collections.abc import Iterable

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.tables.banded_table import BandedReader
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.exact_tables import exact_tables
from app.documents.read.tables.labels import Labels, StripLabels, TableLabels, labels_of, vocabulary
from app.documents.read.tables.layouts import in_layout_of_form, only_text
from app.documents.read.tables.matrix_table import MatrixReader
from app.documents.read.tables.strip_in_rows import StripReaders
from app.documents.read.tables.unaligned_tables import read_unaligned
from sections.form.elements import Shape
from sections.form.model import Form

_LONGEST_LABEL = 60
_LEAST_LABELS = 2
TableReader = BandedReader | MatrixReader | StripReaders


def read_tables(blocks: Iterable[Block], form: Form) -> Cells:
    """The numbers of all tables of a document that is in that form."""
    cells, labels = Cells(form), labels_of(form)
    blocks = in_layout_of_form(list(blocks), labels)
    grids = [block for block in blocks if isinstance(block, Grid)]
    if texts := exact_tables(grids, form):
        for path, text in texts.items():
            cells.put(path, text)
        return cells
    cells.open(grids)
    _by_labels(blocks, cells, labels)
    return cells


def _by_labels(blocks: Iterable[Block], cells: Cells, labels: Labels) -> None:
    """Read the tables by where their labels stand."""
    readers = [_reader(table, cells, labels) for table in labels.tables]
    for grid in blocks:
        if caption := only_text(grid):
            for reader in readers:
                if isinstance(reader, StripReaders):
                    reader.under_caption(caption)
        if isinstance(grid, Paragraph):
            continue
        cells.enter(grid)
        if not grid.aligned:
            read_unaligned(grid, labels, cells)
            continue
        for reader in readers:
            reader.start(grid)
            for row in grid.rows:
                reader.take(row)
    for reader in readers:
        reader.finish()
    cells.finish()


def _reader(table: TableLabels, cells: Cells, labels: Labels) -> TableReader:
    if isinstance(table, StripLabels):
        return StripReaders(table, cells)
    if table.table.shape is Shape.MATRIX:
        return MatrixReader(table, cells, labels.is_strip_head)
    return BandedReader(table, cells, labels)


def is_table_of_form(grid: Grid) -> bool:
    """Whether a grid holds labels of a form, and so is no frame around running text."""
    is_line = vocabulary().is_line
    texts = {cell.text for row in grid.rows for cell in row if len(cell.text) < _LONGEST_LABEL}
    return sum(map(is_line, texts)) >= _LEAST_LABELS
