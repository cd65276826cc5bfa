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

from store import migrations, paths
from store.automatic_backups import whole
from store.connection import MAGIC, Connection, connect, looks_foreign, refuse_foreign
from store.errors import (
    BackupError,
    DamagedError,
    FileInTheWayError,
    LockedError,
    NewerDatabaseError,
    NotADatabaseError,
    StoreError,
    in_plain_words,
    is_busy,
    is_damage,
    reaching,
)
from store.files import left_behind, make_folder, make_private, sync_folder
from store.locks import take, whole_database
from store.salvage import LOGS


def back_up(database: Connection, target: Path, *, replace: bool = False) -> None:
    """Copy ``database`` to ``target``. What stands there is overwritten only with ``replace``, and only when
    it is a backup of ours; never a store.

    Raises ``BackupError``, ``FileInTheWayError``, ``UnwritableError``, ``DiskFullError``."""
    with reaching(target), in_plain_words(target), scratch_beside(target) as copy:
        _refuse_to_overwrite(database.path, target, replace=replace)
        with closing(connect(copy)) as connection:
            database.copy_to(connection)
            _finish(connection)
        put_in_place(copy, target)


def _refuse_to_overwrite(database: Path, target: Path, *, replace: bool) -> None:
    if target.is_dir():
        raise BackupError(f"{target} 是一个文件夹。", "请写明备份文件的名称，如 nianbao-backup.db。")
    if not target.exists():
        return
    if not target.is_file():
        raise BackupError(f"{target} 不是普通文件，不能写成备份。", "请换一个文件名。")
    if database.exists() and target.samefile(database):
        raise BackupError(f"{target} 就是正在使用的数据文件。", "请把备份写到别的位置。")
    if is_store(target):
        raise BackupError(f"{target} 是 nianbao 的数据文件，不是备份，没有覆盖。", "请把备份写到别的位置。")
    if not replace:
        raise FileInTheWayError(target)
    try:
        _check(target)
    except NewerDatabaseError:
        pass
    except StoreError as error:
        raise BackupError(f"{target} 已经存在，而且不是 nianbao 的备份。", "请换一个文件名。") from error


def is_store(path: Path) -> bool:
    """Whether a file is the database of some window, open now or not: its lock lies beside it, or it is in
    the mode that windows use and that no backup has."""
    with path.open("rb") as file:
        head = file.read(20)
    if not head.startswith(MAGIC):
        return False
    return head[18:20] == b"\2\2" or whole_database(path).exists() or _log_of(path).exists()


def restore(source: Path, target: Path | None = None) -> Path | None:
    """Bring everything back from a backup; where the replaced database was put, None when there was none.

    ``source`` is checked first and only read. Raises ``BackupError`` when it is no whole database of
    nianbao, ``ForeignSchemaError`` when it holds more than ours, ``NewerDatabaseError`` when a newer version
    made it, ``LockedError`` while a window is open."""
    database = target or paths.database()
    with reaching(source):
        if source.exists() and not source.is_file():
            raise BackupError(f"{source} 不是普通文件，不能从它恢复。", "请选择一份备份文件。")
        if not source.exists():
            raise BackupError(f"没有找到备份文件 {source}。", "请检查路径。")
        if database.exists() and source.samefile(database):
            raise BackupError(f"{source} 就是正在使用的数据文件。", "请指定另外保存的备份文件。")
    make_folder(database.parent)
    alone = take(whole_database(database))
    if alone is None:
        raise LockedError(database)
    try:
        with reaching(database), in_plain_words(database), scratch_beside(database) as copy:
            _copy_whole(source, copy)
            replaced = None
            if database.exists():
                _alone(database)
                replaced = set_aside(database, "恢复前")
            put_in_place(copy, database)
    finally:
        alone.release()
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
        refuse_foreign(connection, source)


def _only_to_read(source: Path) -> sqlite3.Connection:
    """Without a log beside it a database can be read as it is, even from a disk that cannot be written."""
    return connect(source, "mode=ro" if _log_of(source).exists() else "mode=ro&immutable=1")


def _log_of(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


def _copy_whole(source: Path, copy: Path) -> None:
    try:
        _check(source)
        with closing(_only_to_read(source)) as connection, closing(connect(copy)) as copied:
            _refuse_cut_off(connection, source)
            connection.backup(copied)
            _finish(copied)
            if not whole(copied):
                raise BackupError(
                    f"备份文件 {source} 里的内容与备份时不一致，没有恢复。",
                    f"请换一份备份，或者先运行 nianbao doctor --repair {source}。",
                )
    except BackupError:
        raise
    except NotADatabaseError as error:
        raise BackupError(f"{source} 不是 nianbao 的备份，没有恢复。", "请选择备份时生成的文件。") from error
    except (DamagedError, UnicodeDecodeError, sqlite3.DatabaseError) as error:
        if isinstance(error, sqlite3.OperationalError) and not is_damage(error):
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
    sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    if not sound or connection.execute("PRAGMA foreign_key_check").fetchall():
        raise BackupError(
            "数据文件已经损坏，没有备份。", "请保留以前的备份；运行 nianbao doctor 可以检查和修复。"
        )


def set_aside(database: Path, why: str) -> Path:
    """Keep a copy of the present database beside it, its logs with it, and leave it without a log."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    numbers = ("", *(f"-{number}" for number in range(2, 1000)))
    names = (database.with_name(f"{database.stem}-{why}-{stamp}{n}{database.suffix}") for n in numbers)
    kept = next(name for name in names if not name.exists())
    with reaching(kept):
        make_private(kept)
        shutil.copyfile(database, kept)
        for log in LOGS:
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
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if isinstance(error, sqlite3.Error) and is_busy(error):
            raise LockedError(database) from error
        # It is damaged or no database at all: nobody can have it open.


@contextmanager
def scratch_beside(target: Path) -> Iterator[Path]:
    """A file name beside ``target``, gone afterwards; what killed programs left there goes with it."""
    copy = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        for left in left_behind(target.parent, f".{target.name}."):
            left.unlink(missing_ok=True)
        make_private(copy)
        yield copy
    finally:
        for left in (copy, *(copy.with_name(copy.name + log) for log in LOGS)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def put_in_place(copy: Path, target: Path) -> None:
    """Put a finished file where it belongs, in one step."""
    copy.replace(target)
    sync_folder(target.parent)
