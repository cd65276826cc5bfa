"""What can still be read of a database that cannot be opened, or cannot be written.

Everything is done on a copy: the file itself is only read. A damaged schema is put right by the schema that
our own steps make, which also takes away whatever is not ours; then every table is read from both ends, so
that a damaged page costs the rows on it and no others.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

from store import migrations, schema
from store.connection import Connection, connect, refuse_foreign, tolerant, until_damage
from store.errors import (
    DamagedError,
    DiskFaultError,
    DiskFullError,
    StoreError,
    UnwritableError,
    in_plain_words,
)
from store.files import scratch_folder

LOGS: Final = ("-wal", "-shm", "-journal")
TABLES: Final = (
    ("units", "id"),
    ("reports", "id"),
    ("answers", "report_id, field"),
    ("texts", "rowid"),
    ("wordings", "report_id, sentence"),
    ("skipped", "report_id, question"),
    ("finding_answers", "report_id, finding"),
    ("positions", "report_id"),
    ("documents", "report_id"),
    ("journal", "id"),
    ("checksums", "report_id, what"),
    ("predecessors", "organ_id, predecessor_id"),
    ("versions", "report_id, number"),
    ("deleted", "report_id"),
    ("sqlite_sequence", "rowid"),
)
"""Every table with the order its rows lie in, those that others refer to first."""
_LIKE: Final = 0.95
"""A line of the schema with a few damaged letters is this like the right one."""


def open_or_read(path: Path) -> Connection:
    """Open or make the database; what can only be read (no right to write, no room on the disk, a disk that
    fails) or is damaged is opened as far as it can be read, ``read_only``.

    Raises ``NotADatabaseError``, ``NewerDatabaseError``, ``ForeignSchemaError``, ``LockedError``, and the
    others where there is nothing to read."""
    try:
        return Connection.open(path)
    except (UnwritableError, DiskFullError, DiskFaultError, DamagedError) as error:
        memory = in_memory(path, damaged=isinstance(error, DamagedError))
        if memory is None:
            raise
        return Connection(path, memory, error)


def in_memory(path: Path, *, damaged: bool) -> sqlite3.Connection | None:
    """A copy of a database in memory, brought up to date; of a damaged one what can be read.

    None where nothing can be read. The file is not changed."""
    try:
        with in_plain_words(path), copied(path) as copy:
            memory = salvaged(copy) if damaged else _whole(copy, path)
            memory.execute("PRAGMA query_only = ON")
            return memory
    except (OSError, StoreError):
        return None


def _whole(copy: Path, path: Path) -> sqlite3.Connection:
    memory = connect(Path(":memory:"))
    with closing(connect(copy)) as connection:
        migrations.pending(connection, path)
        refuse_foreign(connection, path)
        connection.backup(memory)
    if migrations.pending(memory, path):
        migrations.apply(memory)
    return memory


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """A copy of the database and its log, gone afterwards; in the memory of the computer where no disk has
    room. Raises ``OSError``."""
    if not path.is_file() or path.stat().st_size == 0:
        raise FileNotFoundError(path)
    with ExitStack() as stack:
        try:
            copy = _copy_with_log(path, stack.enter_context(scratch_folder()))
        except OSError:
            stack.close()
            copy = _copy_with_log(path, stack.enter_context(scratch_folder(Path("/dev/shm"))))
        yield copy


def _copy_with_log(path: Path, folder: Path) -> Path:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-journal"):
        if path.with_name(name).exists():
            shutil.copyfile(path.with_name(name), folder / name)
    return folder / path.name


def salvaged(copy: Path, target: Path | None = None) -> sqlite3.Connection:
    """A new database (in memory, or at ``target``) with every row of ``copy``, which is changed, that can
    be read. Raises ``sqlite3.Error`` where no table can be."""
    _put_schema_right(copy)
    made = connect(target or Path(":memory:"))
    try:
        migrations.apply(made)
        made.execute("PRAGMA foreign_keys = OFF")
        made.execute("BEGIN")
        with closing(connect(copy)) as source, tolerant(source):
            source.execute("PRAGMA writable_schema = ON")  # what is still wrong in it stops nothing
            for table, order in TABLES:
                _copy_rows(source, made, table, order)
        made.execute("COMMIT")
    except BaseException:
        made.close()
        raise
    return made


def _copy_rows(source: sqlite3.Connection, made: sqlite3.Connection, table: str, order: str) -> None:
    known = [row[1] for row in made.execute(f"PRAGMA table_info({table})")]
    there = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    columns = [name for name in known if name in there]
    if not columns:
        return
    sql = f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED"
    first = f"{sql} ORDER BY {order}"
    last = f"{sql} ORDER BY {', '.join(f'{name} DESC' for name in order.split(', '))}"
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    if table == "sqlite_sequence":
        made.execute("DELETE FROM sqlite_sequence")
    for query in (first, last):
        for row in until_damage(source, query, ()):
            with suppress(sqlite3.Error, UnicodeEncodeError):
                made.execute(insert, [_text(value) for value in row])


def _text(value: Any) -> Any:
    """A text that is no UTF-8 with the sign for it in the place of what is none."""
    if isinstance(value, str):
        return value.encode(errors="surrogateescape").decode(errors="replace")
    return value


def _put_schema_right(copy: Path) -> None:
    """Give every table of ours the SQL that made it, and take away what is not ours."""
    with closing(connect(copy)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        with tolerant(connection):
            found = connection.execute("SELECT rowid, type, name, sql FROM sqlite_master").fetchall()
        wanted = _nearest({(kind, name): str(sql) for _, kind, name, sql in found})
        connection.execute("BEGIN")
        right: set[schema.Key] = set()
        for number, kind, name, sql in sorted(found, key=lambda line: wanted.get(line[1:3]) != line[3]):
            key = _closest_key(wanted, (str(kind), str(name)), str(sql))
            if key is not None and key not in right:
                right.add(key)
                change = "UPDATE sqlite_master SET type = ?, name = ?, tbl_name = ?, sql = ? WHERE rowid = ?"
                connection.execute(change, (*key, schema.table_of(wanted[key], key), wanted[key], number))
            elif (kind, name) != ("table", "sqlite_sequence") and not (sql is None and kind == "index"):
                connection.execute("DELETE FROM sqlite_master WHERE rowid = ?", (number,))
        connection.execute("COMMIT")


def _nearest(found: Mapping[schema.Key, str]) -> Mapping[schema.Key, str]:
    """The version that the most objects agree with, the newest of several."""

    def agreeing(version: Mapping[schema.Key, str]) -> int:
        return sum(found.get(key) == sql for key, sql in version.items())

    return max(reversed(schema.versions()), key=agreeing)


def _closest_key(wanted: Mapping[schema.Key, str], key: schema.Key, sql: str) -> schema.Key | None:
    """Which object of ours a line of the schema is: that of its name, else the one it all but spells."""
    if key in wanted:
        return key

    def likeness(ours: schema.Key) -> float:
        return SequenceMatcher(None, f"{key} {sql}", f"{ours} {wanted[ours]}", autojunk=False).ratio()

    nearest = max(wanted, key=likeness)
    return nearest if likeness(nearest) > _LIKE else None
