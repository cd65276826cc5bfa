"""Copies of everything in one file, and everything back from one.

Copying the file of an open database would miss what still lies in its log beside it; SQLite makes the copy.
Whatever is replaced is replaced at once by something whole.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from store import migrations, paths
from store.connection import Connection, connect, looks_foreign, make_folder
from store.errors import (
    BackupError,
    DamagedError,
    LockedError,
    NewerDatabaseError,
    NotADatabaseError,
    StoreError,
    in_plain_words,
    is_busy,
    reaching,
)

_LOGS: Final = ("-wal", "-shm", "-journal")


def back_up(database: Connection, target: Path) -> None:
    """Copy ``database`` to ``target``. What stands there and is no backup of ours is not overwritten.

    Raises ``BackupError``, ``UnwritableError``, ``DiskFullError``."""
    with reaching(target), in_plain_words(target), _scratch(target) as copy:
        _refuse_to_overwrite(database.path, target)
        with closing(connect(copy)) as connection:
            database.copy_to(connection)
            _finish(connection)
        _put_in_place(copy, target)


def _refuse_to_overwrite(database: Path, target: Path) -> None:
    if target.is_dir():
        raise BackupError(f"{target} 是一个文件夹。", "请写明备份文件的名称，如 nianbao-backup.db。")
    if not target.exists():
        return
    if target.samefile(database):
        raise BackupError(f"{target} 就是正在使用的数据文件。", "请把备份写到别的位置。")
    try:
        _check(target)
    except NewerDatabaseError:
        pass
    except StoreError as error:
        raise BackupError(f"{target} 已经存在，而且不是 nianbao 的备份。", "请换一个文件名。") from error


def restore(source: Path, target: Path | None = None) -> Path | None:
    """Bring everything back from a backup; where the replaced database was put, None when there was none.

    ``source`` is checked first and only read. Raises ``BackupError`` when it is no whole database of
    nianbao, ``NewerDatabaseError`` when a newer version made it, ``LockedError`` while a window is open."""
    database = target or paths.database()
    with reaching(source):
        if not source.is_file():
            raise BackupError(f"没有找到备份文件 {source}。", "请检查路径。")
        if database.exists() and source.samefile(database):
            raise BackupError(f"{source} 就是正在使用的数据文件。", "请指定另外保存的备份文件。")
    make_folder(database.parent)
    with reaching(database), in_plain_words(database), _scratch(database) as copy:
        _copy_whole(source, copy)
        replaced = _set_aside(database) if database.exists() else None
        _put_in_place(copy, database)
    return replaced


def _check(source: Path) -> None:
    """Raise unless the file says that it is a database of nianbao that this version can read."""
    if looks_foreign(source):
        raise NotADatabaseError(source)
    with in_plain_words(source), closing(_only_to_read(source)) as connection:
        # A blank database has steps pending too, but is no backup of anything.
        blank = connection.execute("PRAGMA application_id").fetchone() == (0,)
        if migrations.pending(connection, source) and blank:
            raise NotADatabaseError(source)


def _only_to_read(source: Path) -> sqlite3.Connection:
    """Without a log beside it a database can be read as it is, even from a disk that cannot be written."""
    return connect(source, "mode=ro" if _log_of(source).exists() else "mode=ro&immutable=1")


def _log_of(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


def _copy_whole(source: Path, copy: Path) -> None:
    try:
        _check(source)
        with closing(_only_to_read(source)) as connection, closing(connect(copy)) as whole:
            _refuse_cut_off(connection, source)
            connection.backup(whole)
            _finish(whole)
    except NotADatabaseError as error:
        raise BackupError(f"{source} 不是 nianbao 的备份，没有恢复。", "请选择备份时生成的文件。") from error
    except (DamagedError, BackupError, sqlite3.DatabaseError) as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise BackupError(f"备份文件 {source} 不完整或已损坏，没有恢复。", "请换一份备份。") from error


def _refuse_cut_off(connection: sqlite3.Connection, source: Path) -> None:
    """Raise ``DamagedError`` for a file shorter than it says: SQLite takes what is missing in its last page
    for zeros. A log beside the file may hold pages that the file does not have yet."""
    ((pages,),) = connection.execute("PRAGMA page_count")
    ((size,),) = connection.execute("PRAGMA page_size")
    if source.stat().st_size < pages * size and not _log_of(source).exists():
        raise DamagedError(source)


def _finish(connection: sqlite3.Connection) -> None:
    """Make a copy one whole file. Raises ``BackupError`` when it is not whole."""
    connection.execute("PRAGMA journal_mode = DELETE")
    whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    if not whole or connection.execute("PRAGMA foreign_key_check").fetchall():
        raise BackupError("数据文件已经损坏，没有备份。", "请保留以前的备份。")


def _set_aside(database: Path) -> Path:
    """Keep a copy of the present database beside it, and leave it without a log."""
    _alone(database)
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    numbers = ("", *(f"-{number}" for number in range(2, 1000)))
    names = (database.with_name(f"{database.stem}-恢复前-{stamp}{n}{database.suffix}") for n in numbers)
    kept = next(name for name in names if not name.exists())
    with reaching(kept):
        shutil.copy2(database, kept)
        for log in _LOGS:
            left = database.with_name(database.name + log)
            if left.exists():
                left.replace(kept.with_name(kept.name + log))
    return kept


def _alone(database: Path) -> None:
    """Raise ``LockedError`` while another window has the database open.

    To leave WAL mode a connection must be the only one; it also writes the log back into the file."""
    try:
        with closing(connect(database, patience=0)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        if is_busy(error):
            raise LockedError(database) from error
        # It is damaged or no database at all: nobody can have it open.


@contextmanager
def _scratch(target: Path) -> Iterator[Path]:
    """A file name beside ``target``, gone afterwards."""
    copy = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield copy
    finally:
        for left in (copy, *(copy.with_name(copy.name + log) for log in _LOGS)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _put_in_place(copy: Path, target: Path) -> None:
    copy.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
