"""Cells by their order behind a label, where spans that are wrong have moved them from under their heads.

The heads still say in which order the numbers come; a row with just as many cells as there are heads can be
taken by it."""

from collections.abc import Collection, Iterable, Mapping

from app.documents.read.blocks import Cell, GridRow
from app.documents.read.tables.labels import StripLabels, TableLabels
from app.documents.read.tables.numbers import holds_number, holds_words, is_blank, read_number


def distinct(row: Iterable[Cell]) -> list[Cell]:
    """The cells of a row, each once."""
    return list({cell.origin: cell for cell in row}.values())


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number and is not blank."""
    return holds_number(cell.text)


def is_words(cell: Cell) -> bool:
    """Whether a cell holds something that is no number."""
    return holds_words(cell.text)


def before_first_number(rows: Iterable[GridRow]) -> str:
    """What stands before the first number of all, in its row; 「」 where nothing does."""
    for row in rows:
        before = ""
        for cell in row:
            if is_number(cell):
                return before
            before = cell.text if cell.text.strip() else before
    return ""


def prints_zeros(rows: Iterable[GridRow]) -> bool:
    """Whether a table says 0 somewhere, so that a blank cell may be one that is lost."""
    return any(read_number(cell.text) == 0 and not is_blank(cell.text) for row in rows for cell in row)


def columns_in_order(heads: list[str], labels: TableLabels) -> list[str]:
    """The columns of a matrix from left to right, of ``heads`` in the order of reading, or []."""
    found = _left_to_right(heads, labels.middle)
    known = {column.label for column in labels.table.columns}
    return found if len(found) == len(known) and set(found) == known else []


def strip_in_order(heads: list[str], columns: list[str], labels: StripLabels) -> list[str]:
    """The cells of a strip from left to right, of its heads in the order of reading, or []."""
    rows = _left_to_right(heads, labels.over)
    each = len(labels.table.columns)
    if len(columns) != len(labels.table.paths) or len(rows) * each != len(columns):
        return []
    orders = [columns[at : at + each] for at in range(0, len(columns), each)]
    if any(order != orders[0] for order in orders) and rows != [head for head in heads if head in rows]:
        return []  # whose columns are which cannot be told
    paths = [labels.path(row, column) for row, order in zip(rows, orders, strict=True) for column in order]
    return paths if set(paths) == set(labels.table.paths) else []


def _left_to_right(heads: list[str], over: Mapping[str, Collection[str]]) -> list[str]:
    """Heads in the order of reading as they stand side by side: those under another where that stands."""
    above = {name: head for head, under in over.items() for name in under}
    below = [name for name in heads if above.get(name) in heads]
    found: list[str] = []
    for name in heads:
        if name in over:
            found += [other for other in below if above[other] == name]
        elif name not in below:
            found.append(name)
    return found


def are_side_by_side(levels: Iterable[Collection[Cell]], body: Cell) -> bool:
    """Whether the heads of each level stand in one line that is not that of what they stand over, so that
    their order is that of the columns; heads in several lines may have been written down line by line."""
    lines = [{head.origin[0] for head in heads} for heads in levels if heads]
    return bool(lines) and all(len(line) == 1 and body.origin[0] not in line for line in lines)
