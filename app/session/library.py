"""Everything outside one report: the list, starting, opening, importing.

The report model is imported only when a report is opened: the list must be on the screen at once.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.clean_text import cleaned, cleaned_report
from app.errors import SessionError
from app.session.organs import Organs, called, several
from app.session.views import Imported, Known, ReportSummary
from sections.form.elements import Source
from sections.form.registry import written_form
from sections.organs import Deadline, Organ
from sections.report.values import Quantity, Value
from store.database import Store
from store.errors import DamagedError
from store.model import DeletedReport, Origin, ReportRecord, Status

if TYPE_CHECKING:
    from app.session.past import Past
    from app.session.session import Session
    from sections.report.cells import Number
    from sections.report.report import Report


class Library:
    """The reports on this computer, and what can be done with them from outside."""

    def __init__(self, store: Store, now: Callable[[], datetime] = datetime.now) -> None:
        self.store = store
        self.now = now
        self.organs = Organs(self)

    def reports(self) -> list[ReportSummary]:
        """Every report, newest first."""
        kinds: dict[str, str] = {}
        with suppress(DamagedError):
            kinds = self.store.kinds()
        return [self._summary(stored, kinds.get(stored.unit, "")) for stored in self.store.reports()]

    def latest(self, among: list[ReportSummary] | None = None) -> ReportSummary | None:
        """The draft that somebody stood in last, whatever the clock said then: the one to go on with."""
        every = self.reports() if among is None else among
        drafts = [summary for summary in every if summary.status == Status.DRAFT]
        orders = self.store.orders()
        return max(
            drafts,
            key=lambda summary: (orders.get(summary.id, 0), summary.saved or datetime.min),
            default=None,
        )

    def matching(self, ref: str) -> list[ReportSummary]:
        """The reports that ``ref`` may name: those of a year (2025), those whose organ's name has a word in
        it, both (单位@2025); newest first."""
        unit, year = _unit_and_year(ref)
        return [c for c in self.reports() if unit in c.unit and year in ("", str(c.year))]

    def find(self, ref: str) -> ReportSummary:
        """The report that ``ref`` names: 2025, 单位, 单位@2025. ``SessionError`` for none or several."""
        matching, (unit, _) = self.matching(ref), _unit_and_year(ref)
        exact = [c for c in matching if c.unit == unit] or matching
        newest = [c for c in exact if c.year == max(c.year for c in exact)]
        drafts = [c for c in newest if c.status == Status.DRAFT]
        chosen = drafts if len(drafts) == 1 else newest
        if not chosen:
            raise SessionError(f"没有找到“{ref}”对应的年报。", "请用 nianbao list 查看已有的年报。")
        if len(chosen) > 1:
            names = [f"{c.unit}@{c.year}" for c in chosen]
            raise SessionError(several(ref, names, "份年报"), "请写明“单位@年份”。")
        return chosen[0]

    def start(self, unit: str, year: int) -> Session:
        """A new draft; last year's report of the same organ is found by itself."""
        return self._start(unit, unit, year)

    def start_renamed(self, unit: str, name: str, year: int) -> Session:
        """A new draft of an organ that is called ``name`` from this year on; its earlier reports keep the old
        name, and last year's stays the one to compare with. Raises ``AlreadyThereError`` when another
        organ with that name has a report of the year."""
        return self._start(unit, name, year)

    def _start(self, unit: str, name: str, year: int) -> Session:
        unit, name = cleaned(unit).strip(), cleaned(name).strip()
        if not name:
            raise SessionError("单位名称不能为空。", "请输入单位全称，如“示例县民政局”。")
        if not 2008 <= year <= 2100:
            raise SessionError(f"年份{year}不对。", "请输入报告所属的年份，如2025。")
        with self.store.transaction():
            stored = self.store.create(unit, year)
            if name != unit:
                self.store.rename(stored.id, name)
            self.store.put(stored.id, {"profile.name": name}, Origin.TYPED)
        return self.open(stored.id)

    def open(self, report_id: int) -> Session:
        """A session on a report; read-only while another window holds it."""
        from app.session.session import Session
        from app.session.years import reports_of

        record, past = self.store.report(report_id), self.past()
        session = Session(self.store, record, past, self.now)
        session.exporting.earlier = partial(reports_of, self, record.unit, record.year - 1)
        return session

    def named(self, ref: str) -> ReportSummary:
        """The report that ``ref`` names in full: what cannot be meant by a slip. Raises ``SessionError``."""
        unit, _, year = ref.rpartition("@")
        found = [card for card in self.reports() if (card.unit, str(card.year)) == (unit, year)]
        if not found:
            raise SessionError(f"没有“{ref}”这份年报。", "请写全“单位@年份”，用 nianbao list 查看。")
        return found[0]

    def delete(self, report_id: int) -> None:
        """Delete a report; ``undelete`` brings it back. Raises ``SecondWindowError``."""
        self.store.delete(report_id)

    def deleted(self) -> list[DeletedReport]:
        """The reports deleted last that can be brought back, newest first."""
        return self.store.deleted()

    def undelete(self, report_id: int) -> ReportRecord:
        """Bring a deleted report back as it was; an imported one of that organ and year makes room and can
        itself be brought back. Raises ``SessionError`` where another was written here."""
        gone = next((report for report in self.deleted() if report.id == report_id), None)
        with self.store.transaction():
            there = self.store.of_organ(gone.unit, gone.year) if gone is not None else None
            if there is not None and there.status is not Status.IMPORTED:
                raise SessionError(
                    f"{there.unit}{there.year}年现在有另一份年报（{there.status.label}），没有恢复。",
                    "要恢复，请先删除现在的那一份，以后也可以恢复它。",
                )
            if there is not None:
                self.store.delete(there.id)
            return self.store.undelete(report_id)

    def damage(self) -> tuple[str, ...]:
        """Why nothing can be written, and what is missing from the list, in sentences."""
        return self.store.damage_of_list()

    def import_report(self, path: Path) -> Imported:
        """What a file says, without keeping it. Raises ``NotAReport`` when it is no annual report, and
        ``SessionError`` for a reviewer's edition."""
        from app.documents.editions import is_review
        from app.documents.read.importer import read_with_page

        imported = Imported(path, *read_with_page(path))
        if is_review(imported.report):
            raise SessionError("这是送审稿，里面有审核用的标记，不能导入。", "请导入正式文本。")
        return imported

    def known(self, report: Report) -> Known | None:
        """The report of that organ and year that is kept, and what ``report`` says otherwise; None for none.

        Where it was drafted here, ``take_over`` refuses; where it was imported, it replaces it."""
        from app.session.differences import DifferenceKind, differences, in_words

        kept = self.store.of_organ(report.unit, report.year) if report.unit and report.year else None
        if kept is None:
            return None
        before, after = self.report_of(kept), cleaned_report(report)
        told = in_words(before, after)
        numbers = any(difference.kind is DifferenceKind.CELL for difference in differences(before, after))
        return Known(kept.id, kept.unit, kept.year, kept.status, told, numbers)

    def take_over(self, report: Report, file: str = "") -> int:
        """Keep an imported report as that year's; its id. A report drafted here is never replaced; an
        imported one that is replaced can be brought back (``Store.undelete``). ``file`` is the name of the
        file it was read from.

        Nothing that commands a terminal is kept of it."""
        report = cleaned_report(report)
        report = called(report, report.unit)
        if not report.unit or not report.year:
            what = "单位名称" if not report.unit else "年份"
            raise SessionError(f"文件里没有找到{what}，不知道是哪一份年报。", "请在导入时补上。")
        with self.store.transaction():
            existing = self.store.of_organ(report.unit, report.year)
            if existing is not None and existing.status != Status.IMPORTED:
                raise SessionError(
                    f"{report.unit}{report.year}年的年报已经在这里填写，没有用导入的内容覆盖它。",
                    "如果确实要重新导入，请先删除那一份。",
                )
            if existing is not None:
                if self.store.document(existing.id) == report:
                    return existing.id
                self.store.delete(existing.id)
            stored = self.store.create(report.unit, report.year, Status.IMPORTED)
            self.store.put(stored.id, answers_of(report), Origin.IMPORTED, by=cleaned(file))
            self.store.put_document(stored.id, report)
        return stored.id

    def past(self) -> Past:
        """What reads the reports that others follow, as they are now."""
        from app.session.past import Past

        return Past(self.store)

    def report_of(self, record: ReportRecord) -> Report:
        """The whole report as it was finalised or imported, or as its answers make it now."""
        return self.past().report_of(record)

    def last_of(self, organ: str, year: int) -> Report | None:
        """Last year's report of the organ, or of what it came from; see ``last_year``."""
        return self.past().last(organ, year).report

    def _summary(self, stored: ReportRecord, kind: str) -> ReportSummary:
        summary = {} if stored.status is Status.IMPORTED else self.store.summary(stored.id)
        deadline = self._deadline(stored, kind) if stored.status == Status.DRAFT else None
        left = (deadline.day - self.now().date()).days if deadline else -1
        return ReportSummary(
            id=stored.id,
            unit=stored.unit,
            year=stored.year,
            status=stored.status,
            saved=stored.saved,
            done=summary.get("done", 0),
            total=summary.get("total", 0),
            errors=summary.get("errors", 0),
            warnings=summary.get("warnings", 0),
            deadline=deadline.words if deadline else "",
            days_left=left if left >= 0 else None,
        )

    def _deadline(self, stored: ReportRecord, kind: str) -> Deadline:
        """The day the law names: for the kind that the report says, else for what is known of the organ; an
        answer that cannot be read does not keep the list from showing."""
        said: Value | None = None
        with suppress(DamagedError):
            said = self.store.answer(stored.id, "profile.kind")
        return Organ(stored.unit, str(said or kind)).deadline(stored.year)


def _unit_and_year(ref: str) -> tuple[str, str]:
    unit, _, year = ref.rpartition("@")
    if unit:
        return unit, year
    return ("", ref) if ref.isdigit() else (ref, "")


def answers_of(report: Report) -> dict[str, Value]:
    """The answers that a read report gives: the cells that a draft of its year has, and its facts; what could
    not be read is left out."""
    from sections.facts import FACTS

    answers: dict[str, Value] = {}
    for field, source in written_form(report.year).sources.items():
        number: Number | None = report.number(field)
        if number is not None and source is not Source.COMPUTED:
            answers[field] = number
    for figure in report.figures:
        if figure.id in FACTS and FACTS[figure.id].kind == "count" and isinstance(figure.value, int):
            answers[figure.id] = Quantity(figure.value)
    return answers | report.facts
