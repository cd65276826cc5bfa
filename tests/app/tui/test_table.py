"""The table screen on a real session: typing, moving, pasting, overruling, finishing, coming back."""

from decimal import Decimal

import pytest
from textual import events
from textual.widgets import Input

from app.session.library import Library
from app.session.session import Session
from app.tui.table.grid import Grid
from app.tui.table.overrule_dialog import OverruleScreen
from app.tui.table.table_screen import TableScreen
from app.tui.text.cell_width import width
from app.tui.widgets.lines import Lines
from sections.report.report import Report
from store.model import Position
from tests.support.desk import desk
from tests.support.widget_host import picture, showing

NEW, FIRM = "requests.new.natural_person", "requests.new.enterprise"
GRANTED, CARRIED = "requests.granted.natural_person", "requests.carried_in.natural_person"


@pytest.fixture
def session(library: Library, last_year: Report) -> Session:
    library.take_over(last_year)
    return library.start("示例县水务局", 2025)


def value(session: Session, field: str) -> object:
    return session.tables.table(field.partition(".")[0]).cells[field].value


def foot(screen: TableScreen) -> str:
    return screen.query_one("#foot", Lines).text


def paste(screen: TableScreen, text: str) -> None:
    screen.query_one(Grid).post_message(events.Paste(text))


async def test_a_typed_number_counts_at_once_and_is_saved_on_leaving_the_cell(session: Session) -> None:
    screen = TableScreen(session, "requests")
    async with showing(screen) as pilot:
        await pilot.press("1", "2")
        assert screen.editor.value("requests.new.total") == 12
        assert screen.grid.typed == "12"
        assert value(session, NEW) is None
        assert "[12]" in "\n".join(picture(pilot))
        assert "差14" in "\n".join(picture(pilot))  # 12 + 2 carried in, nothing handled yet
        await pilot.press("tab")
        assert value(session, NEW) == 12
        assert screen.grid.field == FIRM


async def test_typing_overwrites_backspace_edits_escape_gives_up_delete_empties(session: Session) -> None:
    session.tables.set_cells({NEW: "45"})
    screen = TableScreen(session, "requests", NEW)
    async with showing(screen) as pilot:
        await pilot.press("7")
        assert screen.grid.typed == "7"
        await pilot.press("escape")
        assert screen.grid.typed is None
        assert screen.editor.value(NEW) == 45
        await pilot.press("backspace", "6", "enter")
        assert value(session, NEW) == 46
        screen.grid.stand_at(NEW)
        await pilot.press("delete")
        assert value(session, NEW) is None


async def test_keys_in_a_burst_go_into_their_own_cells(session: Session) -> None:
    screen = TableScreen(session, "requests")
    async with showing(screen) as pilot:
        for key in ("4", "2", "tab", "7", "backspace", "8", "enter", "9", "right"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert value(session, NEW) == 42
        assert value(session, FIRM) == 8
        assert value(session, "requests.carried_in.enterprise") == 9  # last year says nothing of it


async def test_a_full_width_digit_is_a_digit_and_what_is_no_number_stays_to_be_mended(
    session: Session,
) -> None:
    screen = TableScreen(session, "requests")
    async with showing(screen) as pilot:
        await pilot.press("３")
        assert screen.grid.typed == "3"
        await pilot.press("x", "enter")
        assert screen.grid.field == NEW
        assert screen.grid.typed == "3x"
        assert value(session, NEW) is None
        assert "3x" in foot(screen)
        await pilot.press("backspace", "enter")
        assert value(session, NEW) == 3


async def test_computed_cells_are_passed_over_and_carried_ones_say_why_they_are_not_typed(
    session: Session,
) -> None:
    screen = TableScreen(session, "requests", NEW)
    async with showing(screen) as pilot:
        assert "去年结转 ▸" in "\n".join(picture(pilot))
        await pilot.press("down", "5")
        assert screen.grid.field == CARRIED
        assert screen.grid.typed is None
        assert "F9" in foot(screen)
        assert value(session, CARRIED) == 2
        await pilot.press("end", "right", "tab")
        assert not screen.grid.field.endswith(".total")


async def test_a_carried_number_is_overruled_only_with_a_reason(session: Session) -> None:
    screen = TableScreen(session, "requests", CARRIED)
    async with showing(screen) as pilot:
        await pilot.press("f9")
        assert isinstance(pilot.app.screen, OverruleScreen)
        await pilot.press("backspace", "5", "enter", "enter")
        assert isinstance(pilot.app.screen, OverruleScreen)  # no reason, no change
        assert value(session, CARRIED) == 2
        await pilot.press(*"划入", "enter")
        assert pilot.app.screen is screen
        assert value(session, CARRIED) == 5
        assert "划入" in foot(screen)
        assert "已改写" in "\n".join(picture(pilot))
        await pilot.press("delete")
        assert value(session, CARRIED) == 2


async def test_a_block_is_pasted_over_the_cells_and_said_in_one_sentence(session: Session) -> None:
    screen = TableScreen(session, "requests", GRANTED)
    async with showing(screen) as pilot:
        paste(screen, "１\t1,024\r\n\t3\r\n")
        await pilot.pause()
        assert value(session, GRANTED) == 1
        assert value(session, "requests.granted.enterprise") == 1024
        assert value(session, "requests.partial.enterprise") == 3
        assert value(session, "requests.partial.natural_person") is None
        assert "已粘贴2行2列，填写4格。" in foot(screen)
        await pilot.press("ctrl+z")
        assert value(session, GRANTED) is None


async def test_a_pasted_total_is_compared_not_stored(session: Session) -> None:
    screen = TableScreen(session, "requests", NEW)
    async with showing(screen) as pilot:
        paste(screen, "1\t1\t0\t0\t0\t0\t3\n")
        await pilot.pause()
        assert value(session, "requests.new.total") == 2
        assert "·总计（件）”粘贴的是3，表里算出2" in foot(screen).replace("\n", "")


async def test_a_block_leaves_an_overruled_number_and_its_reason_alone(session: Session) -> None:
    session.tables.overrule(CARRIED, "5", "机构改革")
    screen = TableScreen(session, "requests", NEW)
    async with showing(screen) as pilot:
        paste(screen, "1\n2\n3\n")
        await pilot.pause()
        assert (value(session, NEW), value(session, CARRIED), value(session, GRANTED)) == (1, 5, 3)
    assert session.report.overruled == {CARRIED: "机构改革"}


async def test_a_block_that_does_not_fit_changes_nothing_and_loses_nothing(session: Session) -> None:
    screen = TableScreen(session, "requests", "requests.new.other")
    async with showing(screen) as pilot:
        await pilot.press("9")
        paste(screen, "1\t2\t3\n")
        await pilot.pause()
        assert "有3列，从这一格起只有2列" in foot(screen)
        assert screen.grid.typed == "9"
        assert value(session, "requests.new.other") is None


async def test_a_single_pasted_number_is_as_if_typed(session: Session) -> None:
    screen = TableScreen(session, "requests")
    async with showing(screen) as pilot:
        paste(screen, "１２\n")
        await pilot.pause()
        assert screen.grid.typed == "12"


async def test_half_typed_text_is_kept_within_a_second_and_there_again(
    session: Session, library: Library
) -> None:
    screen = TableScreen(session, "requests", GRANTED)
    async with showing(screen) as pilot:
        await pilot.press("4", "2")
        await pilot.pause(0.5)
        kept = session.conversation.position
        assert (kept.screen, kept.cell, kept.typed) == ("table", GRANTED, "42")
    session.close()
    again = library.open(session.id)
    screen = TableScreen(again, "requests")
    async with showing(screen) as pilot:
        assert (screen.grid.field, screen.grid.typed) == (GRANTED, "42")
        assert screen.editor.value(GRANTED) == 42
        assert value(again, GRANTED) is None


async def test_another_cell_asked_for_is_not_overwritten_by_the_kept_one(session: Session) -> None:
    session.conversation.remember(Position(screen="table", cell=GRANTED, typed="42"))
    screen = TableScreen(session, "requests", FIRM)
    async with showing(screen):
        assert (screen.grid.field, screen.grid.typed) == (FIRM, None)


async def test_finishing_says_first_how_many_cells_are_blank(session: Session) -> None:
    screen = TableScreen(session, "disputes")
    async with showing(screen) as pilot:
        await pilot.press("1", "f5")
        assert "还有11格没有填，将按0填写" in foot(screen)
        assert value(session, "disputes.litigation_direct.upheld") is None
        await pilot.press("f5")
        assert pilot.app.ended == [True]
    assert value(session, "disputes.reconsideration.upheld") == 1
    assert value(session, "disputes.litigation_direct.upheld") == 0


async def test_finishing_is_asked_again_after_another_key(session: Session) -> None:
    screen = TableScreen(session, "disputes")
    async with showing(screen) as pilot:
        await pilot.press("f5", "2", "f5")
        assert pilot.app.ended == []
        assert "还有11格" in foot(screen)


async def test_escape_leaves_with_everything_saved(session: Session) -> None:
    screen = TableScreen(session, "disputes")
    async with showing(screen) as pilot:
        await pilot.press("3", "enter", "escape")
        assert pilot.app.ended == [False]
    assert value(session, "disputes.reconsideration.upheld") == 3
    assert session.conversation.position.screen == "interview"


async def test_in_force_follows_from_last_year_as_one_types(session: Session) -> None:
    field = "proactive.normative_documents.in_force"
    screen = TableScreen(session, "proactive", "proactive.normative_documents.issued")
    async with showing(screen) as pilot:
        await pilot.press("3", "tab", "5")
        assert screen.editor.value(field) == 24  # 26 last year
        await pilot.press("tab")
        assert screen.grid.field == "proactive.licences"  # passed over: nothing to type there
        assert value(session, field) == 24


async def test_fees_are_money(session: Session) -> None:
    screen = TableScreen(session, "proactive", "proactive.fees")
    async with showing(screen) as pilot:
        await pilot.press("7", ".", "5", "enter")
    assert value(session, "proactive.fees") == Decimal("7.5")


@pytest.mark.parametrize("section", ["proactive", "requests", "disputes"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20), (200, 50)])
async def test_every_line_fits_and_the_cell_is_in_sight(
    session: Session, section: str, size: tuple[int, int]
) -> None:
    screen = TableScreen(session, section)
    async with showing(screen, size) as pilot:
        await pilot.press("ctrl+end", "8")
        lines = picture(pilot)
        assert {width(line) for line in lines} == {size[0]}
        assert sum("[8]" in line for line in lines) == 1
        row = next(number for number, line in enumerate(lines) if "[8]" in line)
        assert pilot.app.cursor_position.y == row
        assert width(lines[row][: lines[row].index("]")]) == pilot.app.cursor_position.x


async def test_heads_stay_in_sight_while_scrolling(session: Session) -> None:
    screen = TableScreen(session, "requests")
    async with showing(screen) as pilot:
        await pilot.press("ctrl+end", *["up"] * 4)
        lines = picture(pilot)
        assert "自然" in lines[1]
        assert "三、本年度办理结果" in lines[1]
        assert any("勾稽" in line for line in lines)


async def test_a_click_stands_at_the_cell(session: Session) -> None:
    screen = TableScreen(session, "disputes")
    async with showing(screen, (120, 40)) as pilot:
        lines = picture(pilot)
        row = next(number for number, line in enumerate(lines) if "复议后起诉" in line)
        x = width(lines[1][: lines[1].index("结果纠正")]) + 4
        await pilot.click(offset=(x, row))
        assert screen.grid.field == "disputes.litigation_after_reconsideration.corrected"


async def test_a_second_window_is_told_that_it_can_only_look(session: Session, library: Library) -> None:
    from store.database import Store

    with Store.open() as other:
        second = Library(other).open(session.id)
        screen = TableScreen(second, "requests")
        async with showing(screen) as pilot:
            await pilot.press("5", "enter")
            assert "另一个窗口" in foot(screen)
            assert screen.grid.typed == "5"


async def test_undo_in_a_table_takes_back_the_tables_steps_alone_and_redo_makes_them_again(
    session: Session,
) -> None:
    session.conversation.go("profile.address")
    session.conversation.answer("示例县清水路3号")
    screen = TableScreen(session, "requests", NEW)
    async with showing(screen) as pilot:
        await pilot.press("4", "tab", "5", "tab", "ctrl+z", "ctrl+z")
        assert (value(session, NEW), value(session, FIRM)) == (None, None)
        await pilot.press("ctrl+z")
        assert "本表没有可以撤回的修改" in foot(screen)
        assert "profile.address" in session.conversation.answers()
        await pilot.press("ctrl+y")
        assert (value(session, NEW), value(session, FIRM)) == (4, None)
        await pilot.press("ctrl+y", "ctrl+y")
        assert value(session, FIRM) == 5
        assert "本表没有可以恢复的修改" in foot(screen)


async def test_the_dialog_of_an_overruled_cell_still_says_what_follows_from_last_year(
    session: Session,
) -> None:
    before = value(session, CARRIED)
    session.tables.overrule(CARRIED, "5", "机构改革")
    screen = TableScreen(session, "requests", CARRIED)
    async with showing(screen) as pilot:
        await pilot.press("f9")
        assert f"按去年年报应为{before}。" in "".join("".join(picture(pilot)).split())
        assert pilot.app.screen.query_one("#number", Input).value == "5"


async def test_the_totals_do_not_repeat_the_difference_of_a_column(session: Session) -> None:
    session.tables.set_cells({NEW: "3", FIRM: "1", "requests.granted.enterprise": "1"})
    screen = TableScreen(session, "requests", NEW)
    async with showing(screen, (120, 40)) as pilot:
        line = next(line for line in picture(pilot) if line.lstrip().startswith("勾稽"))
        assert line.count("差") == 1
        assert "差" not in line.partition("│")[2]


async def test_a_number_that_cannot_follow_from_last_year_is_asked(library: Library) -> None:
    library.take_over(
        Report.from_cells({"requests.carried_out.enterprise": 0}, unit="示例县水务局", year=2024)
    )
    with library.start("示例县水务局", 2025) as session:
        assert "“规章·现行有效件数”" in session.not_carried
        assert session.compared == ""
        report_id = session.id
    async with desk(library, report_id) as here:
        here.interview.other_screens.table("proactive", "proactive.normative_documents.in_force")
        await here.pilot.pause()
        assert "去年的年报没有要结转的数，请直接填写" in here.shown


async def test_at_the_end_of_a_column_one_goes_on_at_the_first_blank_cell(session: Session) -> None:
    screen = TableScreen(session, "proactive", "proactive.fees")
    async with showing(screen) as pilot:
        for _ in range(60):
            if "格没有填" in foot(screen):
                break
            await pilot.press("enter")
        assert "格没有填" in foot(screen)
        assert screen.grid.field == screen.editor.blanks()[0]
        session.tables.finish("proactive")
        screen.editor.reload()
        for _ in range(60):
            if "按 F5 完成本表" in foot(screen):
                break
            await pilot.press("enter")
        assert "各格都填了，按 F5 完成本表" in foot(screen)


async def test_finishing_names_blank_cells_that_were_not_0_last_year(
    library: Library, last_year: Report
) -> None:
    cells = {"proactive.licences": 96, "proactive.penalties": 0}
    library.take_over(last_year.model_copy(update={"unit": "示例县公安局"}).with_cells(cells))
    screen = TableScreen(library.start("示例县公安局", 2025), "proactive")
    async with showing(screen, (120, 40)) as pilot:
        await pilot.press("f5")
        assert "去年不是0的" in foot(screen).replace("\n", "")
        assert "96" in foot(screen)
        assert pilot.app.ended == []


async def test_one_stands_where_a_wrong_total_can_be_mended(session: Session) -> None:
    session.tables.set_cells({NEW: "3", GRANTED: "2"})
    screen = TableScreen(session, "requests", "requests.new.total")
    async with showing(screen):
        assert screen.grid.field == NEW


async def test_the_key_for_carried_numbers_is_shown_where_there_are_some(session: Session) -> None:
    async with showing(TableScreen(session, "requests"), (120, 40)) as pilot:
        assert "F9" in picture(pilot)[-1]
    async with showing(TableScreen(session, "disputes"), (120, 40)) as pilot:
        assert "F9" not in picture(pilot)[-1]


async def test_enter_behind_a_row_that_was_typed_with_tab_goes_to_the_next_row(session: Session) -> None:
    screen = TableScreen(session, "proactive", "proactive.normative_documents.issued")
    async with showing(screen) as pilot:
        await pilot.press("2", "tab", "4", "enter", "7", "6", "enter", "3", "enter")
    assert value(session, "proactive.normative_documents.issued") == 2
    assert value(session, "proactive.licences") == 76
