"""Examine the memory and repair it: what can be read stays, what can be proved comes back, the rest is named.

A change is written twice, in its table and in the journal, and its report has a checksum. A row that is
damaged comes back from the journal; where table and journal differ, the checksum says which one is right. The
damaged file itself is kept beside the repaired one.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from store import automatic_backups, checksums, migrations, schema
from store.backup import put_in_place, scratch_beside, set_aside
from store.connection import Connection, connect, looks_foreign
from store.database import Store
from store.errors import (
    LockedError,
    NewerDatabaseError,
    NotADatabaseError,
    StoreError,
    UnwritableError,
    in_plain_words,
    reaching,
)
from store.journal import JOURNALED, NOT_UNDERSTOOD, JournaledTable
from store.locks import take, whole_database
from store.salvage import copied, salvaged

SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found: ``problems`` that a repair can mend, and ``notes`` that are good to know."""

    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repaired:
    """Where the damaged file was put, and what could not be brought back for certain, in sentences."""

    kept: Path
    lost: tuple[str, ...]


def examine(path: Path) -> Diagnosis:
    """Look at everything and change nothing.

    Raises ``NotADatabaseError``, ``NewerDatabaseError``, ``UnwritableError``: what no repair can mend."""
    if not path.exists():
        return Diagnosis(notes=(f"还没有数据文件（{path}）。", *_backups_of(path)))
    if looks_foreign(path):
        raise NotADatabaseError(path)
    with reaching(path), in_plain_words(path), copied(path) as copy:
        try:
            problems = _of_file(copy, path)
        except (sqlite3.Error, UnicodeDecodeError):
            problems = ["数据文件的结构已经损坏。"]
        with closing(salvaged(copy)) as memory:
            problems += _of_reports(path, memory)
    return Diagnosis(tuple(dict.fromkeys(problems)), _backups_of(path))


def _of_file(copy: Path, path: Path) -> list[str]:
    problems = []
    with closing(connect(copy)) as connection:
        migrations.pending(connection, path)
        if names := schema.foreign(connection):
            problems.append(f"数据文件里有不是 nianbao 建立的内容：{'、'.join(names[:SHOWN])}。")
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            problems.append("数据文件的结构有损坏。")
        elif connection.execute("PRAGMA foreign_key_check").fetchall():
            problems.append("数据文件里有不属于任何一份年报的内容。")
    return problems


def _of_reports(path: Path, memory: sqlite3.Connection) -> list[str]:
    store = Store.reading(Connection(path, memory, UnwritableError(path)))
    problems = [words for words in store.damage_of_list() if "损坏" in words]
    for stored in store.reports():
        store.answers(stored.id)
        store.position(stored.id)
        store.document(stored.id)
        name = f"{stored.unit}{stored.year}年"
        problems += [f"{name}：{words}" for words in store.damage(stored.id, journal=True)]
    return problems


def _backups_of(path: Path) -> tuple[str, ...]:
    found = automatic_backups.backups_of(path)
    if not found:
        return ("还没有自动备份。",)
    return (f"有{len(found)}份自动备份，最近的一份是 {max(found, key=lambda one: one.stat().st_mtime)}。",)


def repair(path: Path) -> Repaired:
    """Put a repaired database in the place of a damaged one, which is kept beside it.

    Raises ``LockedError`` while a window is open, and what ``examine`` raises."""
    if looks_foreign(path):
        raise NotADatabaseError(path)
    alone = take(whole_database(path))
    if alone is None:
        raise LockedError(path)
    try:
        with reaching(path), in_plain_words(path), copied(path) as copy, scratch_beside(path) as made:
            _refuse_newer(copy, path)
            with closing(salvaged(copy, made)) as connection:
                lost = _bring_back(connection)
                connection.execute("PRAGMA journal_mode = DELETE")
            kept = set_aside(path, "修复前")
            put_in_place(made, path)
    finally:
        alone.release()
    return Repaired(kept, tuple(lost))


def _refuse_newer(copy: Path, path: Path) -> None:
    try:
        with closing(connect(copy)) as connection:
            migrations.pending(connection, path)
    except NewerDatabaseError:
        raise
    except (StoreError, sqlite3.Error, UnicodeDecodeError):
        return  # that is what is repaired


def _bring_back(connection: sqlite3.Connection) -> list[str]:
    """Mend the tables by the journal; in sentences what stays uncertain."""
    _add_missing_reports(connection)
    for table in (
        "answers",
        "texts",
        "wordings",
        "skipped",
        "finding_answers",
        "positions",
        "documents",
        "journal",
        "checksums",
        "versions",
    ):
        # The trigger that keeps the journal lets entries without a report go.
        connection.execute(f"DELETE FROM {table} WHERE report_id NOT IN (SELECT id FROM reports)")
    lost: list[str] = []
    for number, year, unit in connection.execute(
        "SELECT r.id, r.year, u.name FROM reports r JOIN units u ON u.id = r.unit_id"
    ).fetchall():
        rows = connection.execute("SELECT what, digest FROM checksums WHERE report_id = ?", (number,))
        sums = {str(what): str(digest) for what, digest in rows}
        uncertain = [
            label for table in JOURNALED.values() if (label := _mend(connection, table, number, sums))
        ]
        uncertain += [
            checksums.LABELS[what]
            for what in ("position", "document", "report", "versions")
            if checksums.total(connection.execute(checksums.COVERED[what], (number,)))
            != sums.get(what, checksums.total([]))
        ]
        if uncertain:
            lost.append(f"{unit}{year}年：{'、'.join(uncertain)}可能有缺少或变动，请核对。")
    checksums.write_anew(connection)
    return lost


def _add_missing_reports(connection: sqlite3.Connection) -> None:
    """Reports of which only the journal is left come back; a report needs a name, a year and a status."""
    connection.execute("DELETE FROM reports WHERE typeof(year) <> 'integer' OR year NOT BETWEEN 1 AND 9999")
    made = "SELECT report_id, at, after FROM journal WHERE what = 'created' ORDER BY id"
    known = {number for (number,) in connection.execute("SELECT id FROM reports")}
    for number, at, after in connection.execute(made).fetchall():
        try:
            first = json.loads(after)
            row = (first["unit"], first["year"], first["kind"], first["status"])
        except NOT_UNDERSTOOD:
            continue
        unit_of = "SELECT u.name FROM reports r JOIN units u ON u.id = r.unit_id WHERE r.id = ?"
        if number in known and connection.execute(unit_of, (number,)).fetchone():
            continue
        name, year, kind, status = row
        name = _last_name(connection, number) or name
        connection.execute("INSERT OR IGNORE INTO units (name) VALUES (?)", (name,))
        connection.execute("DELETE FROM reports WHERE id = ?", (number,))
        connection.execute(
            "INSERT OR IGNORE INTO reports (id, unit_id, year, kind, status, created, saved)"
            " SELECT ?, id, ?, ?, ?, ?, ? FROM units WHERE name = ?",
            (number, year, kind, status, at, at, name),
        )
    connection.execute("DELETE FROM reports WHERE unit_id NOT IN (SELECT id FROM units)")
    for column in ("organ_id", "parent_id"):
        connection.execute(f"UPDATE units SET {column} = NULL WHERE {column} NOT IN (SELECT id FROM units)")
    connection.execute(
        "DELETE FROM predecessors WHERE organ_id NOT IN (SELECT id FROM units)"
        " OR predecessor_id NOT IN (SELECT id FROM units)"
    )


def _last_name(connection: sqlite3.Connection, report_id: int) -> str:
    sql = "SELECT after FROM journal WHERE report_id = ? AND what = 'unit' ORDER BY id DESC LIMIT 1"
    row = connection.execute(sql, (report_id,)).fetchone()
    try:
        return str(json.loads(row[0])["name"]) if row else ""
    except NOT_UNDERSTOOD:
        return ""


Rows = Mapping[str, tuple[Any, ...]]
"""Rows of a table by their key."""


def _mend(
    connection: sqlite3.Connection, table: JournaledTable, report_id: int, sums: Mapping[str, str]
) -> str:
    """Mend one table of a report; its label where it is not certain to be as it was written, else ""."""
    wanted = sums.get(table.name, checksums.total([]))
    there: Rows = {row[0]: row for row in connection.execute(checksums.COVERED[table.name], (report_id,))}
    journal = {
        key: row for key, row in _replayed(connection, table, report_id).items() if _is_sound(table, row)
    }
    nearest = {**journal, **{key: row for key, row in there.items() if _is_sound(table, row)}}
    for rows in (there, journal, {**there, **journal}, nearest):
        if checksums.total(rows.values()) == wanted:
            _put(connection, table, report_id, rows)
            return ""
    _put(connection, table, report_id, nearest)
    return checksums.LABELS[table.name]


def _replayed(connection: sqlite3.Connection, table: JournaledTable, report_id: int) -> Rows:
    """The rows that the journal says there are."""
    rows: dict[str, tuple[Any, ...]] = {}
    sql = "SELECT key, after FROM journal WHERE report_id = ? AND what = ? ORDER BY id"
    for key, after in connection.execute(sql, (report_id, table.name)):
        try:
            line = table.line(key, None if after is None else json.loads(after))
        except NOT_UNDERSTOOD:
            continue
        if line is None:
            rows.pop(key, None)
        else:
            rows[key] = line
    return rows


def _is_sound(table: JournaledTable, row: tuple[Any, ...]) -> bool:
    check = _CHECKS.get(table.name)
    texts = [value for value in row if isinstance(value, str)]
    if any("\N{REPLACEMENT CHARACTER}" in text for text in texts):
        return False
    return check is None or check(row)


def _is_answer(row: tuple[Any, ...]) -> bool:
    from store.answers import read_answer

    try:
        read_answer(*row)
    except NOT_UNDERSTOOD:
        return False
    return True


_CHECKS: Final[Mapping[str, Callable[[tuple[Any, ...]], bool]]] = {"answers": _is_answer}


def _put(connection: sqlite3.Connection, table: JournaledTable, report_id: int, rows: Rows) -> None:
    connection.execute(f"DELETE FROM {table.name} WHERE report_id = ?", (report_id,))
    for row in rows.values():
        connection.execute(table.replace, (report_id, *row))
