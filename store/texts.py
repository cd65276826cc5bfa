"""The texts of a report: edited paragraphs, chosen wordings, whole documents; and where the clerk stands."""

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from store.journal import TEXTS, WORDINGS, Journal, to_text
from store.model import Edited, Position

if TYPE_CHECKING:
    from sections.report.report import Report


class Texts(Journal):
    """Keep what people wrote and chose."""

    def texts(self, report_id: int) -> dict[str, Edited]:
        """The paragraphs that a person edited, by paragraph key."""
        return {key: Edited(text, basis) for key, text, basis in self._db.rows(TEXTS.select, report_id)}

    def put_text(self, report_id: int, key: str, text: str, basis: str) -> None:
        """Keep a paragraph as a person wrote it; ``basis`` is the draft it was edited from."""
        with self._writing(report_id):
            self._change(TEXTS, report_id, key, {"text": text, "basis": basis})

    def remove_text(self, report_id: int, key: str) -> None:
        """Give an edited paragraph up for the drafted one."""
        with self._writing(report_id):
            self._change(TEXTS, report_id, key, None)

    def wordings(self, report_id: int) -> dict[str, int]:
        """The wordings that were chosen, by sentence id."""
        return {sentence: wording for sentence, wording in self._db.rows(WORDINGS.select, report_id)}

    def put_wording(self, report_id: int, sentence_id: str, wording: int) -> None:
        """Choose the wording of a sentence."""
        with self._writing(report_id):
            self._change(WORDINGS, report_id, sentence_id, {"wording": wording})

    def position(self, report_id: int) -> Position:
        """Where the clerk stands, with what is half typed there; the start where nothing was kept."""
        rows = self._db.rows("SELECT position FROM positions WHERE report_id = ?", report_id)
        known = {field.name for field in fields(Position)}
        with self._reading("上次停留的位置"):
            kept = json.loads(rows[0][0]) if rows else {}
            return Position(**{name: value for name, value in kept.items() if name in known})

    def keep(self, report_id: int, position: Position) -> None:
        """Remember where the clerk stands and what is half typed; on return it is on the disk.

        Not written in the journal: it is no change of the report."""
        with self._writing(report_id):
            self._db.execute(
                "INSERT OR REPLACE INTO positions (report_id, position) VALUES (?, ?)",
                report_id,
                to_text(asdict(position)),
            )

    def document(self, report_id: int) -> "Report | None":
        """The whole report as it was imported or finalised."""
        from sections.report.report import Report

        rows = self._db.rows("SELECT document FROM documents WHERE report_id = ?", report_id)
        with self._reading("年报全文"):
            return Report.model_validate_json(rows[0][0]) if rows else None

    def put_document(self, report_id: int, report: "Report") -> None:
        """Keep a whole report, as next year is compared with it."""
        with self._writing(report_id):
            self._db.execute(
                "INSERT OR REPLACE INTO documents (report_id, document) VALUES (?, ?)",
                report_id,
                to_text(report.to_json()),
            )
            self._note(report_id, "document", "")
