"""What the interview says where an answer brings more to answer, and where the clerk is led."""

import pytest

from app.session.library import Library
from sections.report.report import Report
from tests.support.desk import SMALL, WIDE, Desk, desk

TOTAL = "proactive.published_total"
SIZES = pytest.mark.parametrize("size", [SMALL, WIDE])


def left(here: Desk) -> int:
    progress = here.interview.session.conversation.progress()
    return progress.total - progress.done


@pytest.fixture
def report_id(library: Library, last_year: Report) -> int:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
        return session.id


@SIZES
async def test_where_an_answer_brings_further_questions_it_says_how_many(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    async with desk(library, report_id, size) as here:
        await here.enter("0")
        before = left(here)
        await here.press("ctrl+up")
        await here.enter("742")
        more = left(here) - before
        assert more > 0
        assert f"多了{more}题要答" in here.said
        await here.press("ctrl+z")
        assert "要答" not in here.said


async def test_an_answer_that_brings_nothing_says_nothing_of_it(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.enter("700")
        assert "要答" not in here.said


async def test_ctrl_up_leads_through_the_questions_as_they_were_met(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.press("f2", "end", "enter")
        jumped = here.interview.position.question_id
        assert jumped not in {TOTAL, ""}
        await here.press("ctrl+up")
        assert here.interview.position.question_id == TOTAL
        await here.press("ctrl+down")
        assert here.interview.position.question_id == jumped
