"""Which questions apply, in what order, which are done, what last year said; pure functions of a state."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from math import ceil
from typing import Final

from prompts.catalogue import PLACES, QUESTIONS
from prompts.guesses import guess
from prompts.narrative.indicators import Indicator
from prompts.narrative.large_changes import large_changes
from prompts.narrative.own_figures import part_of, wholes_of
from prompts.narrative.own_words import indicators_of, text_of
from prompts.problems.catalogue import measures_for
from prompts.problems.evidence import against, evidence_for
from prompts.question import Choice, Condition, Operator, Question
from prompts.recognition import recognised
from sections.facts import FACTS, INDICATORS
from sections.form.disclosure_2021 import FORM
from sections.form.elements import Source
from sections.form.model import Form
from sections.language.numerals import read_quantity
from sections.report.cells import Number
from sections.report.parts import Figure
from sections.report.report import Report
from sections.report.values import Answers, Kind, LocalItem, Quantity, Value

_INDICATORS: Final = frozenset(fact.id for fact in INDICATORS.values())
_SHOWN: Final = 90
"""Characters of last year's sentence that are shown beside a question."""
SECONDS_A_QUESTION: Final = 25
SECONDS_A_TABLE: Final = 180


@dataclass(frozen=True)
class InterviewState:
    """What the interview looks at. ``cells`` are all numbers of the tables, computed and carried ones too."""

    answers: Answers
    last: Report | None
    year: int
    unit: str
    skipped: frozenset[str]
    cells: Mapping[str, Number | None]
    form: Form = FORM
    """The form that the report is drafted in."""


@dataclass(frozen=True, slots=True)
class QuestionInstance:
    """A question as it is put now: of a repeated one, about ``item``; ``question.required`` as it applies."""

    question: Question
    item: str = ""
    offers: tuple[str, ...] = ()
    """What may be chosen besides, from the answers at hand."""

    @property
    def id(self) -> str:
        """The question's id, with the item behind a colon."""
        return f"{self.question.id}:{self.item}" if self.item else self.question.id

    @property
    def fields(self) -> tuple[str, ...]:
        """What the answer writes."""
        fields = self.question.fields
        return tuple(f"{field}:{self.item}" for field in fields) if self.item else fields

    def text(self, state: InterviewState) -> str:
        """The question in words."""
        return self._filled(self.question.text, state)

    def help(self, state: InterviewState) -> str:
        """What it means."""
        return self._filled(self.question.help, state)

    def choices(self) -> tuple[Choice, ...]:
        """What may be chosen: the question's choices, or measures for the problem it is about."""
        if self.item and self.question.kind is Kind.TEXT:
            return tuple(Choice(words) for words in (*self.offers, *measures_for(self.item)))
        return self.question.choices

    def _filled(self, words: str, state: InterviewState) -> str:
        return words.format(year=state.year, unit=state.unit, item=self.item) if "{" in words else words


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions are done, of how many, and about how many minutes are left."""

    done: int
    total: int
    minutes: int


def asked(state: InterviewState) -> tuple[QuestionInstance, ...]:
    """The questions that apply, in order; questions about the same list go through it item by item."""
    return tuple(
        one
        for repeat, questions in _RUNS
        for item in _items(repeat, state)
        for question in questions
        if (one := _asked(question, item, state))
    )


_RUNS: Final = tuple(
    (key, tuple(run)) for key, run in groupby(QUESTIONS, key=lambda question: question.repeat)
)
"""Neighbouring questions that repeat over the same list, together."""


def _items(repeat: str, state: InterviewState) -> tuple[str, ...]:
    if not repeat:
        return ("",)
    if repeat == "large_changes":
        return tuple(fact.number_name for fact in large_changes(state.answers, state.last))
    if repeat == "last.indicators":
        return tuple(dict.fromkeys(indicator.key for indicator in indicators_of(state.last)))
    if repeat == "last.problems":
        found: tuple[object, ...] = (
            tuple(problem.problem for problem in state.last.problems.items) if state.last else ()
        )
    else:
        answer = state.answers.get(repeat)
        found = answer if isinstance(answer, tuple) else ()
    return tuple(dict.fromkeys(item for item in found if isinstance(item, str) and item))


def _asked(question: Question, item: str, state: InterviewState) -> QuestionInstance | None:
    if not (all(holds(when, state) for when in question.when) and _concerns(question, state)):
        return None
    if question.kind is Kind.TABLE:
        return QuestionInstance(_in_form(question, state.form), item)
    if question.kind is Kind.DATE:
        question = _dated(question, state.year + 1)
    if question.repeat == "last.indicators":
        return _about_indicator(question, item, state)
    if question.id == "problems.items":
        fitting = tuple(choice for choice in question.choices if not against(choice.value, state.answers))
        return QuestionInstance(replace(question, choices=fitting), item)
    if question.id == "problems.action":
        return QuestionInstance(question, item, evidence_for(item, state.answers, _last_reader(state.last)))
    if question.required_when and all(holds(when, state) for when in question.required_when):
        return QuestionInstance(_required(question), item)
    return QuestionInstance(question, item)


def _concerns(question: Question, state: InterviewState) -> bool:
    """Whether a question concerns the organ: by what it may be, by an answer, by last year's text."""
    may_be = (when for when in question.only_for if _looked_at(when.field, state) is not None)
    if all(holds(when, state) for when in may_be) or question.fields[0] in state.answers:
        return True
    return re.search(question.spoken_of, text_of(state.last)) is not None


def _last_reader(last: Report | None) -> Callable[[str], Value | None]:
    return lambda fact: _last_of(fact, last) if last is not None else None


def _about_indicator(question: Question, key: str, state: InterviewState) -> QuestionInstance | None:
    """The question for one indicator of its topic, with its measure, its name and its sentence."""
    indicator = next((indicator for indicator in indicators_of(state.last) if indicator.key == key), None)
    if indicator is None or indicator.topic != question.topic:
        return None
    return QuestionInstance(_worded(question, indicator, _told_name(indicator.name, state.last)), key)


def _told_name(name: str, last: Report | None) -> str:
    """An indicator as a question calls it: of a part its whole and its name."""
    names = frozenset(indicator.name for indicator in indicators_of(last))
    whole, part = part_of(name, wholes_of(names))
    return f"“{whole}”中的“{part}”" if whole else f"“{name}”"


@cache
def _worded(question: Question, indicator: Indicator, told_name: str) -> Question:
    """The question with the indicator's name, its measure, and last year's sentence beside it."""
    text = question.text.replace("“{item}”", told_name)
    sentence = indicator.sentence if len(indicator.sentence) <= _SHOWN else f"{indicator.sentence[:_SHOWN]}……"
    help = f"去年的原句：{sentence}{question.help}" if sentence else question.help
    return replace(
        question, unit=indicator.measure, text=text, help=help.replace("{", "（").replace("}", "）")
    )


@cache
def _in_form(question: Question, form: Form) -> Question:
    """The question for a table with the cells that the form has."""
    fields = form.entered(question.scope)
    return question if fields == question.fields else replace(question, fields=fields)


@cache
def _dated(question: Question, year: int) -> Question:
    """The question for a day with examples of ``year``, that of publication."""
    examples = tuple(re.sub("20[0-9]{2}", str(year), example) for example in question.examples)
    return replace(question, examples=examples)


@cache
def _required(question: Question) -> Question:
    return replace(question, required=True)


def holds(when: Condition, state: InterviewState) -> bool:
    """Whether a condition holds. What has not been answered is not above anything, and is something else."""
    return _TESTS[when.test](when, state)


def _above(when: Condition, state: InterviewState) -> bool:
    value = _looked_at(when.field, state)
    number = value.value if isinstance(value, Quantity) else value
    if isinstance(number, bool) or number is None or isinstance(number, str | tuple):
        return False
    return number > int(when.value or 0)


def _last_known(when: Condition, state: InterviewState) -> bool:
    if not when.field or state.last is None:
        return state.last is not None
    return _last_of(when.field, state.last) is not None


def _known(when: Condition, state: InterviewState) -> bool:
    return _looked_at(when.field, state) is not None or _last_known(when, state)


def _mentions(when: Condition, state: InterviewState) -> bool:
    answer = state.answers.get(when.field)
    if answer is None:
        return True
    words = answer if isinstance(answer, tuple) else (answer,)
    return any(name in str(word) for word in words for name in str(when.value).split("|"))


def _several(when: Condition, state: InterviewState) -> bool:
    answer = state.answers.get(when.field)
    return not isinstance(answer, tuple) or len(answer) > 1


_TESTS: Final[Mapping[Operator, Callable[[Condition, InterviewState], bool]]] = {
    Operator.IS: lambda when, state: _looked_at(when.field, state) == when.value,
    Operator.IS_NOT: lambda when, state: _looked_at(when.field, state) != when.value,
    Operator.ABOVE: _above,
    Operator.ANSWERED: lambda when, state: _looked_at(when.field, state) is not None,
    Operator.MENTIONS: _mentions,
    Operator.SEVERAL: _several,
    Operator.KNOWN: _known,
    Operator.LAST_KNOWN: _last_known,
}


def _looked_at(field: str, state: InterviewState) -> Value | None:
    if "+" in field:
        values = [state.cells.get(part) for part in field.split("+")]
        return sum((value for value in values if value is not None), 0)
    return state.cells.get(field) if field in state.cells else state.answers.get(field)


def is_done(instance: QuestionInstance, state: InterviewState) -> bool:
    """Whether a question is answered, or skipped where it may be; a table when every cell has a number.

    A cell that follows from last year (上年结转, 现行有效) has one without having been asked."""
    if instance.id in state.skipped and not instance.question.required:
        return True
    if instance.question.kind is Kind.TABLE:
        return all(_has_number(field, state) for field in instance.fields)
    return instance.fields[0] in state.answers


def _has_number(field: str, state: InterviewState) -> bool:
    if field in state.answers:
        return True
    return state.form.source(field) is Source.CARRIED and state.cells.get(field) is not None


def next_open(state: InterviewState, after: str = "") -> QuestionInstance | None:
    """The first question not done behind the one with id ``after``, wrapping round; None when all are done.

    ``after`` itself comes last; where it no longer applies, its place in the catalogue counts."""
    ones = asked(state)
    place = _index_behind(after, ones)
    return next((instance for instance in ones[place:] + ones[:place] if not is_done(instance, state)), None)


def _index_behind(after: str, ones: tuple[QuestionInstance, ...]) -> int:
    """The index behind ``after``."""
    for index, instance in enumerate(ones):
        if instance.id == after:
            return index + 1
    gone = PLACES.get(after.partition(":")[0], -1)
    return sum(PLACES[instance.question.id] <= gone for instance in ones)


def progress(state: InterviewState) -> Progress:
    """How far the interview is."""
    ones = asked(state)
    left = [instance for instance in ones if not is_done(instance, state)]
    tables = sum(instance.question.kind is Kind.TABLE for instance in left)
    seconds = (len(left) - tables) * SECONDS_A_QUESTION + tables * SECONDS_A_TABLE
    return Progress(len(ones) - len(left), len(ones), ceil(seconds / 60))


def last_value(instance: QuestionInstance, state: InterviewState) -> Value | None:
    """What last year's report says on the question; of a table nothing, its cells have their own."""
    if state.last is None or instance.question.kind is Kind.TABLE:
        return None
    return _last_of(instance.fields[0], state.last)


def default_value(instance: QuestionInstance, state: InterviewState) -> Value | None:
    """Last year's value where it may stand again unchanged; never that of what was done in the year."""
    fact = FACTS.get(instance.question.fields[0])
    value = last_value(instance, state) if fact is not None and fact.recurs else None
    if instance.question.kind is Kind.CHOICE and not instance.question.own_choice:
        return value if any(choice.value == value for choice in instance.question.choices) else None
    return value


def guessed_value(instance: QuestionInstance, state: InterviewState) -> Value | None:
    """What the organ's name makes likely, where last year does not tell."""
    return guess(instance.id, state.unit) if default_value(instance, state) is None else None


def _last_of(field: str, last: Report) -> Value | None:
    """A field's value in last year's report: its answer, else what was read of text, tables and contact.

    Of what was done about a problem: the measure that last year's report promised."""
    fact, _, item = field.partition(":")
    if fact == "platform.items":
        return tuple(_local_items(last)) or None
    if field in last.facts and fact != "problems.action":
        value: Value = last.facts[field]
        return value
    if fact not in FACTS:
        return last.number(field)
    if fact in _INDICATORS:
        return next((indicator.quantity for indicator in indicators_of(last) if indicator.key == item), None)
    if (known := recognised(fact, last)) is not None and not _written(fact, last):
        return known
    if fact.startswith(("profile.", "problems.", "signature.")):
        return _last_written(fact, item, last)
    return _figure(fact, last.figures)


def _written(fact: str, last: Report) -> bool:
    """Whether the import has the fact of an organ."""
    section, _, name = fact.partition(".")
    return section == "profile" and name != "website" and bool(getattr(last.profile, name))


def _last_written(fact: str, item: str, last: Report) -> Value | None:
    """What is no number: contact, problems with their measures, the 落款."""
    section, _, name = fact.partition(".")
    if section == "profile":
        value: Value = getattr(last.profile, name)
        return value or None
    if section == "signature":
        return last.signature is not None if name == "wanted" and last.other.text else None
    if name == "items":
        return tuple(problem.problem for problem in last.problems.items) or None
    if name in {"measure", "action"}:
        return next(
            (
                problem.measure
                for problem in last.problems.items
                if problem.problem == item and problem.measure
            ),
            None,
        )
    return None


def _figure(fact: str, figures: tuple[Figure, ...]) -> Quantity | None:
    return next((_quantity(figure) for figure in figures if figure.id == fact), None)


def _quantity(figure: Figure) -> Quantity | None:
    value = figure.value
    if isinstance(value, str):
        return read_quantity(value)
    return Quantity(int(value)) if value == int(value) else None


def _local_items(last: Report) -> Iterator[LocalItem]:
    """The organ's own figures that no question of their own asks about."""
    asked_by_itself = {indicator.name for indicator in indicators_of(last)}
    for figure in last.figures:
        if figure.name in asked_by_itself:
            continue
        quantity = _quantity(figure) if figure.id == "platform.items" and figure.name else None
        if quantity is not None:
            yield LocalItem(figure.name, quantity, figure.unit or "项")
