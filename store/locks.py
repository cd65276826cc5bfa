"""One writer per report, across windows and processes; and whether a database is open at all.

A claim is a lock of the operating system on a small file, so that it is free at once when the process that
held it ends, however it ends. The files stay where they are: taking one away while somebody waits for it
would make two claims possible. Where the file system has no locks, a file that names its process stands for
the lock (``marker_locks``).
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Protocol

from store import marker_locks
from store.errors import SecondWindowError, reaching
from store.files import make_folder, make_private

_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL})


class Held(Protocol):
    """A lock that is held."""

    def stands(self) -> bool:
        """Whether the file that is locked is still the one others would lock."""

    def release(self) -> None:
        """Let others have it."""


class _FileLock:
    def __init__(self, path: Path, file: int) -> None:
        self._path, self._file = path, file

    def stands(self) -> bool:
        try:
            there, ours = self._path.stat(), os.fstat(self._file)
        except OSError:
            return False
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)

    def release(self) -> None:
        os.close(self._file)


def take(path: Path, *, shared: bool = False) -> Held | None:
    """Lock a file, alone or together with others that share it; None when it is taken.

    Raises ``UnwritableError`` where no lock file can be made."""
    make_folder(path.parent)
    with reaching(path.parent):
        make_private(path)
        file = os.open(path, os.O_RDWR)
        try:
            _lock(file, shared=shared)
        except OSError as error:
            os.close(file)
            if isinstance(error, BlockingIOError | PermissionError):
                return None
            if error.errno in _NO_LOCKS:
                return marker_locks.take(path, shared=shared)
            raise
    return _FileLock(path, file)


class Locks:
    """The claims of one open store on the reports of the database at ``database``."""

    def __init__(self, database: Path) -> None:
        self._folder = database.parent / "locks"
        self._stem = database.stem
        self._held: dict[int, Held] = {}

    def claim(self, report_id: int) -> bool:
        """Take the report for writing. False when it is taken, also by an earlier claim of this store.

        Raises ``UnwritableError`` where no lock file can be made or locked."""
        if report_id in self._held:
            return False
        lock = take(self._path(report_id))
        if lock is not None:
            self._held[report_id] = lock
        return lock is not None

    def release(self, report_id: int) -> None:
        """Give the report free; nothing happens when it is not held."""
        lock = self._held.pop(report_id, None)
        if lock is not None:
            lock.release()

    def release_all(self) -> None:
        """Give every report free."""
        for report_id in list(self._held):
            self.release(report_id)

    @contextmanager
    def held(self, report_id: int) -> Iterator[None]:
        """Hold the report while something is written. Raises ``SecondWindowError`` when others hold it."""
        if report_id in self._held:
            self._hold_on(report_id)
            yield
            return
        if not self.claim(report_id):
            raise SecondWindowError
        try:
            yield
        finally:
            self.release(report_id)

    def _hold_on(self, report_id: int) -> None:
        """Take a claim anew whose file was deleted. Raises ``SecondWindowError`` when others were first."""
        if self._held[report_id].stands():
            return
        anew = take(self._path(report_id))
        if anew is None:
            raise SecondWindowError
        self._held[report_id].release()
        self._held[report_id] = anew

    def forget(self, report_id: int) -> None:
        """Remove the lock file of a deleted report, whose number is never given again."""
        self.release(report_id)
        with suppress(OSError):
            self._path(report_id).unlink(missing_ok=True)

    def _path(self, report_id: int) -> Path:
        return self._folder / f"{self._stem}-{report_id}.lock"


def whole_database(database: Path) -> Path:
    """The lock file that every open window shares, and that a restore wants alone."""
    return database.parent / "locks" / f"{database.stem}-open.lock"


def _lock(file: int, *, shared: bool) -> None:
    """Lock the file without waiting; closing it unlocks it. Raises ``OSError``."""
    if sys.platform == "win32":
        import msvcrt

        # There SQLite itself keeps a database from being replaced while it is open.
        if not shared:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # Not lockf: its locks belong to the process, and closing any handle on the file drops them.
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
