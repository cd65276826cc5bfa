"""Everything that running text can be about: the facts that the questions ask for, and what else is counted.

A fact is one record: what it is, and every way to word it with examples (see ``language.wordings``)."""

from typing import Any, Final

from sections.facts.cells import CELLS
from sections.facts.fact import INDICATOR, Fact
from sections.facts.management import MANAGEMENT
from sections.facts.other import OTHER
from sections.facts.platform import PLATFORM
from sections.facts.proactive import PROACTIVE
from sections.facts.problems import OUTCOMES, PROBLEMS
from sections.facts.profile import ORGAN_KINDS, ORGAN_LEVELS, PROFILE
from sections.facts.requests import REQUESTS
from sections.facts.supervision import SUPERVISION
from sections.form.registry import measure_of
from sections.language.subject import Subject
from sections.report.values import Kind, Value, value_from_json

__all__ = [
    "FACTS",
    "INDICATORS",
    "ORGAN_KINDS",
    "ORGAN_LEVELS",
    "OUTCOMES",
    "SUBJECTS",
    "Fact",
    "fact_of",
    "from_json",
]

INDICATORS: Final[dict[str, Fact]] = {
    topic: Fact(f"{topic}.{INDICATOR}", "本单位指标", "项")
    for topic in ("proactive", "requests", "management", "platform", "supervision")
}
"""Topic -> the fact of the organ's own indicators there, asked once an indicator of last year's report."""

FACTS: Final[dict[str, Fact]] = {
    fact.id: fact
    for fact in (
        *PROFILE,
        *PROACTIVE,
        *REQUESTS,
        *MANAGEMENT,
        *PLATFORM,
        *SUPERVISION,
        *PROBLEMS,
        *OTHER,
        *INDICATORS.values(),
    )
}
"""Every fact by id. Facts asked once per item of a list have the item behind a colon, see ``fact_of``."""

SUBJECTS: Final[dict[str, Subject]] = {
    subject.id: subject for subject in (*FACTS.values(), *CELLS.values()) if subject.wordings
}
"""Everything whose number is read from running text, by id."""


def fact_of(field: str) -> Fact | None:
    """The fact a field holds (``problems.measure:培训少``: ``problems.measure``); None for a cell."""
    return FACTS.get(field.partition(":")[0])


def from_json(field: str, raw: Any) -> Value:
    """The value of ``field`` from plain JSON.

    Raises ``ValueError`` with a Chinese sentence fit for the clerk when ``raw`` is not of the field's kind.
    """
    fact = fact_of(field)
    if fact is None:
        measure = measure_of(field)
        return value_from_json(Kind.AMOUNT if measure is not None and measure.is_money else None, raw)
    return value_from_json(fact.kind, raw)
