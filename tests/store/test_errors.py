"""Whatever is wrong with the file or the disk, one sentence says so and nothing else gets out."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sections.report.report import Report
from sections.report.values import Quantity
from store.database import Store
from store.errors import (
    DamagedError,
    DiskFullError,
    LockedError,
    NotADatabaseError,
    StoreError,
    UnwritableError,
)
from store.model import Origin, Position, ReportRecord

TOTAL = "proactive.published_total"


@pytest.mark.parametrize("content", [b"this is a letter", b"SQLite format 3", b"\x00" * 5000])
def test_some_other_file_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "nianbao.db"
    path.write_bytes(content)
    with pytest.raises(NotADatabaseError, match="不是 nianbao 的数据文件"):
        Store.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "nianbao.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE reports (id)")
    before = path.read_bytes()
    with pytest.raises(NotADatabaseError, match="没有改动"):
        Store.open(path)
    assert path.read_bytes() == before


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    path = tmp_path / "nianbao.db"
    path.touch()
    with Store.open(path) as store:
        assert store.reports() == []


def use_everything(path: Path) -> None:
    with Store.open(path) as store:
        for stored in store.reports():
            store.answers(stored.id)
            store.texts(stored.id)
            store.wordings(stored.id)
            store.skipped(stored.id)
            store.position(stored.id)
            store.document(stored.id)
            store.summary(stored.id)
            store.journal(stored.id)
            store.put(stored.id, {TOTAL: Quantity(8)}, Origin.TYPED)
            store.keep(stored.id, Position(typed="9"))
            store.undo(stored.id)
            store.undo(stored.id)


def fill(path: Path) -> None:
    with Store.open(path) as store:
        for year in (2023, 2024, 2025):
            report = store.create("示例县水务局", year).id
            store.put(report, {f"problems.measure:{n}": "多办培训" * 9 for n in range(30)}, Origin.TYPED)
            store.put_text(report, "overview.lead", "手写的一段" * 20, "草稿")
            store.put_skipped(report, "other.matters", True)
            store.put_document(report, Report(unit="示例县水务局", year=year))
            store.keep(report, Position(typed="写到一半"))


def sentence_about(path: Path) -> str:
    try:
        use_everything(path)
    except StoreError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_ends_in_a_sentence(path: Path, seed: int) -> None:
    fill(path)
    use_everything(path)
    dice = random.Random(seed)
    content = bytearray(path.read_bytes())
    if seed % 4 == 0:
        del content[dice.randrange(200, len(content)) :]
    for _ in range(dice.choice([1, 20, 400])):
        content[dice.randrange(100, len(content))] = dice.randrange(256)
    path.write_bytes(content)
    said = sentence_about(path)
    assert not said or (str(path) in said and said.endswith("。"))


def test_a_file_full_of_rubbish_is_damaged(path: Path) -> None:
    fill(path)
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xa5" * (len(content) - 100))
    with pytest.raises((DamagedError, NotADatabaseError), match="nianbao restore"):
        Store.open(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE answers SET value = '{' WHERE field LIKE '%total'", "答案"),
        ("UPDATE answers SET value = '\"many\"' WHERE field LIKE '%total'", "答案"),
        ("UPDATE answers SET value = CAST(x'22ff22' AS TEXT) WHERE field LIKE '%total'", "答案"),
        ("UPDATE answers SET origin = 'heard' WHERE field LIKE '%total'", "答案"),
        ("UPDATE answers SET at = 'yesterday' WHERE field LIKE '%total'", "答案"),
        ("UPDATE positions SET position = '[]'", "上次停留的位置"),
        ("UPDATE documents SET document = '[]'", "年报全文"),
        ("UPDATE reports SET status = '?'", "单位、年份和状态"),
        ("UPDATE answers SET value = '9' WHERE field LIKE '%person'", "答案"),
        ("UPDATE texts SET text = '改过'", "手工改过的文字"),
        ("UPDATE wordings SET wording = 2", "选用的说法"),
        ("DELETE FROM skipped", "跳过的题目"),
    ],
)
def test_what_cannot_be_understood_is_named_and_the_rest_is_read(
    path: Path, store: Store, report: ReportRecord, change: str, said: str
) -> None:
    store.put(report.id, {TOTAL: Quantity(8), "requests.new.natural_person": 3}, Origin.TYPED)
    store.put(report.id, {"profile.address": "清水路3号"}, Origin.TYPED)
    store.put_text(report.id, "overview.lead", "手写", "草稿")
    store.put_wording(report.id, "overview.lead.1", 1)
    store.put_skipped(report.id, "other.matters", True)
    store.keep(report.id, Position(typed="写到一半"))
    store.put_document(report.id, Report())
    assert store.damage(report.id, journal=True) == ()
    store._db.execute(change)
    (stored,) = store.reports()
    assert store.report(stored.id) == stored
    assert store.answers(report.id)["profile.address"].value == "清水路3号"
    assert isinstance(store.position(report.id), Position)
    store.document(report.id)
    store.summary(report.id)
    (words,) = store.damage(report.id)
    assert said in words
    assert "nianbao doctor" in words
    store.put(report.id, {"profile.address": "清水路4号"}, Origin.TYPED)
    assert store.damage(report.id) == (words,)


def test_a_summary_that_cannot_be_read_is_worked_out_anew(store: Store, report: ReportRecord) -> None:
    store._db.execute("UPDATE reports SET summary = '3'")
    assert store.summary(report.id) == {}


def put_and_keep(store: Store, report_id: int) -> None:
    with store.transaction():
        store.put(report_id, {TOTAL: Quantity(9)}, Origin.TYPED)
        store.keep(report_id, Position(typed="很长的一段" * 20000))


def test_a_full_disk_loses_nothing_that_was_saved(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {TOTAL: Quantity(8)}, Origin.TYPED)
    before = store.journal(report.id)
    ((pages,),) = store._db.rows("PRAGMA page_count")
    store._db.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError, match="磁盘已满"):
        store.put(report.id, {"other.matters": "很长的一段" * 20000}, Origin.TYPED)
    with pytest.raises(DiskFullError):
        put_and_keep(store, report.id)
    assert store.journal(report.id) == before
    assert store.answers(report.id)[TOTAL].value == Quantity(8)
    store._db.rows(f"PRAGMA max_page_count = {pages * 100}")
    store.put(report.id, {"other.matters": "很长的一段" * 20000}, Origin.TYPED)
    assert store.undo(report.id) == ("other.matters",)
    assert store._db.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "file" / "below"))
    with pytest.raises(UnwritableError, match="NIANBAO_HOME") as refused:
        Store.open()
    assert "file" in str(refused.value)
    with pytest.raises(UnwritableError):
        Store.open(tmp_path)


def test_a_database_that_may_only_be_read_says_so(store: Store, report: ReportRecord) -> None:
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(UnwritableError, match="没法写入"):
        store.put(report.id, {TOTAL: Quantity(9)}, Origin.TYPED)
    assert store.answers(report.id) == {}


def test_another_programs_lock_is_waited_for_and_then_named(
    path: Path, store: Store, report: ReportRecord
) -> None:
    store._db.execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedError, match="占用"):
            store.put(report.id, {TOTAL: Quantity(9)}, Origin.TYPED)
        assert store.answers(report.id) == {}
        other.execute("ROLLBACK")
        store.put(report.id, {TOTAL: Quantity(9)}, Origin.TYPED)
    assert store.answers(report.id)[TOTAL].value == Quantity(9)


def test_a_closed_store_says_so_in_words(path: Path) -> None:
    store = Store.open(path)
    report = store.create("示例县水务局", 2025)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="出了问题"):
        store.put(report.id, {TOTAL: Quantity(9)}, Origin.TYPED)
    with pytest.raises(StoreError, match="出了问题"):
        store.reports()


def test_every_message_is_a_sentence_and_says_what_to_do(tmp_path: Path) -> None:
    for kind in StoreError.__subclasses__():
        if kind.__init__ is not StoreError.__init__ and kind.__name__ not in {"AlreadyThereError"}:
            given = (tmp_path, ("视图",))[: kind.__init__.__code__.co_argcount - 1]
            error = kind(*given)
            assert error.message.endswith("。")
            assert error.hint.endswith("。")
