"""Change one number anywhere in a clean report: some rule must say so."""

import re
from decimal import Decimal

import pytest

from sections.report.parts import Other, Overview, Problems, Profile
from sections.report.report import Report
from sections.report.values import Quantity
from sections.rules.base import Context, Severity
from sections.rules.run import check
from tests.support.form import table_fields
from tests.support.sound_report import LEAD, OPENING, OTHER, PROBLEMS, TOPICS, UNIT, clean, last

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


PARTS = {
    "opening": OPENING,
    "overview": "\n".join((LEAD, *TOPICS.values())),
    "problems": PROBLEMS,
    "other": OTHER,
}
NUMBERS = [
    pytest.param(part, match, id=f"{part}-{match.start()}-{match[0]}")
    for part, text in PARTS.items()
    for match in re.finditer(r"[0-9]+(?:\.[0-9]+)?|(?<=有)两", text)
]
ONLY_BY_THE_ANSWERS = ("培训2次", "抽查4次")
"""No table and no sum holds these; in an imported report they cannot be told wrong."""


def with_text(part: str, text: str) -> Report:
    """The clean report with other words in one part, the answers behind its numbers, and its telephone."""
    texts = {**PARTS, part: text}
    return clean(
        opening=texts["opening"],
        overview=Overview(text=texts["overview"]),
        problems=Problems(text=texts["problems"]),
        other=Other(text=texts["other"]),
        profile=Profile(name=UNIT, telephone="0000-8800000"),
        facts={"supervision.trainings": Quantity(2), "supervision.checks": Quantity(4)},
    )


@pytest.mark.parametrize(("part", "match"), NUMBERS)
def test_every_other_number_of_the_narrative_is_noticed(part: str, match: "re.Match[str]") -> None:
    text = PARTS[part]
    if match[0] == "两":
        other = "三"
    else:
        other = f"{match[0][:-1]}3" if len(match[0]) > 6 else f"{float(match[0]) + 3:g}"
    wrong = with_text(part, text[: match.start()] + other + text[match.end() :])
    assert check(Context(wrong, last(), answers_known=True))
    imported = check(Context(wrong, last()))
    assert imported or text[match.start() - 2 : match.end() + 1] in ONLY_BY_THE_ANSWERS


@pytest.mark.parametrize("known", [True, False])
def test_the_narrative_as_it_is_has_no_finding(known: bool) -> None:
    assert check(Context(with_text("opening", OPENING), last(), answers_known=known)) == []


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
