"""Pages of the reviewer's edition with charts: this year beside last, the main numbers of all years."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from docx.document import Document as DocumentObject
from docx.shared import Twips
from lxml import etree

from app.documents.layouts import Layout
from app.documents.outline import digits
from app.documents.write.charts import channels_chart, outcomes_chart, to_png
from app.documents.write.review_boxes import GREY, Row, box, cell, shared
from app.documents.write.review_marks import FRONT_LINE
from app.documents.write.wml import paragraph, w
from app.documents.write.years_chart import LEAP, about, years_chart
from sections.report.key_numbers import Series
from sections.report.report import Report

LEAST_YEARS: Final = 3
"""Two years stand beside each other on the first page already."""
_MOST_YEARS: Final = 7
_LABEL: Final = 5
"""Shares of the width that the name of a number takes; a year takes 2."""
_TITLES: Final = 1500
"""Twips that the title and the note take, at the most."""
_ROW: Final = 45
"""Twips that a row of the table has around its line."""
_DOTS: Final = 1000
"""Pixels across a chart as wide as the text."""


def charts_page(
    document: DocumentObject, report: Report, last: Report | None, width: int
) -> Iterator[etree._Element]:
    """A page with the charts, each as wide as the text; none where they cannot be drawn."""
    drawn = {
        "申请办理结果，本年与上年": outcomes_chart(report, last),
        "主动公开渠道，本年与上年": channels_chart(report, last),
    }
    pictures = [element for about, svg in drawn.items() for element in _picture(document, svg, about, width)]
    if pictures:
        yield paragraph("图示", "FrontTitle", w("pageBreakBefore"))
        yield paragraph(
            "不是年报的组成部分，只供审核时参考。", "FrontSubtitle", w("spacing", before=80, after=200)
        )
        yield from pictures


def years_page(
    document: DocumentObject, series: Sequence[Series], layout: Layout
) -> Iterator[etree._Element]:
    """The page's elements; none where fewer than three years are known. The picture takes what the table
    leaves of the page."""
    if not series or len(series[0].values) < LEAST_YEARS:
        return
    yield paragraph("历年主要数字", "FrontTitle", w("pageBreakBefore"))
    yield paragraph(
        f"{LEAP}：与上年相差5倍以上，请核对位数和单位。“—”：没有这一年的年报或没有写到。",
        "FrontText",
        w("spacing", before=80, after=120),
    )
    yield _table(series, layout.width)
    svg = years_chart(series)
    room = layout.height - _TITLES - (len(series) + 1) * (FRONT_LINE + _ROW)
    width = min(layout.width, int(room * _proportion(svg))) if svg else 0
    yield from _picture(document, svg, about(series), max(width, layout.width // 2))


def _proportion(svg: str) -> float:
    """The width of a picture by its height."""
    found = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert found is not None
    return int(found[1]) / int(found[2])


def _table(series: Sequence[Series], width: int) -> etree._Element:
    years = [year for year, _ in series[0].values[-_MOST_YEARS:]]
    rows: list[Row] = [
        [cell(text, "FrontNumber", fill=GREY) for text in ("主要数字", *(f"{year}年" for year in years))]
    ]
    for sery in series:
        row = [cell(f"{sery.label}（{sery.measure}）")]
        for year, value in sery.values[-_MOST_YEARS:]:
            leaps = year in sery.leaping
            text = "—" if value is None else f"{LEAP if leaps else ''}{digits(value)}"
            row.append(cell(text, "FrontNumber", fill=GREY if leaps else ""))
        rows.append(row)
    return box(rows, shared(width, [_LABEL, *[2] * len(years)]), "历年主要数字", about(series))


def _picture(document: DocumentObject, svg: str, about: str, width: int) -> Iterator[etree._Element]:
    """A chart in a paragraph of its own, with words for whoever cannot see it; nothing where it cannot be
    drawn."""
    png = to_png(svg, _DOTS) if svg else b""
    if not png:
        return
    holder = document.add_paragraph(style="送审图")
    picture = holder.add_run().add_picture(io.BytesIO(png), width=Twips(width))
    picture._inline.docPr.set("descr", about)
    picture._inline.docPr.set("name", about[:40])
    element: etree._Element = holder._p
    document.element.body.remove(element)
    yield element
