"""The tables of a document in the layout of the form: those that are turned, or written as lists, are changed
into it, so that a reader finds its labels where it looks for them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.headings import heading_of
from app.documents.read.tables.cell_order import before_first_number, distinct
from app.documents.read.tables.grown_rows import taken_apart
from app.documents.read.tables.labels import Labels
from app.documents.read.tables.listed_numbers import grids_of_lists, has_items
from app.documents.read.tables.numbers import is_blank
from app.documents.read.tables.numerals import in_digits
from app.documents.read.tables.slipped_labels import with_whole_labels
from app.documents.read.tables.stray_tables import without_strays
from app.documents.read.tables.turned_tables import turned

_MOST_LINES: Final = 3


def in_layout_of_form(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """The blocks with their tables as the form lays them out."""
    tables = labels.as_matrices
    laid_out: list[Block] = []
    for block in without_strays(blocks, labels):
        if isinstance(block, Grid):
            own = with_whole_labels(in_digits(taken_apart(block, tables)), tables)
            laid_out.append(own if _is_of_form(own, labels) else turned(own, labels.tables))
        else:
            laid_out.append(block)
    if not any(_has_items(block, labels) for block in laid_out):
        return laid_out
    return [block for part in _parts(laid_out) for block in _without_lists(part, labels)]


def _is_of_form(grid: Grid, labels: Labels) -> bool:
    """Whether the first number stands behind the label of a row, as in the form."""
    rows = grid.rows if grid.aligned else [[cell for row in grid.rows for cell in row]]
    return labels.names_row(before_first_number(rows))


def _has_items(block: Block, labels: Labels) -> bool:
    """Whether a block holds items of a list."""
    return not (isinstance(block, Grid) and _is_of_form(block, labels)) and has_items(block, labels)


def _parts(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks from one heading of the form to the next."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Paragraph) and heading_of(block.text):
            parts.append([])
        parts[-1].append(block)
    return parts


def _without_lists(part: Sequence[Block], labels: Labels) -> Iterator[Block]:
    """The blocks of a part with grids in the place of its lists."""
    run: list[Block] = []
    for block in part:
        if isinstance(block, Paragraph) or _has_items(block, labels) or only_text(block):
            run.append(block)
            continue
        yield from _read_as_list(run, labels)
        yield block
        run = []
    yield from _read_as_list(run, labels)


def only_text(block: Block) -> str:
    """A paragraph, or the only text of a grid; 「」 of other grids."""
    if isinstance(block, Paragraph):
        return block.text
    if len(block.rows) > _MOST_LINES:
        return ""
    texts = [cell.text for row in block.rows for cell in distinct(row) if not is_blank(cell.text)]
    return texts[0] if len(texts) == 1 else ""


def _read_as_list(run: Sequence[Block], labels: Labels) -> Iterator[Block]:
    """Blocks between others: the grids of the lists that they hold, or themselves."""
    grids = grids_of_lists(run, labels) if any(_has_items(block, labels) for block in run) else []
    yield from (block for block in run if not grids or isinstance(block, Paragraph))
    yield from grids
