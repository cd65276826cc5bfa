"""Deleted reports, kept whole for a while: every row of every table that belongs to one, in a JSON text."""

import json
from datetime import datetime
from typing import Any, Final

from store.connection import Connection
from store.errors import AlreadyThereError, DamagedError, MissingReportError
from store.journal import NOT_UNDERSTOOD, to_text, to_time
from store.model import DeletedReport

KEPT: Final = 20
"""So many of the reports deleted last."""


def keep(database: Connection, report_id: int, stamp: str) -> None:
    """Write a report down before it goes; the oldest deleted one makes room."""
    content = {
        table: {"columns": columns, "rows": database.rows(_select(table, columns), report_id)}
        for table, columns in _tables(database).items()
    }
    ((unit, year),) = database.rows(
        "SELECT u.name, r.year FROM reports r JOIN units u ON u.id = r.unit_id WHERE r.id = ?", report_id
    ) or [("", 0)]
    database.execute(
        "INSERT OR REPLACE INTO deleted (report_id, unit, year, at, content) VALUES (?, ?, ?, ?, ?)",
        *(report_id, unit, year, stamp, _text(content)),
    )
    database.execute(
        "DELETE FROM deleted WHERE report_id NOT IN (SELECT report_id FROM deleted ORDER BY at DESC LIMIT ?)",
        KEPT,
    )


def all_deleted(database: Connection) -> list[DeletedReport]:
    """Those that can be brought back, the one deleted last first."""
    rows = database.rows("SELECT report_id, unit, year, at FROM deleted ORDER BY at DESC, report_id DESC")
    return [DeletedReport(number, str(unit), int(year), _time(at)) for number, unit, year, at in rows]


def bring_back(database: Connection, report_id: int) -> None:
    """Put every row back. Raises ``MissingReportError``, ``AlreadyThereError``, ``DamagedError``."""
    rows = database.rows("SELECT unit, year, content FROM deleted WHERE report_id = ?", report_id)
    if not rows:
        raise MissingReportError
    ((unit, year, text),) = rows
    try:
        content = json.loads(text)
        report = dict(zip(content["reports"]["columns"], content["reports"]["rows"][0], strict=True))
    except NOT_UNDERSTOOD as error:
        raise DamagedError(database.path, "删除的年报") from error
    database.execute("INSERT OR IGNORE INTO units (name) VALUES (?)", unit)
    ((unit_id,),) = database.rows("SELECT id FROM units WHERE name = ?", unit)
    there = "SELECT 1 FROM reports WHERE unit_id = ? AND year = ? AND kind = ?"
    if database.rows(there, unit_id, year, report["kind"]):
        raise AlreadyThereError(unit, year)
    known = _tables(database)
    for table in sorted(content, key=lambda name: name != "reports"):
        for row in content[table]["rows"]:
            values = dict(zip(content[table]["columns"], row, strict=True))
            if table == "reports":
                values["unit_id"] = unit_id
            _insert(database, table, {name: values[name] for name in known[table] if name in values})
    database.execute("DELETE FROM deleted WHERE report_id = ?", report_id)


def _insert(database: Connection, table: str, values: dict[str, Any]) -> None:
    marks = ", ".join("?" * len(values))
    database.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", *values.values())


def _tables(database: Connection) -> dict[str, list[str]]:
    """Every table with rows of one report, and its columns."""
    found = {}
    for (table,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"):
        columns = [row[1] for row in database.rows(f"PRAGMA table_info({table})")]
        if table == "reports" or ("report_id" in columns and table != "deleted"):
            found[table] = columns
    return found


def _select(table: str, columns: list[str]) -> str:
    key = "id" if table == "reports" else "report_id"
    return f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = ? ORDER BY 1, 2"


def _text(content: Any) -> str:
    try:
        return to_text(content)
    except TypeError:  # bytes in the place of a text: a damaged row
        return json.dumps(content, default=lambda value: value.decode(errors="replace"))


def _time(stamp: object) -> datetime:
    try:
        return to_time(str(stamp))
    except NOT_UNDERSTOOD:
        return datetime(1970, 1, 1)
