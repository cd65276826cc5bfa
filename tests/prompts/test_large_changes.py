"""Why a number moved much: asked where it matters, told in its topic, never lost."""

import re
from typing import Any

import pytest

from prompts.interview import InterviewState, asked
from prompts.narrative.compose import Drafter
from prompts.narrative.large_changes import BY_NAME, large_changes, moved
from prompts.narrative.narrative import Choices, Words
from sections.report.assemble import with_texts
from sections.report.report import Report
from sections.report.unsaid import CAUSE, paragraph_of, unsaid
from sections.report.values import Quantity
from tests.support.drafted import made

LAST: dict[str, Any] = {
    "proactive.published_total": 100,
    "proactive.website": 100,
    "proactive.opinions": 40,
    "platform.visits": 2000,
    "supervision.trainees": 60,
    "supervision.trainings": 2,
}
WHY = "新开设了全员网络课程"
TRAINEES = f"{CAUSE}:培训的人次"


def last_report() -> Report:
    return made(LAST, year=2024)


def large(**now: int) -> list[str]:
    answers = {name.replace("__", "."): Quantity(value) for name, value in now.items()}
    return [fact.id for fact in large_changes(answers, last_report())]


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ({"supervision__trainees": 90}, ["supervision.trainees"]),
        ({"supervision__trainees": 30}, ["supervision.trainees"]),
        ({"supervision__trainees": 89}, []),
        ({"supervision__trainings": 4}, []),
        ({"proactive__website": 300}, []),
        ({"proactive__published_total": 300, "proactive__opinions": 400}, ["proactive.published_total"]),
        (
            {"supervision__trainees": 90, "platform__visits": 9000, "proactive__opinions": 400},
            ["proactive.opinions", "platform.visits"],
        ),
    ],
)
def test_a_cause_is_asked_for_what_moved_by_half_and_ten(now: dict[str, int], found: list[str]) -> None:
    """One a topic, two in all; parts move with their whole."""
    assert large(**now) == found


def test_without_last_year_nothing_moved() -> None:
    assert not large_changes({"supervision.trainees": Quantity(90)}, None)


def test_the_question_names_the_count_and_may_be_skipped() -> None:
    answers = {"supervision.trainees": Quantity(90)}
    state = InterviewState(
        unit="示例县民政局", year=2025, answers=answers, cells={}, last=last_report(), skipped=frozenset()
    )
    (question,) = (one for one in asked(state) if one.question.id == CAUSE)
    assert question.fields == (TRAINEES,)
    assert question.text(state).startswith("“培训的人次”")
    assert not question.question.required


def told(answer: str, **now: Any) -> tuple[str, Report]:
    last = last_report()
    answers = {name.replace("__", "."): value for name, value in now.items()}
    report = made({**answers, TRAINEES: answer}, last)
    drafts = Drafter().draft(report, last, {})
    return "".join(one.text for one in drafts["overview.supervision"].sentences), report


@pytest.mark.parametrize("answer", [WHY, f"主要是{WHY}。", f"因为{WHY}"])
def test_the_cause_stands_behind_the_change(answer: str) -> None:
    text, _ = told(answer, supervision__trainees=96)
    assert re.search(f"96人次，[^。]*增[^。]*，主要是{WHY}。", text)
    assert text.count(WHY) == 1


@pytest.mark.parametrize(
    ("now", "words"), [(40, "减少"), (20, "减少较多"), (60, "有所变化"), (70, "增加"), (96, "增加较多")]
)
def test_the_words_follow_the_number(now: int, words: str) -> None:
    assert moved(Quantity(now), Quantity(60)) == words


def test_a_cause_of_no_change_is_still_told() -> None:
    assert "培训的人次较去年有所变化，" in told(WHY, supervision__trainees=60)[0]


def test_a_cause_that_no_sentence_says_is_told() -> None:
    text, report = told(WHY, supervision__trainees=96)
    assert TRAINEES not in unsaid(report, {"overview.supervision": text})
    assert TRAINEES in unsaid(report, {"overview.supervision": text.replace(WHY, "别的原因")})
    assert paragraph_of(TRAINEES, report) == "overview.supervision"


def test_names_name_one_count_each() -> None:
    assert len({fact.id for fact in BY_NAME.values()}) == len(BY_NAME)
    assert "培训的人次" in BY_NAME


def test_a_cause_is_told_behind_an_own_sentence_too() -> None:
    """A kept sentence says the number in last year's words; its cause has a sentence of its own."""
    said = "馆员轮流到岗学习，参加政府信息公开培训60人次。"
    last = with_texts(last_report(), {"overview.supervision": said})
    report = made({"supervision.trainees": 96, TRAINEES: WHY}, last)
    drafts = Drafter().draft(report, last, {}, Choices(Words.OWN))
    text = "".join(one.text for one in drafts["overview.supervision"].sentences)
    assert "馆员轮流到岗学习，参加政府信息公开培训96人次。" in text
    assert text.count("96") == 1
    assert "培训的人次较去年增加较多，" in text
    assert text.count(WHY) == 1


def test_an_edited_paragraph_gets_the_cause_alone() -> None:
    _, report = told(WHY, supervision__trainees=96)
    words = Drafter().about(TRAINEES, "overview.supervision", report, last_report())
    assert WHY in words
    assert "96" not in words
