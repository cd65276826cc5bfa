"""Words for changes, lists and enumerations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.narrative.wording import change, joined, numbered, ordinal, percentage, sentence
from sections.report.values import Quantity

CHANGES = [
    (15, 7, "较去年增加8项"),
    (7, 15, "较去年减少8项，下降53.3%"),
    (20, 10, "较去年增加10项，增长100%"),
    (5, 5, "与去年持平"),
    (0, 0, ""),
    (5, 0, ""),
    (0, 5, "较去年减少5项"),
    (200, 1000, "较去年减少800项，下降80%"),
    (7, 1000, "较去年减少993项"),
]


@pytest.mark.parametrize(("now", "last", "words"), CHANGES)
def test_change(now: int, last: int, words: str) -> None:
    assert change(Quantity(now), Quantity(last), "项") == words


def test_an_approximate_number_is_never_calculated_with() -> None:
    about = Quantity(140000, "14万余")
    assert change(about, Quantity(7), "次") == ""
    assert change(Quantity(7), about, "次") == ""
    assert change(Quantity(7), None, "次") == ""


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_percentages_are_right_to_a_tenth(part: int, whole: int) -> None:
    words = percentage(part, whole)
    assert not words.endswith(".0%")
    assert abs(float(words[:-1]) - part * 100 / whole) <= 0.0501


def test_lists_and_enumerations_close_once() -> None:
    assert joined(["甲。", " 乙、", ""]) == "甲、乙"
    assert numbered(["甲。", "乙；"]) == "一是甲；二是乙。"
    assert numbered(["甲"]) == "甲。"
    assert numbered([]) == ""
    assert sentence("好。。") == "好。"
    assert [ordinal(n) for n in (1, 10, 11, 20, 21)] == ["一", "十", "十一", "二十", "二十一"]
