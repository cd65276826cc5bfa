"""Settling what a reading left in doubt: cell by cell, the page's text beside the grid."""

import re
from pathlib import Path

import pytest
from docx import Document
from textual.events import Key
from textual.widgets import Input

from app.documents.read.importer import read_with_page
from app.session.import_review import ImportReview
from app.session.library import Library
from app.session.views import Imported
from app.tui.importing.confirm_screen import ConfirmScreen
from app.tui.importing.import_screen import ImportScreen
from app.tui.importing.page_text import PageText
from app.tui.widgets.lines import Lines
from sections.report.parts import Unread
from sections.report.report import Report
from tests.support.form import TABLES, table_fields
from tests.support.read_reports import SHARED
from tests.support.widget_host import picture, showing

LETTERS = SHARED / "variants" / "c24-letter-o.docx"
SAMPLE = Path(__file__).parents[3] / "app" / "samples" / "last-year.docx"
GRANTED = "requests.granted.natural_person"
UPHELD = "disputes.reconsideration.upheld"


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """The sample with a letter for a number in two tables and a misspelt label."""
    document = Document(str(SAMPLE))
    requests, disputes = document.tables[1], document.tables[2]
    row = next(row for row in requests.rows if "予以公开" in row.cells[1].text)
    row.cells[3].paragraphs[0].runs[0].text = "l"
    disputes.rows[3].cells[0].paragraphs[0].runs[0].text = "O"
    label = next(row for row in requests.rows if "危及" in row.cells[2].text).cells[2]
    label.paragraphs[0].runs[0].text = "3.危急“三安全一稳定”"
    path = tmp_path / "去年.docx"
    document.save(str(path))
    return path


def imported(path: Path) -> Imported:
    return Imported(path, *read_with_page(path))


def foot(screen: ConfirmScreen) -> str:
    return screen.query_one("#foot", Lines).text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_doubt_is_shown_beside_the_page_and_settled(
    doubtful: Path, size: tuple[int, int]
) -> None:
    screen = ConfirmScreen(imported(doubtful))
    assert [(doubt.field, "项目名称" in doubt.message) for doubt in screen.review.all] == [
        (GRANTED, False),
        ("requests.denied_security_stability.total", True),
        (UPHELD, False),
    ]
    async with showing(screen, size) as pilot:
        assert screen.grid.field == GRANTED
        assert "原文“l”" in foot(screen)
        assert "▶" in screen.query_one(PageText).text
        assert "予以公开" in screen.query_one(PageText).text
        await pilot.press("enter")
        assert screen.grid.field == GRANTED, "a blank cell is not confirmed by Enter alone"
        await pilot.press("2", "enter")
        assert screen.grid.field == "requests.denied_security_stability.total"
        assert "“3.危急“三安全一稳定””" in foot(screen)
        await pilot.press("enter")
        await pilot.pause()
        assert screen.grid.field == UPHELD
        assert "原文“O”" in foot(screen)
        assert "▶O │" in screen.query_one(PageText).text
        await pilot.press("0", "enter")
        assert "已核对 3/3" in screen.query_one("#title", Lines).text
        await pilot.press("f5")
        report = pilot.app.ended[0]  # type: ignore[attr-defined]
    assert (report.number(GRANTED), report.number(UPHELD)) == (2, 0)
    assert report.unread == ()


async def test_what_nobody_can_read_stays_blank_and_listed(doubtful: Path) -> None:
    screen = ConfirmScreen(imported(doubtful))
    async with showing(screen) as pilot:
        await pilot.press("ctrl+u")
        assert screen.grid.field == "requests.denied_security_stability.total"
        await pilot.press("f5")
        assert pilot.app.ended == []  # type: ignore[attr-defined]
        assert "还有2处没有核对" in foot(screen)
        await pilot.press("f5")
        report = pilot.app.ended[0]  # type: ignore[attr-defined]
    assert report.number(GRANTED) is None
    assert {place.where for place in report.unread} == {GRANTED, UPHELD}


async def test_words_are_no_number_and_escape_gives_up(doubtful: Path) -> None:
    screen = ConfirmScreen(imported(doubtful))
    async with showing(screen) as pilot:
        await pilot.press("x", "enter")
        assert screen.grid.typed == "x"
        assert screen.review.value(GRANTED) is None
        await pilot.press("escape")
        assert screen.grid.typed is None
        await pilot.press("escape")
        assert pilot.app.ended == [None]  # type: ignore[attr-defined]


async def test_an_import_in_doubt_is_settled_before_it_is_taken_over(
    library: Library, doubtful: Path
) -> None:
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        screen.query_one("#path", Input).value = str(doubtful)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "有3处没有读准" in screen.query_one("#said", Lines).text
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmScreen)
        assert library.reports() == []
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("2", "enter", "enter")
        await pilot.pause()
        await pilot.press("0", "enter", "f5")
        await pilot.pause()
        assert "各格都已核对" in screen.query_one("#said", Lines).text
        assert len(library.reports()) == 1
        await pilot.press("enter")
        await pilot.pause()
        (kept,) = pilot.app.ended  # type: ignore[attr-defined]
    stored = library.report_of(library.store.report(kept))
    assert (stored.number(GRANTED), stored.number(UPHELD)) == (2, 0)


def test_numbers_are_put_all_or_none(doubtful: Path) -> None:
    doubts = ImportReview(imported(doubtful).report)
    assert not doubts.put({GRANTED: "5", UPHELD: "很多"}).accepted
    assert doubts.value(GRANTED) is None
    assert doubts.report == imported(doubtful).report
    assert doubts.put({GRANTED: "５件"}).accepted
    assert doubts.report.number(GRANTED) == 5


def test_a_table_that_is_not_there_is_not_asked_for_cell_by_cell(doubtful: Path) -> None:
    report = imported(doubtful).report
    gone = {field: None for field in TABLES["disputes"].paths}
    rest = {field: report.number(field) for field in table_fields() if field not in gone}
    unread = tuple(Unread(where=field, raw="", reason="表格中没有找到这一格") for field in gone)
    without = Report.from_cells(rest | gone, unread=unread)
    assert ImportReview(without).all == ()
    one = next(iter(gone))
    review = ImportReview(Report.from_cells(rest | gone | {one: 3}, unread=unread))
    assert [doubt.field for doubt in review.all]


async def test_a_click_looks_at_a_cell_beside_the_page(doubtful: Path) -> None:
    screen = ConfirmScreen(imported(doubtful))
    async with showing(screen, (120, 40)) as pilot:
        line = next(n for n, text in enumerate(picture(pilot)) if "二、上年结转" in text)
        await pilot.click(offset=(48, line))
        assert screen.grid.field.startswith("requests.carried_in.")
        assert "上年结转" in screen.query_one(PageText).text
        assert "可以直接改" in foot(screen)


async def test_keys_typed_without_a_pause_land_in_their_cells(doubtful: Path) -> None:
    screen = ConfirmScreen(imported(doubtful))
    async with showing(screen) as pilot:
        for key, character in (("2", "2"), ("enter", "\r"), ("enter", "\r")):
            pilot.app._driver.send_message(Key(key, character))
        await pilot.pause(0.3)
        assert screen.review.value(GRANTED) == 2
        assert [doubt.field for doubt in screen.review.open] == [UPHELD]


@pytest.mark.skipif(not LETTERS.exists(), reason="needs the variants of the open reports")
async def test_letters_for_zero_are_settled(library: Library) -> None:
    screen = ImportScreen(library)
    async with showing(screen) as pilot:
        screen.query_one("#path", Input).value = str(LETTERS)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("f5")
        await pilot.pause()
        confirm = pilot.app.screen
        assert isinstance(confirm, ConfirmScreen)
        doubts = [doubt.field for doubt in confirm.review.all if "项目名称" not in doubt.message]
        assert doubts == [
            "requests.partial.research",
            "requests.denied_state_secret.natural_person",
        ]
        for letter in ("“O”", "“o”"):
            assert letter in foot(confirm)
            await pilot.press("0", "enter")
            await pilot.pause()
        await pilot.press("f5")
        await pilot.pause()
        (card,) = library.reports()
        report = library.report_of(library.store.report(card.id))
    assert [report.number(field) for field in doubts] == [0, 0]
    assert report.unread == ()


async def test_a_block_is_pasted_over_an_import_and_nothing_of_a_draft_is_offered(
    doubtful: Path,
) -> None:
    screen = ConfirmScreen(imported(doubtful))
    async with showing(screen):
        editor = screen.grid.editor
        assert editor.paste("requests.new.natural_person", "4\t5").accepted
        assert editor.text("requests.new.natural_person") == "4"
        assert editor.text("requests.new.enterprise") == "5"
        assert not any(hasattr(editor, name) for name in ("undo", "finish", "overrule"))


async def test_the_cell_under_the_cursor_is_whole_beside_the_scroll_bar(doubtful: Path) -> None:
    screen = ConfirmScreen(imported(doubtful))
    async with showing(screen, (80, 24)) as pilot:
        await pilot.press("end")
        assert screen.grid.field == "requests.granted.total"
        await pilot.pause()
        line = next(line for line in picture(pilot) if "（一）予以公开" in line)
        assert re.search(r"\[[0-9·]+\]", line)
