"""What nianbao remembers: open it here."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from store import paths
from store.answers import Answers
from store.connection import Connection
from store.exports import Exports
from store.reports import Reports
from store.texts import Texts


class Store(Reports, Answers, Texts, Exports):
    """Reports, answers, texts and their journal in one SQLite file. Use as a context manager.

    One call, one transaction, on the disk before it returns. Every method raises ``StoreError`` (the text is
    fit for the clerk) and no database error of any other kind. Writing to a report that another window has
    claimed raises ``SecondWindowError``."""

    @classmethod
    def open(cls, path: Path | None = None, now: Callable[[], datetime] = datetime.now) -> Self:
        """Open the database at ``path`` (``paths.database()`` by default), making it where there is none
        and bringing an older one up to date. ``now`` is the clock of what is written down.

        Raises ``NewerDatabaseError``, ``NotADatabaseError``, ``DamagedError``, ``UnwritableError``…"""
        return cls(Connection.open(path or paths.database()), now)

    @property
    def path(self) -> Path:
        """The database file."""
        return self._db.path

    def backup(self, target: Path) -> None:
        """Copy everything into one file, replacing an older backup there only when it is whole.

        Raises ``BackupError`` and ``UnwritableError``."""
        from store.backup import back_up

        back_up(self._db, target)

    def close(self) -> None:
        """Close, letting other windows write; closing again does nothing."""
        try:
            self._db.close()
        finally:
            self._locks.release_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
