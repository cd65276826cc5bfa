"""Every rule against its cases; the clean report against every rule; and the rules as documents."""

import inspect
from collections import Counter
from pathlib import Path

import pytest

from sections.report.assemble import assemble
from sections.rules._contradiction import ProseRule
from sections.rules.base import Context, Rule, Severity
from sections.rules.run import RULES, check
from tests.sections.rules.cases import CASES, FOLDER, cases_of
from tests.support.rule_case import Case, suspected
from tests.support.sound_report import clean, last

BY_CODE = {rule.code: rule for rule in RULES}
DOCUMENTED = ("name", "checks", "why", "basis", "wrong", "right", "how")


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    this, before = case.spoilt.reports()
    context = Context(
        this,
        before if case.with_last else None,
        drafting=case.drafting,
        answers_known=case.answers_known,
        earlier=case.earlier,
        suspected=suspected(case, this),
        struck=case.struck,
    )
    findings = list(BY_CODE[case.code].check(context))
    assert bool(findings) is case.found, findings
    if not case.found:
        return
    first = next((found for found in findings if case.says in found.message), None)
    assert first is not None, findings
    assert first.code == case.code
    assert case.where in {"", first.where}
    assert case.severity in {None, first.severity}
    if case.fixed:
        assert first.fix is not None
        assert case.fixed[0] in first.fix.old
        assert first.fix.old.replace(*case.fixed) == first.fix.new


@pytest.mark.parametrize("known", [True, False])
def test_a_clean_report_has_no_finding(known: bool) -> None:
    assert check(Context(clean(), last() if known else None)) == []


def test_last_years_clean_report_has_no_finding_either() -> None:
    assert check(Context(last())) == []


def test_at_work_what_is_unanswered_is_no_error() -> None:
    answers = {"requests.new.natural_person": 3}
    for before in (None, last()):
        report = assemble(answers, last().unit, 2025, before)
        found = check(Context(report, before, drafting=True, answers_known=True))
        assert found
        assert {finding.severity for finding in found} == {Severity.INFO}


def test_at_work_a_sum_is_judged_once_both_sides_have_an_answer() -> None:
    answers = {"requests.new.natural_person": 3, "requests.granted.natural_person": 1}
    report = assemble(answers, last().unit, 2025, None)
    errors = [f for f in check(Context(report, drafting=True)) if f.severity is Severity.ERROR]
    assert {finding.where for finding in errors} == {
        "requests.carried_out.natural_person",
        "requests.carried_out.total",
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_failing_and_a_passing_case(rule: Rule) -> None:
    found = {case.found for case in cases_of(rule.code)}
    assert found == {True, False}, f"a case that is found and one that is not in cases/{rule.code.lower()}.py"


def test_every_file_of_cases_is_of_a_rule_and_of_that_alone() -> None:
    files = {file.stem.upper() for file in FOLDER.glob("nb*.py")}
    assert files <= BY_CODE.keys()
    assert all(case.code == code for code in files for case in cases_of(code))
    assert Counter(case.code for case in CASES) == {code: len(cases_of(code)) for code in files}


def test_a_rule_without_cases_is_told_which_file_to_write() -> None:
    with pytest.raises(AssertionError, match=r"write tests/sections/rules/cases/nb999\.py"):
        cases_of("NB999")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: Rule) -> None:
    silent = [name for name in DOCUMENTED if not getattr(rule, name).strip()]
    assert not silent, f"fill in {silent} in {Path(inspect.getfile(type(rule))).name}"
    assert rule.__class__.__doc__
    assert rule.wrong != rule.right
    assert isinstance(rule.severity, Severity)


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_one_rule_a_file_and_every_file_in_the_list() -> None:
    files = [Path(inspect.getfile(type(rule))) for rule in RULES]
    assert max(Counter(files).values()) == 1
    folder = files[0].parent
    assert {file.name for file in files} == {file.name for file in folder.glob("nb*.py")}
    assert all(file.name.startswith(rule.code.lower()) for file, rule in zip(files, RULES, strict=True))


def test_a_rule_of_the_narrative_names_its_kinds() -> None:
    kinds = [kind for rule in RULES if isinstance(rule, ProseRule) for kind in rule.subjects]
    assert len(kinds) == len(set(kinds))
