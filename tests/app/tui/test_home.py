"""Home: what is offered, what is selected, and the ways out of it."""

import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import Input

from app.session.library import Library
from app.tui.export import ExportScreen
from app.tui.home.home_screen import HomeScreen
from app.tui.home.organ_screen import OrganScreen
from app.tui.importing.import_screen import ImportScreen
from app.tui.interview.interview_screen import InterviewScreen
from app.tui.start import StartScreen, likely_year
from app.tui.text.cell_width import width
from app.tui.widgets.rows_view import RowsView
from sections.report.report import Report
from store.database import Store
from store.model import Status
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
        await here.enter("20")
        assert "四位数" in here.shown
        await here.press("escape")
        assert isinstance(here.app.screen, HomeScreen)


async def test_an_imported_report_leads_to_the_next_year(library: Library, last_year: Report) -> None:
    library.take_over(last_year)
    async with desk(library) as here:
        assert "按N开始下一年的" in here.shown
        await here.press("n")
        assert isinstance(here.app.screen, StartScreen)
        await here.press("enter")
        assert (here.interview.session.organ, here.interview.session.year) == ("示例县水务局", 2025)


async def test_enter_opens_an_imported_report_to_be_read(library: Library, last_year: Report) -> None:
    report_id = library.take_over(last_year)
    async with desk(library) as here:
        await here.press("enter")
        assert here.interview.session.id == report_id
        assert here.interview.session.closed
        assert "已导入" in here.shown


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


async def test_to_go_on_with_a_report_that_is_not_there_leaves_an_empty_list(library: Library) -> None:
    async with desk(library, 7) as here:
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


@pytest.mark.parametrize(("answer", "known"), [("enter", True), ("1", True), ("2", False)])
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
        session = here.interview.session
        assert session.organ == "示例县水务局（示例县河湖管理中心）"
        assert (session.last is not None) == known
    named = {record.year: record.unit for record in library.store.reports()}
    assert named[2024] == "示例县水务局"


async def test_a_quite_different_name_is_another_organs_unless_it_is_said_not_to_be(
    library: Library, last_year: Report
) -> None:
    library.take_over(last_year)
    async with desk(library) as here:
        await here.press("n", "up")
        await here.type("示例市青山镇人民政府")
        await here.press("f5", "enter")
        assert here.interview.session.last is None


async def test_what_is_typed_is_filtered_in_the_frame_that_shows_it(many: Library) -> None:
    async with desk(many) as here:
        await here.press("slash")
        pane, box = here.app.screen.query_one("#cards", RowsView), here.app.screen.query_one("#filter", Input)
        before = len(pane.keys)
        box.value = "没有这样的单位"  # no message is waited for
        assert pane.keys == ()
        box.value = ""
        assert len(pane.keys) == before


async def test_the_words_of_a_filter_are_not_found_in_the_middle_of_a_word(many: Library) -> None:
    with many.start("示例县人民政府", 2025):
        pass
    async with desk(many) as here:
        await here.type("民政")
        assert "没有符合" in here.shown
        await here.press("escape")
        await here.type("人民政府")
        assert "示例县人民政府" in here.shown


# --- sixty organs ------------------------------------------------------------------------------------------


@pytest.fixture
def many(library: Library, last_year: Report) -> Library:
    """Twelve organs of two years and one draft."""
    with library.store.transaction():
        for number in range(12):
            for year in (2023, 2024):
                library.take_over(
                    last_year.model_copy(update={"unit": f"示例县第{number:02}局", "year": year})
                )
    library.start("示例县第03局", 2025).close()
    return library


def listed(here: Desk) -> list[str]:
    """The organs and years that are listed, of dense lines."""
    rows = here.app.screen.query_one("#cards", RowsView).text.splitlines()
    return [f"{line.split()[1]}{line.split()[0].rstrip('度')}" for line in rows if "年度" in line]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_many_reports_have_a_line_each_and_are_found_by_typing(
    many: Library, size: tuple[int, int]
) -> None:
    async with desk(many, size=size) as here:
        assert len(listed(here)) == 25
        assert "25份" in here.shown
        assert all(width(line) == size[0] for line in here.lines)
        await here.type("第07")
        assert listed(here) == ["示例县第07局2024年", "示例县第07局2023年"]
        await here.type(" 2023")
        assert listed(here) == ["示例县第07局2023年"]
        assert "1/25份" in here.shown
        await here.press("enter", "y")
        await here.press("escape", "escape")
        assert len(listed(here)) == 25


@pytest.mark.parametrize("size", [(40, 12), SMALL])
async def test_a_long_name_hides_neither_year_nor_state(many: Library, size: tuple[int, int]) -> None:
    long = "示例省示例市示例自治县人民政府政务服务数据管理和行政审批局（示例县大数据中心）"
    many.take_over(Report(unit=long, year=2024))
    async with desk(many, size=size) as here:
        await here.type("行政审批")
        (line,) = (line for line in here.lines if "2024年度" in line)
        assert "已导入" in line
        assert "示例省" in line


async def test_reports_are_listed_by_year_and_by_state(many: Library) -> None:
    async with desk(many) as here:
        await here.press("right")
        assert listed(here) == ["示例县第03局2025年"]
        await here.press("right", "right")
        assert all("2023" in one for one in listed(here))
        await here.press("right")
        assert len(listed(here)) == 25
        await here.press("s")
        assert listed(here) == ["示例县第03局2025年"]
        await here.press("s")
        assert "没有符合已定稿的年报" in here.shown
        assert "Esc" in here.keys
        await here.press("e")
        assert "请先选中一份年报" in here.shown
        await here.press("escape")
        assert len(listed(here)) == 25


async def test_what_was_typed_stays_in_the_list_and_n_is_for_the_selected_organ(many: Library) -> None:
    async with desk(many) as here:
        await here.press("slash")
        await here.type("第11")
        await here.press("down", "n")
        start = here.app.screen
        assert isinstance(start, StartScreen)
        assert start.query_one("#unit", Input).value == "示例县第11局"
        assert start.query_one("#year", Input).value == "2025"


@pytest.mark.parametrize(
    ("key", "screen"), [("N", StartScreen), ("I", ImportScreen), ("E", ExportScreen), ("O", OrganScreen)]
)
async def test_a_key_in_capitals_is_the_same_key(many: Library, key: str, screen: type[object]) -> None:
    async with desk(many) as here:
        await here.press(key)
        await here.until(lambda: isinstance(here.app.screen, screen))
        assert isinstance(here.app.screen, screen)


async def test_a_capital_is_text_where_text_is_typed(many: Library) -> None:
    async with desk(many) as here:
        await here.press("slash", "N")
        assert here.app.screen.query_one("#filter", Input).value == "N"
        assert isinstance(here.app.screen, HomeScreen)


async def test_a_filter_that_leaves_out_what_was_just_made_is_given_up(many: Library) -> None:
    async with desk(many) as here:
        await here.press("right", "right", "n", "enter")
        await here.until(lambda: isinstance(here.app.screen, InterviewScreen))
        await here.press("escape")
        assert len(listed(here)) == 26


# --- deleted and brought back ------------------------------------------------------------------------------


async def test_a_report_is_never_deleted_by_a_slip_and_comes_back(many: Library) -> None:
    async with desk(many) as here:
        for keys in (("d", "enter"), ("d", "escape"), ("d", "d", "d", "enter")):
            await here.press(*keys)
            assert isinstance(here.app.screen, HomeScreen)
            assert len(many.reports()) == 25
        await here.press("d", "down", "enter")
        assert len(many.reports()) == 24
        assert "按Ctrl+Z恢复" in here.shown
        await here.press("d", "down", "enter", "ctrl+z", "ctrl+z")
        assert len(many.reports()) == 25
        assert "已恢复示例县第03局2025年度" in here.shown
        assert selected(here) == str(many.find("示例县第03局@2025").id)
        await here.press("ctrl+z")
        assert "没有可以恢复的年报" in here.shown


async def test_reports_deleted_before_are_chosen_from_a_list(many: Library) -> None:
    for ref in ("示例县第01局@2023", "示例县第02局@2023"):
        many.delete(many.named(ref).id)
    async with desk(many) as here:
        await here.press("ctrl+z")
        assert "恢复删除的年报" in here.shown
        assert here.shown.index("第02局") < here.shown.index("第01局")
        await here.press("escape", "ctrl+z", "down", "enter")
        assert many.named("示例县第01局@2023")
        assert [one.unit for one in many.deleted()] == ["示例县第02局"]


async def test_a_report_that_another_window_writes_is_not_deleted(many: Library) -> None:
    async with desk(many) as here:
        with Store.open() as other:
            assert other.claim(int(selected(here)))
            await here.press("d", "down", "enter")
            assert "另一个窗口" in here.shown
        assert len(many.reports()) == 25


async def test_an_imported_report_is_looked_at_and_reopened(library: Library, last_year: Report) -> None:
    report_id = library.take_over(last_year)
    async with desk(library) as here:
        await here.press("v")
        await here.until(lambda: isinstance(here.app.screen, InterviewScreen))
        assert here.interview.session.closed
        assert here.interview.session.id == report_id
        await here.enter("4")
        assert not here.interview.session.closed
        assert [one.number for one in here.interview.session.finishing.versions()] == [1]
        assert "Ctrl+R" in here.said
        await here.press("ctrl+z")
        assert here.interview.session.closed
        assert "已导入" in here.said


async def test_a_reopened_report_goes_back_to_what_it_was_with_what_was_changed_kept(
    library: Library, last_year: Report
) -> None:
    report_id = library.take_over(last_year)
    async with desk(library) as here:
        await here.press("enter")
        before = here.interview.session.finishing.document
        await here.enter("4")
        here.interview.session.tables.set_cells({"requests.new.natural_person": "7"})
        await here.press("ctrl+r")
        session = here.interview.session
        assert session.status.is_imported
        assert session.finishing.document == before
        assert [one.number for one in session.finishing.versions()] == [1, 2]
        assert session.finishing.version(2).number("requests.new.natural_person") == 7
        await here.press("ctrl+r")
        assert session.status.is_imported
    assert library.store.report(report_id).status.is_imported


# --- organs and versions -----------------------------------------------------------------------------------


async def test_an_organ_is_described_renamed_and_given_a_predecessor(many: Library) -> None:
    async with desk(many, size=SMALL) as here:
        await here.press("o")
        assert isinstance(here.app.screen, OrganScreen)
        assert "2023—2025年示例县第03局" in here.shown
        await here.press("enter")
        await here.enter("局")
        assert "应为人民政府、政府部门、派出机构、其他" in here.shown
        await here.press("backspace")
        await here.enter("政府部门")
        assert "性质政府部门" in here.shown
        await here.press("down", "down", "enter")
        await here.enter("示例县第04局")
        await here.enter("")
        await here.enter("")
        assert "前身示例县第04局，2025年起合并" in here.shown
        await here.press("up", "d")
        assert "已去掉前身" in here.shown
        await here.press("end", "enter", "end")
        await here.type("（新）")
        await here.press("enter", "enter")
        assert "2025年示例县第03局（新）" in here.shown
        assert "2025年的年报改用新名称" in here.shown
        await here.press("escape")
        assert isinstance(here.app.screen, HomeScreen)
        assert "示例县第03局（新）" in here.shown


async def test_the_versions_of_a_report_are_compared_and_exported(
    library: Library, last_year: Report
) -> None:
    report_id = library.take_over(last_year)
    with library.open(report_id) as session:
        session.finishing.reopen()
        session.tables.set_cells({"requests.new.enterprise": "7"})
    async with desk(library, report_id) as here:
        here.interview.other_screens.versions()
        await here.pilot.pause()
        assert "第1次定稿" in here.shown
        await here.press("enter")
        assert "1→7" in here.shown
        await here.press("e")
        assert isinstance(here.app.screen, ExportScreen)
        await here.press("escape", "enter")
        assert "1→7" not in here.shown
        await here.press("escape")
        assert isinstance(here.app.screen, InterviewScreen)


async def test_an_imported_report_is_renamed_and_next_years_draft_still_follows_it(
    library: Library, last_year: Report
) -> None:
    wrong = library.take_over(last_year.model_copy(update={"unit": "示例县水务"}))
    with library.start("示例县水务", 2025) as session:
        draft = session.id
    async with desk(library) as here:
        await here.press("down", "r", "end")
        assert "改名称：示例县水务2024年度" in here.shown
        await here.type("局")
        await here.press("enter")
        assert selected(here) == str(wrong)
        assert "示例县水务局2024年度" in here.shown
        assert "名称已改为“示例县水务局”。导入的数字和文字没有动，上下年照样对照。" in here.shown
    with library.open(draft) as session:
        assert session.last is not None
        assert session.last.number("requests.carried_out.natural_person") == 2
    kept = library.report_of(library.store.report(wrong))
    assert (kept.unit, kept.number("requests.new.enterprise")) == ("示例县水务局", 1)


async def test_a_draft_is_renamed_and_a_final_report_says_that_it_is_not(
    library: Library, last_year: Report
) -> None:
    with library.start("示例县水务", 2025) as session:
        draft = session.id
        session.narrative.edit("overview.lead", "示例县水务的信息公开工作。")
    async with desk(library) as here:
        await here.press("r", "end")
        await here.type("局")
        await here.press("enter")
        assert library.store.answer(draft, "profile.name") == "示例县水务局"
        assert "引言、标题、落款里的名称已跟着改；" in here.shown
        assert "手工改过的文字里有1段还写着旧名称" in here.shown
        library.store.set_status(draft, Status.FINAL)
        await here.press("r", "end", "backspace", "enter")
        assert "已定稿，名称没有改" in here.shown
        await here.press("escape")
        assert "示例县水务局" in here.shown


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_every_key_of_the_list_is_shown(many: Library, size: tuple[int, int]) -> None:
    async with desk(many, size=size) as here:
        words = ("查看", "筛选", "新建", "导入", "导出", "历年", "改名", "单位", "删除", "退出", "帮助")
        assert [word for word in words if word not in here.keys] == []


async def test_a_name_that_is_typed_into_the_year_is_the_name(library: Library) -> None:
    with library.start("示例县民政局", 2025):
        pass
    async with desk(library) as here:
        await here.press("n")
        await here.type("示例县水务局")
        screen = here.app.screen
        assert screen.query_one("#unit", Input).value == "示例县水务局"
        assert screen.query_one("#year", Input).value == "2026"
