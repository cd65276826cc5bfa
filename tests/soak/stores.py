"""Hostile stores: made by somebody who knows how nianbao keeps things and may have put every checksum right.

Each goes through every command that reads a store, and through the screens. Schemas that are not ours are
refused by all of them; a row that cannot be read is told by ``list``, ``answers`` or ``doctor``; nothing ends
in what nobody foresaw, takes all the memory or does not end."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.clean_text import UNSAFE
from store import checksums
from store.database import Store
from tests.soak.bounded import TERMINAL, Done, run
from tests.soak.damaged import fill
from tests.soak.names import texts_of

ODD = "示例县\x1b]52;c;aGk=\x07水\x9b2J务\u202e局"
CONTROLS = ("\x1b", "\x9b", "\x07", "\u202e", "\u2066", "\x00", "\r", "\x08", "\u2028", "\x7f", "\u200f")
DEEP = "[" * 20_000 + "]" * 20_000
DEEP_OBJECT = '{"a":' * 20_000 + "1" + "}" * 20_000
VALUES = (
    *(ODD, "", "x" * 3_000_000, 7, -1, 2**62, 1.5, float("inf"), b"\xff\xfe\x00", b"{}", "null", "true"),
    *("[]", "{}", "0", '"a"', DEEP, DEEP_OBJECT, "[" * 100_000, '{"value":1e400000000}', "9" * 6_000),
    *(
        '{"count": "9e999999999"}',
        '{"count": NaN, "text": "\\ud800"}',
        "Infinity",
        '"\\ud800"',
        "2025-13-45T99:99",
    ),
    *('{"unit": {}, "year": "二〇二五"}', '{"screen": "no-such", "question": 7, "caret": -5}', "年" * 70_000),
)
COLUMNS = (
    *("answers.field", "answers.value", "answers.origin", "answers.reason", "answers.at", "texts.key"),
    *("texts.text", "texts.basis", "wordings.sentence", "wordings.wording", "skipped.question"),
    *("positions.position", "documents.document", "reports.year", "reports.kind", "reports.status"),
    *("reports.created", "reports.saved", "reports.summary", "units.name", "units.organ_id", "units.kind"),
    *("units.parent_id", "checksums.what", "checksums.digest", "versions.number", "versions.at"),
    *("versions.document", "deleted.unit", "deleted.year", "deleted.at", "deleted.content"),
    *("predecessors.year", "predecessors.change", "finding_answers.finding", "finding_answers.reason"),
    *("finding_answers.at", "journal.after", "_sqlite_migrations.name"),
)
FOREIGN = (
    "CREATE TRIGGER quiet AFTER INSERT ON answers BEGIN DELETE FROM answers; END",
    "CREATE TRIGGER quieter BEFORE DELETE ON reports BEGIN SELECT RAISE(IGNORE); END",
    "CREATE VIEW looks AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "CREATE TABLE more (id)",
    "CREATE INDEX slow ON answers (abs(length(value)))",
    "CREATE VIRTUAL TABLE words USING fts5(text)",
    "CREATE VIRTUAL TABLE tree USING rtree(id, a, b)",
)
HIDDEN = (
    # Written into the schema itself, where names are taken that nobody else may use.
    "INSERT INTO sqlite_master VALUES ('trigger', 'sqlite_sequence', 'answers', 0,"
    " 'CREATE TRIGGER sqlite_sequence AFTER INSERT ON answers BEGIN DELETE FROM texts; END')",
    "INSERT INTO sqlite_master VALUES ('trigger', 'sqlite_autoindex_answers_1', 'answers', 0,"
    " 'CREATE TRIGGER sqlite_autoindex_answers_1 AFTER INSERT ON answers BEGIN DELETE FROM texts; END')",
    "UPDATE sqlite_master SET sql = replace(sql, 'BEGIN', 'BEGIN DELETE FROM texts;') WHERE type = 'trigger'",
    "UPDATE sqlite_master SET sql = replace(sql, 'value TEXT NOT NULL', 'value TEXT NOT NULL CHECK"
    " (length(value) < 3)') WHERE name = 'answers'",
    "UPDATE sqlite_master SET sql = replace(sql, 'text TEXT NOT NULL', 'text TEXT AS (zeroblob(1000000000))')"
    " WHERE name = 'texts'",
)
_TWICE = (
    "INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = 'skipped';"
    "UPDATE sqlite_master SET rootpage = 0, sql = 'CREATE TRIGGER quiet AFTER INSERT ON answers BEGIN"
    " DELETE FROM texts; END' WHERE rowid = (SELECT min(rowid) FROM sqlite_master WHERE name = 'skipped')"
)
"""Two lines of one name, the first of them a trigger."""
COMMANDS = (
    *(["list"], ["list", "--json"], ["answers", "2025"], ["answers", "2024"], ["check", "--all"]),
    *(["sentences", "2025"], ["sheet", "2025", "-o", "{}/sheet.xlsx"], ["doctor"]),
    *([TERMINAL, "0"], [TERMINAL, "2"]),
    *(["export", "2025", "--as-draft", "-o", f"{{}}/a.{kind}"] for kind in ("docx", "html", "xlsx", "json")),
    ["export", "2025", "--as-draft", "--format", "review", "-o", "{}/r.docx"],
    *(
        ["export", "2024", "--as-draft", "--format", "txt", "-o", "-"],
        ["export", "2025", "--as-draft", "-o", "-"],
    ),
    *(
        ["backup", "{}/copy.db"],
        ["restore", "{}/copy.db"],
        ["doctor", "--repair"],
        ["list"],
        ["answers", "2025"],
    ),
)


@dataclass(frozen=True)
class Attack:
    """What was done: ``refused`` where no command may open it, ``told`` where one must say that something is
    wrong."""

    name: str
    refused: bool = False
    told: bool = False


def one(seed: int, folder: Path) -> str:
    """What became of one hostile store."""
    home = folder / "home"
    path = home / "nianbao.db"
    prepared(path)
    attack = attacked(path, random.Random(seed))
    commands = [[word.replace("{}", str(folder)) for word in command] for command in COMMANDS]
    if attack.refused:
        commands = commands[:-4]  # a repair takes away what is not ours, as it says
    done = run(home, commands)
    for one_done in done:
        if one_done.wrong:
            return f"WRONG {attack.name}: {one_done.wrong}"
    for file in sorted(folder.glob("*.*")):
        if any(UNSAFE.search(text.replace("\r\n", "\n")) for text in texts_of(file.read_bytes())):
            return f"WRONG {attack.name}: a control in {file.name}"
    if attack.refused and (opened := [each for each in done if each.code == 0]):
        return f"WRONG {attack.name}: opened by {opened[0].command}"
    if attack.told and not _told(done):
        return f"WRONG {attack.name}: nothing was said"
    return "refused in a sentence" if all(each.code == 2 for each in done) else "read, or told"


def _told(done: list[Done]) -> bool:
    return any(
        each.code == 2
        or (each.command[0] in {"list", "answers", "doctor"} and ("损坏" in each.err or each.code))
        for each in done
    )


def prepared(path: Path) -> None:
    """A store with something in every table."""
    fill(path)
    with Store.open(path) as store:
        first, second = sorted(stored.id for stored in store.reports())
        store.note_export(first, "/tmp/a.docx", "0" * 64)
        gone = store.create("示例县档案局", 2023).id
        store.delete(gone)
        store.answer_finding(second, "NB104 a", "核对无误")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")


def attacked(path: Path, dice: random.Random) -> Attack:
    """Make a store hostile."""
    kind = dice.choice(
        ("value", "value", "value", "value", "foreign", "hidden", "loop", "number", "many", "escapes")
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        attack = _ATTACKS[kind](raw, dice)
        if attack.refused:
            return attack
        if dice.random() < 0.5:
            with suppress(sqlite3.Error):
                checksums.write_anew(raw)
                return attack
        return replace(attack, told=attack.told or _broken(raw))


def _broken(raw: sqlite3.Connection) -> bool:
    """Whether a checksum says that something was changed."""
    try:
        kept = {(number, what): digest for number, what, digest in raw.execute("SELECT * FROM checksums")}
        return any(
            kept.get((number, what), checksums.total([])) != digest
            for (number,) in raw.execute("SELECT id FROM reports").fetchall()
            for what, digest in checksums.of_report(raw, number).items()
        )
    except sqlite3.Error:
        return True


def _value(raw: sqlite3.Connection, dice: random.Random) -> Attack:
    there = [column for column in COLUMNS if _has(raw, column)]
    names = []
    for _ in range(dice.choice((1, 1, 2, 6))):
        table, column = dice.choice(there).split(".")
        value = dice.choice(VALUES)
        rows = dice.choice(("", f" WHERE rowid = (SELECT max(rowid) FROM {table})"))
        with suppress(sqlite3.Error):
            _update(raw, table, column, value, rows)
        names.append(f"{table}.{column}={str(value)[:20]!r}")
    return Attack(" ".join(names))


def _update(raw: sqlite3.Connection, table: str, column: str, value: object, rows: str) -> None:
    try:
        raw.execute(f"UPDATE OR REPLACE {table} SET {column} = ?{rows}", (value,))
    except sqlite3.OperationalError:  # a table without rowids
        raw.execute(f"UPDATE OR REPLACE {table} SET {column} = ?", (value,))


def _has(raw: sqlite3.Connection, column: str) -> bool:
    table, name = column.split(".")
    return name in {row[1] for row in raw.execute(f"PRAGMA table_info({table})")}


def _foreign(raw: sqlite3.Connection, dice: random.Random) -> Attack:
    sql = dice.choice(FOREIGN)
    raw.execute(sql)
    return Attack(sql[:40], refused=True)


def _hidden(raw: sqlite3.Connection, dice: random.Random) -> Attack:
    sql = dice.choice(HIDDEN)
    raw.execute("PRAGMA writable_schema = ON")
    raw.executescript(sql)
    return Attack(sql[:70], refused=True)


def _loop(raw: sqlite3.Connection, dice: random.Random) -> Attack:
    """Organs that come from one another, belong to one another, or are names of one another."""
    raw.execute("INSERT INTO units (name) VALUES ('示例县林业局')")
    (a, b) = (row[0] for row in raw.execute("SELECT id FROM units ORDER BY id LIMIT 2").fetchall())
    what = dice.choice(("predecessors", "organ", "parent", "itself", "nowhere", "undo"))
    if what == "predecessors":
        for one_of, other in ((a, b), (b, a), (a, a)):
            raw.execute("INSERT OR REPLACE INTO predecessors VALUES (?, ?, 2025, 'renamed')", (one_of, other))
    elif what == "undo":
        columns = "report_id, step, at, what, key, undoes"
        sql = f"INSERT INTO journal ({columns}) VALUES (?, ?, '2025', 'undo', '', ?)"
        raw.executemany(sql, [(1, 9000, 9001), (1, 9001, 9000), (2, 9000, 9000)])
    else:
        column = "parent_id" if what == "parent" else "organ_id"
        targets = {"itself": (a, b), "nowhere": (999, 998)}.get(what, (b, a))
        raw.executemany(f"UPDATE units SET {column} = ? WHERE id = ?", zip(targets, (a, b), strict=True))
    return Attack(f"loop of {what}")


def _number(raw: sqlite3.Connection, dice: random.Random) -> Attack:
    """Numbers of the file itself."""
    sql, refused = dice.choice(
        (
            ("PRAGMA user_version = 9999", True),
            ("PRAGMA user_version = -5", False),
            ("PRAGMA application_id = 7", True),
            ("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('nianbao', 'm999_future')", True),
            ("DELETE FROM _sqlite_migrations WHERE name = 'm009_organs'", False),
            ("UPDATE sqlite_sequence SET seq = 9223372036854775807", False),
            ("UPDATE sqlite_sequence SET seq = 'x'", False),
            ("DELETE FROM sqlite_sequence", False),
            ("PRAGMA auto_vacuum = 1; VACUUM", False),
            ("UPDATE sqlite_master SET sql = 'CREATE VIEW texts AS SELECT 1' WHERE name = 'texts'", False),
            (_TWICE, False),
            ("UPDATE sqlite_master SET sql = NULL WHERE name = 'answers'", False),
            ("UPDATE sqlite_master SET rootpage = 2 WHERE type = 'table'", False),
            ("UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'texts'", False),
            ("DELETE FROM sqlite_master WHERE name = 'journal'", False),
        )
    )
    raw.execute("PRAGMA writable_schema = ON")
    raw.executescript(sql)
    return Attack(sql, refused=refused)


def _escapes(raw: sqlite3.Connection, dice: random.Random) -> Attack:
    """Every text a command to the terminal, and every checksum right."""
    odd = "".join(dice.choice(CONTROLS) + dice.choice("甲]52;c;aGk=2J") for _ in range(dice.randrange(1, 9)))
    in_json = json.dumps(odd, ensure_ascii=dice.random() < 0.5)[1:-1]
    for table, column in (
        ("units", "name"),
        ("texts", "text"),
        ("texts", "basis"),
        ("finding_answers", "reason"),
    ):
        raw.execute(f"UPDATE {table} SET {column} = {column} || ?", (odd,))
    for table, column in (("answers", "value"), ("documents", "document"), ("positions", "position")):
        raw.execute(f"UPDATE {table} SET {column} = replace({column}, '示例县', ?)", (f"示例县{in_json}",))
        raw.execute(f"UPDATE {table} SET {column} = replace({column}, '多办', ?)", (f"多{in_json}办",))
    raw.execute("UPDATE answers SET reason = ?, origin = 'collected:' || ?", (odd, odd))
    raw.execute("UPDATE OR IGNORE answers SET field = field || ? WHERE field LIKE '%:1%'", (odd,))
    checksums.write_anew(raw)
    return Attack(f"escapes {odd!r}")


def _many(raw: sqlite3.Connection, dice: random.Random) -> Attack:
    """More of something than anybody has."""
    what = dice.choice(("answers", "units", "journal", "deleted", "depth"))
    number = dice.choice((2_000, 20_000))
    if what == "answers":
        rows = [
            (2, f"problems.measure:{n}{ODD}", '"多"', "typed", "", "2025-01-01T00:00:00")
            for n in range(number)
        ]
        raw.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)", rows)
    elif what == "units":
        raw.executemany("INSERT INTO units (name) VALUES (?)", [(f"{ODD}{n}",) for n in range(number)])
        raw.execute("UPDATE units SET organ_id = id - 1 WHERE id > 1")
    elif what == "journal":
        marks = ", ".join("?" * 7)
        rows = [(2, n, "x", "answers", f"k{n}", None, DEEP[:200]) for n in range(number)]
        raw.executemany(
            f"INSERT INTO journal (report_id, step, at, what, key, before, after) VALUES ({marks})",
            rows,
        )
    elif what == "deleted":
        rows = [(n + 50, ODD, 2025, "x", json.dumps({"reports": [n]})) for n in range(number // 10)]
        raw.executemany("INSERT OR REPLACE INTO deleted VALUES (?, ?, ?, ?, ?)", rows)
    else:
        raw.execute("UPDATE documents SET document = ?", (DEEP_OBJECT,))
    return Attack(f"many {what}", told=what == "depth")


_ATTACKS: dict[str, Callable[[sqlite3.Connection, random.Random], Attack]] = {
    "value": _value,
    "foreign": _foreign,
    "hidden": _hidden,
    "loop": _loop,
    "number": _number,
    "many": _many,
    "escapes": _escapes,
}
