"""One writer per report, across windows and processes.

A claim is a lock of the operating system on a small file, so that it is free at once when the process that
held it ends, however it ends. The files stay where they are: taking one away while somebody waits for it
would make two claims possible.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.errors import SecondWindowError, reaching


class Locks:
    """The claims of one open store on the reports of the database at ``database``."""

    def __init__(self, database: Path) -> None:
        self._folder = database.parent / "locks"
        self._stem = database.stem
        self._held: dict[int, int] = {}

    def claim(self, report_id: int) -> bool:
        """Take the report for writing. False when it is taken, also by an earlier claim of this store.

        Raises ``UnwritableError`` where no lock file can be made or locked."""
        if report_id in self._held:
            return False
        with reaching(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path(report_id), os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(file)
            except OSError as error:
                os.close(file)
                if isinstance(error, BlockingIOError | PermissionError):
                    return False
                raise
        self._held[report_id] = file
        return True

    def release(self, report_id: int) -> None:
        """Give the report free; nothing happens when it is not held."""
        file = self._held.pop(report_id, None)
        if file is not None:
            os.close(file)

    def release_all(self) -> None:
        """Give every report free."""
        for report_id in list(self._held):
            self.release(report_id)

    @contextmanager
    def held(self, report_id: int) -> Iterator[None]:
        """Hold the report while something is written. Raises ``SecondWindowError`` when others hold it."""
        if report_id in self._held:
            yield
            return
        if not self.claim(report_id):
            raise SecondWindowError
        try:
            yield
        finally:
            self.release(report_id)

    def forget(self, report_id: int) -> None:
        """Remove the lock file of a deleted report, whose number is never given again."""
        self.release(report_id)
        with suppress(OSError):
            self._path(report_id).unlink(missing_ok=True)

    def _path(self, report_id: int) -> Path:
        return self._folder / f"{self._stem}-{report_id}.lock"


def _lock(file: int) -> None:
    """Lock the file without waiting; closing it unlocks it. Raises ``OSError``."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # Not lockf: its locks belong to the process, and closing any handle on the file drops them.
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
