"""How the database came to its present shape: numbered steps, only ever appended to.

sqlite-utils runs each step and its record in one transaction; ``apply`` puts all that are pending into one
more around them, so that two windows starting together do not run a step twice and a failing step leaves the
database as it was. Plain SQL that SQLite 3.24 (2018) understands: many offices run older systems.
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from store import checksums
from store.errors import NewerDatabaseError, NotADatabaseError

if TYPE_CHECKING:
    from sqlite_utils import Database

    Step = Callable[[Database], None]

APPLICATION: Final = 0x4E42616F
"""``PRAGMA application_id`` of every database of nianbao: NBao."""
_SET: Final = "nianbao"


def m001_reports(db: "Database") -> None:
    """Organs, and their reports by year. Numbers of deleted reports are not given again."""
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute("CREATE TABLE units (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
    db.execute(
        """CREATE TABLE reports (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            unit_id INTEGER NOT NULL REFERENCES units (id),
            year INTEGER NOT NULL,
            status TEXT NOT NULL,
            created TEXT NOT NULL,
            saved TEXT NOT NULL,
            UNIQUE (unit_id, year))"""
    )
    db.execute("PRAGMA user_version = 1")


def m002_answers(db: "Database") -> None:
    """What the clerk gives for a report, each by its key, and where the clerk stands."""
    owner = "report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE"
    db.execute(
        f"""CREATE TABLE answers ({owner}, field TEXT NOT NULL, value TEXT NOT NULL, origin TEXT NOT NULL,
            reason TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (report_id, field)) WITHOUT ROWID"""
    )
    db.execute(
        f"""CREATE TABLE texts ({owner}, key TEXT NOT NULL, text TEXT NOT NULL, basis TEXT NOT NULL,
            PRIMARY KEY (report_id, key))"""
    )
    db.execute(
        f"""CREATE TABLE wordings ({owner}, sentence TEXT NOT NULL, wording INTEGER NOT NULL,
            PRIMARY KEY (report_id, sentence)) WITHOUT ROWID"""
    )
    db.execute(
        f"""CREATE TABLE skipped ({owner}, question TEXT NOT NULL,
            PRIMARY KEY (report_id, question)) WITHOUT ROWID"""
    )
    db.execute(f"CREATE TABLE positions ({owner}, position TEXT NOT NULL, PRIMARY KEY (report_id))")
    db.execute("PRAGMA user_version = 2")


def m003_journal(db: "Database") -> None:
    """The journal. It only grows; it goes with its report and not before."""
    db.execute(
        """CREATE TABLE journal (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
            step INTEGER NOT NULL,
            at TEXT NOT NULL,
            what TEXT NOT NULL,
            key TEXT NOT NULL,
            before TEXT,
            after TEXT,
            undoes INTEGER)"""
    )
    db.execute("CREATE INDEX journal_steps ON journal (report_id, step)")
    db.execute(
        """CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
    )
    db.execute(
        """CREATE TRIGGER journal_kept BEFORE DELETE ON journal
            WHEN EXISTS (SELECT 1 FROM reports WHERE id = OLD.report_id)
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
    )
    db.execute("PRAGMA user_version = 3")


def m004_documents(db: "Database") -> None:
    """Whole reports (imported, finalised), and the summary that the list shows."""
    db.execute(
        """CREATE TABLE documents (
            report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
            document TEXT NOT NULL)"""
    )
    db.execute("ALTER TABLE reports ADD COLUMN summary TEXT NOT NULL DEFAULT '{}'")
    db.execute("PRAGMA user_version = 4")


def m005_status_codes(db: "Database") -> None:
    """Codes for what was stored in the words of the screen. The journal keeps what it says: it only grows."""
    for code, words in (("draft", "草稿"), ("final", "已定稿"), ("imported", "已导入")):
        db.execute("UPDATE reports SET status = ? WHERE status = ?", [code, words])
    db.execute("PRAGMA user_version = 5")


def m006_report_kinds(db: "Database") -> None:
    """A report is of a kind, and an organ has one a year of each. A UNIQUE can only be changed in a table
    made anew. The trigger names the table, so it goes before and comes after; numbers of deleted reports
    are still not given again, as SQLite's count of them is carried over."""
    db.execute("DROP TRIGGER journal_kept")
    db.execute(
        """CREATE TABLE new_reports (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            unit_id INTEGER NOT NULL REFERENCES units (id),
            year INTEGER NOT NULL,
            kind TEXT NOT NULL DEFAULT 'disclosure',
            status TEXT NOT NULL,
            created TEXT NOT NULL,
            saved TEXT NOT NULL,
            summary TEXT NOT NULL DEFAULT '{}',
            UNIQUE (unit_id, year, kind))"""
    )
    columns = "id, unit_id, year, status, created, saved, summary"
    db.execute(f"INSERT INTO new_reports ({columns}) SELECT {columns} FROM reports ORDER BY id")
    db.execute("DELETE FROM sqlite_sequence WHERE name = 'new_reports'")
    db.execute(
        "INSERT INTO sqlite_sequence SELECT 'new_reports', seq FROM sqlite_sequence WHERE name = 'reports'"
    )
    db.execute("DROP TABLE reports")
    db.execute("ALTER TABLE new_reports RENAME TO reports")
    db.execute(
        """CREATE TRIGGER journal_kept BEFORE DELETE ON journal
            WHEN EXISTS (SELECT 1 FROM reports WHERE id = OLD.report_id)
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
    )
    db.execute("PRAGMA user_version = 6")


def m007_checksums(db: "Database") -> None:
    """A sum over what each report holds; see ``checksums``. What there is counts as right."""
    db.execute(
        """CREATE TABLE checksums (
            report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
            what TEXT NOT NULL,
            digest TEXT NOT NULL,
            PRIMARY KEY (report_id, what)) WITHOUT ROWID"""
    )
    checksums.write_anew(cast("sqlite3.Connection", getattr(db, "conn", db)))
    db.execute("PRAGMA user_version = 7")


def m008_finding_answers(db: "Database") -> None:
    """What the clerk answered to findings of the check, by the fingerprints of the findings."""
    db.execute(
        """CREATE TABLE finding_answers (
            report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
            finding TEXT NOT NULL,
            reason TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (report_id, finding)) WITHOUT ROWID"""
    )
    db.execute("PRAGMA user_version = 8")


STEPS: "Final[tuple[Step, ...]]" = (
    m001_reports,
    m002_answers,
    m003_journal,
    m004_documents,
    m005_status_codes,
    m006_report_kinds,
    m007_checksums,
    m008_finding_answers,
)
NAMES: Final = tuple(step.__name__ for step in STEPS)


def pending(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the database is new or older than this version. It is only read.

    Raises ``NewerDatabaseError`` for one with steps unknown here, ``NotADatabaseError`` for another
    program's."""
    # One look at it all: another window may be making the database at this moment.
    connection.execute("BEGIN")
    try:
        ((application,),) = connection.execute("PRAGMA application_id")
        ((version,),) = connection.execute("PRAGMA user_version")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        applied = _applied(connection) if application == APPLICATION else set()
    finally:
        connection.execute("ROLLBACK")
    if application != APPLICATION:
        if tables or application or version:
            raise NotADatabaseError(path)
        return True
    if version > len(STEPS) or not applied <= set(NAMES):
        raise NewerDatabaseError(path)
    return len(applied) < len(STEPS)


def _applied(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (_SET,))
    return {name for (name,) in rows}


def apply(connection: sqlite3.Connection, stop_before: str | None = None) -> None:
    """Run the steps that are pending, all of them or none (``stop_before``: up to that one).

    Loads sqlite-utils, which takes some 80 ms; a database that is up to date does without."""
    from sqlite_utils import Database, Migrations

    steps = Migrations(_SET)
    for step in STEPS:
        steps()(step)
    # A table made anew is dropped in between, and with it would go all that refers to its rows.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(Database(connection, execute_plugins=False), stop_before=stop_before)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
