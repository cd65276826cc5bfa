"""A clerk's way through a report, without a screen."""

from decimal import Decimal
from pathlib import Path

import pytest

from app.errors import ExportRefusedError, ReadOnlyError, SessionError
from app.session.library import Library
from app.session.session import Session
from app.tui.table.table_editor import Sheet
from sections.report.report import Report
from sections.report.values import Quantity
from sections.rules.base import Fix
from store.model import Origin, Position


@pytest.fixture
def session(library: Library, last_year: Report) -> Session:
    library.take_over(last_year)
    return library.start("示例县水务局", 2025)


def stand_at(session: Session, question_id: str) -> None:
    session.go(question_id)
    assert session.current is not None
    assert session.current.id == question_id


def test_last_years_number_stands_beside_the_question_and_is_never_filled_in(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    view = session.view(session.current)
    assert view.last == "699 条"
    assert view.default == ""
    assert view.answer == ""
    assert not session.answer("").accepted


def test_what_recurs_is_offered_and_taken_with_an_empty_answer(session: Session) -> None:
    stand_at(session, "profile.address")
    assert session.view(session.current).default == "示例县清水路3号"
    assert session.answer("").accepted
    kept = session.answers()["profile.address"]
    assert (kept.value, kept.origin) == ("示例县清水路3号", Origin.CARRIED)


def test_the_change_is_worked_out_while_typing(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    assert session.hint(session.current, "742") == "较去年增加43条，增长6.2%"
    assert session.hint(session.current, "比去年多43条") == "较去年增加43条，增长6.2%"
    assert "没看懂" in session.hint(session.current, "很多很多")
    assert session.hint(session.current, "") == ""


def test_an_answer_is_saved_drafted_and_moved_on_from(session: Session, library: Library) -> None:
    stand_at(session, "proactive.published_total")
    assert session.answer("742条").accepted
    assert session.current.id != "proactive.published_total"
    assert "742条" in session.drafts()["overview.proactive"].text
    assert "较去年增加43条" in session.drafts()["overview.proactive"].text
    session.close()
    assert library.open(session.id).report.fact("proactive.published_total") == Quantity(742)


def test_a_misread_answer_changes_nothing(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    before = dict(session.answers())
    outcome = session.answer("三五百")
    assert not outcome.accepted
    assert outcome.message
    assert session.answers() == before
    assert session.current.id == "proactive.published_total"


def test_undo_takes_back_the_last_answers_one_by_one(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    session.answer("742")
    session.answer("703")
    assert session.undo().startswith("已撤回")
    assert session.undo().startswith("已撤回")
    assert "proactive.published_total" not in session.answers()
    assert session.current.id == "proactive.published_total"


def test_the_half_typed_text_is_there_again(session: Session, library: Library) -> None:
    position = Position(screen="interview", question="proactive.published_total", typed="74", caret=2)
    session.keep(position)
    session.close()
    again = library.open(session.id)
    assert again.position == position
    assert again.current.id == "proactive.published_total"


def test_a_second_window_can_only_look(session: Session, library: Library) -> None:
    from store.database import Store

    with Store.open() as other:
        second = Library(other).open(session.id)
        assert second.readonly
        with pytest.raises(ReadOnlyError):
            second.answer("1")
    session.close()
    assert not library.open(session.id).readonly


def test_carried_cells_are_not_editable_unless_overruled(session: Session) -> None:
    field = "requests.carried_in.natural_person"
    assert session.table("requests").cells[field].value == 2
    assert not session.set_cells({field: "5"}).accepted
    assert not session.overrule(field, "5", " ").accepted
    assert session.overrule(field, "5", "机构改革划入3件").accepted
    cell = session.table("requests").cells[field]
    assert (cell.value, cell.reason, cell.editable) == (5, "机构改革划入3件", True)


def test_cells_are_set_together_or_not_at_all(session: Session) -> None:
    good, bad = "requests.new.natural_person", "requests.new.enterprise"
    assert not session.set_cells({good: "3", bad: "两三件"}).accepted
    assert session.table("requests").cells[good].value is None
    assert session.set_cells({good: "３", bad: "1,024"}).accepted
    assert session.table("requests").cells["requests.new.total"].value == 1027


def test_the_balance_says_by_how_much_a_column_is_out(session: Session) -> None:
    session.set_cells({"requests.new.natural_person": "3", "requests.granted.natural_person": "4"})
    sheet = Sheet(session, "requests")
    left, right = sheet.sides(0) or (0, 0)
    assert left - right == 1  # 3 + 2 carried in = 4 + 1
    left, right = sheet.sides(1) or (0, 0)
    assert left - right == 0


def test_finishing_a_table_makes_blanks_zero(session: Session) -> None:
    outcome = session.finish_table("proactive")
    assert outcome.accepted
    cells = session.table("proactive").cells
    assert cells["proactive.fees"].value == Decimal(0)
    assert cells["proactive.normative_documents.in_force"].value == 26


def test_an_edited_paragraph_is_kept_and_flagged_when_its_numbers_change(session: Session) -> None:
    key = "overview.proactive"
    stand_at(session, "proactive.published_total")
    session.answer("742")
    text = session.drafts()[key].text
    session.edit(key, "今年亮点多。" + text)
    stand_at(session, "proactive.published_total")
    session.answer("750")
    paragraph = session.drafts()[key]
    assert paragraph.text == "今年亮点多。" + text
    assert ("742条", "750条") in paragraph.stale
    session.edit(key, "今年的亮点多。" + text)
    assert ("742条", "750条") in session.drafts()[key].stale
    session.edit(key, "今年亮点多。" + text)
    assert session.accept_numbers(key).accepted
    assert "750条" in session.drafts()[key].text
    assert session.drafts()[key].text.startswith("今年亮点多。")
    assert session.drafts()[key].stale == ()
    session.restore(key)
    assert not session.drafts()[key].edited


def test_another_wording_says_the_same_numbers(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    session.answer("742")
    before = session.drafts()["overview.proactive"].text
    session.next_wording("overview.proactive")
    after = session.drafts()["overview.proactive"].text
    assert after != before
    assert "742条" in after


def test_export_is_refused_with_errors_unless_a_draft_is_asked_for(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    with pytest.raises(ExportRefusedError, match="不能导出定稿"):
        session.export(target)
    assert not target.exists()
    done = session.export(target, as_draft=True)
    assert done.as_draft
    assert target.read_bytes()[:2] == b"PK"


def test_a_fix_that_no_longer_fits_is_not_applied(session: Session) -> None:
    outcome = session.apply(Fix("改", "overview.lead", old="没有这句话", new="别的"))
    assert not outcome.accepted


def test_a_report_is_found_by_year_unit_or_both(session: Session, library: Library) -> None:
    session.close()
    for ref in ("2025", "示例县水务局", "水务局@2025"):
        assert library.find(ref).year == 2025
    assert library.find("2024").status.label == "已导入"
    with pytest.raises(SessionError, match="没有找到"):
        library.find("2019")


def test_an_import_never_replaces_a_report_drafted_here(session: Session, library: Library) -> None:
    with pytest.raises(SessionError, match="没有用导入的内容覆盖"):
        library.take_over(session.report)


def test_days_left_count_to_the_end_of_january(session: Session, library: Library) -> None:
    assert library.find("2025").days_left == 19


def test_a_corrected_name_is_the_organs_everywhere(session: Session, library: Library) -> None:
    stand_at(session, "profile.name")
    assert session.answer("示例县水利局").accepted
    session.close()
    assert library.find("示例县水利局@2025").year == 2025
    again = library.open(session.id)
    assert again.unit == "示例县水利局"
    assert again.last is not None


def test_an_answer_that_cannot_be_read_does_not_hide_the_list(session: Session, library: Library) -> None:
    session.take({"profile.kind": "人民政府"}, {})
    session.close()
    library.store._db.execute("UPDATE answers SET value = '{' WHERE field = 'profile.kind'")
    assert library.find("2025").days_left == 19
