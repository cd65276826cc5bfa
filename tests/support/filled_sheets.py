"""A collection sheet as colleagues send it back: filled in with Word or with a spreadsheet program."""

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import xlsxwriter
from docx import Document
from python_calamine import CalamineWorkbook


def fill_word(path: Path, values: dict[str, str], names: dict[str, str]) -> None:
    document = Document(str(path))
    for table in document.tables:
        for row in table.rows:
            cells = row.cells
            _fill([cell.text for cell in cells], values, names, partial(_put, cells))
    document.save(str(path))


def _put(cells: Any, column: int, text: str) -> None:
    cells[column].text = text


def fill_workbook(path: Path, values: dict[str, str], names: dict[str, str]) -> None:
    """The workbook as a spreadsheet program would save it: numbers as numbers."""
    book = CalamineWorkbook.from_path(path)
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    for name in book.sheet_names:
        page = made.add_worksheet(name)
        for number, row in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False)):
            cells = [str(cell) for cell in row]
            _fill(list(cells), values, names, cells.__setitem__)
            for column, text in enumerate(cells):
                page.write(number, column, float(text) if text.isdigit() else text)
    made.close()
    path.write_bytes(out.getvalue())


def _fill(
    row: list[str], values: dict[str, str], names: dict[str, str], put: Callable[[int, str], None]
) -> None:
    """Write values into the cells of their marks, and names into the lines of whole groups."""
    marks = row[0].split(" ") if row[2:3] == ["今年"] else [row[0]]
    first = 3 if row[2:3] == ["今年"] else 4
    for place, mark in enumerate(marks):
        if mark[1:] in values:
            put(first + place, values[mark[1:]])
    group = next((name for name in names if row[1:2] and row[1].startswith(name) and row[0][:1] == "【"), "")
    if group:
        put(len(row) - 1, names[group])
