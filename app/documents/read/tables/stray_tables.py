"""Tables of other matters in part one, of which one row is called as one of the form is."""

from collections.abc import Sequence

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.headings import heading_of
from app.documents.read.tables.cell_order import distinct
from app.documents.read.tables.labels import Labels

_FIRST_TABLED = "proactive"
_LONGEST_LABEL = 60


def without_strays(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """The blocks without grids before the first part that has a table, which hold no head of the form and one
    label at most, where that part has a grid with several labels and heads of its own."""
    first = next((i for i, block in enumerate(blocks) if isinstance(block, Grid)), len(blocks))
    if any(_is_heading(block) for block in blocks[:first]):
        return list(blocks)
    start = next((i for i, block in enumerate(blocks) if i > first and _is_heading(block)), len(blocks))
    own = [_known(block, labels) for block in blocks[start:] if isinstance(block, Grid)]
    if not any(rows > 1 and heads for rows, heads in own):
        return list(blocks)
    return [
        block
        for i, block in enumerate(blocks)
        if i > start or isinstance(block, Paragraph) or not _is_stray(block, labels)
    ]


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and heading_of(block.text) == _FIRST_TABLED


def _is_stray(grid: Grid, labels: Labels) -> bool:
    rows, heads = _known(grid, labels)
    return rows < 2 and not heads


def _known(grid: Grid, labels: Labels) -> tuple[int, int]:
    """How many rows and how many heads of the form a grid names."""
    cells = distinct(cell for row in grid.rows for cell in row)
    texts = [cell.text for cell in cells if 0 < len(cell.text) < _LONGEST_LABEL]
    rows = {(t.section, name) for t in labels.as_matrices for text in texts if (name := t.row(text))}
    heads = {(t.section, name) for t in labels.as_matrices for text in texts if (name := t.column(text))}
    return len(rows), len(heads)
