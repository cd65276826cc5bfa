"""The tables of the form as WordprocessingML, driven by their declaration alone."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from app.documents.layouts import Layout
from app.documents.outline import digits
from app.documents.pages import Plan
from app.documents.table_style import MARGIN, column_widths, kept_rows, look_of, row_height
from app.documents.write.base_document import NARROW, SMALL
from app.documents.write.wml import paragraph, put, run, w
from sections.form.elements import Cell
from sections.form.model import Table
from sections.report.report import Report

_PAIR: Final = 2
"""Characters a line in a column head of four or six, so that no word of it is torn (商业/企业)."""


def table_xml(
    form: Table, report: Report, layout: Layout, places: dict[str, list[etree._Element]], plan: Plan
) -> etree._Element:
    """One table with the numbers of ``report``, its rows kept together and as high as planned; each number's
    paragraph is put in ``places`` by its field."""
    widths = column_widths(form, layout)
    table = put(
        w("tbl"), _properties(form, layout), put(w("tblGrid"), *(w("gridCol", w=width) for width in widths))
    )
    starts = {(cell.row, cell.col): cell for cell in form.cells}
    covers = {(cell.row + down, cell.col): cell for cell in form.cells for down in range(1, cell.rowspan)}
    kept = kept_rows(form, form.section in plan.whole)
    for line in range(form.height):
        row = put(w("tr"), _row_properties(form, line, plan))
        for cell, continued in _row_cells(form, line, starts, covers):
            width = sum(widths[cell.col : cell.col + cell.colspan])
            text = "" if continued else _text(cell, report)
            inner = _paragraph(form, cell, text, width, line in kept)
            if cell.path:
                places[cell.path] = [inner]
            put(row, put(_cell(cell, width, continued, layout), inner))
        put(table, row)
    return table


def _row_cells(
    form: Table, line: int, starts: dict[tuple[int, int], Cell], covers: dict[tuple[int, int], Cell]
) -> Iterator[tuple[Cell, bool]]:
    column = 0
    while column < form.width:
        if cell := starts.get((line, column)):
            yield cell, False
        else:
            cell = covers[line, column]
            yield cell, True
        column += cell.colspan


def _properties(form: Table, layout: Layout) -> etree._Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (w(side, val="single", sz=4, space=0, color="000000") for side in sides)
    margins = (("top", 20), ("left", MARGIN), ("bottom", 20), ("right", MARGIN))
    look = look_of(form)
    return put(
        w("tblPr"),
        w("tblW", w=layout.width, type="dxa"),
        w("jc", val="center"),
        put(w("tblBorders"), *borders),
        w("tblLayout", type="fixed"),
        put(w("tblCellMar"), *(w(side, w=width, type="dxa") for side, width in margins)),
        w("tblCaption", val=look.name),
        w("tblDescription", val=look.about),
    )


def _row_properties(form: Table, line: int, plan: Plan) -> etree._Element:
    look = look_of(form)
    stretched = look.height + (0 if look.large else plan.stretch)
    height = max(stretched, row_height(form, line, plan.beneath))
    properties = put(w("trPr"), w("cantSplit"), w("trHeight", val=height, hRule="atLeast"))
    if line < form.header_rows:
        put(properties, w("tblHeader"))
    return properties


def _cell(cell: Cell, width: int, continued: bool, layout: Layout) -> etree._Element:
    properties = put(w("tcPr"), w("tcW", w=width, type="dxa"))
    if cell.colspan > 1:
        put(properties, w("gridSpan", val=cell.colspan))
    if cell.rowspan > 1:
        put(properties, w("vMerge") if continued else w("vMerge", val="restart"))
    if layout.band and cell.is_band:
        put(properties, w("shd", val="clear", color="auto", fill=layout.band))
    if cell.vertical:
        put(properties, w("textDirection", val="tbRlV"))
    return put(w("tc"), put(properties, w("vAlign", val="center")))


def _text(cell: Cell, report: Report) -> str:
    return cell.text if cell.text else digits(report.number(cell.path))


def _paragraph(form: Table, cell: Cell, text: str, width: int, kept: bool) -> etree._Element:
    look = look_of(form)
    centred = bool(cell.path) or cell.head or cell.vertical
    style = ("Large" if look.large else "") + ("TableNumber" if centred else "TableText")
    properties = [w("keepNext")] if kept else []
    if cell.head and cell.colspan == 1 and len(text) in (2 * _PAIR, 3 * _PAIR) and not look.large:
        side = max(0, (width - 2 * MARGIN - SMALL * 10 * (_PAIR + 1)) // 2 + 20)
        properties.append(w("ind", left=side, right=side, firstLine=0))
    made = paragraph("", style, *properties)
    narrow = _narrow(text, width) if cell.path and not look.large else ()
    return put(made, run(text, *narrow)) if text else made


def _narrow(text: str, width: int) -> tuple[etree._Element, ...]:
    """The character style that keeps a long number on one line; none is needed up to seven digits."""
    if style := narrow_style(text, width, SMALL):
        return (w("rStyle", val=style),)
    return ()


def narrow_style(text: str, width: int, size: int) -> str:
    """The character style with which digits of ``size`` half points fit a cell; empty where all do."""
    needed, room = len(text) * size * 5, width - 2 * MARGIN
    if needed <= room:
        return ""
    fits = [style for style, _, percent in NARROW if needed * percent <= room * 100]
    return fits[0] if fits else NARROW[-1][0]
