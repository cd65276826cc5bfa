from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sections.facts import FACTS
from sections.form.elements import Source
from sections.report.values import LARGEST_COUNT, Kind, LocalItem, Quantity, Value
from store.database import Store
from store.errors import StoreError
from store.model import Origin, ReportRecord, StoredAnswer
from tests.store.conftest import NOW, UNIT
from tests.support.form import source_of, table_fields

whole = st.integers(-LARGEST_COUNT, LARGEST_COUNT)
quantities = st.builds(Quantity, whole, st.sampled_from(["", "14万余", "约3千"]))
amounts = st.decimals(-LARGEST_COUNT, LARGEST_COUNT, allow_nan=False, allow_infinity=False)
texts = st.text(st.characters(min_codepoint=0), max_size=40)
items = st.builds(LocalItem, texts, quantities, texts, st.sampled_from(["platform", "proactive"]))
OF_KIND: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.COUNT: quantities,
    Kind.AMOUNT: amounts,
    Kind.FLAG: st.booleans(),
    Kind.CHOICE: texts,
    Kind.CHOICES: st.lists(texts, max_size=4).map(tuple),
    Kind.TEXT: texts,
    Kind.PARAGRAPH: texts,
    Kind.LIST: st.lists(texts, max_size=4).map(tuple),
    Kind.ITEMS: st.lists(items, max_size=4).map(tuple),
    Kind.DATE: st.dates().map(str),
}
CELLS = [field for field in table_fields() if source_of(field) is not Source.COMPUTED]


def any_answers() -> st.SearchStrategy[dict[str, Value]]:
    """One fact of every kind, a fact asked per item, a cell, and the amount among the cells."""
    facts = {kind: next(f.id for f in FACTS.values() if f.kind is kind) for kind in OF_KIND}
    cell = next(field for field in CELLS if field != "proactive.fees")
    every = {facts[kind]: values for kind, values in OF_KIND.items()}
    every |= {cell: whole, "proactive.fees": amounts, "problems.measure:培训“少”；见'一'": texts}
    return st.fixed_dictionaries({}, optional=every)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("data") / "nianbao.db") as store:
        store.create(UNIT, 2025)
        yield store


def test_every_kind_of_value_is_tried() -> None:
    assert set(OF_KIND) == set(Kind) - {Kind.TABLE}
    assert {fact.kind for fact in FACTS.values()} <= set(OF_KIND)


@settings(max_examples=60, deadline=None)
@given(any_answers(), st.sampled_from(Origin), texts.filter(lambda text: text.isprintable()))
@example({"profile.address": "半个字\ud83d和\x00", "profile.new_media": ("\udcff",)}, Origin.TYPED, "")
def test_what_is_put_is_what_is_read(
    shared: Store, values: dict[str, Value], origin: Origin, reason: str
) -> None:
    report = shared.reports()[0].id
    shared.remove(report, shared.answers(report))
    shared.put(report, values, origin, reason)
    kept = shared.answers(report)
    assert {field: answer.value for field, answer in kept.items()} == values
    assert {type(kept[field].value) for field in values} == {type(value) for value in values.values()}
    assert all((answer.origin, answer.reason) == (origin, reason) for answer in kept.values())


def test_money_stays_exact_and_rough_counts_keep_their_words(store: Store, report: ReportRecord) -> None:
    values = {"proactive.fees": Decimal("0.10"), "platform.visits": Quantity(140000, "14万余")}
    store.put(report.id, values, Origin.TYPED)
    kept = store.answers(report.id)
    assert str(kept["proactive.fees"].value) == "0.10"
    assert kept["platform.visits"] == StoredAnswer(Quantity(140000, "14万余"), Origin.TYPED, NOW, "")


def test_an_answer_replaces_the_one_before_with_its_origin(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {"profile.address": "清水路3号"}, Origin.CARRIED, "沿用")
    store.put(report.id, {"profile.address": "清水路5号"}, Origin.TYPED)
    assert store.answers(report.id) == {"profile.address": StoredAnswer("清水路5号", Origin.TYPED, NOW, "")}


def test_a_value_of_the_wrong_kind_is_refused_and_nothing_kept(store: Store, report: ReportRecord) -> None:
    bad = {"profile.address": "清水路3号", "proactive.published_total": "很多"}
    with pytest.raises(StoreError, match="“主动公开政府信息”没有保存"):
        store.put(report.id, bad, Origin.TYPED)
    with pytest.raises(StoreError, match="没有保存"):
        store.put(report.id, {"requests.new.natural_person": 10**15}, Origin.TYPED)
    assert store.answers(report.id) == {}


def test_reports_do_not_see_each_others_answers(store: Store, report: ReportRecord) -> None:
    other = store.create(UNIT, 2024)
    store.put(other.id, {"requests.new.natural_person": 3}, Origin.IMPORTED)
    assert store.answers(report.id) == {}
    store.remove(report.id, ["requests.new.natural_person"])
    assert store.answers(other.id)["requests.new.natural_person"].value == 3


def test_threads_take_turns(store: Store, report: ReportRecord) -> None:
    def answer(number: int) -> None:
        with store.transaction():
            store.put(report.id, {f"problems.measure:{number}": "多办培训"}, Origin.TYPED)
            store.put(report.id, {f"problems.outcome:{number}": "已解决"}, Origin.TYPED)

    store.claim(report.id)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(answer, range(20)))
    assert len(store.answers(report.id)) == 40
    groups = [entry.group for entry in store.journal(report.id)]
    assert sorted(groups) == groups
    assert [groups.count(group) for group in dict.fromkeys(groups)] == [1] + [2] * 20


def test_questions_are_passed_over_and_taken_up_again(store: Store, report: ReportRecord) -> None:
    store.put_skipped(report.id, "other.matters", True)
    store.put_skipped(report.id, "platform.items", True)
    store.put_skipped(report.id, "other.matters", False)
    assert store.skipped(report.id) == {"platform.items"}


def test_every_origin_has_a_word_for_the_clerk() -> None:
    assert len({origin.label for origin in Origin}) == len(Origin)


def test_one_answer_is_read_without_the_others(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {"profile.kind": "人民政府", "proactive.wechat": Quantity(7)}, Origin.TYPED)
    assert store.answer(report.id, "profile.kind") == "人民政府"
    assert store.answer(report.id, "proactive.website") is None
    assert store.answer(report.id + 1, "profile.kind") is None
