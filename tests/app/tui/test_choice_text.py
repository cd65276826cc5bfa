"""Choices and the text in the box: what is marked is what the text says, and reads back as the choices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.session.views import Choice
from app.tui.interview.choice_text import chosen, toggled
from prompts.catalogue import QUESTIONS
from prompts.interview import QuestionInstance
from prompts.reading import read_answer
from sections.report.values import Kind

CHANNELS = tuple(Choice(name, "") for name in ("网站在线申请", "信函申请", "当面申请"))
MEASURES = tuple(Choice(name, "") for name in ("明确责任，按月通报", "开展培训，提高能力"))


@pytest.mark.parametrize(
    ("text", "kind", "marks"),
    [
        ("", Kind.CHOICES, set()),
        ("1、3", Kind.CHOICES, {1, 3}),
        ("１ ３", Kind.CHOICES, {1, 3}),
        ("9", Kind.CHOICES, set()),
        ("信函申请；当面申请", Kind.CHOICES, {2, 3}),
        ("信函申请、当面申请", Kind.CHOICES, {2, 3}),
        ("2", Kind.CHOICE, {2}),
        ("信函申请", Kind.CHOICE, {2}),
        ("信函", Kind.CHOICE, set()),
    ],
)
def test_what_the_text_says_is_marked(text: str, kind: Kind, marks: set[int]) -> None:
    assert chosen(text, CHANNELS, kind) == marks


@pytest.mark.parametrize(
    ("text", "number", "kind", "after"),
    [
        ("", 2, Kind.CHOICES, "2"),
        ("3", 1, Kind.CHOICES, "1、3"),
        ("1、3", 1, Kind.CHOICES, "3"),
        ("信函申请；来电", 3, Kind.CHOICES, "信函申请；来电；当面申请"),
        ("信函申请；来电", 2, Kind.CHOICES, "来电"),
        ("信函申请；3", 3, Kind.CHOICES, "信函申请"),
        ("3", 1, Kind.CHOICE, "1"),
    ],
)
def test_a_choice_goes_in_and_out_of_the_text(text: str, number: int, kind: Kind, after: str) -> None:
    assert toggled(text, number, CHANNELS, kind) == after


def test_a_measure_comes_in_its_own_words_to_be_changed() -> None:
    text = toggled("", 1, MEASURES, Kind.TEXT)
    assert text == "明确责任，按月通报"
    text = toggled(f"{text}。", 2, MEASURES, Kind.TEXT)
    assert text == "明确责任，按月通报，开展培训，提高能力"
    assert chosen(text, MEASURES, Kind.TEXT) == {1, 2}
    assert toggled(text, 1, MEASURES, Kind.TEXT) == "开展培训，提高能力"


@given(st.lists(st.integers(1, 3), unique=True))
def test_toggling_is_read_as_the_toggled_choices(numbers: list[int]) -> None:
    question = next(q for q in QUESTIONS if q.id == "requests.channels")
    choices = tuple(Choice(c.value, "") for c in question.choices)
    text = ""
    for number in numbers:
        text = toggled(text, number, choices, question.kind)
    assert chosen(text, choices, question.kind) == set(numbers)
    if numbers:
        assert read_answer(QuestionInstance(question), text) == tuple(
            choices[n - 1].value for n in sorted(numbers)
        )
