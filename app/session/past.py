"""What came before a report: last year's, those of the years before, read from the store, each once."""

from typing import TYPE_CHECKING, Final

from app.session.last_year import LastYear, last_year
from store.model import Status

if TYPE_CHECKING:
    from prompts.narrative.compose import Drafter
    from sections.report.report import Report
    from store.database import Store
    from store.model import ReportRecord

MOST_YEARS: Final = 10
"""So many years back are looked at."""


class Past:
    """Reads the reports that others follow. What was read is kept: make a new one once something changed."""

    def __init__(self, store: "Store", drafter: "Drafter | None" = None) -> None:
        self._store, self._drafter = store, drafter
        self._known: dict[int, Report] = {}

    def report_of(self, record: "ReportRecord") -> "Report":
        """The whole report as it was finalised or imported, or as its answers make it now."""
        if record.id not in self._known:
            self._known[record.id] = self._read(record)
        return self._known[record.id]

    def _read(self, record: "ReportRecord") -> "Report":
        """A draft is worked out from its answers and neither checked nor opened; its wording may depend on
        the drafts of the years before, so those are worked out too."""
        document = None if record.status is Status.DRAFT else self._store.document(record.id)
        if document is not None:
            return document
        from app.session.compute import DraftContent, compute

        content = DraftContent.load(self._store, record.id)
        last = self.last(record.unit, record.year).report
        earlier = self.earlier(record.unit, record.year)
        return compute(content, record.unit, record.year, last, self.drafter, earlier=lambda: earlier).report

    @property
    def drafter(self) -> "Drafter":
        """One that knows the clerk's own templates."""
        if self._drafter is None:
            from prompts.narrative.compose import Drafter
            from store.paths import templates

            self._drafter = Drafter(templates())
        return self._drafter

    def last(self, organ: str, year: int) -> LastYear:
        """Last year's report of an organ, or of what it came from."""
        return last_year(self._store, organ, year, self.report_of)

    def earlier(self, organ: str, year: int) -> "tuple[Report, ...]":
        """The reports of the years before last year's, also of what the organ came from; newest first."""
        records = self._store.earlier(organ, year)
        return tuple(
            self.report_of(report) for report in records if year - MOST_YEARS <= report.year < year - 1
        )
