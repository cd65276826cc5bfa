from sections.report.values import Quantity
from store.database import Store
from store.model import Origin, ReportRecord

TOTAL = "overview.proactive.total"


def test_the_last_export_to_a_place_is_remembered(store: Store, report: ReportRecord) -> None:
    store.note_export(report.id, "/交稿/年报.docx", "aa")
    store.note_export(report.id, "/交稿/年报.pdf", "bb")
    store.note_export(report.id, "/交稿/年报.docx", "cc")
    assert store.exported(report.id, "/交稿/年报.docx") == "cc"
    assert store.exported(report.id, "/交稿/年报.pdf") == "bb"
    assert store.exported(report.id, "/别处/年报.docx") == ""


def test_an_export_is_no_change_of_the_report(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {TOTAL: Quantity(5)}, Origin.TYPED)
    saved = store.report(report.id).saved
    store.note_export(report.id, "/年报.docx", "aa")
    assert store.report(report.id).saved == saved
    assert store.undo(report.id) == (TOTAL,)
    assert store.exported(report.id, "/年报.docx") == "aa"
