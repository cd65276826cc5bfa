"""The editor: text by hand, new numbers in place, the draft again, nothing half-typed lost."""

import pytest

from app.session.library import Library
from app.session.session import Session
from app.tui.narrative.editor_screen import EditorScreen
from app.tui.text.caret import index, location
from app.tui.widgets.lines import Lines
from sections.report.report import Report
from tests.support.widget_host import picture, showing

KEY = "overview.proactive"


@pytest.fixture
def session(library: Library, last_year: Report) -> Session:
    library.take_over(last_year)
    session = library.start("示例县水务局", 2025)
    session.conversation.go("proactive.published_total")
    session.conversation.answer("742")
    return session


def said(screen: EditorScreen) -> str:
    return screen.query_one("#said", Lines).text


def answer_anew(session: Session, count: str) -> None:
    session.conversation.go("proactive.published_total")
    session.conversation.answer(count)


def test_the_caret_is_counted_in_characters() -> None:
    text = "第一段\n二\n\n末"
    for caret in range(len(text) + 1):
        assert index(text, location(text, caret)) == caret


async def test_edited_text_is_saved_and_shown_beside_the_draft(session: Session) -> None:
    drafted = session.narrative.paragraphs()[KEY].text
    screen = EditorScreen(session, KEY)
    async with showing(screen) as pilot:
        assert screen.area.text == drafted
        await pilot.press("ctrl+end", *"亮点多", "f5")
        assert pilot.app.ended == [True]
    paragraph = session.narrative.paragraphs()[KEY]
    assert paragraph.text == drafted + "亮点多"
    assert paragraph.edited
    assert session.conversation.position.screen == "interview"


async def test_unsaved_text_needs_a_second_escape_to_be_given_up(session: Session) -> None:
    screen = EditorScreen(session, KEY)
    async with showing(screen) as pilot:
        await pilot.press("x", "escape")
        assert pilot.app.ended == []
        assert "还没有保存" in said(screen)
        await pilot.press("escape")
        assert pilot.app.ended == [False]
    assert not session.narrative.paragraphs()[KEY].edited


async def test_a_changed_number_is_shown_and_accepted_in_place_with_one_key(session: Session) -> None:
    session.narrative.edit(KEY, "今年共公开742条，" + "亮点不少。")
    answer_anew(session, "750")
    screen = EditorScreen(session, KEY)
    async with showing(screen) as pilot:
        assert "742条→750条" in said(screen)
        await pilot.press("f4")
        assert screen.area.text.startswith("今年共公开750条，")
    assert session.narrative.paragraphs()[KEY].text.startswith("今年共公开750条，亮点不少。")
    assert session.narrative.paragraphs()[KEY].stale == ()


async def test_new_numbers_go_into_text_that_is_being_typed_too(session: Session) -> None:
    session.narrative.edit(KEY, "今年共公开742条。")
    answer_anew(session, "750")
    screen = EditorScreen(session, KEY)
    async with showing(screen) as pilot:
        await pilot.press("ctrl+end", *"好", "f4")
    assert session.narrative.paragraphs()[KEY].text == "今年共公开750条。好"


async def test_saving_with_an_old_number_is_asked_once(session: Session) -> None:
    session.narrative.edit(KEY, "今年共公开742条。")
    answer_anew(session, "750")
    screen = EditorScreen(session, KEY)
    async with showing(screen) as pilot:
        await pilot.press("ctrl+end", "x", "f5")
        assert "仍是原来的数字" in said(screen)
        assert pilot.app.ended == []
        await pilot.press("f5")
        assert pilot.app.ended == [True]


async def test_the_draft_is_restored_with_one_key_and_ones_own_text_is_not_lost(session: Session) -> None:
    drafted = session.narrative.paragraphs()[KEY].text
    session.narrative.edit(KEY, "自己写的一段。")
    screen = EditorScreen(session, KEY)
    async with showing(screen) as pilot:
        await pilot.press("ctrl+r")
        assert screen.area.text == drafted
        assert not session.narrative.paragraphs()[KEY].edited
        await pilot.press("ctrl+z")
        assert screen.area.text == "自己写的一段。"
        await pilot.press("f5")
    assert session.narrative.paragraphs()[KEY].text == "自己写的一段。"


async def test_half_typed_text_and_caret_are_there_again(session: Session, library: Library) -> None:
    screen = EditorScreen(session, KEY)
    async with showing(screen) as pilot:
        screen.area.move_cursor((0, 0))
        await pilot.press(*"本年")
        await pilot.pause(0.5)
        typed = screen.area.text
        kept = session.conversation.position
        assert (kept.screen, kept.key, kept.typed, kept.caret) == ("editor", KEY, typed, 2)
    session.close()
    again = library.open(session.id)
    screen = EditorScreen(again, KEY)
    async with showing(screen):
        assert screen.area.text == typed
        assert screen.area.cursor_location == (0, 2)
        assert screen.changed
        assert not again.narrative.paragraphs()[KEY].edited


async def test_an_empty_text_is_refused(session: Session) -> None:
    screen = EditorScreen(session, KEY)
    async with showing(screen) as pilot:
        screen.area.text = "  "
        await pilot.press("f5")
        assert "不能是空的" in said(screen)
        assert pilot.app.ended == []


async def test_a_paragraph_without_a_draft_can_be_written_by_hand(session: Session) -> None:
    screen = EditorScreen(session, "other.matters")
    async with showing(screen) as pilot:
        screen.area.text = ""
        await pilot.press(*"无其他事项", "f5")
    assert session.narrative.paragraphs()["other.matters"].text == "无其他事项"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_text_numbers_and_keys_are_all_in_sight(session: Session, size: tuple[int, int]) -> None:
    async with showing(EditorScreen(session, KEY), size) as pilot:
        lines = picture(pilot)
        assert "742条" in "\n".join(lines)
        assert any("自动生成的草稿" in line for line in lines)
        assert "Ctrl+R 恢复草稿" in lines[-1]
