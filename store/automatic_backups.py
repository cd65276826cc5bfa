"""Backups that nobody asked for: a few, kept beside the database, made before what could go wrong.

Before an import, a restore and a migration, and before the first change of a day. One that cannot be made
stops nothing: the disk may be full, and the clerk's work goes on.
"""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from store import checksums
from store.errors import StoreError
from store.files import make_folder, make_private, sync_folder

DAILY: Final = "每日"
KEPT: Final = 5
"""So many of each occasion."""
_STAMP: Final = "%Y%m%d-%H%M%S"


def folder(database: Path) -> Path:
    """Where the automatic backups of a database lie."""
    return database.parent / "backups"


def backups_of(database: Path, why: str = "") -> list[Path]:
    """The automatic backups (of one occasion), oldest first."""
    named = re.compile(rf"{re.escape(database.stem)}-(\d{{8}}-\d{{6}})-{why or '.+'}\.db")
    found = [path for path in folder(database).glob("*.db") if named.fullmatch(path.name)]
    return sorted(found, key=lambda path: path.name)


def keep(
    database: Path, why: str, copy_to: Callable[[sqlite3.Connection], None], now: datetime | None = None
) -> Path | None:
    """Make one by ``copy_to``, which fills an empty database; the oldest of its occasion goes.

    None where none could be made, or where what there is to copy is damaged: good ones are not driven out
    by a bad one."""
    name = f"{database.stem}-{now or datetime.now():{_STAMP}}-{why}.db"
    target = folder(database) / name
    half = target.with_suffix(".part")
    with suppress(StoreError, OSError, sqlite3.Error):
        try:
            make_folder(target.parent)
            make_private(half)
            with closing(sqlite3.connect(half, isolation_level=None)) as copy:
                copy_to(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
                if not whole(copy):
                    return None
            half.replace(target)
            sync_folder(target.parent)
        finally:
            half.unlink(missing_ok=True)
        for old in backups_of(database, why)[:-KEPT]:
            old.unlink(missing_ok=True)
        return target
    return None


def whole(connection: sqlite3.Connection) -> bool:
    """Whether a database is sound, and every report in it as it was written."""
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        return False
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        return False
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'checksums'").fetchall():
        return True
    sums: dict[int, dict[str, str]] = {}
    for report_id, what, digest in connection.execute("SELECT report_id, what, digest FROM checksums"):
        sums.setdefault(report_id, {})[what] = digest
    empty = checksums.total([])
    return all(
        sums.get(report_id, {}).get(what, empty) == digest
        for (report_id,) in connection.execute("SELECT id FROM reports").fetchall()
        for what, digest in checksums.of_report(connection, report_id).items()
    )


def of_today(database: Path, now: datetime) -> bool:
    """Whether the daily backup of a day has been made."""
    return any(f"-{now:%Y%m%d}-" in path.name for path in backups_of(database, DAILY))
