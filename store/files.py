"""Files and folders of the memory: for this user alone, whatever the umask of the shell."""

import glob
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from store.errors import reaching

_FILE: Final = 0o600
_FOLDER: Final = 0o700
_SCRATCH: Final = "nianbao-"


def make_folder(folder: Path) -> None:
    """Make a folder, and the ones above it that are missing. Folders that were there keep their mode:
    they may be shared on purpose. Raises ``UnwritableError``."""
    with reaching(folder):
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        for path in reversed(missing):
            path.mkdir(exist_ok=True)
            path.chmod(_FOLDER)
        if not folder.is_dir():
            raise NotADirectoryError(folder)


def make_private(path: Path) -> None:
    """Make an empty file where there is none, and close an existing one to other users.

    SQLite gives its log files the mode of the database. Where the file belongs to somebody else its mode
    stays. Raises ``UnwritableError``."""
    with reaching(path):
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, _FILE))
        close_to_others(path)


def close_to_others(path: Path) -> None:
    """Take the rights of other users on a file away, where that can be done."""
    with suppress(OSError):
        mode = path.stat().st_mode & 0o777
        if mode & ~_FILE or mode & _FILE != _FILE:
            path.chmod(_FILE)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def scratch_folder(within: Path | None = None) -> Iterator[Path]:
    """A private folder that is gone afterwards; what killed programs left behind goes with it.

    ``within``: beside the folder for temporary files. Raises ``OSError``."""
    place = within or Path(tempfile.gettempdir())
    _sweep(place)
    with tempfile.TemporaryDirectory(
        prefix=f"{_SCRATCH}{os.getpid()}-", dir=place, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def _sweep(place: Path) -> None:
    for left in left_behind(place, _SCRATCH):
        shutil.rmtree(left, ignore_errors=True)


def left_behind(place: Path, prefix: str) -> list[Path]:
    """What processes that ended left in a folder under names that begin with ``prefix`` and their number."""
    found = []
    for path in place.glob(f"{glob.escape(prefix)}*"):
        number = re.match(r"[0-9]+", path.name.removeprefix(prefix))
        if number is not None and not process_runs(int(number[0])):
            found.append(path)
    return found


def process_runs(process: int) -> bool:
    """Whether a process of this computer runs; of other users nothing is known, so they count as running."""
    if os.name != "posix":
        return True  # there os.kill would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
