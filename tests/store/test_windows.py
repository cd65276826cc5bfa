"""Windows that do not know of each other, files that move while they are open: nothing saved is lost."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sections.report.values import Quantity
from store import locks
from store.backup import restore
from store.database import Store
from store.doctor import repair
from store.errors import (
    BackupError,
    ChangedElsewhereError,
    ForeignSchemaError,
    LockedError,
    MovedError,
    SecondWindowError,
    UnwritableError,
)
from store.model import Origin, Position, ReportRecord
from tests.support.store_windows import kill, window

ROOT = Path(__file__).parents[2]

TOTAL = "proactive.published_total"


def put(store: Store, report_id: int, number: int) -> None:
    store.put(report_id, {TOTAL: Quantity(number)}, Origin.TYPED)


def test_deleted_lock_files_let_nobody_write_over_an_open_report(
    path: Path, store: Store, report: ReportRecord
) -> None:
    assert store.claim(report.id)
    put(store, report.id, 1)
    shutil.rmtree(path.parent / "locks")
    with Store.open(path) as other:
        assert other.claim(report.id)
        put(other, report.id, 2)
        with pytest.raises(SecondWindowError):
            put(store, report.id, 3)
    with pytest.raises(ChangedElsewhereError, match="没有保存"):
        put(store, report.id, 3)
    store.release(report.id)
    assert store.claim(report.id)
    put(store, report.id, 4)
    assert store.answers(report.id)[TOTAL].value == Quantity(4)


def test_a_claim_whose_file_was_deleted_is_taken_anew(path: Path, store: Store, report: ReportRecord) -> None:
    assert store.claim(report.id)
    shutil.rmtree(path.parent / "locks")
    put(store, report.id, 1)
    with Store.open(path) as other:
        assert not other.claim(report.id)


def test_renaming_waits_for_the_other_window_of_the_report(
    path: Path, store: Store, report: ReportRecord
) -> None:
    last = store.create(report.unit, 2024)
    assert store.claim(report.id)
    with Store.open(path) as other:
        assert other.claim(last.id)
        with pytest.raises(SecondWindowError):
            other.rename(report.id, "新区水务局")
    store.rename(report.id, "新区水务局")
    put(store, report.id, 1)
    assert store.damage(report.id, journal=True) == ()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_moved_database_acknowledges_nothing(
    path: Path, store: Store, report: ReportRecord, replaced: bool
) -> None:
    put(store, report.id, 1)
    path.rename(path.with_name("elsewhere.db"))
    if replaced:
        path.write_bytes(b"")
    with pytest.raises(MovedError, match="没有保存"):
        put(store, report.id, 2)
    path.unlink(missing_ok=True)
    path.with_name("elsewhere.db").rename(path)
    put(store, report.id, 3)


def test_a_home_that_is_moved_keeps_what_was_acknowledged(
    path: Path, store: Store, report: ReportRecord
) -> None:
    put(store, report.id, 1)
    path.parent.rename(path.parent.with_name("elsewhere"))
    with pytest.raises(MovedError):
        put(store, report.id, 2)
    with Store.open(path.parent.with_name("elsewhere") / path.name) as moved:
        assert moved.answers(report.id)[TOTAL].value == Quantity(1)


def test_without_locks_of_the_file_system_marks_stand_for_them(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(locks, "_lock", none)
    with Store.open(path) as store, Store.open(path) as other:
        report = store.create("示例县水务局", 2025)
        assert store.claim(report.id)
        assert not other.claim(report.id)
        with pytest.raises(SecondWindowError):
            put(other, report.id, 1)
        store.release(report.id)
        assert other.claim(report.id)
        backup = path.with_name("备份.db")
        other.backup(backup)
        with pytest.raises(LockedError):
            restore(backup, path)
    restore(backup, path)
    assert not list((path.parent / "locks").glob("*.shared"))


def test_the_mark_of_a_process_that_ended_does_not_stand(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import platform

    def none(*_: object, **__: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(locks, "_lock", none)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    with Store.open(path) as store:
        report = store.create("示例县水务局", 2025)
        mark = path.parent / "locks" / f"{path.stem}-{report.id}.mark"
        mark.write_text(f"{platform.node()} {ended.pid} x", "utf-8")
        assert store.claim(report.id)
        store.release(report.id)
        mark.write_text(f"another-computer {ended.pid} x", "utf-8")
        assert not store.claim(report.id)


def test_a_restore_waits_for_a_window_without_wal(path: Path, store: Store, report: ReportRecord) -> None:
    """On a network drive SQLite has no WAL mode, and a closed transaction leaves no trace of the window."""
    backup = path.with_name("备份.db")
    store.backup(backup)
    process = window("hold", path, report.id)
    try:
        assert [process.stdout.readline().strip() for _ in range(3)][-1] == "open"
        store.close()
        with pytest.raises(LockedError, match="占用"):
            restore(backup, path)
    finally:
        kill(process)
    assert restore(backup, path) is not None


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE TRIGGER quiet AFTER INSERT ON answers BEGIN DELETE FROM answers; END",
        "CREATE VIEW looks AS SELECT * FROM answers",
        "CREATE TABLE more (id)",
        "CREATE INDEX slow ON answers (abs(length(value)))",
    ],
)
def test_what_is_not_ours_is_neither_opened_nor_restored(
    path: Path, store: Store, report: ReportRecord, hostile: str
) -> None:
    backup = path.with_name("备份.db")
    store.backup(backup)
    store.close()
    with closing(sqlite3.connect(backup)) as raw:
        raw.execute(hostile)
    with pytest.raises(ForeignSchemaError, match="不是 nianbao 建立的内容"):
        restore(backup, path)
    with pytest.raises(ForeignSchemaError, match="没有打开"):
        Store.open(backup)


@pytest.mark.parametrize("name", ["sqlite_sequence", "sqlite_autoindex_answers_9"])
def test_a_name_that_sqlite_keeps_for_itself_hides_nothing(
    path: Path, store: Store, report: ReportRecord, name: str
) -> None:
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        made = f"CREATE TRIGGER {name} AFTER INSERT ON answers BEGIN DELETE FROM texts; END"
        raw.execute("INSERT INTO sqlite_master VALUES ('trigger', ?, 'answers', 0, ?)", (name, made))
    with pytest.raises(ForeignSchemaError, match=name):
        Store.open(path)
    repair(path)
    with Store.open(path) as mended:
        assert mended.damage(report.id, journal=True) == ()
    with closing(sqlite3.connect(path)) as raw:
        assert name not in {
            row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        }


def test_a_backup_that_changed_by_itself_is_not_restored(
    path: Path, store: Store, report: ReportRecord
) -> None:
    put(store, report.id, 1)
    backup = path.with_name("备份.db")
    store.backup(backup)
    store.close()
    with closing(sqlite3.connect(backup)) as raw:
        raw.execute("UPDATE answers SET value = '9'")
        raw.commit()
    with pytest.raises(BackupError, match="与备份时不一致"):
        restore(backup, path)


def test_an_open_store_is_not_written_over_by_a_backup(path: Path, store: Store, tmp_path: Path) -> None:
    other = tmp_path / "other" / "nianbao.db"
    with Store.open(other) as open_store:
        report = open_store.create("示例县林业局", 2025)
        with pytest.raises(BackupError, match="没有覆盖"):
            store.backup(other, replace=True)
        put(open_store, report.id, 5)
    with pytest.raises(BackupError, match="没有覆盖"):
        store.backup(other, replace=True)


READ_ONLY = """
import os, sys
from pathlib import Path
from store.database import Store
from store.doctor import repair
from store.model import Origin
from store.errors import UnwritableError
import store.backup, store.salvage, sections.report.report, sqlite_utils, difflib
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
with Store.open(Path(sys.argv[1])) as store:
    (report,) = store.reports()
    assert store.read_only, "it can be written"
    assert not store.claim(report.id)
    assert store.answers(report.id)["profile.address"].value == "清水路3号"
    assert "只能查看" in store.damage_of_list()[0], store.damage_of_list()
    try:
        store.put(report.id, {"profile.address": "别处"}, Origin.TYPED)
    except UnwritableError:
        print("refused")
    store.backup(Path(sys.argv[2]) / "备份.db")
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs users")
@pytest.mark.parametrize("killed", [False, True])
def test_a_store_that_can_only_be_read_is_shown_and_backed_up(tmp_path: Path, killed: bool) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        home, out = Path(name) / "home", Path(name) / "out"
        out.mkdir()
        out.chmod(0o777)
        with Store.open(home / "nianbao.db") as store:
            report = store.create("示例县水务局", 2025)
            store.put(report.id, {"profile.address": "清水路3号"}, Origin.TYPED)
            if killed:  # the log stays beside the database
                shutil.copytree(home, Path(name) / "killed")
                home = Path(name) / "killed"
        for file in home.rglob("*"):
            file.chmod(0o555 if file.is_dir() else 0o444)
        home.chmod(0o555)
        before = {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(home / "nianbao.db"), str(out)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (0, "refused\n"), done.stderr
        assert {file: file.read_bytes() for file in home.rglob("*") if file.is_file()} == before
        with Store.open(out / "备份.db") as store:
            assert store.answers(report.id)["profile.address"].value == "清水路3号"


@pytest.mark.parametrize("umask", [0, 0o077, 0o777])
def test_files_and_folders_are_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    home = tmp_path / "a" / "home"
    before = os.umask(umask)
    try:
        with Store.open(home / "nianbao.db") as store:
            report = store.create("示例县水务局", 2025)
            assert store.claim(report.id)
            store.keep(report.id, Position(typed="7"))
            store.backup(tmp_path / "备份.db")
            store.back_up("导入前")
            modes = {file.name: file.stat().st_mode & 0o777 for file in home.rglob("*") if file.is_file()}
        restore(tmp_path / "备份.db", home / "nianbao.db")
    finally:
        os.umask(before)
    assert {"nianbao.db", "nianbao.db-wal"} <= modes.keys()
    assert set(modes.values()) == {0o600}
    left = [file for file in (*home.rglob("*"), home, home.parent, tmp_path / "备份.db")]
    for file in left:
        assert file.stat().st_mode & 0o777 == (0o700 if file.is_dir() else 0o600), file
    assert any("恢复前" in file.name for file in left)


def test_a_store_that_others_could_read_is_closed_to_them(path: Path) -> None:
    Store.open(path).close()
    path.chmod(0o644)
    Store.open(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_place_that_is_not_there_any_more_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableError):
        Store.open(tmp_path / "file" / "nianbao.db")
