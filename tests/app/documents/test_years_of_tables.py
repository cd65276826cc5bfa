"""Tables that hold numbers of other years too: those of the report's own are read, the others never."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from app.documents.read.tables.year_marks import Whose, Years
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.fuzz.damage_of_years import OF_YEARS
from tests.support import made, printed, writers
from tests.support import variations as v
from tests.support.read_reports import held_as_written
from tests.support.variations import Parts, Put, Sheet

DENSE = made.numbers()
OTHER = made.summed({path: str(41 + i % 17) for i, path in enumerate(FORM.paths)})
"""The numbers of last year, of which every sum holds too."""
WRITERS = ("docx", "html", "md", "tabs.txt", "xlsx", "pdf")


def of_last_year(put: Put) -> Put:
    return replace(put, text=OTHER[put.field], field="") if put.field else put


def two_blocks(names: tuple[str, str] | None, last_first: bool = True) -> Callable[[Parts], Parts]:
    """Part three with the columns of two years side by side, under their names."""

    def doubled(sheet: Sheet) -> Sheet:
        placed = v.placed(sheet)
        rows: list[tuple[Put, ...]] = []
        for line in placed:
            left, right = [p for c, p in line if c < 3], [p for c, p in line if c >= 3]
            last = [of_last_year(put) for put in right]
            rows.append((*left, *last, *right) if last_first else (*left, *right, *last))
        if names:
            corner, *rest = rows[0]
            ordered = names if last_first else names[::-1]
            over = [Put(name, across=7) for name in ordered]
            rows[:1] = [(replace(corner, down=corner.down + 1), *over), tuple(rest)]
        return replace(sheet, rows=tuple(rows), cols=17)

    return v.on_sheets(doubled, "requests")


def read(parts: Parts, writer: str, folder: Path) -> Report:
    path = folder / f"年报.{writer.rpartition('.')[2]}"
    data = printed.pdf(parts) if writer == "pdf" else (
        writers.xlsx(parts) if writer == "xlsx" else writers.WRITERS[writer](parts)
    )  # fmt: skip
    path.write_bytes(data)
    return read_report(path)


def numbers(report: Report) -> dict[str, str]:
    return {path: str(report.number(path)) for path in FORM.paths}


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("last_first", [True, False], ids=["last year first", "own year first"])
def test_the_head_over_a_block_says_whose_year_it_is(last_first: bool, writer: str, tmp_path: Path) -> None:
    report = read(two_blocks(("2024年", "2025年"), last_first)(v.report(DENSE)), writer, tmp_path)
    assert numbers(report) == DENSE
    assert any("“2024年”" in note for note in report.notes)
    assert any(OTHER["requests.new.total"] in one.text for one in report.left_out)


@pytest.mark.parametrize(
    "names",
    [
        ("上年数", "本年数"),
        ("去年", "今年"),
        ("2024", "2025"),
        ("二〇二四年", "二〇二五年"),
        ("2024年度", "本年度"),
    ],
)
def test_years_are_printed_in_many_ways(names: tuple[str, str], tmp_path: Path) -> None:
    assert numbers(read(two_blocks(names)(v.report(DENSE)), "html", tmp_path)) == DENSE


@pytest.mark.parametrize("writer", WRITERS)
def test_two_blocks_without_years_are_in_doubt(writer: str, tmp_path: Path) -> None:
    report = read(two_blocks(None)(v.report(DENSE)), writer, tmp_path)
    assert {path for path in FORM.paths if report.number(path) is None} == set(FORM.tables["requests"].paths)
    held_as_written(report, DENSE)


def test_blocks_of_years_are_in_doubt_where_the_year_of_the_report_is_not_known(tmp_path: Path) -> None:
    parts = two_blocks(("2024年", "2025年"))(v.report(DENSE))
    undated = [part.replace("2025年", "") if isinstance(part, str) else part for part in parts]
    report = read(undated, "html", tmp_path)
    assert report.year == 0
    assert all(report.number(path) is None for path in FORM.tables["requests"].paths)
    assert {one.reason for one in report.unread} == {"看不出是哪一年的数字"}


@pytest.mark.parametrize("last_first", [True, False])
@pytest.mark.parametrize("name", ["{}", "{}情况如下表：", "（{}）"])
def test_the_line_over_a_table_says_whose_year_it_is(name: str, last_first: bool, tmp_path: Path) -> None:
    def twice(sheet: Sheet) -> Parts:
        last = replace(sheet, rows=tuple(tuple(map(of_last_year, row)) for row in sheet.rows))
        both = [(name.format("2024年"), last), (name.format("2025年"), sheet)]
        return [part for pair in (both if last_first else both[::-1]) for part in pair]

    report = read(v.on_sheets(twice, "requests")(v.report(DENSE)), "docx", tmp_path)
    assert numbers(report) == DENSE


@pytest.mark.parametrize("writer", ["docx", "html", "txt"])
def test_rows_of_part_four_are_of_the_year_before_them(writer: str, tmp_path: Path) -> None:
    def two_rows(sheet: Sheet) -> Sheet:
        *heads, row = sheet.rows
        first = (Put("年度", down=3), *heads[0])
        last = (Put("2024年"), *map(of_last_year, row))
        return replace(sheet, rows=(first, *heads[1:], last, (Put("2025年"), *row)), cols=16)

    report = read(v.on_sheets(two_rows, "disputes")(v.report(DENSE)), writer, tmp_path)
    assert numbers(report) == DENSE


def test_a_column_of_last_year_beside_one_of_part_two_is_left_out(tmp_path: Path) -> None:
    def beside(sheet: Sheet) -> Sheet:
        rows = [list(row) for row in sheet.rows]
        for row in rows:
            if row[-1].text == "现行有效件数":
                row.append(Put("上年现行有效件数"))
            elif row[-1].field.endswith("in_force"):
                row.append(of_last_year(row[-1]))
            elif not row[-1].field or row[-1].across > 1:
                row[-1] = replace(row[-1], across=row[-1].across + 1)
        return replace(sheet, rows=tuple(map(tuple, rows)), cols=5)

    report = read(v.on_sheets(beside, "proactive")(v.report(DENSE)), "html", tmp_path)
    assert numbers(report) == DENSE


def test_a_row_short_of_a_cell_is_in_doubt_where_columns_are_left_out(tmp_path: Path) -> None:
    def short(sheet: Sheet) -> Sheet:
        rows = [list(row) for row in sheet.rows]
        at = next(i for i, row in enumerate(rows) if any(p.field.startswith("requests.granted") for p in row))
        del rows[at][next(i for i, put in enumerate(rows[at]) if put.text.isdigit())]
        return replace(sheet, rows=tuple(map(tuple, rows)))

    parts = v.on_sheets(short, "requests")(two_blocks(("2024年", "2025年"))(v.report(DENSE)))
    report = read(parts, "html", tmp_path)
    assert report.number("requests.granted.total") is None
    assert report.number("requests.new.total") is not None
    held_as_written(report, DENSE)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("2024年", Whose.OTHER), ("2025年度", Whose.OWN), ("上年数", Whose.OTHER), ("本年", Whose.OWN),
        ("二〇二五年", Whose.OWN), ("二○二四", Whose.OTHER), ("（2024年）", Whose.OTHER), ("同比", None),
        ("上年结转政府信息公开申请数量", None), ("本年新收", None), ("20240", None),
        ("2016件", None), ("2 016", None), ("总计", None),
    ],
)  # fmt: skip
def test_a_year_alone_is_told_from_labels(text: str, whose: Whose | None) -> None:
    assert Years(2025).whose(text) is whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("上年现行有效件数", Whose.OTHER), ("上年处理决定数量", Whose.OTHER), ("总计（2024年）", Whose.OTHER),
        ("二、上年结转政府信息公开申请数量", None), ("2024年结转政府信息公开申请数量", None),
        ("本年制发件数", None), ("上年问题", None),
    ],
)  # fmt: skip
def test_a_year_before_or_behind_a_label_is_known(text: str, whose: Whose | None) -> None:
    assert Years(2025).of_label(text) is whose


def test_the_fuzzer_damages_tables_by_numbers_of_other_years() -> None:
    assert {"last years block first", "two blocks without years"} <= OF_YEARS.keys()
