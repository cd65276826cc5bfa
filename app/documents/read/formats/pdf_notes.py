"""What somebody has put upon a page of a PDF file: notes, marks, stamps, fields to fill in.

They are no part of what the page itself paints, and may hide it, strike it out or be what is read there."""

import ctypes
from collections.abc import Iterator
from math import inf
from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium

from app.documents.read.formats.pdf_grounds import Ground, Matrix
from app.documents.read.formats.pdf_painted import around, moved

if TYPE_CHECKING:
    from app.documents.read.formats.pdf_page import PrintedPage

_MOST: Final = 2_000
_LONGEST: Final = 500
"""Characters of a note that are listed."""
_NOT_SHOWN: Final = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_HARMLESS: Final = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})
_BESIDE: Final = frozenset({
    pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_CARET,
})  # fmt: skip
"""They say something of what stands there and leave it as it is."""


def take_notes(page: "PrintedPage", raw: Any, turn: Matrix) -> Iterator[Ground]:
    """Take the words of what is put upon a page, and the grounds that it is."""
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(raw), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(raw, i)
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            if not note or kind in _HARMLESS or pdfium.FPDFAnnot_GetFlags(note) & _NOT_SHOWN:
                continue
            page.notes += [text for key in (b"Contents", b"V") if (text := _said(note, key))]
            rect = pdfium.FS_RECTF()
            if kind in _BESIDE or not pdfium.FPDFAnnot_GetRect(note, rect):
                continue
            corners = [(x, y) for x in (rect.left, rect.right) for y in (rect.bottom, rect.top)]
            ground = Ground(inf, around([moved(turn, *corner) for corner in corners]), None)
            page.drawings.append(ground.box)
            yield ground
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _said(note: Any, key: bytes) -> str:
    """A text of a note."""
    length = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < length <= 2 * _LONGEST:
        return ""
    target = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(note, key, ctypes.cast(target, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return target.raw.decode("utf-16-le", "replace").strip("\0").strip()
