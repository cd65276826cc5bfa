"""Counts that are hardly meant."""

import pytest

from prompts.plausible import doubt
from sections.report.values import Quantity


@pytest.mark.parametrize(
    ("fact", "value", "last", "said"),
    [
        ("platform.reading_points", 36500, None, "填错了题"),
        ("platform.reading_points", 36500, 3, "填错了题"),
        ("platform.reading_points", 3, None, ""),
        ("platform.visits", 36500, None, ""),
        ("platform.visits", 7_850_000, 100_000, "78倍"),
        ("platform.visits", 7_850_000, 500_000, ""),
        ("proactive.weibo", 60, 1, ""),
        ("proactive.published_total", 742, 699, ""),
        ("proactive.published_total", 742, 0, ""),
    ],
)
def test_a_count_is_doubted_for_its_kind_or_for_last_years_sake(
    fact: str, value: int, last: int | None, said: str
) -> None:
    before = None if last is None else Quantity(last)
    told = doubt(fact, Quantity(value), before, "个")
    assert (said in told) if said else told == ""
