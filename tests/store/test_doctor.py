"""Damage is found, named and repaired; what can be proved comes back."""

import datetime as dt
import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sections.report.report import Report
from sections.report.values import Quantity
from store import automatic_backups, checksums
from store.connection import connect
from store.database import Store
from store.doctor import examine, repair
from store.errors import LockedError, NewerDatabaseError, NotADatabaseError, StoreError
from store.model import Origin, Position, ReportRecord, StoredAnswer

from .conftest import NOW

TOTAL = "proactive.published_total"
FLIPPED = Path(__file__).parents[3] / "shared" / "reports" / "small" / "flip49.db"


@pytest.fixture
def closed(path: Path) -> Path:
    with Store.open(path, now=lambda: NOW) as store:
        report = store.create("示例县水务局", 2025)
        store.put(report.id, {f"problems.measure:{n}": f"措施{n}" * 9 for n in range(40)}, Origin.TYPED)
        store.put(report.id, {TOTAL: Quantity(8)}, Origin.TYPED)
        store.put_text(report.id, "overview.lead", "手写", "草稿")
        store.keep(report.id, Position(typed="写到一半"))
        assert store.undo(report.id) == ("overview.lead",)
        store.put_text(report.id, "overview.lead", "手写", "草稿")
    return path


def change(path: Path, sql: str) -> None:
    with closing(connect(path)) as raw:
        raw.execute(sql)


def contents(path: Path) -> tuple[object, ...]:
    with Store.open(path) as store:
        return tuple(
            (stored.unit, stored.year, plain(store.answers(stored.id)), store.texts(stored.id))
            for stored in store.reports()
        )


def plain(answers: dict[str, StoredAnswer]) -> dict[str, object]:
    return {field: answer.value for field, answer in answers.items()}


def test_a_sound_store_is_sound(closed: Path) -> None:
    before = closed.read_bytes()
    diagnosis = examine(closed)
    assert diagnosis.problems == ()
    assert "自动备份" in diagnosis.notes[0]
    assert closed.read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE answers SET value = '{' WHERE field LIKE '%total'",
        f"UPDATE answers SET value = '9' WHERE field = '{TOTAL}'",
        "UPDATE answers SET value = CAST(x'22ff22' AS TEXT) WHERE field LIKE 'problems.measure:1%'",
        "DELETE FROM answers WHERE field LIKE 'problems.measure:2%'",
        "UPDATE texts SET text = '改过'",
        "DELETE FROM reports",
        "UPDATE reports SET year = 'x'",
        "DELETE FROM units",
        "CREATE TRIGGER quiet AFTER INSERT ON answers BEGIN DELETE FROM answers; END",
    ],
)
def test_what_changed_by_itself_is_found_and_comes_back(closed: Path, sql: str) -> None:
    before = contents(closed)
    with closing(sqlite3.connect(closed)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute(sql)
        raw.commit()
    assert examine(closed).problems
    damaged = closed.read_bytes()
    repaired = repair(closed)
    assert repaired.kept.read_bytes() == damaged
    assert repaired.kept.stat().st_mode & 0o777 == 0o600
    assert contents(closed) == before
    assert examine(closed).problems == ()


def test_what_cannot_be_proved_is_named(closed: Path) -> None:
    change(closed, f"UPDATE answers SET value = '9' WHERE field = '{TOTAL}'")
    change(closed, "UPDATE checksums SET digest = '0123456789abcdef' WHERE what = 'answers'")
    (words,) = repair(closed).lost
    assert "示例县水务局2025年" in words
    assert "答案" in words
    assert examine(closed).problems == ()


def test_nothing_is_repaired_while_a_window_is_open(closed: Path) -> None:
    with Store.open(closed), pytest.raises(LockedError):
        repair(closed)


def test_what_is_no_store_of_this_version_is_left_alone(tmp_path: Path, closed: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("a letter")
    for look in (examine, repair):
        with pytest.raises(NotADatabaseError):
            look(letter)
    change(closed, "PRAGMA user_version = 99")
    for look in (examine, repair):
        with pytest.raises(NewerDatabaseError):
            look(closed)
    assert examine(tmp_path / "missing.db").problems == ()


def test_a_lost_page_costs_its_rows_only_and_the_journal_brings_them_back(closed: Path) -> None:
    before = contents(closed)
    with closing(sqlite3.connect(closed)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'answers'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    content = bytearray(closed.read_bytes())
    content[(root - 1) * size : (root - 1) * size + 16] = b"\xa5" * 16
    closed.write_bytes(content)
    with Store.open(closed) as store:
        (stored,) = store.reports()
        assert store.texts(stored.id)["overview.lead"].text == "手写"
        store.answers(stored.id)
        assert any("答案" in words for words in store.damage(stored.id))
    assert repair(closed).lost == ()
    assert contents(closed) == before


@pytest.mark.skipif(not FLIPPED.exists(), reason="needs ../shared/reports")
def test_a_flipped_byte_in_the_schema_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "home" / "nianbao.db"
    path.parent.mkdir()
    shutil.copyfile(FLIPPED, path)
    with Store.open(path) as store:
        assert "已经损坏" in store.read_only
        shown = {stored.id: plain(store.answers(stored.id)) for stored in store.reports()}
        assert any(shown.values())
    repair(path)
    with Store.open(path) as store:
        assert not store.read_only
        for stored in store.reports():  # and what the journal had of it besides
            kept = {field: value for field, value in shown[stored.id].items() if "\ufffd" not in field}
            assert kept.items() <= plain(store.answers(stored.id)).items()


@pytest.mark.parametrize("seed", range(60))
def test_no_byte_that_changes_goes_unnoticed(closed: Path, seed: int) -> None:
    before = contents(closed)
    dice = random.Random(seed)
    content = bytearray(closed.read_bytes())
    if seed % 4 == 0:
        del content[dice.randrange(100, len(content)) :]
    else:
        for _ in range(dice.choice([1, 1, 1, 8])):
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    closed.write_bytes(content)
    try:
        with Store.open(closed) as store:
            now = tuple(
                (stored.unit, stored.year, plain(store.answers(stored.id)), store.texts(stored.id))
                for stored in store.reports()
            )
            told = [store.read_only, *store.damage_of_list()]
            told += [words for stored in store.reports() for words in store.damage(stored.id)]
    except StoreError:
        return
    assert now == before or any(told)


def test_automatic_backups_are_few_and_one_a_day(path: Path) -> None:
    day = NOW
    for number in range(9):
        today = day + dt.timedelta(days=number)
        with Store.open(path, now=lambda today=today: today) as store:
            report = store.reports()[0] if number else store.create("示例县水务局", 2025)
            store.put(report.id, {TOTAL: Quantity(number)}, Origin.TYPED)
            store.put(report.id, {TOTAL: Quantity(number + 100)}, Origin.TYPED)
    kept = automatic_backups.backups_of(path)
    assert len(kept) == automatic_backups.KEPT
    with Store.open(kept[-1]) as store:
        assert store.answers(report.id)[TOTAL].value == Quantity(107)
    with Store.open(path, now=lambda: today) as store:
        for _ in range(9):
            store.back_up("导入前")
    assert len(automatic_backups.backups_of(path)) == automatic_backups.KEPT + 1


def test_a_damaged_store_drives_no_good_backup_out(closed: Path) -> None:
    with Store.open(closed, now=lambda: NOW) as store:
        store.back_up("导入前")
        kept = automatic_backups.backups_of(closed)
        store._db.execute("UPDATE texts SET text = '改过'")
        for number in range(9):
            store._now = lambda number=number: NOW + dt.timedelta(hours=number + 1)
            store.back_up("导入前")
    assert automatic_backups.backups_of(closed) == kept


def test_a_backup_that_cannot_be_made_stops_nothing(closed: Path) -> None:
    (closed.parent / "backups").write_text("in the way")
    later = NOW + dt.timedelta(days=3)
    with Store.open(closed, now=lambda: later) as store:
        store.put(store.reports()[0].id, {TOTAL: Quantity(3)}, Origin.TYPED)


def test_what_killed_programs_left_in_the_temporary_folder_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    import sys
    import tempfile

    from store.files import scratch_folder

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f"nianbao-{ended.pid}-x").mkdir()
    (tmp_path / f"nianbao-{os.getppid()}-x").mkdir()
    with scratch_folder() as folder:
        assert {file.name for file in tmp_path.iterdir()} == {folder.name, f"nianbao-{os.getppid()}-x"}
    assert [file.name for file in tmp_path.iterdir()] == [f"nianbao-{os.getppid()}-x"]


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE documents SET document = '[7]'", "年报全文"),
        ("UPDATE answers SET value = '{}'", "答案"),
    ],
)
def test_what_cannot_be_read_is_told_though_its_checksum_is_right(
    path: Path, store: Store, report: ReportRecord, sql: str, named: str
) -> None:
    store.put(report.id, {"proactive.published_total": Quantity(7)}, Origin.TYPED)
    store.put_document(report.id, Report(unit="甲局", year=2025))
    assert store.document(report.id) is not None
    store._db.execute(sql)
    with store._db.atomic():
        checksums.write_anew(store._db._connection)
    store.answers(report.id)
    store.document(report.id)
    assert any(named in words for words in store.damage(report.id))
    store.close()
    assert any(named in words for words in examine(path).problems)
