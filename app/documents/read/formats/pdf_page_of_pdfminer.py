"""The pages of a file as pdfminer gives them, where pdfium leaves out texts whose fonts are not in the file.

pdfminer looks at no glyphs. It is far slower, and unpacks whatever the file says, so the streams of the file
are unpacked before, up to a limit."""

import io
import logging
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Any, Final

from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTRect

from app.documents.read.errors import NotAReport
from app.documents.read.formats.pdf_errors import TooMuchError
from app.documents.read.formats.pdf_grounds import Ground, Ink, lightness, may_hide, take_unseen
from app.documents.read.formats.pdf_page import ASLANT, Char, PrintedPage

MOST_STREAM: Final = 4 * 1024 * 1024
"""Bytes that one stream of the file may unpack to."""
_DESCENT: Final = 0.12
"""Of the size of letters: how far they reach below their line."""
_STREAM: Final = re.compile(rb"stream\r?\n")
_END: Final = b"endstream"
_MOST_FILTERS: Final = 4
"""How often a stream may be packed over; one of a report is packed once."""


class PdfminerPages:
    """The pages of one file, opened when the first of them is asked for; fonts are read once."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._reader: _Reader | None = None

    def page(self, other: PrintedPage, most_characters: int) -> PrintedPage:
        """What stands on a page of which ``other`` has all but the characters. Raises ``TooMuchError``, and
        ``NotAReport`` for a file that it cannot read."""
        try:
            if self._reader is None:
                _unpack_within_limits(self._data)
                self._reader = _Reader(self._data)
            return self._reader.page(other, most_characters)
        except (TooMuchError, MemoryError, RecursionError):
            raise
        except Exception as error:
            # The parser raises whatever a broken file makes it stumble over.
            raise NotAReport("PDF 文件已损坏，无法读取。", "请导入年报的 Word 原件（.docx）。") from error


class _Reader:
    """pdfminer at work on one file."""

    def __init__(self, data: bytes) -> None:
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfinterp import PDFPageInterpreter
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser

        from app.documents.read.formats.pdf_device import Device
        from app.documents.read.formats.pdf_unicode_ranges import Fonts

        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        self._left = PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data))))
        self._pages: list[Any] = []
        fonts = Fonts()
        self._layout = Device(fonts, laparams=None)
        self._interpreter = PDFPageInterpreter(fonts, self._layout)

    def page(self, other: PrintedPage, most_characters: int) -> PrintedPage:
        number = other.number
        while len(self._pages) < number:
            self._pages.append(next(self._left))
        self._interpreter.process_page(self._pages[number - 1])
        drawn = self._layout.get_result()
        made = PrintedPage(number, drawn.width, drawn.height, drawings=other.drawings, notes=other.notes)
        painted = list(_items(drawn))
        inks = []
        for place, item in enumerate(painted):
            if isinstance(item, LTChar):
                if len(made.chars) == most_characters:
                    raise TooMuchError
                made.chars.append(_char(item, drawn.height))
                state = item.graphicstate
                inks.append(Ink(place, getattr(state, "mode", 0), _shade(state.ncolor)))
            elif isinstance(item, LTCurve):
                _take_rules(made, item)
        grounds = [*_grounds(painted, drawn.height), *other.upon]
        if may_hide(made.chars, inks, grounds):
            take_unseen(made, inks, grounds)
        made.take_stamped()
        return made


def _items(drawn: Iterable[Any]) -> Iterator[Any]:
    """What is drawn, in figures too."""
    for item in drawn:
        if isinstance(item, LTFigure):
            yield from _items(item)
        else:
            yield item


def _char(char: Any, height: float) -> Char:
    base = height - char.y0 - _DESCENT * char.size
    a, b, *_ = char.matrix
    is_aslant = min(abs(a), abs(b)) > ASLANT * hypot(a, b)
    return Char(char.get_text(), char.x0, char.x1, base, char.size, is_aslant)


def _grounds(painted: Sequence[Any], height: float) -> Iterator[Ground]:
    """What items cover; a picture's shade cannot be told."""
    for place, item in enumerate(painted):
        if isinstance(item, LTImage) or (isinstance(item, LTCurve) and item.fill):
            shade = None if isinstance(item, LTImage) else _shade(item.non_stroking_color)
            box = (item.x0, height - item.y1, item.x1, height - item.y0)
            is_sure = isinstance(item, LTRect) and not item.evenodd
            yield Ground(place, box, shade, is_sure=is_sure)


def _shade(colour: Any) -> float:
    """How light a colour is, of 255; a pattern and what is not known are black."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    match [float(part) for part in parts if isinstance(part, int | float)]:
        case [grey]:
            return 255 * grey
        case [red, green, blue]:
            return 255 * lightness(red, green, blue)
        case [cyan, magenta, yellow, black]:
            return 255 * (1 - black) * lightness(1 - cyan, 1 - magenta, 1 - yellow)
        case _:
            return 0.0


def _take_rules(page: PrintedPage, curve: Any) -> None:
    """The straight strokes of a path; those of a rectangle are closed."""
    points = [(x, page.height - y) for x, y in curve.pts]
    if isinstance(curve, LTRect):
        points.append(points[0])
    for start, end in pairwise(points):
        page.take_rule(start, end)


def _unpack_within_limits(data: bytes) -> None:
    """Raises ``TooMuchError`` for a file with a stream that unpacks to far more than one of a report."""
    for start in _STREAM.finditer(data):
        end = data.find(_END, start.end())
        packed = data[start.end() : end if end >= 0 else len(data)]
        for _ in range(_MOST_FILTERS):
            packed = _unpacked(packed)
            if not packed:
                break
        else:
            raise TooMuchError


def _unpacked(packed: bytes) -> bytes:
    """What a packed stream holds; nothing for one that is not packed, or is damaged."""
    try:
        unpacked = zlib.decompressobj().decompress(packed, MOST_STREAM + 1)
    except zlib.error:
        return b""
    if len(unpacked) > MOST_STREAM:
        raise TooMuchError
    return unpacked
