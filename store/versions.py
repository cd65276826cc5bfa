"""The final versions of a report: each is kept when the report is finalised, and can be compared later."""

from typing import TYPE_CHECKING

from store.errors import DamagedError
from store.journal import NOT_UNDERSTOOD, Journal, to_text, to_time
from store.model import Version

if TYPE_CHECKING:
    from sections.report.report import Report


class Versions(Journal):
    """Keep and list final versions."""

    def keep_version(self, report_id: int, report: "Report") -> None:
        """Keep a final version, unless it says the same as the one before."""
        text = to_text(report.to_json())
        with self._writing(report_id):
            last = self._db.rows(
                "SELECT number, document FROM versions WHERE report_id = ? ORDER BY number DESC LIMIT 1",
                report_id,
            )
            if last and last[0][1] == text:
                return
            number = last[0][0] + 1 if last else 1
            row = (number, self._stamp(), text)
            sql = "INSERT INTO versions (report_id, number, at, document) VALUES (?, ?, ?, ?)"
            self._db.execute(sql, report_id, *row)
            self._count("versions", None, row)
            self._note(report_id, "version", str(number))

    def versions(self, report_id: int) -> list[Version]:
        """The final versions that were kept, oldest first."""
        rows = self._db.rows("SELECT number, at FROM versions WHERE report_id = ? ORDER BY number", report_id)
        with self._reading("定稿的版本"):
            return [Version(number, to_time(at)) for number, at in rows]

    def version(self, report_id: int, number: int) -> "Report | None":
        """The report of a final version; None where there is none. Raises ``DamagedError``."""
        from sections.report.report import Report

        rows = self._db.rows(
            "SELECT document FROM versions WHERE report_id = ? AND number = ?", report_id, number
        )
        try:
            return Report.model_validate_json(rows[0][0]) if rows else None
        except NOT_UNDERSTOOD as error:
            raise DamagedError(self._db.path, f"第{number}次定稿的版本") from error
