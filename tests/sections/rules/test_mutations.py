"""Change one number anywhere in a clean report: some rule must say so."""

import re
from decimal import Decimal

import pytest

from sections.findings import Context, Severity, check
from sections.form import table_fields
from sections.overview import Overview
from sections.report import Report
from tests.sections.rules.clean import LEAD, TOPICS, clean, last

UNDECIDABLE = {"proactive.fees": "no sum, no other year and no sentence of the form repeats the fees"}
"""Cells that a program cannot tell wrong by one; docs/rules.md says so too."""
ONLY_BY_THE_NARRATIVE = {"proactive.licences", "proactive.penalties", "proactive.coercive_measures"}
ONLY_BY_LAST_YEAR = {
    f"proactive.{row}.{name}"
    for row in ("regulations", "normative_documents")
    for name in ("issued", "repealed", "in_force")
}


def spoilt(field: str, by: int) -> Report:
    return clean({field: (clean().number(field) or 0) + by})


@pytest.mark.parametrize("field", [field for field in table_fields() if field not in UNDECIDABLE])
def test_one_more_or_less_anywhere_is_noticed(field: str) -> None:
    for by in (1, 7) if clean().number(field) == 0 else (1, -1, 7):
        codes = {finding.code for finding in check(Context(spoilt(field, by), last()))}
        assert codes, f"{field} changed by {by} goes unnoticed"


@pytest.mark.parametrize(
    "field", sorted(set(table_fields()) - set(UNDECIDABLE) - ONLY_BY_LAST_YEAR - ONLY_BY_THE_NARRATIVE)
)
def test_arithmetic_alone_notices_requests_and_disputes(field: str) -> None:
    silent = {"overview": Overview(), "opening": ""}
    report = clean({field: (clean().number(field) or 0) + 1}, **silent)
    errors = {finding.code for finding in check(Context(report)) if finding.severity is Severity.ERROR}
    assert errors & {"NB301", "NB302", "NB303", "NB401"}


@pytest.mark.parametrize("field", sorted(UNDECIDABLE))
def test_what_no_rule_can_tell_is_known(field: str) -> None:
    report = clean({field: Decimal(1)})
    assert check(Context(report, last())) == []


SENTENCES = re.sub(
    "[（(].[）)]", "", "\n".join((LEAD, *(TOPICS[name] for name in ("proactive", "requests"))))
)
NUMBERS = [match for match in re.finditer(r"[0-9]+(?:\.[0-9]+)?", SENTENCES) if match[0] != "2025"]


@pytest.mark.parametrize("match", NUMBERS, ids=lambda match: f"{match.start()}-{match[0]}")
def test_every_number_of_the_narrative_that_a_table_or_a_sum_holds(match: "re.Match[str]") -> None:
    text = "\n".join((LEAD, *TOPICS.values()))
    head = SENTENCES[max(0, match.start() - 6) : match.start()]
    tail = SENTENCES[match.end() : match.end() + 2]
    assert text.count(f"{head}{match[0]}{tail}") == 1
    wrong = text.replace(f"{head}{match[0]}{tail}", f"{head}{float(match[0]) + 3:g}{tail}")
    assert check(Context(clean(overview=Overview(text=wrong)), last()))


PLANTED = {
    "NB102": ("title", "2025年", "2024年"),
    "NB103": ("opening", "2025年12月31日", "2025年11月30日"),
    "NB921": ("overview", "申请30件", "申请33件"),
    "NB922": ("overview", "不予公开4件", "不予公开1件"),
    "NB923": ("overview", "行政诉讼1件。", "行政诉讼2件，均获维持。"),
    "NB924": ("overview", "许可118件", "许可102件"),
    "NB925": ("overview", "另有3件结转下年度继续办理。", "另有3件结转下年度继续办理。依申请公开均已办结。"),
    "NB926": None,
    "NB931": ("overview", "增长5.3%", "增长8.3%"),
    "NB933": ("other", "2025年", "2024年"),
    "NB941": ("overview", "网站510条", "网站540条"),
    "NB955": ("overview", "抽查4次", "抽查XX次"),
    "NB961": ("overview", "查询更方便。", "查询更方便。。"),
    "NB962": ("other", "事项。", "事项"),
}


def test_every_planted_contradiction_of_one_report_is_found() -> None:
    parts = {
        name: getattr(clean(), name) if name in {"title", "opening"} else getattr(clean(), name).text
        for name in ("title", "opening", "overview", "other")
    }
    for place in filter(None, PLANTED.values()):
        name, old, new = place
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)
    report = clean(
        {"requests.granted.total": 13, "disputes.reconsideration.total": 0},
        title=parts["title"],
        opening=parts["opening"],
        overview=Overview(text=parts["overview"]),
        other=clean().other.model_copy(update={"text": parts["other"]}),
    )
    codes = {finding.code for finding in check(Context(report, last()))}
    assert codes >= {*PLANTED, "NB301", "NB302", "NB401"}
