"""How each table of the form is laid out on a screen: lines and number columns, from the one declaration."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, NamedTuple

from sections.form.elements import Column, Identity, IdentityKind, Shape, path_of
from sections.form.model import Form, Table

_TAIL: Final = 11
"""Cells kept free behind a last column that is carried, for the words that say so."""


@dataclass(frozen=True, slots=True)
class GridLine:
    """One line of the grid: a row of numbers, or (without fields) a head over the rows below it.

    ``fields`` has one entry a column, empty where the form has no cell; ``head`` says what the numbers below
    are when it is not what the column says; ``groups`` are the heads this line stands under."""

    label: str
    level: int = 0
    fields: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    head: str = ""


class Spot(NamedTuple):
    """A cell by its line and its column; in reading order."""

    line: int
    column: int


@dataclass(frozen=True)
class Layout:
    """A table as it stands on the screen; ``title`` is the heading of its section."""

    table: Table
    title: str
    columns: tuple[Column, ...]
    lines: tuple[GridLine, ...]
    balance: str = ""
    """What the 勾稽 line at the foot says it checks; empty for a table without one."""
    tail: int = 0
    """Cells kept free behind the last column, where that column is carried and the label is far from it."""

    @property
    def section(self) -> str:
        """The section of the table."""
        return self.table.section

    @cached_property
    def spots(self) -> dict[str, Spot]:
        """Where each field stands."""
        return {
            field: Spot(number, column)
            for number, line in enumerate(self.lines)
            for column, field in enumerate(line.fields)
            if field
        }

    @cached_property
    def balances(self) -> dict[int, Identity]:
        """Column -> the identity that the 勾稽 line shows for it."""
        if not self.balance:
            return {}
        return {
            self.spots[identity.where].column: identity
            for identity in self.table.identities
            if identity.kind is IdentityKind.BALANCE
        }

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """The arithmetic of the table."""
        return self.table.identities

    @cached_property
    def totals(self) -> frozenset[int]:
        """The columns that add up the others of their rows."""
        return frozenset(
            self.spots[identity.where].column
            for identity in self.table.identities
            if identity.kind is IdentityKind.ROW_TOTAL
        )

    @cached_property
    def number_lines(self) -> tuple[int, ...]:
        """The lines that hold numbers, in order: the rows that a pasted block is laid over."""
        return tuple(number for number, line in enumerate(self.lines) if line.fields)

    def field_at(self, spot: Spot) -> str:
        """The field that stands there; empty where there is none."""
        if not 0 <= spot.line < len(self.lines):
            return ""
        fields = self.lines[spot.line].fields
        return fields[spot.column] if 0 <= spot.column < len(fields) else ""

    def heads_above(self, top: int) -> tuple[str, ...]:
        """The heads that ``top``, the first line in sight, stands under and that have scrolled away."""
        return self.lines[top].groups if 0 <= top < len(self.lines) else ()


@cache
def layout_of(form: Form, section: str) -> Layout:
    """The layout of a section's table; raises ``KeyError`` for a section without one."""
    table = form.tables[section]
    lines = tuple(_bands(table) if table.shape is Shape.BANDED else _rows(table))
    columns = max((block.columns for block in table.blocks), key=len)
    carried = {form.places[carry.path].column for carry in table.carries}
    tail = _TAIL if columns[-1] in carried else 0
    balance = f"勾稽 {table.balance_label}" if table.balance_label else ""
    return Layout(table, form.headings[section], columns, lines, balance, tail)


def _bands(table: Table) -> Iterator[GridLine]:
    """A line for each band and each row under it; a block of one column says itself what its numbers are."""
    width = max(len(block.columns) for block in table.blocks)
    for block in table.blocks:
        head = block.columns[0].label if len(block.columns) == 1 else ""
        yield GridLine(block.band, head=head)
        for row in block.rows:
            fields = [path_of(table.section, row, column, block) for column in block.columns]
            fields += [""] * (width - len(fields))
            yield GridLine(row.label, 1, tuple(fields), (block.band,))


def _rows(table: Table) -> Iterator[GridLine]:
    """A line for each row, and one for each group where it begins."""
    seen: set[str] = set()
    for row in table.rows:
        for depth, group in enumerate(row.groups):
            if group not in seen:
                seen.add(group)
                yield GridLine(group, depth, groups=row.groups[:depth])
        yield GridLine(row.label, row.level, table.row_paths(row.name), row.groups)
