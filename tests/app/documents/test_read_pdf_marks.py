"""Digits that stand in the file and are no part of the numbers that are printed."""

from pathlib import Path

import pytest

from tests.support import made
from tests.support.printed_marks import read_marked
from tests.support.read_reports import assert_read, wrong


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("5[^1]", "5"), ("5[v1]", "5"), ("[-7]5", "5"), ("5[-7]", "5"), ("[=7]5", "5"), ("[-12]34", "34"),
        ("[-7][-8]5", "5"), ("[w9]5", "5"), ("5[w9]", "5"), ("[i9]5", "5"), ("[_7]5", "75"), ("[#7]5", "75"),
        ("[d9]5", "95"),
    ],
)  # fmt: skip
def test_a_digit_is_read_if_it_is_printed_as_one_of_the_number(
    cell: str, number: str, tmp_path: Path
) -> None:
    assert_read(read_marked(cell, tmp_path), made.numbers(requests__new__total=number))


@pytest.mark.parametrize("cell", ["5[h1]", "[h1]5", "52[<1]", "52 1", "52\xa01"])
def test_digits_at_other_heights_or_over_one_another_are_no_number(cell: str, tmp_path: Path) -> None:
    report = read_marked(cell, tmp_path)
    assert [(one.where, one.reason) for one in report.unread] == [("requests.new.total", "不是数字")]


def test_what_cannot_be_seen_is_listed(tmp_path: Path) -> None:
    report = read_marked("[-12][w9]34", tmp_path)
    assert [(one.text, one.reason) for one in report.left_out if one.text in {"129", "12", "9"}] == [
        ("129", "看不见或划掉的文字")
    ]


def test_a_number_over_the_line_between_two_cells_is_of_neither(tmp_path: Path) -> None:
    report = read_marked("[|63]", tmp_path, "requests.new.enterprise")
    assert {one.where for one in report.unread} == {"requests.new.natural_person", "requests.new.enterprise"}


def test_words_beside_a_table_are_listed(tmp_path: Path) -> None:
    report = read_marked("[m甲乙丙]5", tmp_path)
    assert ("甲乙丙", "表格旁的名称、单位或说明") in [(one.text, one.reason) for one in report.left_out]
    assert report.number("requests.new.total") == 5


@pytest.mark.parametrize("cell", ["[-12]", "[w12]", "[i12]", "[p12]", "[b12]", "[k12]", "[t12]"])
def test_a_cell_with_nothing_but_what_cannot_be_seen_is_no_zero(cell: str, tmp_path: Path) -> None:
    report = read_marked(cell, tmp_path, "proactive.penalties")
    assert [(one.where, one.raw) for one in report.unread] == [
        ("proactive.penalties", "〔看不见或划掉的文字〕")
    ]
    assert "12" in [one.text for one in report.left_out]


@pytest.mark.parametrize("cell", ["[/12]", "[~12]", "[o12]", "1[p2]", "[x12]"])
def test_digits_that_may_be_covered_or_struck_out_are_no_number(cell: str, tmp_path: Path) -> None:
    report = read_marked(cell, tmp_path, "proactive.penalties")
    assert {one.where for one in report.unread} == {"proactive.penalties"}
    assert all("被遮盖或划过" in one.raw for one in report.unread)


@pytest.mark.parametrize("cell", ["[O]", "[L]", "[X]"])
def test_a_cell_with_nothing_but_a_drawing_is_no_zero(cell: str, tmp_path: Path) -> None:
    report = read_marked(cell, tmp_path, "proactive.penalties")
    assert [(one.where, one.raw) for one in report.unread] == [("proactive.penalties", "〔图片或控件〕")]


@pytest.mark.parametrize("cell", ["[y12]", "[g12]"])
def test_what_lets_the_digits_be_seen_changes_nothing(cell: str, tmp_path: Path) -> None:
    assert wrong(read_marked(cell, tmp_path), made.numbers(requests__new__total="12")) == {}


@pytest.mark.parametrize("note", ["Widget", "StrikeOut", "FreeText", "Stamp"])
@pytest.mark.parametrize("cell", ["", "12"])
def test_what_is_put_upon_a_cell_makes_it_uncertain(note: str, cell: str, tmp_path: Path) -> None:
    report = read_marked(cell, tmp_path, "proactive.penalties", note)
    assert {one.where for one in report.unread} == {"proactive.penalties"}
    assert ("34", "批注、表单等另加的文字") in [(one.text, one.reason) for one in report.left_out]


@pytest.mark.parametrize("note", ["Text", "Highlight", "Underline"])
def test_a_note_is_listed_and_changes_no_number(note: str, tmp_path: Path) -> None:
    report = read_marked("12", tmp_path, "requests.new.total", note)
    assert wrong(report, made.numbers(requests__new__total="12")) == {}
    assert ("34", "批注、表单等另加的文字") in [(one.text, one.reason) for one in report.left_out]


@pytest.mark.parametrize("is_embedded", [True, False])
@pytest.mark.parametrize("size", [60.0, 14.0])
def test_a_watermark_is_in_no_cell(size: float, is_embedded: bool, tmp_path: Path) -> None:
    report = read_marked("12", tmp_path, is_embedded=is_embedded, watermark=("草稿2025", size))
    assert wrong(report, made.numbers(requests__new__total="12")) == {}
    assert ("草稿2025", "斜着印的水印文字") in [(one.text, one.reason) for one in report.left_out]


def test_a_cell_with_nothing_but_an_aslant_number_is_no_zero(tmp_path: Path) -> None:
    report = read_marked("[a12]", tmp_path, "proactive.penalties")
    assert {one.where for one in report.unread} == {"proactive.penalties"}


@pytest.mark.parametrize("cell", ["[-12]", "[w12]", "[p12]", "[/12]", "[~12]", "[O]"])
def test_pages_without_their_fonts_are_looked_through_too(cell: str, tmp_path: Path) -> None:
    report = read_marked(cell, tmp_path, "proactive.penalties", is_embedded=False)
    assert {one.where for one in report.unread} == {"proactive.penalties"}
