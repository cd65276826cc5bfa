"""What a message says: one a fault, no nonsense, no contradicting pair, nothing cut, its object named."""

import re

import pytest

from sections.rules.base import Context, Finding, Severity
from sections.rules.run import check
from tests.sections.rules.cases import CASES
from tests.support.rule_case import Case, added, cells, text
from tests.support.sound_report import Spoilt, clean, last


def told(spoilt: Spoilt, *, with_last: bool = True) -> list[Finding]:
    this, before = spoilt.reports()
    return check(Context(this, before if with_last else None))


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        ("overview", "收到政府信息公开申请30件", "收到政府信息公开申请31件"),
        ("overview", "不予公开4件", "不予公开3件"),
        ("overview", "被申请行政复议4件", "被申请行政复议5件"),
        ("overview", "组织业务培训2次", "组织业务培训培训2次"),
        ("problems", "一是部分场馆", "三是部分场馆"),
        ("problems", "二是文件解读", "三是文件解读"),
        ("other", "收取信息处理费0元", "收取信息处理费300元"),
        ("overview", "制发行政规范性文件3件", "制发行政规范性文件4件"),
    ],
)
def test_one_fault_brings_one_message(where: str, old: str, new: str) -> None:
    assert len(told(text(where, old, new))) == 1


def test_a_wrong_number_of_a_list_is_told_as_such_and_not_as_two_breaks() -> None:
    (found,) = told(text("problems", "二是文件解读", "三是文件解读"))
    assert "没有“二是”" in found.message
    assert not re.search("“三是”之前没有“四是”|“(.)是”之前没有“(?!.是”)", found.message)


def test_a_mark_is_never_missed_before_a_smaller_one() -> None:
    chinese = "一二三四五六七八九"
    this, _ = added("overview", "一是检查；三是通报；四是整改；二是培训。").reports()
    for finding in check(Context(this)):
        for here, due in re.findall("“([一-九])是”之前没有“([一-九])是”", finding.message):
            assert chinese.index(due) < chinese.index(here)


def test_the_year_of_the_title_and_the_period_do_not_accuse_each_other() -> None:
    this = clean(title="云岭市青禾区文化和旅游局\n2024年政府信息公开工作年度报告")
    found = [one for one in check(Context(this, last())) if one.code in {"NB102", "NB103"}]
    assert [one.code for one in found] == ["NB102"]
    assert found[0].where == "title"


def test_no_part_of_a_sum_is_cut() -> None:
    parts = {f"requests__{row}__natural_person": 1 for row in _ROWS}
    (found,) = [one for one in told(cells(**parts)) if one.code == "NB302" and "自然人" in one.message]
    assert "……" not in found.message
    assert found.message.count("＋") == len(_ROWS) - 1


_ROWS = (
    "granted", "partial", "denied_state_secret", "denied_law_forbids", "denied_security_stability",
    "denied_third_party", "denied_internal_affairs", "denied_process", "denied_enforcement_file",
    "denied_admin_query", "unavailable_not_held", "unavailable_needs_creation", "unavailable_unclear",
    "rejected_petition", "rejected_repeat", "rejected_publication", "rejected_excessive",
    "rejected_reconfirm", "other_no_correction", "other_no_fee", "other_other",
)  # fmt: skip
"""Every outcome of part three."""


@pytest.mark.parametrize(
    "sentence",
    [
        "收到公开申请30件，较去年增加5件，增长33.3%。",
        "收到公开申请30件，较去年增加5件，增长33%。",
        "场馆27家，其中公办9家，占35.1%。",
        "场馆27家，其中公办9家，占35%。",
    ],
)
def test_a_percentage_is_rounded_alike_in_message_and_fix(sentence: str) -> None:
    found = [one for one in told(added("overview", sentence)) if one.fix and "%" in one.fix.new]
    assert found
    for one in found:
        assert one.fix is not None
        due = re.findall(r"[0-9.]+(?=%)", one.fix.new)[-1]
        said = [float(number) for number in re.findall(r"(?<=[为＝增长下降])[0-9.]+(?=%)", one.message)]
        assert any(abs(number - float(due)) < 0.5 for number in said)
        places = len(due.partition(".")[2])
        assert any(f"{number:.{places}f}" == due for number in said)


@pytest.mark.parametrize(
    "sentence",
    [
        "按季度检查4次，推进正务公开，举办讲座。",
        "加强对政务新媒体的的监管，逐条核对。",
        "按照国办公开办涵〔2021〕30号的格式编制，逐项核对。",
        "全年主动公开××条，逐条核对。",
    ],
)
def test_a_quote_begins_and_ends_at_a_clause(sentence: str) -> None:
    this, _ = added("overview", sentence).reports()
    found = [one for one in check(Context(this, last())) if one.quote]
    assert found
    whole = this.overview.text
    for one in found:
        place = whole.index(one.quote)
        assert whole[place - 1] in "，。；：\n"
        assert whole[place + len(one.quote)] in "，。；：\n"


def test_a_misquoted_phrase_is_named_with_what_it_should_be() -> None:
    (found,) = [one for one in told(added("overview", "坚定“三个自信”。")) if one.code == "NB966"]
    assert "三个自信" in found.message
    assert "四个自信" in found.message


def test_clearing_other_papers_softens_nothing() -> None:
    spoilt = Spoilt(
        cells={"proactive.regulations.in_force": 3},
        replace={"overview": ("年中把历年文件", "清理失效文件2件，年中把历年文件")},
    )
    found = [one for one in told(spoilt) if one.code == "NB912"]
    assert [one.severity for one in found] == [Severity.ERROR]


def test_a_change_is_held_against_the_figure_of_its_own_subject() -> None:
    """新收申请 4 to 1 and 留言 5 to 1 are two things."""
    sentence = "回复群众留言1条，较去年减少4条。"
    this, before = added("overview", sentence).reports()
    found = check(Context(this, before))
    assert [one for one in found if one.code in {"NB931", "NB932"}] == []


@pytest.mark.parametrize("case", [case for case in CASES if case.found], ids=lambda case: case.id)
def test_every_message_is_one_whole_sentence(case: Case) -> None:
    this, before = case.spoilt.reports()
    context = Context(
        this, before if case.with_last else None, drafting=case.drafting, answers_known=case.answers_known
    )
    for finding in check(context):
        assert finding.message.endswith(("。", "”", "）"))
        assert "None" not in finding.message
        assert "  " not in finding.message
        if finding.quote and not re.search(r"[*…]", finding.quote):
            assert finding.quote.strip() == finding.quote


def test_of_a_table_that_is_not_there_nothing_is_said() -> None:
    this = clean(form="2019")
    empty = this.model_copy(
        update={
            "cells": {
                path: None if path.startswith("requests.") else value for path, value in this.cells.items()
            }
        }
    )
    messages = [one.message for one in check(Context(empty)) if one.code == "NB304"]
    assert messages
    assert not any("合为一行" in message for message in messages)
