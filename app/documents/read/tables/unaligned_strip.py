"""A table of one line of numbers, pasted as text."""

from itertools import pairwise, takewhile

from app.documents.read.blocks import Cell
from app.documents.read.tables.cell_order import are_side_by_side, strip_in_order
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.label_walk import CANNOT, Walk, filled_cells, has_second_row, is_prose
from app.documents.read.tables.labels import StripLabels, is_whole_label
from app.documents.read.tables.numbers import is_blank


def _between_blanks(cells: list[Cell], count: int) -> list[Cell]:
    """The first ``count`` cells from the first filled one on, where they are all filled and only blank ones
    stand around them in their row; else all of them."""
    first = next((i for i, cell in enumerate(cells) if not is_blank(cell.text)), 0)
    row = [cell for cell in cells[first:] if cell.origin[0] == cells[first].origin[0]]
    own = row[:count]
    return own if len(filled_cells(own)) == count and not filled_cells(row[count:]) else cells


def read_strip(flat: list[Cell], labels: StripLabels, cells: Cells, shows_blanks: bool) -> None:
    """A table in pieces may repeat its heads, so each begins anew."""
    first = labels.table.rows[0].name
    starts = [
        _first_head(flat, i, labels) for i, cell in enumerate(flat) if labels.strip_head(cell.text) == first
    ]
    for start, end in pairwise([*starts, len(flat)]):
        _strip_piece(flat[:end], start, labels, cells, shows_blanks)


def _first_head(flat: list[Cell], at: int, labels: StripLabels) -> int:
    """Where the heads begin of which one stands at ``at``: at those before it that are not behind it."""
    behind = {labels.strip_head(cell.text) for cell in flat[at:]}
    first = at
    while first and labels.strip_head(flat[first - 1].text) not in {None, *behind}:
        first -= 1
    doubled = first and labels.strip_head(flat[first - 1].text) == labels.strip_head(flat[at].text)
    return at if doubled or not is_whole_label(flat[at].text) else first


def _strip_piece(flat: list[Cell], start: int, labels: StripLabels, cells: Cells, shows_blanks: bool) -> None:
    def known(text: str) -> bool:
        return bool(labels.strip_head(text) or labels.column(text))

    heads: list[str] = []
    columns: list[str] = []
    under: list[Cell] = []
    last = start
    for at, cell in enumerate(flat[start:], start=start):
        row, column = labels.strip_head(cell.text), labels.column(cell.text)
        if row:
            heads.append(row)
        elif column:
            columns.append(column)
            under.append(cell)
        if row or column:
            last = at
    more = any(cell.text.strip() and not known(cell.text) for cell in flat[start:last])
    # In one row for all, blank cells are what merged ones left behind, and no heads that were lost.
    in_one_row = flat[start].origin[0] == flat[-1].origin[0]
    sure = in_one_row or all(cell.text.strip() for cell in flat[start:last])
    paths = strip_in_order(heads, columns, labels)
    if not paths or last + 1 >= len(flat):
        return
    numbers = _between_blanks(flat[last + 1 :], len(paths))
    if len(numbers) < len(paths) and not filled_cells(numbers):
        return
    behind = list(takewhile(lambda cell: not is_prose(cell), flat[last + 1 :]))
    if has_second_row(numbers[: len(paths)], behind):
        cells.doubt_row(paths, behind, CANNOT)
        return
    first = Cell("", (numbers[0].origin[0], -1))
    told = paths == list(labels.table.paths) or are_side_by_side([under], first)
    Walk([first, *numbers], cells, in_one_row).take(
        0, paths, lambda _: False, more=more, sure=sure, alone=in_one_row or not shows_blanks,
        usual=[] if told else labels.table.paths,
    )  # fmt: skip
