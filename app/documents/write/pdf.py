"""The report as PDF, tagged and with an outline, made of the DOCX by LibreOffice where it is installed."""

from typing import Final

from app.documents.errors import DocumentError

_KIND: Final = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"}}'
)
_BY_HAND: Final = "请先导出 .docx，在 WPS 或 Word 中打开，用“另存为 PDF”得到。"


def write_pdf(docx: bytes) -> bytes:
    """The PDF of a document. Raises ``DocumentError`` that tells how to get one by hand."""
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
