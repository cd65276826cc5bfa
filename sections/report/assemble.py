"""From answers to the report: carried and computed cells filled in, facts put in their sections."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Final

from sections.facts import FACTS, fact_of
from sections.form.elements import OWN_TOPICS
from sections.form.registry import written_form
from sections.language.sentences import sentences
from sections.language.statements import OWN_ITEMS
from sections.report.cells import ResolvedCell, Sources, resolve, values_of
from sections.report.figures import items_in, statements_in
from sections.report.indicators import with_indicators
from sections.report.parts import (
    Figure,
    FollowUp,
    Other,
    Overview,
    Period,
    Problem,
    Problems,
    Profile,
    Signature,
)
from sections.report.report import Report
from sections.report.values import Answers, Kind, LocalItem, Quantity, Value

_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def assemble(
    answers: Answers,
    organ: str,
    year: int,
    last: Report | None,
    reasons: Mapping[str, str] | None = None,
    *,
    cells: Mapping[str, ResolvedCell] | None = None,
) -> Report:
    """The report that ``answers`` make, in the form of its year and without its text (see ``with_texts``).

    ``cells`` are those that the answers resolve to, where the caller has them already."""
    form = written_form(year)
    if cells is None:
        cells = resolve(form, Sources(answers, last, reasons or {}))
    facts = with_indicators({field: value for field, value in answers.items() if fact_of(field) is not None})
    profile = _profile(facts, organ)
    return Report.from_cells(
        values_of(cells),
        form_id=form.id,
        unit=profile.name or organ,
        year=year,
        profile=profile,
        period=Period(start=dt.date(year, 1, 1), end=dt.date(year, 12, 31)),
        problems=Problems(items=_problems(facts), follow_ups=_follow_ups(facts, last)),
        signature=_signature(facts, profile.name or organ),
        facts=facts,
        overruled={path: reason for path, reason in (reasons or {}).items() if reason},
    )


def _profile(facts: Mapping[str, Value], unit: str) -> Profile:
    known: dict[str, Any] = {
        fact.id.removeprefix("profile."): facts[fact.id]
        for fact in FACTS.values()
        if fact.topic == "profile" and fact.id in facts
    }
    return Profile(**{"name": unit, **known})


def _problems(facts: Mapping[str, Value]) -> tuple[Problem, ...]:
    items = facts.get("problems.items", ())
    return tuple(
        Problem(problem=str(item), measure=str(facts.get(f"problems.measure:{item}", "")))
        for item in (items if isinstance(items, tuple) else ())
    )


def _follow_ups(facts: Mapping[str, Value], last: Report | None) -> tuple[FollowUp, ...]:
    return tuple(
        FollowUp(
            problem=item.problem,
            outcome=str(facts.get(f"problems.outcome:{item.problem}", "")),
            action=str(facts.get(f"problems.action:{item.problem}", "")),
        )
        for item in (last.problems.items if last else ())
    )


def _signature(facts: Mapping[str, Value], organ: str) -> Signature | None:
    if facts.get("signature.wanted") is not True:
        return None
    match = _DATE.fullmatch(str(facts.get("signature.date", "")))
    try:
        day = dt.date(*map(int, match.groups())) if match else None
    except ValueError:
        day = None
    return Signature(organ=organ, date=day)


def with_texts(report: Report, paragraphs: Mapping[str, str]) -> Report:
    """``report`` with its narrative: ``paragraphs`` by key, and the texts of the parts they make."""
    topics = {
        name: paragraphs[key] for name in report.form.topics if (key := f"overview.{name}") in paragraphs
    }
    lead, headings = paragraphs.get("overview.lead", ""), report.form.topic_headings(topics)
    lines = [lead, *(f"{headings[name]}\n{text}" for name, text in topics.items())]
    lines += filter(None, [paragraphs.get(OWN_TOPICS)])

    def part(section: str) -> str:
        return "\n".join(text for key, text in paragraphs.items() if key.startswith(f"{section}.") and text)

    return report.model_copy(
        update={
            "opening": paragraphs.get("opening", ""),
            "overview": Overview(text="\n".join(filter(None, lines)), lead=lead, topics=topics),
            "problems": report.problems.model_copy(update={"text": part("problems")}),
            "other": Other(text=part("other")),
            "paragraphs": dict(paragraphs),
            "headings": dict(report.form.headings),
            "figures": _figures(report, paragraphs),
        }
    )


def _figures(report: Report, paragraphs: Mapping[str, str]) -> tuple[Figure, ...]:
    """The counts of the narrative, each with the words it stands in."""
    said = {statement.subject: statement for statement in statements_in(paragraphs, report.year, report.unit)}
    figures = []
    for field, value in report.facts.items():
        fact = fact_of(field)
        if fact is not None and fact.kind is Kind.COUNT and isinstance(value, Quantity):
            statement = said.get(field)
            quote = statement.clause if statement and statement.quantity == value else ""
            figures.append(Figure(id=field, value=value.value, quote=quote, unit=fact.measure))
        elif fact is not None and fact.kind is Kind.ITEMS and isinstance(value, tuple):
            figures += [_item_figure(item, paragraphs) for item in value if isinstance(item, LocalItem)]
    return tuple(figures)


def _item_figure(item: LocalItem, paragraphs: Mapping[str, str]) -> Figure:
    quotes = (
        statement.clause
        for text in paragraphs.values()
        if item.name in text
        for sentence in sentences(text)
        for statement in items_in(sentence, [item])
        if statement.quantity == item.quantity
    )
    value = item.quantity.value
    return Figure(id=OWN_ITEMS, value=value, quote=next(quotes, ""), unit=item.unit, name=item.name)
