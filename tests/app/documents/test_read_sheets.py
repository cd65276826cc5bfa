"""A workbook whose sheets mix text and tables: all of both is read, in order, and what is not is listed."""

import io
import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.documents.read.importer import read_report
from sections.form.disclosure_2021 import FORM
from sections.form.model import Table
from sections.report.report import Report
from tests.support import made
from tests.support.read_reports import wrong

Part = str | Table
NUMBERS = made.numbers()


def parts(above: Iterable[str] = ()) -> list[Part]:
    """The report, a line a row; ``above`` stands over each table."""
    found: list[Part] = [*made.TITLE, made.OPENING]
    for section, heading in FORM.headings.items():
        found += [heading, *made.paragraphs_before(section)]
        if section in FORM.tables:
            found += [*above, FORM.tables[section]]
    return found


def workbook(*sheets: Iterable[Part], number: Callable[[str], float] = int) -> bytes:
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as book:
        for found in sheets:
            sheet, row = book.add_worksheet(), 0
            for part in found:
                if isinstance(part, str):
                    sheet.write(row, 0, part)
                    row += 1
                    continue
                for one in part.cells:
                    value = number(NUMBERS[one.path]) if one.path else one.text
                    at = (row + one.row, one.col)
                    if one.rowspan > 1 or one.colspan > 1:
                        end = (at[0] + one.rowspan - 1, at[1] + one.colspan - 1)
                        sheet.merge_range(*at, *end, value)
                    else:
                        sheet.write(*at, value)
                row += part.height
    return data.getvalue()


def read(data: bytes, folder: Path) -> Report:
    path = folder / "年报.xlsx"
    path.write_bytes(data)
    return read_report(path)


def assert_whole(report: Report) -> None:
    assert wrong(report, NUMBERS) == {}
    assert (report.unit, report.opening) == ("虚构县园林局", made.OPENING)
    assert list(report.headings) == list(FORM.headings)
    assert report.overview.text == "\n".join(made.OVERVIEW)
    assert (report.problems.text, report.other.text) == (made.PROBLEMS, made.OTHER)


@pytest.mark.parametrize("above", [(), ("",), ("", "")], ids=["close", "a row apart", "two rows apart"])
def test_a_whole_report_on_one_sheet_is_read_in_its_order(above: tuple[str, ...], tmp_path: Path) -> None:
    assert_whole(read(workbook(parts(above)), tmp_path))


def test_a_sheet_for_each_part_is_read_in_its_order(tmp_path: Path) -> None:
    found = parts()
    headings = list(FORM.headings.values())
    starts = [0, *(found.index(heading) for heading in headings[1:]), len(found)]
    sheets = [found[start:end] for start, end in itertools.pairwise(starts)]
    assert_whole(read(workbook(*sheets), tmp_path))


def test_part_two_may_be_the_only_table(tmp_path: Path) -> None:
    found = parts()
    start, end = (found.index(FORM.headings[section]) for section in ("requests", "problems"))
    report = read(workbook([*found[:start], *found[end:]]), tmp_path)
    assert report.number("proactive.regulations.in_force") == 3
    assert report.other.text == made.OTHER


def test_sentences_beside_a_table_are_kept_and_captions_listed(tmp_path: Path) -> None:
    note = "说明：表中各数均按签收日期统计。"
    report = read(workbook(parts(["单位：件", note])), tmp_path)
    assert_whole(report)
    assert report.texts["requests"] == note
    assert [one.text for one in report.left_out] == ["单位：件"] * 3


def test_what_stands_over_the_tables_of_other_sheets_is_listed(tmp_path: Path) -> None:
    tables: list[list[Part]] = [["办公室填写", "", table] for table in FORM.tables.values()]
    prose = [part for part in parts() if isinstance(part, str)]
    report = read(workbook(prose, *tables), tmp_path)
    assert_whole(report)
    assert [one.text for one in report.left_out] == ["办公室填写"] * 3


def test_a_number_that_a_program_has_worked_out_is_the_one_it_shows(tmp_path: Path) -> None:
    assert_whole(read(workbook(parts(), number=lambda text: int(text) + 1e-12), tmp_path))
