"""Terminals of any size: an answer is taken and kept in one of a single cell and in one of 65,535 columns."""

import pytest

from app.session.library import Library
from app.tui.preview.preview_screen import PreviewScreen
from app.tui.text.cell_width import width, wrap
from app.tui.widgets.key_line import KeyLine
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine
from sections.report.report import Report
from sections.report.values import Quantity
from tests.support.desk import desk

TOTAL = "proactive.published_total"


@pytest.mark.parametrize("room", [-3, 0, 1, 2])
def test_words_are_wrapped_however_little_room_there_is(room: int) -> None:
    assert wrap("甲乙", room) == ("甲", "乙")
    assert wrap("", room) == ("",)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 60), (65_535, 2)])
async def test_an_answer_is_kept_on_a_screen_of_any_size(library: Library, size: tuple[int, int]) -> None:
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
    async with desk(library, session.id, size) as here:
        await here.enter("742")
        await here.until(lambda: TOTAL in library.store.answers(session.id))
        await here.type("43")
        assert here.app._keep_now() == ""
    assert library.store.answers(session.id)[TOTAL].value == Quantity(742)
    assert library.store.position(session.id).typed == "43"


GIANT = pytest.mark.parametrize("size", [(200, 60), (300, 100)])


@GIANT
async def test_on_a_giant_screen_lines_end_where_they_are_read_with_ease_and_nothing_is_lost(
    library: Library, last_year: Report, size: tuple[int, int]
) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
    async with desk(library, session.id, size) as here:
        await here.enter("742")
        assert "742条" in here.shown
        assert here.keys.count("\n") == 0
        for keys in ((), ("f6",), ("f7",), ("ctrl+o",), ("ctrl+t",), ("ctrl+g",), ("ctrl+l",)):
            await here.press(*keys)
            for pane in here.app.screen.query(RowsView):
                if not isinstance(pane, StatusLine | KeyLine):
                    assert max((width(row.text) for row in pane.rows), default=0) <= RowsView.MOST_ROOM
            assert "F1帮助" in here.shown
            if keys:
                await here.press("escape")
                assert here.app.screen is here.interview
        await here.press("escape")
        cards = here.app.screen.query_one("#cards", RowsView)
        assert {"草稿", "已导入"} <= {row.text.split()[-1] for row in cards.rows if row.text}


@pytest.mark.parametrize("section", ["proactive", "requests", "disputes"])
@GIANT
async def test_a_table_is_whole_on_a_giant_screen(
    library: Library, size: tuple[int, int], section: str
) -> None:
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
    async with desk(library, session.id, size) as here:
        here.interview.other_screens.table(section)
        await here.pilot.pause()
        table = session.report.form.tables[section]
        assert all("".join(row.label.split())[:8] in here.shown for row in table.rows)
        edge = max(width(line.rstrip()) for line in here.lines[1:-6] if "─" not in line)
        assert edge <= RowsView.MOST_ROOM + 60, "columns stay together"


async def test_the_preview_in_sixty_columns_shows_whole_lines_and_every_number(
    library: Library, last_year: Report
) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
        session.tables.set_cells({"requests.new.natural_person": "37", "requests.new.enterprise": "1"})
    async with desk(library, session.id, (60, 24)) as here:
        await here.enter("742")
        await here.press("f6")
        pane = here.app.screen.query_one("#text", RowsView)
        assert max(width(row.text) for row in pane.rows) <= 60
        text = "".join(pane.text.split())
        assert "742条" in text
        assert {"37", "38"} <= set(pane.text.replace("│", " ").split())
        assert "Esc返回" in here.shown
        await here.press("end", "pageup", "enter")
        assert not isinstance(here.app.screen, PreviewScreen)
