"""What nianbao remembers: open it here."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from store import paths
from store.answers import Answers
from store.connection import Connection
from store.damage import Damage
from store.errors import DiskFullError, LockedError, UnwritableError
from store.exports import Exports
from store.finding_answers import FindingAnswers
from store.locks import Held, take, whole_database
from store.reports import Reports
from store.texts import Texts


class Store(Reports, Answers, FindingAnswers, Texts, Exports, Damage):
    """Reports, answers, texts and their journal in one SQLite file. Use as a context manager.

    One call, one transaction, on the disk before it returns. Every method raises ``StoreError`` (the text is
    fit for the clerk) and no database error of any other kind. Writing to a report that another window has
    claimed raises ``SecondWindowError``."""

    @classmethod
    def open(cls, path: Path | None = None, now: Callable[[], datetime] = datetime.now) -> Self:
        """Open the database at ``path`` (``paths.database()`` by default), making it where there is none
        and bringing an older one up to date. ``now`` is the clock of what is written down.

        One that cannot be written, or is damaged, is opened to be read (``read_only``). Raises
        ``NewerDatabaseError``, ``NotADatabaseError``, ``LockedError`` while it is being replaced,
        ``UnwritableError``…"""
        from store.salvage import open_or_read

        place = path or paths.database()
        window = _window_of(place)
        try:
            store = cls(open_or_read(place), now)
        except BaseException:
            if window is not None:
                window.release()
            raise
        store._window = window
        return store

    @classmethod
    def reading(cls, connection: Connection) -> Self:
        """A store on what was read of a database."""
        return cls(connection, datetime.now)

    @property
    def read_only(self) -> str:
        """In a sentence why nothing can be written; "" where it can."""
        return "" if self._db.read_only is None else str(self._db.read_only)

    _window: "Held | None" = None
    """The lock that says that this database is open in a window."""

    @property
    def path(self) -> Path:
        """The database file."""
        return self._db.path

    def backup(self, target: Path, *, replace: bool = False) -> None:
        """Copy everything into one file; an older backup there is replaced, with ``replace``, by a whole one.

        Raises ``BackupError``, ``FileInTheWayError`` and ``UnwritableError``."""
        from store.backup import back_up

        back_up(self._db, target, replace=replace)

    def close(self) -> None:
        """Close, letting other windows write; closing again does nothing."""
        try:
            self._db.close()
        finally:
            self._locks.release_all()
            if self._window is not None:
                self._window.release()
                self._window = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _window_of(place: Path) -> Held | None:
    """The lock of an open database; None where no lock can be had: nobody can replace it there either.

    Raises ``LockedError`` while it is being replaced."""
    try:
        window = take(whole_database(place), shared=True)
    except (UnwritableError, DiskFullError):
        return None
    if window is None:
        raise LockedError(place)
    return window
