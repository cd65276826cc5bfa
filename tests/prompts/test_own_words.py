"""Last year's own sentences: bound, brought up to date, marked, and put together with the templates'."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompts.narrative.compose import Drafter
from prompts.narrative.coverage import says_the_same
from prompts.narrative.likeness import share
from prompts.narrative.narrative import Choices, Words
from prompts.narrative.own_words import indicators_of, renewed_sentences
from prompts.narrative.renewal import in_style_of
from prompts.narrative.sentence import Choice, Decision, Mark, Origin
from sections.facts import FACTS
from sections.report.assemble import with_texts
from sections.report.unsaid import paragraph_of, unsaid
from sections.report.values import Kind, LocalItem, Quantity
from tests.support.drafted import made
from tests.support.own_words import NOW, TEXTS, last_report, one, renewed
from tests.support.twelve_organs import NAMES, answers_of

TOPICS_AND_FEES = ("proactive", "requests", "management", "platform", "supervision", "other")


def draft(choices: Choices, **now: Any) -> dict[str, Any]:
    last = last_report()
    return Drafter().draft(made(NOW | now, last), last, {}, choices)


def test_numbers_changes_and_years_are_brought_up_to_date() -> None:
    found = renewed()
    assert found["overview.lead"][0].text.startswith("2025年，县档案局")
    assert "120条" not in found["overview.proactive"][0].text
    assert "主动公开政府信息150条，较上年增加30条，做到月月有更新。" in found["overview.proactive"][0].text
    assert found["overview.platform"][0].text == "整理馆藏老照片18组，较上年新增3组。"
    assert found["overview.platform"][1].text == "“示例兰台”微信公众号发布信息203条。"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("首次开设“兰台讲堂”专栏。", Mark.NOVELTY),
        ("学习贯彻党的二十届三中全会精神，抓好落实。", Mark.MEETING),
        ("5月组织全县档案开放日活动。", Mark.DATED),
        ("落实《2024年政务公开工作要点》各项任务。", Mark.DATED),
        ("按照示府办〔2024〕3号文件要求公开信息。", Mark.DATED),
        ("举办第六期政务公开业务骨干研修班。", Mark.DATED),
        ("结合主题教育推进信息公开。", Mark.CAMPAIGN),
        ("档案查阅人数比去年更多，群众更满意。", Mark.COMPARED),
        ("全年没有收到政府信息公开申请。", Mark.CONTRADICTED),
        ("答复公众留言咨询31件，群众满意。", Mark.UNANSWERED),
        ("代表建议办理满意率为100%，按时公开。", Mark.UNBOUND),
    ],
)
def test_what_speaks_of_last_years_own_things_is_marked(text: str, mark: Mark) -> None:
    assert mark in one(text).marks


@pytest.mark.parametrize(
    "text",
    [
        "严格执行《示例县信息公开办法》（示府办发〔2019〕7号）。",
        "主动公开文件在20个工作日内通过网站公开。",
        "落实三审三校制度，从两个方面加强管理。",
        "年报统计期限自2024年1月1日起至2024年12月31日止。",
    ],
)
def test_what_stands_every_year_is_not_marked(text: str) -> None:
    assert one(text).marks == ()


def test_a_clause_that_all_was_in_time_is_struck_where_it_was_not() -> None:
    found = one(TEXTS["overview.requests"], "overview.requests", requests__on_time=False)
    assert (found.text, found.marks) == ("设专柜登记来件，全年收到政府信息公开申请6件。", (Mark.STRUCK,))
    alone = one("全部申请均按期答复。", "overview.requests", requests__on_time=False)
    assert Mark.CONTRADICTED in alone.marks


def test_what_is_called_new_and_counted_again_is_new_again() -> None:
    texts = {"overview.platform": "方便群众查阅，新开设查档专栏3个。"}
    now = {"platform.items": (LocalItem("新开设查档专栏", Quantity(2), "个"),)}
    (found,) = renewed(texts, **now)["overview.platform"]
    assert (found.text, found.marks) == ("方便群众查阅，新开设查档专栏2个。", ())
    (gone,) = renewed(texts, **{"platform.items": ()})["overview.platform"]
    assert Mark.NOVELTY in gone.marks


def test_a_meeting_clause_is_struck_where_enough_is_left() -> None:
    text = "坚持以公开为常态，全面贯彻落实党的二十届三中全会精神，认真执行《条例》，推进档案开放，服务群众。"
    found = one(text)
    assert found.marks == (Mark.STRUCK,)
    assert found.struck == "全面贯彻落实党的二十届三中全会精神"
    assert not found.held_back
    assert found.text == "坚持以公开为常态，认真执行《条例》，推进档案开放，服务群众。"
    assert found.last == text


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("699", Quantity(745), "745"),
        ("1,234", Quantity(2345), "2,345"),
        ("六百余", Quantity(745), "七百余"),
        ("600余", Quantity(700), "700"),
        ("18万余", Quantity(196_000), "19万余"),
        ("约600", Quantity(745), "745"),
        ("约600", Quantity(800, "近800"), "近800"),
        ("120", Quantity(2_500_000), "250万"),
    ],
)
def test_a_number_keeps_its_way_of_being_said(before: str, now: Quantity, words: str) -> None:
    assert in_style_of(before, now) == words


def test_no_change_and_small_bases_leave_no_words_behind() -> None:
    text = "全年收到政府信息公开申请4件，同比增长33.3%，件件有答复。"
    cells = {"requests.new.natural_person": 4, "requests.granted.natural_person": 4}
    assert one(text, "overview.requests", **dict.fromkeys(cells, 4)).text == (
        "全年收到政府信息公开申请4件，件件有答复。"
    )
    assert one(text, "overview.requests").text == "全年收到政府信息公开申请6件，同比增加2件，件件有答复。"


def test_every_own_number_is_an_indicator_of_its_own_topic() -> None:
    texts = {
        "overview.platform": "编印《示例兰台》期刊4期，向公众免费赠阅3万余册。",
        "overview.supervision": "开展3次网上评查，编制评查分报告168份。对26个单位和30名个人予以通报表扬。",
    }
    found = {(i.key, i.topic, str(i.quantity)) for i in indicators_of(last_report(texts))}
    assert ("向公众免费赠阅（册）", "platform", "3万余") in found
    assert ("网上评查（次）", "supervision", "3") in found
    assert ("评查分报告（份）", "supervision", "168") in found
    assert ("通报表扬单位（个）", "supervision", "26") in found
    assert ("通报表扬个人（名）", "supervision", "30") in found


def test_nothing_of_last_year_is_taken_over_unseen_when_fresh() -> None:
    for paragraph in draft(Choices()).values():
        assert {sentence.origin for sentence in paragraph.sentences} <= {Origin.TEMPLATE}


def test_own_words_are_kept_and_templates_say_only_the_rest() -> None:
    found = draft(Choices(Words.OWN))
    text = "".join(paragraph.text for paragraph in found.values())
    assert "对照目录逐月梳理，主动公开政府信息150条" in text
    assert text.count("150条") == 1
    assert text.count("203条") == 1
    assert "培训2次" in text
    assert "首次" not in text
    assert text.count("责任追究") == 1
    (left,) = found["overview.platform"].left_out
    assert "三中全会" in left.text


def test_a_decision_keeps_drops_or_words_a_sentence() -> None:
    last = last_report()
    sentence = renewed_sentences(last, made(NOW, last))["overview.platform"][0]
    dropped = draft(Choices(Words.OWN, {sentence.id: Decision(Choice.DROP)}))["overview.platform"]
    assert sentence.id not in {one.id for one in dropped.sentences}
    assert dropped.text.count("馆藏老照片18组") == 1
    kept = draft(Choices(Words.FRESH, {sentence.id: Decision(Choice.KEEP)}))["overview.platform"].text
    assert "整理馆藏老照片18组" in kept
    decision = Decision(Choice.TEXT, "新整理馆藏老照片18组，全部上网。")
    typed = draft(Choices(Words.OWN, {sentence.id: decision}))["overview.platform"].sentences
    assert (typed[0].text, typed[0].origin) == (decision.text, Origin.TYPED)
    assert typed[0].paths == {"platform.items:馆藏老照片"}


def test_points_are_numbered_anew_and_a_lead_goes_with_what_it_leads() -> None:
    texts = {
        "overview.proactive": "一是抓好目录更新。对照职责更新公开目录，做到分类清楚。"
        "二是抓好专栏建设。首次开设专栏，方便群众。三是抓好解读回应。请业务人员讲政策，讲清楚。"
    }
    last = last_report(texts)
    paragraph = Drafter().draft(made(NOW, last), last, {}, Choices(Words.OWN))["overview.proactive"]
    assert "二是抓好解读回应。" in paragraph.text
    assert "专栏建设" not in paragraph.text
    assert Mark.LEAD in {mark for one in paragraph.left_out for mark in one.marks}


def test_part_five_keeps_its_lead_and_lists_this_years_problems() -> None:
    problems = "2024年工作取得新进展，但仍有一些不足：一是人手紧；二是栏目旧。"
    problems += "下一步，我局将做好以下工作：一是招人；二是改版。"
    last = last_report()
    last = last.model_copy(update={"problems": last.problems.model_copy(update={"text": problems})})
    now = NOW | {
        "problems.items": ("解读少", "培训少"),
        "problems.measure:解读少": "多做图解",
        "problems.measure:培训少": "每季度办班",
    }
    texts = {k: d.text for k, d in Drafter().draft(made(now, last), last, {}, Choices(Words.OWN)).items()}
    assert texts["problems.found"] == "2025年工作取得新进展，但仍有一些不足：一是解读少；二是培训少。"
    assert texts["problems.measures"] == "下一步，我局将做好以下工作：一是多做图解；二是每季度办班。"


COUNTED = (
    "proactive.published_total",
    "proactive.wechat",
    "supervision.trainings",
    "proactive.public_questions",
)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(COUNTED), st.integers(1, 10**6), st.integers(1, 10**6))
def test_an_answer_changes_the_slots_bound_to_it_and_no_others(fact: str, first: int, second: int) -> None:
    last = last_report()
    one, other = (renewed_sentences(last, made(NOW | {fact: n}, last)) for n in (first, second))
    for key, sentences in one.items():
        for before, after in zip(sentences, other[key], strict=True):
            if fact not in before.paths:
                assert before.text == after.text


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(st.sampled_from(COUNTED), st.integers(1, 10**6)),
    st.lists(st.integers(0, 40), max_size=6),
    st.sampled_from(Words),
)
def test_no_decision_loses_an_answered_fact(now: dict[str, int], drops: list[int], words: Words) -> None:
    last = last_report()
    report = made(NOW | now, last)
    ids = [one.id for ones in renewed_sentences(last, report).values() for one in ones]
    decisions = {ids[n % len(ids)]: Decision(Choice.DROP if n % 2 else Choice.KEEP) for n in drops}
    drafts = Drafter().draft(report, last, {}, Choices(words, decisions))
    assert unsaid(report, {key: paragraph.text for key, paragraph in drafts.items()}) == ()


@pytest.mark.parametrize(
    ("key", "said", "answers", "gone"),
    [
        ("overview.requests", "疑难件由法规科会商后答复。", {"requests.handling": ("部门会商",)}, "部门会商"),
        (
            "overview.requests",
            "申请件由专人办理。",
            {"requests.handling": ("专人负责", "台账登记")},
            "专人负责",
        ),
        (
            "overview.management",
            "信息发布前经科室初审、办公室复审、分管领导终审。",
            {"management.review_system": "三级审核制度"},
            "三级审核",
        ),
        ("overview.management", "涉密信息不上网。", {"management.secrecy_review": True}, "保密审查"),
    ],
)
def test_no_general_sentence_stands_beside_a_specific_one_of_the_same(
    key: str, said: str, answers: dict[str, Any], gone: str
) -> None:
    last = last_report({key: said})
    now = made(NOW | answers, last)
    drafts = Drafter().draft(now, last, {}, Choices(Words.OWN))
    assert said in drafts[key].text
    assert gone not in drafts[key].text
    assert ("台账登记" in drafts[key].text) == ("台账登记" in str(answers))
    assert unsaid(now, {key: draft.text for key, draft in drafts.items()}) == ()


def test_who_was_held_to_account_stands_last_and_the_whole_before_its_part() -> None:
    texts = {
        "overview.supervision": "组织培训1次。对12家单位开展实地走访，发现问题9个，都已改正。",
        "overview.proactive": "我县在政府网站平台主动公开政府信息120条。",
    }
    last = last_report(texts)
    items = (
        LocalItem("实地走访单位", Quantity(14), "家", "supervision"),
        LocalItem("发现问题", Quantity(6), "个", "supervision"),
    )
    now = NOW | {"platform.items": items, "proactive.website": 110}
    drafts = Drafter().draft(made(now, last), last, {}, Choices(Words.OWN))
    assert "追究" in drafts["overview.supervision"].sentences[-1].text
    text = drafts["overview.proactive"].text
    assert text.index("150条") < text.index("110条")


def test_one_number_that_is_two_facts_is_told_once() -> None:
    texts = {"overview.proactive": "我县在政府网站平台主动公开政府信息120条。"}
    last = last_report(texts)
    now = NOW | {"proactive.published_total": 150, "proactive.website": 150}
    text = Drafter().draft(made(now, last), last, {}, Choices(Words.OWN))["overview.proactive"].text
    assert text.count("150条") == 1


def test_what_was_charged_is_told_once_in_part_six() -> None:
    texts = {"other.matters": "2024年，县档案局严格落实有关规定，全年未收取信息处理费。"}
    last = last_report(texts)
    drafts = Drafter().draft(made(NOW, last), last, {}, Choices(Words.OWN))
    told = [key for key, paragraph in drafts.items() if "处理费" in paragraph.text]
    assert told == ["other.matters"]


def test_a_number_that_reads_as_a_fact_which_it_was_not_is_marked() -> None:
    texts = {"overview.platform": "年末共有政务新媒体账号16个。政务新媒体账号3个获评先进，加强宣传。"}
    found = renewed(texts, **{"platform.new_media_accounts": 18})["overview.platform"][1]
    assert {Mark.UNBOUND, Mark.UNANSWERED} & {*found.marks}


def test_a_set_phrase_is_given_up_where_more_than_half_would_be_as_last_year() -> None:
    phrase = (
        "不断健全工作台账和办理程序，强化日常管理，稳步提升信息发布工作的质量和水平，确保各项工作落到实处。"
    )
    texts = TEXTS | {
        "overview.supervision": phrase * 1 + "组织领导有力，职责分工明确，工作推进有序，成效持续显现。"
    }
    last = last_report(texts)
    drafts = Drafter().draft(made(NOW, last), last, {}, Choices(Words.OWN))
    left = drafts["overview.supervision"].left_out
    assert Mark.ALIKE in {mark for one in left for mark in one.marks}
    kept = {one.id: Decision(Choice.KEEP) for one in left}
    again = Drafter().draft(made(NOW, last), last, {}, Choices(Words.OWN, kept))
    assert phrase in again["overview.supervision"].text


def test_what_templates_said_last_year_is_no_own_word_and_is_said_anew() -> None:
    for place in range(4):
        answers = answers_of(place)
        before = made(answers, None, NAMES[place][0], 2024)
        last = with_texts(before, {key: d.text for key, d in Drafter().draft(before, None, {}).items()})
        now = made(answers, last, NAMES[place][0], 2025)
        drafts = Drafter().draft(now, last, {}, Choices(Words.OWN))
        part_one = [one for key, d in drafts.items() if key.startswith("overview") for one in d.sentences]
        assert {one.origin for one in part_one} == {Origin.TEMPLATE}
        assert share({key: d.text for key, d in drafts.items()}, last) <= 0.5


def test_what_part_five_shows_as_evidence_is_still_told_in_part_one() -> None:
    text = "2024年工作取得新进展。本年度改进情况：一是加强培训；二是改版栏目。"
    last = last_report()
    told = [{"problem": "培训少", "measure": ""}, {"problem": "栏目旧", "measure": ""}]
    last = last.model_copy(update={"problems": type(last.problems)(text=text, items=told)})
    now = NOW | {
        "supervision.trainees": 60,
        "problems.action:培训少": "组织培训2次、60人次",
        "problems.outcome:培训少": "明显改善",
        "problems.outcome:栏目旧": "已解决",
    }
    texts = {k: d.text for k, d in Drafter().draft(made(now, last), last, {}, Choices(Words.OWN)).items()}
    assert texts["problems.improved"].startswith("本年度改进情况：一是针对培训少的问题，组织培训2次")
    assert "培训2次" in texts["overview.supervision"]
    assert "60人次" in texts["overview.supervision"]


ALONE = tuple(
    fact.id
    for fact in FACTS.values()
    if fact.kind in {Kind.COUNT, Kind.AMOUNT}
    and fact.topic in TOPICS_AND_FEES
    and not fact.id.endswith(".indicator")
)


@pytest.mark.parametrize("fact", ALONE)
def test_every_number_has_a_sentence_of_its_own_for_an_edited_paragraph(fact: str) -> None:
    answers = {one: 30 + place for place, one in enumerate(ALONE)} | {"management.cleanup": True}
    report = made(answers | {"requests.on_time": False})
    words = Drafter().about(fact, paragraph_of(fact, report), report, None)
    assert str(answers[fact]) in words, f"no sentence of {paragraph_of(fact, report)} says {fact} by itself"


@pytest.mark.parametrize(
    ("text", "open_ones", "marks"),
    [
        ("全年收到政府信息公开申请4件，均按期答复。", 1, (Mark.CONTRADICTED,)),
        ("全年收到政府信息公开申请4件，均按期答复。", 0, ()),
        ("已办结的申请均按期答复。", 1, ()),
    ],
)
def test_all_in_time_is_not_said_of_applications_that_are_still_open(
    text: str, open_ones: int, marks: tuple[Mark, ...]
) -> None:
    now = {"requests.granted.natural_person": 6 - open_ones, "requests.carried_out.natural_person": open_ones}
    found = renewed({"overview.requests": text}, **now)["overview.requests"][0]
    assert found.marks == marks


@pytest.mark.parametrize(
    "contact",
    [
        "电话：010-12345678，地址：示例县清水路1号。",
        "如需了解更多情况，请致电010-12345678。",
        "公众可以到示例县清水路1号或者拨打010-12345678。",
        "办公电话为 010-12345678。",
        "欢迎社会各界与我局办公室联系，邮箱a@example.cn。",
        "邮编：100000。",
    ],
)
def test_an_opening_that_names_a_contact_gets_no_second_one(contact: str) -> None:
    assert says_the_same("opening.contact", [contact])


@pytest.mark.parametrize(
    "text",
    ["本报告在示例县人民政府网站公布，网站地址：www.example.cn。", "本局与各科室密切配合编制本报告。"],
)
def test_what_is_no_contact_is_not_taken_for_one(text: str) -> None:
    assert not says_the_same("opening.contact", [text])
