"""The report as PDF, tagged and with an outline, made of the DOCX by LibreOffice where it is installed.

LibreOffice drops a mark that hangs at the end of a justified line before a Latin letter or a digit. So every
PDF is read and held against the report; paragraphs that lost a mark are set without justification, where none
is dropped, and the PDF is made once more."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from app.documents.errors import DocumentError
from app.documents.layouts import GBT9704, Layout
from app.documents.outline import parts
from sections.report.report import Report

_KIND: Final = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"}}'
)
_BY_HAND: Final = "请先导出 .docx，在 WPS 或 Word 中打开，用“另存为 PDF”得到。"


_MARKS: Final = re.compile("[，。、；：！？,;:!?.]")


def write_pdf(report: Report, draft: bool = False, layout: Layout = GBT9704) -> bytes:
    """The PDF of a report. Raises ``DocumentError`` that tells how to get one by hand."""
    from app.documents.write.docx import write_docx

    made = _converted(write_docx(report, draft, layout))
    robbed = frozenset(robbed_paragraphs(report, made))
    return _converted(write_docx(report, draft, layout, robbed)) if robbed else made


def robbed_paragraphs(report: Report, pdf: bytes) -> Iterator[int]:
    """The paragraphs of the report, counted from 0, that have marks which its PDF has not; none of a PDF that
    is longer than what is read."""
    from app.documents.read.blocks import Paragraph
    from app.documents.read.errors import NotAReport
    from app.documents.read.formats.pdf import read_pdf

    try:
        blocks = read_pdf(pdf)
    except NotAReport:
        return
    printed = _plain("".join(block.text for block in blocks if isinstance(block, Paragraph)))
    without_marks = _MARKS.sub("", printed)
    texts = [_plain(part.text) for part in parts(report) if part.kind == "text"]
    for number, text in enumerate(texts):
        if text not in printed and _MARKS.sub("", text) in without_marks:
            yield number


def _plain(text: str) -> str:
    from app.documents.read.characters import ordinary

    return re.sub(r"\s", "", normalize("NFKC", ordinary(text)))


def _converted(docx: bytes) -> bytes:
    from app.documents.libreoffice import TooSlowError, converted, find_program

    program = find_program()
    if program is None:
        raise DocumentError("本机没有 LibreOffice，不能直接导出 PDF。", _BY_HAND)
    try:
        made = converted(program, docx, "docx", _KIND)
    except TooSlowError:
        raise DocumentError("转换 PDF 用时过长，已停止。", _BY_HAND) from None
    if not made or not made.startswith(b"%PDF-"):
        raise DocumentError("转换 PDF 没有成功。", _BY_HAND)
    return made
