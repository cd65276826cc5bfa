"""PDF files with a text layer by pdfplumber: ruled tables by their lines, running text joined to paragraphs.

The parser runs on whatever the file says, so everything it could be made to waste is limited beforehand."""

import io
import logging
import re
import warnings
import zlib
from collections.abc import Iterator
from typing import Any, Final

from app.documents.read.blocks import Block
from app.documents.read.errors import NotAReport
from app.documents.read.formats.deadline import Deadline, TooLong
from app.documents.read.formats.pdf_layout import UNFINISHED, Item, Line, Piece, to_blocks
from app.documents.read.headings import heading_of
from app.documents.read.likeness import squeeze
from app.documents.read.tables.labels import is_label, vocabulary
from app.documents.read.tables.numbers import read_number

MOST_PAGES: Final = 80
MOST_CHARACTERS: Final = 15_000
"""On one page; a printed page has about a thousand."""
MOST_RULES: Final = 4_000
MOST_STREAM: Final = 24 * 1024 * 1024
"""Bytes that one stream of the file, a font for instance, may unpack to."""
SECONDS: Final = 3.0
SECONDS_A_PAGE: Final = 0.3
"""A page of a report takes a tenth of a second."""
_LEAST_TEXT: Final = 40
"""Characters a page on average; a scan has none."""
_HEAD, _FOOT = 0.1, 0.87
"""Where a page's running head ends and its foot begins, as shares of its height."""
_PAGE_NUMBER: Final = re.compile(
    r"[-—－–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／共]\s*\d{1,3}\s*页?)?[-—－–\s]*"
)
_LONGEST_BAND: Final = 14
_DIGITS: Final = re.compile(r"[\d,，.．]{1,12}(?:\n[\d,，.．]{1,12}){0,4}(?:\n?(?:万元|[件元]))?")
_HANGING: Final = re.compile(r"[、，。；：）\s]*((?:\d[\d\n]*?)?)[、，。；：）\s]*")
"""A number beside which the mark of a line of the cell before hangs over the rule."""
_LEAST_NUMBERS: Final = 5
"""In a piece without any label, as the last row of part four is on a page of its own."""
_PADDING: Final = 11.0
"""Points that a cell of WPS and Word leaves free at its sides, together."""
_Printed = tuple[float, float, float, float, str]
_WORD: Final = "请导入年报的 Word 原件（.docx）。"


def read_pdf(data: bytes) -> list[Block]:
    """The paragraphs and tables of a PDF. Raises ``NotAReport``."""
    _restrain()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return list(to_blocks(_items(data)))
        except (NotAReport, MemoryError, RecursionError):
            raise
        except TooLong:
            raise NotAReport("PDF 文件过于复杂，读取时间太长，已停止。", _WORD) from None
        except Exception as error:
            # The parser raises whatever a broken file makes it stumble over.
            raise NotAReport(*_why(error)) from error


def _why(error: Exception) -> tuple[str, str]:
    said = repr(error)
    if "Password" in said or "Encryption" in said:
        return "PDF 文件设有密码，无法读取。", "请取消密码后再导入，或者导入年报的 Word 原件（.docx）。"
    return "PDF 文件已损坏，无法读取。", _WORD


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
            raise NotAReport("PDF 文件解压后过大，为安全起见没有读取。", _WORD)
        return unpacked


class _Zlib(_Unpacker):
    @staticmethod
    def decompress(data: bytes) -> bytes:
        return _Unpacker().decompress(data)


def _restrain() -> None:
    from pdfminer import pdftypes

    vars(pdftypes)["zlib"] = _Zlib
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def _items(data: bytes) -> list[Item]:
    import pdfplumber

    items: list[Item] = []
    with Deadline(SECONDS) as deadline, pdfplumber.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
        if count > MOST_PAGES:
            raise NotAReport(f"PDF 文件有 {count} 页，不像是一份年报，没有读取。", "请确认选择的文件。")
        deadline.extend(SECONDS_A_PAGE * count)
        characters = 0
        for page in pdf.pages:
            characters += len(page.chars)
            if len(page.chars) > MOST_CHARACTERS or len(page.edges) > MOST_RULES:
                raise NotAReport("PDF 文件的页面过于复杂，没有读取。", _WORD)
            items += _page(page)
            page.close()
    if characters < _LEAST_TEXT * max(1, count):
        raise NotAReport("PDF 文件里没有文字，看来是扫描件或图片。", _WORD)
    return items


# --- a page -------------------------------------------------------------------------------------------


def _page(page: Any) -> list[Item]:
    """Lines and pieces of tables from top to bottom, without the page number."""
    pieces: list[tuple[float, float, Piece]] = []
    for table in page.find_tables():
        pieces += _pieces(table, page)
    found: list[tuple[float, Item]] = [(top, piece) for top, _, piece in pieces]
    for line in page.extract_text_lines(strip=True, return_chars=True):
        middle = (line["top"] + line["bottom"]) / 2
        if any(top <= middle <= bottom for top, bottom, _ in pieces):
            continue
        edge = line["top"] > page.height * _FOOT or line["bottom"] < page.height * _HEAD
        if edge and _PAGE_NUMBER.fullmatch(line["text"]):
            continue
        size = line["chars"][0]["size"]
        made = Line(line["text"], line["x0"], line["x1"], size, page.page_number, edge)
        found.append((line["top"], made))
    found.sort(key=lambda pair: pair[0])
    return [item for _, item in found]


def _pieces(table: Any, page: Any) -> Iterator[tuple[float, float, Piece]]:
    """The real tables in what was found: words in stray rules or on a coloured ground are none."""
    for piece in _runs(table, page):
        numbers = sum(read_number(cell[4].strip(UNFINISHED)) is not None for cell in piece.cells)
        if numbers >= _LEAST_NUMBERS or any(is_label(cell[4]) for cell in piece.cells):
            yield *piece.span, piece


def _runs(table: Any, page: Any) -> Iterator[Piece]:
    """The rows of what was found, without those that hold running text."""
    rows = [
        [(*box, text or "") for box, text in zip(row.cells, texts, strict=True) if box]
        for row, texts in zip(table.rows, table.extract(), strict=True)
    ]
    last = max((i for i, row in enumerate(rows) if len(row) > 1), default=-1)
    piece = Piece(page.page_number)
    for number, row in enumerate(rows):
        if _belongs(row, bool(piece.cells) and number < last):
            piece.cells += [_whole(cell, number == last, page) for cell in row]
        elif piece.cells:
            yield piece
            piece = Piece(page.page_number)
    yield piece


def _whole(cell: _Printed, at_end: bool, page: Any) -> _Printed:
    """A cell whose number is broken over lines because it is narrow, with the number in one piece."""
    x0, top, x1, bottom, text = cell
    if text and (hung := _HANGING.fullmatch(text)):
        text = hung[1]
        cell = (x0, top, x1, bottom, text)
    if not _DIGITS.fullmatch(text) or not (at_end or "\n" in text):
        return cell
    inside = [c for c in page.chars if x0 <= (c["x0"] + c["x1"]) / 2 <= x1 and top <= c["top"] <= bottom]
    wide = max((c["x1"] - c["x0"] for c in inside if c["text"].isdigit()), default=0.0)
    made = ""
    for line in text.split("\n"):
        full = x1 - x0 - len(line) * wide < wide + _PADDING
        made += line + (UNFINISHED if full else "\n")
    return x0, top, x1, bottom, re.sub(f"{UNFINISHED}(?=.)", "", made.rstrip("\n"))


def _belongs(row: list[_Printed], inside: bool) -> bool:
    """Whether a row is one of a table: it has several cells, is a band, or stands between such rows."""
    if len(row) != 1:
        return len(row) > 1
    text = squeeze(row[0][4])
    band = len(text) <= _LONGEST_BAND and vocabulary().is_band(text)
    return band or (inside and not heading_of(text))
