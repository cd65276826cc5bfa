"""`kill -9` of the real program in a real terminal: `--resume` goes on in the middle of the word."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.library import Library
from sections.values import Quantity
from store.database import Store
from store.model import Position
from tests.terminal import terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pty")

UNIT, CELL = "示例县水务局", "requests.new.natural_person"
FACT, TEXT = "proactive.published_total", "overview.proactive"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))
    with Store.open() as store, Library(store).start(UNIT, 2025) as session:
        session.go(FACT)
        session.answer("741")
    return tmp_path


def stand(position: Position) -> None:
    with Store.open() as store:
        store.keep(store.reports()[0].id, position)


def stored(look: Callable[[Store, int], object]) -> object:
    with Store.open() as store:
        return look(store, store.reports()[0].id)


def typed() -> object:
    return stored(lambda store, report_id: store.position(report_id).typed)


def killed_and_resumed(
    home: Path, mark: str, keys: str, half: Callable[[], bool], rest: str, done: Callable[[], bool]
) -> None:
    """Type ``keys``, kill once they are kept, resume, type ``rest``, and wait for what both together make."""
    with terminal("--resume", "2025", home=home) as first:
        assert first.wait(first.shows(mark))
        first.read(0.8)
        first.type(keys)
        assert first.wait(half), first.seen[-2000:].decode(errors="replace")
        first.kill()
    with terminal("--resume", "2025", home=home) as second:
        assert second.wait(second.shows(mark))
        second.read(0.8)
        second.type(rest)
        assert second.wait(done), second.seen[-2000:].decode(errors="replace")


def test_in_the_middle_of_a_question(home: Path) -> None:
    stand(Position(question="proactive.website"))
    killed_and_resumed(
        home,
        "水务局",
        "53",
        lambda: typed() == "53",
        "9\r",
        lambda: stored(lambda store, i: store.answers(i).get("proactive.website")) is not None,
    )
    kept = stored(lambda store, i: store.answers(i)["proactive.website"].value)
    assert kept == Quantity(539)


def test_in_the_middle_of_a_cell(home: Path) -> None:
    stand(Position(screen="table", question="requests.table", cell=CELL))
    killed_and_resumed(
        home,
        "自然人",
        "12",
        lambda: typed() == "12",
        "3\r",
        lambda: stored(lambda store, i: store.answers(i).get(CELL)) is not None,
    )
    assert stored(lambda store, i: store.answers(i)[CELL].value) == 123


def test_in_the_middle_of_an_edited_paragraph(home: Path) -> None:
    stand(Position(screen="editor", question=FACT, key=TEXT))
    killed_and_resumed(
        home,
        "恢复草稿",
        "今年亮点",
        lambda: "今年亮点" in str(typed()),
        "多。\x13",
        lambda: TEXT in stored(lambda store, i: store.texts(i)),  # type: ignore[operator]
    )
    assert "今年亮点多。" in stored(lambda store, i: store.texts(i)[TEXT].text)  # type: ignore[operator]
