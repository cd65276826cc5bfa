"""What is offered as done about a problem counts what the problem is about, and is no step back."""

from collections.abc import Mapping

import pytest

from prompts.problems.evidence import evidence_for
from sections.report.values import Quantity, Value

LATE = "部分信息发布不够及时，个别栏目更新间隔较长"


def offered(problem: str, now: Mapping[str, Value], last: Mapping[str, Value]) -> tuple[str, ...]:
    return evidence_for(problem, now, last.get)


def test_how_much_was_published_says_nothing_of_how_soon() -> None:
    assert offered(LATE, {"proactive.published_total": Quantity(900)}, {}) == ()


def test_publication_in_time_answers_lateness() -> None:
    problem = "个别政策信息公开不够及时"
    assert offered(problem, {"management.within_20_days": True}, {}) == (
        "主动公开的信息均在20个工作日内公开",
    )
    assert offered(problem, {"management.within_20_days": False}, {}) == ()


@pytest.mark.parametrize(("now", "is_offered"), [(3, True), (2, True), (1, False), (0, False)])
def test_less_than_last_year_is_no_improvement(now: int, is_offered: bool) -> None:
    found = offered(
        "业务培训偏少",
        {"supervision.trainings": Quantity(now)},
        {"supervision.trainings": Quantity(2)},
    )
    assert found == ((f"组织培训{now}次",) if is_offered else ())


@pytest.mark.parametrize("problem", ["政策解读方式不够丰富", "政策解读形式较为单一，视频偏少"])
def test_more_of_one_form_is_no_cure_of_monotony(problem: str) -> None:
    now: dict[str, Value] = {"proactive.interpretations": Quantity(15)}
    assert offered(problem, now, {}) == ()
    assert offered(problem, now | {"proactive.interpretations_video": Quantity(1)}, {}) == (
        "制作视频解读1篇",
    )


def test_of_a_pair_only_what_grew_is_told() -> None:
    now: dict[str, Value] = {"supervision.trainings": Quantity(3), "supervision.trainees": Quantity(40)}
    last: dict[str, Value] = {"supervision.trainings": Quantity(2), "supervision.trainees": Quantity(60)}
    assert offered("业务培训偏少", now, last) == ("组织培训3次",)


@pytest.mark.parametrize(
    "problem",
    ["政策解读深度不够", "政务新媒体内容较为单调", "网站公开栏目设置不够清晰", "意见征集的采纳情况反馈不够"],
)
def test_a_count_answers_no_want_of_quality(problem: str) -> None:
    counts = ("interpretations", "wechat", "consultations", "opinions", "published_total")
    answers: dict[str, Value] = {f"proactive.{name}": Quantity(9) for name in counts}
    assert offered(problem, answers | {"platform.columns": Quantity(9)}, {}) == ()
