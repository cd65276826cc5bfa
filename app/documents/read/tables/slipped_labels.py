"""Labels of rows with one character wrong or missing, where the rows around them say which they are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.documents.read.blocks import Cell, Grid
from app.documents.read.likeness import bare
from app.documents.read.tables.cell_order import is_number
from app.documents.read.tables.labels import TableLabels
from app.documents.read.tables.numbers import is_blank

_LEAST: Final = 4
"""Characters of a label of which one may be wrong: of a shorter one too little is left."""
_LEAST_NAMED: Final = 3
"""Rows around it that a table names."""


def with_whole_labels(grid: Grid, tables: Sequence[TableLabels]) -> Grid:
    """The grid with the labels of the form in the place of such as stand where the form has them."""
    if not grid.aligned:
        return grid
    found = [(r, at) for r, row in enumerate(grid.rows) if (at := _label_at(row)) is not None]
    labels = [grid.rows[r][at].text for r, at in found]
    for table in tables:
        names = [table.row(text) or "" for text in labels]
        if "" not in names or sum(map(bool, names)) < _LEAST_NAMED:
            continue
        mended = {found[i]: text for i, text in _mended(labels, names, table).items()}
        origins = {grid.rows[r][at].origin: text for (r, at), text in mended.items()}
        if origins:
            rows = (tuple(Cell(origins.get(c.origin, c.text), c.origin) for c in row) for row in grid.rows)
            return replace(grid, rows=tuple(rows))
    return grid


def _label_at(row: Sequence[Cell]) -> int | None:
    """Where the words stand that are next before the numbers of a row."""
    first = next((i for i, cell in enumerate(row) if is_number(cell)), 0)
    return next((i for i in range(first - 1, -1, -1) if not is_blank(row[i].text)), None)


def _mended(labels: Sequence[str], names: Sequence[str], table: TableLabels) -> dict[int, str]:
    """Place -> label of those that are all but the one that is missing between the rows around them."""
    order = [row.name for row in table.table.rows]
    printed = {row.name: row.label for row in table.table.rows}
    found: dict[int, str] = {}
    for i, name in enumerate(names):
        before = names[i - 1] if i else ""
        after = names[i + 1] if i + 1 < len(names) else ""
        if name or not (before or not i) or not (after or i + 1 == len(names)):
            continue
        place = order.index(before) + 1 if before else 0
        end = order.index(after) if after else len(order)
        if place + 1 == end and order[place] not in names and _is_slip(labels[i], printed[order[place]]):
            found[i] = printed[order[place]]
    return found


def _is_slip(text: str, label: str) -> bool:
    """Whether one letter of a label is another, missing or too many; a digit may be the row's number."""
    one, other = bare(text), bare(label)
    if len(other) < _LEAST or abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, right = one[at:], other[at:]
    letter = rest[:1].isalpha()
    return (letter and rest[1:] in (right[1:], right)) or rest == right[1:]
