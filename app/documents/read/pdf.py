"""PDF files with a text layer by pdfplumber: ruled tables by their lines, running text joined to paragraphs.

The parser runs on whatever the file says, so everything it could be made to waste is limited beforehand."""

import io
import logging
import re
import time
import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.documents.read.blocks import Block, Cell, Grid, Paragraph
from app.documents.read.errors import NotAReport
from app.documents.read.headings import heading_of
from app.documents.read.labels import squeeze

MOST_PAGES: Final = 80
MOST_SECONDS: Final = 20.0
MOST_CHARACTERS: Final = 15_000
"""On one page; a printed page has about a thousand."""
MOST_RULES: Final = 4_000
MOST_STREAM: Final = 24 * 1024 * 1024
_LEAST_TEXT: Final = 40
"""Characters a page on average; a scan has none."""
_HEAD, _FOOT = 0.1, 0.87
"""Where a page's running head ends and its foot begins, as shares of its height."""
_NEAR: Final = 4.0
"""Points within which two edges are one."""
_LONGEST_SCRAP: Final = 24
_PAGE_NUMBER: Final = re.compile(
    r"[-—－–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／共]\s*\d{1,3}\s*页?)?[-—－–\s]*"
)
_BAND: Final = re.compile(r"第二十条第.{1,4}项")
_OPENS: Final = re.compile(r"[（(][一二三四五六七八九十][）)]")
_GAP: Final = re.compile(r"(?<![A-Za-z0-9,.:;/@_-])[ \u3000]+|[ \u3000]+(?![A-Za-z0-9(/_-])")
_RESAVE: Final = "请导入年报的 Word 原件（.docx）。"


@dataclass(slots=True)
class _Line:
    text: str
    x0: float
    x1: float
    size: float
    page: int
    edge: bool = False
    """Whether it stands where pages have their running heads and feet."""


@dataclass(slots=True)
class _Piece:
    """The part of a table on one page: its cells as (x0, top, x1, bottom, text)."""

    page: int
    cells: list[tuple[float, float, float, float, str]] = field(default_factory=list)

    @property
    def sides(self) -> tuple[float, float]:
        return min(cell[0] for cell in self.cells), max(cell[2] for cell in self.cells)


_Item = _Line | _Piece


def read_pdf(data: bytes) -> list[Block]:
    """The paragraphs and tables of a PDF. Raises ``NotAReport``."""
    _check_streams(data)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            items = _items(data)
        except (NotAReport, MemoryError, RecursionError):
            raise
        except Exception as error:
            # The parser raises whatever a broken file makes it stumble over.
            raise NotAReport(*_why(error)) from error
    return list(_blocks(_without_running_heads(items)))


def _why(error: Exception) -> tuple[str, str]:
    if "Password" in type(error).__name__ or "Password" in repr(error) or "Encryption" in repr(error):
        return "PDF 文件设有密码，无法读取。", "请取消密码后再导入，或者导入年报的 Word 原件（.docx）。"
    return "PDF 文件已损坏，无法读取。", _RESAVE


def _check_streams(data: bytes) -> None:
    """Raise ``NotAReport`` for a stream that unpacks to more than any page needs; images stay packed."""
    for match in re.finditer(rb"stream\r?\n", data):
        start = match.end()
        if (
            data[match.start() - 3 : match.start()] == b"end"
            or b"/Image" in data[max(0, start - 600) : start]
        ):
            continue
        try:
            size = len(zlib.decompressobj().decompress(data[start : start + MOST_STREAM], MOST_STREAM))
        except zlib.error:
            continue
        if size >= MOST_STREAM:
            raise NotAReport("PDF 文件解压后过大，为安全起见没有读取。", _RESAVE)


def _items(data: bytes) -> list[_Item]:
    import pdfplumber

    begun = time.monotonic()
    items: list[_Item] = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
        if count > MOST_PAGES:
            raise NotAReport(f"PDF 文件有 {count} 页，不像是一份年报，没有读取。", "请确认选择的文件。")
        characters = 0
        for page in pdf.pages:
            characters += len(page.chars)
            if len(page.chars) > MOST_CHARACTERS or len(page.edges) > MOST_RULES:
                raise NotAReport("PDF 文件的页面过于复杂，没有读取。", _RESAVE)
            if time.monotonic() - begun > MOST_SECONDS:
                raise NotAReport("PDF 文件过于复杂，读取时间太长，已停止。", _RESAVE)
            items += _page(page)
            page.close()
    if characters < _LEAST_TEXT * max(1, count):
        raise NotAReport("PDF 文件里没有文字，看来是扫描件或图片。", _RESAVE)
    return items


# --- a page -------------------------------------------------------------------------------------------


def _page(page: Any) -> list[_Item]:
    """Lines and pieces of tables from top to bottom, without the page number."""
    pieces: list[tuple[float, float, _Piece]] = []
    for table in page.find_tables():
        pieces += _pieces(table, page.page_number)
    found: list[tuple[float, _Item]] = [(top, piece) for top, _, piece in pieces]
    for line in page.extract_text_lines(strip=True, return_chars=True):
        middle = (line["top"] + line["bottom"]) / 2
        if any(top <= middle <= bottom for top, bottom, _ in pieces):
            continue
        edge = line["top"] > page.height * _FOOT or line["bottom"] < page.height * _HEAD
        if edge and _PAGE_NUMBER.fullmatch(line["text"]):
            continue
        size = line["chars"][0]["size"]
        made = _Line(line["text"], line["x0"], line["x1"], size, page.page_number, edge)
        found.append((line["top"], made))
    found.sort(key=lambda pair: pair[0])
    return [item for _, item in found]


def _pieces(table: Any, page: int) -> Iterator[tuple[float, float, _Piece]]:
    """The real tables in what was found: text in stray rules, in rows of one cell, is none."""
    texts = table.extract()
    run: list[int] = []
    for number, row in enumerate(table.rows):
        filled = [(box, text or "") for box, text in zip(row.cells, texts[number], strict=True) if box]
        several = len(filled) > 1
        single = squeeze(filled[0][1]) if len(filled) == 1 else ""
        if (
            several
            or _BAND.fullmatch(single.replace("(", "").replace(")", ""))
            or (
                run
                and not heading_of(single)
                and any(len([b for b in r.cells if b]) > 1 for r in table.rows[number:])
            )
        ):
            run.append(number)
        elif run:
            yield _piece(table, texts, run, page)
            run = []
    if run:
        yield _piece(table, texts, run, page)


def _piece(
    table: Any, texts: list[list[str | None]], run: Sequence[int], page: int
) -> tuple[float, float, _Piece]:
    piece = _Piece(page)
    for number in run:
        for box, text in zip(table.rows[number].cells, texts[number], strict=True):
            if box:
                piece.cells.append((*box, text or ""))
    top = min(cell[1] for cell in piece.cells)
    return top, max(cell[3] for cell in piece.cells), piece


# --- the document -------------------------------------------------------------------------------------


def _blocks(items: Iterable[_Item]) -> Iterator[Block]:
    pieces: list[_Piece] = []
    lines: list[_Line] = []
    for item in items:
        if isinstance(item, _Line):
            lines.append(item)
        elif pieces and _continues(pieces[-1], item, lines):
            pieces.append(item)
        else:
            yield from _both(pieces, lines)
            pieces, lines = [item], []
    yield from _both(pieces, lines)


def _both(pieces: Sequence[_Piece], lines: Sequence[_Line]) -> Iterator[Block]:
    if pieces:
        yield _grid(pieces)
    yield from _paragraphs(lines)


def _without_running_heads(items: Sequence[_Item]) -> Iterator[_Item]:
    """The items without lines that stand at the edge of several pages in the same words."""
    edges: dict[str, set[int]] = {}
    for item in items:
        if isinstance(item, _Line) and item.edge:
            edges.setdefault(item.text, set()).add(item.page)
    for item in items:
        if not (isinstance(item, _Line) and item.edge and len(edges[item.text]) > 1):
            yield item


def _continues(one: _Piece, other: _Piece, between: Sequence[_Line]) -> bool:
    """Whether a piece goes on where another left off, with nothing but scraps between them."""
    if between and one.page == other.page:
        return False
    if any(len(line.text) > _LONGEST_SCRAP or heading_of(line.text) for line in between):
        return False
    return all(abs(a - b) < 2 * _NEAR for a, b in zip(one.sides, other.sides, strict=True))


def _grid(pieces: Sequence[_Piece]) -> Grid:
    """One grid of the pieces of a table, their columns told apart by where their edges stand on the page."""
    edges = _clustered([x for piece in pieces for cell in piece.cells for x in (cell[0], cell[2])])
    rows: list[list[Cell]] = []
    for piece in pieces:
        first = len(rows)
        tops = _clustered([y for cell in piece.cells for y in (cell[1], cell[3])])
        rows += [[Cell("", (first + r, -1 - c)) for c in range(len(edges) - 1)] for r in range(len(tops) - 1)]
        for x0, top, x1, bottom, text in piece.cells:
            left, right, up, down = _at(edges, x0), _at(edges, x1), _at(tops, top), _at(tops, bottom)
            made = Cell(text.strip(), (first + up, left))
            for r in range(up, down):
                rows[first + r][left:right] = [made] * (right - left)
    return Grid(tuple(map(tuple, rows)))


def _clustered(values: list[float]) -> list[float]:
    """The values in order, those within ``_NEAR`` of the one before dropped."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def _paragraphs(lines: Sequence[_Line]) -> Iterator[Paragraph]:
    """Lines joined to paragraphs: a new one is indented, or follows a line that ends early."""
    if not lines:
        return
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    text = ""
    last: _Line | None = None
    for line in lines:
        opens = (
            last is None
            or line.x0 > left + 1.2 * line.size
            or last.x1 < right - 1.6 * last.size
            or _OPENS.match(line.text)
            or heading_of(line.text)
            or heading_of(last.text)
            or abs(line.size - last.size) > 1.5
        )
        if opens and text:
            yield Paragraph(_GAP.sub("", text))
            text = ""
        text += (" " if text[-1:].isascii() and line.text[:1].isascii() and text else "") + line.text
        last = line
    yield Paragraph(_GAP.sub("", text))
