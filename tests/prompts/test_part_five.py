"""Leads of part five in the organ's own words, with this year's lists behind them."""

import pytest

from prompts.narrative.part_five import FOUND, IMPROVED, MEASURES, left_of, renewed_frames
from prompts.narrative.template_api import TemplateApi
from sections.report.assemble import with_texts
from sections.report.report import Report
from tests.support.drafted import drafted, made

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


def with_problems(count: int, year: int, last: Report | None = None, unit: str = "示例县档案局") -> Report:
    names = ("目录不全", "查阅不便")[:count]
    answers: dict[str, object] = {"problems.items": names}
    for name in names:
        answers |= {
            f"problems.measure:{name}": f"逐项解决{name}",
            f"problems.outcome:{name}": "已解决",
            f"problems.action:{name}": f"补做{name}",
        }
    return made(answers, last, unit, year)


@pytest.mark.parametrize(
    ("kind", "lead"),
    [
        (IMPROVED, "本年度对照上年年报提出的不足加以改进："),
        (IMPROVED, "对上年年报指出的不足，2024年作了如下改进："),
        (IMPROVED, "去年反映的问题，今年已经解决："),
        (MEASURES, "对以上问题，2025年将逐项改进："),
        (MEASURES, "今后拟从这些方面着手改进："),
        (FOUND, "与上年相比虽有进步，仍有不足："),
        (FOUND, "本局的政府信息公开工作还有需要改进的地方："),
    ],
)
def test_a_lead_is_of_the_kind_that_its_words_tell(kind: str, lead: str) -> None:
    last = with_problems(2, 2024)
    last = last.model_copy(update={"problems": last.problems.model_copy(update={"text": f"{lead}{LIST}"})})
    assert [*renewed_frames(last, with_problems(2, 2025, last))] == [kind]


@pytest.mark.parametrize(
    "office", ["档案", "园林", "水务", "民政", "体育", "商务", "粮食", "统计", "审计", "地震"]
)
def test_leads_of_ours_are_known_again_a_year_later(office: str) -> None:
    unit = f"示例县{office}局"
    first = with_problems(2, 2023, unit=unit)
    now = with_problems(2, 2024, first, unit)
    last = with_texts(now, drafted(now, first))
    found = renewed_frames(last, with_problems(2, 2025, last, unit))
    assert {*found} == {IMPROVED, FOUND, MEASURES}
