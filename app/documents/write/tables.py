"""The tables of the form as WordprocessingML, driven by ``sections.form.TABLES`` alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from lxml import etree

from app.documents.layouts import GBT9704, Layout
from app.documents.make_base import NARROW, SMALL
from app.documents.write.elements import paragraph, put, run, w
from sections.form import BANDS, Cell, Table
from sections.report import Number, Report


@dataclass(frozen=True, slots=True)
class _Look:
    """How a table is drawn: columns and least height of rows in twips; ``large`` letters have 12 pt."""

    name: str
    about: str
    widths: tuple[int, ...]
    height: int
    large: bool = False


_LOOKS: Final = {
    "proactive": _Look(
        "主动公开政府信息情况",
        "规章和行政规范性文件的制发、废止、现行有效件数，行政许可、行政处罚、行政强制的处理决定数量，"
        "行政事业性收费的金额。",
        (2845, 2000, 2000, 2000),
        480,
        large=True,
    ),
    "requests": _Look(
        "收到和处理政府信息公开申请情况",
        "按申请人类别列出新收、上年结转、各种办理结果和结转下年度的申请件数。",
        (400, 1040, 2505, *[700] * 7),
        280,
    ),
    "disputes": _Look(
        "政府信息公开行政复议、行政诉讼情况",
        "行政复议、未经复议直接起诉、复议后起诉的案件，按结果列出件数。",
        (590, 590, 590, 590, 590, 590, 590, 589, 589, 589, 590, 590, 589, 589, 590),
        360,
    ),
}
_MARGIN: Final = 28
"""Between a cell's border and its text, left and right."""
_PAIR: Final = 2
"""Characters a line in a column head of four or six, so that no word of it is torn (商业/企业)."""


def table_xml(
    form: Table, report: Report, layout: Layout, places: dict[str, list[etree._Element]]
) -> etree._Element:
    """One table with the numbers of ``report``; each number's paragraph is put in ``places`` by its field."""
    widths = _widths(form, layout)
    table = put(
        w("tbl"), _properties(form, layout), put(w("tblGrid"), *(w("gridCol", w=width) for width in widths))
    )
    starts = {(cell.row, cell.col): cell for cell in form.cells}
    covers = {(cell.row + down, cell.col): cell for cell in form.cells for down in range(1, cell.rowspan)}
    kept = _kept_rows(form)
    for line in range(form.rows):
        row = put(w("tr"), _row_properties(form, line))
        for cell, continued in _row_cells(form, line, starts, covers):
            width = sum(widths[cell.col : cell.col + cell.colspan])
            text = "" if continued else _text(cell, report)
            inner = _paragraph(form, cell, text, width, line in kept)
            if cell.field:
                places[cell.field] = [inner]
            put(row, put(_cell(cell, width, continued, layout), inner))
        put(table, row)
    return table


def _widths(form: Table, layout: Layout) -> list[int]:
    """The columns, drawn wider or narrower to the width of the text."""
    edges = [0]
    for width in _LOOKS[form.section].widths:
        edges.append(edges[-1] + width)
    placed = [edge * layout.width // GBT9704.width for edge in edges]
    return [right - left for left, right in pairwise(placed)]


def _kept_rows(form: Table) -> frozenset[int]:
    """The rows that stay on a page with the next one: all of a band, and all of the other tables."""
    lasts = {form.rows - 1}
    if form.section == "proactive":
        lasts |= {cell.row - 1 for cell in form.cells if cell.text in BANDS}
    return frozenset(range(form.rows)) - lasts


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


def _properties(form: Table, layout: Layout) -> etree._Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (w(side, val="single", sz=4, space=0, color="000000") for side in sides)
    margins = (("top", 20), ("left", _MARGIN), ("bottom", 20), ("right", _MARGIN))
    look = _LOOKS[form.section]
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


def _row_properties(form: Table, line: int) -> etree._Element:
    height = _LOOKS[form.section].height
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
    if layout.band and cell.text in BANDS:
        put(properties, w("shd", val="clear", color="auto", fill=layout.band))
    if cell.vertical:
        put(properties, w("textDirection", val="tbRlV"))
    return put(w("tc"), put(properties, w("vAlign", val="center")))


def _text(cell: Cell, report: Report) -> str:
    return cell.text if cell.text else shown(report.number(cell.field))


def shown(number: Number | None) -> str:
    """A number as it is printed in a table: plain digits; an unanswered one is blank (drafts only)."""
    return "" if number is None else format(number, "f") if isinstance(number, Decimal) else str(number)


def _paragraph(form: Table, cell: Cell, text: str, width: int, kept: bool) -> etree._Element:
    look = _LOOKS[form.section]
    centred = bool(cell.field) or cell.head or cell.vertical
    style = ("Large" if look.large else "") + ("TableNumber" if centred else "TableText")
    properties = [w("keepNext")] if kept else []
    if cell.head and cell.colspan == 1 and len(text) in (2 * _PAIR, 3 * _PAIR) and not look.large:
        side = max(0, (width - 2 * _MARGIN - SMALL * 10 * (_PAIR + 1)) // 2 + 20)
        properties.append(w("ind", left=side, right=side, firstLine=0))
    made = paragraph("", style, *properties)
    narrow = _narrow(text, width) if cell.field and not look.large else ()
    return put(made, run(text, *narrow)) if text else made


def _narrow(text: str, width: int) -> tuple[etree._Element, ...]:
    """The character style that keeps a long number on one line; none is needed up to seven digits."""
    needed = len(text) * SMALL * 5
    room = width - 2 * _MARGIN
    if needed <= room:
        return ()
    fits = [style for style, _, percent in NARROW if needed * percent <= room * 100]
    return (w("rStyle", val=fits[0] if fits else NARROW[-1][0]),)
