from pathlib import Path

import pytest

from store.database import Store
from store.errors import SecondWindowError, UnwritableError
from store.model import Origin, Position, ReportRecord
from tests.support.store_windows import kill, window


def test_one_window_writes_a_report(path: Path, store: Store, report: ReportRecord) -> None:
    other = store.create("别的局", 2025)
    with Store.open(path) as second:
        assert store.claim(report.id)
        assert not second.claim(report.id)
        assert not store.claim(report.id)
        assert second.claim(other.id)
        store.release(report.id)
        assert second.claim(report.id)
    assert store.claim(report.id)


def test_the_second_window_reads_and_may_not_write(path: Path, store: Store, report: ReportRecord) -> None:
    store.claim(report.id)
    store.put(report.id, {"profile.address": "清水路3号"}, Origin.TYPED)
    with Store.open(path) as second:
        assert second.answers(report.id)["profile.address"].value == "清水路3号"
        for change in (
            lambda: second.put(report.id, {"profile.address": "别处"}, Origin.TYPED),
            lambda: second.keep(report.id, Position(typed="7")),
            lambda: second.undo(report.id),
            lambda: second.put_summary(report.id, {}),
        ):
            with pytest.raises(SecondWindowError, match="另一个窗口"):
                change()
    assert store.answers(report.id)["profile.address"].value == "清水路3号"


def test_writing_without_a_claim_leaves_none_behind(path: Path, store: Store, report: ReportRecord) -> None:
    store.put(report.id, {"profile.address": "清水路3号"}, Origin.TYPED)
    with Store.open(path) as second:
        assert second.claim(report.id)


def test_releasing_what_is_not_held_does_nothing(path: Path, store: Store, report: ReportRecord) -> None:
    store.release(report.id)
    store.release(404)
    with Store.open(path) as second:
        second.claim(report.id)
        store.release(report.id)
        assert not store.claim(report.id)


def test_a_killed_process_lets_go_at_once(path: Path, store: Store, report: ReportRecord) -> None:
    process = window("hold", path, report.id)
    said = [process.stdout.readline().strip() for _ in range(3)]
    assert said == ["ready", "claimed True", "open"]
    assert not store.claim(report.id)
    with pytest.raises(SecondWindowError):
        store.put(report.id, {"profile.address": "清水路3号"}, Origin.TYPED)
    kill(process)
    assert store.claim(report.id)
    second = window("hold", path, report.id)
    said = [second.stdout.readline().strip() for _ in range(2)]
    assert said == ["ready", "claimed False"]
    kill(second)


def test_a_place_without_room_for_locks_is_named(path: Path) -> None:
    path.parent.mkdir()
    (path.parent / "locks").write_text("in the way")
    with Store.open(path) as store:
        report = store.create("示例县水务局", 2025)
        with pytest.raises(UnwritableError, match="locks"):
            store.claim(report.id)
