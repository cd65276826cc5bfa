"""Questions of governments go to others only where last year's text speaks of it; what is asked is named."""

import pytest

from prompts.interview import asked, last_value
from sections.report.assemble import assemble, with_texts
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity
from tests.support.drafted import made
from tests.support.interview_states import UNIT, state_of
from tests.support.own_words import last_report

BUREAU, TOWNSHIP, CITY = ("政府部门", "县级"), ("人民政府", "乡镇级"), ("人民政府", "市级")
ASSESSED = {"supervision.assessment", "supervision.social_evaluation", "supervision.accountable"}


def put(organ: tuple[str, str], text: str = "加强业务学习。") -> set[str]:
    last = with_texts(assemble({}, UNIT, 2024, None), {"overview.supervision": text})
    state = state_of({"profile.kind": organ[0], "profile.level": organ[1]}, last)
    found = {one.id for one in asked(state)}
    return found & (ASSESSED | {"platform.bulletins"})


def test_a_government_is_asked_what_it_must_report() -> None:
    assert put(CITY) == ASSESSED | {"platform.bulletins"}


def test_a_township_is_not_asked_for_a_gazette() -> None:
    assert put(TOWNSHIP) == ASSESSED


def test_a_bureau_is_asked_of_none_of_it() -> None:
    assert put(BUREAU) == set()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("将信息公开纳入年度考核。", "supervision.assessment"),
        ("开展社会评议，结果良好。", "supervision.social_evaluation"),
        ("全年没有发生责任追究情形。", "supervision.accountable"),
        ("协助编印政府公报12期。", "platform.bulletins"),
    ],
)
def test_a_bureau_that_spoke_of_it_is_asked_again(text: str, question: str) -> None:
    assert put(BUREAU, text) == {question}


def test_who_one_is_not_answered_yet_leaves_nothing_out() -> None:
    assert {one.id for one in asked(state_of({}))} >= ASSESSED


def questions(text: str) -> list[str]:
    last = last_report({"overview.platform": text})
    state = state_of({}, last)
    return [one.text(state) for one in asked(state) if one.question.repeat == "last.indicators"]


def test_a_part_is_asked_about_as_one() -> None:
    found = questions("全年制作办事短片119期，其中，市级47期。")
    assert "“办事短片”中的“市级”" in "".join(found)
    assert "中市级" not in "".join(found)


def test_an_effort_is_no_name() -> None:
    assert not [one for one in questions("切实提升3个市级政府信息公开查阅中心的服务。") if "切实" in one]


def test_what_is_asked_by_itself_is_not_shown_again_with_the_others() -> None:
    items = {"platform.items": (LocalItem("补贴公示", Quantity(15), "项", "platform"),)}
    last: Report = with_texts(made(items, year=2024), {"overview.platform": "完善补贴公示15项。"})
    state = state_of({}, last)
    again = next(one for one in asked(state) if one.id == "platform.items")
    assert last_value(again, state) is None
    assert any("补贴公示" in one.text(state) for one in asked(state) if "indicator" in one.id)
