"""The collection sheet as a Word document: a table of questions, then the three tables."""

import io
from collections.abc import Iterable
from typing import Any

from app.documents.sheets.sheet import Sheet, group_rows, table_rows


def write_word(sheet: Sheet) -> bytes:
    """The content of a .docx file."""
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.core_properties.author, document.core_properties.comments = "", ""
    document.core_properties.title = sheet.name
    document.add_heading(sheet.name, 1)
    _add(document, group_rows(sheet))
    for table in sheet.tables:
        document.add_heading(table.title, 2)
        _add(document, table_rows(sheet, table))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: Any, rows: Iterable[tuple[str, ...]]) -> None:
    """A paragraph of guidance, and a grid; what marks them is there and not seen."""
    from docx.shared import Cm, Pt

    (mark, guide), *grid = rows
    paragraph = document.add_paragraph()
    paragraph.add_run(mark).font.hidden = True
    paragraph.add_run(guide)
    width = max(len(row) for row in grid)
    table = document.add_table(rows=len(grid), cols=width, style="Table Grid")
    table.autofit = False
    widths = [Cm(0.4), Cm(9), Cm(1.5), *([Cm(14 / (width - 3))] * (width - 3))]
    for column, size in zip(table.columns, widths, strict=True):
        column.width = size
    cells = table._cells
    for number, row in enumerate(grid):
        for column in range(width):
            cell = cells[number * width + column]
            cell.width = widths[column]
            run = cell.paragraphs[0].add_run(row[column] if column < len(row) else "")
            run.font.size = Pt(9)
            run.font.hidden = column == 0
