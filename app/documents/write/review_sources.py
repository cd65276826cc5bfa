"""Behind the report in the reviewer's edition: where every sentence and every number comes from, and which of
last year's sentences are gone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from app.documents.sources import Sourced
from app.documents.write.changes import Said
from app.documents.write.review_boxes import GREY, Row, box, cell, shared
from app.documents.write.wml import paragraph, put_first, w
from sections.report.report import Report

_COLUMNS: Final = (5, 4, 7, 4)
"""Shares of the width: what, this year, where it comes from, last year."""
_HEADS: Final = ("事项", "本年", "来源", "上年")


def last_pages(
    struck: Sequence[Said], last: Report | None, sources: Sequence[Sourced], width: int
) -> Iterator[etree._Element]:
    """Both, beginning on a page of their own; nothing where there is nothing to tell."""
    made = [*_struck(struck, last), *_sources(sources, width)]
    if made:
        put_first(made[0], w("pageBreakBefore"))
    yield from made


def _sources(sources: Sequence[Sourced], width: int) -> Iterator[etree._Element]:
    """The table of sources; none of a report that is not kept here."""
    if not sources:
        return
    yield paragraph("来源表", "FrontTitle", w("keepNext"), w("spacing", before=400))
    yield paragraph(
        "逐句、逐组列出本年的事实和数字从哪里来，上年是多少。供审核，不随年报公布。",
        "FrontSubtitle",
        w("keepNext"),
        w("spacing", before=80, after=200),
    )
    rows: list[Row] = [[cell(head, "SourceNumber", fill=GREY) for head in _HEADS]]
    part = ""
    for sourced in sources:
        if sourced.part != part:
            part = sourced.part
            rows.append([cell(part, "SourceNumber", len(_COLUMNS), GREY)])
        rows += _of_one(sourced)
    yield box(rows, shared(width, _COLUMNS), "来源表", "每句话、每组数字的来源和上年的数字", heads=1)


def _of_one(sourced: Sourced) -> Iterator[Row]:
    if sourced.text:
        text = f"{sourced.text}〔{sourced.words}〕" if sourced.words else sourced.text
        yield [cell(text, "SourceSentence" if sourced.facts else "SourceText", len(_COLUMNS))]
    for fact in sourced.facts:
        yield [
            cell(f"　{fact.label}", "SourceText"),
            cell(fact.value or "—", "SourceNumber"),
            cell(fact.origin, "SourceText"),
            cell(fact.last or "—", "SourceNumber"),
        ]


def _struck(struck: Iterable[Said], last: Report | None) -> Iterator[etree._Element]:
    """Last year's sentences that are gone, each with its part."""
    lines = [(_part_of(said.key, last), said.text) for said in struck] if last else []
    if not lines:
        return
    yield paragraph("上年有、本年没有的句子", "FrontTitle", w("keepNext"), w("spacing", after=200))
    for part, text in lines:
        yield paragraph(f"【{part}】{text}", "FrontText", w("spacing", after=80))


def _part_of(key: str, report: Report) -> str:
    section, _, topic = key.partition(".")
    if key == "opening":
        return "开头"
    return report.form.topics.get(topic, "") or report.form.headings.get(section, "")
