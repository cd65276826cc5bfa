"""The way through the questions: forward, back to old answers, and back to where one was."""

import pytest

from app.errors import SessionError
from app.session.library import Library
from app.session.session import Session
from app.tui.interview.interview_position import CLOSING, InterviewPosition
from sections.report.report import Report
from sections.report.values import Quantity
from store.model import Origin, Position

TOTAL, WEBSITE, WECHAT = "proactive.published_total", "proactive.website", "proactive.wechat"


@pytest.fixture
def session(library: Library, last_year: Report) -> Session:
    library.take_over(last_year)
    session = library.start("示例县水务局", 2025)
    session.conversation.go(TOTAL)
    return session


@pytest.fixture
def position(session: Session) -> InterviewPosition:
    return InterviewPosition(session)


def test_an_answer_leads_to_the_next_question(position: InterviewPosition) -> None:
    assert position.answer("742").accepted
    assert position.question_id == WEBSITE
    assert not position.reopened
    assert position.origin is None


def test_closing_an_old_answer_leads_back(position: InterviewPosition) -> None:
    position.answer("742")
    position.answer("500")
    position.remember_typed("18", 2)
    position.go(TOTAL)
    assert position.reopened
    assert position.box_text() == ("742 条", 5)
    position.step(1)
    assert position.question_id == WEBSITE
    assert position.close()
    assert position.question_id == WECHAT
    assert position.box_text() == ("18", 2)
    assert not position.close()


def test_a_changed_old_answer_is_saved_and_leads_back(position: InterviewPosition) -> None:
    position.answer("742")
    position.go(TOTAL)
    assert position.answer("750").accepted
    assert position.question_id == WEBSITE
    assert position.session.report.fact(TOTAL) == Quantity(750)


def test_an_old_answer_that_was_not_changed_is_not_written_again(position: InterviewPosition) -> None:
    position.session.conversation.go("profile.address")
    position.refresh()
    position.answer("")
    position.session.conversation.go(TOTAL)
    position.refresh()
    position.go("profile.address")
    assert position.answer("示例县清水路3号").accepted
    assert position.question_id == TOTAL
    assert position.session.conversation.answers()["profile.address"].origin is Origin.CARRIED


def test_a_misread_answer_stays_where_it_is(position: InterviewPosition) -> None:
    position.answer("742")
    position.go(TOTAL)
    outcome = position.answer("三五百")
    assert not outcome.accepted
    assert position.question_id == TOTAL
    assert position.close()
    assert position.question_id == WEBSITE


def test_an_answer_that_makes_the_origin_vanish_leads_on(position: InterviewPosition) -> None:
    position.answer("742")
    assert position.question_id == WEBSITE
    position.go(TOTAL)
    position.answer("0")
    assert position.question_id not in {WEBSITE, CLOSING}
    assert not position.reopened


def test_the_past_ends_with_the_question_just_before(position: InterviewPosition) -> None:
    position.answer("742")
    position.answer("500")
    assert [one.id for one in position.answered()][-2:] == [TOTAL, WEBSITE]
    position.go(TOTAL)
    assert [one.id for one in position.answered()][-2:] == [TOTAL, WEBSITE]
    position.session.conversation.go("profile.address")
    position.refresh()
    assert {one.id for one in position.answered()} == {"profile.name", TOTAL, WEBSITE}


def test_one_can_step_to_any_question_but_not_off_the_ends(position: InterviewPosition) -> None:
    position.go("profile.name")
    assert not position.step(-1)
    last = position.session.conversation.asked()[-1].id
    position.go(last)
    assert not position.step(1)
    assert position.question_id == last


def test_half_typed_text_waits_at_its_question_and_on_the_disk(
    position: InterviewPosition, library: Library
) -> None:
    position.remember_typed("74", 1)
    assert position.session.conversation.position == Position("interview", TOTAL, typed="74", caret=1)
    position.go("profile.name")
    position.go(TOTAL)
    assert position.box_text() == ("74", 1)
    position.remember()
    position.session.close()
    assert InterviewPosition(library.open(position.session.id)).box_text() == ("74", 1)


def test_an_old_answer_as_it_was_is_not_half_typed(position: InterviewPosition) -> None:
    position.answer("742")
    position.go(TOTAL)
    position.remember_typed("742 条", 5)
    assert position.half_typed == {}
    assert position.session.conversation.position.typed == ""


def test_skipping_leads_on_and_skipping_a_skipped_question_only_closes_it(
    position: InterviewPosition,
) -> None:
    position.answer("742")
    assert position.skip().accepted
    assert position.question_id == WECHAT
    position.go(WEBSITE)
    position.skip()
    assert position.question_id == WECHAT
    assert WEBSITE in position.session.conversation.skipped()


def test_skipping_an_old_answer_takes_it_away_and_leads_back(position: InterviewPosition) -> None:
    position.answer("742")
    position.answer("500")
    position.go(WEBSITE)
    assert "答案已清空" in position.skip().message
    assert position.question_id == WECHAT
    assert WEBSITE not in position.session.conversation.answers()
    assert WEBSITE in position.session.conversation.skipped()
    assert position.undo()
    assert position.session.report.fact(WEBSITE) == Quantity(500)


def test_an_emptied_answer_is_taken_away_and_one_stays_until_it_is_closed(
    position: InterviewPosition,
) -> None:
    position.answer("742")
    position.answer("500")
    position.go(WEBSITE)
    assert "答案已清空" in position.answer("").message
    assert position.question_id == WEBSITE
    assert WEBSITE not in position.session.conversation.answers()
    assert position.close()
    assert position.question_id == WECHAT
    assert position.undo()
    assert position.redo()
    assert WEBSITE not in position.session.conversation.answers()


def test_the_name_of_the_organ_is_never_emptied(position: InterviewPosition) -> None:
    for way in (lambda: position.answer(""), position.skip):
        position.go("profile.name")
        outcome = way()
        assert (outcome.accepted, position.question_id) == (False, "profile.name")
        assert "不能空着" in outcome.message
    assert position.session.conversation.answers()["profile.name"].value == "示例县水务局"


def test_undo_stands_at_what_was_taken_back(position: InterviewPosition) -> None:
    position.answer("742")
    assert "2025年一共主动公开" in position.undo()
    assert position.question_id == TOTAL
    assert not position.reopened


def test_when_all_is_answered_one_comes_to_the_closing_page_and_back_to_it(
    position: InterviewPosition,
) -> None:
    while position.question is not None:
        if position.question.question.kind == "table":
            position.session.tables.finish(position.question.question.scope)
            position.refresh()
        elif not position.skip().message.startswith("已跳过"):
            for text in ("1", "12", "示例县清水路1号", "010-12345678", "多做培训"):
                if position.answer(text).accepted:
                    break
    assert position.question_id == CLOSING
    assert not position.skip().accepted
    position.step(-1)
    assert position.reopened
    position.go(TOTAL)
    assert position.close()
    assert position.question is None


def test_a_question_that_does_not_apply_is_refused_in_words(position: InterviewPosition) -> None:
    with pytest.raises(SessionError, match="不需要回答"):
        position.go("requests.overdue")
    assert position.question_id == TOTAL


def test_a_count_that_is_hardly_meant_is_taken_when_it_is_confirmed_once_more(
    position: InterviewPosition,
) -> None:
    position.go("platform.reading_points")
    outcome = position.answer("36500个")
    assert not outcome.accepted
    assert "再按一次回车" in outcome.message
    assert not position.answer("36501个").accepted
    assert position.answer("36501个").accepted
    assert position.session.report.fact("platform.reading_points") == Quantity(36501)


def test_stepping_back_goes_through_what_was_met_in_that_order_and_forward_again(
    position: InterviewPosition,
) -> None:
    position.go("platform.reading_points")
    position.answer("12")
    after = position.question_id
    position.go("requests.channels")
    met = []
    while position.step(-1):
        met.append(position.question_id)
    assert met[:4] == [after, "platform.reading_points", TOTAL, "profile.name"]
    for question in (TOTAL, "platform.reading_points", after, "requests.channels"):
        assert position.step(1)
        assert position.question_id == question


def test_an_open_question_one_is_led_back_to_comes_after_the_one_just_answered(
    position: InterviewPosition,
) -> None:
    last = position.session.conversation.asked()[-1].id
    position.go(last)
    position.leave_open()
    here = position.question_id
    position.step(-1)
    assert (here, position.question_id) != (TOTAL, TOTAL)
    assert position.question_id == last


def test_the_way_of_an_earlier_sitting_is_gone_back_too(
    position: InterviewPosition, library: Library
) -> None:
    position.answer("742")
    position.go("platform.reading_points")
    position.session.close()
    again = InterviewPosition(library.open(position.session.id))
    assert again.question_id == "platform.reading_points"
    assert again.step(-1)
    assert again.question_id == TOTAL
