"""What was exported where, so that a file somebody worked on since is not written over unasked."""

import json
from typing import Final

from store.journal import Journal

_WHAT: Final = "exported"


class Exports(Journal):
    """Remember the files a report left as."""

    def exported(self, report_id: int, place: str) -> str:
        """The SHA-256 of the file last exported to ``place``, "" when none was."""
        sql = (
            "SELECT after FROM journal WHERE report_id = ? AND what = ? AND key = ? ORDER BY id DESC LIMIT 1"
        )
        rows = self._db.rows(sql, report_id, _WHAT, place)
        with self._reading("修改记录"):
            return str(json.loads(rows[0][0])["sha256"]) if rows else ""

    def note_export(self, report_id: int, place: str, digest: str) -> None:
        """Write down that a file with this SHA-256 was exported to ``place``. No change of the report."""
        with self._locks.held(report_id), self._db.atomic(), self._summing(report_id):
            self._note(report_id, _WHAT, place, after={"sha256": digest})
