"""The open database: the one place where SQL runs, and where what SQLite says becomes plain words.

It has the two calls of sqlite-utils that keep their promises, ``execute`` and ``atomic``, over the standard
library's sqlite3: loading sqlite-utils takes some 80 ms, which every start would pay. It is loaded only to
migrate.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Self

from store import migrations, schema
from store.errors import (
    DamagedError,
    ForeignSchemaError,
    MovedError,
    NotADatabaseError,
    StoreError,
    UnwritableError,
    in_plain_words,
    is_busy,
    reaching,
)
from store.files import make_folder, make_private

_PATIENCE: Final = 5.0
"""Seconds to wait for another process to finish its transaction."""
MAGIC: Final = b"SQLite format 3\0"
_MIGRATED: Final = "升级前"


class Connection:
    """A database in WAL mode that syncs every commit. Every method raises ``StoreError`` and nothing else.

    May be used from several threads, one at a time: a transaction keeps the others waiting."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, read_only: StoreError | None = None
    ) -> None:
        self.path = path
        self.read_only = read_only
        """Why nothing can be written: what was read lies in memory. None for a database that can be."""
        self.transactions = 0
        """How many outermost transactions have been begun."""
        self._connection = connection
        self._turn = threading.RLock()
        self._file = None if read_only else _identity(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open or make the database, bringing an older one up to date."""
        return cls(path, _open_to_write(path))

    def close(self) -> None:
        """Close; closing again does nothing."""
        with self._guarded():
            self._connection.close()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Every row that a query gives. A text that is no UTF-8 comes with half characters in it."""
        with self._guarded():
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.OperationalError as error:
                if not str(error).startswith("Could not decode"):
                    raise
            with tolerant(self._connection):
                return self._connection.execute(sql, values).fetchall()

    def surviving(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of an ordered query (``… ORDER BY column``) that can be read: where pages in between are
        damaged, those before and those behind them."""
        try:
            return self.rows(sql, *values)
        except DamagedError:
            with self._turn, tolerant(self._connection):
                forth = until_damage(self._connection, sql, values)
                back = until_damage(self._connection, f"{sql} DESC", values)
            return list(dict.fromkeys([*forth, *reversed(back)]))

    def execute(self, sql: str, *values: Any) -> int:
        """Run a statement; how many rows it changed."""
        with self._guarded():
            return self._connection.execute(sql, values).rowcount

    def insert(self, sql: str, *values: Any) -> int:
        """Insert a row; its number."""
        with self._guarded():
            return int(self._connection.execute(sql, values).lastrowid or 0)

    @property
    def in_transaction(self) -> bool:
        """Whether something is being written."""
        with self._guarded():
            return self._connection.in_transaction

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All that is done inside, or nothing of it. Inside another it can fail alone.

        The outermost takes the right to write at once: reading first and writing later could find that
        another process wrote in between. Raises ``MovedError`` where the file is not where it was opened,
        also when it was moved while this was written: then nothing counts as saved."""
        if self.read_only is not None:
            raise self.read_only
        with self._turn:
            with in_plain_words(self.path):
                outermost = not self._connection.in_transaction
            self.transactions += outermost
            self._refuse_moved()
            self.execute("BEGIN IMMEDIATE" if outermost else "SAVEPOINT part")
            try:
                yield
                self.execute("COMMIT" if outermost else "RELEASE part")
            except BaseException:
                self._take_back(outermost)
                raise
            self._refuse_moved()

    def _refuse_moved(self) -> None:
        if _identity(self.path) != self._file:
            raise MovedError(self.path)

    def _take_back(self, outermost: bool) -> None:
        # An error such as a full disk may have ended the transaction already.
        if self._connection.in_transaction:
            self.execute("ROLLBACK" if outermost else "ROLLBACK TO part")
            if not outermost:
                self.execute("RELEASE part")

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy everything as it stands into another database."""
        with self._turn:
            self._connection.backup(target)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        with self._turn, in_plain_words(self.path):
            yield


def _open_to_write(path: Path) -> sqlite3.Connection:
    make_folder(path.parent)
    if looks_foreign(path):
        raise NotADatabaseError(path)
    make_private(path)
    # SQLite itself would open it to be read, and say so only at the first change.
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise UnwritableError(path)
    with in_plain_words(path):
        connection = connect(path)
        try:
            if migrations.pending(connection, path):
                _keep_before_migrating(connection, path)
                migrations.apply(connection)
            refuse_foreign(connection, path)
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _keep_before_migrating(connection: sqlite3.Connection, path: Path) -> None:
    """An automatic backup of an older database; nothing of a blank one."""
    from store.automatic_backups import keep

    refuse_foreign(connection, path)
    if schema.objects(connection):
        keep(path, _MIGRATED, connection.backup)


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ``ForeignSchemaError`` for a database with anything in it that nianbao did not make."""
    if names := schema.foreign(connection):
        raise ForeignSchemaError(path, names)


def connect(path: Path, options: str = "", patience: float = _PATIENCE) -> sqlite3.Connection:
    """A connection that begins no transaction by itself. ``options`` as of SQLite's file addresses.

    Nothing that the schema of a file says may run functions with effects."""
    where = f"{path.absolute().as_uri()}?{options}" if options else str(path)
    connection = sqlite3.connect(
        where, timeout=patience, isolation_level=None, check_same_thread=False, uri=bool(options)
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def looks_foreign(path: Path) -> bool:
    """Whether there is a file that does not begin as a database does (an empty one is a new database), or
    something that is no file: of a pipe no beginning may ever come.

    Raises ``UnwritableError`` where it cannot be read."""
    with reaching(path):
        if not path.exists():
            return False
        if not path.is_file() and not path.is_dir():
            return True
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    return start not in (b"", MAGIC)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None for none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - twice in every transaction
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def tolerant(connection: sqlite3.Connection) -> Iterator[None]:
    """Texts that are no UTF-8 are read with half characters in the place of what is none."""
    before: Callable[[bytes], Any] = connection.text_factory
    connection.text_factory = lambda data: data.decode(errors="surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = before


def until_damage(connection: sqlite3.Connection, sql: str, values: Any) -> list[tuple[Any, ...]]:
    """The rows of a query up to the first that cannot be read."""
    found: list[tuple[Any, ...]] = []
    with suppress(sqlite3.DatabaseError), closing(connection.execute(sql, values)) as rows:
        found.extend(rows)
    return found


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    until = time.monotonic() + _PATIENCE
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            # Where the file system cannot do it (some network drives) SQLite keeps its slower, safe mode.
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself here when another process is just opening the same database.
            if not is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
