"""A cell that shows a picture, a formula or a control is no blank one: its number is null, and told so."""

from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from sections.report.report import Report
from tests.support import made, writers
from tests.support import variations as v

PATH = "proactive.regulations.issued"
TOLD = "单元格里是图片或控件，读不出数字"
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
IN_WORD = {
    "picture": "<w:r><w:drawing/></w:r>",
    "old picture": "<w:r><w:pict/></w:r>",
    "object": "<w:r><w:object/></w:r>",
    "sign of a font of signs": '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    "fraction": f"<m:oMath {MATH}><m:f><m:num><m:r><m:t>7</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>5</m:t></m:r></m:den></m:f></m:oMath>",
    "formula that was not worked out": FIELD.format("=SUM(LEFT)"),
    "list to choose from": FIELD.format("FORMDROPDOWN"),
}
ON_A_PAGE = {
    "picture": '<img src="a.png" alt="7531">',
    "drawing": "<svg><text>7531</text></svg>",
    "object": "<object data='a'></object>",
    "list to choose from": "<select><option>7531</option></select>",
    "empty field": '<input type="text">',
    "field with words": '<input value="请填写">',
    "box to tick": '<input type="checkbox" value="7531">',
    "two fields": '<input value="75"><input value="31">',
}
TYPED = ('<input type="text" value="7531">', '<input value=" 7531 ">', "<textarea>7531</textarea>")
UNSEEN = ('<input type="hidden" value="5">', '<img src="s.gif" width="1" height="20">')


def read_docx(cell: str, folder: Path) -> Report:
    body = made.body(made.numbers(proactive__regulations__issued="7531"))
    path = folder / "年报.docx"
    path.write_bytes(made.package(body.replace(made.paragraph("7531"), f"<w:p>{cell}</w:p>")))
    return read_report(path)


def read_html(cell: str, folder: Path) -> Report:
    page = writers.html(v.report(made.numbers(proactive__regulations__issued="7531"))).decode()
    assert page.count(">7531<") == 1
    path = folder / "年报.html"
    path.write_text(page.replace(">7531<", f">{cell}<"))
    return read_report(path)


def assert_told(report: Report) -> None:
    assert report.number(PATH) is None
    assert [one.reason for one in report.unread if one.where == PATH] == [TOLD]


@pytest.mark.parametrize("cell", IN_WORD.values(), ids=IN_WORD)
def test_a_cell_of_a_word_table_that_holds_no_text_is_null(cell: str, tmp_path: Path) -> None:
    assert_told(read_docx(cell, tmp_path))


@pytest.mark.parametrize("cell", ["", FIELD.format(" FORMTEXT ")], ids=["nothing", "field to write in"])
def test_a_cell_of_a_word_table_that_shows_nothing_is_blank(cell: str, tmp_path: Path) -> None:
    assert read_docx(cell, tmp_path).number(PATH) == 0


def test_a_formula_that_is_a_row_of_digits_is_a_number(tmp_path: Path) -> None:
    cell = f"<m:oMath {MATH}><m:r><m:t>75</m:t></m:r></m:oMath>"
    assert read_docx(cell, tmp_path).number(PATH) == 75


@pytest.mark.parametrize("cell", ON_A_PAGE.values(), ids=ON_A_PAGE)
def test_a_cell_of_a_page_that_holds_no_text_is_null(cell: str, tmp_path: Path) -> None:
    assert_told(read_html(cell, tmp_path))


@pytest.mark.parametrize("cell", TYPED)
def test_a_number_in_a_field_is_what_is_seen(cell: str, tmp_path: Path) -> None:
    assert read_html(cell, tmp_path).number(PATH) == 7531


@pytest.mark.parametrize("cell", UNSEEN)
def test_what_is_not_seen_leaves_a_cell_blank(cell: str, tmp_path: Path) -> None:
    assert read_html(cell, tmp_path).number(PATH) == 0


def test_pictures_outside_of_the_tables_are_no_words_of_the_report(tmp_path: Path) -> None:
    page = writers.html(v.report(made.numbers())).decode()
    logo = "<table><tr><td><img src=a.png></td><td>虚构县人民政府</td></tr></table>"
    path = tmp_path / "年报.html"
    path.write_text(page.replace("<body>", f"<body>{logo}") if "<body>" in page else logo + page)
    report = read_report(path)
    assert "图片或控件" not in report.model_dump_json()
