"""What is half typed into a dialog stands there again after the program was ended; once left it is gone."""

import pytest
from textual.widgets import Input

from app.session import half_typed
from app.session.library import Library
from app.tui.answer_finding import AnswerFindingScreen
from app.tui.home.renaming import rename_form
from app.tui.importing.import_screen import ImportScreen
from app.tui.interview.unchanged_screen import UnchangedScreen
from app.tui.start import StartScreen
from app.tui.widgets.dialog import Dialog
from sections.report.report import Report
from sections.rules.base import Finding, Severity
from tests.support.desk import Desk, desk

FINDING = Finding("NB101", Severity.WARNING, "overview.lead", "太短。")


def line(here: Desk) -> Input:
    return here.app.screen.query_one(Input)


async def opened(here: Desk) -> None:
    here.app.push_screen(AnswerFindingScreen(FINDING))
    await here.pilot.pause()


@pytest.mark.parametrize("way", ["moment", "signal"])
async def test_a_reason_half_typed_outlives_the_program(library: Library, way: str) -> None:
    async with desk(library) as here:
        await opened(here)
        await here.type("台账已")
        if way == "moment":
            await here.until(lambda: bool(half_typed.kept()))
        else:
            here.app._keep_now()
        assert list(half_typed.kept().values()) == ["台账已"]
    async with desk(library) as here:
        await opened(here)
        assert line(here).value == "台账已"
        await here.press("end")
        await here.enter("核对")
        assert half_typed.kept() == {}
    async with desk(library) as here:
        await opened(here)
        assert line(here).value == ""


async def test_escape_gives_a_half_typed_line_up_and_other_dialogs_have_their_own(library: Library) -> None:
    library.start("示例县水务局", 2025).close()
    (card,) = library.reports()
    async with desk(library) as here:
        await opened(here)
        await here.type("不要")
        here.app._keep_now()
        here.app.push_screen(rename_form(library, card, print))
        await here.pilot.pause()
        assert line(here).value == "示例县水务局"
        await here.press("escape")
        assert isinstance(here.app.screen, Dialog)
        assert list(half_typed.kept().values()) == ["不要"]
        await here.press("escape")
        assert half_typed.kept() == {}


def test_what_cannot_be_read_is_no_text(library: Library) -> None:
    half_typed.keep("a", "甲")
    half_typed.paths.half_typed().write_text("[1", "utf-8")
    assert half_typed.kept() == {}
    half_typed.keep("b", "乙")
    assert half_typed.kept() == {"b": "乙"}


async def test_what_is_typed_for_a_new_report_or_an_import_outlives_the_program(library: Library) -> None:
    screens: tuple[tuple[type[StartScreen | ImportScreen], str], ...] = (
        (StartScreen, "示例县水"),
        (ImportScreen, "文档/去年"),
    )
    for screen, text in screens:
        async with desk(library) as here:
            here.app.push_screen(screen(library))
            await here.pilot.pause()
            await here.type(text)
            here.app._keep_now()
        async with desk(library) as here:
            here.app.push_screen(screen(library))
            await here.pilot.pause()
            assert line(here).value == text
            await here.press("escape")
        assert half_typed.kept() == {}


async def test_what_is_changed_of_last_years_details_outlives_the_program(
    library: Library, last_year: Report
) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        report_id = session.id
    async with desk(library, report_id) as here:
        await here.press("ctrl+t", "space", "down", "enter", "end")
        await here.type("甲")
        here.app._keep_now()
    async with desk(library, report_id) as here:
        await here.press("ctrl+t")
        screen = here.app.screen
        assert isinstance(screen, UnchangedScreen)
        assert line(here).display
        assert line(here).value.endswith("甲")
        assert len(screen._left_out - screen._unwritten) == 1
        await here.press("escape", "escape")
    assert half_typed.kept() == {}
