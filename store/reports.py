"""Organs and their reports by year."""

import json
from collections.abc import Mapping
from typing import Any, Final

from store.errors import AlreadyThereError, MissingReportError
from store.journal import Journal, to_text, to_time
from store.model import DISCLOSURE, ReportRecord, Status

_SELECT: Final = """
    SELECT r.id, u.name, r.year, r.status, r.created, r.saved, r.kind
    FROM reports r JOIN units u ON u.id = r.unit_id"""


class Reports(Journal):
    """List, find, make and delete reports; one window at a time writes a report."""

    def reports(self) -> list[ReportRecord]:
        """Every report, newest year first, then by organ."""
        rows = self._db.rows(f"{_SELECT} ORDER BY r.year DESC, u.name, r.id")
        return [self._stored(row) for row in rows]

    def find(self, unit: str, year: int, kind: str = DISCLOSURE) -> ReportRecord | None:
        """The report of an organ, named exactly, and a year."""
        rows = self._db.rows(f"{_SELECT} WHERE u.name = ? AND r.year = ? AND r.kind = ?", unit, year, kind)
        return self._stored(rows[0]) if rows else None

    def last_report(self, unit: str, year: int, kind: str = DISCLOSURE) -> ReportRecord | None:
        """The organ's report of the year before ``year``."""
        return self.find(unit, year - 1, kind)

    def report(self, report_id: int) -> ReportRecord:
        """One report. Raises ``MissingReportError``."""
        rows = self._db.rows(f"{_SELECT} WHERE r.id = ?", report_id)
        if not rows:
            raise MissingReportError
        return self._stored(rows[0])

    def create(
        self, unit: str, year: int, status: Status = Status.DRAFT, kind: str = DISCLOSURE
    ) -> ReportRecord:
        """A new report. Raises ``AlreadyThereError`` when the organ has one of that year and kind."""
        with self._db.atomic():
            if self.find(unit, year, kind) is not None:
                raise AlreadyThereError(unit, year)
            self._db.execute("INSERT OR IGNORE INTO units (name) VALUES (?)", unit)
            self._db.execute(
                "INSERT INTO reports (unit_id, year, kind, status, created, saved)"
                " SELECT id, ?, ?, ?, ?, ? FROM units WHERE name = ?",
                *(year, kind, str(status), self._stamp(), self._stamp(), unit),
            )
            ((report_id,),) = self._db.rows("SELECT last_insert_rowid()")
            made = {"unit": unit, "year": year, "kind": kind, "status": str(status)}
            self._note(report_id, "created", "", after=made)
        return self.report(report_id)

    def rename_unit(self, unit: str, name: str) -> None:
        """Give an organ, with all its reports, another name.

        Raises ``MissingReportError`` when it has none, ``AlreadyThereError`` when another organ has that
        name."""
        with self._db.atomic():
            mine = [stored for stored in self.reports() if stored.unit == unit]
            if not mine:
                raise MissingReportError
            others = [stored for stored in self.reports() if stored.unit == name != unit]
            if others:
                raise AlreadyThereError(name, others[0].year)
            self._db.execute("UPDATE units SET name = ? WHERE name = ?", name, unit)
            for stored in mine:
                self._note(stored.id, "unit", "", before={"name": unit}, after={"name": name})

    def delete(self, report_id: int) -> None:
        """Delete a report with everything in it, its journal too. Raises ``SecondWindowError``."""
        with self._writing(report_id):
            self._db.execute("DELETE FROM reports WHERE id = ?", report_id)
            self._db.execute("DELETE FROM units WHERE id NOT IN (SELECT unit_id FROM reports)")
        self._locks.forget(report_id)

    def set_status(self, report_id: int, status: Status) -> None:
        """Say how far a report is."""
        with self._writing(report_id):
            before = self.report(report_id).status
            self._db.execute("UPDATE reports SET status = ? WHERE id = ?", str(status), report_id)
            self._note(report_id, "status", "", before={"status": str(before)}, after={"status": str(status)})

    def summary(self, report_id: int) -> dict[str, int]:
        """The numbers that the list shows; empty where none were kept."""
        rows = self._db.rows("SELECT summary FROM reports WHERE id = ?", report_id)
        with self._reading("年报列表"):
            return dict(json.loads(rows[0][0])) if rows else {}

    def put_summary(self, report_id: int, summary: Mapping[str, int]) -> None:
        """Keep the numbers that the list shows, so that it need not draft every report.

        Not a change of the report: neither its journal nor its time of saving knows of it."""
        with self._locks.held(report_id), self._db.atomic():
            sql = "UPDATE reports SET summary = ? WHERE id = ?"
            self._db.execute(sql, to_text(dict(summary)), report_id)

    def claim(self, report_id: int) -> bool:
        """Take a report for writing. False when another window has it, in this process or another.

        The claim of a process that ended, however it ended, is free at once."""
        return self._locks.claim(report_id)

    def release(self, report_id: int) -> None:
        """Let another window write."""
        self._locks.release(report_id)

    def _stored(self, row: tuple[Any, ...]) -> ReportRecord:
        number, unit, year, status, created, saved, kind = row
        with self._reading("年报列表"):
            return ReportRecord(number, unit, year, Status(status), to_time(created), to_time(saved), kind)
