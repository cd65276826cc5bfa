"""The journal, and the changes it can take back.

What a clerk gives for a report lies in tables of one shape, declared here: rows of one report, each by its
key. Every change to them goes through one method, which writes the journal in the same transaction; so an
undo is nothing but the journal read backwards, and is itself written down.
"""

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Final

from store import automatic_backups, checksums
from store.connection import Connection
from store.errors import ChangedElsewhereError, DamagedError, MissingReportError
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

    def line(self, key: str, row: Row) -> tuple[Any, ...] | None:
        """The key and the columns of a row, in order."""
        return None if row is None else (key, *(row[name] for name in self.columns))

    def same(self, one: Row, other: Row) -> bool:
        """Whether two rows say the same."""
        if one is None or other is None:
            return one is other
        return all(one[name] == other[name] for name in self.columns if name not in self.aside)


ANSWERS: Final = JournaledTable("answers", "field", ("value", "origin", "reason", "at"), frozenset({"at"}))
TEXTS: Final = JournaledTable("texts", "key", ("text", "basis"))
WORDINGS: Final = JournaledTable("wordings", "sentence", ("wording",))
SKIPPED: Final = JournaledTable("skipped", "question")
FINDING_ANSWERS: Final = JournaledTable("finding_answers", "finding", ("reason", "at"), frozenset({"at"}))
JOURNALED: Final = {table.name: table for table in (ANSWERS, TEXTS, WORDINGS, SKIPPED, FINDING_ANSWERS)}

NOT_UNDERSTOOD: Final = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What is raised where stored bytes do not say what they should."""
_UNDOABLE: Final = ", ".join(f"'{name}'" for name in JOURNALED)
_TAKEN_BACK: Final = """SELECT undoes FROM journal WHERE report_id = ?1 AND undoes IS NOT NULL"""
"""The groups that an undo or, of undos, a redo took back."""
_CHANGED: Final = f"""
    SELECT max(step) FROM journal WHERE report_id = ?1 AND undoes IS NULL AND what IN ({_UNDOABLE})"""
_LAST_CHANGE: Final = f"""{_CHANGED}
    AND step NOT IN ({_TAKEN_BACK} AND step NOT IN ({_TAKEN_BACK}))"""
"""The last change that stands; a change whose undo was taken back stands again."""
_LAST_UNDO: Final = f"""
    SELECT max(step) FROM journal WHERE report_id = ?1 AND undoes IN
        (SELECT step FROM journal WHERE report_id = ?1 AND undoes IS NULL)
    AND step NOT IN ({_TAKEN_BACK}) AND step > ifnull(({_CHANGED}), 0)"""
"""The last undo that stands, unless something was changed after it."""


class Journal:
    """What the other parts of the store build on: writing with a journal, reading it, taking back."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._db = connection
        self._locks = Locks(connection.path)
        self._now = now
        self._groups: dict[int, int] = {}
        self._groups_of = -1
        self._changes: dict[str, int] = {}
        """What the change under way adds to the checksums of its report."""
        self._known_steps: dict[int, set[int]] = {}
        """The last step of each claimed report: as it was found, and as written here."""
        self._backed_up: date | None = None
        self._unreadable: dict[tuple[int, str], tuple[str, ...]] = {}
        """What could not be read of a report, by kind: labels."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several changes as one: all or nothing, and taken back by one undo."""
        self._back_up_daily()
        with self._db.atomic():
            yield

    def back_up(self, why: str) -> None:
        """Make an automatic backup before something (``why``, in the name of the file); one that cannot be
        made stops nothing."""
        if self._db.read_only is None and self._db.rows("SELECT 1 FROM reports LIMIT 1"):
            automatic_backups.keep(self._db.path, why, self._db.copy_to, self._now())

    def _back_up_daily(self) -> None:
        """Before the first change of a day."""
        now = self._now()
        if self._backed_up == now.date() or self._db.in_transaction:
            return
        self._backed_up = now.date()
        if not automatic_backups.of_today(self._db.path, now):
            self.back_up(automatic_backups.DAILY)

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

    def undo(self, report_id: int, within: Container[str] | None = None) -> tuple[str, ...]:
        """Take back the last change that stands: what one call or one ``transaction`` changed in journaled
        tables. The keys it changed, () for nothing.

        With ``within`` only if it changed no other keys than these."""
        return self._take_back(report_id, _LAST_CHANGE, within)

    def redo(self, report_id: int, within: Container[str] | None = None) -> tuple[str, ...]:
        """Make the change again that was taken back last, unless something was changed since; as ``undo``."""
        return self._take_back(report_id, _LAST_UNDO, within)

    def _take_back(self, report_id: int, last: str, within: Container[str] | None) -> tuple[str, ...]:
        """Take back the group of changes that the query ``last`` finds."""
        with self._writing(report_id):
            ((group,),) = self._db.rows(last, report_id)
            rows = self._db.rows(
                f"""SELECT what, key, before, after FROM journal
                    WHERE report_id = ? AND step = ? AND what IN ({_UNDOABLE}) ORDER BY id DESC""",
                report_id,
                group,
            )
            if within is not None and any(key not in within for _, key, *_ in rows):
                return ()
            for what, key, before, after in rows:
                with self._reading("修改记录"):
                    now, then = _columns(after), _columns(before)
                    table = JOURNALED[what]
                    self._set(table, report_id, key, self._row(table, report_id, key), then)
                self._note(report_id, what, key, before=now, after=then, undoes=group)
        return tuple(dict.fromkeys(key for _, key, *_ in reversed(rows)))

    @contextmanager
    def _writing(self, report_id: int) -> Iterator[str]:
        """A transaction on a report that no other window holds; the time to write down.

        Raises ``SecondWindowError``, ``ChangedElsewhereError`` and ``MissingReportError``."""
        self._back_up_daily()
        with self._locks.held(report_id), self._db.atomic():
            stamp = self._stamp()
            if not self._db.execute("UPDATE reports SET saved = ? WHERE id = ?", stamp, report_id):
                raise MissingReportError
            self._refuse_changed(report_id)
            with self._summing(report_id):
                yield stamp

    def _refuse_changed(self, report_id: int) -> None:
        """Raise ``ChangedElsewhereError`` where others wrote a report that is claimed here."""
        if report_id in self._known_steps and self._groups_of != self._db.transactions:
            last = self._last_step(report_id)
            if last not in self._known_steps[report_id]:
                raise ChangedElsewhereError
            self._known_steps[report_id] = {last}

    def _last_step(self, report_id: int) -> int:
        ((last,),) = self._db.rows(
            "SELECT coalesce(max(step), 0) FROM journal WHERE report_id = ?", report_id
        )
        return int(last)

    @contextmanager
    def _summing(self, report_id: int) -> Iterator[None]:
        """What is changed inside is brought into the checksums of the report."""
        self._changes = {}
        yield
        for what, change in self._changes.items():
            sql = "SELECT digest FROM checksums WHERE report_id = ? AND what = ?"
            found = self._db.rows(sql, report_id, what)
            self._db.execute(
                "INSERT OR REPLACE INTO checksums (report_id, what, digest) VALUES (?, ?, ?)",
                *(report_id, what, checksums.shifted(str(found[0][0]) if found else "", change)),
            )

    def _count(self, what: str, before: Iterable[Any] | None, after: Iterable[Any] | None) -> None:
        """A row was changed: count it in ``_summing``."""
        change = (checksums.digest(after) if after is not None else 0) - (
            checksums.digest(before) if before is not None else 0
        )
        self._changes[what] = self._changes.get(what, 0) + change

    def _now_of(self, what: str, report_id: int) -> tuple[Any, ...] | None:
        """The one row of a report that a checksum covers."""
        found = self._db.rows(checksums.COVERED[what], report_id)
        return found[0] if found else None

    def _change(self, table: JournaledTable, report_id: int, key: str, row: Row) -> None:
        """Set a row (None: remove it) and write it down; what changes nothing is not written down."""
        before = self._row(table, report_id, key)
        if not table.same(before, row):
            self._set(table, report_id, key, before, row)
            self._note(report_id, table.name, key, before=before, after=row)

    def _row(self, table: JournaledTable, report_id: int, key: str) -> Row:
        found = self._db.rows(table.select_one, report_id, key)
        return dict(zip(table.columns, found[0], strict=False)) if found else None

    def _set(self, table: JournaledTable, report_id: int, key: str, before: Row, row: Row) -> None:
        self._count(table.name, table.line(key, before), table.line(key, row))
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
        row = (
            *(self._group(report_id), self._stamp(), what, key),
            None if before is None else to_text(before),
            None if after is None else to_text(after),
            undoes,
        )
        number = self._db.insert(
            "INSERT INTO journal (report_id, step, at, what, key, before, after, undoes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            report_id,
            *row,
        )
        self._count("journal", None, (number, *row))
        self._known_steps.get(report_id, set()).add(row[0])

    def _group(self, report_id: int) -> int:
        """The number of the changes of the transaction under way, counted for each report."""
        if self._groups_of != self._db.transactions:
            self._groups, self._groups_of = {}, self._db.transactions
        if report_id not in self._groups:
            self._groups[report_id] = self._last_step(report_id) + 1
        return self._groups[report_id]

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).isoformat()

    @contextmanager
    def _reading(self, what: str) -> Iterator[None]:
        """Raise ``DamagedError`` when what was stored cannot be understood; ``what`` names it."""
        try:
            yield
        except NOT_UNDERSTOOD as error:
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
