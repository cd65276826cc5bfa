"""The texts of a report: edited paragraphs, chosen wordings, whole documents; and where the clerk stands."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from store.errors import DamagedError
from store.journal import NOT_UNDERSTOOD, TEXTS, WORDINGS, Journal, to_text
from store.model import Decided, Edited, Position

if TYPE_CHECKING:
    from sections.report.report import Report


OF_SENTENCE: Final = "sentence:"
_ORDER: Final = "order"
_ORDER_IN_TEXT: Final = re.compile(rf'"{_ORDER}":([0-9]+)\}}$')


class Texts(Journal):
    """Keep what people wrote and chose."""

    _last_order = 0
    """The number of the last position that was kept here."""

    def texts(self, report_id: int) -> dict[str, Edited]:
        """The paragraphs that a person edited, by paragraph key; what can be read of a damaged one."""
        rows = self._db.surviving(TEXTS.select, report_id)
        every = {readable(key): Edited(readable(text), readable(basis)) for key, text, basis in rows}
        return {key: edited for key, edited in every.items() if not key.startswith(OF_SENTENCE)}

    def decisions(self, report_id: int) -> dict[str, Decided]:
        """What was decided about single sentences, by sentence id."""
        rows = self._db.surviving(TEXTS.select, report_id)
        return {
            readable(key).removeprefix(OF_SENTENCE): Decided(readable(choice), readable(text))
            for key, text, choice in rows
            if readable(key).startswith(OF_SENTENCE)
        }

    def put_decision(self, report_id: int, sentence_id: str, choice: str, text: str = "") -> None:
        """Keep what was decided about a sentence; ``text`` is what the clerk typed in its place.

        It lies among the texts, which versions before this one carry along and pass over."""
        with self._writing(report_id):
            self._change(TEXTS, report_id, f"{OF_SENTENCE}{sentence_id}", {"text": text, "basis": choice})

    def remove_decision(self, report_id: int, sentence_id: str) -> None:
        """Take a decision about a sentence away."""
        with self._writing(report_id):
            self._change(TEXTS, report_id, f"{OF_SENTENCE}{sentence_id}", None)

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
        rows = self._db.surviving(WORDINGS.select, report_id)
        return {str(sentence): wording for sentence, wording in rows if type(wording) is int and wording >= 0}

    def put_wording(self, report_id: int, sentence_id: str, wording: int) -> None:
        """Choose the wording of a sentence."""
        with self._writing(report_id):
            self._change(WORDINGS, report_id, sentence_id, {"wording": wording})

    def position(self, report_id: int) -> Position:
        """Where the clerk stands, with what is half typed there; the start where nothing was kept or it
        cannot be read."""
        kind = "position"
        self._unreadable.pop((report_id, kind), None)
        try:
            row = self._now_of(kind, report_id)
            kept = dict(json.loads(row[0])) if row else {}
        except (*NOT_UNDERSTOOD, DamagedError):
            self._unreadable[report_id, kind] = ("上次停留的位置",)
            return Position()
        start = asdict(Position())
        there = {name: kept[name] for name in start if type(kept.get(name)) is type(start[name])}
        return Position(**there | {"left": _left(there.get("left", {}))})

    def keep(self, report_id: int, position: Position) -> None:
        """Remember where the clerk stands and what is half typed; on return it is on the disk.

        Not written in the journal: it is no change of the report. It is numbered, so that it can be told
        which report somebody stood in last, whatever the clock said."""
        with self._writing(report_id):
            self._last_order = max(self._last_order, *self.orders().values(), 0) + 1
            text = to_text(asdict(position) | {_ORDER: self._last_order})
            self._count("position", self._now_of("position", report_id), (text,))
            sql = "INSERT OR REPLACE INTO positions (report_id, position) VALUES (?, ?)"
            self._db.execute(sql, report_id, text)

    def orders(self) -> dict[int, int]:
        """By report the number of the last position that was kept in it; without those of older versions."""
        return {
            report_id: order
            for report_id, text in self._db.rows("SELECT report_id, position FROM positions")
            if (order := _order_in(text))
        }

    def document(self, report_id: int) -> "Report | None":
        """The whole report as it was imported or finalised; None also where it cannot be read."""
        from sections.report.report import Report

        kind = "document"
        self._unreadable.pop((report_id, kind), None)
        try:
            row = self._now_of(kind, report_id)
            return Report.model_validate_json(row[0]) if row else None
        except (*NOT_UNDERSTOOD, DamagedError):
            self._unreadable[report_id, kind] = ("年报全文",)
            return None

    def put_document(self, report_id: int, report: "Report") -> None:
        """Keep a whole report, as next year is compared with it."""
        text = to_text(report.to_json())
        with self._writing(report_id):
            self._count("document", self._now_of("document", report_id), (text,))
            sql = "INSERT OR REPLACE INTO documents (report_id, document) VALUES (?, ?)"
            self._db.execute(sql, report_id, text)
            self._note(report_id, "document", "")


def _order_in(position: object) -> int:
    found = _ORDER_IN_TEXT.search(position) if isinstance(position, str) else None
    return int(found[1]) if found else 0


def readable(text: object) -> str:
    """A stored text, with the sign for it in the place of what is no text."""
    return text.encode(errors="replace").decode() if isinstance(text, str) else "\N{REPLACEMENT CHARACTER}"


def _left(kept: Mapping[str, Any]) -> dict[str, tuple[str, int]]:
    """What was left half typed, each text with its caret; what is none is passed over."""
    pairs = {name: value for name, value in kept.items() if isinstance(value, list) and len(value) == 2}
    return {name: (text, at) for name, (text, at) in pairs.items() if type(text) is str and type(at) is int}
