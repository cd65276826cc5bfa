"""How each table of the form is laid out on a screen: lines and number columns, from the one declaration."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from sections.form import (
    BANDS,
    DISPUTE_COLUMNS,
    DISPUTE_GROUPS,
    HEADINGS,
    PROACTIVE_COLUMNS,
    PROACTIVE_DOCUMENT_ROWS,
    PROACTIVE_SINGLE_ROWS,
    REQUEST_COLUMNS,
    REQUEST_ROWS,
    TABLES,
    Column,
    Identity,
    Row,
)


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
    """A table as it stands on the screen."""

    section: str
    columns: tuple[Column, ...]
    lines: tuple[GridLine, ...]
    balance: str = ""
    """What the 勾稽 line at the foot says it checks; empty for a table without one."""
    tail: int = 0
    """Cells kept free behind the last column, where that column is carried and the label is far from it."""

    @property
    def title(self) -> str:
        """The heading of the section."""
        return HEADINGS[self.section]

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
            for identity in TABLES[self.section].identities
            if identity.name == "balance"
        }

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """The arithmetic of the table."""
        return TABLES[self.section].identities

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
def layout_of(section: str) -> Layout:
    """The layout of a section's table; raises ``KeyError`` for a section without one."""
    return {"proactive": _proactive, "requests": _requests, "disputes": _disputes}[section]()


def _proactive() -> Layout:
    labels = {row.name: row.label for row in PROACTIVE_DOCUMENT_ROWS + PROACTIVE_SINGLE_ROWS}
    lines = []
    for band, (_, head, rows) in BANDS.items():
        lines.append(GridLine(band, head=head))
        for name in rows:
            fields = (
                (f"proactive.{name}", "", "")
                if head
                else tuple(f"proactive.{name}.{column.name}" for column in PROACTIVE_COLUMNS)
            )
            lines.append(GridLine(labels[name], 1, fields, (band,)))
    return Layout("proactive", PROACTIVE_COLUMNS, tuple(lines), tail=11)


def _requests() -> Layout:
    return Layout(
        "requests",
        REQUEST_COLUMNS,
        tuple(_rows("requests", REQUEST_ROWS, REQUEST_COLUMNS)),
        "勾稽 一＋二＝三＋四",
    )


def _disputes() -> Layout:
    return Layout("disputes", DISPUTE_COLUMNS, tuple(_rows("disputes", DISPUTE_GROUPS, DISPUTE_COLUMNS)))


def _rows(section: str, rows: Iterable[Row], columns: tuple[Column, ...]) -> Iterator[GridLine]:
    """A line for each row, and one for each group where it begins."""
    seen: set[str] = set()
    for row in rows:
        for depth, group in enumerate(row.groups):
            if group not in seen:
                seen.add(group)
                yield GridLine(group, depth, groups=row.groups[:depth])
        fields = tuple(f"{section}.{row.name}.{column.name}" for column in columns)
        yield GridLine(row.label, row.level, fields, row.groups)
