"""The three tables in other layouts than the form's: what is written is read, or listed."""

from pathlib import Path
from typing import Final

import pytest

from app.documents.read.importer import read_report
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.support import made, writers
from tests.support.read_reports import held_as_written
from tests.support.table_layouts import LAYOUTS, laid_out

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
    assert len(report.unread) == NEVER_IN.get((name, writer), 0)


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
