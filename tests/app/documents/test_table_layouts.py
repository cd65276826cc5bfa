"""The three tables in other layouts than the form's: what is written is read, or listed."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from app.documents.read.importer import read_report
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.support import made, variations, writers
from tests.support.read_reports import held_as_written
from tests.support.table_layouts import LAYOUTS, laid_out
from tests.support.variations import Put, Sheet

SPARSE: Final = made.summed({path: "3" if i % 9 == 0 else "0" for i, path in enumerate(FORM.paths)})
"""Mostly zeros, as most reports have."""
DENSE: Final = made.numbers()
WRITERS: Final = {**writers.WRITERS, "xlsx": writers.xlsx}
WHOLE: Final = ("docx", "html", "tables.md", "xlsx")
"""Formats that keep lines inside of cells and show which cells are merged."""
LOSSY: Final = ("md", "txt", "tabs.txt", "lines.txt", "spaces.txt", "bars.txt")
NEVER_IN: Final = {("part four: two captioned tables", "xlsx"): 5}
"""A workbook has its captions on a sheet of their own."""


def read(name: str, texts: made.Numbers, writer: str, folder: Path) -> Report:
    section, layout = LAYOUTS[name]
    path = folder / f"年报.{writer.rpartition('.')[2]}"
    path.write_bytes(WRITERS[writer](laid_out(texts, section, layout)))
    return read_report(path)


@pytest.mark.parametrize("writer", WHOLE)
@pytest.mark.parametrize("texts", [SPARSE, DENSE], ids=["sparse", "dense"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_table_in_another_layout_is_read_whole(
    name: str, texts: made.Numbers, writer: str, tmp_path: Path
) -> None:
    report = read(name, texts, writer, tmp_path)
    held_as_written(report, texts)
    assert len(report.unread) <= NEVER_IN.get((name, writer), 0)


@pytest.mark.parametrize("writer", LOSSY)
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_whose_format_loses_something_is_never_silently_wrong(
    name: str, writer: str, tmp_path: Path
) -> None:
    report = read(name, DENSE, writer, tmp_path)
    held_as_written(report, DENSE)
    assert {place.where.split(".")[0] for place in report.unread} <= {LAYOUTS[name][0]}


@pytest.mark.parametrize("writer", ["docx", "txt"])
@pytest.mark.parametrize("name", [name for name in LAYOUTS if not name.startswith("part two")])
def test_numbers_whose_sum_does_not_hold_are_as_printed_or_listed(
    name: str, writer: str, tmp_path: Path
) -> None:
    section, _ = LAYOUTS[name]
    for path in FORM.tables[section].paths[::7]:
        wrong = {**DENSE, path: str(int(DENSE[path]) + 2)}
        held_as_written(read(name, wrong, writer, tmp_path), wrong)


@pytest.mark.parametrize(
    ("name", "writer"),
    [
        ("part four: a row a court", "txt"),
        ("part four: a column a court", "txt"),
        ("part four: a list under captions", "txt"),
        ("part four: lines under captions", "txt"),
        ("part four: two tables", "txt"),
        ("part two: one wide row", "txt"),
        ("part two: a list", "txt"),
        ("part two: each block turned", "txt"),
        ("part three: turned", "txt"),
        ("part three: turned, without groups", "md"),
    ],
)
def test_a_layout_is_read_from_text_too(name: str, writer: str, tmp_path: Path) -> None:
    assert read(name, DENSE, writer, tmp_path).unread == ()


@pytest.mark.parametrize("writer", ["docx", "html", "txt", "md"])
@pytest.mark.parametrize("label", ["规章", "行政许可"])
def test_a_table_of_other_matters_in_part_one_is_no_table_of_part_two(
    label: str, writer: str, tmp_path: Path
) -> None:
    rows = (("类别", "件数"), (label, "88"), ("会议纪要", "7"))
    stray = Sheet(tuple(tuple(map(Put, row)) for row in rows), 2)
    parts = variations.report(DENSE)
    path = tmp_path / f"年报.{writer}"
    path.write_bytes(WRITERS[writer]([*parts[:5], stray, *parts[5:]]))
    report = read_report(path)
    assert report.unread == ()
    held_as_written(report, DENSE)


def in_yuan(put: Put) -> Put:
    """Part two with its money in 元, said beside the label of the row alone."""
    if put.field == "proactive.fees":
        return replace(put, text=str(int(put.text) * 10_000))
    label = {"行政事业性收费": "行政事业性收费（元）", "本年收费金额（单位：万元）": "本年收费金额"}
    return replace(put, text=label.get(put.text, put.text))


@pytest.mark.parametrize("writer", ["docx", "html", "txt", "lines.txt", "md"])
def test_money_in_yuan_is_converted_where_its_label_says_so(writer: str, tmp_path: Path) -> None:
    path = tmp_path / f"年报.{writer.rpartition('.')[2]}"
    path.write_bytes(WRITERS[writer](variations.on_cells(in_yuan, "proactive")(variations.report(DENSE))))
    held_as_written(read_report(path), DENSE)
    assert read_report(path).unread == ()


@pytest.mark.parametrize("writer", ["docx", "txt"])
def test_money_whose_head_says_one_measure_and_its_label_another_is_not_read(
    writer: str, tmp_path: Path
) -> None:
    def label(put: Put) -> Put:
        return replace(put, text="行政事业性收费（元）") if put.text == "行政事业性收费" else put

    path = tmp_path / f"年报.{writer}"
    path.write_bytes(WRITERS[writer](variations.on_cells(label, "proactive")(variations.report(DENSE))))
    report = read_report(path)
    assert report.number("proactive.fees") is None
    assert [place.where for place in report.unread] == ["proactive.fees"]
