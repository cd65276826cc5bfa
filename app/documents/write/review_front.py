"""The page in front of the reviewer's edition: what was found, what changed, the main numbers, two charts."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from docx.document import Document as DocumentObject
from docx.shared import Twips
from lxml import etree

from app.documents.layouts import Layout
from app.documents.outline import shown
from app.documents.write.base_document import FLAT, W
from app.documents.write.charts import channels_chart, outcomes_chart, to_png
from app.documents.write.wml import paragraph, put, w
from sections.report.key_numbers import KEY_NUMBERS
from sections.report.report import Report
from sections.rules.base import Finding, Severity

_CHART: Final = 44
"""Percent of the text's width that a chart takes: two stand side by side."""
_MOST_FINDINGS: Final = 8
_COLUMNS: Final = (4, 2, 2, 2)
"""Shares of the width: what, last year, this year, difference."""
_GREY: Final = "F2F2F2"
_LEGEND: Final = (
    "灰底：与上年不同的数字和文字；灰底加下划线：今年新写的句子；表格中括号内的小字：上年的数字；"
    "页边批注：检查发现的问题。定稿另行导出，不带这些标记。"
)
_Row = list[tuple[int, list[etree._Element], str]]
"""(columns taken, content, fill) of each cell."""


@dataclass(frozen=True, slots=True)
class Changed:
    """How much differs from last year: numbers of the tables, new sentences, places with other words."""

    numbers: int
    sentences: int
    words: int


def review_styles(document: DocumentObject, layout: Layout) -> None:
    """Add the styles that only the reviewer's edition uses."""
    plain = f'<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>{FLAT}'
    texts = (
        ("CommentText", "annotation text", 18, "left"),
        ("LastYear", "上年数字", 15, "center"),
        ("FrontTitle", "送审标题", 36, "center"),
        ("FrontSubtitle", "送审副标题", 24, "center"),
        ("FrontText", "送审文字", 21, "left"),
        ("FrontNumber", "送审数字", 21, "center"),
    )
    grey = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
    letters = (
        ("CommentReference", "annotation reference", '<w:sz w:val="18"/><w:szCs w:val="18"/>'),
        ("ChangedWords", "改动文字", grey),
        ("NewSentence", "新写句子", f'<w:u w:val="single"/>{grey}'),
    )
    made = [
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr>{plain}<w:jc w:val="{side}"/></w:pPr><w:rPr><w:rFonts w:eastAsia="{layout.table}"/>'
        f'<w:spacing w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
        for style, name, size, side in texts
    ] + [
        f'<w:style w:type="character" w:styleId="{style}"><w:name w:val="{name}"/>'
        f"<w:rPr>{inner}</w:rPr></w:style>"
        for style, name, inner in letters
    ]
    whole = etree.fromstring(f'<w:styles xmlns:w="{W}">{"".join(made)}</w:styles>')
    document.styles.element.extend(list(whole))


def front(
    document: DocumentObject,
    years: tuple[Report, Report | None],
    findings: Sequence[Finding],
    counts: Changed,
    layout: Layout,
) -> Iterator[etree._Element]:
    """The page's paragraphs and its box; ``years``: this year's report and last year's."""
    report, last = years
    yield paragraph("送审说明", "FrontTitle")
    yield paragraph(
        f"{report.unit}{report.year}年{report.form.document_name}",
        "FrontSubtitle",
        w("spacing", before=80, after=200),
    )
    rows = [
        _band("检查结果"),
        *([_wide(line)] for line in _found(findings)),
        _band("与上年相比"),
        [_wide(_compared(last, counts))],
        [_cell(word, "FrontNumber") for word in ("主要数字", "上年", "本年", "增减")],
        *_numbers(report, last),
    ]
    if pictures := _charts(document, report, last, layout.width):
        rows.append([(4, pictures, "")])
    rows += [_band("标记的含义"), [_wide(_LEGEND)]]
    yield _box(rows, layout.width)


def _found(findings: Sequence[Finding]) -> Iterator[str]:
    counts = [
        f"{severity.label}{sum(one.severity is severity for one in findings)}处" for severity in Severity
    ]
    yield f"共{len(findings)}处：{'、'.join(counts)}。" if findings else "没有发现问题。"
    ranked = sorted(findings, key=lambda one: one.severity.rank)
    for number, finding in enumerate(ranked[:_MOST_FINDINGS], start=1):
        answer = f"（已核对无误：{finding.answer}）" if finding.answer else ""
        yield f"{number}. {finding.severity.label}：{finding.message}{answer}"
    if len(ranked) > _MOST_FINDINGS:
        yield f"其余{len(ranked) - _MOST_FINDINGS}处见正文批注。"


def _compared(last: Report | None, counts: Changed) -> str:
    if last is None:
        return "没有上年的年报，未作对比。"
    return f"表格中{counts.numbers}个数字与上年不同；正文新写{counts.sentences}句，改动{counts.words}处。"


def _numbers(report: Report, last: Report | None) -> Iterator[_Row]:
    form = report.form
    for label, field in KEY_NUMBERS.items():
        if field not in form.places:
            continue
        now, before = report.number(field), last.number(field) if last else None
        difference = "" if now is None or before is None else now - before
        words = [shown(before) or "—", shown(now) or "—", _signed(difference)]
        name = _cell(f"{label}（{form.measure(field)}）", "FrontText")
        yield [name, *(_cell(word, "FrontNumber") for word in words)]


def _signed(difference: int | Decimal | str) -> str:
    if isinstance(difference, str):
        return "—"
    return f"{difference:+}" if difference else "0"


def _charts(
    document: DocumentObject, report: Report, last: Report | None, width: int
) -> list[etree._Element]:
    """The charts, one paragraph with both; none where they cannot be drawn."""
    drawn = {
        "申请办理结果，本年与上年": outcomes_chart(report, last),
        "主动公开渠道，本年与上年": channels_chart(report, last),
    }
    holder = document.add_paragraph(style="送审数字")
    for about, svg in drawn.items():
        if svg and (png := to_png(svg, 900)):
            picture = holder.add_run().add_picture(io.BytesIO(png), width=Twips(width * _CHART // 100))
            picture._inline.docPr.set("descr", about)
            picture._inline.docPr.set("name", about)
    element: etree._Element = holder._p
    document.element.body.remove(element)
    return [element] if holder.runs else []


def _cell(text: str, style: str, span: int = 1, fill: str = "") -> tuple[int, list[etree._Element], str]:
    return span, [paragraph(text, style)], fill


def _wide(text: str) -> tuple[int, list[etree._Element], str]:
    return _cell(text, "FrontText", len(_COLUMNS))


def _band(text: str) -> _Row:
    return [_cell(text, "FrontNumber", len(_COLUMNS), _GREY)]


def _box(rows: Sequence[_Row], width: int) -> etree._Element:
    shares = [width * share // sum(_COLUMNS) for share in _COLUMNS]
    shares[0] += width - sum(shares)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    margins = (("top", 15), ("left", 85), ("bottom", 15), ("right", 85))
    properties = put(
        w("tblPr"),
        w("tblW", w=width, type="dxa"),
        w("jc", val="center"),
        put(w("tblBorders"), *(w(side, val="single", sz=4, space=0, color="000000") for side in sides)),
        w("tblLayout", type="fixed"),
        put(w("tblCellMar"), *(w(side, w=room, type="dxa") for side, room in margins)),
        w("tblCaption", val="送审说明"),
        w("tblDescription", val="检查结果、与上年的比较和主要数字"),
    )
    table = put(w("tbl"), properties, put(w("tblGrid"), *(w("gridCol", w=share) for share in shares)))
    for row in rows:
        made = put(w("tr"), put(w("trPr"), w("cantSplit")))
        column = 0
        for span, content, fill in row:
            own = put(w("tcPr"), w("tcW", w=sum(shares[column : column + span]), type="dxa"))
            if span > 1:
                put(own, w("gridSpan", val=span))
            if fill:
                put(own, w("shd", val="clear", color="auto", fill=fill))
            put(made, put(w("tc"), put(own, w("vAlign", val="center")), *content))
            column += span
        put(table, made)
    return table
