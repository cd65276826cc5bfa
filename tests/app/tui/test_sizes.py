"""Terminals of any size: an answer is taken and kept in one of a single cell and in one of 65,535 columns."""

import pytest

from app.session.library import Library
from app.tui.text.cell_width import wrap
from sections.report.values import Quantity
from tests.support.desk import desk

TOTAL = "proactive.published_total"


@pytest.mark.parametrize("room", [-3, 0, 1, 2])
def test_words_are_wrapped_however_little_room_there_is(room: int) -> None:
    assert wrap("甲乙", room) == ("甲", "乙")
    assert wrap("", room) == ("",)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 60), (65_535, 2)])
async def test_an_answer_is_kept_on_a_screen_of_any_size(library: Library, size: tuple[int, int]) -> None:
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
    async with desk(library, session.id, size) as here:
        await here.enter("742")
        await here.until(lambda: TOTAL in library.store.answers(session.id))
        await here.type("43")
        assert here.app._keep_now() == ""
    assert library.store.answers(session.id)[TOTAL].value == Quantity(742)
    assert library.store.position(session.id).typed == "43"
