"""A clerk's way through a report, without a screen."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from app.errors import ExportRefusedError, ReadOnlyError, SessionError
from app.session.library import Library
from app.session.open_report import OpenReport, belongs
from app.session.session import Session
from app.session.views import Outcome
from app.tui.table.draft_table_editor import DraftTableEditor
from prompts.narrative.compose import Drafter
from sections.report.report import Report
from sections.report.values import Quantity
from sections.rules import run
from sections.rules.base import Fix
from store.database import Store
from store.model import Origin, Position


@pytest.fixture
def session(library: Library, last_year: Report) -> Session:
    library.take_over(last_year)
    return library.start("示例县水务局", 2025)


def stand_at(session: Session, question_id: str) -> None:
    session.conversation.go(question_id)
    assert session.conversation.current is not None
    assert session.conversation.current.id == question_id


def test_last_years_number_stands_beside_the_question_and_is_never_filled_in(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    view = session.conversation.view(session.conversation.current)
    assert view.last == "699 条"
    assert view.default == ""
    assert view.answer == ""
    assert not session.conversation.answer("").accepted


def test_what_recurs_is_offered_and_taken_with_an_empty_answer(session: Session) -> None:
    stand_at(session, "profile.address")
    assert session.conversation.view(session.conversation.current).default == "示例县清水路3号"
    assert session.conversation.answer("").accepted
    kept = session.conversation.answers()["profile.address"]
    assert (kept.value, kept.origin) == ("示例县清水路3号", Origin.CARRIED)


def test_the_change_is_worked_out_while_typing(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    assert session.conversation.hint(session.conversation.current, "742") == "较去年增加43条，增长6.2%"
    assert (
        session.conversation.hint(session.conversation.current, "比去年多43条") == "较去年增加43条，增长6.2%"
    )
    assert "没看懂" in session.conversation.hint(session.conversation.current, "很多很多")
    assert session.conversation.hint(session.conversation.current, "") == ""


def test_parts_that_do_not_add_up_are_said_while_typing_and_as_they_are_taken(session: Session) -> None:
    conversation = session.conversation
    for name, typed in (
        ("interpretations", "4"),
        ("interpretations_text", "1"),
        ("interpretations_image", "2"),
    ):
        conversation.go(f"proactive.{name}")
        assert conversation.answer(typed) == Outcome(True, "", (f"proactive.{name}",))
    conversation.go("proactive.interpretations_video")
    assert conversation.current is not None
    here = [one.id for one in conversation.asked()].index("proactive.interpretations_video") + 1
    apart = f"第{here - 3}题总数填4篇，第{here - 2}、{here - 1}题合计3篇，比总数少1篇"
    assert conversation.hint(conversation.current, "0").endswith(apart)
    assert "总数" not in conversation.hint(conversation.current, "1")
    taken = conversation.answer("0")
    assert taken.accepted
    assert f"{apart}。填错的按 Ctrl+↑ 回去改。" in taken.message


def test_an_answer_is_saved_drafted_and_moved_on_from(session: Session, library: Library) -> None:
    stand_at(session, "proactive.published_total")
    assert session.conversation.answer("742条").accepted
    assert session.conversation.current.id != "proactive.published_total"
    assert "742条" in session.narrative.paragraphs()["overview.proactive"].text
    assert "较去年增加43条" in session.narrative.paragraphs()["overview.proactive"].text
    session.close()
    assert library.open(session.id).report.fact("proactive.published_total") == Quantity(742)


def test_a_problem_that_the_answers_speak_against_is_asked_for_twice(session: Session) -> None:
    stand_at(session, "management.within_20_days")
    assert session.conversation.answer("是").accepted
    stand_at(session, "problems.items")
    outcome = session.conversation.answer("信息发布不及时；解读偏少")
    assert (outcome.accepted, outcome.doubted) == (False, True)
    assert "20个工作日" in outcome.message
    assert session.conversation.answer("信息发布不及时；解读偏少", sure=True).accepted


def test_a_misread_answer_changes_nothing(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    before = dict(session.conversation.answers())
    outcome = session.conversation.answer("三五百")
    assert not outcome.accepted
    assert outcome.message
    assert session.conversation.answers() == before
    assert session.conversation.current.id == "proactive.published_total"


def test_undo_takes_back_the_last_answers_one_by_one(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    session.conversation.answer("742")
    session.conversation.answer("703")
    assert session.conversation.undo().startswith("已撤回")
    assert session.conversation.undo().startswith("已撤回")
    assert "proactive.published_total" not in session.conversation.answers()
    assert session.conversation.current.id == "proactive.published_total"


def test_the_half_typed_text_is_there_again(session: Session, library: Library) -> None:
    position = Position(screen="interview", question="proactive.published_total", typed="74", caret=2)
    session.conversation.remember(position)
    session.close()
    again = library.open(session.id)
    assert again.conversation.position == position
    assert again.conversation.current.id == "proactive.published_total"


def test_a_second_window_can_only_look(session: Session, library: Library) -> None:
    from store.database import Store

    with Store.open() as other:
        second = Library(other).open(session.id)
        assert second.readonly
        with pytest.raises(ReadOnlyError):
            second.conversation.answer("1")
    session.close()
    assert not library.open(session.id).readonly


def test_carried_cells_are_not_editable_unless_overruled(session: Session) -> None:
    field = "requests.carried_in.natural_person"
    assert session.tables.table("requests").cells[field].value == 2
    assert not session.tables.set_cells({field: "5"}).accepted
    assert not session.tables.overrule(field, "5", " ").accepted
    assert session.tables.overrule(field, "5", "机构改革划入3件").accepted
    cell = session.tables.table("requests").cells[field]
    assert (cell.value, cell.reason, cell.editable) == (5, "机构改革划入3件", True)


def test_cells_are_set_together_or_not_at_all(session: Session) -> None:
    good, bad = "requests.new.natural_person", "requests.new.enterprise"
    assert not session.tables.set_cells({good: "3", bad: "两三件"}).accepted
    assert session.tables.table("requests").cells[good].value is None
    assert session.tables.set_cells({good: "３", bad: "1,024"}).accepted
    assert session.tables.table("requests").cells["requests.new.total"].value == 1027


def test_the_balance_says_by_how_much_a_column_is_out(session: Session) -> None:
    session.tables.set_cells({"requests.new.natural_person": "3", "requests.granted.natural_person": "4"})
    editor = DraftTableEditor(session, "requests")
    left, right = editor.sides(0) or (0, 0)
    assert left - right == 1  # 3 + 2 carried in = 4 + 1
    left, right = editor.sides(1) or (0, 0)
    assert left - right == 0


def test_finishing_a_table_makes_blanks_zero(session: Session) -> None:
    outcome = session.tables.finish("proactive")
    assert outcome.accepted
    cells = session.tables.table("proactive").cells
    assert cells["proactive.fees"].value == Decimal(0)
    assert cells["proactive.normative_documents.in_force"].value == 26


def test_an_edited_paragraph_is_kept_and_its_numbers_follow_the_answers(session: Session) -> None:
    key = "overview.proactive"
    stand_at(session, "proactive.published_total")
    session.conversation.answer("742")
    text = session.narrative.paragraphs()[key].text
    edited = f"今年亮点多，走访742户。{text}"
    session.narrative.edit(key, edited)
    assert session.narrative.paragraphs()[key].text == edited
    stand_at(session, "proactive.published_total")
    session.conversation.answer("750")
    followed = session.narrative.paragraphs()[key].text
    assert followed.startswith("今年亮点多，走访742户。")
    assert "750条" in followed
    assert "742条" not in followed
    session.conversation.undo()
    assert session.narrative.paragraphs()[key].text == edited
    session.narrative.restore(key)
    assert not session.narrative.paragraphs()[key].edited


def test_another_wording_says_the_same_numbers(session: Session) -> None:
    stand_at(session, "proactive.published_total")
    session.conversation.answer("742")
    before = session.narrative.paragraphs()["overview.proactive"].text
    session.narrative.next_wording("overview.proactive")
    after = session.narrative.paragraphs()["overview.proactive"].text
    assert after != before
    assert "742条" in after


def test_export_is_refused_with_errors_unless_a_draft_is_asked_for(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    with pytest.raises(ExportRefusedError, match="不能导出定稿"):
        session.exporting.write(target)
    assert not target.exists()
    done = session.exporting.write(target, as_draft=True)
    assert done.as_draft
    assert target.read_bytes()[:2] == b"PK"


def test_a_fix_that_no_longer_fits_is_not_applied(session: Session) -> None:
    outcome = session.corrections.apply(Fix("改", "overview.lead", old="没有这句话", new="别的"))
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
    assert session.conversation.answer("示例县水利局").accepted
    session.close()
    assert library.find("示例县水利局@2025").year == 2025
    again = library.open(session.id)
    assert again.organ == "示例县水利局"
    assert again.last is not None


def test_an_answer_that_cannot_be_read_does_not_hide_the_list(session: Session, library: Library) -> None:
    session.conversation.take({"profile.kind": "人民政府"}, {})
    session.close()
    library.store._db.execute("UPDATE answers SET value = '{' WHERE field = 'profile.kind'")
    assert library.find("2025").days_left == 19


@pytest.fixture
def five_drafts_behind(library: Library) -> int:
    """A draft of 2025 behind which there are five more, each compared with the one before."""
    for year in range(2020, 2026):
        with library.start("示例县水务局", year) as session:
            session.conversation.take({"proactive.published_total": Quantity(600 + year)}, {})
    return session.id


def test_drafts_behind_a_draft_are_neither_opened_nor_checked(
    library: Library, five_drafts_behind: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: Counter[str] = Counter()

    def count(owner: object, name: str) -> None:
        original = getattr(owner, name)

        def counting(*args: object, **kwargs: object) -> object:
            counted[name] += 1
            return original(*args, **kwargs)

        monkeypatch.setattr(owner, name, counting)

    count(OpenReport, "__init__")
    count(run, "check")
    count(Drafter, "draft")
    with library.open(five_drafts_behind) as session:
        assert session.findings
    assert counted == {"__init__": 1, "check": 1, "draft": 6}


def test_a_draft_behind_a_draft_is_the_one_that_opening_it_shows(
    library: Library, five_drafts_behind: int
) -> None:
    with library.open(five_drafts_behind) as session:
        last = session.last
    with library.open(library.find("示例县水务局@2024").id) as before:
        assert last == before.report
        assert "较去年增加1条" in before.narrative.paragraph("overview.proactive").text


def test_a_section_with_skipped_questions_is_not_done_and_leads_to_them(library: Library) -> None:
    with library.start("示例县水务局", 2025) as session:
        conversation = session.conversation
        for question in [question for question in conversation.asked() if belongs(question, "profile")]:
            conversation.go(question.id)
            if question.id == "profile.email":
                conversation.skip()
            else:
                conversation.answer(
                    ANSWERS.get(question.id, "1" if question.question.choices else "示例县局")
                )
        entry = next(entry for entry in conversation.outline() if entry.key == "profile")
        assert (entry.done, entry.state) == (entry.total, "skipped")
        assert conversation.first_open("profile") == "profile.email"


ANSWERS = {"profile.postcode": "100000", "profile.telephone": "010-12345678"}


def test_the_report_to_go_on_with_is_the_one_stood_in_last_whatever_the_clock_said(tmp_path: Path) -> None:
    clock = {"now": dt.datetime(2037, 5, 1)}
    with Store.open(tmp_path / "nianbao.db", now=lambda: clock["now"]) as store:
        library = Library(store, now=lambda: clock["now"])
        with library.start("示例县水务局", 2025) as wrong:
            wrong.conversation.go("profile.address")
        clock["now"] = dt.datetime(2026, 1, 12)
        with library.start("示例县民政局", 2025) as right:
            right.conversation.go("profile.address")
        assert library.latest().unit == "示例县民政局"
        with library.open(wrong.id) as session:
            session.conversation.remember(Position(question="profile.address", typed="清"))
        assert library.latest().unit == "示例县水务局"


@pytest.mark.parametrize("typed", ["1月20日", "１.20", "1-20", "2026年1月20日"])
def test_a_day_without_its_year_is_of_the_year_of_publication(library: Library, typed: str) -> None:
    with library.start("示例县水务局", 2025) as session:
        session.conversation.take({"signature.wanted": True}, {})
        session.conversation.go("signature.date")
        assert session.conversation.answer(typed).accepted
        assert session.conversation.answers()["signature.date"].value == "2026-01-20"


def test_one_problem_with_a_comma_is_told_without_the_mark_that_typing_needs(session: Session) -> None:
    stand_at(session, "problems.items")
    assert session.conversation.answer("1").accepted
    stand_at(session, "problems.items")
    view = session.conversation.view(session.conversation.current)
    assert not view.answer.endswith("；")
    assert view.typed_back == f"{view.answer}；"
    assert session.conversation.answer(view.typed_back).accepted
    assert session.conversation.answers()["problems.items"].value == (view.answer,)


def test_an_example_says_nothing_about_another_problem(session: Session) -> None:
    stand_at(session, "problems.items")
    session.conversation.answer("8")
    assert session.conversation.current is not None
    measure = session.conversation.view(session.conversation.current)
    assert measure.id.startswith("problems.measure:")
    assert measure.choices
    assert measure.examples == ()
