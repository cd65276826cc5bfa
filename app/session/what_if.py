"""What a table would say with a half-typed number in it: totals and findings, nothing saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.session.views import by_location
from sections.form.elements import Source
from sections.report.cells import Number, Sources, resolve, values_of
from sections.report.parts import Other, Overview
from sections.report.report import Report
from sections.rules.base import Context, Finding

if TYPE_CHECKING:
    from app.session.session import Session

Cells = dict[str, Number | None]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Every cell of the tables, and what every rule finds in them, by field."""

    cells: Cells
    findings: Mapping[str, tuple[Finding, ...]]


def entered_cells(report: Report) -> Cells:
    """The cells of ``report`` that other cells are worked out from."""
    return {
        path: report.number(path)
        for path, source in report.form.sources.items()
        if source is not Source.COMPUTED
    }


def what_if(session: "Session", entered: Cells, field: str, value: Number | None) -> WhatIf:
    """The tables with ``value`` in ``field``. ``entered`` are ``entered_cells`` of the session's report.

    The rules see the tables without the narrative: its sentences still say the old number, and are drafted
    anew only once the cell is left."""
    from sections.rules.run import check

    report = session.report
    sources = Sources({**entered, field: value}, session.last, report.overruled)
    cells = values_of(resolve(report.form, sources))
    context = Context(_tables_only(report, cells), session.last, drafting=True, answers_known=True)
    return WhatIf(cells, by_location(finding for finding in check(context) if finding.where in cells))


def _tables_only(report: Report, cells: Cells) -> Report:
    return report.with_cells(
        cells,
        opening="",
        overview=Overview(),
        problems=report.problems.model_copy(update={"text": ""}),
        other=Other(),
        paragraphs={},
        figures=(),
    )
