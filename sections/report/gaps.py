"""What was not read of a source or belongs to no part of a report, in as few words as say all of it.

A table of which nothing was found is one gap and not a hundred and seventy-five; so is a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sections.form.model import Form
from sections.form.registry import is_cell
from sections.report.parts import Unread
from sections.report.report import Report

_QUOTES: Final = 3
_QUOTED: Final = 24


@dataclass(frozen=True, slots=True)
class Gap:
    """``where``: a table, a row of it, a cell, or another place; ``first``: the first place in it."""

    where: str
    first: str
    count: int
    raw: str
    reason: str

    label: str
    """In the words of the form."""
    is_table: bool = False

    @property
    def words(self) -> str:
        """What happened: that nothing is there, or what stands there and why it is no number."""
        if self.is_table:
            return "没有找到这张表"
        what = f"整行{self.count}格" if self.count > 1 else ""
        if not self.raw:
            return f"{what}没有读出" + (f"（{self.reason}）" if self.reason else "")
        reason = f"，{self.reason}" if self.reason else ""
        return f"{what}原文“{self.raw}”{reason}"


def gaps_of(report: Report) -> Iterator[Gap]:
    """The gaps of a report, in its order; a cell that its form does not have is none."""
    form = report.form
    missing = {section for section, table in form.tables.items() if _is_missing(report, table.paths)}
    unread = [place for place in report.unread if place.where in form.places or not is_cell(place.where)]
    for section, places in groupby(unread, lambda place: place.where.split(".", 1)[0]):
        if section in missing:
            found = list(places)
            yield Gap(section, found[0].where, len(found), "", "", form.headings[section], is_table=True)
        else:
            yield from _rows(form, places)


def left_out_words(report: Report) -> Iterator[str]:
    """What was left out of a source, a line for each reason: how many lines, and the first of them."""
    by_reason: dict[str, list[str]] = {}
    for line in report.left_out:
        by_reason.setdefault(line.reason, []).append(line.text)
    for reason, texts in by_reason.items():
        quoted = "、".join(f"“{_shortened(text)}”" for text in texts[:_QUOTES])
        yield f"{reason}{len(texts)}行：{quoted}{'等' if len(texts) > _QUOTES else ''}"


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"


def _is_missing(report: Report, paths: tuple[str, ...]) -> bool:
    """Whether nothing was found of a table: every cell is unread, and none has words in it."""
    blank = {place.where for place in report.unread if not place.raw}
    return blank.issuperset(paths)


def _rows(form: Form, places: Iterator[Unread]) -> Iterator[Gap]:
    for (row, raw, reason), found in groupby(
        places, lambda place: (_row(form, place.where), place.raw, place.reason)
    ):
        alike = [place.where for place in found]
        if len(alike) > 1 and frozenset(alike) == frozenset(
            form.tables[alike[0].split(".")[0]].row_paths(row)
        ):
            section = alike[0].split(".")[0]
            yield Gap(f"{section}.{row}", alike[0], len(alike), raw, reason, form.row_label(alike[0]))
        else:
            for where in alike:
                label = form.label(where) if where in form.places else where
                yield Gap(where, where, 1, raw, reason, label)


def _row(form: Form, where: str) -> str:
    """The name of a cell's row; the place itself where it is no cell."""
    return form.places[where].row.name if where in form.places else where
