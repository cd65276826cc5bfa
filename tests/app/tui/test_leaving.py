"""Ways out: what is half typed is kept on every screen, or its loss is told before one leaves."""

from pathlib import Path

import pytest

from app.session.library import Library
from app.tui.app import NianbaoApp
from app.tui.home.home_screen import HomeScreen
from app.tui.narrative.editor_screen import EditorScreen
from app.tui.table.table_screen import TableScreen
from store.errors import DiskFullError
from tests.support.desk import Desk, desk

TOTAL = "proactive.published_total"


@pytest.fixture
def report(library: Library) -> int:
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
        session.conversation.answer("742")
        return session.id


def ended(here: Desk) -> str:
    """What a signal does first; in a sentence what could not be kept."""
    assert isinstance(here.app, NianbaoApp)
    return here.app._keep_now()


async def test_a_paragraph_half_edited_is_kept_when_the_program_is_ended(
    library: Library, report: int
) -> None:
    async with desk(library, report) as here:
        await here.press("f9")
        assert isinstance(here.app.screen, EditorScreen)
        here.app.screen.area.insert("写到一半")
        await here.pilot.pause()
        assert ended(here) == ""
        position = library.store.position(report)
        assert (position.screen, "写到一半" in position.typed) == ("editor", True)


async def test_a_cell_half_filled_is_kept_when_the_program_is_ended(library: Library, report: int) -> None:
    with library.open(report) as session:
        session.conversation.go("requests.table")
    async with desk(library, report) as here:
        await here.press("enter")
        assert isinstance(here.app.screen, TableScreen)
        await here.press("4", "2")
        assert ended(here) == ""
        position = library.store.position(report)
        assert (position.screen, position.typed) == ("table", "42")


def fill_the_disk(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFullError(Path("nianbao.db"))

    monkeypatch.setattr(library.store, "keep", full)


async def test_what_cannot_be_kept_stays_on_the_screen_until_one_leaves_twice(
    library: Library, report: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(library, report) as here:
        fill_the_disk(library, monkeypatch)
        await here.type("七百")
        await here.press("escape")
        assert "没有保存" in here.said
        assert here.typed == "七百"
        await here.press("escape")
        assert isinstance(here.app.screen, HomeScreen)
        assert "都已保存" not in here.shown


@pytest.mark.parametrize(("key", "screen"), [("f9", EditorScreen), ("enter", TableScreen)])
async def test_what_cannot_be_kept_now_is_told_and_tried_again(
    library: Library, report: int, monkeypatch: pytest.MonkeyPatch, key: str, screen: type
) -> None:
    with library.open(report) as session:
        session.conversation.go("requests.table" if key == "enter" else TOTAL)
    async with desk(library, report) as here:
        await here.press(key)
        assert isinstance(here.app.screen, screen)
        with monkeypatch.context() as broken:
            fill_the_disk(library, broken)
            await here.press("7")
            await here.until(lambda: "磁盘已满" in here.shown)
            assert "磁盘已满" in here.shown
            assert "没有保存" in ended(here)
        assert ended(here) == ""
        assert library.store.position(report).typed.endswith("7")
