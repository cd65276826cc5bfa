"""The interview on a real session: answers, hints, commands, old answers, keeping and coming back."""

import pytest
from textual.events import Key, Paste

from app.session.library import Library
from app.session.session import Session
from app.tui.export import ExportScreen
from app.tui.help.help_screen import HelpScreen
from app.tui.home.home_screen import HomeScreen
from app.tui.interview.closing_page import open_points
from app.tui.interview.interview_screen import InterviewScreen
from app.tui.narrative.editor_screen import EditorScreen
from app.tui.narrative.sentences_screen import SentencesScreen
from app.tui.preview.preview_screen import PreviewScreen
from app.tui.review import ReviewScreen
from app.tui.table.table_screen import TableScreen
from sections.report.parts import Overview
from sections.report.report import Report
from sections.report.values import Quantity
from store.database import Store
from store.model import Origin, Position, Status
from tests.support.desk import SMALL, WIDE, Desk, desk

TOTAL, WEBSITE, WECHAT = "proactive.published_total", "proactive.website", "proactive.wechat"
SIZES = pytest.mark.parametrize("size", [SMALL, WIDE])


@pytest.fixture
def report_id(library: Library, last_year: Report) -> int:
    """A draft that stands at the first number of part one, last year's report at its side."""
    library.take_over(last_year)
    return begun(library, TOTAL)


def begun(library: Library, question: str) -> int:
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(question)
        return session.id


def stand(library: Library, report_id: int, question: str) -> None:
    with library.open(report_id) as session:
        session.conversation.go(question)


def answers(library: Library, report_id: int) -> dict[str, object]:
    return {field: kept.value for field, kept in library.store.answers(report_id).items()}


# --- asking and answering ------------------------------------------------------------------------------


@SIZES
async def test_the_question_stands_with_its_help_and_last_years_number(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    async with desk(library, report_id, size) as here:
        for words in ("一共主动公开了多少条政府信息？", "说明：", "来源：", "例如：", "去年：699条"):
            assert words in here.talk
        assert here.typed == ""


@SIZES
async def test_the_status_line_says_what_is_saved_found_and_left(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    async with desk(library, report_id, size) as here:
        top = here.lines[0]
        assert "示例县水务局" in top
        assert "2025" in top
        assert "已保存 " in top
        assert "1/4" in top
        assert "还剩" in top
        assert "分钟" in top
        await here.enter("742")
        assert "已保存 14:03:27" in here.lines[0]
        assert "2/" in here.lines[0]


async def test_the_change_is_said_as_one_types(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.type("742")
        assert here.said == "较去年增加43条，增长6.2%"
        await here.type("啊")
        assert "例如“699条”" in here.said
        await here.press(*["backspace"] * 4)
        assert here.said == ""


async def test_an_answer_is_saved_and_stands_above_with_its_change(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("７４２条")
        assert here.interview.position.question_id == WEBSITE
        assert here.typed == ""
        assert "›742条较去年增加43条，增长6.2%" in here.talk
    assert answers(library, report_id)[TOTAL] == Quantity(742)


async def test_the_changed_sentence_is_marked_in_the_draft_until_the_next_answer(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        changed = [
            piece for row in here.interview.draft.rows for piece in row.pieces if piece[1] == "changed"
        ]
        assert "742条" in "".join(text for text, _ in changed)
        assert "▌" in here.interview.draft.text
        stand_before = "".join(text for text, _ in changed)
        here.interview.position.go("profile.telephone")
        here.interview.show_moved()
        await here.enter("010-12345678")
        changed = [
            piece for row in here.interview.draft.rows for piece in row.pieces if piece[1] == "changed"
        ]
        assert stand_before not in "".join(text for text, _ in changed)


async def test_a_misread_answer_is_explained_and_stays_in_the_box(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("三五百")
        assert "三五百" in here.said
        assert here.typed == "三五百"
        assert here.interview.position.question_id == TOTAL


async def test_what_recurs_is_offered_and_taken_with_enter_alone(library: Library, report_id: int) -> None:
    stand(library, report_id, "profile.address")
    async with desk(library, report_id) as here:
        assert "同去年：示例县清水路3号" in here.talk
        assert here.typed == ""
        await here.press("enter")
    kept = library.store.answers(report_id)["profile.address"]
    assert (kept.value, kept.origin) == ("示例县清水路3号", Origin.CARRIED)


async def test_a_count_is_never_taken_from_an_empty_box(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.press("enter")
        assert "还没有回答" in here.said
    assert TOTAL not in answers(library, report_id)


async def test_typing_ahead_never_puts_an_answer_into_the_next_box(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        for key in ("7", "4", "2", "enter", "5", "0", "0", "enter", "1", "8"):
            here.app._driver.send_message(Key(key, "\r" if key == "enter" else key))
        await here.until(lambda: here.typed == "18")
        assert here.typed == "18"
        assert here.interview.position.question_id == WECHAT
    got = answers(library, report_id)
    assert (got[TOTAL], got[WEBSITE]) == (Quantity(742), Quantity(500))
    assert WECHAT not in got


# --- choices, paragraphs, pastes -----------------------------------------------------------------------


async def test_choices_are_numbered_and_taken_by_number(library: Library, report_id: int) -> None:
    stand(library, report_id, "profile.kind")
    async with desk(library, report_id) as here:
        assert "[]1人民政府" in here.shown
        await here.type("2")
        assert "[x]2政府部门" in here.shown
        await here.press("enter")
    assert answers(library, report_id)["profile.kind"] == "政府部门"


async def test_choices_are_picked_with_arrows_space_and_enter(library: Library, report_id: int) -> None:
    stand(library, report_id, "requests.channels")
    async with desk(library, report_id) as here:
        await here.press("down", "space", "down", "down", "space")
        assert here.typed == "1、3"
        await here.press("enter")
    assert answers(library, report_id)["requests.channels"] == ("网站在线申请", "当面申请")


async def test_a_click_marks_a_choice_and_enter_takes_it(library: Library, report_id: int) -> None:
    stand(library, report_id, "profile.kind")
    async with desk(library, report_id) as here:
        await here.pilot.click("#choices", offset=(6, 0))
        await here.pilot.pause()
        assert here.typed == "1"
        await here.press("enter")
    assert answers(library, report_id)["profile.kind"] == "人民政府"


async def paste(here: Desk, text: str) -> None:
    here.interview.conversation.box.field.post_message(Paste(text))
    await here.pilot.pause()


async def test_a_paste_of_several_lines_becomes_a_list(library: Library, report_id: int) -> None:
    stand(library, report_id, "profile.new_media")
    async with desk(library, report_id) as here:
        await paste(here, "微信公众号“示例水务”\r\n\r\n微博“示例水务发布”\r\n")
        assert here.typed == "微信公众号“示例水务”；微博“示例水务发布”"
        await here.press("enter")
    assert answers(library, report_id)["profile.new_media"] == ("微信公众号“示例水务”", "微博“示例水务发布”")


async def test_a_pasted_sentence_is_joined_and_a_pasted_column_is_no_number(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await paste(here, "742\n500")
        assert here.typed == "742；500"
        await here.press("enter")
        assert TOTAL not in answers(library, report_id)
    stand(library, report_id, "profile.address")
    async with desk(library, report_id) as here:
        await paste(here, "示例县清水路\n3号")
        assert here.typed == "示例县清水路3号"


async def test_a_paragraph_keeps_its_lines_and_f5_confirms(library: Library, report_id: int) -> None:
    stand(library, report_id, "other.matters")
    async with desk(library, report_id) as here:
        await here.type("第一段。")
        await here.press("enter")
        await here.type("第二段。")
        await paste(here, "\r\n第三段。\n第四段。")
        assert here.typed == "第一段。\n第二段。第三段。\n第四段。"
        await here.press("f5")
    assert answers(library, report_id)["other.matters"] == "第一段。\n第二段。第三段。\n第四段。"


# --- moving --------------------------------------------------------------------------------------------


async def test_an_old_answer_is_reopened_with_arrows_and_closed_with_escape(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.enter("500")
        await here.type("18")
        await here.press("up", "up", "enter")
        assert here.interview.position.question_id == TOTAL
        assert here.typed == "742 条"
        assert "已经回答过" in here.talk
        assert "Esc回到第" in here.talk
        await here.press("escape")
        assert here.interview.position.question_id == WECHAT
        assert here.typed == "18"


async def test_an_old_answer_is_reopened_with_a_click(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        line = next(n for n, row in enumerate(here.interview.conversation.history.rows) if row.key == TOTAL)
        top = here.interview.conversation.history.scroll_offset.y
        await here.pilot.click("#history", offset=(4, line - top))
        await here.pilot.pause()
        assert here.interview.position.question_id == TOTAL


async def test_changing_an_old_answer_changes_the_report_and_leads_back(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.press("ctrl+up")
        await here.enter("750")
        assert here.interview.position.question_id == WEBSITE
    assert answers(library, report_id)[TOTAL] == Quantity(750)


async def test_undo_says_what_it_took_back(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.press("ctrl+z")
        assert "已撤回：2025年一共主动公开" in here.said
        assert here.interview.position.question_id == TOTAL
    assert TOTAL not in answers(library, report_id)


async def test_undo_first_takes_back_what_is_being_typed(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.type("5")
        await here.press("ctrl+z")
        assert here.typed == ""
        assert TOTAL in answers(library, report_id)
        await here.press("ctrl+z")
        assert TOTAL not in answers(library, report_id)


async def test_skipping_says_so(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.press("ctrl+n")
        assert "必填" in here.said
        await here.press("ctrl+n")
        assert "已跳过" in here.said


@pytest.mark.parametrize(
    ("typed", "screen"),
    [
        ("/预览", PreviewScreen),
        ("/检查", ReviewScreen),
        ("/导出", ExportScreen),
        ("/帮助", HelpScreen),
        ("／帮", HelpScreen),
    ],
)
async def test_commands_in_the_box_open_what_they_name(
    library: Library, report_id: int, typed: str, screen: type
) -> None:
    async with desk(library, report_id) as here:
        await here.enter(typed)
        await here.pilot.pause()
        assert isinstance(here.app.screen, screen)
        await here.press("escape")
        await here.pilot.pause()
        assert here.typed == ""
        assert here.interview.position.question_id == TOTAL


@pytest.mark.parametrize(
    ("key", "screen"),
    [("f6", PreviewScreen), ("f7", ReviewScreen), ("f10", ExportScreen), ("f1", HelpScreen)],
)
async def test_keys_do_what_the_commands_do(library: Library, report_id: int, key: str, screen: type) -> None:
    async with desk(library, report_id) as here:
        await here.type("74")
        await here.press(key)
        assert isinstance(here.app.screen, screen)
        await here.press("escape")
        await here.pilot.pause()
        assert here.typed == "74"


async def test_commands_move_and_an_unknown_one_is_refused(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.enter("/上一题")
        await here.pilot.pause()
        assert here.interview.position.question_id == TOTAL
        await here.press("escape")
        await here.enter("/跳过")
        await here.pilot.pause()
        assert here.interview.position.question_id == WECHAT
        await here.enter("/飞")
        assert "没有“/飞”这个命令" in here.said


# --- tables, findings, text ----------------------------------------------------------------------------


async def test_a_table_question_opens_the_table_and_finishing_it_goes_on(
    library: Library, report_id: int
) -> None:
    stand(library, report_id, "disputes.table")
    async with desk(library, report_id) as here:
        question = here.interview.position.question_id
        assert "回车打开表格" in here.shown
        await here.press("enter")
        assert isinstance(here.app.screen, TableScreen)
        await here.press("f5", "f5")
        await here.pilot.pause()
        assert here.interview.position.question_id != question
        assert (
            here.interview.session.tables.table("disputes").cells["disputes.litigation_direct.upheld"].value
            == 0
        )


async def test_f8_goes_to_the_place_of_each_finding_in_turn(library: Library, report_id: int) -> None:
    with library.open(report_id) as session:
        session.tables.set_cells({"requests.new.natural_person": "3"})
        session.tables.finish("requests")
        findings = session.findings
        kinds = [session.corrections.location_of(finding).kind for finding in findings]
    assert "cell" in kinds
    async with desk(library, report_id) as here:
        for finding, kind in zip(findings, kinds, strict=True):
            await here.press("f8")
            await here.pilot.pause()
            if kind != "question":
                assert isinstance(here.app.screen, TableScreen if kind == "cell" else EditorScreen)
                await here.press("escape")
                await here.pilot.pause()
            assert finding.message[:8] in here.said


async def test_after_a_finding_was_mended_f8_goes_to_the_next_one(
    library: Library, report_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.open(report_id) as session:
        session.tables.set_cells({"requests.new.natural_person": "3"})
        session.tables.finish("requests")
        before = session.findings
    async with desk(library, report_id) as here:
        await here.press("f8")
        await here.pilot.pause()
        await here.press("escape")
        await here.pilot.pause()
        monkeypatch.setattr(Session, "findings", before[1:])
        await here.press("f8")
        await here.pilot.pause()
        if not isinstance(here.app.screen, InterviewScreen):
            await here.press("escape")
            await here.pilot.pause()
        assert before[1].message[:8] in here.said
        assert f"（1/{len(before) - 1}）" in here.said


async def test_f4_says_the_changed_sentence_in_other_words(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        before = here.interview.draft.text
        await here.press("f4")
        assert here.interview.draft.text != before
        assert "换一种说法" in here.said


async def test_f9_edits_the_paragraph_by_hand(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.press("f9")
        assert isinstance(here.app.screen, EditorScreen)
        assert here.app.screen.key == "overview.proactive"
        await here.press("home", *"新！", "f5")
        await here.pilot.pause()
        assert "（手工修改过）" in here.shown


async def test_findings_about_the_part_stand_under_its_draft(library: Library, report_id: int) -> None:
    with library.open(report_id) as session:
        session.tables.set_cells({"requests.new.natural_person": "3"})
        session.tables.finish("requests")
        message = next(f.message for f in session.findings if f.where.startswith("requests."))
        session.conversation.go("requests.table")
    async with desk(library, report_id) as here:
        assert "".join(message.split())[:10] in here.shown
        assert "按F8到该处" in here.shown


# --- keeping and coming back ---------------------------------------------------------------------------


async def test_half_typed_text_is_kept_within_a_second(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.type("七百四十")
        await here.press("left")
        await here.wait(0.5)
        position = library.store.position(report_id)
        assert position == Position("interview", TOTAL, typed="七百四十", caret=3)


async def test_leaving_keeps_the_half_typed_text_and_coming_back_restores_it_to_the_caret(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.type("七百四十")
        await here.press("left", "left", "escape")
        assert isinstance(here.app.screen, HomeScreen)
    async with desk(library, report_id) as here:
        assert here.typed == "七百四十"
        assert here.interview.conversation.box.caret == 2
        await here.type("零")
        assert here.typed == "七百零四十"


async def test_a_command_is_not_kept_as_half_typed_text(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.type("/帮助")
        await here.wait(0.5)
        assert library.store.position(report_id).typed == "/帮助"
        await here.press("enter")
        await here.pilot.pause()
        assert library.store.position(report_id).typed == ""


async def test_half_typed_text_is_on_the_disk_again_after_a_look_at_an_old_answer(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.type("18")
        await here.press("ctrl+up")
        assert library.store.position(report_id).question == TOTAL
        await here.press("escape")
        assert library.store.position(report_id) == Position("interview", WEBSITE, typed="18", caret=2)
        await here.press("f7", "escape")
        await here.pilot.pause()
        assert library.store.position(report_id).typed == "18"


async def test_quitting_keeps_the_half_typed_text(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.type("74")
        await here.press("ctrl+q")
    assert library.store.position(report_id).typed == "74"
    with Store.open() as other:
        assert not Library(other).open(report_id).readonly


async def test_resuming_stands_in_the_table_with_the_half_typed_number(
    library: Library, report_id: int
) -> None:
    cell = "requests.new.enterprise"
    library.store.keep(report_id, Position(screen="table", question="requests.table", cell=cell, typed="12"))
    async with desk(library, report_id) as here:
        await here.pilot.pause()
        screen = here.app.screen
        assert isinstance(screen, TableScreen)
        assert (screen.grid.field, screen.grid.typed) == (cell, "12")


async def test_resuming_stands_in_the_paragraph_with_its_half_typed_text(
    library: Library, report_id: int
) -> None:
    key = "opening"
    library.store.keep(report_id, Position(screen="editor", key=key, typed="改到一半", caret=2))
    async with desk(library, report_id) as here:
        await here.pilot.pause()
        screen = here.app.screen
        assert isinstance(screen, EditorScreen)
        assert screen.area.text == "改到一半"
        assert screen.area.cursor_location == (0, 2)


async def test_the_terminals_cursor_stands_on_the_caret(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.type("七百")
        x, y = here.app.cursor_position
        line = here.lines[y]
        from app.tui.text.cell_width import width

        before = line[: line.index("七百") + 2]
        assert width(before) == x


# --- a second window -----------------------------------------------------------------------------------


@SIZES
async def test_a_second_window_says_that_it_can_only_look(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    with library.open(report_id) as first, Store.open() as other:
        async with desk(Library(other), report_id, size) as here:
            assert "只能查看" in here.lines[0]
            assert "另一个窗口" in here.said
            await here.enter("742")
            assert here.typed == ""
            assert "不能修改" in here.said
            await here.press("ctrl+z")
            assert "不能" in here.said or "只能" in here.said
            await here.press("ctrl+n")
            assert isinstance(here.app.screen, InterviewScreen)
        assert TOTAL not in first.conversation.answers()
        assert not first.readonly


# --- the end -------------------------------------------------------------------------------------------


def answer_all(session: Session) -> None:
    """Answer everything a small organ would."""
    guesses = ("", "无", "1", "是", "示例县清水路3号", "010-12345678", "多做培训", "2026年1月20日", "12")
    while (one := session.conversation.current) is not None:
        if one.question.kind == "table":
            session.tables.finish(one.question.scope)
        elif one.question.required or not session.conversation.skip().accepted:
            assert any(session.conversation.answer(guess).accepted for guess in guesses), one.id


@SIZES
async def test_the_closing_page_says_what_is_left_and_leads_out(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    with library.open(report_id) as session:
        answer_all(session)
    async with desk(library, report_id, size) as here:
        assert "都回答完了" in here.talk
        assert "已全部回答" in here.lines[0]
        assert "跳过了" in here.talk
        await here.enter("9")
        assert "1到6" in here.said
        await here.press("backspace")
        await here.enter("3")
        await here.pilot.pause()
        assert isinstance(here.app.screen, PreviewScreen)
        await here.press("escape")
        await here.pilot.pause()
        await here.press("up", "enter")
        assert here.interview.position.reopened
        await here.press("escape")
        assert "都回答完了" in here.talk
        await here.enter("1")
        await here.pilot.pause()
        assert isinstance(here.app.screen, SentencesScreen)
        await here.press("escape")
        await here.press(*["down"] * 6)
        await here.press("enter")
        await here.pilot.pause()
        assert isinstance(here.app.screen, HomeScreen)


async def test_finalising_is_refused_while_something_is_wrong(library: Library, report_id: int) -> None:
    with library.open(report_id) as session:
        answer_all(session)
        session.tables.set_cells({"requests.new.natural_person": "7"})
    async with desk(library, report_id) as here:
        await here.enter("5")
        assert "处错误，改正以后才能定稿" in here.said
        assert here.interview.session.status.label == "草稿"


# --- fewer keys ----------------------------------------------------------------------------------------


async def test_no_requests_is_one_key_unless_there_is_a_number(library: Library) -> None:
    report_id = begun(library, "requests.table")
    async with desk(library, report_id, SMALL) as here:
        assert "F5 没有申请，填0" in here.keys
        await here.press("f5")
        assert "没有申请，各格都填了0" in here.said
        session = here.interview.session
        assert all(cell.value == 0 for cell in session.tables.table("requests").cells.values())
        await here.press("ctrl+z")
        assert not session.conversation.view(here.interview.position.question).answer
        session.tables.set_cells({"requests.new.natural_person": "1"})
        await here.press("f5")
        assert "表里已有数字" in here.said


async def test_a_guess_is_shown_as_one_and_taken_with_enter(library: Library) -> None:
    report_id = begun(library, "profile.kind")
    async with desk(library, report_id) as here:
        assert "按单位名称猜：政府部门" in here.talk
        await here.press("enter")
    kept = library.store.answers(report_id)["profile.kind"]
    assert (kept.value, kept.origin) == ("政府部门", Origin.TYPED)


def test_what_earlier_answers_settle_is_not_asked(library: Library) -> None:
    def asked(accounts: str) -> set[str]:
        with library.open(report_id) as session:
            session.conversation.go("profile.new_media")
            session.conversation.answer(accounts)
            return {question.id for question in session.conversation.asked()}

    report_id = begun(library, TOTAL)
    with library.open(report_id) as session:
        session.conversation.answer("742")
        every = {question.id for question in session.conversation.asked()}
    weibo, count = "proactive.weibo", "platform.new_media_accounts"
    assert {WECHAT, weibo, count} <= every
    assert asked("微信公众号“示例水务”；微博“示例水务”") == every
    assert asked("微信公众号“示例水务”") == every - {weibo, count}
    assert asked("无") == every - {WECHAT, weibo, count}


async def test_ctrl_u_empties_the_box_first_and_takes_no_answer_away(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.press("ctrl+up", "ctrl+u")
        assert here.typed == ""
        assert "答案没有动" in here.said
        assert TOTAL in answers(library, report_id)
        await here.press("ctrl+u")
        assert TOTAL not in answers(library, report_id)
        assert "先留着" in here.said


@pytest.mark.parametrize("key", ["f4", "f9"])
async def test_a_closed_report_is_not_opened_to_be_changed(
    library: Library, report_id: int, key: str
) -> None:
    library.store.set_status(report_id, Status.FINAL)
    async with desk(library, report_id) as here:
        await here.press(key)
        assert "只能查看" in here.said
        assert here.interview
        await here.press("f6", key, "enter")
        assert not isinstance(here.app.screen, EditorScreen)


async def test_last_years_sentences_are_told_of_where_their_topic_ends_and_at_the_end(
    library: Library, last_year: Report
) -> None:
    text = "全年办结水利工程质量抽查16次，结果在网站公开。"
    overview = {"topics": {"supervision": text}}
    library.take_over(last_year.model_copy(update={"overview": Overview.model_validate(overview)}))
    report_id = begun(library, TOTAL)
    with library.open(report_id) as session:
        last = [one for one in session.conversation.asked() if one.question.topic == "supervision"][-1]
        session.conversation.go(last.id)
    async with desk(library, report_id) as here:
        await here.enter("无")
        assert "去年这一部分还有1句没有沿用" in here.said
        assert "Ctrl+L 去年的句子" in here.keys
    with library.open(report_id) as session:
        assert any("Ctrl+L" in line for line in open_points(session))


async def test_what_stands_from_year_to_year_is_one_enter_and_what_was_done_an_equals_sign(
    library: Library, last_year: Report
) -> None:
    facts = {"platform.reading_points": Quantity(3), "supervision.checks": Quantity(4)}
    library.take_over(last_year.model_copy(update={"facts": facts}))
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go("platform.reading_points")
    async with desk(library, session.id) as here:
        assert "同去年：3" in here.talk
        await here.press("enter")
        kept = library.store.answers(session.id)["platform.reading_points"]
        assert kept.origin == Origin.CARRIED
        here.interview.position.go("supervision.checks")
        here.interview.show_moved()
        await here.press("enter")
        assert "一样就输入“=”" in here.said
        assert "supervision.checks" not in answers(library, session.id)
        await here.enter("=")
        assert answers(library, session.id)["supervision.checks"] == Quantity(4)


async def test_redo_goes_on_so_that_what_is_typed_next_is_the_next_answer(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        before = here.interview.position.question_id
        await here.press("ctrl+z", "ctrl+y")
        assert here.interview.position.question_id == before
        assert here.typed == ""
        assert answers(library, report_id)[TOTAL] == Quantity(742)


async def test_what_was_said_of_an_answer_is_over_once_the_answer_is_another(
    library: Library, report_id: int
) -> None:
    with library.open(report_id) as session:
        for question, text in ((TOTAL, "700"), (WEBSITE, "600"), (WECHAT, "200")):
            session.conversation.go(question)
            session.conversation.answer(text)
        session.conversation.go(WEBSITE)
        session.conversation.answer("500")
    async with desk(library, report_id) as here:
        assert "合计800" not in here.shown
