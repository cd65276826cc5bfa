"""The language of drafts: what stood in drafts and gave them away must be impossible, each as a kind."""

import re
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompts.narrative import phrases
from prompts.narrative.compose import ParagraphTemplate, file_of
from prompts.narrative.wording import change, numbered, round_number
from prompts.overview.topic_supervision import QUESTIONS
from sections.facts import FACTS
from sections.language.sentences import masked, sentences
from sections.report.assemble import with_texts
from sections.report.values import Kind, LocalItem, Quantity
from tests.support.drafted import CITY, NOTHING, drafted, every_wording, made, published
from tests.support.form import PARAGRAPHS
from tests.support.interview_states import refused
from tests.support.twelve_organs import NAMES, report_of

TOPICS = ("proactive", "requests", "management", "platform", "supervision")
UNITS = ("项", "人次", "件", "次", "场", "期", "篇", "份", "个", "处", "家", "册", "户")
FREQUENT = (
    "opening.basis",
    "opening.parts",
    "opening.period",
    "opening.contact",
    "overview.lead.lead",
    "overview.proactive.published",
    "overview.proactive.channels",
    "overview.proactive.interpretations",
    "overview.requests.received",
    "overview.requests.none",
    "overview.requests.results",
    "overview.requests.no_disputes",
    "overview.management.review",
    "overview.management.secrecy",
    "overview.management.in_time",
    "overview.platform.accounts",
    "overview.supervision.trainings",
    "overview.supervision.checks",
    "overview.supervision.not_accountable",
    "problems.found.found",
    "problems.measures.measures",
    "other.fees.free",
    "other.matters.nothing",
)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("unit", UNITS)
def test_a_figure_of_the_organs_own_has_a_verb(topic: str, unit: str) -> None:
    item = LocalItem("便民服务", Quantity(18), unit, topic)
    said = [one for one in every_wording(f"overview.{topic}", {"platform.items": (item,)}) if "18" in one]
    assert len(said) >= 5
    for text in said:
        assert re.search(f"(办理|开展|制作|形成|建成|完善)便民服务18{unit}", text), text
        assert not re.search("结合职责|从具体事项看|具体工作中", text)


@given(st.integers(1, 9), st.integers(0, 10**6))
def test_a_base_below_ten_has_no_percentage(last: int, now: int) -> None:
    assert "%" not in change(Quantity(now), Quantity(last), "件")


@given(st.integers(10, 10**7), st.integers(0, 10**7))
def test_a_percentage_says_something(last: int, now: int) -> None:
    assert not re.search(r"[长降]0%", change(Quantity(now), Quantity(last), "件"))


@pytest.mark.parametrize(
    "many", [("专人负责",), ("专人负责", "台账登记", "主动沟通"), ("与申请人面对面沟通",)]
)
def test_a_list_claims_no_effect_and_fits_one_item_as_well_as_five(many: tuple[str, ...]) -> None:
    said = every_wording("overview.requests", {"requests.handling": many, "requests.new.natural_person": 1})
    found = [text for text in said if many[0] in text]
    assert len(found) >= 5
    for text in found:
        assert not re.search("保证|提高|确保", text)
        assert ("等" in text.replace("等等", "")) <= (len(many) > 1), text


@pytest.mark.parametrize(
    ("answer", "whole"),
    [
        ("将政府信息公开纳入年度绩效考核", "将政府信息公开纳入年度绩效考核"),
        ("占绩效总分的4%并通报结果", "占绩效总分的4%并通报结果"),
        ("本年度未开展", "本年度未开展考核"),
        ("没有开展", "本年度没有开展考核"),
    ],
)
def test_a_lead_fits_what_follows(answer: str, whole: str) -> None:
    said = [
        text
        for text in every_wording("overview.supervision", {"supervision.assessment": answer})
        if whole in text
    ]
    assert len(said) >= 3
    for text in said:
        assert not re.search("在工作考核上|方面，将|上，本年度未", text)


@pytest.mark.parametrize("answer", ["2", "无2", "2。", "10次"])
@pytest.mark.parametrize("fact", ["supervision.assessment", "supervision.social_evaluation"])
def test_an_answer_that_is_no_sentence_is_questioned_and_not_printed(fact: str, answer: str) -> None:
    assert fact in {question.id for question in QUESTIONS}
    assert "没看懂" in refused(fact, answer)
    assert answer not in "".join(every_wording("overview.supervision", {fact: answer}))


@pytest.mark.parametrize(("named", "glossed"), [(1, False), (3, True), (5, False)])
def test_names_gloss_only_the_count_that_they_are(named: int, glossed: bool) -> None:
    names = tuple(f"微信公众号“示例{n}”" for n in range(named))
    answers = {"platform.new_media_accounts": 3, "profile.new_media": names}
    for text in every_wording("overview.platform", answers):
        if "3个" in text:
            assert ("3个（" in text) == glossed
            assert ("主要有" in text) == (named < 3)
            assert named <= 3 or "示例" not in text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2_500_000, "250万"),
        (100_000, "10万"),
        (7_854_070, "7854070"),
        (90_000, "90000"),
        (126_000, "12.6万"),
        (126_500, "126500"),
        (3 * 10**9, "30亿"),
    ],
)
def test_round_numbers_are_written_as_people_do(number: int, words: str) -> None:
    assert round_number(number) == words


def test_a_difference_is_written_as_its_number_is() -> None:
    assert change(Quantity(850_000), Quantity(812_000), "件") == "较去年增加3.8万件，增长4.7%"
    assert change(Quantity(90_000), Quantity(52_000), "件") == "较去年增加38000件，增长73.1%"


def test_a_topic_without_facts_names_the_platforms_or_says_nothing() -> None:
    assert "overview.platform" not in drafted(made({}))
    site = {"profile.website": "示例县人民政府门户网站（www.example.cn）"}
    said = every_wording("overview.platform", site | {"profile.new_media": ("“示例档案”微信公众号",)})
    assert len(said) >= 5
    for text in said:
        assert "示例县人民政府门户网站、“示例档案”微信公众号" in text


@pytest.mark.parametrize("topic", ["assessment", "social_evaluation", "accountability"])
def test_an_answer_that_names_its_topic_has_no_second_head(topic: str) -> None:
    answer = "今年把考核、社会评议和责任追究写进了年度考核办法"
    said = every_wording(
        "overview.supervision", {f"supervision.{topic}": answer, "supervision.accountable": True}
    )
    assert said
    assert all(text == f"{answer}。" for text in said if answer in text)


def test_a_city_with_millions_of_penalties_does_not_print_zeros() -> None:
    text = drafted(made({"proactive.penalties": 2_500_000}))["overview.proactive"]
    assert "行政处罚决定250万件" in text


@given(
    st.lists(st.sampled_from(["抓公开。讲清楚", "改版栏目", "一、建账；二、销号"]), min_size=2, max_size=5)
)
def test_no_sentence_ends_inside_an_enumeration(parts: list[str]) -> None:
    text = numbered([phrases.flat(part) for part in parts])
    assert text.count("。") == 1
    assert text.count("；") == len(parts) - 1


@pytest.mark.parametrize("words", ["三审三校制度", "党政办统一审核", "先审后发", "分级审核办法"])
def test_a_way_of_reviewing_fits_its_frame(words: str) -> None:
    said = [
        t for t in every_wording("overview.management", {"management.review_system": words}) if words in t
    ]
    assert len(said) >= 5
    for text in said:
        assert re.search(f"(实行|落实|坚持){words}(，规范信息发布流程)?。", text), text


def test_the_same_number_of_the_same_is_not_told_twice() -> None:
    item = LocalItem("网上评查", Quantity(3), "次", "supervision")
    texts = drafted(made({"supervision.checks": 3, "platform.items": (item,)}))
    assert texts["overview.supervision"].count("3次") == 1


def test_nothing_changed_is_told_once_a_topic() -> None:
    same = {fact.id: 30 for fact in FACTS.values() if fact.kind is Kind.COUNT}
    last = published(same)
    text = "".join(drafted(made(same, last), last).values())
    assert len(re.findall("持平|没有变化|与上年相同", text)) <= 3


def test_every_count_of_a_sentence_is_compared_where_one_is() -> None:
    before = {"proactive.consultations": 33, "proactive.opinions": 390, "proactive.licences": 90}
    now = {"proactive.consultations": 38, "proactive.opinions": 398, "proactive.licences": 112}
    last = published(before | {"supervision.trainings": 2, "supervision.trainees": 60})
    now |= {"supervision.trainings": 3, "supervision.trainees": 75}
    texts = drafted(made(now, last), last)
    assert "398条，较去年增加8条" in texts["overview.proactive"]
    assert "行政许可决定112件，较去年增加22件，增长24.4%" in texts["overview.proactive"]
    assert "75人次，较去年增加15人次" in texts["overview.supervision"]


@settings(max_examples=20, deadline=None)
@given(st.sampled_from([CITY, NOTHING]), st.text("甲乙丙丁戊己", min_size=2, max_size=4))
def test_neighbouring_paragraphs_open_differently(answers: dict[str, Any], name: str) -> None:
    texts = list(drafted(made(answers, unit=f"{name}县档案局")).values())
    for one, other in pairwise(texts):
        assert one[:2] != other[:2], (one, other)


@pytest.mark.parametrize("sentence_id", FREQUENT)
def test_a_frequent_sentence_has_five_wordings(sentence_id: str) -> None:
    key, _, name = sentence_id.rpartition(".")
    assert key in PARAGRAPHS
    assert ParagraphTemplate.built_in(key).wordings(name) >= 5, file_of(key)


def test_no_two_of_a_dozen_organs_share_more_than_a_third_of_their_sentences() -> None:
    drafts = [
        {masked(one) for text in drafted(report_of(place)).values() for one in sentences(text)}
        for place in range(len(NAMES))
    ]
    shared = {
        (NAMES[a][0], NAMES[b][0]): len(drafts[a] & drafts[b]) / min(len(drafts[a]), len(drafts[b]))
        for a, b in combinations(range(len(NAMES)), 2)
    }
    assert max(shared.values()) <= 1 / 3, max(shared, key=lambda pair: shared[pair])


def test_organs_tell_the_same_facts_in_sentences_of_their_own_length() -> None:
    facts = {"platform.columns": 9, "platform.reading_points": 4, "supervision.trainings": 2}
    answers = facts | {"supervision.trainees": 80, "supervision.checks": 4}
    texts = [drafted(made(answers, None, name)) for name, _, _ in NAMES]
    sizes = {len(sentences(text["overview.platform"] + text["overview.supervision"])) for text in texts}
    assert len(sizes) >= 3
    for text in texts:
        for number in ("9个", "4个", "2次", "80人次", "4次"):
            assert (text["overview.platform"] + text["overview.supervision"]).count(number) == 1


def test_what_there_is_most_to_tell_of_comes_first_else_as_last_year_had_it() -> None:
    voices = {"proactive.meetings_opened": 1, "proactive.consultations": 3, "proactive.opinions": 8}
    answers = voices | {"proactive.public_questions": 5, "proactive.interpretations": 14}
    answers["proactive.press_conferences"] = 2
    text = drafted(made(answers))["overview.proactive"]
    assert text.index("列席") < text.index("14篇")
    told = {"overview.proactive": "制作政策解读材料9篇，篇篇配图。公开征集意见2次，收到意见建议6条。"}
    last = with_texts(made({}, None, year=2024), told)
    text = drafted(made(answers, last), last)["overview.proactive"]
    assert text.index("14篇") < text.index("列席")
