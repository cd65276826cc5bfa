"""What a reading left in doubt, settled cell by cell by the clerk before the report is taken over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.session.views import Outcome
from sections.errors import NianbaoError
from sections.form.model import Table
from sections.report.cells import Number
from sections.report.parts import Unread
from sections.report.report import Report

if TYPE_CHECKING:
    from app.documents.read.source_text import Page


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell without a certain number, or the first of a row whose label is not the form's; and why, in a
    sentence."""

    field: str
    message: str


class ImportReview:
    """An imported report while its doubts are settled; nothing is stored."""

    def __init__(self, report: Report, page: "Page | None" = None) -> None:
        self._report, self.page = report, page
        self._corrected: dict[str, Number] = {}
        self._settled: set[str] = set()
        self.all = _doubts(report)

    @property
    def report(self) -> Report:
        """The report with what was settled; cells left in doubt stay unread."""
        if not self._corrected and not self._settled:
            return self._report
        cells = {field: self.value(field) for field in self._report.form.paths}
        unread = tuple(entry for entry in self._report.unread if entry.where not in self._corrected)
        return self._report.with_cells(cells, unread=unread)

    def value(self, field: str) -> Number | None:
        """The number of a cell, as corrected or as read."""
        return self._corrected[field] if field in self._corrected else self._report.number(field)

    @property
    def open(self) -> tuple[Doubt, ...]:
        """What is not settled yet."""
        return tuple(doubt for doubt in self.all if doubt.field not in self._settled)

    def at(self, field: str) -> Doubt | None:
        """The doubt about a cell, settled or not."""
        return next((doubt for doubt in self.all if doubt.field == field), None)

    def put(self, texts: Mapping[str, str]) -> Outcome:
        """Take the numbers typed for cells, all or none; a cell that stood in doubt is settled by it."""
        from prompts.numbers import read_number

        form, numbers = self._report.form, dict[str, Number]()
        for field, text in texts.items():
            try:
                if text.strip():
                    numbers[field] = read_number(text, form.measure(field))
            except NianbaoError as error:
                return Outcome(False, f"{form.label(field)}：{error}")
        self._corrected |= numbers
        self._settled |= numbers.keys()
        return Outcome(True, "", tuple(texts))

    def settle(self, field: str) -> None:
        """The clerk looked: the cell stays as it is, blank or read."""
        self._settled.add(field)

    def next_after(self, field: str) -> Doubt | None:
        """The next open doubt after a cell, in the order of the form, wrapping round."""
        order = {path: index for index, path in enumerate(self._report.form.paths)}
        here = order.get(field, -1)
        return min(
            self.open,
            key=lambda doubt: (order[doubt.field] <= here, order[doubt.field]),
            default=None,
        )


def _doubts(report: Report) -> tuple[Doubt, ...]:
    """In the order of the form. A table of which nothing was read is not in doubt, it is missing."""
    fields = frozenset(field for table in _tables_read(report) for field in table.paths)
    doubts = {
        entry.where: Doubt(entry.where, _why_unread(entry))
        for entry in report.unread
        if entry.where in fields
    }
    for remark in report.remarks:
        if remark.kind == "label" and remark.where in fields:
            message = f"原文的项目名称是“{remark.printed}”，按“{remark.right}”读取，请核对这一行。"
            doubts.setdefault(remark.where, Doubt(remark.where, message))
    return tuple(doubts[field] for field in report.form.paths if field in doubts)


def _tables_read(report: Report) -> Iterator[Table]:
    raw = {entry.where for entry in report.unread if entry.raw}
    for table in report.form.tables.values():
        if any(report.number(field) is not None or field in raw for field in table.paths):
            yield table


def _why_unread(entry: Unread) -> str:
    reason = entry.reason or "没有读准"
    return f"原文“{entry.raw}”，{reason}。" if entry.raw else f"{reason}。"
