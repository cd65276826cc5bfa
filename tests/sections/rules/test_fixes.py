"""Safe fixes: one that is made removes its finding and brings no other, and changes only what it names."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from sections.report.report import Report
from sections.rules.base import Context, Finding, Fix
from sections.rules.run import check
from tests.sections.rules.cases import CASES
from tests.support.form import SECTIONS, table_fields
from tests.support.rule_case import Case
from tests.support.sound_report import clean

FOUND = [case for case in CASES if case.found]
FIXED = {
    *(
        "NB101",
        "NB102",
        "NB103",
        "NB301",
        "NB305",
        "NB401",
        "NB903",
        "NB911",
        "NB912",
        "NB921",
        "NB922",
        "NB923",
    ),
    *("NB924", "NB927", "NB931", "NB932", "NB933", "NB943", "NB953", "NB961", "NB962", "NB963", "NB965"),
    *("NB966", "NB970", "NB971"),
}
"""Rules that offer a fix where it is safe; those of the sums do so in cases of their own below."""

CONSEQUENCES = {
    "NB401": {"NB923"},
    "NB911": {"NB301", "NB303"},  # the session works the total out anew
    "NB912": {"NB924"},
    "NB923": {"NB941"},
    "NB971": {"NB931", "NB941"},
}
"""A number put right may speak against another that was wrong beside it: that one must then be told too."""


def context(case: Case) -> Context:
    this, before = case.spoilt.reports()
    return Context(this, before if case.with_last else None, case.drafting, case.answers_known)


def mended(report: Report, fix: Fix) -> Report:
    """The report with the fix made."""
    if fix.value is not None:
        cells = {field: report.number(field) for field in table_fields()} | {fix.where: fix.value}
        rest = {name: getattr(report, name) for name in type(report).model_fields}
        for name in ("schema_", "cells"):
            del rest[name]
        rest["unread"] = tuple(place for place in report.unread if place.where != fix.where)
        return Report.from_cells(cells, **rest)
    update: dict[str, Any] = {}
    if fix.where in {"title", "opening"}:
        update = {fix.where: once(getattr(report, fix.where), fix)}
    elif report.headings.get(fix.where) == fix.old:
        update = {"headings": {**report.headings, fix.where: fix.new}}
    elif fix.where in table_fields():
        update = {"remarks": tuple(one for one in report.remarks if one.printed != fix.old)}
    else:
        section = fix.where.split(".", maxsplit=1)[0]
        assert section in SECTIONS
        part = getattr(report, section)
        update = {section: part.model_copy(update={"text": once(part.text, fix)})}
    return report.model_copy(update=update)


def once(text: str, fix: Fix) -> str:
    assert text.count(fix.old) == 1
    return text.replace(fix.old, fix.new)


def told(findings: list[Finding]) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.where) for one in findings)


def offered() -> list[Any]:
    """Every case whose rule offers a fix, with its finding."""
    found = []
    for case in FOUND:
        here = context(case)
        findings = [one for one in check(here) if one.code == case.code and one.fix and not one.fix.adds]
        found += [
            pytest.param(here, one, id=f"{one.code}-{one.where}-{one.quote[:8]}") for one in findings[:1]
        ]
    return found


def check_fix(here: Context, finding: Finding) -> None:
    """The finding is gone, no other has come, and the fix changed its place alone."""
    assert finding.fix
    report = mended(here.report, finding.fix)
    before, after = told(check(here)), told(check(replace(here, report=report)))
    gone = (finding.code, finding.where)
    assert after[gone] < before[gone]
    assert {code for code, _ in after - before} <= CONSEQUENCES.get(finding.code, set())
    changed = {
        name for name in type(report).model_fields if getattr(report, name) != getattr(here.report, name)
    }
    assert len(changed - {"unread"}) == 1


@pytest.mark.parametrize(("here", "finding"), offered())
def test_a_safe_fix_removes_its_finding_and_nothing_else(here: Context, finding: Finding) -> None:
    check_fix(here, finding)


def test_every_rule_that_can_offers_a_fix() -> None:
    assert {one.code for param in offered() for one in (param.values[1],)} == FIXED


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("requests.new.total", 33), ("requests.total.enterprise", 0), ("disputes.reconsideration.total", 0)],
)
def test_a_total_is_mended_where_everything_else_speaks_for_its_parts(field: str, wrong: int) -> None:
    here = Context(clean({field: wrong}))
    (finding,) = [one for one in check(here) if one.fix and one.fix.value is not None and one.where == field]
    check_fix(here, finding)
    assert finding.fix
    assert finding.fix.value == clean().number(field)
    assert check(Context(mended(here.report, finding.fix))) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"requests.new.natural_person": 25},
        {"requests.granted.enterprise": 2},
        {"disputes.reconsideration.total": 3},
    ],
)
def test_a_total_that_may_be_right_is_left_alone(cells: dict[str, int]) -> None:
    assert not [one for one in check(Context(clean(cells))) if one.fix and one.fix.value is not None]
