"""Which form a source is in, and the numbers that only some forms have."""

from decimal import Decimal

import pytest

from app.documents.read.blocks import Block, Paragraph, plain_grid
from app.documents.read.forms import form_of
from app.documents.read.tables.labels import is_label, is_whole_label, labels_of
from app.documents.read.tables.numbers import read_change
from sections.form.disclosure_2019 import FORM as FORM_2019
from sections.form.disclosure_2021 import FORM
from sections.form.model import Form


def _printed(form: Form) -> list[Block]:
    tables: list[Block] = [plain_grid([[cell.text] for cell in one.cells]) for one in form.tables.values()]
    return [*map(Paragraph, form.headings.values()), *tables]


@pytest.mark.parametrize("form", [FORM, FORM_2019], ids=lambda form: form.id)
def test_a_source_is_in_the_form_whose_labels_it_has(form: Form) -> None:
    assert form_of(_printed(form)) is form


def test_what_tells_nothing_is_in_the_first_form() -> None:
    assert form_of([]) is FORM
    assert form_of([Paragraph("2019年政府信息公开工作年度报告")]) is FORM


def test_one_sign_among_the_labels_of_another_form_does_not_make_a_report_one_of_its_own() -> None:
    assert form_of([*_printed(FORM), plain_grid([["上一年项目数量"]])]) is FORM


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("减4", -4), ("增3", 3), ("+3", 3), ("＋3", 3), ("-2", -2), ("减少 1", -1), ("增加12项", 12),
        ("0", 0), ("", 0), ("/", 0), ("增", None),
        ("减-4", None), ("增3减1", None), ("持平", None), ("3/1", None),
    ],
)  # fmt: skip
def test_by_how_much_something_grew(printed: str, number: int | None) -> None:
    assert read_change(printed) == (None if number is None else Decimal(number))


def test_a_label_shared_with_a_column_is_a_row_in_its_group_or_with_its_number() -> None:
    requests = next(one for one in labels_of(FORM).tables if one.section == "requests")
    assert requests.row("其他") is None
    assert requests.row("3.其他") == "other_other"
    assert requests.row("3.其他", "（三）不予公开") is None
    assert requests.row("3.其他", "（六）其他处理") == requests.row_anywhere("其他") == "other_other"
    assert requests.column("其他") == "其他"
    assert requests.head("法人或其他组织") == "法人或其他组织"
    assert requests.column("法人或其他组织") is None


def test_labels_of_every_form_are_labels() -> None:
    for form in (FORM, FORM_2019):
        texts = {cell.text for table in form.tables.values() for cell in table.cells if cell.text}
        assert all(is_label(text) for text in texts if not text.startswith("（本列"))
    assert is_label("本列数据的勾稽关系为：第一项")
    assert is_label("其他")
    assert not is_whole_label("其他")
    assert not is_label("虚构县园林局")
