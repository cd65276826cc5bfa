"""The report model: its JSON form, its numbers, and what follows from them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sections.form.disclosure_2021 import FORM
from sections.report.cells import carried_cells
from sections.report.parts import Figure, Unread
from sections.report.report import SCHEMA, Report
from sections.report.values import LocalItem, Quantity
from tests.support.cells import computed_cells
from tests.support.form import PARAGRAPHS, REQUEST_ROWS, table_fields
from tests.support.sound_report import clean, last

SHELL = (
    "schema",
    "unit",
    "year",
    "form",
    "overview",
    "proactive",
    "requests",
    "disputes",
    "problems",
    "other",
)
COUNTS = st.dictionaries(
    st.sampled_from([field for field in table_fields() if field != "proactive.fees"]),
    st.none() | st.integers(min_value=-5, max_value=10**9),
    max_size=40,
)


@given(COUNTS, st.none() | st.decimals(min_value=0, max_value=10**6, places=4, allow_nan=False))
def test_a_report_survives_json(cells: dict[str, int | None], fees: Decimal | None) -> None:
    report = Report.from_cells({**cells, "proactive.fees": fees}, unit="甲局", year=2024)
    again = Report(**report.to_json())
    assert again == report
    assert all(again.number(field) == value for field, value in cells.items())


def test_the_outer_shape_that_other_programs_rely_on() -> None:
    data = clean().to_json()
    assert data["schema"] == SCHEMA == "nianbao/report/1"
    assert [key for key in SHELL if key not in data] == []
    assert list(data["requests"]) == [row.name for row in REQUEST_ROWS]
    assert data["proactive"]["fees"] == "0"
    assert data["overview"]["text"]


def test_facts_and_figures_survive_json() -> None:
    report = clean(
        facts={
            "proactive.published_total": Quantity(140_000, "14万余"),
            "platform.items": (LocalItem("公示", Quantity(15), "项"),),
            "other.fee_charged": Decimal("120.50"),
        },
        figures=(Figure(id="proactive.website", value=510, quote="网站510条", last_year=480),),
        unread=(Unread(where="proactive.licences", raw="1I8", reason="含字母"),),
    )
    again = Report(**report.to_json())
    assert again == report
    assert again.fact("other.fee_charged") == Decimal("120.50")
    assert again.unreadable == {"proactive.licences"}


def test_a_cell_that_could_not_be_read_is_null_and_never_zero() -> None:
    assert clean({"proactive.licences": None}).to_json()["proactive"]["licences"] is None


@pytest.mark.parametrize("raw", ["3", 3.0, True, 10**13])
def test_a_count_is_a_whole_number(raw: object) -> None:
    with pytest.raises(ValidationError):
        Report.from_cells({"proactive.licences": raw})  # type: ignore[dict-item]


def test_a_report_does_not_change() -> None:
    with pytest.raises(ValidationError):
        clean().year = 2020  # type: ignore[misc]


def test_title_lines() -> None:
    assert Report(unit="甲局", year=2025).title_lines == ("甲局", "2025年政府信息公开工作年度报告")
    assert Report(title="乙局\n2024年报").title_lines == ("乙局", "2024年报")


def test_totals_of_nothing_are_unknown() -> None:
    computed = computed_cells(FORM, {"requests.new.enterprise": 2, "disputes.reconsideration.pending": 1})
    assert computed["requests.new.total"] == 2
    assert computed["disputes.reconsideration.total"] == 1
    assert computed.get("requests.granted.total") is None


def test_what_follows_from_last_year() -> None:
    this = {"proactive.normative_documents.issued": 3, "proactive.normative_documents.repealed": 1}
    carried = carried_cells(FORM, last(), this)
    assert carried["proactive.normative_documents.in_force"] == 14
    assert carried["requests.carried_in.enterprise"] == 1
    assert "proactive.regulations.in_force" not in carried
    assert carried_cells(FORM, None, this) == {}


def test_the_sum_of_some_cells() -> None:
    assert clean().total(("requests.new.total", "requests.carried_in.total")) == 32
    assert Report().total(("requests.new.total",)) == 0
    with pytest.raises(AttributeError):
        clean().number("requests.new.nobody")


def test_paragraphs_are_in_the_order_of_the_document() -> None:
    sections = [key.split(".")[0] for key in PARAGRAPHS]
    assert sections == sorted(sections, key=("opening", "overview", "problems", "other").index)
