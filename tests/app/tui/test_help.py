"""F1 and Ctrl+K: on every screen, about that screen, with the keys that work there."""

import pkgutil
import re
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import OptionList

from app import tui
from app.session.answers_file import AnswersFile
from app.session.answers_update import Change
from app.session.library import Library
from app.session.views import Imported
from app.tui.answer_finding import AnswerFindingScreen
from app.tui.collection.collection_screen import CollectionScreen
from app.tui.collection.filled_sheet_screen import FilledSheetScreen
from app.tui.export import ExportScreen
from app.tui.files.file_picker import FilePicker
from app.tui.help import key_words
from app.tui.help.commands import NOTHING
from app.tui.help.help_screen import HelpScreen
from app.tui.help.initials import begins_like
from app.tui.help.key_words import actions_of, key_name
from app.tui.home.deleting import DeletedScreen, DeleteScreen
from app.tui.home.home_screen import HomeScreen
from app.tui.home.organ_screen import OrganScreen
from app.tui.homecoming import HomecomingScreen
from app.tui.importing.confirm_screen import ConfirmScreen
from app.tui.importing.import_screen import ImportScreen
from app.tui.interview.interview_screen import InterviewScreen
from app.tui.interview.open_questions_screen import OpenQuestionsScreen
from app.tui.interview.unchanged_screen import UnchangedScreen
from app.tui.layout_dialog import LayoutDialog
from app.tui.narrative.editor_screen import EditorScreen
from app.tui.narrative.sentences_screen import SentencesScreen
from app.tui.narrative.sources_screen import SourcesScreen
from app.tui.preview.preview_screen import PreviewScreen
from app.tui.review import ReviewScreen
from app.tui.start import StartScreen
from app.tui.table.overrule_dialog import OverruleScreen
from app.tui.table.table_screen import TableScreen
from app.tui.versions import VersionsScreen
from app.tui.widgets.dialog import Dialog
from app.tui.widgets.form_dialog import FormDialog
from app.tui.widgets.kept_line import KeepsLines
from app.tui.widgets.key_line import KeyLine
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.rows_view import RowsView
from app.tui.years.years_screen import YearsScreen
from prompts.commands import COMMANDS
from sections.report.parts import Unread
from sections.report.report import Report
from sections.report.values import Quantity
from sections.rules.base import Finding, Severity
from tests.support.desk import SMALL, WIDE, Desk, desk

TOTAL, CARRIED = "proactive.published_total", "requests.carried_in.natural_person"


@pytest.fixture
def report_id(library: Library, last_year: Report) -> int:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
        session.conversation.answer("742")
        session.conversation.go("proactive.wechat")
        return session.id


def words(here: Desk) -> str:
    assert isinstance(here.app.screen, HelpScreen)
    return "".join(here.app.screen.query_one("#help", RowsView).text.split())


async def open_table(here: Desk, *keys: str) -> None:
    here.interview.other_screens.table("requests", CARRIED)
    await here.pilot.pause()
    await here.press(*keys)


async def leave_interview(here: Desk, *keys: str) -> None:
    await here.press("escape", *keys)


async def open_versions(here: Desk) -> None:
    here.interview.other_screens.versions()
    await here.pilot.pause()


async def answer_a_finding(here: Desk) -> None:
    here.app.push_screen(AnswerFindingScreen(Finding("NB101", Severity.WARNING, "overview.lead", "太短。")))
    await here.pilot.pause()


async def confirm_an_import(here: Desk) -> None:
    unread = Unread(where="requests.new.enterprise", raw="l", reason="不是数字")
    read = Report.from_cells({"requests.new.other": 1}, unit="示例县水务局", year=2023, unread=(unread,))
    here.app.push_screen(ConfirmScreen(Imported(Path("a.txt"), read, None)))
    await here.pilot.pause()


async def come_home(here: Desk) -> None:
    here.app.push_screen(HomecomingScreen(here.interview.session, Path("no.docx")))
    await here.pilot.pause()


async def open_deleted(here: Desk) -> None:
    here.app.library.delete(here.app.library.reports()[-1].id)
    await here.press("escape", "ctrl+z")


async def read_a_sheet(here: Desk) -> None:
    file = AnswersFile("示例县水务局", 2025, {TOTAL: Quantity(1)})
    made = (Change(TOTAL, "主动公开信息总数", "", "1", "张三"),)
    here.app.push_screen(FilledSheetScreen(here.interview.session, "a.xlsx", file, made))
    await here.pilot.pause()


SCREENS: dict[type, Callable[[Desk], Awaitable[None]]] = {
    CollectionScreen: lambda here: here.press("ctrl+g"),
    FilledSheetScreen: read_a_sheet,
    FilePicker: lambda here: leave_interview(here, "i", "ctrl+f"),
    LayoutDialog: lambda here: here.press("f10", "ctrl+x"),
    AnswerFindingScreen: answer_a_finding,
    ConfirmScreen: confirm_an_import,
    HomecomingScreen: come_home,
    InterviewScreen: lambda here: here.press(),
    HomeScreen: leave_interview,
    DeleteScreen: lambda here: leave_interview(here, "d"),
    DeletedScreen: open_deleted,
    OrganScreen: lambda here: leave_interview(here, "o"),
    YearsScreen: lambda here: leave_interview(here, "y"),
    FormDialog: lambda here: leave_interview(here, "o", "enter"),
    VersionsScreen: open_versions,
    StartScreen: lambda here: leave_interview(here, "n"),
    ImportScreen: lambda here: leave_interview(here, "i"),
    TableScreen: open_table,
    OverruleScreen: lambda here: open_table(here, "f9"),
    UnchangedScreen: lambda here: here.press("ctrl+t"),
    OpenQuestionsScreen: lambda here: here.press("ctrl+o"),
    EditorScreen: lambda here: here.press("f9", "f9"),
    SentencesScreen: lambda here: here.press("ctrl+l"),
    SourcesScreen: lambda here: here.press("ctrl+l", "l"),
    PreviewScreen: lambda here: here.press("f6"),
    ReviewScreen: lambda here: here.press("f7"),
    ExportScreen: lambda here: here.press("f10"),
}


HELP = {"Commands", "HelpScreen"}
"""What helps on the others."""


def test_every_screen_is_here() -> None:
    for module in pkgutil.walk_packages(tui.__path__, "app.tui."):
        import_module(module.name)
    kinds, screens = list(Screen.__subclasses__()), set()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind.__module__.startswith("app.tui."):
            screens.add(kind)
    shown = {
        kind for kind in screens if kind not in {ListScreen, Dialog, KeepsLines}
    }  # what others are made from
    assert {kind.__name__ for kind in shown - SCREENS.keys()} == HELP, "add it to SCREENS"


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
async def test_f1_explains_every_screen_and_all_its_keys_and_closes_again(
    library: Library, report_id: int, kind: type
) -> None:
    async with desk(library, report_id, SMALL) as here:
        await SCREENS[kind](here)
        below = here.app.screen
        assert isinstance(below, kind)
        await here.press("f1")
        shown = words(here)
        for action in actions_of(below):
            assert "".join((action.keys + action.words).split()) in shown
        assert actions_of(below)
        before_keys = shown.partition("按键")[0]
        assert len(before_keys) > 20, (
            f"ABOUT of {kind.__name__} says what it is for, in 20 characters or more"
        )
        lines = here.app.screen.query_one("#help", RowsView).text
        assert set(re.findall("[A-Za-z]{3,}", lines)) <= KEYS_AND_NAMES
        await here.press("f1")
        assert here.app.screen is below


KEYS_AND_NAMES = {
    "Ctrl",
    "Alt",
    "Esc",
    "Tab",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    "Delete",
    "Shift",
    "Insert",
    "WPS",
    "Excel",
}
KEYS_AND_NAMES |= {"Word", "Windows", "Enter", "docx", "pdf", "html", "xlsx", "txt", "json"}


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
async def test_every_line_of_keys_has_f1_and_a_way_out(library: Library, report_id: int, kind: type) -> None:
    async with desk(library, report_id, WIDE) as here:
        await SCREENS[kind](here)
        assert "F1帮助" in here.shown
        assert "Esc" in here.shown or "Q退出" in here.shown or kind is InterviewScreen


IN_WORDS = {name: key for key, name in key_words._NAMES.items()}
"""Keys by the names that are shown."""
TYPED = {"输入"}


def keys_named(shown: str) -> set[str]:
    """The keys of a name in the line of keys: ↑↓ are two, PgUp PgDn too."""
    parts = [shown] if "+" in shown else re.findall("[A-Za-z0-9]+|[^A-Za-z0-9 /]{2,}|[^ ]", shown)
    arrows = [one for part in parts for one in (part if set(part) <= set("↑↓←→") else [part])]
    return {"+".join(IN_WORDS.get(part, part.lower()) for part in one.split("+")) for one in arrows}


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
async def test_every_key_that_is_shown_does_something(library: Library, report_id: int, kind: type) -> None:
    async with desk(library, report_id, SMALL) as here:
        await SCREENS[kind](here)
        screen = here.app.screen
        handled = "".join(keys for keys, _ in getattr(screen, "OTHER_KEYS", ()))
        for line in screen.query(KeyLine):
            for key in line._keys_to_show:
                for name in keys_named(key.key) - TYPED:
                    assert name in screen.active_bindings or key_name(name) in handled, (key, name)
                if key.action:
                    space, _, action = key.action.rpartition("app.")
                    owner = here.app if "app." in key.action else screen
                    method = action.partition("(")[0]
                    assert hasattr(owner, f"action_{method}"), (space, key)
                    bound = {
                        one.binding.action.removeprefix("screen.")
                        for name in keys_named(key.key)
                        if (one := screen.active_bindings.get(name)) is not None
                    }
                    assert key.action in bound or key_name(next(iter(keys_named(key.key)))) in handled, key


async def test_help_explains_the_question_what_an_empty_enter_does_and_the_commands(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        view = here.interview.position.view
        await here.press("f1")
        assert "".join(view.text.split()) in words(here)
        assert "六百九十九" in words(here)
        assert "直接按回车不会有答案" in words(here)
        assert all(name in words(here) for name in COMMANDS)
        await here.press("escape", "ctrl+up", "ctrl+up")
        await here.press("f1")
        assert "清空输入框再按回车" in words(here)


@pytest.mark.parametrize(
    ("section", "field", "said"),
    [
        ("requests", "requests.denied_internal_affairs.enterprise", "人事管理、后勤管理、内部工作流程"),
        ("requests", "requests.denied_process.other", "讨论记录、过程稿、磋商信函、请示报告"),
        ("requests", "requests.denied_state_secret.natural_person", "《条例》第十四条"),
        ("proactive", "proactive.normative_documents.issued", "《条例》第二十条第（一）项"),
        ("disputes", "disputes.reconsideration.corrected", "责令履行或者重新答复"),
    ],
)
async def test_help_in_a_table_explains_the_row_and_the_column_under_the_cursor(
    library: Library, report_id: int, section: str, field: str, said: str
) -> None:
    async with desk(library, report_id, SMALL) as here:
        here.interview.other_screens.table(section, field)
        await here.pilot.pause()
        await here.press("f1")
        assert said in words(here)
        await here.press("f1")
        assert here.app.screen.grid.field == field


async def test_an_action_is_found_by_its_words_and_done_where_one_was(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.press("ctrl+k")
        results = here.app.screen.query_one(OptionList)
        await here.until(lambda: results.option_count > 0)
        assert results.option_count == len(actions_of(here.app.screen_stack[-2]))
        await here.type("预览")
        await here.until(lambda: results.option_count == 1)
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, PreviewScreen))
        assert isinstance(here.app.screen, PreviewScreen)


async def test_an_action_that_does_not_exist_is_said_not_to_in_chinese(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.press("ctrl+k")
        await here.type("做饭")
        await here.until(lambda: NOTHING in here.shown)
        assert NOTHING in here.shown
        await here.press("escape")
        assert isinstance(here.app.screen, InterviewScreen)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_keys_of_the_interview_stand_in_two_lines_at_most_and_none_is_missing(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    async with desk(library, report_id, size) as here:
        for key in ("F4", "F6", "F7", "F8", "F9", "F10", "F1 ", "Ctrl+Z", "Ctrl+N", "Ctrl+K"):
            assert key in here.keys
        assert here.keys.count("\n") <= 1


def test_keys_are_named_as_they_are_printed_on_a_keyboard() -> None:
    assert [key_name(key) for key in ("f1", "ctrl+z", "escape", "ctrl+up", "pagedown", "n")] == [
        "F1", "Ctrl+Z", "Esc", "Ctrl+↑", "PgDn", "N",
    ]  # fmt: skip


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_manual_is_read_from_the_help_and_back(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    async with desk(library, report_id, size) as here:
        await here.press("f1", "m")
        text = words(here)
        assert "第一步：打开，导入去年的年报" in text
        assert "第七步：导出" in text
        assert not re.search(r"!\[|\]\(|`|#", text)
        await here.press("m")
        assert "按键" in words(here)
        await here.press("m", "escape")
        assert not isinstance(here.app.screen, HelpScreen)


async def test_the_help_of_home_says_how_to_open_a_report(library: Library, report_id: int) -> None:
    async with desk(library, report_id, SMALL) as here:
        await leave_interview(here, "f1")
        assert "打开选中的年报" in words(here)


async def test_what_works_everywhere_works_in_a_dialog(library: Library, report_id: int) -> None:
    async with desk(library, report_id, SMALL) as here:
        await answer_a_finding(here)
        dialog, before = here.app.screen, here.app.theme
        await here.press("f12")
        assert here.app.theme != before
        await here.press("f12", "ctrl+k")
        results = here.app.screen.query_one(OptionList)
        await here.until(lambda: results.option_count > 0)
        assert results.option_count == len(actions_of(dialog))
        await here.press("escape")
        assert here.app.screen is dialog
        await here.press("ctrl+q")
        assert not here.app.is_running or here.app._exit


async def test_an_action_is_found_by_the_initials_of_its_words(library: Library, report_id: int) -> None:
    assert begins_like("dc", "导出年报文件") > begins_like("bg", "导出年报文件") == 0
    assert begins_like("zz", "导出") == begins_like("d", "导出") == begins_like("导出", "导出") == 0
    async with desk(library, report_id) as here:
        await here.press("ctrl+k")
        await here.type("dcnb")
        await here.until(lambda: "导出年报文件" in here.shown)
        await here.press("enter", "enter")
        await here.until(lambda: isinstance(here.app.screen, ExportScreen))
        assert isinstance(here.app.screen, ExportScreen)
