"""Values of answers: plain JSON and back, and clear words for what is no value."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sections.facts import FACTS, fact_of, from_json
from sections.report.values import LARGEST_COUNT, Kind, LocalItem, Quantity, Value, to_json
from tests.support.form import table_fields

WORDS = st.text(min_size=1, max_size=12)
WHOLE = st.integers(min_value=-LARGEST_COUNT, max_value=LARGEST_COUNT)
QUANTITIES = st.builds(Quantity, WHOLE, st.sampled_from(("", "14万余", "近三百")))
MONEY = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=4)
TEXTS = st.lists(WORDS, max_size=4).map(tuple)
ITEMS = st.lists(st.builds(LocalItem, WORDS, QUANTITIES, WORDS, WORDS), max_size=3).map(tuple)
OF_KIND: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.COUNT: QUANTITIES,
    Kind.AMOUNT: MONEY,
    Kind.FLAG: st.booleans(),
    Kind.LIST: TEXTS,
    Kind.CHOICES: TEXTS,
    Kind.ITEMS: ITEMS,
}
FACT_VALUES = st.sampled_from(sorted(FACTS)).flatmap(
    lambda fact: st.tuples(st.just(fact), OF_KIND.get(FACTS[fact].kind, WORDS))
)


@given(FACT_VALUES)
def test_a_fact_survives_json(pair: tuple[str, Value]) -> None:
    field, value = pair
    assert from_json(field, to_json(value)) == value


@given(st.sampled_from(table_fields()), WHOLE)
def test_a_cell_survives_json(field: str, value: int) -> None:
    kept = Decimal(value) if field == "proactive.fees" else value
    assert from_json(field, to_json(kept)) == kept


@given(MONEY)
def test_money_is_never_a_float(value: Decimal) -> None:
    written = to_json(value)
    assert isinstance(written, str)
    assert Decimal(written) == value


def test_an_approximate_count_keeps_its_words() -> None:
    value = Quantity(140_000, "14万余")
    assert to_json(value) == {"value": 140_000, "words": "14万余"}
    assert (str(value), value.exact) == ("14万余", False)
    assert (str(Quantity(8)), Quantity(8).exact) == ("8", True)


@pytest.mark.parametrize(
    ("field", "raw"),
    [
        ("requests.new.natural_person", "3"),
        ("requests.new.natural_person", 3.5),
        ("requests.new.natural_person", True),
        ("requests.new.natural_person", 10**13),
        ("proactive.fees", 1.5),
        ("proactive.fees", "一点五"),
        ("proactive.fees", "NaN"),
        ("proactive.published_total", {"value": 3, "note": "x"}),
        ("requests.on_time", "是"),
        ("problems.items", "培训少"),
        ("problems.items", [1]),
        ("platform.items", [{"name": "公示", "value": "多"}]),
        ("platform.items", ["公示"]),
        ("profile.name", None),
        ("problems.measure:培训少", 5),
    ],
)
def test_what_is_no_value_is_said_in_chinese(field: str, raw: Any) -> None:
    with pytest.raises(ValueError, match=r"[\u4e00-\u9fff]"):
        from_json(field, raw)


def test_facts_asked_per_item_share_their_fact() -> None:
    assert fact_of("problems.measure:培训少") is FACTS["problems.measure"]
    assert fact_of("requests.new.total") is None
    assert FACTS["platform.items"].topic == "platform"


def test_only_counts_of_what_stands_are_a_default_never_those_of_what_was_done() -> None:
    counted = {path: fact for path, fact in FACTS.items() if fact.kind in {Kind.COUNT, Kind.AMOUNT}}
    recurring = {path for path, fact in counted.items() if fact.recurs}
    assert recurring == {"platform.columns", "platform.new_media_accounts", "platform.reading_points"}
    assert all(fact.measure for fact in counted.values())
