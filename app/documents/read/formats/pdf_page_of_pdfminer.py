"""A printed page as pdfminer gives it, for files whose fonts are not in them.

pdfium leaves out a text of one character that the font it takes instead does not have; pdfminer, ten times
slower, looks at no glyphs. What it unpacks is limited, since it runs in Python on whatever the file says."""

import io
import logging
import warnings
import zlib
from typing import Any, Final

from app.documents.read.errors import NotAReport
from app.documents.read.formats.pdf_page import Char, PrintedPage, TooMuchError

MOST_STREAM: Final = 4 * 1024 * 1024
"""Bytes that one stream of the file may unpack to."""
_DESCENT: Final = 0.12
"""Of the size of letters: how far they reach below their line."""


def read_page_of_pdfminer(data: bytes, number: int, most_characters: int) -> PrintedPage:
    """What stands on a page. Raises ``TooMuchError``, and ``NotAReport`` for a file that it cannot read."""
    _restrain()
    import pdfplumber

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
                return _page(document.pages[0], number, most_characters)
        except (NotAReport, TooMuchError, MemoryError, RecursionError):
            raise
        except Exception as error:
            # The parser raises whatever a broken file makes it stumble over.
            raise NotAReport("PDF 文件已损坏，无法读取。", "请导入年报的 Word 原件（.docx）。") from error


def _page(page: Any, number: int, most_characters: int) -> PrintedPage:
    if len(page.chars) > most_characters:
        raise TooMuchError
    made = PrintedPage(number, float(page.width), float(page.height))
    for char in page.chars:
        base = char["bottom"] - _DESCENT * char["size"]
        made.chars.append(Char(char["text"], char["x0"], char["x1"], base, char["size"]))
    for edge in page.edges:
        if edge["orientation"] == "h":
            made.across.append((edge["top"], edge["x0"], edge["x1"]))
        else:
            made.down.append((edge["x0"], edge["top"], edge["bottom"]))
    return made


class _Unpacker:
    """What the parser unpacks streams with, instead of zlib itself: there is an end to it."""

    error = zlib.error

    def __init__(self) -> None:
        self._inner = zlib.decompressobj()
        self._left = MOST_STREAM

    @staticmethod
    def decompressobj() -> "_Unpacker":
        return _Unpacker()

    def decompress(self, data: bytes) -> bytes:
        unpacked = self._inner.decompress(data, self._left + 1)
        self._left -= len(unpacked)
        if self._left < 0:
            raise TooMuchError
        return unpacked


class _Zlib(_Unpacker):
    @staticmethod
    def decompress(data: bytes) -> bytes:
        return _Unpacker().decompress(data)


def _restrain() -> None:
    from pdfminer import pdftypes

    vars(pdftypes)["zlib"] = _Zlib
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
