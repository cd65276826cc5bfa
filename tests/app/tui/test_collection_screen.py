"""The sheet for colleagues in the terminal: out by department, back with names, shown before it is taken."""

from pathlib import Path

import pytest

from app.session.library import Library
from app.tui.collection.collection_screen import CollectionScreen
from app.tui.collection.filled_sheet_screen import FilledSheetScreen
from app.tui.interview.interview_screen import InterviewScreen
from app.tui.widgets.lines import Lines
from sections.report.report import Report
from sections.report.values import Quantity
from store.model import Origin
from tests.support.desk import SMALL, Desk, desk
from tests.support.filled_sheets import fill_word, fill_workbook

PUBLISHED, CELL = "proactive.published_total", "requests.new.natural_person"


@pytest.fixture
def report_id(library: Library, last_year: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(PUBLISHED)
        return session.id


def said(here: Desk) -> str:
    return here.app.screen.query_one("#said", Lines).text.replace("\n", "")


async def pick(here: Desk, path: Path) -> None:
    await here.press("ctrl+g")
    await here.app.workers.wait_for_complete()
    await here.type(str(path))
    await here.press("enter")


async def test_sheets_go_out_by_department_and_are_not_written_over_unasked(
    library: Library, report_id: int, tmp_path: Path
) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.press("ctrl+g")
        assert isinstance(here.app.screen, CollectionScreen)
        assert "上次" not in here.shown
        await here.press("enter")
        written = tmp_path / "示例县水务局2025年数据收集表.docx"
        assert "已写入" in said(here)
        before = written.read_bytes()
        written.write_bytes(b"notes")
        await here.press("enter")
        assert "没有覆盖" in said(here)
        assert written.read_bytes() == b"notes"
        await here.press("enter")
        assert len(written.read_bytes()) == len(before)
        await here.press("down", "x")
        assert [path.name for path in tmp_path.glob("*.xlsx")] == [
            "示例县水务局2025年数据收集表（政务公开经办科室）.xlsx"
        ]


@pytest.mark.parametrize(("kind", "fill"), [("docx", fill_word), ("xlsx", fill_workbook)])
async def test_a_filled_sheet_is_shown_with_names_before_it_is_taken(
    library: Library, report_id: int, tmp_path: Path, kind: str, fill
) -> None:
    async with desk(library, report_id, SMALL) as here:
        session = here.interview.session
        await here.press("ctrl+g", "enter" if kind == "docx" else "x")
        sheet = tmp_path / f"示例县水务局2025年数据收集表.{kind}"
        fill(sheet, {PUBLISHED: "640", CELL: "3"}, {"宣传和新媒体科室": "张三", "政务公开经办科室": "李四"})
        await pick(here, sheet)
        assert isinstance(here.app.screen, FilledSheetScreen)
        assert "会有2处变化" in here.shown
        assert "（没有填写）→640" in here.shown
        assert "（张三）" in here.shown
        assert PUBLISHED not in session.conversation.answers()
        await here.press("down", "space", "f5")
        assert isinstance(here.app.screen, InterviewScreen)
        assert "从收集表填入了1项（张三）" in here.said
        answer = session.conversation.answers()[PUBLISHED]
        assert (answer.value, answer.origin, answer.by) == (Quantity(640), Origin.COLLECTED, "张三")
        assert CELL not in session.conversation.answers()
        await here.press("ctrl+z")
        assert PUBLISHED not in session.conversation.answers()


async def test_what_is_no_sheet_or_cannot_be_understood_is_said_and_nothing_taken(
    library: Library, report_id: int, tmp_path: Path
) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.press("ctrl+g", "x")
        sheet = tmp_path / "示例县水务局2025年数据收集表.xlsx"
        (tmp_path / "通知.docx").write_bytes(b"hello")
        await pick(here, tmp_path / "通知.docx")
        assert "不是数据收集表" in said(here)
        await pick(here, sheet)
        assert "没有新的内容" in said(here)
        fill_workbook(sheet, {PUBLISHED: "很多很多"}, {})
        await pick(here, sheet)
        assert isinstance(here.app.screen, FilledSheetScreen)
        assert "有1处看不懂，不会填入" in here.shown
        assert "很多很多" in here.shown
        await here.press("escape")
        assert isinstance(here.app.screen, CollectionScreen)
        assert PUBLISHED not in here.app.screen.session.conversation.answers()


async def test_open_questions_lead_to_the_sheet_and_lose_what_came_back(
    library: Library, report_id: int, tmp_path: Path
) -> None:
    async with desk(library, report_id) as here:
        await here.press("ctrl+o")
        before = here.shown
        await here.press("ctrl+g", "enter")
        sheet = tmp_path / "示例县水务局2025年数据收集表.docx"
        fill_word(sheet, {PUBLISHED: "640"}, {})
        await pick(here, sheet)
        await here.press("f5")
        assert "还没有答的题" in here.shown
        assert here.shown != before
