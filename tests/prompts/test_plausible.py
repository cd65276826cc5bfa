"""Counts and problems that are hardly meant."""

import pytest

from prompts.interview import InterviewState, asked
from prompts.plausible import doubt
from prompts.problems.catalogue import PROBLEMS
from prompts.problems.evidence import against
from sections.report.values import Quantity
from tests.support.cells import table_cells


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


@pytest.mark.parametrize(
    ("problem", "answers", "said"),
    [
        ("部分信息发布不够及时", {"management.within_20_days": True}, "20个工作日"),
        ("部分信息发布不够及时", {"management.within_20_days": False}, ""),
        ("回应公开不够及时", {"management.within_20_days": True}, ""),
        ("栏目更新不够及时", {"management.within_20_days": True}, ""),
        ("个别申请答复不及时", {"requests.on_time": True}, "法定期限"),
        ("政策解读形式较为单一", {"interpretations": 10, "interpretations_image": 6}, "一半以上"),
        ("政策解读形式较为单一", {"interpretations": 10, "interpretations_image": 2}, ""),
        ("业务培训次数偏少", {"supervision.trainings": 6}, "培训6次"),
        ("业务培训次数偏少", {"supervision.trainings": 1}, ""),
        ("日常监督检查力度不足", {"supervision.checks": 12}, "检查12次"),
    ],
)
def test_a_problem_that_the_answers_speak_against_is_told_with_them(
    problem: str, answers: dict[str, int | bool], said: str
) -> None:
    known = {
        name if "." in name else f"proactive.{name}": value if isinstance(value, bool) else Quantity(value)
        for name, value in answers.items()
    }
    told = against(problem, known)
    assert (said in told) if said else told == ""
    cells = table_cells(known, None)
    now = InterviewState(known, None, 2025, "示例县档案局", frozenset(), cells)
    offered = {choice.value for one in asked(now) if one.id == "problems.items" for choice in one.choices()}
    assert offered == {entry.problem for entry in PROBLEMS if not against(entry.problem, known)}
