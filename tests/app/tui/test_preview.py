"""The preview: pages as they will be printed, read by page, any part of them opened."""

import pytest

from app.session.library import Library
from app.tui.narrative.editor_screen import EditorScreen
from app.tui.preview.pages_view import PagesView
from app.tui.preview.preview_screen import PreviewScreen
from app.tui.table.table_screen import TableScreen
from app.tui.text.cell_width import width
from app.tui.widgets.status_line import StatusLine
from sections.report.report import Report
from tests.support.form import HEADINGS
from tests.support.widget_host import picture, showing


@pytest.fixture
def session(library: Library, last_year: Report):
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go("proactive.published_total")
        session.conversation.answer("742")
        session.conversation.go("proactive.wechat")
        yield session


def pane(screen: PreviewScreen) -> PagesView:
    return screen.query_one("#text", PagesView)


def page_shown(screen: PreviewScreen) -> str:
    return screen.query_one(StatusLine).text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_part_is_there_in_order(session, size: tuple[int, int]) -> None:
    screen = PreviewScreen(session)
    async with showing(screen, size):
        text = pane(screen).text
        words = ("2025年政府信息公开工作年度报告", *HEADINGS.values())
        places = [text.index(word) for word in words]
        assert places == sorted(places)
        assert "742条" in text
        assert "还没有内容" in text
        assert "没有填" in text
        drawn = [row.text for row in pane(screen).rows if row.text.strip()[:1] in set("┌├│└")]
        assert len(drawn) > 100
        assert {width(line) for line in drawn} == {width(drawn[0])}


async def test_a_paragraph_or_a_table_is_opened_from_the_preview(session) -> None:
    screen = PreviewScreen(session)
    async with showing(screen) as pilot:
        pane(screen).stand("overview.proactive")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditorScreen)
        await pilot.press("home", "x", "f5")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "x" in "".join(picture(pilot))
        pane(screen).stand("disputes")
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TableScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_paging_shows_every_line_and_comes_back(session, size: tuple[int, int]) -> None:
    screen = PreviewScreen(session)
    async with showing(screen, size) as pilot:
        view, seen, before = pane(screen), set[int](), -1
        while view.scroll_offset.y != before:
            before = view.scroll_offset.y
            seen |= set(range(before, before + view.size.height))
            await pilot.press("pagedown")
        pages = {n for n, row in enumerate(view.rows) if " — " in row.text and "┄" in row.text}
        assert set(range(len(view.rows))) - seen <= pages
        count = view.page[1]
        assert f"第 {count} 页，共 {count} 页" in page_shown(screen)
        assert "六、其他需要报告的事项" in "".join(picture(pilot))
        await pilot.press("pageup")
        assert view.scroll_offset.y < before
        await pilot.press("home")
        assert view.scroll_offset.y == 0
        assert f"第 1 页，共 {count} 页" in page_shown(screen)
        await pilot.press("end")
        assert view.scroll_offset.y == view.max_scroll_y


async def test_the_arrows_reach_every_part_and_every_line(session) -> None:
    screen = PreviewScreen(session)
    async with showing(screen) as pilot:
        view, stood, tops = pane(screen), set[str](), set[int]()
        for _ in range(len(view.rows) + len(view.keys)):
            stood.add(view.here)
            tops.add(view.scroll_offset.y)
            view.action_move(1)
        assert stood == set(view.keys)
        assert view.scroll_offset.y == view.max_scroll_y
        assert max(b - a for a, b in zip(sorted(tops), sorted(tops)[1:], strict=False)) <= view.size.height
        for _ in range(len(view.rows) + len(view.keys)):
            view.action_move(-1)
        assert view.scroll_offset.y == 0
        assert view.here == view.keys[0]
        await pilot.press("escape")
        assert pilot.app.ended == [None]


async def test_a_paragraph_over_several_pages_is_read_line_by_line(session) -> None:
    session.narrative.edit("problems.found", "公" * 2000)
    screen = PreviewScreen(session)
    async with showing(screen) as pilot:
        view = pane(screen)
        view.stand("problems.found")
        await pilot.press("pagedown", "pagedown")
        assert view.here == "problems.found"
        before = view.scroll_offset.y
        await pilot.press("down")
        assert (view.here, view.scroll_offset.y) == ("problems.found", before + 1)
        await pilot.press("up", "up")
        assert (view.here, view.scroll_offset.y) == ("problems.found", before - 1)


async def test_a_click_marks_a_paragraph_and_the_key_line_opens_it(session) -> None:
    screen = PreviewScreen(session)
    async with showing(screen, (120, 40)) as pilot:
        view = pane(screen)
        line = next(n for n, row in enumerate(view.rows) if row.key == "overview.proactive" and row.pieces)
        await pilot.click("#text", offset=(60, line))
        assert view.here == "overview.proactive"
        assert pilot.app.screen is screen
        keys = picture(pilot)[-1]
        await pilot.click("#keys", offset=(width(keys[: keys.index("修改")]), 0))
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditorScreen)
