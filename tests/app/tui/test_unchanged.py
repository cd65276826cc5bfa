"""What stays as it was last year on one page, and the questions that are still open by who has the answer."""

import pytest

from app.session.library import Library
from app.tui.interview.interview_screen import InterviewScreen
from app.tui.interview.open_questions_screen import OpenQuestionsScreen
from app.tui.interview.unchanged_screen import UnchangedScreen
from sections.report.report import Report
from store.model import Origin
from tests.support.desk import SMALL, Desk, desk

FACTS = {
    "profile.kind": "政府部门",
    "profile.level": "县级",
    "profile.address": "示例县清水路3号",
    "profile.postcode": "100000",
    "profile.telephone": "010-12345678",
    "signature.wanted": True,
}


@pytest.fixture
def report_id(library: Library, last_year: Report) -> int:
    library.take_over(last_year.model_copy(update={"facts": last_year.facts | FACTS}))
    with library.start("示例县水务局", 2025) as session:
        return session.id


def page(here: Desk) -> UnchangedScreen:
    assert isinstance(here.app.screen, UnchangedScreen)
    return here.app.screen


async def test_a_new_report_offers_what_did_not_change_and_one_key_takes_all(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.until(lambda: "Ctrl+T" in here.said)
        assert "有7项内容可能与去年一样" in here.said
        await here.press("ctrl+t")
        for words in ("办公地址：示例县清水路3号", "邮政编码：100000", "联系电话：010-12345678"):
            assert words in here.shown
        page(here)
        await here.press("f5")
        assert isinstance(here.app.screen, InterviewScreen)
        assert "沿用了7项" in here.said
        kept = library.store.answers(report_id)
        assert {field: kept[field].value for field in FACTS} == FACTS
        assert {kept[field].origin for field in FACTS} == {Origin.CARRIED}
        await here.press("ctrl+z")
    assert set(library.store.answers(report_id)) == {"profile.name"}


async def test_one_detail_is_changed_another_left_out(library: Library, report_id: int) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.press("ctrl+t")
        await here.press("down", "down", "down", "enter", "end", "ctrl+u")
        await here.enter("清水路")
        await here.press("down", "enter", "end", "ctrl+u")
        await here.enter("12")
        assert "六位数字" in here.shown
        await here.press("escape", "space", "f5")
        assert "沿用了5项，改了1项" in here.said
    kept = library.store.answers(report_id)
    assert (kept["profile.address"].value, kept["profile.address"].origin) == ("清水路", Origin.TYPED)
    assert "profile.postcode" not in kept


async def test_the_page_is_left_for_the_questions_and_comes_back_by_its_key_alone(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.press("ctrl+t")
        await here.press("escape")
        assert here.interview.position.question_id == "profile.kind"
        await here.press("enter", "ctrl+t")
        assert "单位性质" not in here.shown
        await here.press("f5", "ctrl+t")
        assert "去年的年报没有写到的题" in here.shown
        await here.press("a", "f5", "ctrl+t")
        assert "没有可以沿用去年的内容" in here.said
    async with desk(library, report_id) as here:
        assert "Ctrl+T" not in here.said


async def test_what_is_not_known_yet_stays_open_and_is_listed_by_who_has_it(
    library: Library, report_id: int
) -> None:
    with library.open(report_id) as session:
        session.conversation.go("proactive.published_total")
        session.conversation.answer("742")
    async with desk(library, report_id, SMALL) as here:
        here.interview.position.go("proactive.website")
        here.interview.show_moved()
        await here.press("ctrl+u")
        assert "先留着" in here.said
        assert here.interview.position.question_id == "proactive.wechat"
        assert not here.interview.session.conversation.skipped()
        await here.press("ctrl+n", "ctrl+o")
        assert isinstance(here.app.screen, OpenQuestionsScreen)
        shown = here.shown
        assert "微信公众平台" in "".join(here.app.screen.query_one("#questions").text.split())
        assert "还没有答的题" in shown
        keys = here.app.screen.query_one("#questions").keys
        assert {"proactive.website", "proactive.wechat"} <= set(keys)
        here.app.screen.query_one("#questions").stand("proactive.website")
        await here.press("enter")
        assert here.interview.position.question_id == "proactive.website"


async def test_a_question_that_must_be_answered_says_what_happens_if_it_stays_open(
    library: Library, report_id: int
) -> None:
    with library.open(report_id) as session:
        session.conversation.go("proactive.published_total")
        assert "不答就不能定稿" in session.conversation.leave_open().message
        session.conversation.go("proactive.published_total")
        assert "不答就不能定稿" in session.conversation.skip().message


async def test_what_was_skipped_last_year_is_skipped_again_with_the_rest(
    library: Library, last_year: Report
) -> None:
    skipped = ("overview.focus", "proactive.highlights", "platform.items")
    with library.start("示例县水务局", 2024) as session:
        before = session.id
        for question in skipped:
            library.store.put_skipped(before, question, True)
    with library.start("示例县水务局", 2025) as session:
        now = session.id
    async with desk(library, now, SMALL) as here:
        await here.press("ctrl+t")
        assert "去年跳过的题，今年也跳过" in here.shown
        again = [one.question for one in page(here)._details if one.skipped]
        assert set(again) == set(skipped)
        first = again[0]
        await here.press("end", *["up"] * (len(skipped) - 1), "space")
        assert "一题一题地答" in here.shown
        await here.press("f5")
        assert f"跳过了{len(skipped) - 1}题" in here.said
        assert library.store.skipped(now) == set(skipped) - {first}
        await here.press("ctrl+z")
    assert library.store.skipped(now) == set()


async def test_what_last_years_report_does_not_tell_of_is_skipped_with_one_key(
    library: Library, last_year: Report
) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.unchanged.take(
            frozenset(one.question for one in session.unchanged.details() if one.value), {}
        )
        unwritten = {one.question for one in session.unchanged.details() if one.unwritten}
        asked = {one.id: one.question for one in session.conversation.asked()}
        assert "platform.visits" in unwritten
        assert not any(asked[question].required for question in unwritten)
    async with desk(library, session.id) as here:
        await here.press("ctrl+t", "f5")
        assert not library.store.skipped(session.id)
        await here.press("ctrl+t", "a", "f5")
        assert unwritten <= set(library.store.skipped(session.id))
        await here.press("ctrl+z")
        assert not library.store.skipped(session.id)
