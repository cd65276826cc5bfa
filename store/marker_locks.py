"""Locks for file systems that have none: a file that names the computer and the process that hold it.

Weaker than a lock of the operating system: of a process on another computer it cannot be known whether it
still runs, so its mark counts until somebody takes it away. A window that was locked out can only look.
"""

import os
import platform
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from store.files import process_runs


class MarkerLock:
    """A mark that stands as long as its file holds our words."""

    def __init__(self, path: Path, words: str) -> None:
        self._path, self._words = path, words

    def stands(self) -> bool:
        """Whether the mark is still ours."""
        try:
            return self._path.read_text("utf-8") == self._words
        except OSError:
            return False

    def release(self) -> None:
        """Take the mark away."""
        with suppress(OSError):
            if self.stands():
                self._path.unlink()


def take(path: Path, *, shared: bool) -> MarkerLock | None:
    """Set a mark beside ``path``; None while marks of others stand. Raises ``OSError``.

    Shared marks have names of their own; a mark alone wants none beside it."""
    words = f"{platform.node()} {os.getpid()} {uuid4()}"
    alone = path.with_suffix(".mark")
    if _stands(alone):
        return None
    if shared:
        mark = path.with_name(f"{path.stem}-{uuid4()}.shared")
    else:
        mark = alone
        if any([_stands(other) for other in path.parent.glob(f"{path.stem}-*.shared")]):
            return None
    try:
        file = os.open(mark, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return None
    with os.fdopen(file, "w", encoding="utf-8") as opened:
        opened.write(words)
    return MarkerLock(mark, words)


def _stands(mark: Path) -> bool:
    """Whether the process of a mark may still run; the mark of one that does not is taken away."""
    try:
        computer, number, _ = mark.read_text("utf-8").split(" ")
        runs = computer != platform.node() or process_runs(int(number))
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True  # being written at this moment
    if not runs:
        mark.unlink(missing_ok=True)
    return runs
