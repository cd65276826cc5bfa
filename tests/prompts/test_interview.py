"""Walk-throughs of the interview: which questions come, in what order, and when it is done."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from prompts import interview
from prompts.interview import (
    Progress,
    QuestionInstance,
    asked,
    default_value,
    is_done,
    last_value,
    next_open,
)
from prompts.question import Condition, Operator
from prompts.reading import read_answer
from sections.form.elements import Source
from sections.report.assemble import assemble, with_texts
from sections.report.parts import Figure, Problem, Problems, Profile
from sections.report.report import Report
from sections.report.values import Answers, Kind, LocalItem, Quantity, Value
from tests.support.form import TABLES, source_of
from tests.support.interview_states import QUESTION_OF, UNIT, state_of


def zeros(section: str, last: Report | None = None, **cells: int) -> dict[str, Value]:
    """A finished table with nothing but ``cells`` (``new__other`` for ``requests.new.other``)."""
    given = {field: 0 for field in TABLES[section].paths if source_of(field) is not Source.COMPUTED}
    if last is not None:
        given = {field: 0 for field in given if source_of(field) is Source.TYPED}
    return {**given, **{f"{section}.{name.replace('__', '.')}": number for name, number in cells.items()}}


def tables(last: Report | None = None, **cells: int) -> dict[str, Value]:
    return {
        **zeros("proactive", last),
        **zeros("requests", last, **cells),
        **zeros("disputes", last),
    }


def walk(texts: Mapping[str, str], filled: Mapping[str, Value], last: Report | None = None):
    """Answer every question as it comes: with ``texts`` by id, tables with ``filled``, all else 无 or 否.

    The ids in the order in which they came, and the state in the end."""
    answers: dict[str, Value] = {}
    came: list[str] = []
    state = state_of(answers, last)
    while (one := next_open(state, came[-1] if came else "")) is not None:
        assert one.id not in came
        came.append(one.id)
        if one.question.kind is Kind.TABLE:
            answers |= {field: value for field, value in filled.items() if field in one.fields}
        else:
            typed = texts.get(one.id) or texts.get(one.question.id) or _plain_answer(one)
            answers[one.fields[0]] = read_answer(one, typed, last_value(one, state))
        state = state_of(dict(answers), last)
    return came, state


def _plain_answer(one: QuestionInstance) -> str:
    if one.question.kind in {Kind.COUNT, Kind.AMOUNT}:
        return "无"
    if one.question.kind is Kind.FLAG:
        return "否"
    return "1" if one.choices() else (*one.question.examples, "无")[0]


@pytest.fixture(scope="module")
def last() -> Report:
    """A published report of the year before: figures read from it, two problems, one case carried out."""
    answers = tables()
    answers |= {"requests.new.natural_person": 1, "requests.carried_out.natural_person": 1}
    answers |= {
        "proactive.normative_documents.in_force": 26,
        "profile.name": UNIT,
        "profile.kind": "政府部门",
    }
    report = assemble(answers, UNIT, 2024, None)
    problems = (Problem(problem="培训偏少", measure="增加培训次数"), Problem(problem="解读不够"))
    figures = (
        Figure(id="proactive.published_total", value=699, unit="条"),
        Figure(id="platform.items", value=15, unit="项", name="惠民惠农财政补贴公示"),
        Figure(id="platform.visits", value=1.5),
    )
    update = {"problems": Problems(items=problems), "figures": figures}
    return report.model_copy(update={**update, "profile": Profile(name=UNIT, address="人民路1号")})


def test_a_bureau_with_nothing_to_report_is_asked_little() -> None:
    came, state = walk({"profile.kind": "政府部门"}, tables())
    assert came[:2] == ["profile.name", "profile.kind"]
    assert came.index("requests.table") < came.index("requests.channels")
    assert [name for name in came if name.startswith("requests.")] == ["requests.table", "requests.channels"]
    assert [name for name in came if name.startswith("disputes.")] == ["disputes.table"]
    assert [name for name in came if name.startswith("other.")] == ["other.fee_notices", "other.matters"]
    never = {
        "proactive.wechat",
        "proactive.interpretations_video",
        "proactive.opinions",
        "supervision.trainees",
    }
    never |= {
        "management.cleaned_documents",
        "supervision.accountability",
        "signature.date",
        "platform.bulletins",
    }
    assert not never & set(came)
    assert not any(name.startswith(("problems.outcome", "problems.action")) for name in came)
    assert interview.progress(state).done == len(came)
    assert interview.progress(state).minutes == 0


def test_one_request_brings_its_questions() -> None:
    filled = tables(new__natural_person=1, granted__natural_person=1)
    came, _ = walk({"profile.kind": "政府部门", "requests.on_time": "是"}, filled)
    assert [name for name in came if name.startswith("requests.")] == [
        "requests.table",
        "requests.channels",
        "requests.handling",
        "requests.on_time",
    ]


def test_a_late_answer_is_counted_and_an_open_case_is_not_called_late() -> None:
    filled = tables(new__natural_person=1, granted__natural_person=1)
    came, _ = walk({"requests.on_time": "否", "requests.overdue": "1件"}, filled)
    assert "requests.overdue" in came
    came, _ = walk({}, tables(new__natural_person=1, carried_out__natural_person=1))
    assert "requests.handling" in came
    assert "requests.on_time" not in came


def test_a_government_must_say_what_a_bureau_may() -> None:
    texts = {
        "profile.kind": "人民政府",
        "supervision.assessment": "已纳入绩效考核",
        "supervision.social_evaluation": "公众评价良好",
        "supervision.accountable": "是",
        "supervision.accountability": "对1个部门通报批评",
        "management.cleanup": "是",
        "proactive.published_total": "14万余",
        "proactive.consultations": "33",
        "proactive.interpretations": "382",
        "supervision.trainings": "3",
        "other.fee_notices": "2",
        "signature.wanted": "是",
        "problems.items": "1、3",
    }
    came, state = walk(texts, tables(new__natural_person=14))
    for name in (
        "supervision.accountability",
        "proactive.opinions",
        "supervision.trainees",
        "platform.bulletins",
    ):
        assert name in came
    for name in ("other.fee_charged", "other.fee_received", "signature.date", "management.cleaned_documents"):
        assert name in came
    measures = [name for name in came if name.startswith("problems.measure:")]
    assert len(measures) == 2
    assert came.index("problems.items") < came.index(measures[0])
    assert came[-1] == "signature.date"
    assert all(is_done(one, state) for one in asked(state))


def test_assessment_is_required_of_a_government_only() -> None:
    def required(kind: str) -> bool:
        state = state_of({"profile.kind": kind, "supervision.assessment": "纳入年度考核"})
        return next(one for one in asked(state) if one.id == "supervision.assessment").question.required

    assert required("人民政府")
    assert not required("政府部门")


def test_what_was_skipped_comes_back_when_it_becomes_required() -> None:
    skipped = {"supervision.assessment"}
    last = with_texts(assemble({}, UNIT, 2024, None), {"overview.supervision": "将信息公开纳入考核。"})

    def done(kind: str) -> bool:
        state = state_of({"profile.kind": kind}, last, skipped)
        return next(is_done(one, state) for one in asked(state) if one.id in skipped)

    assert done("政府部门")
    assert not done("人民政府")


def test_last_years_problems_are_asked_about_one_by_one(last: Report) -> None:
    came, _ = walk({}, tables(last, carried_out__natural_person=1), last)
    found = [name for name in came if name.startswith(("problems.outcome", "problems.action"))]
    assert found == [
        "problems.outcome:培训偏少",
        "problems.action:培训偏少",
        "problems.outcome:解读不够",
        "problems.action:解读不够",
    ]


def test_cells_that_follow_from_last_year_need_no_answer(last: Report) -> None:
    table = QuestionInstance(QUESTION_OF["requests.new.natural_person"])
    filled = tables(last)
    assert "requests.carried_in.natural_person" in table.fields
    assert is_done(table, state_of(filled, last))
    assert not is_done(table, state_of(filled, None))
    assert is_done(table, state_of(tables(), None))
    filled.pop("requests.granted.other")
    assert not is_done(table, state_of(filled, last))


def test_in_force_follows_once_issued_and_repealed_are_known(last: Report) -> None:
    table = QuestionInstance(QUESTION_OF["proactive.licences"])
    filled = zeros("proactive", last)
    assert is_done(table, state_of(filled, last))
    assert not is_done(table, state_of(filled, None))


def test_the_first_year_shows_no_last_year() -> None:
    state = state_of({})
    assert all(last_value(one, state) is None and default_value(one, state) is None for one in asked(state))


def _of(field: str) -> QuestionInstance:
    fact, _, item = field.partition(":")
    return QuestionInstance(QUESTION_OF[fact], item)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("proactive.published_total", Quantity(699)),
        ("platform.items", (LocalItem("惠民惠农财政补贴公示", Quantity(15), "项"),)),
        ("platform.visits", None),
        ("profile.address", "人民路1号"),
        ("profile.email", None),
        ("profile.kind", "政府部门"),
        ("problems.items", ("培训偏少", "解读不够")),
        ("problems.action:培训偏少", "增加培训次数"),
        ("problems.action:解读不够", None),
        ("problems.measure:培训偏少", "增加培训次数"),
        ("problems.outcome:培训偏少", None),
        ("signature.wanted", None),
        ("requests.new.natural_person", None),
    ],
)
def test_last_years_values(field: str, value: Value | None, last: Report) -> None:
    assert last_value(_of(field), state_of({}, last)) == value


def test_only_what_recurs_is_offered_again(last: Report) -> None:
    state = state_of({}, last)
    offered = {one.id for one in asked(state) if default_value(one, state) is not None}
    recognised = {"profile.short_name", "profile.level"}
    assert offered == {"profile.name", "profile.kind", "profile.address"} | recognised
    counts = [one for one in asked(state) if one.question.kind in {Kind.COUNT, Kind.AMOUNT, Kind.ITEMS}]
    assert not any(default_value(one, state) for one in counts)


def test_a_choice_that_no_longer_exists_is_not_offered(last: Report) -> None:
    old = last.model_copy(update={"facts": {"profile.kind": "事业单位"}})
    assert default_value(_of("profile.kind"), state_of({}, old)) is None


def test_own_answers_of_last_year_come_before_figures(last: Report) -> None:
    facts = {"proactive.published_total": Quantity(140_000, "14万余")}
    state = state_of({}, last.model_copy(update={"facts": facts}))
    assert last_value(_of("proactive.published_total"), state) == Quantity(140_000, "14万余")


def test_next_open_goes_on_from_a_place_and_wraps_round() -> None:
    state = state_of({"profile.kind": "政府部门"})
    first = next_open(state)
    assert first is not None
    assert first.id == "profile.name"
    second = next_open(state, "profile.name")
    assert second is not None
    assert second.id == "profile.level"
    wrapped = next_open(state, "signature.wanted")
    assert wrapped is not None
    assert wrapped.id == "profile.name"


def test_next_open_returns_to_the_only_open_question() -> None:
    _, state = walk({"profile.kind": "政府部门"}, tables())
    answers = {field: value for field, value in state.answers.items() if field != "profile.name"}
    only = next_open(state_of(answers), "profile.name")
    assert only is not None
    assert only.id == "profile.name"
    assert next_open(state) is None


def test_next_open_behind_a_question_that_no_longer_applies() -> None:
    following = next_open(state_of({}), "problems.measure:已经删掉的问题")
    assert following is not None
    assert following.id == "other.fee_notices"


def test_progress_counts_questions_and_minutes() -> None:
    empty = interview.progress(state_of({}))
    assert empty.done == 0
    assert empty.minutes == -(-((empty.total - 3) * 25 + 3 * 180) // 60)
    answers = {"profile.name": UNIT, **tables()}
    assert interview.progress(state_of(answers)) == Progress(4, empty.total, -(-(empty.total - 4) * 25 // 60))


def test_words_name_the_year_and_the_item_even_with_braces_in_them() -> None:
    one = _of("problems.action:使用{unit}模板不当")
    state = replace(state_of({}), unit="{year}局")
    assert "“使用{unit}模板不当”，2025年" in one.text(state)
    assert all("{" not in one.text(state) + one.help(state) for one in asked(state))


def test_measures_are_offered_for_the_problem_asked_about() -> None:
    one = _of("problems.measure:政策解读形式单一")
    assert one.fields == ("problems.measure:政策解读形式单一",)
    assert any("解读" in choice.value for choice in one.choices())
    assert len(_of("problems.items").choices()) == len(_of("problems.items").question.choices)


def test_a_problem_named_twice_is_asked_once() -> None:
    state = state_of({"problems.items": ("培训偏少", "培训偏少", "")})
    assert sum(one.question.id == "problems.measure" for one in asked(state)) == 1


@pytest.mark.parametrize(
    ("when", "answers", "result"),
    [
        (Condition("proactive.wechat", Operator.ABOVE, 0), {}, False),
        (Condition("proactive.wechat", Operator.ABOVE, 0), {"proactive.wechat": Quantity(1, "约1")}, True),
        (Condition("proactive.wechat", Operator.ABOVE, 0), {"proactive.wechat": True}, False),
        (Condition("proactive.wechat", Operator.ABOVE, 0), {"proactive.wechat": "3"}, False),
        (Condition("profile.kind", Operator.IS_NOT, "人民政府"), {}, True),
        (Condition("profile.kind"), {"profile.kind": "其他"}, True),
        (Condition("profile.kind"), {}, False),
        (
            Condition("requests.new.other+requests.carried_in.other", Operator.ABOVE, 0),
            {"requests.new.other": 1},
            True,
        ),
        (Condition("requests.new.other+requests.carried_in.other", Operator.ABOVE, 0), {}, False),
        (Condition("requests.new.total", Operator.ABOVE, 0), {"requests.new.other": 1}, True),
        (Condition("", Operator.LAST_KNOWN), {}, False),
    ],
)
def test_conditions(when: Condition, answers: Answers, result: bool) -> None:
    assert interview.holds(when, state_of(answers)) is result


def test_conditions_on_last_year(last: Report) -> None:
    state = state_of({}, last)
    assert interview.holds(Condition("", Operator.LAST_KNOWN), state)
    assert interview.holds(Condition("proactive.published_total", Operator.LAST_KNOWN), state)
    assert interview.holds(Condition("requests.carried_out.natural_person", Operator.LAST_KNOWN), state)
    assert not interview.holds(Condition("platform.visits", Operator.LAST_KNOWN), state)


def test_what_was_done_about_a_problem_is_offered_from_the_answers(last: Report) -> None:
    answers = {"supervision.trainings": Quantity(2), "supervision.trainees": Quantity(60)}
    state = state_of(answers, last)
    actions = {one.item: one for one in asked(state) if one.question.id == "problems.action"}
    assert actions["培训偏少"].choices()[0].value == "组织培训2次、参训60人次"
    assert not any("培训2次" in choice.value for choice in actions["解读不够"].choices())
    assert not any("次、" in choice.value for choice in actions["培训偏少"].choices()[1:])


def test_areas_are_asked_besides_the_focus_only_where_they_are_known(last: Report) -> None:
    areas = "proactive.key_areas"

    def asks(answers: Answers, last: Report | None = None) -> set[str]:
        return {one.id for one in asked(state_of(answers, last))} & {"overview.focus", areas}

    assert asks({}) == {"overview.focus"}
    assert asks({areas: ("社会救助",)}) == {"overview.focus", areas}, "what a store has stays an answer"
    named = last.model_copy(update={"facts": {**last.facts, areas: ("社会救助",)}})
    assert asks({}, named) == {"overview.focus", areas}
