"""The organ's focus in last year's sentences: named once, as answered this year, told where it differs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.narrative import focus
from prompts.narrative.compose import Drafter
from prompts.narrative.edited import followed, slots_of
from prompts.narrative.narrative import Choices, Words
from prompts.narrative.own_words import renewed_sentences
from prompts.narrative.sentence import Mark
from prompts.recognition import recognised
from sections.report.assemble import with_texts
from sections.report.report import Report
from tests.support.drafted import made

LEAD = "紧扣古籍修复、馆藏整理、查阅接待等年度任务，信息随办随公开。"
AREAS = "公开内容以档案征集、家谱捐赠等群众关注的领域为重点。"


def last_report(lead: str = LEAD, **answers: Any) -> Report:
    report = made(answers, year=2024)
    return with_texts(report, {"overview.lead": lead, "overview.proactive": AREAS})


def lead_of(last: Report, **now: Any) -> tuple[str, tuple[Mark, ...]]:
    answers = {name.replace("__", "."): value for name, value in now.items()}
    sentence = renewed_sentences(last, made(answers, last))["overview.lead"][0]
    return sentence.text, sentence.marks


@pytest.mark.parametrize(
    ("text", "fact", "names"),
    [
        (LEAD, focus.WORK, ("古籍修复", "馆藏整理", "查阅接待")),
        (AREAS, focus.AREAS, ("档案征集", "家谱捐赠")),
        ("重点公开了甲类档案、乙类档案等领域的信息。", focus.AREAS, ("甲类档案", "乙类档案")),
        ("全年推进城乡供水、河道治理等重点工作。", focus.WORK, ("城乡供水", "河道治理")),
    ],
)
def test_a_list_is_of_what_stands_behind_it(text: str, fact: str, names: tuple[str, ...]) -> None:
    (found,) = focus.focus_lists(text)
    assert (found.fact, found.names) == (fact, names)
    assert text[found.start : found.end] == "、".join(names)


@pytest.mark.parametrize(
    "text",
    [
        "通过网站、微信公众号等渠道发布信息。",
        "设有当面、信函等申请方式。",
        "围绕古籍修复工作，公开信息12条。",
        "公开栏目7个、专题3个等信息。",
    ],
)
def test_other_lists_are_no_focus(text: str) -> None:
    assert not list(focus.focus_lists(text))


def test_a_list_that_shares_a_name_with_this_years_follows_it() -> None:
    text, marks = lead_of(last_report(), overview__focus=("古籍修复", "数字化"))
    assert text == "紧扣古籍修复、数字化等年度任务，信息随办随公开。"
    assert not marks


def test_a_list_that_shares_nothing_is_told_and_stays() -> None:
    text, marks = lead_of(last_report(), overview__focus=("数字化", "安全保管"))
    assert text == LEAD
    assert marks == (Mark.LISTED,)


def test_last_years_answer_is_the_witness_where_there_is_one() -> None:
    last = last_report(**{"overview.focus": ("古籍修复", "馆藏整理", "查阅接待")})
    assert lead_of(last, overview__focus=("数字化", "安全保管"))[0].startswith("紧扣数字化、安全保管等")
    other = last_report(**{"overview.focus": ("古籍修复", "库房搬迁")})
    assert lead_of(other, overview__focus=("古籍修复", "数字化")) == (LEAD, (Mark.LISTED,))


def test_nothing_is_changed_where_nothing_was_answered() -> None:
    assert lead_of(last_report()) == (LEAD, ())


def test_what_an_own_sentence_names_no_template_names_again() -> None:
    last = last_report()
    answers = {"overview.focus": ("古籍修复", "数字化"), "proactive.key_areas": ("档案征集", "口述历史")}
    drafts = Drafter().draft(made(answers, last), last, {}, Choices(Words.OWN))
    text = "".join(sentence.text for draft in drafts.values() for sentence in draft.sentences)
    assert [text.count(name) for name in ("古籍修复", "数字化", "档案征集", "口述历史")] == [1, 1, 1, 1]


def test_both_lists_are_offered_as_defaults() -> None:
    last = last_report()
    assert recognised(focus.WORK, last) == ("古籍修复", "馆藏整理", "查阅接待")
    assert recognised(focus.AREAS, last) == ("档案征集", "家谱捐赠")


NAMES = st.lists(st.sampled_from(("甲类档案", "乙类档案", "古籍修复", "查阅接待")), min_size=2, unique=True)


@given(before=NAMES, now=NAMES)
def test_edited_text_follows_the_list_and_comes_back_to_the_letter(before: list[str], now: list[str]) -> None:
    """A list in the clerk's own words is bound when it is what was answered, and to nothing else."""
    text = f"馆里围绕{'、'.join(before)}等重点工作公开信息。"
    then, later = (made({"overview.focus": tuple(names)}) for names in (before, now))
    slots = slots_of(text, "overview.lead", then)
    assert followed(text, slots, then, None)[0] == text
    written = before if set(before) == set(now) else now
    assert followed(text, slots, later, None)[0] == text.replace("、".join(before), "、".join(written))
    assert not slots_of(text, "overview.lead", made({"overview.focus": ("另一件事", "又一件事")}))


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("市建设局深入推进供水、供气等企事业单位信息公开。", None),
        ("推进供水、供气等企业信息公开。", None),
        ("市建设局聚焦供水、供气、供热等重点领域。", None),
        ("重点公开了社会救助、养老服务等领域的信息。", ("社会救助", "养老服务")),
        ("围绕供水、供气、供热等方面信息，做好公开。", ("供水", "供气", "供热")),
    ],
)
def test_areas_are_guessed_only_of_lists_that_are_the_organs_areas(
    text: str, areas: tuple[str, ...] | None
) -> None:
    last = with_texts(made({}, year=2024), {"overview.proactive": text})
    assert recognised(focus.AREAS, last) == areas
