"""What the built-in wordings print, the reading of prose finds again: the same fact with the same number.

Every fact, cell and item has a number of its own here: a number in a drafted sentence tells what it is."""

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from prompts.narrative.compose import Drafter, ParagraphTemplate, Telling, file_of
from prompts.narrative.template_api import TemplateApi
from sections.facts import FACTS, SUBJECTS
from sections.facts.cells.sums import sums_of
from sections.form.disclosure_2021 import FORM
from sections.form.elements import Source
from sections.language.quantities import TIMES, quantities
from sections.language.statements import OWN_ITEMS, statements
from sections.report.figures import find_figures
from sections.report.report import Report
from sections.report.values import Kind, LocalItem, Quantity, Value
from tests.support.drafted import NOTHING, made
from tests.support.form import PARAGRAPHS, source_of, table_fields

STEP = 7
"""Numbers of facts are multiples of it, those of last year and every difference are not."""
TOPICS = ("proactive", "requests", "management", "platform", "supervision")
NAMES = ("科普短片", "工作提示", "公园绿地名录", "窗口服务指南", "座谈纪要")
ROUNDS = range(8)
GROUPS = {
    "denied": "requests.denied",
    "unavailable": "requests.unavailable",
    "rejected": "requests.rejected",
    "other": "requests.handled_otherwise",
}
"""Group of outcomes, as templates call it -> what its sum is called where it is read."""
TEXTS: dict[str, Value] = {
    "profile.short_name": "县档案局",
    "profile.new_media": ("政务微信", "政务微博"),
    "management.cleanup": True,
    "requests.on_time": False,
}


def _answers(dice: random.Random) -> dict[str, Any]:
    """Answers to most questions that count, each with a number of its own."""
    numbers = iter(dice.sample(range(200 * STEP, 1400 * STEP, STEP), 400))
    answers: dict[str, Any] = dict(TEXTS)
    for fact in FACTS.values():
        if fact.kind in {Kind.COUNT, Kind.AMOUNT} and dice.random() < 0.8:
            number = next(numbers)
            answers[fact.id] = Quantity(number) if fact.kind is Kind.COUNT else Decimal(number)
    for field in table_fields():
        if source_of(field) is not Source.COMPUTED and field != "proactive.fees" and dice.random() < 0.5:
            answers[field] = next(numbers)
    answers["platform.items"] = tuple(
        LocalItem(name, Quantity(next(numbers)), "项", topic)
        for name, topic in zip(NAMES, TOPICS, strict=True)
    )
    return answers


def _last(answers: dict[str, Any], dice: random.Random) -> Report:
    counts = {
        field: Quantity(value.value + dice.choice((-3, 3, 0)))
        for field, value in answers.items()
        if isinstance(value, Quantity)
    }
    items = tuple(
        LocalItem(item.name, Quantity(item.quantity.value - 3), item.unit, item.topic)
        for item in answers["platform.items"]
    )
    return made(counts | {"platform.items": items, "requests.new.total": 3}, None, year=2024)


def _numbers(report: Report) -> dict[int, tuple[str, str]]:
    """Number -> the subject that has it, and the name of an item; none for a number that two have."""
    found: list[tuple[int, tuple[str, str]]] = []
    for field, value in report.facts.items():
        if isinstance(value, Quantity | Decimal):
            found.append((int(value.value if isinstance(value, Quantity) else value), (field, "")))
    found += ((int(report.number(field) or 0), (field, "")) for field in table_fields())
    groups = TemplateApi(report, None).group
    found += ((groups(name), (subject, "")) for name, subject in GROUPS.items())
    items = report.facts.get("platform.items", ())
    found += ((item.quantity.value, (OWN_ITEMS, item.name)) for item in items)
    numbers = [number for number, _ in found]
    return {number: subject for number, subject in found if numbers.count(number) == 1 and number}


def _sentences(key: str, report: Report, last: Report | None) -> Iterator[tuple[str, str]]:
    """Every wording of every sentence of a paragraph that applies: where it is written, and what it says."""
    script = ParagraphTemplate.built_in(key)
    facts = TemplateApi(report, last)
    for name in script.names:
        for wording in range(script.wordings(name)):
            for one in script.sentences(Telling(facts, (), {f"{key}.{name}": wording})):
                if one.id == f"{key}.{name}":
                    yield f"prompts/{file_of(key)} {name}__{wording + 1}", one.text


def _is(subject: str, read: str) -> bool:
    """Whether a number was read as ``subject``, or as a sum of which it is one cell."""
    return subject == read or any(subject in one.cells for one in sums_of(FORM).get(read, ()))


def _lost(key: str, place: str, text: str, numbers: dict[int, tuple[str, str]]) -> Iterator[str]:
    read = {(one.subject, one.name, int(one.value or 0)) for one in statements(text, key) if one.of_this_year}
    for number in quantities(text):
        whole = number.quantity.value if number.quantity and number.measure not in {*TIMES, "%"} else 0
        subject, name = numbers.get(whole, ("", ""))
        others = [
            f"{one}{called and ':'}{called}" for one, called, n in read if n == whole and one != subject
        ]
        wrong = not any(_is(subject, one) and (called, n) == (name, whole) for one, called, n in read)
        wrong = wrong and (subject in FACTS or subject in SUBJECTS or bool(name))
        if wrong or (subject and set(others) & FACTS.keys()):
            known = FACTS.get(subject) or SUBJECTS.get(subject)
            label = name or (known.label if known else "a cell")
            back = ", ".join(others) or "nothing"
            yield (
                f"{place} prints {whole} for {label} ({subject}), read back as {back}: 「{text}」. "
                "Teach sections/facts this wording."
            )


@pytest.mark.parametrize("together", [True, False], ids=["in one sentence", "each in its own"])
@pytest.mark.parametrize("key", PARAGRAPHS)
def test_every_number_that_a_template_prints_is_read_back_as_what_it_is(
    key: str, together: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def several(facts: TemplateApi, *named: str) -> bool:
        return together and sum(facts.has(fact) for fact in named) > 1

    monkeypatch.setattr(TemplateApi, "several", several)
    lost: dict[str, str] = {}
    for round_ in ROUNDS:
        dice = random.Random(f"{key}{round_}")
        answers = _answers(dice)
        report, last = made(answers), _last(answers, dice)
        for place, text in (*_sentences(key, report, None), *_sentences(key, report, last)):
            for words in _lost(key, place, text, _numbers(report)):
                lost.setdefault(place, words)
    assert not lost, "\n".join(lost.values())


@pytest.mark.parametrize("round_", ROUNDS)
def test_a_whole_draft_gives_its_counts_back(round_: int) -> None:
    dice = random.Random(round_)
    answers = _answers(dice) | NOTHING | {"other.fee_notices": Quantity(2)}
    report = made(answers)
    texts = {key: draft.text for key, draft in Drafter().draft(report, None, {}).items()}
    found = {figure.id: figure.value for figure in find_figures(texts) if figure.id in FACTS}
    said = {
        fact: value.value
        for fact, value in report.facts.items()
        if isinstance(value, Quantity) and str(value.value) in "".join(texts.values())
    }
    assert {fact: found.get(fact) for fact in said} == said


def test_a_lost_number_is_told_with_its_template_its_sentence_and_its_fact() -> None:
    numbers = {7007: ("supervision.checks", "")}
    (words,) = _lost(
        "overview.supervision", "prompts/overview/supervision.j2 checks__4", "走访7007次。", numbers
    )
    assert "checks__4 prints 7007 for 开展监督检查 (supervision.checks), read back as nothing" in words
    assert "「走访7007次。」" in words
