"""Reports that are kept here, checked by their names, and looked up as last year's reports of files."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from app.cli.console import library
from app.cli.targets import names_kept, selected
from app.errors import SessionError
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.checking.last_year import LastReport, LastYear
    from app.checking.results import Checked, Selection
    from app.session.last_year import LastYear as Preceding
    from app.session.library import Library
    from app.session.past import Past
    from app.session.views import ReportSummary
    from sections.report.report import Report


def last_year_in_store(report: "Report") -> "tuple[LastReport | None, str]":
    """Last year's report of the same organ, if the clerk's store holds it, and what is to be said of it; no
    store is made for this."""
    with suppress(NianbaoError), _past() as past:
        if past is not None and report.unit and report.year:
            return _kept(past.last(report.unit, report.year))
    return None, ""


def earlier_in_store(report: "Report") -> "tuple[Report, ...]":
    """The reports of the organ's years before last year's that the clerk's store holds."""
    with suppress(NianbaoError), _past() as past:
        if past is not None and report.unit and report.year:
            return past.earlier(report.unit, report.year)
    return ()


@contextmanager
def _past() -> "Iterator[Past | None]":
    from app.session.past import Past
    from store.database import Store
    from store.paths import database

    if not database().is_file():
        yield None
        return
    with Store.open() as store:
        yield Past(store)


def _kept(last: "Preceding") -> "tuple[LastReport | None, str]":
    from app.checking.last_year import LastReport, Source

    found = None if last.report is None else LastReport(last.report, Source.STORE, whose=last.whose)
    return found, last.note


class StoredReports:
    """Checks reports by their names; opens the store once, and only where it is asked for one. Use as a
    context manager."""

    def __init__(self, last_year: "LastYear", selection: "Selection", year: int = 0) -> None:
        self._last_year, self._selection, self._year = last_year, selection, year
        self._stack = ExitStack()
        self._found: Library | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def results(self, target: str) -> "Iterator[Checked]":
        """The results of the reports that a name or a pattern fits; a failure where there is none."""
        from app.checking.results import Checked
        from app.cli.arguments.shared import half_width

        target = half_width(target)
        try:
            _refuse(target)
            found = self._library()
            cards = selected(found, target, self._year)
        except NianbaoError as error:
            yield Checked(target, failure=str(error))
            return
        for card in cards:
            try:
                yield replace(_check(found, card, self._last_year, self._selection), stored=True)
            except NianbaoError as error:
                yield Checked(f"{card.unit}@{card.year}", failure=str(error), stored=True)

    def _library(self) -> "Library":
        if self._found is None:
            self._found = found = self._stack.enter_context(library())
            if self._last_year.find is last_year_in_store:
                past = found.past()
                self._last_year = replace(
                    self._last_year,
                    find=lambda report: _kept(past.last(report.unit, report.year)),
                    find_earlier=lambda report: past.earlier(report.unit, report.year),
                )
        return self._found


def _refuse(target: str) -> None:
    """Raise ``SessionError`` for what is no file and cannot be the name of a stored report either."""
    from store.paths import database

    if not names_kept(target) and ("." in Path(target).name or "/" in target):
        raise SessionError(f"找不到文件 {target}。", "请检查文件名和所在的文件夹。")
    if not database().is_file():
        raise SessionError(f"没有找到“{target}”，既没有这个文件，也没有保存过年报。", "请检查文件名。")


def _check(
    found: "Library", card: "ReportSummary", last_year: "LastYear", selection: "Selection"
) -> "Checked":
    """A draft as its answers make it now; a finished or imported report as it was."""
    from app.checking.results import Checked, check_beside
    from store.model import Status

    name, stored = f"{card.unit}@{card.year}", found.store.report(card.id)
    if stored.status != Status.DRAFT:
        return check_beside(name, found.report_of(stored), last_year, selection)
    with found.open(card.id) as session:
        findings = tuple(f for f in session.finishing.findings() if selection.allows(f.code))
        last, told = _kept(session.last_year)
        return Checked(
            name,
            card.unit,
            card.year,
            findings,
            last=None if last is None else last.compared,
            form_id=session.report.form_id,
            note=_draft_note(last_year) + told,
        )


def _draft_note(last_year: "LastYear") -> str:
    return "草稿只与保存的上年年报比较，--last-year 没有用在它上面。" if last_year.given else ""
