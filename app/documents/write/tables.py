"""The tables of the form as WordprocessingML, driven by ``sections.form.TABLES`` alone."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lxml import etree

from app.documents.layout import GBT9704
from app.documents.make_base import W
from sections.form import Cell, Table
from sections.report import Number, Report

_WIDTHS: Final = {
    "proactive": (2845, 2000, 2000, 2000),
    "requests": (520, 1150, 2275, 700, 700, 700, 700, 700, 700, 700),
    "disputes": (590, 590, 590, 590, 590, 590, 590, 589, 589, 589, 590, 590, 589, 589, 590),
}
_HEIGHTS: Final = {"proactive": 480, "requests": 300, "disputes": 480}
_SIZES: Final = {"proactive": 24, "requests": 18, "disputes": 18}
_NAMES: Final = {
    "proactive": "主动公开政府信息情况",
    "requests": "收到和处理政府信息公开申请情况",
    "disputes": "政府信息公开行政复议、行政诉讼情况",
}


def w(name: str, **attributes: str | int) -> etree._Element:
    """An element ``w:name`` with attributes ``w:…``."""
    element: etree._Element = etree.Element(f"{{{W}}}{name}", nsmap={"w": W})
    for key, value in attributes.items():
        element.set(f"{{{W}}}{key}", str(value))
    return element


def put(parent: etree._Element, *children: etree._Element) -> etree._Element:
    """``parent`` with ``children`` behind what it has."""
    parent.extend(children)
    return parent


def table_xml(form: Table, report: Report) -> etree._Element:
    """One table with the numbers of ``report``."""
    widths = _WIDTHS[form.section]
    assert sum(widths) == GBT9704.table_width
    table = put(w("tbl"), _properties(form), put(w("tblGrid"), *(w("gridCol", w=width) for width in widths)))
    starts = {(cell.row, cell.col): cell for cell in form.cells}
    covers = {(cell.row + down, cell.col): cell for cell in form.cells for down in range(1, cell.rowspan)}
    for line in range(form.rows):
        row = put(w("tr"), _row_properties(form, line))
        for cell, continued in _row_cells(form, line, starts, covers):
            text = "" if continued else _text(cell, report)
            put(row, put(_cell(cell, widths, continued), _paragraph(form, cell, text, line == form.rows - 1)))
        put(table, row)
    return table


def _row_cells(
    form: Table, line: int, starts: dict[tuple[int, int], Cell], covers: dict[tuple[int, int], Cell]
) -> Iterator[tuple[Cell, bool]]:
    column = 0
    while column < form.cols:
        if cell := starts.get((line, column)):
            yield cell, False
        else:
            cell = covers[line, column]
            yield cell, True
        column += cell.colspan


def _properties(form: Table) -> etree._Element:
    borders = put(
        w("tblBorders"),
        *(
            w(side, val="single", sz=4, space=0, color="000000")
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ),
    )
    margins = put(w("tblCellMar"), w("left", w=57, type="dxa"), w("right", w=57, type="dxa"))
    return put(
        w("tblPr"),
        w("tblW", w=GBT9704.table_width, type="dxa"),
        w("jc", val="center"),
        borders,
        w("tblLayout", type="fixed"),
        margins,
        w("tblCaption", val=_NAMES[form.section]),
    )


def _row_properties(form: Table, line: int) -> etree._Element:
    properties = put(w("trPr"), w("cantSplit"), w("trHeight", val=_HEIGHTS[form.section], hRule="atLeast"))
    if line < form.header_rows:
        put(properties, w("tblHeader"))
    return properties


def _cell(cell: Cell, widths: tuple[int, ...], continued: bool) -> etree._Element:
    width = sum(widths[cell.col : cell.col + cell.colspan])
    properties = put(w("tcPr"), w("tcW", w=width, type="dxa"))
    if cell.colspan > 1:
        put(properties, w("gridSpan", val=cell.colspan))
    if cell.rowspan > 1:
        put(properties, w("vMerge") if continued else w("vMerge", val="restart"))
    if cell.vertical:
        put(properties, w("textDirection", val="tbRlV"))
    return put(w("tc"), put(properties, w("vAlign", val="center")))


def _text(cell: Cell, report: Report) -> str:
    return cell.text if cell.text else shown(report.number(cell.field))


def shown(number: Number | None) -> str:
    """A number as it is printed in a table: plain digits; an unanswered one is blank (drafts only)."""
    return "" if number is None else format(number, "f") if isinstance(number, Decimal) else str(number)


def _paragraph(form: Table, cell: Cell, text: str, last: bool) -> etree._Element:
    centred = bool(cell.field) or cell.head or cell.vertical
    properties = put(w("pPr"), w("pStyle", val="TableNumber" if centred else "TableText"))
    if not last:
        put(properties, w("keepNext"))
    paragraph = put(w("p"), properties)
    if text:
        run = w("r")
        size = _size(form, text)
        if size != 18:
            put(run, put(w("rPr"), w("sz", val=size), w("szCs", val=size)))
        element = w("t")
        element.text = text
        put(paragraph, put(run, element))
    return paragraph


def _size(form: Table, text: str) -> int:
    """Long numbers are set smaller so that they stay on one line."""
    if form.section != "proactive" and text.isdigit() and len(text) > 6:
        return 15
    return _SIZES[form.section]
