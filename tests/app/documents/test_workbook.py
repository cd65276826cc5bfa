"""The workbook recomputed by LibreOffice: every formula right, and a changed number turns its 勾稽 red."""

import csv
import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from app.documents.outline import parts
from app.documents.read.formats.workbook import MARK
from app.documents.read.importer import NotAReport, read_report
from app.documents.workbook_rows import GOES_ON
from app.documents.write.workbook import PROSE, SHEETS, TOP, write_workbook
from app.documents.write.workbook_prose import pieces
from sections.report.assemble import with_texts
from sections.report.report import Report
from tests.support import reports
from tests.support.form import TABLES
from tests.support.hard_reports import MADE, hard, lost, pdf_text
from tests.support.recomputed_workbook import cell, edited, recomputed
from tests.support.rendering import convert, needs_poppler, needs_soffice

REQUESTS = "xl/worksheets/sheet2.xml"


def checks(book: CalamineWorkbook, section: str) -> dict[str, list[float]]:
    """What stands in the 勾稽 rows below a table."""
    form = TABLES[section]
    rows = book.get_sheet_by_name(SHEETS[section]).to_python(skip_empty_area=False)
    found = [row[: form.width] for row in rows[TOP + form.height :] if str(row[0]).startswith("勾稽")]
    return {str(row[0]): [value for value in row[1:] if isinstance(value, float)] for row in found}


@needs_soffice
@pytest.mark.parametrize("name", reports.NAMES)
def test_every_formula_gives_the_numbers_of_the_report(name: str, tmp_path: Path) -> None:
    report = reports.named(name)
    book = recomputed(write_workbook(report), tmp_path)
    for section, form in TABLES.items():
        shown = {
            one.path: cell(book, SHEETS[section], TOP + one.row, one.col) for one in form.cells if one.path
        }
        assert shown == {field: float(report.number(field) or 0) for field in form.paths}


@needs_soffice
def test_the_checks_hold_for_a_sound_report_and_last_year_stands_beside_it(tmp_path: Path) -> None:
    report, last = reports.sample_with_last()
    book = recomputed(write_workbook(report, last), tmp_path)
    for section in SHEETS:
        for label, values in checks(book, section).items():
            assert values, label
            assert set(values) == {0.0}, label
    form = TABLES["requests"]
    for one in form.cells:
        if one.path:
            before = cell(book, SHEETS["requests"], TOP + one.row, one.col + form.width - 2)
            change = cell(book, SHEETS["requests"], TOP + one.row, one.col + 2 * (form.width - 2))
            assert before == float(last.number(one.path) or 0)
            assert change == float(report.number(one.path) or 0) - float(last.number(one.path) or 0)


@needs_soffice
def test_a_number_changed_in_the_sheet_turns_its_check(tmp_path: Path) -> None:
    report, last = reports.sample_with_last()
    data = write_workbook(report, last)

    def change(name: str, part: str) -> str:
        return re.sub(r'(<c r="D6"[^>]*><v>)[^<]*(</v>)', r"\g<1>41\2", part) if name == REQUESTS else part

    new = int(report.number("requests.new.natural_person") or 0)
    assert cell(CalamineWorkbook.from_filelike(io.BytesIO(data)), SHEETS["requests"], 5, 3) == new
    book = recomputed(edited(data, change), tmp_path)
    balance = checks(book, "requests")["勾稽：一＋二＝三（七）＋四"]
    assert balance[0] == 41 - new
    assert balance[-1] == 41 - new
    assert set(balance[1:-1]) == {0.0}
    assert cell(book, SHEETS["requests"], 5, 9) == float(report.number("requests.new.total") or 0) + 41 - new


@needs_soffice
def test_a_total_that_is_wrong_in_the_report_is_not_mended_by_recomputing(tmp_path: Path) -> None:
    report = reports.sample()
    tree = report.to_json()
    tree["requests"]["total"]["natural_person"] += 100
    wrong = Report.model_validate(tree)
    field = next(one for one in TABLES["requests"].cells if one.path == "requests.total.natural_person")
    book = recomputed(write_workbook(wrong), tmp_path)
    shown = cell(book, SHEETS["requests"], TOP + field.row, field.col)
    assert shown == float(wrong.number(field.path) or 0)
    assert checks(book, "requests")["勾稽：（七）总计＝各项结果之和"][0] == 100.0


def test_a_check_that_does_not_hold_is_red_by_rule() -> None:
    with zipfile.ZipFile(io.BytesIO(write_workbook(reports.sample()))) as package:
        sheet, styles = package.read(REQUESTS).decode(), package.read("xl/styles.xml").decode()
    rules = re.findall(
        r'<conditionalFormatting sqref="(\w+)"><cfRule type="cellIs" dxfId="0" priority="\d+"'
        r' operator="notEqual"><formula>0</formula>',
        sheet,
    )
    formulas = dict(re.findall(r'<c r="(\w+)"[^>]*><f>([^<]*)</f>', sheet))
    assert len(rules) == 14
    assert all(place in formulas for place in rules)
    assert re.search(r"<dxf>.*?C00000.*?</dxf>", styles)


def test_wrong_sums_show_as_a_difference_at_once() -> None:
    report = reports.sample()
    new = int(report.number("requests.new.natural_person") or 0)
    cells = {field: report.number(field) for form in TABLES.values() for field in form.paths}
    wrong = Report.from_cells({**cells, "requests.new.natural_person": new + 5}, unit="某局", year=2025)
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_workbook(wrong)))
    assert checks(book, "requests")["勾稽：一＋二＝三（七）＋四"][0] == 5


@pytest.mark.parametrize("damage", ["truncated", "garbage", "bomb", "empty"])
def test_hostile_workbooks_are_refused_in_one_sentence(damage: str, tmp_path: Path) -> None:
    whole = write_workbook(reports.zeros())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(MARK.decode(), b"0" * 80_000_000 if damage == "bomb" else b"<workbook/>")
    data = {
        "truncated": whole[: len(whole) // 2],
        "garbage": b"PK\x03\x04" + MARK + bytes(range(256)) * 4,
        "bomb": out.getvalue(),
        "empty": out.getvalue(),
    }[damage]
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(NotAReport) as refused:
        read_report(path)
    assert "Error" not in str(refused.value)


def test_a_table_of_something_else_is_no_report(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    path = tmp_path / "a.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, values in enumerate(csv.reader(["品名,数量", "牛奶,2", "面包,1"])):
            sheet.write_row(row, 0, values)
    with pytest.raises(NotAReport, match="没有找到年报"):
        read_report(path)


def test_a_wrong_total_of_a_row_is_red_by_rule() -> None:
    with zipfile.ZipFile(io.BytesIO(write_workbook(reports.sample()))) as package:
        sheets = [package.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (2, 3)]
    rules = [re.findall(r'sqref="(\w+)"><cfRule type="expression"[^>]*><formula>([^<]*)<', s) for s in sheets]
    assert len(rules[0]) == 25
    assert dict(rules[0])["J6"].replace("&lt;", "<").replace("&gt;", ">") == "J6<>D6+E6+F6+G6+H6+I6"
    assert dict(rules[1])["E6"].replace("&lt;", "<").replace("&gt;", ">") == "E6<>A6+B6+C6+D6"


def test_money_stands_in_the_workbook_digit_for_digit() -> None:
    place = next(one for one in TABLES["proactive"].cells if one.path == "proactive.fees")
    for amount in ("1234567.89", "0.10", "1E+2", "999999999.000001"):
        report = Report.from_cells({"proactive.fees": Decimal(amount)}, unit="某局", year=2025)
        with zipfile.ZipFile(io.BytesIO(write_workbook(report))) as package:
            sheet = package.read("xl/worksheets/sheet1.xml").decode()
        written = re.search(rf'<c r="B{TOP + place.row + 1}"[^>]*><v>([^<]*)</v>', sheet)
        assert written is not None
        assert Decimal(written[1]) == Decimal(amount)
        assert "E" not in written[1]


def rows_of_prose(data: bytes) -> tuple[list[str], list[float]]:
    """The texts of the sheet with the prose, and the heights of its rows."""
    texts = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(PROSE).to_python()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet4.xml").decode()
    return [str(row[0]) for row in texts], [
        float(one) for one in re.findall(r'<row [^>]* ht="([\d.]+)"', sheet)
    ]


@pytest.mark.parametrize("name", MADE)
def test_a_row_of_the_prose_is_no_higher_than_a_row_can_be_and_nothing_is_lost(name: str) -> None:
    texts, heights = rows_of_prose(write_workbook(hard(name)))
    assert len(texts) == len(heights)
    assert max(heights) <= 200
    assert max(map(len, texts)) <= 341
    printed = "".join(part.text for part in parts(hard(name)))
    assert "".join(text.removeprefix(GOES_ON) for text in texts) == printed


@pytest.mark.parametrize("length", [1, 33, 34, 35, 339, 340, 341, 680, 3001])
def test_a_paragraph_without_a_mark_is_parted_too_and_read_as_one(length: int, tmp_path: Path) -> None:
    text = "公开" * (length // 2) + "好" * (length % 2)
    assert "".join(pieces(text)) == text
    assert all(0 < len(piece) <= 340 for piece in pieces(text))
    report = with_texts(hard("zeros"), {**hard("zeros").paragraphs, "other.matters": text})
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_workbook(report))
    assert read_report(path).other.text == report.other.text


@needs_soffice
@needs_poppler
@pytest.mark.parametrize("name", ["other-3000", "marks", "rare-characters"])
def test_the_prose_prints_whole(name: str, tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(write_workbook(hard(name)))
    pdf = convert(source, "pdf")
    with pdfplumber.open(pdf) as opened:
        for page in opened.pages:
            assert max(c["x1"] for c in page.chars) <= page.width - 18
            assert max(c["bottom"] for c in page.chars) <= page.height - 18
    assert lost(hard(name), pdf_text(pdf.read_bytes()).replace(GOES_ON, "")) == []


def test_a_draft_says_so_on_every_sheet_and_a_final_report_on_none() -> None:
    for draft in (True, False):
        data = write_workbook(reports.sample(), reports.sample(), draft=draft)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        said = ["草稿" in str(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            heads = [
                "草稿"
                in package.read(f"xl/worksheets/sheet{number}.xml").decode().partition("<headerFooter>")[2]
                for number in range(1, len(said) + 1)
            ]
        assert said == heads == [draft] * 4


def test_long_numbers_are_shown_as_digits() -> None:
    data = write_workbook(hard("large-numbers"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2, 3)]
        styles = package.read("xl/styles.xml").decode()
    assert "<v>999999999999</v>" in sheets[1]
    assert "<v>123456789012.3456</v>" in sheets[0]
    assert not re.search(r"<v>[^<]*E[^<]*</v>", "".join(sheets))
    formats = [one for one in re.findall(r"<xf ([^>]*)", styles) if 'numFmtId="0"' in one]
    numbers = {
        style
        for sheet in sheets
        for style in re.findall(r'<c r="\w+" s="(\d+)"><(?:f>[^<]*</f><)?v>\d', sheet)
    }
    every = re.findall(r"<xf ([^>]*)", styles.partition("<cellXfs")[2].partition("</cellXfs>")[0])
    assert formats
    assert all('numFmtId="0"' not in every[int(style)] for style in numbers)
    assert numbers
