"""The years beside each other: every report of an organ that is kept here, and its main numbers."""

from typing import TYPE_CHECKING

from sections.report.key_numbers import Series, series_of
from sections.report.report import Report

if TYPE_CHECKING:
    from app.session.library import Library


def reports_of(library: "Library", organ: str, until: int = 9999) -> "tuple[Report, ...]":
    """The reports of an organ up to a year, oldest first; also those that the library takes for the organ's
    under another name, as last year's."""
    cards = [card for card in library.reports() if card.year <= until]
    names, found = {organ}, list[Report]()
    for year in sorted({card.year for card in cards}, reverse=True):
        card = next((card for card in cards if card.year == year and card.unit in names), None)
        report = library.report_of(library.store.report(card.id)) if card else None
        report = report or (library.last_of(found[-1].unit, year + 1) if found else None)
        if report is not None:
            names.add(report.unit)
            found.append(report)
    return tuple(reversed(found))


def years_of(library: "Library", organ: str) -> tuple[Series, ...]:
    """The main numbers of all years that are kept of an organ."""
    return series_of(reports_of(library, organ))
