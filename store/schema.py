"""What a database of nianbao may consist of, version by version.

A file from elsewhere could hold triggers, views or checks that run when we read or write. So every object of
a database must be, to the letter, one that our own steps make; the steps themselves are the list.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from store import migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

Key = tuple[str, str]
"""Type and name of an object of the schema."""

_RECORDS: Final = {
    ("table", "_sqlite_migrations"): (
        "CREATE TABLE _sqlite_migrations"
        " (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT)"
    ),
    ("index", "idx__sqlite_migrations_migration_set_name"): (
        "CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name"
        " ON _sqlite_migrations (migration_set, name)"
    ),
}
"""What sqlite-utils makes to remember which steps were applied."""
_SEQUENCE: Final = "createtablesqlite_sequence(name,seq)"
"""What SQLite makes to count the numbers of rows, as ``_plain`` has it."""


@cache
def versions() -> tuple[Mapping[Key, str], ...]:
    """The objects of each version, by type and name: the SQL that made them."""
    made = []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in migrations.STEPS:
            step(cast("Database", connection))  # a step only executes SQL
            made.append(dict(objects(connection)) | _RECORDS)
    return tuple(made)


def objects(connection: sqlite3.Connection) -> list[tuple[Key, str]]:
    """Type and name of every object with the SQL that made it; what SQLite made for itself is left out.

    SQLite goes by the SQL alone: an edited file can have several lines of one type and name."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master")
    return [((kind, name), str(sql)) for kind, name, sql in rows if not _of_sqlite(kind, name, sql)]


def _of_sqlite(kind: object, name: object, sql: object) -> bool:
    """Whether SQLite made it: the name alone proves nothing, whoever edits the file can write any there."""
    if kind == "index":
        return str(name).startswith("sqlite_autoindex_") and sql is None
    return (kind, name) == ("table", "sqlite_sequence") and _plain(str(sql)) == _SEQUENCE


def foreign(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of objects that no version of nianbao makes, in order."""
    ours: dict[Key, set[str]] = {}
    for version in versions():
        for key, sql in version.items():
            ours.setdefault(key, set()).add(_plain(sql))
    found = objects(connection)
    return tuple(sorted(str(key[1]) for key, sql in found if _plain(sql) not in ours.get(key, ())))


def _plain(sql: str) -> str:
    """SQL without what versions of SQLite and sqlite-utils write differently: quotes, spaces, letter case."""
    return "".join(sql.translate({ord(c): None for c in "\"'[]`"}).split()).lower()


def table_of(sql: str, key: Key) -> str:
    """The table that an object belongs to: a table is its own, an index or trigger says ``ON``."""
    kind, name = key
    return name if kind == "table" else sql.split(" ON ", 1)[1].split(maxsplit=1)[0].strip('"')
