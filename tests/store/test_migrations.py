import hashlib
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from store import migrations
from store.connection import connect
from store.database import Store
from store.errors import ForeignSchemaError, NewerDatabaseError, StoreError
from store.model import DISCLOSURE, Origin, Status

# What each published step made. A step is never changed, only followed by another.
DIGESTS = {
    "m001_reports": "3ea036696d75781f",
    "m002_answers": "ff7c7bf483ac1e21",
    "m003_journal": "ea053a3217ee13f6",
    "m004_documents": "8cd7ad056dacfdc8",
    "m005_status_codes": "8cd7ad056dacfdc8",
    "m006_report_kinds": "213a78e0ce6f969a",
    "m007_checksums": "5e99d4bcf29ea61d",
    "m008_finding_answers": "70ef32269d989b44",
}


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def half_way(path: Path, stop_before: str) -> None:
    """A database as the version before ``stop_before`` left it, with an organ and a report in it."""
    path.parent.mkdir(exist_ok=True)
    status = "已定稿" if stop_before <= "m005_status_codes" else "final"
    with closing(connect(path)) as connection:
        migrations.apply(connection, stop_before)
        connection.execute("INSERT INTO units (id, name) VALUES (7, '示例县水务局')")
        connection.execute(
            "INSERT INTO reports (unit_id, year, status, created, saved)"
            " VALUES (7, 2024, ?, '2025-01-10T01:00:00+00:00', '2025-01-11T01:00:00+00:00')",
            (status,),
        )
        if stop_before != "m002_answers":
            row = (1, "profile.address", '"清水路3号"', "typed", "", "2025-01-11T01:00:00+00:00")
            connection.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)", row)


def test_a_blank_database_gets_every_step_and_its_record(path: Path, store: Store) -> None:
    with closing(sqlite3.connect(path)) as raw:
        records = raw.execute("SELECT name, applied_at FROM _sqlite_migrations ORDER BY id").fetchall()
        assert tuple(name for name, _ in records) == migrations.NAMES
        assert all(applied for _, applied in records)
        assert raw.execute("PRAGMA user_version").fetchone() == (len(migrations.NAMES),)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_open_database_syncs_and_keeps_references(store: Store) -> None:
    settings = [store._db.rows(f"PRAGMA {name}") for name in ("synchronous", "foreign_keys", "journal_mode")]
    assert settings == [[(2,)], [(1,)], [("wal",)]]


def test_steps_are_numbered_without_a_gap() -> None:
    assert [int(name[1:4]) for name in migrations.NAMES] == list(range(1, len(migrations.NAMES) + 1))


def test_published_steps_are_never_changed() -> None:
    made = {}
    for name, following in zip(migrations.NAMES, [*migrations.NAMES[1:], None], strict=True):
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            migrations.apply(connection, following)
            ours = [row for row in schema(connection) if "_sqlite_migrations" not in row[0]]
            made[name] = hashlib.sha256(repr(ours).encode()).hexdigest()[:16]
    assert made == DIGESTS


@pytest.mark.parametrize("stop_before", migrations.NAMES[1:])
def test_an_older_database_is_brought_up_to_date_with_its_rows(
    path: Path, tmp_path: Path, stop_before: str
) -> None:
    half_way(path, stop_before)
    with Store.open(path) as store:
        (stored,) = store.reports()
        assert (stored.unit, stored.year, stored.status) == ("示例县水务局", 2024, Status.FINAL)
        kept = {field: answer.value for field, answer in store.answers(stored.id).items()}
        assert kept == ({} if stop_before == "m002_answers" else {"profile.address": "清水路3号"})
        store.put(stored.id, {"requests.new.natural_person": 3}, Origin.TYPED)
        assert store.undo(stored.id) == ("requests.new.natural_person",)
        assert store.summary(stored.id) == {}
    Store.open(tmp_path / "blank.db").close()
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(tmp_path / "blank.db")) as blank:
        assert schema(old) == schema(blank)


def test_opening_again_changes_nothing(path: Path) -> None:
    Store.open(path).close()
    before = path.read_bytes()
    Store.open(path).close()
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_database_as_it_was(path: Path) -> None:
    half_way(path, "m002_answers")
    with closing(connect(path)) as raw:
        raw.execute("CREATE TABLE documents (in_the_way)")
        before = schema(raw)
    with closing(connect(path)) as raw, pytest.raises(sqlite3.OperationalError):
        migrations.apply(raw)
    with pytest.raises(ForeignSchemaError, match="documents"):
        Store.open(path)
    with closing(connect(path)) as raw:
        assert schema(raw) == before
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
        assert raw.execute("SELECT year FROM reports").fetchall() == [(2024,)]
        raw.execute("DROP TABLE documents")
    with Store.open(path) as store:
        assert len(store.reports()) == 1


def test_windows_that_start_together_make_one_database(path: Path) -> None:
    def start(year: int) -> int:
        with Store.open(path) as store:
            return store.create("示例县水务局", year).id

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(start, range(2020, 2024)))
    with Store.open(path) as store:
        assert {stored.id for stored in store.reports()} == ids == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 99",
        "INSERT INTO _sqlite_migrations VALUES (99, 'nianbao', 'm999_next', '2030-01-01')",
    ],
)
def test_a_newer_database_is_refused_and_untouched(path: Path, tmp_path: Path, change: str) -> None:
    with Store.open(path) as store:
        store.create("示例县水务局", 2025)
    with closing(connect(path)) as raw:
        raw.execute(change)
    shutil.copy2(path, tmp_path / "as-it-was")
    with pytest.raises(NewerDatabaseError, match="请升级") as refused:
        Store.open(path)
    assert str(path) in str(refused.value)
    assert path.read_bytes() == (tmp_path / "as-it-was").read_bytes()
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


def many(path: Path) -> None:
    """A database of four steps with a report of each status, one deleted, and what belongs to them."""
    path.parent.mkdir(exist_ok=True)
    with closing(connect(path)) as raw:
        migrations.apply(raw, "m005_status_codes")
        raw.execute("INSERT INTO units (id, name) VALUES (7, '示例县水务局')")
        for number, status in enumerate(("草稿", "已定稿", "已导入", "草稿"), start=1):
            row = (
                number,
                7,
                2020 + number,
                status,
                "2025-01-10T01:00:00+00:00",
                "2025-01-10T01:00:00+00:00",
                "{}",
            )
            raw.execute("INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            at = "2025-01-11T01:00:00+00:00"
            answer = (number, "profile.address", f'"清水路{number}号"', "typed", "", at)
            raw.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)", answer)
            entry = (number, at, "created", "", None, f'{{"status":"{status}"}}', None)
            raw.execute("INSERT INTO journal VALUES (NULL, ?, 1, ?, ?, ?, ?, ?, ?)", entry)
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("DELETE FROM reports WHERE id = 4")


def test_words_become_codes_and_every_row_keeps_what_belongs_to_it(path: Path) -> None:
    many(path)
    with Store.open(path) as store:
        found = {stored.id: (stored.year, stored.status, stored.kind) for stored in store.reports()}
        assert found == {
            1: (2021, Status.DRAFT, DISCLOSURE),
            2: (2022, Status.FINAL, DISCLOSURE),
            3: (2023, Status.IMPORTED, DISCLOSURE),
        }
        for number in found:
            assert store.answers(number)["profile.address"].value == f"清水路{number}号"
        assert [entry.after for entry in store.journal(2)] == [{"status": "已定稿"}]
        assert store._db.rows("SELECT DISTINCT status FROM reports ORDER BY status") == [
            ("draft",),
            ("final",),
            ("imported",),
        ]


def test_a_table_made_anew_keeps_its_numbers_references_and_triggers(path: Path) -> None:
    many(path)
    with Store.open(path) as store:
        assert store._db.rows("PRAGMA foreign_key_check(answers)") == []
        assert store.create("示例县水务局", 2025).id == 5
        with pytest.raises(StoreError):
            store._db.execute("DELETE FROM journal")
        store.delete(1)
        assert store._db.rows("SELECT report_id FROM answers ORDER BY report_id") == [(2,), (3,)]
        assert store._db.rows("SELECT count(*) FROM journal WHERE report_id = 1") == [(0,)]


def test_a_database_without_reports_is_brought_up_to_date_too(path: Path) -> None:
    path.parent.mkdir()
    with closing(connect(path)) as raw:
        migrations.apply(raw, "m006_report_kinds")
    with Store.open(path) as store:
        assert store.reports() == []
        assert store.create("示例县水务局", 2025).id == 1


def test_a_table_that_cannot_be_made_anew_is_left_as_it_was(path: Path) -> None:
    many(path)
    with closing(connect(path)) as raw:
        raw.execute("CREATE TABLE new_reports (in_the_way)")
        before = schema(raw)
    with closing(connect(path)) as raw, pytest.raises(sqlite3.OperationalError):
        migrations.apply(raw)
    with pytest.raises(ForeignSchemaError, match="new_reports"):
        Store.open(path)
    with closing(connect(path)) as raw:
        assert schema(raw) == before
        assert raw.execute("PRAGMA user_version").fetchone() == (4,)
        assert raw.execute("SELECT status FROM reports ORDER BY id").fetchall() == [
            ("草稿",),
            ("已定稿",),
            ("已导入",),
        ]
        raw.execute("DROP TABLE new_reports")
    with Store.open(path) as store:
        assert len(store.reports()) == 3


def test_nothing_that_refers_to_a_report_goes_where_references_are_kept_by_default(path: Path) -> None:
    many(path)
    with closing(connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        migrations.apply(raw)
        assert raw.execute("SELECT count(*) FROM answers").fetchone() == (3,)
