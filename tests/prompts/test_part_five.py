"""Leads of part five in the organ's own words, with this year's lists behind them."""

import pytest

from prompts.narrative.part_five import MEASURES, left_of, renewed_frames
from prompts.narrative.template_api import TemplateApi
from sections.report.report import Report
from tests.support.drafted import made

LIST = "一是组织轮训。二是按月通报。"


def last_with(lead: str) -> Report:
    report = made({}, year=2024)
    problems = report.problems.model_copy(update={"text": f"{lead}{LIST}"})
    return report.model_copy(update={"problems": problems})


def measures(lead: str, count: int) -> list[str]:
    names = ("人手不足", "更新偏慢")[:count]
    answers = {"problems.items": names} | {f"problems.measure:{name}": "逐件督办" for name in names}
    last = last_with(lead)
    return [one.text for one in renewed_frames(last, made(answers, last)).get(MEASURES, [])]


@pytest.mark.parametrize(
    "lead",
    ["下一步将做好以下工作：", "今后将采取如下措施：", "下一步从几个方面改进：", "下一步，将逐项整改："],
)
def test_a_lead_to_several_stands_before_several_only(lead: str) -> None:
    assert measures(lead, 1) == []
    assert measures(lead, 2)[0].startswith(f"{lead}一是")


def test_a_lead_that_fits_one_stands_before_one() -> None:
    assert measures("下一步的打算：", 1) == ["下一步的打算：逐件督办。"]


@pytest.mark.parametrize(
    ("told", "points"),
    [
        ("工作中的不足：目录更新偏慢；查阅预约不便。", "人手不足；渠道单一。"),
        ("还有差距，如目录更新偏慢、查阅预约不便等。", "人手不足；渠道单一。"),
        ("工作中的不足：一是目录更新偏慢；二是查阅预约不便。", "一是人手不足；二是渠道单一。"),
        ("（1）目录更新偏慢。（2）查阅预约不便。", "一是人手不足；二是渠道单一。"),
    ],
)
def test_problems_are_numbered_unless_last_years_were_not(told: str, points: str) -> None:
    last = made({"problems.items": ("目录更新偏慢", "查阅预约不便")}, year=2024)
    last = last.model_copy(update={"problems": last.problems.model_copy(update={"text": told})})
    now = made({"problems.items": ("人手不足", "渠道单一")}, last)
    assert TemplateApi(now, last).points() == points


def test_what_only_introduces_is_listed_as_no_sentence() -> None:
    last = last_with("本年度改进情况：\n解读形式更加多样，图解逐步增加。\n")
    assert [one.text for one in left_of(last, ())] == [
        "解读形式更加多样，图解逐步增加。",
        "一是组织轮训。",
        "二是按月通报。",
    ]
