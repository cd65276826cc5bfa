"""The way through the questions: forward, back to old answers, and back to where one was."""

import pytest

from app.errors import SessionError
from app.session.library import Library
from app.session.session import Session
from app.tui.interview.interview_position import CLOSING, Walk
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
def walk(session: Session) -> Walk:
    return Walk(session)


def test_an_answer_leads_to_the_next_question(walk: Walk) -> None:
    assert walk.answer("742").accepted
    assert walk.id == WEBSITE
    assert not walk.reopened
    assert walk.origin is None


def test_closing_an_old_answer_leads_back(walk: Walk) -> None:
    walk.answer("742")
    walk.answer("500")
    walk.typed("18", 2)
    walk.go(TOTAL)
    assert walk.reopened
    assert walk.box() == ("742 条", 5)
    walk.step(1)
    assert walk.id == WEBSITE
    assert walk.close()
    assert walk.id == WECHAT
    assert walk.box() == ("18", 2)
    assert not walk.close()


def test_a_changed_old_answer_is_saved_and_leads_back(walk: Walk) -> None:
    walk.answer("742")
    walk.go(TOTAL)
    assert walk.answer("750").accepted
    assert walk.id == WEBSITE
    assert walk.session.report.fact(TOTAL) == Quantity(750)


def test_an_old_answer_that_was_not_changed_is_not_written_again(walk: Walk) -> None:
    walk.session.conversation.go("profile.address")
    walk.refresh()
    walk.answer("")
    walk.session.conversation.go(TOTAL)
    walk.refresh()
    for text in ("", "示例县清水路3号"):
        walk.go("profile.address")
        assert walk.answer(text).accepted
        assert walk.id == TOTAL
    assert walk.session.conversation.answers()["profile.address"].origin is Origin.CARRIED


def test_a_misread_answer_stays_where_it_is(walk: Walk) -> None:
    walk.answer("742")
    walk.go(TOTAL)
    outcome = walk.answer("三五百")
    assert not outcome.accepted
    assert walk.id == TOTAL
    assert walk.close()
    assert walk.id == WEBSITE


def test_an_answer_that_makes_the_origin_vanish_leads_on(walk: Walk) -> None:
    walk.answer("742")
    assert walk.id == WEBSITE
    walk.go(TOTAL)
    walk.answer("0")
    assert walk.id not in {WEBSITE, CLOSING}
    assert not walk.reopened


def test_the_past_ends_with_the_question_just_before(walk: Walk) -> None:
    walk.answer("742")
    walk.answer("500")
    assert [one.id for one in walk.past()][-2:] == [TOTAL, WEBSITE]
    walk.go(TOTAL)
    assert [one.id for one in walk.past()][-2:] == [TOTAL, WEBSITE]
    walk.session.conversation.go("profile.address")
    walk.refresh()
    assert {one.id for one in walk.past()} == {"profile.name", TOTAL, WEBSITE}


def test_one_can_step_to_any_question_but_not_off_the_ends(walk: Walk) -> None:
    walk.go("profile.name")
    assert not walk.step(-1)
    last = walk.session.conversation.asked()[-1].id
    walk.go(last)
    assert not walk.step(1)
    assert walk.id == last


def test_half_typed_text_waits_at_its_question_and_on_the_disk(walk: Walk, library: Library) -> None:
    walk.typed("74", 1)
    assert walk.session.conversation.position == Position("interview", TOTAL, typed="74", caret=1)
    walk.go("profile.name")
    walk.go(TOTAL)
    assert walk.box() == ("74", 1)
    walk.keep()
    walk.session.close()
    assert Walk(library.open(walk.session.id)).box() == ("74", 1)


def test_an_old_answer_as_it_was_is_not_half_typed(walk: Walk) -> None:
    walk.answer("742")
    walk.go(TOTAL)
    walk.typed("742 条", 5)
    assert walk.half == {}
    assert walk.session.conversation.position.typed == ""


def test_skipping_leads_on_and_skipping_an_old_answer_only_closes_it(walk: Walk) -> None:
    walk.answer("742")
    assert walk.skip().accepted
    assert walk.id == WECHAT
    walk.go(TOTAL)
    walk.skip()
    assert walk.id == WECHAT
    assert not walk.session.conversation.view(walk.session.conversation.asked()[0]).skipped


def test_undo_stands_at_what_was_taken_back(walk: Walk) -> None:
    walk.answer("742")
    assert "2025年一共主动公开" in walk.undo()
    assert walk.id == TOTAL
    assert not walk.reopened


def test_when_all_is_answered_one_comes_to_the_closing_page_and_back_to_it(walk: Walk) -> None:
    while walk.one is not None:
        if walk.one.question.kind == "table":
            walk.session.tables.finish(walk.one.question.scope)
            walk.refresh()
        elif not walk.skip().message.startswith("已跳过"):
            for text in ("1", "12", "示例县清水路1号", "010-12345678", "多做培训"):
                if walk.answer(text).accepted:
                    break
    assert walk.id == CLOSING
    assert not walk.skip().accepted
    walk.step(-1)
    assert walk.reopened
    walk.go(TOTAL)
    assert walk.close()
    assert walk.one is None


def test_a_question_that_does_not_apply_is_refused_in_words(walk: Walk) -> None:
    with pytest.raises(SessionError, match="不需要回答"):
        walk.go("requests.overdue")
    assert walk.id == TOTAL
