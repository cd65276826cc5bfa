"""What a template says must be what was answered: no confession, no claim, no list or part that hangs."""

import re
from typing import Any

import pytest

from prompts.narrative import phrases
from prompts.narrative.sandbox import BUILT_IN
from prompts.narrative.template_api import TemplateApi
from prompts.problems.catalogue import PROBLEMS
from sections.report.assemble import with_texts
from sections.rules.base import Context
from sections.rules.run import check
from tests.support.drafted import drafted, every_wording, made

_CONFESSION = re.compile("(?:[未没不][有曾]?)(?:严格|认真|全面)?(?:依照|按照|依据|根据|依法|按|严格|及时)")
"""A denial before 依照: it may deny the rule as well as the deed."""
_TEMPLATES = sorted(path for path in BUILT_IN.rglob("*.j2"))


@pytest.mark.parametrize("path", _TEMPLATES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_a_denial_denies_the_deed_and_never_the_rule(path: Any) -> None:
    assert not _CONFESSION.search(path.read_text("utf-8"))


def test_accountability_denied_leaves_no_breach_behind() -> None:
    said = every_wording("overview.supervision", {"supervision.accountable": False})
    assert not [text for text in said if "违法违规" in text]


def test_the_focus_claims_nothing_about_how_the_work_was_done() -> None:
    said = every_wording("overview.lead", {"overview.focus": ("社会救助", "养老服务")})
    found = [text for text in said if "社会救助、养老服务" in text]
    assert len(found) == 5
    for text in found:
        assert not re.search("及时|同部署|同推进|各个环节|同步|突出", text), text


@pytest.mark.parametrize("channels", [("网站在线申请",), ("网站在线申请", "当面申请")])
def test_channels_of_requests_fit_one_as_well_as_two(channels: tuple[str, ...]) -> None:
    said = [t for t in every_wording("overview.requests", {"requests.channels": channels}) if "网站" in t]
    assert len(said) == 5
    for text in said:
        assert ("等" in text) <= (len(channels) > 1), text
        assert not re.search("渠道有网站在线申请。", text)


def test_one_channel_of_publication_says_what_was_published() -> None:
    said = every_wording("overview.proactive", {"proactive.website": 548})
    found = [text for text in said if "548条" in text]
    assert len(found) == 5
    for text in found:
        assert "政府信息548条" in text, text


@pytest.mark.parametrize(
    ("fact", "answer", "spoken"),
    [
        ("supervision.assessment", "纳入全镇年度考核", "政府信息公开工作纳入全镇年度考核"),
        ("supervision.social_evaluation", "群众评议总体满意", "群众评议总体满意"),
    ],
)
def test_a_free_answer_gets_a_subject_and_no_lead_that_repeats_it(
    fact: str, answer: str, spoken: str
) -> None:
    found = [text for text in every_wording("overview.supervision", {fact: answer}) if answer in text]
    assert len(found) == 3
    for text in found:
        assert spoken in text
        assert not re.search("考核(?:上|方面|工作中)?，[^。]*考核|评议工作中", text), text


def test_no_opener_speaks_of_another_year_than_the_report() -> None:
    assert not [path for path in _TEMPLATES if "过去一年" in path.read_text("utf-8")]


@pytest.mark.parametrize(
    ("problem", "head"),
    [
        ("对信息公开工作培训力度需进一步加大的问题", "在信息公开工作培训力度方面，"),
        ("解读质量有待提升", "在解读质量方面，"),
        ("公开内容仍需完善", "在公开内容方面，"),
    ],
)
def test_a_demand_is_no_problem_that_one_can_be_rid_of(problem: str, head: str) -> None:
    told = phrases.improvement(problem, "组织培训2次", "明显改善", 1)
    assert told.startswith(head)
    assert "较上年" not in told  # the only comparison is the clerk's own


def test_a_problem_of_two_clauses_is_quoted_in_the_sentence_about_it() -> None:
    told = [phrases.improvement("目录不全，更新偏慢", "补齐目录", "已解决", way) for way in range(3)]
    assert all("“目录不全，更新偏慢”的问题，" in one for one in told)


def test_the_same_outcome_is_not_told_in_the_same_words_twice() -> None:
    last = made({"problems.items": ("目录不全", "查阅不便")}, year=2024)
    answers: dict[str, Any] = {}
    for name in ("目录不全", "查阅不便"):
        answers |= {f"problems.action:{name}": "逐项补做", f"problems.outcome:{name}": "明显改善"}
    first, second = TemplateApi(made(answers, last), last).improvements()
    assert first.rpartition("，")[2] != second.rpartition("，")[2]


def test_channels_are_told_as_all_only_where_no_other_sentence_tells_one() -> None:
    counts = {"proactive.website": 610, "proactive.wechat": 202, "proactive.other_channels": 20}
    report = made({"proactive.published_total": 832} | counts)
    assert TemplateApi(report, None).several_channels()
    rest = TemplateApi(report, None, frozenset({"proactive.wechat"}))
    assert not rest.several_channels()
    assert rest.channels() == "网站公开政府信息610条、其他渠道公开政府信息20条"


@pytest.mark.parametrize("entry", PROBLEMS, ids=lambda entry: entry.problem)
def test_a_measure_reads_well_behind_will(entry: Any) -> None:
    for measure in entry.measures:
        assert not re.match("每个|各|文件|征集|答复|(?!在)[^，]{2,8}[时后前](?:，|由|及)", measure), measure


def test_a_typed_measure_of_every_office_reads_well_behind_will() -> None:
    report = made({"problems.items": ("甲",), "problems.measure:甲": "每个科室确定一名信息公开联络员"})
    assert "将每个" not in drafted(report)["problems.measures"]


@pytest.mark.parametrize("key", ["proactive", "management", "platform", "supervision"])
def test_what_nobody_answered_becomes_no_statement(key: str) -> None:
    assert drafted(made({})).get(f"overview.{key}", "") == ""


def test_other_matters_skipped_are_not_denied_and_answered_with_none_are() -> None:
    assert "other.matters" not in drafted(made({"other.fee_notices": 0}))
    assert "其他需要报告的事项" in drafted(made({"other.matters": ""}))["other.matters"]


@pytest.mark.parametrize("wording", range(6))
@pytest.mark.parametrize(
    "late", [PROBLEMS[0].problem, "个别信息公开时效性不强", "部分栏目信息更新滞后"], ids=["1", "2", "3"]
)
def test_every_wording_of_in_time_is_held_against_lateness(wording: int, late: str) -> None:
    answers = {"management.within_20_days": True, "problems.items": (late,), f"problems.measure:{late}": "改"}
    report = made(answers)
    texts = drafted(report, None, **{"overview.management.in_time": wording})
    found = [one.message for one in check(Context(with_texts(report, texts))) if one.code == "NB939"]
    assert len(found) == 1, texts
