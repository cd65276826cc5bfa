"""The report as the official DOCX (GB/T 9704-2012), by python-docx over our own base document."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from docx import Document
from docx.document import Document as DocumentObject
from lxml import etree

from app.documents.make_base import BASE, EPOCH, W
from app.documents.write.tables import put, table_xml, w
from sections.form import DOCUMENT_NAME, HEADINGS, TABLES, TOPICS
from sections.report import Report

_ILLEGAL: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DRAFT: Final = "草稿"


def write_docx(report: Report, draft: bool = False) -> bytes:
    """The document; with ``draft`` it says 草稿 on every page. The same report gives the same bytes."""
    document = Document(io.BytesIO(_base()))
    body = document.element.body
    end = body[-1]
    elements = list(_elements(report))
    if report.signature is not None:
        _keep_together(elements[-4:])
    for element in elements:
        end.addprevious(element)
    _describe(document, report)
    if draft:
        _mark_draft(document)
    return _packed(document)


@cache
def _base() -> bytes:
    return BASE.read_bytes()


def _elements(report: Report) -> Iterator[etree._Element]:
    first, second = report.title_lines
    yield _paragraph(first, "Title")
    yield _paragraph(second, "Title")
    yield _blank()
    yield from _paragraphs(report.opening)
    for section, heading in HEADINGS.items():
        yield _paragraph(heading, "Heading1")
        if section == "overview":
            yield from _overview(report)
        elif section in TABLES:
            yield table_xml(TABLES[section], report)
            yield _spacer()
        else:
            yield from _paragraphs(_part(report, section))
    yield from _signature(report)


def _overview(report: Report) -> Iterator[etree._Element]:
    if not report.overview.topics:
        yield from _paragraphs(report.overview.text)
        return
    yield from _paragraphs(report.overview.lead)
    for name, label in TOPICS.items():
        if text := report.overview.topics.get(name):
            yield _paragraph(label, "Heading2")
            yield from _paragraphs(text)


def _part(report: Report, section: str) -> str:
    own = [text for key, text in report.paragraphs.items() if key.startswith(f"{section}.")]
    return "\n".join(own) or getattr(report, section).text


def _signature(report: Report) -> Iterator[etree._Element]:
    if report.signature is None:
        return
    yield _blank()
    yield _paragraph(report.signature.organ, "Signature")
    if day := report.signature.date:
        yield _paragraph(f"{day.year}年{day.month}月{day.day}日", "Signature")


def _paragraphs(text: str) -> Iterator[etree._Element]:
    for line in _ILLEGAL.sub("", text).splitlines():
        if line.strip():
            yield _paragraph(line.strip())


def _paragraph(text: str, style: str = "") -> etree._Element:
    paragraph = w("p")
    if style:
        put(paragraph, put(w("pPr"), w("pStyle", val=style)))
    element = w("t")
    element.text = _ILLEGAL.sub("", text)
    return put(paragraph, put(w("r"), element))


def _blank() -> etree._Element:
    return w("p")


def _keep_together(elements: list[etree._Element]) -> None:
    """The 落款 never stands alone on a page."""
    for element in elements[:-1]:
        if element.tag == f"{{{W}}}p":
            properties = element.find(f"{{{W}}}pPr")
            if properties is None:
                properties = w("pPr")
                element.insert(0, properties)
            if properties.find(f"{{{W}}}keepNext") is None:
                properties.insert(1 if properties.find(f"{{{W}}}pStyle") is not None else 0, w("keepNext"))


def _spacer() -> etree._Element:
    """Word wants a paragraph between a table and what follows; this one takes next to no room."""
    spacing = w("spacing", before=0, after=0, line=120, lineRule="exact")
    return put(w("p"), put(w("pPr"), spacing))


def _describe(document: DocumentObject, report: Report) -> None:
    organ = _ILLEGAL.sub("", report.unit)[:200]
    properties = document.core_properties
    properties.title = f"{organ}{report.year}年{DOCUMENT_NAME}"[:255]
    properties.author = organ
    properties.language = "zh-CN"
    stamp = dt.datetime(max(report.year, 1) + 1, 1, 1)
    properties.created = properties.modified = stamp


def _mark_draft(document: DocumentObject) -> None:
    """草稿 above the title and at the head of every page."""
    mark: Any = _paragraph(f"【{_DRAFT}】", "DraftMark")
    document.element.body.insert(0, mark)
    section = document.sections[0]
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        paragraph.style = document.styles["草稿标记"]
        paragraph.add_run(f"{_DRAFT}，不得对外发布")


def _packed(document: DocumentObject) -> bytes:
    """Save, with the times of the archive's entries fixed."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
