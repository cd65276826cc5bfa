"""Home: what is offered, what is selected, and the ways out of it."""

import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import Input

from app.session.library import Library
from app.tui.home import HomeScreen
from app.tui.importing.import_screen import ImportScreen
from app.tui.interview.interview_screen import InterviewScreen
from app.tui.start import StartScreen, likely_year
from app.tui.widgets.rows_view import RowsView
from sections.report.report import Report
from store.database import Store
from tests.support.desk import SMALL, WIDE, Desk, desk


def selected(here: Desk) -> str:
    return here.app.screen.query_one("#cards", RowsView).here


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_an_empty_store_offers_exactly_two_things(library: Library, size: tuple[int, int]) -> None:
    async with desk(library, size=size) as here:
        pane = here.app.screen.query_one("#cards", RowsView)
        assert pane.keys == ("import", "new")
        assert "导入去年的年报" in here.shown
        assert "从头开始" in here.shown
        await here.press("down", "down", "enter")
        assert isinstance(here.app.screen, StartScreen)


async def test_the_draft_saved_last_is_selected_and_enter_goes_on(
    library: Library, last_year: Report
) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        wanted = session.id
    library.take_over(last_year.model_copy(update={"unit": "示例县农业局", "year": 2025}))
    async with desk(library) as here:
        assert selected(here) == str(wanted)
        assert "距1月31日还有19天" in here.shown
        assert "▸示例县水务局" in here.shown
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, InterviewScreen))
        assert here.interview.session.id == wanted


async def test_reports_stand_newest_first_with_progress_findings_and_time(
    library: Library, last_year: Report
) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go("proactive.published_total")
        session.conversation.answer("742")
    async with desk(library, size=SMALL) as here:
        shown = here.shown
        assert shown.index("2025年度") < shown.index("2024年度")
        assert "完成2/" in shown
        assert "错误0提醒" in shown
        assert "保存于" in shown
        assert "用来与下一年对照" in shown


async def test_a_government_has_until_the_end_of_march(library: Library) -> None:
    with library.start("示例县人民政府", 2025):
        pass
    async with desk(library) as here:
        assert "距3月31日还有78天" in here.shown


async def test_from_scratch_asks_for_the_organ_and_the_year(library: Library) -> None:
    async with desk(library) as here:
        await here.press("n")
        await here.type("示例县民政局")
        await here.press("enter")
        await here.enter("")
        assert here.interview.session.organ == "示例县民政局"
        assert here.interview.session.year == 2025
    assert [card.unit for card in library.reports()] == ["示例县民政局"]


async def test_what_cannot_be_begun_is_said_in_a_sentence(library: Library) -> None:
    with library.start("示例县民政局", 2025):
        pass
    async with desk(library) as here:
        await here.press("n")
        await here.enter("2025")
        assert "年报已经有了" in here.shown
        await here.enter("二")
        assert "四位数" in here.shown
        await here.press("escape")
        assert isinstance(here.app.screen, HomeScreen)


async def test_an_imported_report_leads_to_the_next_year(library: Library, last_year: Report) -> None:
    library.take_over(last_year)
    async with desk(library) as here:
        await here.press("enter")
        assert isinstance(here.app.screen, StartScreen)
        await here.press("enter")
        assert (here.interview.session.organ, here.interview.session.year) == ("示例县水务局", 2025)
        await here.press("escape", "down", "enter")
        assert isinstance(here.app.screen, HomeScreen)
        assert "与2025年对照" in here.shown


async def test_import_and_export_have_keys(library: Library, tmp_path: Path) -> None:
    with library.start("示例县民政局", 2025):
        pass
    async with desk(library) as here:
        await here.press("i")
        assert isinstance(here.app.screen, ImportScreen)
        await here.press("escape", "e")
        assert "导出" in here.shown
        await here.press("escape")
        assert isinstance(here.app.screen, HomeScreen)


async def test_leaving_the_interview_says_that_all_is_saved(library: Library) -> None:
    with library.start("示例县民政局", 2025) as session:
        report_id = session.id
    async with desk(library, report_id) as here:
        assert isinstance(here.app.screen, InterviewScreen)
        await here.press("escape")
        assert isinstance(here.app.screen, HomeScreen)
        assert "都已保存" in here.shown
    with Store.open() as other:
        assert not Library(other).open(report_id).readonly


async def test_a_report_that_vanished_is_said_in_a_sentence(library: Library) -> None:
    with library.start("示例县民政局", 2025) as session:
        report_id = session.id
    async with desk(library) as here:
        library.store.delete(report_id)
        await here.press("enter")
        await here.until(lambda: "已经不在了" in here.shown)
        assert isinstance(here.app.screen, HomeScreen)
        assert "已经不在了" in here.shown


@pytest.mark.parametrize(("month", "year"), [(1, 2025), (3, 2025), (8, 2025), (11, 2026), (12, 2026)])
def test_the_likely_year_is_the_one_that_is_over(month: int, year: int) -> None:
    import datetime as dt

    assert likely_year(dt.date(2026, month, 12)) == year


def test_home_is_shown_without_what_only_a_report_needs() -> None:
    code = "import sys, app.session.library, app.tui.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "textual" in loaded.split()
    assert not {"pydantic", "jinja2", "docx", "lxml", "sqlite_utils"} & set(loaded.split())


async def test_an_office_that_reports_for_its_government_has_its_governments_day(library: Library) -> None:
    with library.start("示例县人民政府办公室", 2025) as session:
        assert library.find("2025").days_left == 19
        session.conversation.take({"profile.kind": "人民政府"}, {})
    assert library.find("2025").days_left == 78
    async with desk(library) as here:
        assert "距3月31日还有78天" in here.shown


async def test_a_new_report_is_of_the_selected_organ_for_the_year_after_its_latest(
    library: Library, last_year: Report
) -> None:
    for unit, year in (("示例县农业局", 2024), ("示例县水务局", 2022), ("示例县水务局", 2023)):
        library.take_over(last_year.model_copy(update={"unit": unit, "year": year}))
    async with desk(library) as here:
        await here.press("down", "down", "n")
        start = here.app.screen
        assert start.query_one("#unit", Input).value == "示例县水务局"
        assert start.query_one("#year", Input).value == "2024"


@pytest.mark.parametrize(("answer", "known"), [("enter", True), ("down", False)])
async def test_a_name_corrected_on_the_first_screen_keeps_last_year_when_it_is_the_same_organ(
    library: Library, last_year: Report, answer: str, known: bool
) -> None:
    library.take_over(last_year)
    async with desk(library) as here:
        await here.press("n")
        await here.press("shift+tab", "end")
        await here.type("（示例县河湖管理中心）")
        await here.press("f5")
        assert "是同一个单位吗" in here.shown
        await here.press("escape", "f5", answer)
        if answer != "enter":
            await here.press("enter")
        session = here.interview.session
        assert session.organ == "示例县水务局（示例县河湖管理中心）"
        assert (session.last is not None) == known
    named = {record.year: record.unit for record in library.store.reports()}
    assert named[2024] == "示例县水务局"
