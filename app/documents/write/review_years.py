"""The page of the reviewer's edition with the main numbers of all years: a table and a picture."""

import io
from collections.abc import Iterator, Sequence
from typing import Final

from docx.document import Document as DocumentObject
from docx.shared import Twips
from lxml import etree

from app.documents.outline import shown
from app.documents.write.charts import to_png
from app.documents.write.wml import paragraph, put, w
from app.documents.write.years_chart import LEAP, about, years_chart
from sections.report.key_numbers import Series

LEAST_YEARS: Final = 3
"""Two years stand beside each other on the first page already."""
_MOST_YEARS: Final = 7
_GREY: Final = "F2F2F2"
_LABEL: Final = 5
"""Shares of the width that the name of a number takes; a year takes 2."""


def years_page(document: DocumentObject, series: Sequence[Series], width: int) -> Iterator[etree._Element]:
    """The page's elements; none where fewer than three years are known."""
    if not series or len(series[0].values) < LEAST_YEARS:
        return
    yield paragraph("历年主要数字", "FrontTitle", w("pageBreakBefore"))
    yield paragraph(
        f"{LEAP}：与上年相差5倍以上，请核对位数和单位。“—”：没有这一年的年报或没有写到。",
        "FrontText",
        w("spacing", before=80, after=120),
    )
    yield _table(series, width)
    yield from _picture(document, series, width)


def _table(series: Sequence[Series], width: int) -> etree._Element:
    years = [year for year, _ in series[0].values[-_MOST_YEARS:]]
    shares = [_LABEL, *([2] * len(years))]
    widths = [width * share // sum(shares) for share in shares]
    widths[0] += width - sum(widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = put(
        w("tblPr"),
        w("tblW", w=width, type="dxa"),
        w("jc", val="center"),
        put(w("tblBorders"), *(w(side, val="single", sz=4, space=0, color="000000") for side in sides)),
        w("tblLayout", type="fixed"),
        w("tblCaption", val="历年主要数字"),
        w("tblDescription", val=about(series)[:250]),
    )
    table = put(w("tbl"), properties, put(w("tblGrid"), *(w("gridCol", w=one) for one in widths)))
    head = ["主要数字", *(f"{year}年" for year in years)]
    put(table, _row(head, widths, [_GREY] * len(head)))
    for one in series:
        cells = [f"{one.label}（{one.measure}）"]
        for year, value in one.values[-_MOST_YEARS:]:
            cells.append("—" if value is None else f"{LEAP if year in one.leaping else ''}{shown(value)}")
        fills = ["", *(_GREY if year in one.leaping else "" for year in years)]
        put(table, _row(cells, widths, fills))
    return table


def _row(cells: Sequence[str], widths: Sequence[int], fills: Sequence[str]) -> etree._Element:
    made = put(w("tr"), put(w("trPr"), w("cantSplit")))
    for place, (text, size, fill) in enumerate(zip(cells, widths, fills, strict=True)):
        own = put(w("tcPr"), w("tcW", w=size, type="dxa"))
        if fill:
            put(own, w("shd", val="clear", color="auto", fill=fill))
        put(own, w("vAlign", val="center"))
        put(made, put(w("tc"), own, paragraph(text, "FrontNumber" if place else "FrontText")))
    return made


def _picture(document: DocumentObject, series: Sequence[Series], width: int) -> Iterator[etree._Element]:
    png = to_png(years_chart(series), 1400)
    if not png:
        return
    holder = document.add_paragraph(style="送审数字")
    picture = holder.add_run().add_picture(io.BytesIO(png), width=Twips(width))
    picture._inline.docPr.set("descr", about(series))
    picture._inline.docPr.set("name", "历年主要数字")
    element: etree._Element = holder._p
    document.element.body.remove(element)
    yield element
