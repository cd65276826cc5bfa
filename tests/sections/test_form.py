"""The statutory form as data: every label to the letter, every cell in its place, every sum declared."""

import re
from pathlib import Path

import pytest

from sections.form.elements import Measure as Unit
from sections.form.elements import Source
from sections.form.model import Form, Table
from sections.form.registry import FORMS
from tests.support.form import (
    APPLICANTS,
    DISPUTE_COLUMNS,
    DISPUTE_GROUPS,
    HEADINGS,
    REQUEST_COLUMNS,
    REQUEST_ROWS,
    RESULT_GROUPS,
    SECTIONS,
    TABLES,
    TOPICS,
    label_of,
    source_of,
    table_fields,
    unit_of,
)
from tests.support.form import RESULTS as RESULT_ROWS

STATUTORY = Path(__file__).parents[3] / "shared" / "design" / "statutory-form.md"


@pytest.fixture(scope="module")
def statutory() -> str:
    """The form as written down for this project, without white space and Markdown signs."""
    if not STATUTORY.exists():
        pytest.skip("shared/design/statutory-form.md is not here")
    return re.sub(r"[\s`*|]", "", STATUTORY.read_text(encoding="utf-8"))


@pytest.mark.parametrize("section", TABLES)
def test_every_label_is_the_statutory_one(section: str, statutory: str) -> None:
    for cell in TABLES[section].cells:
        if cell.text and cell.text not in {"信息内容", "其他"}:
            assert re.sub(r"\s", "", cell.text) in statutory, cell.text


def test_headings_and_topics_are_the_statutory_ones(statutory: str) -> None:
    assert "·".join(HEADINGS.values()) in statutory
    assert "".join(TOPICS.values()) in statutory
    assert tuple(HEADINGS) == SECTIONS


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.section)
def test_cells_tile_their_table(table: Table) -> None:
    covered = [
        (cell.row + down, cell.col + across)
        for cell in table.cells
        for down in range(cell.rowspan)
        for across in range(cell.colspan)
    ]
    every = [(row, col) for row in range(table.height) for col in range(table.width)]
    assert sorted(covered) == every


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.section)
def test_a_cell_has_a_text_or_a_number(table: Table) -> None:
    assert all(bool(cell.text) != bool(cell.path) for cell in table.cells)
    assert len(set(table.paths)) == len(table.paths)


def test_the_tables_have_the_size_of_the_form() -> None:
    sizes = {name: (table.height, table.width, len(table.paths)) for name, table in TABLES.items()}
    assert sizes == {"proactive": (14, 4, 10), "requests": (28, 10, 175), "disputes": (4, 15, 15)}
    assert len(RESULT_ROWS) == 21
    assert {label: len(rows) for label, rows in RESULT_GROUPS.items()} == {
        "（三）不予公开": 8,
        "（四）无法提供": 3,
        "（五）不予处理": 5,
        "（六）其他处理": 3,
    }


def test_the_sums_cover_every_number_of_requests_and_disputes() -> None:
    for section in ("requests", "disputes"):
        table = TABLES[section]
        used = {field for one in table.identities for field in one.left + one.right}
        assert used == set(table.paths)
        assert all(one.where in one.left + one.right for one in table.identities)


def test_the_sums_are_those_of_the_form() -> None:
    names = [str(one.kind) for one in TABLES["requests"].identities]
    assert names.count("row_total") == len(REQUEST_ROWS) == 25
    assert names.count("column_total") == names.count("balance") == len(REQUEST_COLUMNS) == 7
    assert len(TABLES["disputes"].identities) == len(DISPUTE_GROUPS) == 3


def test_where_numbers_come_from() -> None:
    sources = {field: source_of(field) for field in table_fields()}
    computed = {field for field, source in sources.items() if source is Source.COMPUTED}
    assert computed == (
        {f"requests.{row.name}.total" for row in REQUEST_ROWS}
        | {f"requests.total.{name}" for name in APPLICANTS}
        | {f"disputes.{group.name}.total" for group in DISPUTE_GROUPS}
    )
    carried = {field for field, source in sources.items() if source is Source.CARRIED}
    assert carried == {f"requests.carried_in.{name}" for name in APPLICANTS} | {
        "proactive.regulations.in_force",
        "proactive.normative_documents.in_force",
    }
    assert len(sources) == 200


def test_a_field_the_form_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        source_of("requests.new.nobody")


def test_units() -> None:
    assert unit_of("proactive.fees") is Unit.WAN_YUAN
    assert unit_of("requests.new.total") is Unit.CASES


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("requests.new.natural_person", "一、本年新收政府信息公开申请数量·自然人"),
        ("requests.unavailable_not_held.total", "（四）无法提供·1.本机关不掌握相关政府信息·总计"),
        ("disputes.litigation_direct.pending", "行政诉讼·未经复议直接起诉·尚未审结"),
        ("proactive.fees", "行政事业性收费"),
        ("proactive.regulations.in_force", "规章·现行有效件数"),
    ],
)
def test_labels_for_messages(field: str, label: str) -> None:
    assert label_of(field) == label


def test_every_field_has_a_label_of_its_own() -> None:
    labels = [label_of(field) for field in table_fields()]
    assert len(set(labels)) == len(labels)
    assert [column.name for column in DISPUTE_COLUMNS][-1] == "total"


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: f"form-{form.id}")
def test_a_sign_is_to_the_letter_a_label_of_its_form_and_of_no_other(form: Form) -> None:
    printed = {
        one.id: {cell.text for table in one.tables.values() for cell in table.cells} for one in FORMS.values()
    }
    assert form.signs <= printed.pop(form.id)
    assert all(form.signs.isdisjoint(labels) for labels in printed.values())
