import datetime as dt

import pytest

from store.database import Store
from store.errors import AlreadyThereError, MissingReportError, SecondWindowError
from store.model import DISCLOSURE, Origin, Position, Preceding, ReportRecord, Status
from tests.store.conftest import NOW, UNIT


def test_a_new_report_is_a_draft_of_this_moment(store: Store, report: ReportRecord) -> None:
    assert report == ReportRecord(report.id, UNIT, 2025, Status.DRAFT, NOW, NOW)
    assert store.report(report.id) == report
    assert store.find(UNIT, 2025) == report
    assert store.find("示例县", 2025) is None


def test_reports_come_newest_year_first(store: Store) -> None:
    for unit, year in (("乙局", 2023), ("甲局", 2024), ("乙局", 2025), ("丙局", 2024)):
        store.create(unit, year)
    assert [(s.year, s.unit) for s in store.reports()] == [
        (2025, "乙局"),
        (2024, "丙局"),
        (2024, "甲局"),
        (2023, "乙局"),
    ]


def test_an_organ_has_one_report_a_year(store: Store, report: ReportRecord) -> None:
    with pytest.raises(AlreadyThereError, match="示例县水务局2025年的年报已经有了"):
        store.create(UNIT, 2025, Status.IMPORTED)
    assert store.reports() == [report]


def test_last_years_report_is_found(store: Store, report: ReportRecord) -> None:
    assert store.preceding(UNIT, 2025) == Preceding()
    last = store.create(UNIT, 2024, Status.IMPORTED)
    assert store.preceding(UNIT, 2025) == Preceding((last,))
    assert store.preceding("别的局", 2025) == Preceding()


def test_every_change_and_keystroke_moves_the_time_of_saving(
    path, store: Store, report: ReportRecord
) -> None:
    later = NOW + dt.timedelta(minutes=1)
    with Store.open(path, now=lambda: later) as other:
        other.keep(report.id, Position(typed="7"))
    assert store.report(report.id).saved == later
    assert store.report(report.id).created == NOW


def test_a_deleted_report_is_gone_with_everything_in_it(store: Store, report: ReportRecord) -> None:
    kept = store.create("别的局", 2025)
    store.put(report.id, {"profile.address": "清水路3号"}, Origin.TYPED)
    store.keep(report.id, Position(typed="7"))
    store.delete(report.id)
    assert store.reports() == [kept]
    assert store.answers(report.id) == {}
    assert store.journal(report.id) == []
    assert store.position(report.id) == Position()
    assert store.create(UNIT, 2025).id not in {report.id, kept.id}


def test_a_report_that_another_window_writes_cannot_be_deleted(
    path, store: Store, report: ReportRecord
) -> None:
    with Store.open(path) as other:
        assert other.claim(report.id)
        with pytest.raises(SecondWindowError):
            store.delete(report.id)
    store.delete(report.id)
    assert store.reports() == []


def test_a_report_that_is_gone_is_named_as_such(store: Store, report: ReportRecord) -> None:
    store.delete(report.id)
    for change in (
        lambda: store.report(report.id),
        lambda: store.put(report.id, {"profile.address": "清水路3号"}, Origin.TYPED),
        lambda: store.keep(report.id, Position()),
        lambda: store.delete(report.id),
        lambda: store.undo(report.id),
        lambda: store.set_status(report.id, Status.FINAL),
    ):
        with pytest.raises(MissingReportError, match="已经不在了"):
            change()


def test_the_status_and_its_history_are_kept(store: Store, report: ReportRecord) -> None:
    store.set_status(report.id, Status.FINAL)
    assert store.report(report.id).status is Status.FINAL
    last = store.journal(report.id)[-1]
    assert (last.what, last.before, last.after) == ("status", {"status": "draft"}, {"status": "final"})


def test_the_summary_is_kept_without_touching_the_report(store: Store, report: ReportRecord) -> None:
    assert store.summary(report.id) == {}
    before = len(store.journal(report.id))
    store.put_summary(report.id, {"done": 3, "total": 60})
    assert store.summary(report.id) == {"done": 3, "total": 60}
    assert store.report(report.id).saved == report.saved
    assert len(store.journal(report.id)) == before


def test_an_organ_has_one_report_a_year_of_each_kind(store: Store, report: ReportRecord) -> None:
    other = store.create(UNIT, 2025, kind="rule_of_law")
    assert (report.kind, other.kind) == (DISCLOSURE, "rule_of_law")
    assert store.find(UNIT, 2025) == report
    assert store.find(UNIT, 2025, "rule_of_law") == other
    assert store.preceding(UNIT, 2026, "rule_of_law").records == (other,)
    with pytest.raises(AlreadyThereError):
        store.create(UNIT, 2025, kind="rule_of_law")
    store.delete(other.id)
    assert store.reports() == [report]


def test_what_is_stored_of_a_status_is_a_code_and_what_is_shown_is_not() -> None:
    assert [(status.value, status.label) for status in Status] == [
        ("draft", "草稿"),
        ("final", "已定稿"),
        ("imported", "已导入"),
    ]


def test_a_window_of_an_older_version_may_still_be_open(store: Store, report: ReportRecord) -> None:
    store._db.execute("UPDATE reports SET status = '已定稿'")
    assert store.report(report.id).status is Status.FINAL
