"""What stood in drafts and a leader struck: each with the facts that would provoke it, for every organ."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from prompts.narrative.compose import Drafter
from prompts.narrative.narrative import Choices, Words
from sections.report.assemble import with_texts
from sections.report.figures import find_figures
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity
from tests.support.drafted import made
from tests.support.twelve_organs import NAMES

SUBSIDIES = LocalItem("惠民惠农财政补贴公示", Quantity(18), "项", "platform")
SERVED = LocalItem("便民服务", Quantity(1200), "人次", "platform")
CHECKED = LocalItem("网上评查", Quantity(3), "次", "supervision")
ONE_REQUEST = {"requests.new.natural_person": 1, "requests.granted.natural_person": 1}
HANDLED = {"requests.handling": ("专人负责", "台账登记", "主动沟通")}
GROWN = {"proactive.consultations": 38, "proactive.opinions": 398, "proactive.licences": 112}
BEFORE = {"proactive.consultations": 33, "proactive.opinions": 390, "proactive.licences": 90}
SAME = dict.fromkeys(
    (
        *("proactive.interpretations", "platform.columns", "platform.reading_points", "platform.visits"),
        *("supervision.trainings", "supervision.trainees", "supervision.checks", "proactive.opinions"),
        *("proactive.meetings_opened", "proactive.press_conferences", "proactive.consultations"),
    ),
    30,
)
IMPROVED = {
    "problems.outcome:公开不及时": "明显改善",
    "problems.action:公开不及时": "主动公开。紧紧围绕目录更新",
}
SOLVED = {"problems.outcome:培训少": "已解决", "problems.action:培训少": "办班4次"}
PROVOKED: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("结合职责，|从具体事项看|具体工作中，", {"platform.items": (SUBSIDIES, SERVED)}, {}),
    (
        "增长[0-9]{3,}%",
        {"supervision.trainings": 4, "supervision.trainees": 800},
        {"supervision.trainings": 1},
    ),
    ("增长[0-9]{3,}%", {"proactive.opinions": 90}, {"proactive.opinions": 12}),
    ("，(?:保证|确保|提高)", ONE_REQUEST | HANDLED, {}),
    ("办理过程中|收到申请后|各环节", HANDLED, {}),
    ("未依照", {"other.fee_notices": 0}, {}),
    (
        "；共?收到",
        {"proactive.opinions": 9, "proactive.public_questions": 8, "proactive.consultations": 2},
        {},
    ),
    ("[考评追][核议责]上，|方面，政务公开", {"supervision.assessment": "政务公开占综合考核2分"}, {}),
    ("在工作考核上|方面，将", {"supervision.assessment": "将政府信息公开纳入年度绩效考核"}, {}),
    (
        "181个（",
        {"platform.new_media_accounts": 181, "profile.new_media": ("微信公众号“示例发布”",)},
        {},
    ),
    ("[0-9]0000件", {"proactive.penalties": 2_500_000, "proactive.licences": 90_000}, {}),
    ("是[^；]*。[^；]*；", IMPROVED | SOLVED, {"problems.items": ("公开不及时", "培训少")}),
    ("按照党政办统一审核", {"management.review_system": "党政办统一审核逐级把关"}, {}),
    ("上，本年度未|方面，本年度未", {"supervision.social_evaluation": "本年度未开展"}, {}),
    ("[上面中]，[0-9]", {"supervision.assessment": "2", "supervision.social_evaluation": "无2"}, {}),
    ("3次.*3次", {"supervision.checks": 3, "platform.items": (CHECKED,)}, {}),
    ("(?:(?:持平|没有变化|相同).*){3}", SAME, SAME),
    ("398条(?!，[较比][去上]年)", GROWN, BEFORE),
    ("许可决定112件(?!，[较比][去上]年)", GROWN, BEFORE),
    ("去年.*上年(?!年报)|上年(?!年报).*去年", GROWN | SOLVED, BEFORE | {"problems.items": ("培训少",)}),
)


def drafts(answers: dict[str, Any], before: dict[str, Any], unit: str) -> Iterator[dict[str, str]]:
    """This year's text of an organ: after answers of its own of last year, and after a published report."""
    last = made(before, None, unit, 2024)
    said = {key: one.text for key, one in Drafter().draft(last, None, {}).items()}
    own = with_texts(last, said)
    read = own.model_copy(update={"facts": {}, "figures": tuple(find_figures(said))})
    for one, words in ((own, Words.FRESH), (read, Words.OWN)):
        report: Report = made(answers, one, unit)
        yield {key: d.text for key, d in Drafter().draft(report, one, {}, Choices(words)).items()}


@pytest.mark.parametrize("unit", [name for name, _, _ in NAMES])
def test_what_a_leader_struck_cannot_be_provoked(unit: str) -> None:
    for words, answers, before in PROVOKED:
        fresh, own = drafts(answers, before, unit)
        # What an organ told without a comparison last year, its own sentence tells without one.
        for texts in (fresh,) if before is BEFORE else (fresh, own):
            for text in texts.values():
                assert not re.search(words, text), (words, text)


def test_each_of_them_provokes_something() -> None:
    plain = {key: one.text for key, one in Drafter().draft(made({}), None, {}).items()}
    for _, answers, before in PROVOKED:
        if not any("assessment" in key and answers[key] == "2" for key in answers):
            assert any(texts != plain for texts in drafts(answers, before, NAMES[0][0])), answers
