"""An office's own levels and phrases: what they change, and what they cannot."""

import pytest

from sections.rules.base import Context, Severity
from sections.rules.office import OfficeRules, OfficeRulesError, read_office_rules
from sections.rules.run import RULES, check
from tests.support.rule_case import added, cells, text

BINDING = [rule.code for rule in RULES if rule.level.binds and rule.severity is Severity.ERROR]
OWN_PHRASE = """
[[misquoted]]
gate = "云岭"
wrong = "云岭精神区"
right = "云岭精神"
hint = true
"""


def rules(words: str) -> OfficeRules:
    return read_office_rules(words, "rules.toml")


def severities(code: str, report: str, office: OfficeRules | None) -> list[Severity]:
    this, _ = added("overview", report).reports()
    return [one.severity for one in check(Context(this, office=office)) if one.code == code]


def test_a_rule_of_practice_is_raised_lowered_or_left_out() -> None:
    sentence = "会同各镇逐一核对乡村文化站的开放时间和预约方式。" * 2
    assert severities("NB936", sentence, None) == [Severity.INFO]
    for level, due in (("warning", [Severity.WARNING]), ("error", [Severity.ERROR]), ("off", [])):
        assert severities("NB936", sentence, rules(f'[levels]\nNB936 = "{level}"')) == due
    lowered = rules('[levels]\nNB963 = "info"')
    assert severities("NB963", "加强培训,完善制度。", lowered) == [Severity.INFO]


def test_what_a_rule_itself_is_less_sure_of_is_not_raised_above_it() -> None:
    office = rules('[levels]\nNB961 = "error"')
    assert severities("NB961", "质量有待提高高。", office) == [Severity.INFO]


@pytest.mark.parametrize("level", ["info", "off"])
@pytest.mark.parametrize(
    "code", [rule.code for rule in RULES if rule.level.binds and rule.severity is Severity.ERROR]
)
def test_what_statute_or_form_demand_is_never_lowered(code: str, level: str) -> None:
    with pytest.raises(OfficeRulesError, match="不能关闭或调低"):
        rules(f'[levels]\n{code} = "{level}"')


def test_what_the_form_demands_can_be_raised_and_arithmetic_stays_compulsory() -> None:
    this, _ = text("other", "没有发出信息处理费收费通知，收取信息处理费0元。", "").reports()
    raised = check(Context(this, office=rules('[levels]\nNB601 = "error"')))
    assert [one.severity for one in raised if one.code == "NB601"] == [Severity.ERROR]
    broken, _ = cells(requests__new__total=1).reports()
    found = check(Context(broken, office=rules('[levels]\nNB301 = "error"')))
    assert all(one.compulsory for one in found if one.code == "NB301")


def test_phrases_of_the_office_lie_over_the_built_in_ones() -> None:
    office = rules(OWN_PHRASE)
    this, _ = added("overview", "弘扬云岭精神区，增强“四种意识”。").reports()
    found = {one.message: one.severity for one in check(Context(this, office=office)) if one.code == "NB966"}
    assert found == {
        "“云岭精神区”与通行的表述或次序不同，请核对。": Severity.INFO,
        "“四种意识”有误，规范表述是“四个意识”。": Severity.WARNING,
    }


def test_the_office_may_say_otherwise_of_a_built_in_meeting() -> None:
    words = "学习贯彻党的二十届五中全会精神。"
    held = '[[unknown]]\nwords = "二十届[六七]中全会"\n'
    assert severities("NB966", words, None) == [Severity.WARNING]
    assert severities("NB966", words, rules(held)) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("[levels", "写得不对"),
        ('[levels]\nNB000 = "off"', "没有编号为“NB000”的规则"),
        ('[levels]\nNB936 = "none"', "级别“none”不对"),
        ("[levels]\nNB936 = 3", "级别“3”不对"),
        ("levels = 3", "应写成一节"),
        ("[other]\na = 1", "没有“other”这一节"),
        ('[[misquoted]]\nwrong = "("\nright = "a"\ngate = "a"', "表述写得不对"),
        ('[[misquoted]]\ngate = "a"', "表述写得不对"),
        ('misquoted = "a"', "表述写得不对"),
        ('[[meeting]]\nname = "a"\nwords = "a"\nheld = "2025"', "表述写得不对"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(words: str, says: str) -> None:
    with pytest.raises(OfficeRulesError, match=says):
        rules(words)
