"""The report as the official DOCX (GB/T 9704-2012), by python-docx over our own base document."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from docx import Document
from docx.document import Document as DocumentObject
from lxml import etree

from app.documents.layouts import GBT9704, Layout
from app.documents.line_breaks import is_uneven
from app.documents.name_wrap import title_inset
from app.documents.organ_keywords import in_keywords
from app.documents.outline import Part, parts
from app.documents.pages import Plan, plan_of
from app.documents.table_style import AFTER_TABLE
from app.documents.write.base_document import BASE, EPOCH, W, make
from app.documents.write.docx_tables import table_xml
from app.documents.write.signature_block import signature_xml
from app.documents.write.wml import legal, paragraph, w
from sections.report.report import Report

_DRAFT: Final = "草稿"


def write_docx(
    report: Report, draft: bool = False, layout: Layout = GBT9704, left: frozenset[int] = frozenset()
) -> bytes:
    """The document; with ``draft`` it says 草稿 on every page. The same report gives the same bytes.

    ``left`` are paragraphs of prose, counted from 0, that are not justified."""
    document = document_of(Composer(report, layout, left=left))
    if draft:
        _mark_draft(document)
    return packed(document)


@dataclass
class Composer:
    """The paragraphs and tables of a report, and where each part of it came to stand."""

    report: Report
    layout: Layout = GBT9704
    places: dict[str, list[etree._Element]] = field(default_factory=dict)
    """Paragraph key, field, section, ``title`` or ``signature`` -> the ``w:p`` in which it stands."""
    beneath: frozenset[str] = frozenset()
    """The cells whose numbers will have a line beneath."""
    left: frozenset[int] = frozenset()
    """The paragraphs of prose, counted from 0, that are not justified."""
    texts: list[etree._Element] = field(default_factory=list)
    """The paragraphs of prose, in order."""
    _before: str = ""
    """The kind of the part before."""

    def elements(self) -> list[etree._Element]:
        """The whole body, in order."""
        plan = plan_of(self.report, self.layout, self.beneath)
        made = [element for part in parts(self.report) for element in self._part(part, plan)]
        return made + self._signed(made[-1], plan)

    def _part(self, part: Part, plan: Plan) -> Iterator[etree._Element]:
        if part.kind == "title":
            yield from self._title(part.text)
        elif part.kind == "heading":
            yield self._at(part.key, paragraph(part.text, "Heading1", *self._above_heading()))
        elif part.kind == "topic":
            yield paragraph(part.text, "Heading2")
        elif part.kind == "table":
            table = self.report.form.tables[part.key]
            yield table_xml(table, self.report, self.layout, self.places, plan)
        elif part.kind == "text":
            is_left = len(self.texts) in self.left or is_uneven(part.text, self.layout)
            style = "BodyLeft" if is_left else ""
            self.texts.append(paragraph(part.text, style))
            yield self._at(part.key, self.texts[-1])
        self._before = part.kind

    def _title(self, line: str) -> Iterator[etree._Element]:
        """A line of the title; an empty line stands below the last one."""
        is_first = "title" not in self.places
        side = title_inset(line, self.layout) if is_first else 0
        yield self._at("title", paragraph(line, "Title", *_sides(side)))
        if not is_first:
            yield w("p")

    def _above_heading(self) -> tuple[etree._Element, ...]:
        return (w("spacing", before=AFTER_TABLE),) if self._before == "table" else ()

    def _at(self, key: str, element: etree._Element) -> etree._Element:
        self.places.setdefault(key, []).append(element)
        return element

    def _signed(self, before: etree._Element, plan: Plan) -> list[etree._Element]:
        made = list(signature_xml(self.report.signature, self.layout))
        if made:
            if plan.holds_end:
                _keep_with_next(before)
            self.places["signature"] = made
        return made


def _sides(inset_by: int) -> tuple[etree._Element, ...]:
    return (w("ind", left=inset_by, right=inset_by, firstLine=0),) if inset_by else ()


def _keep_with_next(element: etree._Element) -> None:
    """The 落款 never stands alone on a page."""
    if element.tag != f"{{{W}}}p":
        return
    properties = element.find(f"{{{W}}}pPr")
    if properties is None:
        properties = w("pPr")
        element.insert(0, properties)
    if properties.find(f"{{{W}}}pStyle") is None:
        properties.insert(0, w("keepNext"))


@lru_cache(maxsize=8)
def _base(layout: Layout) -> bytes:
    return BASE.read_bytes() if layout == GBT9704 else make(layout)


def document_of(composer: Composer) -> DocumentObject:
    """The document with its properties."""
    document = Document(io.BytesIO(_base(composer.layout)))
    end = document.element.body[-1]
    for element in composer.elements():
        end.addprevious(element)
    _describe(document, composer.report)
    return document


def _describe(document: DocumentObject, report: Report) -> None:
    organ = legal(report.unit)[:200]
    properties = document.core_properties
    properties.title = f"{organ}{report.year}年{report.form.document_name}"[:255]
    properties.author = organ
    properties.keywords = legal(in_keywords(report.profile))[:255]
    properties.language = "zh-CN"
    properties.created = properties.modified = stamp(report)


def stamp(report: Report) -> dt.datetime:
    """The time that the document bears: the new year behind the report's, so that its bytes repeat."""
    return dt.datetime(min(max(report.year, 1), 9998) + 1, 1, 1)


def _mark_draft(document: DocumentObject) -> None:
    """草稿 above the title and at the head of every page."""
    mark: Any = paragraph(f"【{_DRAFT}】", "DraftMark")
    document.element.body.insert(0, mark)
    put_in_heads(document, f"{_DRAFT}，不得对外发布", "草稿标记")


def put_in_heads(document: DocumentObject, text: str, style: str) -> None:
    """``text`` at the head of every page, in the style of that name."""
    section = document.sections[0]
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        head = header.paragraphs[0]
        head.style = document.styles[style]
        head.add_run(text)


def packed(document: DocumentObject) -> bytes:
    """Save, with the times of the archive's entries fixed."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
