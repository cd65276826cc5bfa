"""Ways out: what is half typed is kept on every screen, or its loss is told before one leaves."""

from pathlib import Path

import pytest

from app.session.library import Library
from app.tui.app import NianbaoApp
from app.tui.crash_exit import as_it_is
from app.tui.home.home_screen import HomeScreen
from app.tui.narrative.editor_screen import EditorScreen
from app.tui.table.table_screen import TableScreen
from store.database import Store
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


@pytest.mark.parametrize("broken", [False, True])
async def test_what_is_said_at_a_crash_is_so(
    library: Library, report: int, monkeypatch: pytest.MonkeyPatch, broken: bool
) -> None:
    async with desk(library, report) as here:
        assert isinstance(here.app, NianbaoApp)
        await here.type("七百")
        if broken:
            fill_the_disk(library, monkeypatch)
        said = here.app.last_words()
        assert ("都已保存" in said, "没有保存" in said) == (not broken, broken)
        assert (library.store.position(report).typed == "七百") is not broken


async def test_who_could_only_look_is_told_of_no_saving(library: Library, report: int) -> None:
    with Store.open(library.store.path) as other:
        assert other.claim(report)
        async with desk(library, report) as here:
            assert isinstance(here.app, NianbaoApp)
            assert not here.app._writing()
    async with desk(library, report) as here:
        assert isinstance(here.app, NianbaoApp)
        assert here.app._writing()


def test_last_words_are_no_markup_and_no_command() -> None:
    assert as_it_is("/tmp/[bold]x[/y]\x1b]52;c;x\x07").plain == "/tmp/[bold]x[/y]]52;c;x"


async def test_what_was_refused_as_an_answer_is_kept_as_typed(library: Library, report: int) -> None:
    async with desk(library, report) as here:
        await here.enter("许多")
        assert here.typed == "许多"
        await here.until(lambda: library.store.position(report).typed == "许多")
        assert library.store.position(report).typed == "许多"


async def test_an_answer_that_could_not_be_saved_is_named_when_one_leaves(
    library: Library, report: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFullError(Path("nianbao.db"))

    async with desk(library, report) as here:
        fill_the_disk(library, monkeypatch)
        monkeypatch.setattr(library.store, "put", full)
        await here.enter("743")
        assert (here.typed, "磁盘已满" in here.shown) == ("743", True)
        assert "没有保存" in ended(here)
        await here.press("ctrl+q")
        assert "再按一次 Ctrl+Q 就不保存而退出" in here.said.replace("\n", "")


async def test_a_signal_ends_the_program_also_after_leaving_was_held_back(
    library: Library, report: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[float] = []
    monkeypatch.setattr("app.tui.app.end_for_certain", left.append)
    async with desk(library, report) as here:
        fill_the_disk(library, monkeypatch)
        await here.type("七百")
        await here.press("ctrl+q")
        assert "再按一次 Ctrl+Q 就不保存而退出" in here.said.replace("\n", "")
        assert isinstance(here.app, NianbaoApp)
        here.app.end()
        assert left
        assert here.app._exit


async def test_texts_half_typed_at_several_places_outlive_a_kill(library: Library, report: int) -> None:
    """One question, another, and a paragraph: the next window, which knows nothing of this one, has them."""
    async with desk(library, report) as here:
        first = here.interview.position.question_id
        await here.type("六百")
        await here.press("ctrl+down")
        second = here.interview.position.question_id
        await here.type("五")
        await here.press("f9")
        assert isinstance(here.app.screen, EditorScreen)
        here.app.screen.area.insert("写到一半")
        await here.until(lambda: library.store.position(report).screen == "editor")
        on_disk = library.store.position(report)
        assert "写到一半" in on_disk.typed
        assert {name: text for name, (text, _) in on_disk.left.items()} == {first: "六百", second: "五"}
        library.store.release(report)
        with library.open(report) as again:
            assert {name: text for name, (text, _) in again.conversation.half_typed.items()} == {
                first: "六百",
                second: "五",
            }


async def test_what_was_answered_is_not_half_typed_any_more(library: Library, report: int) -> None:
    async with desk(library, report) as here:
        await here.type("321")
        await here.until(lambda: library.store.position(report).typed == "321")
        await here.press("enter")
        position = library.store.position(report)
        assert (position.typed, position.left) == ("", {})
