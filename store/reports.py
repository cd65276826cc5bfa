"""Organs and their reports by year."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from store import deleted_reports
from store.errors import AlreadyThereError, DamagedError, MissingReportError
from store.journal import NOT_UNDERSTOOD, Journal, to_text, to_time
from store.model import DISCLOSURE, DeletedReport, ReportRecord, Status
from store.texts import readable

SELECT: Final = """
    SELECT r.id, u.name, r.year, r.status, r.created, r.saved, r.kind
    FROM reports r LEFT JOIN units u ON u.id = r.unit_id"""
IDENTITY: Final = "coalesce(u.organ_id, u.id)"
"""The organ that a row ``u`` of ``units``, which is a name, belongs to."""
ORGAN_OF: Final = "(SELECT coalesce(organ_id, id) FROM units WHERE name = ?)"
"""The organ that bears, or bore, a name."""
_NAMELESS: Final = "（单位名称读不出来）"


class Reports(Journal):
    """List, find, make, delete and bring back reports; one window at a time writes a report."""

    def reports(self) -> list[ReportRecord]:
        """Every report that can be read, newest year first, then by organ; ``damage_of_list`` tells of
        others."""
        stored = []
        for row in self._rows_of_list():
            with suppress(DamagedError):
                stored.append(self._stored(row))
        return sorted(
            stored, key=lambda report: (-report.year, report.unit.encode(errors="replace"), report.id)
        )

    def _rows_of_list(self) -> list[tuple[Any, ...]]:
        """The rows of the list; where the names are damaged, those reports stand without one."""
        try:
            return self._db.rows(f"{SELECT} ORDER BY r.id")
        except DamagedError:
            names = dict(self._db.surviving("SELECT id, name FROM units ORDER BY id"))
            columns = "id, unit_id, year, status, created, saved, kind"
            rows = self._db.surviving(f"SELECT {columns} FROM reports ORDER BY id")
            return [(number, names.get(unit), *rest) for number, unit, *rest in rows]

    def find(self, unit: str, year: int, kind: str = DISCLOSURE) -> ReportRecord | None:
        """The report of an organ, named exactly, and a year."""
        rows = self._db.rows(f"{SELECT} WHERE u.name = ? AND r.year = ? AND r.kind = ?", unit, year, kind)
        return self._stored(rows[0]) if rows else None

    def of_organ(self, name: str, year: int, kind: str = DISCLOSURE) -> ReportRecord | None:
        """The report of an organ, under whichever of its names, and a year; that under ``name`` first."""
        found = self._ours(
            f"{IDENTITY} = {ORGAN_OF} AND r.year = ? AND r.kind = ? ORDER BY u.name <> ?, r.id",
            *(name, year, kind, name),
        )
        return found[0] if found else None

    def of_year(self, year: int, kind: str = DISCLOSURE) -> list[ReportRecord]:
        """Every report of a year."""
        return self._ours("r.year = ? AND r.kind = ? ORDER BY r.id", year, kind)

    def _ours(self, condition: str, *values: Any) -> list[ReportRecord]:
        return [self._stored(row) for row in self._db.rows(f"{SELECT} WHERE {condition}", *values)]

    def report(self, report_id: int) -> ReportRecord:
        """One report. Raises ``MissingReportError``."""
        rows = self._db.rows(f"{SELECT} WHERE r.id = ?", report_id)
        if not rows:
            raise MissingReportError
        return self._stored(rows[0])

    def create(
        self, unit: str, year: int, status: Status = Status.DRAFT, kind: str = DISCLOSURE
    ) -> ReportRecord:
        """A new report. Raises ``AlreadyThereError`` when the organ has one of that year and kind, under
        whichever name."""
        self._back_up_daily()
        with self._db.atomic():
            there = self.of_organ(unit, year, kind)
            if there is not None:
                raise AlreadyThereError(there.unit, year)
            self._db.execute("INSERT OR IGNORE INTO units (name) VALUES (?)", unit)
            self._db.execute(
                "INSERT INTO reports (unit_id, year, kind, status, created, saved)"
                " SELECT id, ?, ?, ?, ?, ? FROM units WHERE name = ?",
                *(year, kind, str(status), self._stamp(), self._stamp(), unit),
            )
            ((report_id,),) = self._db.rows("SELECT last_insert_rowid()")
            made = {"unit": unit, "year": year, "kind": kind, "status": str(status)}
            with self._summing(report_id):
                self._note(report_id, "created", "", after=made)
                self._count("report", None, self._now_of("report", report_id))
        return self.report(report_id)

    def delete(self, report_id: int) -> None:
        """Delete a report with everything in it, its journal too; ``undelete`` brings it back.

        Raises ``SecondWindowError``."""
        with self._writing(report_id):
            deleted_reports.keep(self._db, report_id, self._stamp())
            self._db.execute("DELETE FROM reports WHERE id = ?", report_id)
            self._forget_unused()
        self._locks.forget(report_id)

    def deleted(self) -> list[DeletedReport]:
        """The reports deleted last that can be brought back, newest first."""
        return deleted_reports.all_deleted(self._db)

    def undelete(self, report_id: int) -> ReportRecord:
        """Bring a deleted report back as it was. Raises ``MissingReportError`` where it is not kept,
        ``AlreadyThereError`` when the organ has another report of that year."""
        self._back_up_daily()
        with self._db.atomic():
            deleted_reports.bring_back(self._db, report_id)
            back = self.report(report_id)
            same = f"{IDENTITY} = {ORGAN_OF} AND r.year = ? AND r.kind = ? AND r.id <> ?"
            for other in self._ours(same, back.unit, back.year, back.kind, report_id):
                raise AlreadyThereError(other.unit, other.year)
            return back

    def _forget_unused(self) -> None:
        """Forget names that no report bears, also none that can be brought back, and nothing refers to."""
        self._db.execute(
            """DELETE FROM units WHERE id NOT IN (SELECT unit_id FROM reports)
            AND name NOT IN (SELECT unit FROM deleted)
            AND id NOT IN (SELECT organ_id FROM units WHERE organ_id IS NOT NULL)
            AND id NOT IN (SELECT parent_id FROM units WHERE parent_id IS NOT NULL)
            AND id NOT IN (SELECT organ_id FROM predecessors)
            AND id NOT IN (SELECT predecessor_id FROM predecessors)"""
        )

    def set_status(self, report_id: int, status: Status) -> None:
        """Say how far a report is."""
        with self._writing(report_id):
            before, row = self.report(report_id).status, self._now_of("report", report_id)
            self._db.execute("UPDATE reports SET status = ? WHERE id = ?", str(status), report_id)
            self._count("report", row, self._now_of("report", report_id))
            self._note(report_id, "status", "", before={"status": str(before)}, after={"status": str(status)})

    def summary(self, report_id: int) -> dict[str, int]:
        """The numbers that the list shows; empty where none were kept, or they cannot be read: they are
        worked out anew when the report is opened."""
        rows = self._db.rows("SELECT summary FROM reports WHERE id = ?", report_id)
        try:
            kept = dict(json.loads(rows[0][0])) if rows else {}
        except NOT_UNDERSTOOD:
            return {}
        return {str(name): number for name, number in kept.items() if type(number) is int}

    def put_summary(self, report_id: int, summary: Mapping[str, int]) -> None:
        """Keep the numbers that the list shows, so that it need not draft every report.

        Not a change of the report: neither its journal nor its time of saving knows of it."""
        with self._locks.held(report_id), self._db.atomic():
            sql = "UPDATE reports SET summary = ? WHERE id = ?"
            self._db.execute(sql, to_text(dict(summary)), report_id)

    def claim(self, report_id: int) -> bool:
        """Take a report for writing. False when another window has it, in this process or another, and
        where nothing can be written (``read_only``).

        The claim of a process that ended, however it ended, is free at once."""
        if self._db.read_only is not None or not self._locks.claim(report_id):
            return False
        self._known_steps[report_id] = {self._last_step(report_id)}
        return True

    def release(self, report_id: int) -> None:
        """Let another window write."""
        self._known_steps.pop(report_id, None)
        self._locks.release(report_id)

    def _stored(self, row: tuple[Any, ...]) -> ReportRecord:
        """A report of the list. Raises ``DamagedError`` where its year is none; what else cannot be read
        stands as a draft of long ago without a name, and ``damage`` tells."""
        number, unit, year, status, created, saved, kind = row
        with self._reading("年报列表"):
            if not is_year(year):
                raise ValueError(year)
        name = readable(unit) if isinstance(unit, str) else _NAMELESS
        return ReportRecord(number, name, year, _status(status), _time(created), _time(saved), readable(kind))


def is_year(year: object) -> bool:
    """Whether a stored year is one."""
    return type(year) is int and 1 <= year <= 9999


def _status(code: object) -> Status:
    try:
        return Status(str(code))
    except ValueError:
        return Status.DRAFT


def _time(stamp: object) -> datetime:
    try:
        return to_time(str(stamp))
    except NOT_UNDERSTOOD:
        return datetime(1970, 1, 1)
