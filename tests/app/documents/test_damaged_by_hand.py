"""Tables in shapes that published pages have: what is read is what was written, what is not is listed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.support import made, writers
from tests.support import variations as v
from tests.support.read_reports import held_as_written
from tests.support.variations import Parts, Put, Sheet

SPARSE = made.summed({path: "3" if i % 9 == 0 else "0" for i, path in enumerate(FORM.paths)})
"""Mostly zeros, as most reports have."""
DENSE = made.numbers()
Rows = list[list[Put]]
Change = Callable[[Rows], None]


def changed(section: str, change: Change) -> Callable[[Parts], Parts]:
    """The report with the rows of one table changed."""

    def on_sheet(sheet: Sheet) -> Sheet:
        rows = [list(row) for row in sheet.rows]
        change(rows)
        made = replace(sheet, rows=tuple(map(tuple, rows)))
        widest = max(column + put.across for line in v.placed(made) for column, put in line)
        return replace(made, cols=max(sheet.cols, widest))

    return v.on_sheets(on_sheet, section)


def zeros_as(sign: str, every: int = 1) -> Callable[[Parts], Parts]:
    """Every so many of the zeros written as another sign."""
    seen = iter(range(10_000))
    return v.on_cells(
        lambda put: (
            replace(put, text=sign) if put.field and put.text == "0" and not next(seen) % every else put
        )
    )


def row_of(rows: Rows, words: str) -> int:
    return next(i for i, row in enumerate(rows) if any(words in put.text for put in row))


def without(words: str) -> Change:
    """The row with these words is not there; cells that reach over it are lower by one."""

    def change(rows: Rows) -> None:
        at = row_of(rows, words)
        for i, row in enumerate(rows[:at]):
            rows[i] = [replace(p, down=p.down - 1) if i + p.down > at else p for p in row]
        del rows[at]

    return change


def with_row(below: str, label: str, number: str) -> Change:
    """A further row of the same number below another."""

    def change(rows: Rows) -> None:
        at = row_of(rows, below)
        row = [replace(put, text=number if put.field else put.text, field="", down=1) for put in rows[at]]
        last = max(i for i, put in enumerate(rows[at]) if not put.field)
        row[last] = replace(row[last], text=label)
        for i, above in enumerate(rows[: at + 1]):
            rows[i] = [replace(p, down=p.down + 1) if p.down > 1 and i + p.down > at else p for p in above]
        rows.insert(at + 1, row[last:] if last else row)

    return change


def text_in(words: str, made_of: Callable[[str], str], place: int = 0) -> Change:
    """The number of a row at a place written otherwise."""

    def change(rows: Rows) -> None:
        row = rows[row_of(rows, words)]
        at = [i for i, put in enumerate(row) if put.field][place]
        row[at] = replace(row[at], text=made_of(row[at].text))

    return change


def label_as(words: str, text: str) -> Change:
    def change(rows: Rows) -> None:
        row = rows[row_of(rows, words)]
        at = next(i for i, put in enumerate(row) if words in put.text)
        row[at] = replace(row[at], text=text)

    return change


def last_year_in_every_cell(rows: Rows) -> None:
    for row in rows:
        row[:] = [replace(put, text=f"{put.text}（上年7）") if put.field else put for put in row]


def two_years_in_a_cell(rows: Rows) -> None:
    for row in rows:
        row[:] = [replace(put, text=f"{put.text}/7") if put.field else put for put in row]


def change_in_percent(rows: Rows) -> None:
    """A column of percentages behind the total."""
    for number, row in enumerate(rows):
        if any(put.field for put in row):
            row.append(Put("12%"))
        elif number == 0:
            row.append(Put("同比", down=3))


def numbered_in_front(rows: Rows) -> None:
    """The numbers of rows stand before labels that have none."""
    for number, row in enumerate(rows):
        if any(put.field for put in row):
            row.insert(0, Put(str(number)))
        elif number == 0:
            row.insert(0, Put("序号", down=3))


def heads_as_vertical_text(rows: Rows) -> None:
    for row in rows[:3]:
        row[:] = [replace(put, text="\n".join(put.text)) for put in row]


def no_row_of_five_heads(rows: Rows) -> None:
    del rows[2]
    rows[0] = [replace(put, down=2) if put.down == 3 else put for put in rows[0]]
    rows[1] = [replace(put, down=1) for put in rows[1]]


def sums_left_blank(rows: Rows) -> None:
    for row in rows:
        row[:] = [replace(put, text="") if put.field.endswith(".total") else put for put in row]


def five_as_one(rows: Rows) -> None:
    """The five columns of organisations grown together, with their sum."""
    for number, row in enumerate(rows):
        own = [i for i, put in enumerate(row) if put.field][1:6]
        if len(own) == 5:
            total = sum(int(row[i].text) for i in own)
            row[own[0] : own[-1] + 1] = [Put(str(total), across=5)]
        elif number == 2:
            row[:] = [Put("小计", across=5)]


SHAPES: dict[str, Callable[[Parts], Parts]] = {
    "no row of sums": changed("requests", without("（七）总计")),
    "no row carried over": changed("requests", without("四、结转下年度")),
    "a row of the form of 2019": changed("requests", with_row("8.属于行政查询事项", "9.其他", "0")),
    "地方性法规 in part two": changed("proactive", with_row("规章", "地方性法规", "7")),
    "政府规章 and 部门规章": changed("proactive", label_as("规章", "政府规章")),
    "小计 below a group": changed("requests", with_row("8.属于行政查询事项", "小计", "5")),
    "其他 below part two": changed("proactive", with_row("行政强制", "其他", "6")),
    "合计 below part two": changed("proactive", with_row("行政强制", "合计", "17")),
    "percent signs": changed("requests", text_in("（一）予以公开", lambda text: f"{text}%")),
    "thousands": v.on_numbers(lambda text: f"{int(text):,}"),
    "full width": v.on_numbers(lambda text: "".join(chr(ord(c) + 65248) for c in text)),
    "dashes": zeros_as("—"),
    "dashes now and then": zeros_as("——", 3),
    "slashes": zeros_as("/"),
    "无": zeros_as("无"),
    "blank": zeros_as(""),
    "blank now and then": zeros_as("", 3),
    "○": zeros_as("○"),
    "件 behind some": changed("requests", text_in("（一）予以公开", lambda text: f"{text}件")),
    "a space in a number": changed("requests", text_in("（一）予以公开", lambda text: f"1 {text}")),
    "last year in brackets": changed("requests", last_year_in_every_cell),
    "two years in a cell": changed("requests", two_years_in_a_cell),
    "同比 in percent": changed("requests", change_in_percent),
    "序号 in front": changed("requests", numbered_in_front),
    "heads down the page": changed("requests", heads_as_vertical_text),
    "no heads of the five columns": changed("requests", no_row_of_five_heads),
    "sums left blank": changed("requests", sums_left_blank),
    "five columns as one": changed("requests", five_as_one),
    "3.其他 as 其他": changed("requests", label_as("3.其他", "其他")),
    "a number behind a label": changed("proactive", label_as("行政许可", "行政许可 12")),
    "a unit in the label": changed("proactive", label_as("行政许可", "行政许可（件）")),
    "two tables of part four": v.on_sheets(lambda sheet: [sheet, sheet], "disputes"),
    "page break, heads again": v.on_sheets(v._cut(14, heads=True), "requests"),
    "page break in a group": v.on_sheets(v._cut(20, heads=False, page="第 3 页"), "requests"),
}  # fmt: skip


def read(data: bytes, suffix: str, folder: Path) -> Report:
    path = folder / f"年报.{suffix}"
    path.write_bytes(data)
    return read_report(path)


@pytest.mark.parametrize("writer", ["docx", "html", "txt", "md", "tables.md", "spaces.txt", "lines.txt"])
@pytest.mark.parametrize("texts", [SPARSE, DENSE], ids=["sparse", "dense"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_of_real_pages_is_never_silently_wrong(
    shape: str, texts: made.Numbers, writer: str, tmp_path: Path
) -> None:
    data = writers.WRITERS[writer](SHAPES[shape](v.report(texts)))
    held_as_written(read(data, writer.rpartition(".")[2], tmp_path), texts)
