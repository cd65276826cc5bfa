"""A checksum of what each report holds: bytes that changed by themselves are noticed, not taken for answers.

For each report and each kind of thing the database keeps the sum of the digests of its rows. A change takes
the digest of the row before away and adds that of the row after, so that a row that changed by itself stays
noticed however much is written beside it.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, Final

COVERED: Final = {
    "answers": "SELECT field, value, origin, reason, at FROM answers WHERE report_id = ?",
    "texts": "SELECT key, text, basis FROM texts WHERE report_id = ?",
    "wordings": "SELECT sentence, wording FROM wordings WHERE report_id = ?",
    "skipped": "SELECT question FROM skipped WHERE report_id = ?",
    "finding_answers": "SELECT finding, reason, at FROM finding_answers WHERE report_id = ?",
    "position": "SELECT position FROM positions WHERE report_id = ?",
    "document": "SELECT document FROM documents WHERE report_id = ?",
    "report": (
        "SELECT u.name, r.year, r.kind, r.status, r.created"
        " FROM reports r LEFT JOIN units u ON u.id = r.unit_id WHERE r.id = ?"
    ),
    "journal": ('SELECT id, step, at, what, "key", before, after, undoes FROM journal WHERE report_id = ?'),
}
"""What is covered, with the rows of a report that make its sum."""
LABELS: Final = {
    "answers": "答案",
    "texts": "手工改过的文字",
    "wordings": "选用的说法",
    "skipped": "跳过的题目",
    "finding_answers": "对检查结果的答复",
    "position": "上次停留的位置",
    "document": "年报全文",
    "report": "单位、年份和状态",
    "journal": "修改记录",
}
"""What is covered in the clerk's words."""
LATER: Final = frozenset({"finding_answers"})
"""Tables that an older database does not have yet while it is brought up to date."""
_WHOLE: Final = 1 << 64


def digest(row: Iterable[Any]) -> int:
    """Of the columns of a row, key first."""
    text = json.dumps([_plain(value) for value in row], separators=(",", ":"))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float | None) else repr(value)


def total(rows: Iterable[Iterable[Any]]) -> str:
    """Of several rows, in any order."""
    return as_text(sum(digest(row) for row in rows))


def as_text(number: int) -> str:
    """A sum as it is stored."""
    return f"{number % _WHOLE:016x}"


def shifted(before: str, change: int) -> str:
    """A stored sum after a change. One that is damaged stays one that no rows have."""
    try:
        return as_text(int(before or "0", 16) + change)
    except ValueError:
        return before


def of_report(connection: sqlite3.Connection, report_id: int) -> Mapping[str, str]:
    """Every sum of a report as its rows are now."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        what: total(connection.execute(sql, (report_id,)))
        for what, sql in COVERED.items()
        if what not in LATER or what in there
    }


def write_anew(connection: sqlite3.Connection) -> None:
    """Take everything as it stands for right."""
    connection.execute("DELETE FROM checksums")
    for (report_id,) in connection.execute("SELECT id FROM reports").fetchall():
        for what, sum_of_rows in of_report(connection, report_id).items():
            row = (report_id, what, sum_of_rows)
            connection.execute("INSERT INTO checksums (report_id, what, digest) VALUES (?, ?, ?)", row)
