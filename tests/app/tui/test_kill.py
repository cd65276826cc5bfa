"""kill -9 of the whole program at random moments: what was acknowledged is there, and so is where one stood.

The clerk types in a real terminal. What the screen has shown as kept (the status line's time has moved on, or
the next question stands there) must be there after the kill."""

import random
from pathlib import Path

import pytest

from app.session.library import Library
from sections.report.report import Report
from sections.report.values import Quantity
from store.database import Store
from tests.support.terminal import Terminal, terminal

ROUNDS = 10
TOTAL, WEBSITE = "proactive.published_total", "proactive.website"
CELL = "requests.new.natural_person"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last_year: Report) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("NIANBAO_HOME", str(home))
    with Store.open() as store:
        library = Library(store)
        library.take_over(last_year)
        with library.start("示例县水务局", 2025) as session:
            session.conversation.go(TOTAL)
    return home


def slowly(running: Terminal, text: str, dice: random.Random) -> str:
    """Type as people do, and stop somewhere; what was typed."""
    stop = dice.randrange(1, len(text) + 1)
    for character in text[:stop]:
        running.type(character)
        running.read(dice.uniform(0.01, 0.06))
    return text[:stop]


def acknowledged(running: Terminal, value: int) -> None:
    """Wait until the cell is saved and the table is where one stands, however busy the machine is."""
    for _ in range(50):
        running.read(0.1)
        with Store.open() as store:
            kept, screen = store.answers(2).get(CELL), store.position(2).screen
        if kept is not None and kept.value == value and screen == "table":
            return
    raise AssertionError("the cell was not saved")


def kept_while_idle(running: Terminal, typed: str) -> None:
    """Wait until what is half typed is on disk without another key, however busy the machine is."""
    for _ in range(100):
        running.read(0.1)
        with Store.open() as store:
            if store.position(2).typed.endswith(typed):
                return
    raise AssertionError("what was half typed was not saved")


def test_in_the_middle_of_a_question(home: Path) -> None:
    dice = random.Random(1)
    for number in range(ROUNDS):
        with Store.open() as store, Library(store).open(2) as session:
            store.remove(2, [TOTAL])
            session.conversation.go(TOTAL)
        with terminal("--resume", home=home) as running:
            assert running.wait(running.shows("来源：")), "the question is not there"
            if number % 2:
                running.type(f"{700 + number}\r")
                assert running.wait(running.shows("其中，通过网站公开了多少条？"))
            typed = slowly(running, "六百五十余条", dice)
            if number % 3:
                kept_while_idle(running, typed)
            running.kill()
        with Store.open() as store:
            kept, position = store.answers(2), store.position(2)
            assert position.question == (WEBSITE if number % 2 else TOTAL)
            if number % 2:
                assert kept[TOTAL].value == Quantity(700 + number)
            assert "六百五十余条".startswith(position.typed)
            if number % 3:
                assert (position.typed, position.caret) == (typed, len(typed))
    with terminal("--resume", home=home) as again:
        assert again.wait(again.shows(position.typed))


def test_in_the_middle_of_a_table(home: Path) -> None:
    dice = random.Random(2)
    for number in range(ROUNDS):
        with Store.open() as store, Library(store).open(2) as session:
            session.conversation.go("requests.table")
        with terminal("--resume", home=home) as running:
            assert running.wait(running.shows("打开表格"))
            running.type("\r")
            assert running.wait(running.shows("勾稽"))
            running.type(f"{number + 3}\t")
            acknowledged(running, number + 3)
            typed = slowly(running, "12345", dice)
            if number % 2:
                kept_while_idle(running, typed)
            running.kill()
        with Store.open() as store:
            kept, position = store.answers(2), store.position(2)
            assert kept[CELL].value == number + 3
            assert position.screen == "table"
            if number % 2:
                assert position.typed == typed
                assert position.cell != CELL


def test_in_the_middle_of_a_paragraph(home: Path) -> None:
    dice = random.Random(3)
    before = ""
    for number in range(ROUNDS):
        with terminal("--resume", home=home) as running:
            assert running.wait(running.shows("来源：" if number == 0 else "修改文字"))
            if number == 0:
                running.type(f"{742}\r")
                assert running.wait(running.shows("其中，通过网站公开了多少条？"))
                for _ in range(10):
                    running.type("\x1b[20~")
                    if running.wait(running.shows("修改文字"), 3):
                        break
                assert running.shows("修改文字")(), "the draft follows an answer a moment later"
            typed = slowly(running, f"第{number}次改动", dice)
            kept_while_idle(running, before + typed)
            running.kill()
        with Store.open() as store:
            position = store.position(2)
            assert (position.screen, position.key) == ("editor", "overview.proactive")
            assert position.typed.endswith(typed)
            assert not before or position.typed == before + typed
            assert position.caret == len(position.typed)
            before = position.typed
