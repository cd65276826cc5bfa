import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sections.report.values import Quantity
from store.backup import restore
from store.connection import connect
from store.database import Store
from store.errors import (
    BackupError,
    FileInTheWayError,
    LockedError,
    NewerDatabaseError,
    StoreError,
    UnwritableError,
)
from store.model import Edited, Origin, Position, ReportRecord

TOTAL = "proactive.published_total"


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    """A backup of a database that has since gone on, and is closed."""
    with Store.open(path) as store:
        report = store.create("示例县水务局", 2025)
        store.put(report.id, {TOTAL: Quantity(742)}, Origin.TYPED)
        store.put_text(report.id, "overview.lead", "手写", "草稿")
        store.keep(report.id, Position(typed="写到一半"))
        target = tmp_path / "备份 100%#?.db"
        store.backup(target)
        store.put(report.id, {TOTAL: Quantity(9999)}, Origin.TYPED)
    return target


def total(path: Path) -> object:
    with Store.open(path) as store:
        return store.answers(store.reports()[0].id)[TOTAL].value


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir() if file.is_file()}


def test_a_backup_is_one_file_with_everything(backup: Path, tmp_path: Path) -> None:
    assert files(tmp_path) == {backup.name}
    with Store.open(backup) as store:
        (stored,) = store.reports()
        assert store.answers(stored.id)[TOTAL].value == Quantity(742)
        assert store.texts(stored.id) == {"overview.lead": Edited("手写", "草稿")}
        assert store.position(stored.id).typed == "写到一半"
        assert len(store.journal(stored.id)) == 3


def test_everything_comes_back_and_the_replaced_is_kept(backup: Path, path: Path) -> None:
    replaced = restore(backup, path)
    assert replaced is not None
    assert replaced.parent == path.parent
    assert total(path) == Quantity(742)
    assert total(replaced) == Quantity(9999)
    assert files(path.parent) == {path.name, replaced.name}
    again = restore(replaced, path)
    assert again not in (None, replaced)
    assert total(path) == Quantity(9999)


def test_a_backup_starts_a_new_computer(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "new" / "home"))
    assert restore(backup) is None
    assert total(tmp_path / "new" / "home" / "nianbao.db") == Quantity(742)


def test_the_log_of_a_killed_window_is_brought_along(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        report = store.create("示例县水务局", 2025)
        store.put(report.id, {TOTAL: Quantity(742)}, Origin.TYPED)
        killed = tmp_path / "killed"
        shutil.copytree(path.parent, killed)
        store.put(report.id, {TOTAL: Quantity(9999)}, Origin.TYPED)
    assert (killed / "nianbao.db-wal").stat().st_size > 0
    there = tmp_path / "there.db"
    restore(killed / "nianbao.db", there)
    assert total(there) == Quantity(742)
    replaced = restore(path, killed / "nianbao.db")
    assert total(killed / "nianbao.db") == Quantity(9999)
    assert total(replaced) == Quantity(742)


def test_an_older_backup_is_replaced_and_nothing_else_is(
    store: Store, report: ReportRecord, tmp_path: Path
) -> None:
    target = tmp_path / "备份.db"
    store.backup(target)
    store.put(report.id, {TOTAL: Quantity(3)}, Origin.TYPED)
    with pytest.raises(FileInTheWayError, match="没有覆盖"):
        store.backup(target)
    store.backup(target, replace=True)
    assert total(target) == Quantity(3)
    letter = tmp_path / "报告.docx"
    letter.write_bytes(b"PK a document")
    with pytest.raises(BackupError, match="已经存在"):
        store.backup(letter, replace=True)
    assert letter.read_bytes() == b"PK a document"
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE songs (id)")
    with pytest.raises(BackupError, match="已经存在"):
        store.backup(tmp_path / "other.db", replace=True)


def test_places_that_cannot_hold_a_backup_are_named(path: Path, store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="文件夹"):
        store.backup(tmp_path)
    with pytest.raises(BackupError, match="正在使用"):
        store.backup(path)
    with pytest.raises(UnwritableError, match="missing"):
        store.backup(tmp_path / "missing" / "备份.db")
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableError):
        store.backup(tmp_path / "file" / "备份.db")
    assert store.reports() == []


def test_a_damaged_database_does_not_replace_a_good_backup(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "备份.db"
    with Store.open(path) as store:
        report = store.create("示例县水务局", 2025)
        store.put(report.id, {f"problems.measure:{n}": "多办培训" * 20 for n in range(200)}, Origin.TYPED)
        store.backup(target)
    good = target.read_bytes()
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\xa5" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    with Store.open(path) as store, pytest.raises(StoreError):
        store.backup(target)
    with Store.open(path) as store, pytest.raises(StoreError):
        store.backup(target, replace=True)
    assert target.read_bytes() == good


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.9, 0.99])
def test_half_a_backup_is_refused_before_anything_is_touched(backup: Path, path: Path, share: float) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: int(len(content) * share)])
    before = path.read_bytes()
    with pytest.raises(BackupError, match="没有恢复"):
        restore(backup, path)
    assert path.read_bytes() == before
    assert files(path.parent) == {path.name}


def test_a_garbled_backup_is_refused(backup: Path, path: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[5000:9000] = b"\xa5" * 4000
    backup.write_bytes(content)
    with pytest.raises(BackupError, match="损坏"):
        restore(backup, path)
    assert total(path) == Quantity(9999)


def test_a_file_that_is_no_backup_is_refused(path: Path, tmp_path: Path) -> None:
    Store.open(path).close()
    letter = tmp_path / "报告.docx"
    letter.write_bytes(b"PK a document")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE songs (id)")
    for source in (letter, tmp_path / "other.db"):
        with pytest.raises(BackupError, match="不是 nianbao 的备份"):
            restore(source, path)
    with pytest.raises(BackupError, match="没有找到"):
        restore(tmp_path / "missing.db", path)
    with pytest.raises(BackupError, match="不是普通文件"):
        restore(tmp_path, path)
    with pytest.raises(BackupError, match="正在使用"):
        restore(path, path)


def test_a_newer_backup_is_refused(backup: Path, path: Path) -> None:
    with closing(connect(backup)) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerDatabaseError, match="升级"):
        restore(backup, path)
    assert total(path) == Quantity(9999)


def test_an_open_window_keeps_its_database(backup: Path, path: Path) -> None:
    with Store.open(path) as store:
        with pytest.raises(LockedError, match="占用"):
            restore(backup, path)
        report = store.reports()[0]
        store.put(report.id, {TOTAL: Quantity(10000)}, Origin.TYPED)
    assert total(path) == Quantity(10000)


def test_a_database_beyond_repair_is_replaced_and_kept(backup: Path, path: Path) -> None:
    for rubbish in (b"rubbish", b"SQLite format 3\0" + b"\xa5" * 9000):
        path.write_bytes(rubbish)
        path.with_name("nianbao.db-wal").write_bytes(b"old log")
        replaced = restore(backup, path)
        assert total(path) == Quantity(742)
        assert replaced.read_bytes() == rubbish


def test_the_source_is_only_read(backup: Path, path: Path) -> None:
    before, names = backup.read_bytes(), files(backup.parent)
    restore(backup, path)
    assert backup.read_bytes() == before
    assert files(backup.parent) == names
