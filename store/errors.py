"""What can go wrong with the memory, each with one sentence for the clerk and what to do.

StoreError
├── NewerDatabaseError   saved by a newer nianbao; untouched
├── NotADatabaseError    some other file, or another program's database; untouched
├── ForeignSchemaError   a database of ours with triggers, views or tables that are not; untouched
├── DamagedError         a database that can no longer be read
├── DiskFullError, DiskFaultError, UnwritableError, LockedError
├── MovedError           the file was moved or replaced while it was open
├── SecondWindowError    the report is being written in another window
├── ChangedElsewhereError  the report was changed by a window that did not know of this one
├── AlreadyThereError    a second report of one organ and year
├── MissingReportError   the report has been deleted
└── BackupError          a file that cannot be restored from, or a place that cannot be backed up to
    └── FileInTheWayError  something stands there
"""

import errno
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sections.errors import NianbaoError


class StoreError(NianbaoError):
    """What is remembered could not be read or changed; what was saved before stands."""


class NewerDatabaseError(StoreError):
    """The database was saved by a newer version; it is left untouched."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"数据文件 {path} 是更新版本的 nianbao 保存的，这个版本打不开，文件没有改动。",
            "请升级 nianbao 以后再打开。",
        )


class NotADatabaseError(StoreError):
    """The file is no database of nianbao; it is left untouched."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} 不是 nianbao 的数据文件，没有改动它。",
            "请把它移到别处再启动，或者用 nianbao restore 从备份恢复。",
        )


class ForeignSchemaError(StoreError):
    """The database holds objects that nianbao did not make, and that could act by themselves."""

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        super().__init__(
            f"数据文件 {path} 里有不是 nianbao 建立的内容（{'、'.join(list(names)[:3])}），"
            "为安全起见没有打开，文件没有改动。",
            "请用 nianbao restore 从备份恢复，或者用 nianbao doctor --repair 只取出年报内容。",
        )


class DamagedError(StoreError):
    """The database, or something in it, can no longer be read."""

    def __init__(self, path: Path, what: str = "") -> None:
        super().__init__(
            f"数据文件 {path} 已经损坏，{what or '里面的内容'}读不出来。",
            "请用 nianbao doctor 检查和修复，或者用 nianbao restore 从最近的备份恢复，损坏的文件会另外留存。",
        )


class DiskFullError(StoreError):
    """There is no room left on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"磁盘已满，没能写入 {path}。", "以前保存的内容都在，请腾出一些空间后再试一次。")


class DiskFaultError(StoreError):
    """The disk, or the way to it, failed while something was read or written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"读写 {path} 时磁盘出错，这一次没有保存。", "请检查磁盘或网络连接后再试一次。")


class UnwritableError(StoreError):
    """The place cannot be written to."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"没法写入 {path}，可能是文件夹不存在、没有权限或者只读。",
            "请检查这个位置，或者换一个文件夹（数据文件夹可用环境变量 NIANBAO_HOME 指定）。",
        )


class LockedError(StoreError):
    """Another program holds the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"数据文件 {path} 正被另一个窗口或程序占用，这一次没有改动它。", "请关闭它以后再试一次。"
        )


class MovedError(StoreError):
    """The file is not any more where it was opened: what was written now would be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"数据文件 {path} 在打开期间被移走、删除或者替换了，这一次没有保存。",
            "请先记下刚才输入的内容，把文件放回原处，再重新启动 nianbao。",
        )


class ChangedElsewhereError(StoreError):
    """Another window wrote the report although this one holds it: the lock files were taken away."""

    def __init__(self) -> None:
        super().__init__(
            "这份年报刚才在另一个窗口中改过，为了不覆盖那边的内容，这一次没有保存。",
            "请先记下刚才输入的内容，返回年报列表重新打开这一份。",
        )


class SecondWindowError(StoreError):
    """Another window is writing the report."""

    def __init__(self) -> None:
        super().__init__(
            "这份年报正在另一个窗口中填写，这里不能修改。", "请回到那个窗口继续，或者关闭它以后再试。"
        )


class AlreadyThereError(StoreError):
    """There is a report of this organ and year."""

    def __init__(self, unit: str, year: int) -> None:
        super().__init__(f"{unit}{year}年的年报已经有了。", "请直接打开那一份继续填写。")


class MissingReportError(StoreError):
    """There is no such report any more."""

    def __init__(self) -> None:
        super().__init__("这份年报已经不在了，可能是在另一个窗口中删除的。", "请回到年报列表重新选择。")


class BackupError(StoreError):
    """A file that cannot be restored from, or a place that cannot be backed up to."""


class FileInTheWayError(BackupError):
    """A file stands where a backup was to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} 已经存在，没有覆盖。")


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says about ``path`` into a ``StoreError``: no raw database error leaves the store."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema quotes it, and what it quotes may be no text.
        raise DamagedError(path) from error
    except UnicodeEncodeError as error:
        raise StoreError(
            "文字里有无法保存的字符，这一次没有保存。", "请删去显示不正常的字符后再试一次。"
        ) from error


@contextmanager
def reaching(path: Path) -> Iterator[None]:
    """Turn what the operating system says about ``path`` into ``UnwritableError`` or ``DiskFullError``."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFullError(path) from error
        raise UnwritableError(path) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection was in the way."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


_UNREADABLE: Final = ("malformed database schema", "Could not decode", "no such column", "no such table")
"""How SQLite and Python begin what they say of a damaged schema or text; our own SQL names what there is."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that the file is damaged."""
    return _code(error) == sqlite3.SQLITE_CORRUPT or str(error).startswith(_UNREADABLE)


_LOG_INDEX: Final = 64 * 1024
"""Bytes that SQLite needs beside a database before anything can be read: it says of a disk without them that
it failed, not that it is full."""


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LOG_INDEX
    except OSError:
        return False


def _code(error: sqlite3.Error) -> int:
    """The primary result code; 0 for what Python itself raises."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _translated(error: sqlite3.Error, path: Path) -> StoreError:
    match _code(error):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedError(path)
        case sqlite3.SQLITE_FULL:
            return DiskFullError(path)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return UnwritableError(path)
        case sqlite3.SQLITE_NOTADB:
            return NotADatabaseError(path)
        case sqlite3.SQLITE_CORRUPT:
            return DamagedError(path)
        case sqlite3.SQLITE_ERROR if str(error).startswith(_UNREADABLE):
            return DamagedError(path)
        case sqlite3.SQLITE_IOERR:
            return DiskFullError(path) if _has_no_room(path) else DiskFaultError(path)
    return StoreError(
        f"数据文件 {path} 出了问题（{error}），这一次没有保存。", "请重新启动 nianbao 再试一次。"
    )
