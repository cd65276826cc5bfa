"""What the tests of reading share."""

from collections.abc import Iterable

import pytest

from prompts.catalogue import QUESTIONS
from prompts.interview import InterviewState, QuestionInstance
from prompts.question import Question
from prompts.reading import NotUnderstood, read_answer
from sections.report.report import Report
from sections.report.values import Answers, LocalItem, Quantity, Value
from tests.support.cells import table_cells

QUESTION_OF: dict[str, Question] = {field: question for question in QUESTIONS for field in question.fields}
"""Field -> the one question that writes it (a repeated fact without the item behind the colon)."""

SEVEN = Quantity(7)
ITEM = LocalItem("惠民惠农财政补贴公示", Quantity(15), "项")


def read(field: str, text: str, last: Value | None = None) -> Value:
    fact, _, item = field.partition(":")
    return read_answer(QuestionInstance(QUESTION_OF[fact], item), text, last)


def refused(field: str, text: str, last: Value | None = None) -> str:
    with pytest.raises(NotUnderstood) as caught:
        read(field, text, last)
    sentence = str(caught.value)
    assert sentence.endswith("。")
    assert sentence.count("。") <= 1 + text.count("。")
    assert len(sentence) < 150
    return sentence


UNIT = "示例县民政局"


def state_of(answers: Answers, last: Report | None = None, skipped: Iterable[str] = ()) -> InterviewState:
    return InterviewState(answers, last, 2025, UNIT, frozenset(skipped), table_cells(answers, last))
