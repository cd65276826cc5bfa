"""A question: frozen data, not code. What is asked, when, and how the answer is to be understood."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, TypedDict, Unpack

from sections.facts import FACTS, INDICATORS
from sections.report.values import Kind

Scope = Literal["profile", "overview", "proactive", "requests", "disputes", "problems", "other"]


Repeat = Literal["", "problems.items", "last.problems", "last.indicators", "large_changes"]


class Operator(StrEnum):
    """How a condition looks at a field."""

    IS = "is"
    IS_NOT = "is_not"
    ABOVE = "above"
    """Answered with a number greater than the value."""
    ANSWERED = "answered"
    MENTIONS = "mentions"
    """Not answered yet, or its words have one of those that the value lists with ``|`` between them."""
    SEVERAL = "several"
    """Not answered yet, or a list of more than one."""
    KNOWN = "known"
    """Answered, or last year's report has a value for the field."""
    LAST_KNOWN = "last_known"
    """Last year's report is known and has a value for the field (the field may be empty: a report at all)."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on one field: an answer, a cell of a table (computed ones too), or last year's value.

    Several cells joined by ``+`` are looked at as their sum."""

    field: str
    test: Operator = Operator.ANSWERED
    value: int | bool | str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: ``value`` is stored and printed, ``hint`` explains it."""

    value: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    ``fields`` are what it writes: one, or every writable cell of a table of the report's form. ``text`` and
    ``help`` may name ``{year}``, ``{unit}`` and ``{item}``. With ``repeat`` it is asked once per item of a
    list: the answer to ``problems.items``, the problems named in last year's report (``last.problems``), its
    own indicators (``last.indicators``), or the counts that moved much (``large_changes``);
    its field is then ``<field>:<item>``."""

    id: str
    scope: Scope
    kind: Kind
    fields: tuple[str, ...]
    text: str
    help: str
    source: str = ""
    """Where the number usually comes from."""
    examples: tuple[str, ...] = ()
    unit: str = ""
    topic: str = ""
    """Of a question of part one: its topic (a key of ``Form.topics``), or empty."""
    choices: tuple[Choice, ...] = ()
    own_choice: bool = False
    """Whether something else than the choices may be typed."""
    when: tuple[Condition, ...] = ()
    """All must hold for the question to be asked."""
    only_for: tuple[Condition, ...] = ()
    """Whom it concerns; others are asked where they answered it, or last year's text has ``spoken_of``."""
    spoken_of: str = ""
    """A pattern of words by which last year's text speaks of it."""
    repeat: Repeat = ""
    required: bool = False
    """Whether the report is incomplete without an answer; others may be skipped."""
    required_when: tuple[Condition, ...] = ()
    """Where not empty: required if all of these hold."""
    nothing: str = ""
    """Of a table: what one says when there was nothing to fill in, 「没有申请」."""


def ask_indicators(topic: str) -> Question:
    """The question put once for each of last year's own indicators of a topic of part one."""
    fact = INDICATORS[topic]
    return Question(
        fact.id,
        "overview",
        fact.kind,
        (fact.id,),
        "去年写到的“{item}”，{year}年是多少？",
        "今年的数字会写进本单位自己的那句话。今年没有的填“无”，不想再写的可以跳过。",
        source="去年的年报、本单位的业务统计",
        examples=("18", "无"),
        unit=fact.measure,
        topic=topic,
        repeat="last.indicators",
    )


YES_NO: Final = (Choice("是"), Choice("否"))


class Rest(TypedDict, total=False):
    """What ``ask`` may be told beside the fact, the scope and the words; as in ``Question``."""

    source: str
    examples: tuple[str, ...]
    topic: str
    choices: tuple[Choice, ...]
    own_choice: bool
    when: tuple[Condition, ...]
    only_for: tuple[Condition, ...]
    spoken_of: str
    repeat: Repeat
    required: bool
    required_when: tuple[Condition, ...]


def ask(fact_id: str, scope: Scope, text: str, help: str, **rest: Unpack[Rest]) -> Question:
    """The question for one fact, with its kind and unit. Raises ``KeyError`` for an unknown fact."""
    fact = FACTS[fact_id]
    if fact.kind is Kind.FLAG and "choices" not in rest:
        rest["choices"] = YES_NO
    return Question(fact_id, scope, fact.kind, (fact_id,), text, help, unit=fact.measure, **rest)
