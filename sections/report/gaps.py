"""What was not read of a source, in as few words as say all of it.

A table of which nothing was found is one gap and not a hundred and seventy-five; so is a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sections.form import HEADINGS, TABLES, label_of, table_fields
from sections.report.report import Report, Unread


@dataclass(frozen=True, slots=True)
class Gap:
    """``where``: a table, a row of it, a cell, or another place; ``first``: the first place in it."""

    where: str
    first: str
    count: int
    raw: str
    reason: str

    @property
    def label(self) -> str:
        """In the words of the form."""
        if self.where in TABLES:
            return HEADINGS[self.where]
        return label_of(self.where) if self.first in _FIELDS else self.where

    @property
    def words(self) -> str:
        """What happened: that nothing is there, or what stands there and why it is no number."""
        if self.where in TABLES:
            return "没有找到这张表"
        what = f"整行{self.count}格" if self.count > 1 else ""
        if not self.raw:
            return f"{what}没有读出" + (f"（{self.reason}）" if self.reason else "")
        reason = f"，{self.reason}" if self.reason else ""
        return f"{what}原文“{self.raw}”{reason}"


_FIELDS = frozenset(table_fields())


def gaps_of(report: Report) -> Iterator[Gap]:
    """The gaps of a report, in its order."""
    missing = {section for section, table in TABLES.items() if _is_missing(report, table.fields)}
    for section, places in groupby(report.unread, lambda place: place.where.split(".", 1)[0]):
        if section in missing:
            found = list(places)
            yield Gap(section, found[0].where, len(found), "", "")
        else:
            yield from _rows(places)


def _is_missing(report: Report, fields: tuple[str, ...]) -> bool:
    """Whether nothing was found of a table: every cell is unread, and none has words in it."""
    blank = {place.where for place in report.unread if not place.raw}
    return blank.issuperset(fields)


def _rows(places: Iterator[Unread]) -> Iterator[Gap]:
    for (row, raw, reason), found in groupby(
        places, lambda place: (_row(place.where), place.raw, place.reason)
    ):
        alike = [place.where for place in found]
        if len(alike) > 1 and frozenset(alike) == _ROWS.get(row):
            yield Gap(row, alike[0], len(alike), raw, reason)
        else:
            yield from (Gap(where, where, 1, raw, reason) for where in alike)


def _row(where: str) -> str:
    """The row of a cell; a row of a single cell is named by it."""
    return where.rsplit(".", 1)[0] if where in _FIELDS and where.count(".") > 1 else where


_ROWS = {row: frozenset(fields) for row, fields in groupby(table_fields(), _row)}
