"""The open database: the one place where SQL runs, and where what SQLite says becomes plain words.

It has the two calls of sqlite-utils that keep their promises, ``execute`` and ``atomic``, over the standard
library's sqlite3: loading sqlite-utils takes some 80 ms, which every start would pay. It is loaded only to
migrate.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from store import migrations
from store.errors import NotADatabaseError, in_plain_words, is_busy, reaching

_PATIENCE: Final = 5.0
"""Seconds to wait for another process to finish its transaction."""
_MAGIC: Final = b"SQLite format 3\0"


class Connection:
    """A database in WAL mode that syncs every commit. Every method raises ``StoreError`` and nothing else.

    May be used from several threads, one at a time: a transaction keeps the others waiting."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.transactions = 0
        """How many outermost transactions have been begun."""
        self._connection = connection
        self._turn = threading.RLock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open or make the database, bringing an older one up to date."""
        make_folder(path.parent)
        if looks_foreign(path):
            raise NotADatabaseError(path)
        with in_plain_words(path):
            connection = connect(path)
            try:
                if migrations.pending(connection, path):
                    migrations.apply(connection)
                _prepare(connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def close(self) -> None:
        """Close; closing again does nothing."""
        with self._guarded():
            self._connection.close()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Every row that a query gives."""
        with self._guarded():
            return self._connection.execute(sql, values).fetchall()

    def execute(self, sql: str, *values: Any) -> int:
        """Run a statement; how many rows it changed."""
        with self._guarded():
            return self._connection.execute(sql, values).rowcount

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All that is done inside, or nothing of it. Inside another it can fail alone.

        The outermost takes the right to write at once: reading first and writing later could find that
        another process wrote in between."""
        with self._turn:
            with in_plain_words(self.path):
                outermost = not self._connection.in_transaction
            self.transactions += outermost
            self.execute("BEGIN IMMEDIATE" if outermost else "SAVEPOINT part")
            try:
                yield
                self.execute("COMMIT" if outermost else "RELEASE part")
            except BaseException:
                self._take_back(outermost)
                raise

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


def connect(path: Path, options: str = "", patience: float = _PATIENCE) -> sqlite3.Connection:
    """A connection that begins no transaction by itself. ``options`` as of SQLite's file addresses."""
    where = f"{path.absolute().as_uri()}?{options}" if options else str(path)
    return sqlite3.connect(
        where, timeout=patience, isolation_level=None, check_same_thread=False, uri=bool(options)
    )


def make_folder(folder: Path) -> None:
    """Make a folder, for this user alone. Raises ``UnwritableError``."""
    with reaching(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def looks_foreign(path: Path) -> bool:
    """Whether there is a file that does not begin as a database does (an empty one is a new database).

    Raises ``UnwritableError`` where it cannot be read."""
    with reaching(path):
        if not path.exists():
            return False
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    return start not in (b"", _MAGIC)


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
