"""The page in front of the reviewer's edition: what was found, what changed, what the marks mean, the main
numbers. It is planned to fill no more than a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Final

from lxml import etree

from app.documents.layouts import Layout
from app.documents.outline import digits
from app.documents.write.annotations import text_of
from app.documents.write.changes import Comparison, Standing
from app.documents.write.review_boxes import GREY, MARGIN, BoxCell, Row, box, cell, shared
from app.documents.write.review_marks import FRONT_LINE, sentence_style, words_style
from app.documents.write.wml import paragraph, put, run, w
from sections.report.key_numbers import KEY_NUMBERS
from sections.report.report import Report
from sections.rules.base import Finding, Severity

_MOST_FINDINGS: Final = 8
_COLUMNS: Final = (4, 2, 2, 2)
"""Shares of the width: what, last year, this year, difference."""
_LETTER: Final = 210
_ABOVE: Final = 1500
"""Twips that the titles take, at the most."""
_ROW: Final = 40
"""Twips that a row has around its lines."""
_ELLIPSIS: Final = "……（全文见正文批注）"
_Legend = tuple[tuple[str, str], ...]
"""Words and the character style that shows what they mean."""


@dataclass(frozen=True, slots=True)
class Changed:
    """How this report stands to last year's: numbers of the tables that differ, and the prose."""

    numbers: int
    prose: Comparison


def front(
    years: tuple[Report, Report | None], findings: Sequence[Finding], changed: Changed, layout: Layout
) -> Iterator[etree._Element]:
    """The page's paragraphs and its box; ``years``: this year's report and last year's."""
    report, last = years
    yield paragraph("送审说明", "FrontTitle")
    yield paragraph(
        f"{report.unit}{report.year}年{report.form.document_name}",
        "FrontSubtitle",
        w("spacing", before=80, after=200),
    )
    compared, legend = _compared(last, changed), _legend(last)
    numbers = list(_numbers(report, last))
    fixed = [*compared, *("".join(words for words, _ in one) for one in legend)]
    widths = shared(layout.width, _COLUMNS)
    # three bands, the head of the numbers, how many were found, how many more there are
    taken = _height(fixed, layout.width) + 6 * (FRONT_LINE + _ROW)
    taken += _height([text_of(row[0].content[0]) for row in numbers], widths[0])
    rows: list[Row] = [
        _band("检查结果"),
        *([_wide(line)] for line in _found(findings, layout, layout.height - _ABOVE - taken)),
        _band("与上年相比"),
        *([_wide(line)] for line in compared),
        _band("标记的含义"),
        *([BoxCell((_explained(one),), len(_COLUMNS))] for one in legend),
        [cell(word, "FrontNumber", fill=GREY) for word in ("主要数字", "上年", "本年", "增减")],
        *numbers,
    ]
    yield box(rows, widths, "送审说明", "检查结果、与上年的比较和主要数字")


def _height(lines: Sequence[str], width: int) -> int:
    """Of rows with these texts in a column of ``width``."""
    letters = (width - 2 * MARGIN) // _LETTER
    return sum(ceil(len(line) / letters) * FRONT_LINE + _ROW for line in lines)


def _found(findings: Sequence[Finding], layout: Layout, room: int) -> Iterator[str]:
    """What was found, the worst first, as many as ``room`` holds; a long one is cut short."""
    counts = [
        f"{severity.label}{sum(finding.severity is severity for finding in findings)}处"
        for severity in Severity
    ]
    yield f"共{len(findings)}处：{'、'.join(counts)}。" if findings else "没有发现问题。"
    ranked = sorted(findings, key=lambda finding: finding.severity.rank)
    told = 0
    for number, finding in enumerate(ranked[:_MOST_FINDINGS], start=1):
        line = _shortened(_told(number, finding), layout)
        room -= _height([line], layout.width)
        if room < 0:
            break
        yield line
        told = number
    if len(ranked) > told:
        yield f"其余{len(ranked) - told}处见正文批注。" if told else "见正文批注。"


def _told(number: int, finding: Finding) -> str:
    answer = f"（已核对无误：{finding.answer}）" if finding.answer else ""
    return f"{number}. {finding.severity.label}：{finding.message}{answer}"


def _shortened(line: str, layout: Layout) -> str:
    """A line of at most three printed ones."""
    most = 3 * ((layout.width - 2 * MARGIN) // _LETTER)
    return line if len(line) <= most else line[: most - len(_ELLIPSIS)] + _ELLIPSIS


def _compared(last: Report | None, changed: Changed) -> list[str]:
    if last is None:
        return ["没有上年的年报，未作对比。"]
    prose = changed.prose
    counts = "，".join(f"{standing}{prose.count(standing)}句" for standing in Standing)
    gone = f"；上年有而本年没有的{len(prose.struck)}句，列在文后" if prose.struck else ""
    return [f"表格中{changed.numbers}个数字与上年不同。正文共{len(prose.sentences)}句：{counts}{gone}。"]


def _legend(last: Report | None) -> list[_Legend]:
    """What the marks mean, each shown as it looks."""
    notes: list[_Legend] = [(("页边批注：检查发现的问题。定稿另行导出，不带这些标记。", ""),)]
    if last is None:
        return notes
    reworded, moved, new = (
        sentence_style(standing) for standing in (Standing.REWORDED, Standing.MOVED, Standing.NEW)
    )
    return [
        (
            ("没有底线", ""),
            ("：沿用上年的句子；", ""),
            ("点线", reworded),
            ("：改写的句子；", ""),
            ("波浪线", moved),
            ("：从别处移来的句子；", ""),
            ("实线", new),
            ("：今年新写的句子。", ""),
        ),
        (
            ("灰底", words_style(Standing.KEPT)),
            ("：与上年不同的文字和数字；表格中括号内的小字：上年的数字。", ""),
        ),
        *notes,
    ]


def _explained(legend: _Legend) -> etree._Element:
    runs = (run(words, *([w("rStyle", val=style)] if style else [])) for words, style in legend)
    return put(paragraph("", "FrontText"), *runs)


def _numbers(report: Report, last: Report | None) -> Iterator[Row]:
    form = report.form
    for label, field in KEY_NUMBERS.items():
        if field not in form.places:
            continue
        now, before = report.number(field), last.number(field) if last else None
        difference = "" if now is None or before is None else now - before
        words = [digits(before) or "—", digits(now) or "—", _signed(difference)]
        yield [cell(f"{label}（{form.measure(field)}）"), *(cell(word, "FrontNumber") for word in words)]


def _signed(difference: int | Decimal | str) -> str:
    if isinstance(difference, str):
        return "—"
    return f"{difference:+}" if difference else "0"


def _wide(text: str) -> BoxCell:
    return cell(text, span=len(_COLUMNS))


def _band(text: str) -> Row:
    return [cell(text, "FrontNumber", len(_COLUMNS), GREY)]
