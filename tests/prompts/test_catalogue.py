"""The catalogue is complete: every writable field is asked exactly once, and every question can be put."""

import dataclasses
import json
import re
from collections import Counter

import pytest

from prompts.catalogue import PLACES, QUESTIONS, as_json
from prompts.interview import QuestionInstance
from prompts.lists import TOPIC_NAMES
from prompts.problems.catalogue import GENERAL_MEASURES, PROBLEMS, measures_for
from prompts.question import Choice, Condition, Operator, Question, ask
from prompts.reading import read_answer
from sections.facts import FACTS, ORGAN_KINDS, ORGAN_LEVELS, OUTCOMES
from sections.form.elements import Source
from sections.report.values import Kind
from tests.support.form import TOPICS, source_of, table_fields
from tests.support.interview_states import QUESTION_OF

NOT_ASKED = {"profile.parent"}
"""Kept where older versions asked for it; no part of the report says it."""
PLAIN = [question for question in QUESTIONS if question.kind is not Kind.TABLE]
by_id = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


def _conditions(question: Question) -> list[Condition]:
    return [*question.when, *question.only_for, *question.required_when]


def test_every_writable_field_is_asked_exactly_once() -> None:
    asked = Counter(field for question in QUESTIONS for field in question.fields)
    writable = {field for field in table_fields() if source_of(field) is not Source.COMPUTED}
    answered = (FACTS.keys() - NOT_ASKED) | writable
    assert not answered - asked.keys(), "ask for these in a questions.py or topic_*.py below prompts/"
    assert not asked.keys() - answered, "these have no record in sections/facts/ and are no cell of a table"
    assert not [field for field, times in asked.items() if times > 1], "these are asked twice"


def test_no_computed_cell_is_asked() -> None:
    computed = {field for field in table_fields() if source_of(field) is Source.COMPUTED}
    assert computed
    assert not computed & {field for question in QUESTIONS for field in question.fields}


def test_ids_are_unique_and_places_follow_the_order() -> None:
    assert len(PLACES) == len(QUESTIONS)
    assert list(PLACES) == [question.id for question in QUESTIONS]
    assert all(question is QUESTION_OF[field] for question in QUESTIONS for field in question.fields)


@by_id
def test_conditions_look_at_what_was_asked_before(question: Question) -> None:
    for when in _conditions(question):
        for field in when.field.split("+"):
            assert field in FACTS or field in table_fields(), field
            asked = QUESTION_OF.get(field)
            place = PLACES[asked.id if asked else f"{field.split('.')[0]}.table"]
            itself = when.test is Operator.KNOWN and field in question.fields
            assert place < PLACES[question.id] or itself


@by_id
def test_conditions_compare_with_possible_answers(question: Question) -> None:
    for when in _conditions(question):
        if when.test is Operator.ABOVE:
            assert isinstance(when.value, int)
        if when.test is Operator.IS:
            asked = QUESTION_OF[when.field]
            assert isinstance(when.value, bool) or when.value in [choice.value for choice in asked.choices]


@by_id
def test_every_question_has_its_words(question: Question) -> None:
    assert question.text.endswith(("？", "。"))
    assert len(question.text) <= 60
    assert question.help.endswith("。")
    assert not re.search(r"[A-Za-z]", re.sub(r"\{(year|unit|item)\}", "", question.text + question.help))
    assert ("{item}" in question.text) is bool(question.repeat)
    if question.kind in {Kind.COUNT, Kind.AMOUNT, Kind.TABLE}:
        assert question.source
    if question.kind is Kind.TABLE:
        assert "《条例》" in question.help


@by_id
def test_question_and_fact_agree(question: Question) -> None:
    if question.kind is Kind.TABLE:
        assert question.required
        return
    (field,) = question.fields
    assert (question.id, question.kind, question.unit) == (field, FACTS[field].kind, FACTS[field].measure)


@by_id
def test_topic_is_that_of_the_fact(question: Question) -> None:
    topic = FACTS[question.fields[0]].topic if question.fields[0] in FACTS else ""
    if question.scope == "overview" and topic != "overview":
        assert question.topic == topic
        assert topic in TOPICS
    else:
        assert question.topic == ""


@by_id
def test_choices_fit_the_kind(question: Question) -> None:
    values = [choice.value for choice in question.choices]
    assert len(set(values)) == len(values)
    if question.kind is Kind.FLAG:
        assert values == ["是", "否"]
    if question.kind in {Kind.CHOICE, Kind.CHOICES}:
        assert len(values) >= 3
    if question.kind in {Kind.COUNT, Kind.AMOUNT, Kind.DATE, Kind.ITEMS, Kind.TABLE}:
        assert not values


def test_choices_are_the_values_that_the_report_knows() -> None:
    for field, values in (
        ("profile.kind", ORGAN_KINDS),
        ("profile.level", ORGAN_LEVELS),
        ("problems.outcome", OUTCOMES),
    ):
        assert tuple(choice.value for choice in QUESTION_OF[field].choices) == values


@pytest.mark.parametrize("question", PLAIN, ids=lambda question: question.id)
def test_every_example_is_understood(question: Question) -> None:
    one = QuestionInstance(question, "业务培训次数偏少" if question.repeat else "")
    assert question.examples or question.choices
    for example in question.examples:
        read_answer(one, example, None)


def test_what_a_government_must_report_is_required_of_it_alone() -> None:
    must = {"supervision.assessment", "supervision.social_evaluation", "supervision.accountable"}
    assert {question.id for question in QUESTIONS if question.required_when} == must
    assert not any(QUESTION_OF[field].required for field in must)


def test_a_question_is_made_from_its_fact() -> None:
    question = ask("management.cleanup", "overview", "清理过吗？", "说明。", required=True)
    assert (question.kind, question.fields, question.required) == (Kind.FLAG, ("management.cleanup",), True)
    with pytest.raises(KeyError):
        ask("management.nothing", "overview", "问？", "说明。")


def _revived(raw: dict) -> Question:
    def when(part: dict) -> Condition:
        return Condition(part["field"], Operator(part["test"]), part["value"])

    special = {
        "kind": Kind(raw["kind"]),
        "fields": tuple(raw["fields"]),
        "examples": tuple(raw["examples"]),
        "choices": tuple(Choice(**choice) for choice in raw["choices"]),
        "when": tuple(map(when, raw["when"])),
        "only_for": tuple(map(when, raw["only_for"])),
        "required_when": tuple(map(when, raw["required_when"])),
    }
    return Question(**{**raw, **special})


def test_the_catalogue_survives_json() -> None:
    raw = json.loads(json.dumps(as_json(), ensure_ascii=False))
    assert raw["schema"] == "nianbao/questions/1"
    assert tuple(map(_revived, raw["questions"])) == QUESTIONS
    assert raw["questions"] == json.loads(
        json.dumps([dataclasses.asdict(question) for question in QUESTIONS])
    )
    assert [entry["problem"] for entry in raw["problems"]] == [entry.problem for entry in PROBLEMS]


def test_topics_of_local_items_are_the_topics() -> None:
    assert TOPIC_NAMES.keys() == TOPICS.keys()


@pytest.mark.parametrize("entry", PROBLEMS, ids=lambda entry: entry.problem)
def test_problems_and_measures_read_well_behind_an_ordinal(entry) -> None:
    assert 2 <= len(entry.measures) <= 3
    assert entry.words
    for phrase in (entry.problem, *entry.measures):
        assert 12 <= len(phrase) <= 48
        assert not re.search(r"[。；：:;\sA-Za-z0-9]", phrase)
        assert not phrase.startswith(("一", "要", "我", "针对", "将继续"))
        assert phrase[-1] not in "，、的"
    assert measures_for(entry.problem) == entry.measures


def test_the_problem_catalogue_has_no_doubles() -> None:
    assert len(PROBLEMS) >= 15
    phrases = [phrase for entry in PROBLEMS for phrase in (entry.problem, *entry.measures)]
    assert len(set(phrases)) == len(phrases)


@pytest.mark.parametrize(
    ("problem", "like"),
    [
        ("政务公开业务培训开展较少", "业务培训不够系统"),
        ("微信公众号推送数量不多", "政务新媒体内容较为单调"),
        ("乡镇公开水平参差不齐", "基层政务公开发展不够均衡"),
    ],
)
def test_measures_for_a_problem_in_own_words(problem: str, like: str) -> None:
    entry = next(entry for entry in PROBLEMS if entry.problem.startswith(like))
    assert measures_for(problem) == entry.measures


def test_measures_for_a_problem_of_no_known_kind() -> None:
    assert measures_for("其他方面还有差距") == GENERAL_MEASURES
