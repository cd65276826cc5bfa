"""Tables that are those of the form cell for cell, as most are: no label moved, no number missing, all rows
adding up. Place, order and sums agree on every cell, so nothing is left to be found out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from app.documents.read.blocks import Grid
from app.documents.read.likeness import squeeze
from app.documents.read.tables.cell_order import is_number
from app.documents.read.tables.labels import vocabulary
from app.documents.read.tables.numbers import holds_words, is_blank
from sections.form.elements import Identity, IdentityKind
from sections.form.model import Form, Table

_COUNT: Final = re.compile(r"[0-9]{1,9}")
_MONEY: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_DIGIT: Final = re.compile(r"\d")
Place = tuple[int, int]


def exact_tables(grids: Iterable[Grid], form: Form) -> dict[str, str] | None:
    """Path -> the text of its cell, where ``grids`` are the tables of ``form``, each once, and such as have
    neither numbers nor labels of rows; else None."""
    found: dict[str, str] = {}
    for grid in grids:
        own = next((numbers for table in form.tables.values() if (numbers := _numbers(grid, table))), {})
        if found.keys() & own.keys() or not (own or _is_beside_tables(grid)):
            return None
        found |= own
    return found if len(found) == len(form.paths) else None


def _is_beside_tables(grid: Grid) -> bool:
    is_line = vocabulary().is_line
    return not any(is_number(cell) or is_line(cell.text) for row in grid.rows for cell in row)


def _numbers(grid: Grid, table: Table) -> dict[str, str]:
    """Path -> the text of its cell, where a grid is exactly that table; else nothing."""
    layout = _layout_of(table)
    texts = layout.texts(grid)
    if any(squeeze(texts.get(at, "")) != label for at, label in layout.labels.items()):
        return {}
    if not all(holds_words(texts[at]) and not _DIGIT.search(texts[at]) for at in layout.notes):
        return {}
    numbers = {path: texts[at] for at, path in layout.paths.items()}
    if not all(_COUNT.fullmatch(numbers[path]) for path in layout.counts) or not all(
        _MONEY.fullmatch(numbers[path]) for path in layout.money
    ):
        return {}
    return numbers if all(_adds_up(one, numbers) for one in layout.sums) else {}


def _adds_up(sum_of_row: Identity, numbers: Mapping[str, str]) -> bool:
    left, right = (sum(int(numbers[path]) for path in side) for side in (sum_of_row.left, sum_of_row.right))
    return left == right


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the cells of a table stand, by their first line and column."""

    lines: Sequence[Sequence[Place]]
    """The cells of each line from left to right."""
    owners: Sequence[Sequence[Place]]
    """Line by line, the cell that covers each column."""
    labels: Mapping[Place, str]
    """The text of every label, squeezed."""
    notes: Sequence[Place]
    """Cells whose words are free, without digits."""
    paths: Mapping[Place, str]
    counts: Sequence[str]
    money: Sequence[str]
    sums: Sequence[Identity]
    """What adds up within a row."""

    def texts(self, grid: Grid) -> dict[Place, str]:
        """The text of every cell of a grid that has just these; nothing where it has others."""
        if not grid.aligned:
            rows = [row for row in grid.rows if row]
            if list(map(len, rows)) != list(map(len, self.lines)):
                return {}
            pairs = (
                pair
                for cells, row in zip(self.lines, rows, strict=True)
                for pair in zip(cells, row, strict=True)
            )
            return {at: cell.text for at, cell in pairs}
        if list(map(len, grid.rows)) != list(map(len, self.owners)):
            return {}
        texts: dict[Place, str] = {}
        for line, (owners, row) in enumerate(zip(self.owners, grid.rows, strict=True)):
            for column, (owner, cell) in enumerate(zip(owners, row, strict=True)):
                if owner == (line, column):
                    texts[owner] = cell.text
                elif not grid.shows_merged and not is_blank(cell.text):
                    return {}
                if grid.shows_merged and cell.origin != owner:
                    return {}
        return texts


@cache
def _layout_of(table: Table) -> _Layout:
    owners = [[(0, 0)] * table.width for _ in range(table.height)]
    for cell in table.cells:
        for line in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.col, cell.col + cell.colspan):
                owners[line][column] = (cell.row, cell.col)
    in_order = sorted(table.cells, key=lambda cell: (cell.row, cell.col))
    is_money = {path: table.places[path].column.measure.is_money for path in table.paths}
    return _Layout(
        lines=[[(c.row, c.col) for c in line] for _, line in groupby(in_order, lambda c: c.row)],
        owners=owners,
        labels={(c.row, c.col): squeeze(c.text) for c in table.cells if not (c.path or c.is_note)},
        notes=[(c.row, c.col) for c in table.cells if c.is_note],
        paths={(c.row, c.col): c.path for c in table.cells if c.path},
        counts=[path for path in table.paths if not is_money[path]],
        money=[path for path in table.paths if is_money[path]],
        sums=[one for one in table.identities if one.kind is IdentityKind.ROW_TOTAL],
    )
