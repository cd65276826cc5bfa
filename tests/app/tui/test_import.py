"""The import screen: a wrong file, what was recognised, taking it over."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from app.session.library import Library
from app.session.views import Imported
from app.tui.files.file_picker import FilePicker
from app.tui.importing.import_screen import ImportScreen
from app.tui.importing.import_summary import describe
from app.tui.widgets.key_line import KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.rows_view import RowsView
from sections.report.parts import Figure, Unread
from sections.report.report import Report
from tests.support.widget_host import showing


def said(screen: ImportScreen) -> str:
    return screen.query_one("#said", Lines).text


def found(screen: ImportScreen) -> str:
    return str(screen.query_one("#found", Static).visual)


async def read(screen: ImportScreen, pilot: Pilot[None], path: object) -> None:
    screen.query_one("#path", Input).value = str(path)
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.fixture
def reads(library: Library, last_year: Report, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Whatever the file, it says last year's report."""
    monkeypatch.setattr(library, "import_report", lambda path: Imported(path, last_year))
    return last_year


def test_what_was_recognised_is_said_in_words(last_year: Report) -> None:
    report = last_year.model_copy(
        update={
            "figures": (
                Figure(id="proactive.published_total", value=699, unit="条"),
                Figure(id="requests.new.total", value=1, unit="件"),
                Figure(id="platform.items", value=15, unit="项", name="补贴公示", last_year=7),
            ),
            "unread": (Unread(where="requests.new.other", raw="一?", reason="看不清"),),
            "notes": ("（六）其他处理只有一行。",),
        }
    )
    words = describe(report)
    assert "主动公开政府信息：699条" in words
    assert "补贴公示：15项（前一年7）" in words
    assert "本年新收政府信息公开申请数量·总计：1件" in words
    assert "培训力度不够" in words
    assert "一、本年新收政府信息公开申请数量·其他：原文“一?”，看不清" in words
    assert "（六）其他处理只有一行。" in words
    assert "读出" in words


async def test_a_wrong_file_is_one_sentence(library: Library, tmp_path: Path) -> None:
    wrong = tmp_path / "购物清单.txt"
    wrong.write_text("牛奶两袋，面包一个。", encoding="utf-8")
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        for path in (wrong, tmp_path / "没有这个.docx"):
            await read(screen, pilot, path)
            assert said(screen)
            assert "Errno" not in said(screen)
            assert "Traceback" not in said(screen)
        await pilot.press("escape")
        assert pilot.app.ended == [None]
    assert library.reports() == []


async def test_a_folder_is_opened_and_not_called_a_missing_file(library: Library, tmp_path: Path) -> None:
    (tmp_path / "去年.txt").write_text("无", encoding="utf-8")
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        screen.query_one("#path", Input).value = str(tmp_path)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, FilePicker)
        assert "去年.txt" in pilot.app.screen.query_one("#entries", RowsView).text


def test_every_number_that_was_read_is_listed_before_it_is_confirmed(last_year: Report) -> None:
    figures = tuple(
        Figure(id=f"a.{n}", value=n, unit="件", quote=f"第{n}项", name=f"第{n}项") for n in range(30)
    )
    said = describe(last_year.model_copy(update={"figures": figures}))
    assert all(f"第{n}项：{n}件" in said for n in range(30))


def test_a_report_kept_under_another_name_bears_it_everywhere(library: Library, last_year: Report) -> None:
    read_as = last_year.model_copy(update={"facts": {**last_year.facts, "profile.name": "宿州"}})
    kept = library.report_of(library.store.report(library.take_over(read_as)))
    assert (kept.unit, kept.profile.name, kept.facts["profile.name"]) == ("示例县水务局",) * 3


async def test_what_was_read_is_shown_first_and_kept_when_confirmed(library: Library, reads: Report) -> None:
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        await read(screen, pilot, "'/x/去年.docx'")
        assert "培训力度不够" in found(screen)
        assert screen.query_one("#unit", Input).value == reads.unit
        assert library.reports() == []
        await pilot.press("f5")
        assert pilot.app.ended == [library.find("2024").id]


async def test_another_path_forgets_what_was_read(library: Library, reads: Report) -> None:
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        await read(screen, pilot, "/x/去年.docx")
        screen.query_one("#path", Input).value = "/x/别的.docx"
        await pilot.pause()
        await pilot.press("f5")
        assert pilot.app.ended == []
        assert library.reports() == []


async def test_a_missing_year_can_be_filled_in(
    library: Library, last_year: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = last_year.model_copy(update={"year": 0})
    monkeypatch.setattr(library, "import_report", lambda path: Imported(path, bare))
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        await read(screen, pilot, "/x/去年.docx")
        assert "没有找到年度" in said(screen)
        await pilot.press("f5")
        assert "四位数的年度" in said(screen)
        await pilot.press(*"2023", "enter")
    assert library.find("2023").unit == last_year.unit


async def test_a_report_drafted_here_is_not_replaced(library: Library, reads: Report) -> None:
    library.start(reads.unit, reads.year).close()
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        await read(screen, pilot, "/x/去年.docx")
        await pilot.press("f5")
        assert "没有用导入的内容覆盖" in said(screen)
        assert pilot.app.ended == []


async def test_enter_always_goes_on(library: Library, reads: Report) -> None:
    """Reads what is typed, whatever has the keys, goes to what is missing, and takes over."""
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        screen.query_one("#path", Input).value = "/x/去年.docx"
        screen.set_focus(None)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "按回车导入" in said(screen)
        assert "回车 确认导入" in screen.query_one(KeyLine).text
        screen.query_one("#year", Input).value = "24"
        screen.query_one("#path", Input).focus()
        await pilot.press("enter")
        assert "四位数的年度" in said(screen)
        assert screen.focused is screen.query_one("#year", Input)
        screen.query_one("#year", Input).value = "2024"
        await pilot.press("enter")
        assert pilot.app.ended == [library.find("2024").id]
