"""Help and preview: everything to be read, from top to bottom."""

import pytest

from app.library import Library
from app.tui.screens.editor import EditorScreen
from app.tui.screens.help import HelpScreen, help_rows
from app.tui.screens.preview import PreviewScreen, report_rows
from app.tui.screens.table import TableScreen
from app.tui.widgets.rows_view import RowsView
from prompts.commands import COMMANDS
from sections.form import HEADINGS
from sections.report import Report
from tests.app.tui.host import picture, showing


@pytest.fixture
def session(library: Library, last_year: Report):
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.go("proactive.published_total")
        session.answer("742")
        session.go("proactive.wechat")
        yield session


def test_help_explains_the_question_the_commands_and_the_keys(session) -> None:
    view = session.view(session.current)
    text = "\n".join(row.text for row in help_rows(view, 78))
    assert view.text in text
    assert "六百九十九" in text
    assert all(name in text for name in COMMANDS)
    assert "Ctrl+Z" in text


async def test_help_closes_with_its_own_key(session) -> None:
    async with showing(HelpScreen(session.view(session.current))) as pilot:
        await pilot.press("pagedown", "f1")
        assert pilot.app.ended == [None]


def test_the_preview_has_every_part_in_order(session) -> None:
    text = "\n".join(row.text for row in report_rows(session, 78))
    places = [text.index(heading) for heading in ("2025年政府信息公开工作年度报告", *HEADINGS.values())]
    assert places == sorted(places)
    assert "742条" in text
    assert "还没有内容" in text
    assert "没有填" in text


async def test_a_paragraph_or_a_table_is_opened_from_the_preview(session) -> None:
    screen = PreviewScreen(session)
    async with showing(screen) as pilot:
        pane = screen.query_one("#text", RowsView)
        pane.stand("overview.proactive")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditorScreen)
        await pilot.press("home", "x", "f5")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "x" in "".join(picture(pilot))
        pane.stand("disputes")
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TableScreen)


async def test_the_preview_is_paged_through_to_its_end(session) -> None:
    screen = PreviewScreen(session)
    async with showing(screen) as pilot:
        await pilot.press(*["pagedown"] * 8)
        assert "六、其他需要报告的事项" in "".join(picture(pilot))
        await pilot.press("home")
        assert screen.query_one("#text", RowsView).scroll_offset.y == 0
