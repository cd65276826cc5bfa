"""Tables pasted as text in other layouts than the form's: as many numbers follow heads as these can have.

Cells that only follow one another have no place, so that the sums of a row must confirm it; where there are
none, heads and numbers must be as many on lines of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final

from app.documents.read.blocks import Cell
from app.documents.read.tables.cell_order import is_number
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.label_walk import CANNOT
from app.documents.read.tables.labels import TableLabels
from app.documents.read.tables.numbers import is_blank
from app.documents.read.tables.witnesses import Testimony, has_sums
from sections.form.elements import Shape

_ROW: Final = "row"
_COLUMN: Final = "column"
_NUMBER: Final = "number"


@dataclass(slots=True)
class _Run:
    """Labels of rows, heads of columns or numbers that follow one another."""

    kind: str
    names: list[str]
    cells: list[Cell]

    @property
    def is_line(self) -> bool:
        """Whether all of it stands in one line."""
        return len({cell.origin[0] for cell in self.cells}) == 1


@dataclass(slots=True)
class _Rows:
    """Row -> column -> number with its head, as far as they were met."""

    cells: dict[str, dict[str, tuple[Cell, str]]] = field(default_factory=dict)
    are_lines: bool = True
    """Whether every number stands in a line with just as many others as its heads."""

    def put(self, rows: Sequence[str], heads: Sequence[tuple[str, str]], numbers: Sequence[Cell]) -> bool:
        """Whether numbers, one for each row and head, are the first in their places."""
        places = zip(rows, heads, numbers, strict=True)
        return all(
            self.cells.setdefault(row, {}).setdefault(column, (cell, head))[0] is cell
            for row, (column, head), cell in places
        )


def read_runs(flat: Sequence[Cell], labels: TableLabels, cells: Cells) -> bool:
    """Whether the cells hold the table in such a layout, which is then read as far as it is certain."""
    runs = _runs(flat, labels)
    rows = (_rows(runs, labels) if _is_other_layout(runs, labels) else None) or _Rows()
    whole = {name: own for name, own in rows.cells.items() if own.keys() == set(labels.columns_of(name))}
    for name, own in whole.items():
        columns = labels.columns_of(name)
        paths = labels.paths(name, columns)
        order = {labels.path(name, column): cell for column, (cell, _) in own.items()}
        in_form = list(own) == columns and rows.are_lines
        place = order if in_form and not has_sums(paths, cells.form) else {}
        heads = " ".join(head for _, head in own.values())
        cells.decide(Testimony(paths, place, [order], list(order.values())), heads, CANNOT)
    return bool(whole) or (
        labels.table.shape is not Shape.STRIP
        and any(r.kind == _ROW and r.is_line and len(r.names) * 2 > len(labels.table.rows) for r in runs)
    )


def _is_other_layout(runs: Sequence[_Run], labels: TableLabels) -> bool:
    """Whether heads follow the labels of several rows; in a strip, where they are not those of all rows."""
    pairs = [(one, two) for one, two in pairwise(runs) if (one.kind, two.kind) == (_ROW, _COLUMN)]
    if labels.table.shape is Shape.STRIP:
        return any(len(two.names) < len(labels.table.paths) for _, two in pairs)
    return any(len(one.names) > 1 for one, _ in pairs)


def _runs(flat: Sequence[Cell], labels: TableLabels) -> list[_Run]:
    """What follows one another, other words aside unless they end a run of numbers."""
    told: list[tuple[str, str, Cell]] = []
    for cell in flat:
        kind, name = _kind(cell, labels)
        if not is_blank(cell.text) and (kind or (told and told[-1][0] == _NUMBER)):
            told.append((kind, name, cell))
    return [
        _Run(kind, [name for _, name, _ in own], [cell for _, _, cell in own])
        for kind, run in groupby(told, lambda one: one[0])
        for own in [list(run)]
    ]


def _kind(cell: Cell, labels: TableLabels) -> tuple[str, str]:
    """What a cell is, and what it names."""
    if is_number(cell):
        return _NUMBER, ""
    if labels.names_row(cell.text):
        return _ROW, labels.row(cell.text) or ""
    column = labels.column(cell.text)
    return (_COLUMN, column) if column else ("", "")


def _rows(runs: Sequence[_Run], labels: TableLabels) -> _Rows | None:
    """The rows that runs give: columns for several rows and a number for each; a column and a number for each
    row; columns, and for every row a number for each. None where numbers are not as many, or other rows
    follow where those of rows and columns should."""
    found = _Rows()
    rows: list[str] = []
    heads: list[tuple[str, str]] = []
    before = ""
    for run in (run for run in runs if run.kind):
        if run.kind == before or (run.kind == _ROW and before == _COLUMN and rows):
            return None
        if run.kind == _ROW:
            rows, heads = run.names, heads if before == _NUMBER or not rows else []
        elif run.kind == _COLUMN:
            heads = [(name, cell.text) for name, cell in zip(run.names, run.cells, strict=True)]
            found.are_lines = found.are_lines and run.is_line
        elif not _take(found, run, rows, heads, labels):
            return None
        else:
            found.are_lines = found.are_lines and run.is_line
        before = run.kind
    return found


def _take(
    found: _Rows, run: _Run, rows: Sequence[str], heads: Sequence[tuple[str, str]], labels: TableLabels
) -> bool:
    """Whether as many numbers follow as rows and heads can have."""
    count = len(run.cells)
    if len(rows) == 1 and len(heads) == count:
        return found.put(list(rows) * count, heads, run.cells)
    rows = _from_left_to_right(rows, labels)
    if len(heads) == 1 and len(rows) == count:
        if labels.table.identities and count < len(labels.table.rows):
            return False  # whose numbers these are no sum of a row can tell
        return found.put(rows, list(heads) * count, run.cells)
    of_rows = [row for row in rows for _ in labels.columns_of(row)]
    return len(of_rows) == len(heads) == count and found.put(of_rows, heads, run.cells)


def _from_left_to_right(rows: Sequence[str], labels: TableLabels) -> list[str]:
    """Labels that follow one another in the order of the form, or all of them line by line, those of groups
    below: as the form has them. [] for any other order, since no sum tells one row from another."""
    in_form = [row.name for row in labels.table.rows]
    by_line = [row.name for row in sorted(labels.table.rows, key=lambda row: row.level)]
    if list(rows) == by_line:
        return in_form
    return list(rows) if list(rows) == [name for name in in_form if name in rows] else []
