"""What is typed while a list beside the answer box has the keys is not lost: it stands in the box."""

import pytest
from textual.events import Paste

from app.session.library import Library
from sections.report.report import Report
from tests.support.desk import SMALL, WIDE, Desk, desk


@pytest.fixture
def report_id(library: Library, last_year: Report) -> int:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go("problems.items")
        return session.id


def focused(here: Desk) -> str | None:
    """The pane that has the keys; the answer box has no name."""
    widget = here.interview.focused
    return widget.id if widget is not None else "nothing"


@pytest.mark.parametrize("key", ["down", "pagedown"])
async def test_numbers_typed_in_the_list_of_choices_are_the_answer(
    library: Library, report_id: int, key: str
) -> None:
    async with desk(library, report_id) as here:
        view = here.interview.position.view
        assert view is not None
        await here.press(key)
        assert focused(here) == "choices"
        await here.type("3、5")
        assert here.typed == "3、5"
        assert focused(here) is None
        await here.press("enter")
        answer = here.interview.session.conversation.answers()["problems.items"].value
        assert answer == (view.choices[2].value, view.choices[4].value)


async def test_enter_right_behind_what_was_typed_confirms_that(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        view = here.interview.position.view
        assert view is not None
        await here.press("down", "3", "enter")
        assert here.interview.session.conversation.answers()["problems.items"].value == (
            view.choices[2].value,
        )


async def test_what_is_typed_or_pasted_while_looking_at_old_answers_is_in_the_box(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        here.interview.position.go("proactive.published_total")
        here.interview.show_moved()
        await here.enter("742")
        await here.press("up")
        assert focused(here) == "history"
        await here.type("50")
        assert here.typed == "50"
        await here.press("backspace", "backspace", "up")
        here.interview.conversation.history.post_message(Paste("61"))
        await here.pilot.pause()
        await here.pilot.pause()
        assert here.typed == "61"


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_keys_say_how_choices_out_of_sight_are_reached(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    async with desk(library, report_id, size) as here:
        choices = here.interview.conversation.choices
        assert "PgDn 看选项" in here.keys
        await here.press("pagedown")
        assert choices.here != choices.keys[0]
        assert "打字 写进答案框" in here.keys


async def test_a_digit_in_the_steps_of_the_closing_page_still_takes_the_step(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        here.interview.position.at_end = True
        here.interview.show_moved()
        await here.press("down", "2")
        await here.pilot.pause()
        assert here.app.screen is not here.app.screen_stack[0]
        assert type(here.app.screen).__name__ in {"ReviewScreen", "PreviewScreen"}
