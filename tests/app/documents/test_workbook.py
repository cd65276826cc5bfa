"""The workbook recomputed by LibreOffice: every formula right, and a changed number turns its 勾稽 red."""

import csv
import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.documents.read.formats.workbook import MARK
from app.documents.read.importer import NotAReport, read_report
from app.documents.write.workbook import SHEETS, TOP, write_workbook
from sections.report.report import Report
from tests.support import reports
from tests.support.form import TABLES
from tests.support.recomputed_workbook import cell, edited, recomputed
from tests.support.rendering import needs_soffice

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
