"""The folders of this computer as a clerk looks for a file in them: where to begin, and what lies there."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final

from store import paths
from store.errors import StoreError
from store.files import make_folder, make_private

MOST_LISTED: Final = 500
"""So many files of a folder are listed, the newest."""
MOST_RECENT: Final = 12
MOST_FOUND: Final = 400
"""So many of them are known, to be found by their names."""
_MOST_BELOW: Final = 60
"""So many folders below each of the usual places are looked into."""
_LONGEST: Final = 4096
_OWN: Final = Path(__file__).resolve().parents[2]
"""The folder of the program: no clerk keeps reports there."""
_OF_OTHERS: Final = ("~$", ".")
"""What names of files begin with that no clerk made."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder or a file that can be chosen."""

    path: Path
    is_folder: bool
    at: datetime | None = None
    """When a file was written."""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder: folders by name, files newest first; ``left_out`` older files are not listed."""

    entries: tuple[Entry, ...]
    left_out: int = 0


def places() -> tuple[tuple[str, Path], ...]:
    """Folders to begin in, each once and with its name: the one used last first."""
    home = Path.home()
    documents, downloads, desktop = paths.places_of_documents()
    named = (
        ("上次的文件夹", last_folder()),
        ("文档", documents),
        ("下载", downloads),
        ("桌面", desktop),
        ("文档", home / "文档"),
        ("下载", home / "下载"),
        ("桌面", home / "桌面"),
        ("现在的文件夹", Path.cwd()),
        ("主文件夹", home),
    )
    found: dict[Path, str] = {}
    for name, folder in named:
        with suppress(OSError):
            if folder is not None and folder.is_dir() and not _is_own(folder):
                found.setdefault(folder.resolve(), name)
    return tuple((name, folder) for folder, name in found.items())


def folder_to_write() -> Path:
    """Where a file goes that nobody placed yet: beside the file that was chosen last, else in the folder one
    is in, or the home folder where neither can be written."""
    for folder in (last_folder(), Path.cwd()):
        if folder is not None and can_be_written(folder):
            return folder
    return Path.home()


def other_folder_to_write(refused: Path) -> Path | None:
    """A folder that can be written, in the place of one that cannot; None where there is none."""
    known = (folder for _, folder in places() if folder != refused)
    return next((folder for folder in known if can_be_written(folder)), None)


def can_be_written(folder: Path) -> bool:
    """Whether a file can be put into a folder, as trying shows: the rights do not tell of a locked disk."""
    try:
        if _is_own(folder) or not (folder.is_dir() and os.access(folder, os.W_OK)):
            return False
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _is_own(folder: Path) -> bool:
    """Whether this is the folder of the program or lies in it, as its samples do."""
    return folder.resolve().is_relative_to(_OWN)


def last_folder() -> Path | None:
    """The folder in which a file was chosen last; None for none, or where that cannot be read."""
    with suppress(OSError, ValueError), paths.last_folder().open(encoding="utf-8") as file:
        return Path(file.read(_LONGEST).removesuffix("\n"))
    return None


def keep_folder(folder: Path) -> None:
    """Begin in this folder the next time; where that cannot be written nothing is lost."""
    path = paths.last_folder()
    with suppress(OSError, ValueError, StoreError):
        make_folder(path.parent)
        make_private(path)
        path.write_text(f"{folder.absolute()}\n", encoding="utf-8")


def listed(folder: Path, suffixes: Sequence[str]) -> Listing:
    """What lies in a folder: the folders in it, and the files with one of the endings. Raises ``OSError``."""
    entries = sorted(_entries(folder, suffixes), key=_place)
    files = [entry for entry in entries if not entry.is_folder]
    folders = [entry for entry in entries if entry.is_folder]
    shown = files[:MOST_LISTED]
    return Listing((*folders, *shown), len(files) - len(shown))


def recent(folders: Sequence[Path], suffixes: Sequence[str]) -> tuple[Entry, ...]:
    """The newest files of several folders, then those of the folders in them; one that cannot be read has
    none."""
    below = [one for folder in folders for one in _below(folder)]
    found = {entry.path: entry for level in (folders, below) for entry in _newest(level, suffixes)}
    return tuple(found.values())[:MOST_FOUND]


def _newest(folders: Sequence[Path], suffixes: Sequence[str]) -> list[Entry]:
    found: list[Entry] = []
    for folder in folders:
        with suppress(OSError):
            found += [entry for entry in _entries(folder, suffixes) if not entry.is_folder]
    return sorted(found, key=_place)


def _below(folder: Path) -> tuple[Path, ...]:
    """The folders in a folder."""
    with suppress(OSError):
        inside = (entry.path for entry in _entries(folder, ()) if entry.is_folder)
        return tuple(path for path in islice(inside, _MOST_BELOW) if path.resolve() != _OWN)
    return ()


def _place(entry: Entry) -> tuple[bool, float, str]:
    """Folders by name, then files newest first."""
    return not entry.is_folder, -entry.at.timestamp() if entry.at else 0.0, entry.path.name


def _entries(folder: Path, suffixes: Sequence[str]) -> Iterator[Entry]:
    with os.scandir(folder) as found:
        for one in found:
            if one.name.startswith(_OF_OTHERS):
                continue
            with suppress(OSError, ValueError):
                if one.is_dir():
                    yield Entry(Path(one.path), is_folder=True)
                elif one.is_file() and one.name.lower().endswith(tuple(suffixes)):
                    status = one.stat()
                    written = datetime.fromtimestamp(status.st_mtime)
                    yield Entry(Path(one.path), is_folder=False, at=written, size=status.st_size)
