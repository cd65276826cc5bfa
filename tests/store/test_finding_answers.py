import sqlite3
from contextlib import closing
from pathlib import Path

from store.database import Store
from store.model import ReportRecord


def test_an_answer_is_kept_changed_and_taken_back(store: Store, report: ReportRecord) -> None:
    store.answer_finding(report.id, "0123456789abcdef", "口径不同")
    store.answer_finding(report.id, "0123456789abcdef", "台账已核对")
    assert [one.reason for one in store.finding_answers(report.id).values()] == ["台账已核对"]
    assert store.undo(report.id) == ("0123456789abcdef",)
    assert [one.reason for one in store.finding_answers(report.id).values()] == ["口径不同"]
    store.withdraw_finding_answer(report.id, "0123456789abcdef")
    assert store.finding_answers(report.id) == {}


def test_what_changed_by_itself_is_noticed(path: Path, store: Store, report: ReportRecord) -> None:
    store.answer_finding(report.id, "0123456789abcdef", "口径不同")
    assert store.damage(report.id) == ()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE finding_answers SET reason = '别的理由'")
    (said,) = store.damage(report.id)
    assert "对检查结果的答复" in said
