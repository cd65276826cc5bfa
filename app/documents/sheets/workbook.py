"""The collection sheet as a workbook: the questions on one sheet, each table on its own."""

import io
from typing import Any, Final

from app.documents.sheets.sheet import HEADS, Sheet, group_rows, table_rows

_WIDTHS: Final = (4, 56, 8, 24, 24, 14)


def write_workbook(sheet: Sheet) -> bytes:
    """The content of an .xlsx file."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": sheet.name})
    plain = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_size": 11}
    formats = {
        "plain": book.add_format(plain),
        "fill": book.add_format(plain | {"bg_color": "#FFF8DC", "num_format": "@"}),
        "last": book.add_format(plain | {"font_color": "#555555"}),
        "group": book.add_format(plain | {"bold": True, "bg_color": "#E7EEF5"}),
        "head": book.add_format(plain | {"bold": True, "bg_color": "#D9D9D9"}),
        "note": book.add_format({"font_size": 11}),
    }
    page = _page(book, "收集表", _WIDTHS)
    for number, row in enumerate(group_rows(sheet)):
        _write(page, number, row, formats, fill=(4, 5))
    page.freeze_panes(2, 2)
    for table in sheet.tables:
        page = _page(book, table.title, (4, 44, 6, *([11] * len(table.columns))))
        columns = range(3, 3 + len(table.columns))
        for number, row in enumerate(table_rows(sheet, table)):
            _write(page, number, row, formats, fill=tuple(columns))
        page.freeze_panes(3, 3)
    book.close()
    return out.getvalue()


def _page(book: Any, name: str, widths: tuple[int, ...]) -> Any:
    page = book.add_worksheet(name[:31])
    for column, width in enumerate(widths):
        page.set_column(column, column, width, None, {"hidden": column == 0})
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    return page


def _write(
    page: Any, number: int, row: tuple[str, ...], formats: dict[str, Any], fill: tuple[int, ...]
) -> None:
    first = row[0]
    for column, text in enumerate(row):
        if number == 0:
            look = "note"
        elif first.startswith("【"):
            look = "fill" if column == len(row) - 1 else "group"
        elif first == HEADS[0]:
            look = "head"
        elif first and column in fill:
            look = "fill"
        else:
            look = "plain" if first else "last"
        page.write_string(number, column, text, formats[look])
