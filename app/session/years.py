"""The years beside each other: every report of an organ that is kept here, and its main numbers."""

from typing import TYPE_CHECKING

from sections.report.key_numbers import Series, series_of
from sections.report.report import Report

if TYPE_CHECKING:
    from app.session.library import Library


def reports_of(library: "Library", organ: str, until: int = 9999) -> "tuple[Report, ...]":
    """The reports of an organ up to a year, oldest first; also those that the library takes for the organ's
    under another name, as last year's."""
    store, past = library.store, library.past()
    name, found = organ, list[Report]()
    for year in sorted({record.year for record in store.reports() if record.year <= until}, reverse=True):
        record = store.of_organ(name, year)
        report = past.last(name, year + 1).report if record is None else past.report_of(record)
        if report is not None:
            found.append(report)
            name = report.unit if store.of_organ(report.unit, year) else name
    return tuple(reversed(found))


def years_of(library: "Library", organ: str) -> tuple[Series, ...]:
    """The main numbers of all years that are kept of an organ."""
    return series_of(reports_of(library, organ))
