"""The journal, and the changes it can take back.

What a clerk gives for a report lies in tables of one shape, declared here: rows of one report, each by its
key. Every change to them goes through one method, which writes the journal in the same transaction; so an
undo is nothing but the journal read backwards, and is itself written down.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from store.connection import Connection
from store.errors import DamagedError, MissingReportError
from store.locks import Locks
from store.model import Entry

Row = Mapping[str, Any] | None
"""Columns by name; None where there is no row."""


@dataclass(frozen=True, slots=True)
class JournaledTable:
    """A table of one report's rows by key. A change in ``aside`` columns alone is none."""

    name: str
    key: str
    columns: tuple[str, ...] = ()
    aside: frozenset[str] = frozenset()

    @property
    def select(self) -> str:
        """The key and the columns of every row of a report, by key."""
        wanted = ", ".join((self.key, *self.columns))
        return f"SELECT {wanted} FROM {self.name} WHERE report_id = ? ORDER BY {self.key}"

    @property
    def select_one(self) -> str:
        """The columns of one row."""
        wanted = ", ".join(self.columns) or "1"
        return f"SELECT {wanted} FROM {self.name} WHERE report_id = ? AND {self.key} = ?"

    @property
    def replace(self) -> str:
        """Set one row."""
        columns = ("report_id", self.key, *self.columns)
        marks = ", ".join("?" * len(columns))
        return f"INSERT OR REPLACE INTO {self.name} ({', '.join(columns)}) VALUES ({marks})"

    @property
    def delete(self) -> str:
        """Remove one row."""
        return f"DELETE FROM {self.name} WHERE report_id = ? AND {self.key} = ?"

    def same(self, one: Row, other: Row) -> bool:
        """Whether two rows say the same."""
        if one is None or other is None:
            return one is other
        return all(one[name] == other[name] for name in self.columns if name not in self.aside)


ANSWERS: Final = JournaledTable("answers", "field", ("value", "origin", "reason", "at"), frozenset({"at"}))
TEXTS: Final = JournaledTable("texts", "key", ("text", "basis"))
WORDINGS: Final = JournaledTable("wordings", "sentence", ("wording",))
SKIPPED: Final = JournaledTable("skipped", "question")
JOURNALED: Final = {table.name: table for table in (ANSWERS, TEXTS, WORDINGS, SKIPPED)}

_UNDOABLE: Final = ", ".join(f"'{name}'" for name in JOURNALED)
_LAST_GROUP: Final = f"""
    SELECT max(step) FROM journal WHERE report_id = ? AND undoes IS NULL AND what IN ({_UNDOABLE})
    AND step NOT IN (SELECT undoes FROM journal WHERE report_id = ? AND undoes IS NOT NULL)"""


class Journal:
    """What the other parts of the store build on: writing with a journal, reading it, taking back."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._db = connection
        self._locks = Locks(connection.path)
        self._now = now
        self._groups: dict[int, int] = {}
        self._groups_of = -1

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several changes as one: all or nothing, and taken back by one undo."""
        with self._db.atomic():
            yield

    def journal(self, report_id: int) -> list[Entry]:
        """Everything that was ever changed in a report, oldest first."""
        rows = self._db.rows(
            "SELECT id, step, at, what, key, before, after, undoes FROM journal"
            " WHERE report_id = ? ORDER BY id",
            report_id,
        )
        with self._reading("修改记录"):
            return [
                Entry(number, step, to_time(at), what, key, _columns(before), _columns(after), undoes)
                for number, step, at, what, key, before, after, undoes in rows
            ]

    def undo(self, report_id: int) -> tuple[str, ...]:
        """Take back the last change that has not been taken back: what one call or one ``transaction``
        changed in answers, texts, wordings and skipped questions. The keys it changed, () for nothing."""
        with self._writing(report_id):
            ((group,),) = self._db.rows(_LAST_GROUP, report_id, report_id)
            rows = self._db.rows(
                f"""SELECT what, key, before, after FROM journal
                    WHERE report_id = ? AND step = ? AND what IN ({_UNDOABLE}) ORDER BY id DESC""",
                report_id,
                group,
            )
            for what, key, before, after in rows:
                with self._reading("修改记录"):
                    now, then = _columns(after), _columns(before)
                    self._set(JOURNALED[what], report_id, key, then)
                self._note(report_id, what, key, before=now, after=then, undoes=group)
        return tuple(dict.fromkeys(key for _, key, *_ in reversed(rows)))

    @contextmanager
    def _writing(self, report_id: int) -> Iterator[str]:
        """A transaction on a report that no other window holds; the time to write down.

        Raises ``SecondWindowError`` and ``MissingReportError``."""
        with self._locks.held(report_id), self._db.atomic():
            stamp = self._stamp()
            if not self._db.execute("UPDATE reports SET saved = ? WHERE id = ?", stamp, report_id):
                raise MissingReportError
            yield stamp

    def _change(self, table: JournaledTable, report_id: int, key: str, row: Row) -> None:
        """Set a row (None: remove it) and write it down; what changes nothing is not written down."""
        found = self._db.rows(table.select_one, report_id, key)
        before = dict(zip(table.columns, found[0], strict=False)) if found else None
        if not table.same(before, row):
            self._set(table, report_id, key, row)
            self._note(report_id, table.name, key, before=before, after=row)

    def _set(self, table: JournaledTable, report_id: int, key: str, row: Row) -> None:
        if row is None:
            self._db.execute(table.delete, report_id, key)
        else:
            self._db.execute(table.replace, report_id, key, *(row[name] for name in table.columns))

    def _note(
        self,
        report_id: int,
        what: str,
        key: str,
        *,
        before: Row = None,
        after: Row = None,
        undoes: int | None = None,
    ) -> None:
        self._db.execute(
            "INSERT INTO journal (report_id, step, at, what, key, before, after, undoes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            report_id,
            self._group(report_id),
            self._stamp(),
            what,
            key,
            None if before is None else to_text(before),
            None if after is None else to_text(after),
            undoes,
        )

    def _group(self, report_id: int) -> int:
        """The number of the changes of the transaction under way, counted for each report."""
        if self._groups_of != self._db.transactions:
            self._groups, self._groups_of = {}, self._db.transactions
        if report_id not in self._groups:
            sql = "SELECT coalesce(max(step), 0) + 1 FROM journal WHERE report_id = ?"
            ((self._groups[report_id],),) = self._db.rows(sql, report_id)
        return self._groups[report_id]

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).isoformat()

    @contextmanager
    def _reading(self, what: str) -> Iterator[None]:
        """Raise ``DamagedError`` when what was stored cannot be understood; ``what`` names it."""
        try:
            yield
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            raise DamagedError(self._db.path, what) from error


def to_text(data: Any) -> str:
    """JSON as it is stored: Chinese as it is, unless it holds half characters that no file can hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":"))
    return text


@lru_cache(maxsize=1024)
def to_time(stamp: str) -> datetime:
    """Local time, without its zone. Raises ``ValueError``."""
    return datetime.fromisoformat(stamp).astimezone().replace(tzinfo=None)


def _columns(text: str | None) -> Row:
    return None if text is None else json.loads(text)
