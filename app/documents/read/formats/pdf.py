"""PDF files with a text layer by pdfium: ruled tables by their lines, running text joined to paragraphs.

The library runs on whatever the file says, so what a page may hold and how long a file may take are limited;
the clock is looked at between pages."""

import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from app.documents.read.blocks import BESIDE_TABLE, Aside, Block
from app.documents.read.characters import raised
from app.documents.read.errors import NotAReport
from app.documents.read.formats.pdf_checksums import is_damaged
from app.documents.read.formats.pdf_errors import TooMuchError
from app.documents.read.formats.pdf_layout import UNFINISHED, Item, Line, Piece, to_blocks
from app.documents.read.formats.pdf_numbers import are_lines_of_one, is_mark, is_off_line, torn_by
from app.documents.read.formats.pdf_page import Char, PrintedPage, read_page
from app.documents.read.formats.pdf_shown import as_shown, is_all_unseen
from app.documents.read.formats.pdf_struck import take_struck
from app.documents.read.formats.pdf_tables import Box, tables_on
from app.documents.read.headings import heading_of
from app.documents.read.likeness import squeeze
from app.documents.read.tables.labels import is_label, vocabulary
from app.documents.read.tables.numbers import read_number

if TYPE_CHECKING:
    from app.documents.read.formats.pdf_page_of_pdfminer import PdfminerPages

MOST_PAGES: Final = 80
MOST_CHARACTERS: Final = 15_000
"""On one page; a printed page has about a thousand."""
MOST_RULES: Final = 80_000
"""Edges drawn on one page; each dot of a dotted line has four."""
SECONDS: Final = 20.0
"""Of the processor, for a whole file; a report takes a tenth of one."""
_LEAST_TEXT: Final = 40
"""Characters a page on average; a scan has none."""
_HEAD, _FOOT = 0.1, 0.87
"""Where a page's running head ends and its foot begins, as shares of its height."""
_PAGE_NUMBER: Final = re.compile(
    r"[-—－–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／共]\s*\d{1,3}\s*页?)?[-—－–\s]*"
)
_LONGEST_BAND: Final = 14
_DIGITS: Final = re.compile(r"[\d,，.．]{1,12}(?:\n[\d,，.．]{1,12}){0,4}(?:\n?(?:万元|[件元]))?")
_SEVERAL: Final = re.compile(r"\d+(?:\n\d+)+")
_DASHES: Final = re.compile(r"[-—–―－─](?:\n[-—–―－─])+")
"""A sign for none that is broken over lines."""
_HANGING: Final = re.compile(r"[、，。；：）\s]*((?:\d[\d\n]*?)?)[、，。；：）\s]*")
"""A number beside which the mark of a line of the cell before hangs over the rule."""
_TORN: Final = "…"
"""Stands before what goes on in the cell beside it."""
_LEAST_NUMBERS: Final = 5
"""In a piece without any label, as the last row of part four is on a page of its own."""
_PADDING: Final = 11.0
"""Points that a cell of WPS and Word leaves free at its sides, together."""
_SAME_LINE: Final = 0.4
"""Of the size of letters: how far the middles of those of one line may stand apart."""
_SAME_PLACE: Final = 0.6
"""Points; the same character twice in one place is printed bold."""
_PAIRED: Final = "—…"
"""Some faces draw two of these as one."""
_GAP_OF_WORDS: Final = 3.0
_ONE_AT_A_TIME: Final = threading.Lock()
"""pdfium is not made for several threads."""
_Printed = tuple[float, float, float, float, str]
GONE: Final = "看不见或划掉的文字"
"""Why what is in the file and not on the paper is kept out."""
NOTE: Final = "批注、表单等另加的文字"
"""Why what somebody has put upon a page is."""
_WORD: Final = "请导入年报的 Word 原件（.docx）。"


def read_pdf(data: bytes, clock: Callable[[], float] = time.thread_time) -> list[Block | Aside]:
    """The paragraphs and tables of a PDF, page numbers and running heads aside. ``clock`` tells the seconds
    spent. Raises ``NotAReport``."""
    return list(to_blocks(_items(data, clock)))


def _items(data: bytes, clock: Callable[[], float]) -> list[Item]:
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise NotAReport(*_why(error)) from error
        try:
            locked = pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document.raw) >= 0
            if not locked and is_damaged(data):
                raise NotAReport("PDF 文件已损坏，读出的文字和数字不可靠。", _WORD)
            return _of_pages(_Pages(document, data), clock)
        except pypdfium2.PdfiumError as error:
            raise NotAReport("PDF 文件已损坏，无法读取。", _WORD) from error
        finally:
            document.close()


def _why(error: Exception) -> tuple[str, str]:
    said = str(error).lower()
    if "password" in said or "security" in said:
        return "PDF 文件设有密码，无法读取。", "请取消密码后再导入，或者导入年报的 Word 原件（.docx）。"
    return "PDF 文件已损坏，无法读取。", _WORD


def _of_pages(pages: "_Pages", clock: Callable[[], float]) -> list[Item]:
    count = len(pages)
    if count > MOST_PAGES:
        raise NotAReport(f"PDF 文件有 {count} 页，不像是一份年报，没有读取。", "请确认选择的文件。")
    end = clock() + SECONDS
    items: list[Item] = []
    characters = 0
    for number in range(count):
        page = pages.page(number)
        if page is None:
            continue
        characters += len(page.chars)
        try:
            items += _page(page)
        except TooMuchError:
            raise _too_much() from None
        if clock() > end:
            raise NotAReport("PDF 文件过于复杂，读取时间太长，已停止。", _WORD)
    if characters < _LEAST_TEXT * max(1, count):
        raise NotAReport("PDF 文件里没有文字，看来是扫描件或图片。", _WORD)
    return items


def _too_much() -> NotAReport:
    return NotAReport("PDF 文件的页面过于复杂，没有读取。", _WORD)


class _Pages:
    """The pages of a file by pdfium, and by pdfminer those of which pdfium leaves something out."""

    def __init__(self, document: Any, data: bytes) -> None:
        self._document, self._data = document, data

    def __len__(self) -> int:
        return len(self._document)

    def page(self, number: int) -> PrintedPage | None:
        """A page, or None where the file has none that can be read in its place. Raises ``NotAReport``."""
        import pypdfium2

        try:
            page = self._document[number]
        except pypdfium2.PdfiumError:
            return None
        try:
            made = read_page(page, number + 1, MOST_CHARACTERS)
            if not made.is_whole:
                made = self._by_pdfminer.page(made, MOST_CHARACTERS)
            if len(made.across) + len(made.down) > MOST_RULES:
                raise TooMuchError
        except TooMuchError:
            raise _too_much() from None
        finally:
            page.close()
        return made

    @cached_property
    def _by_pdfminer(self) -> "PdfminerPages":
        import pypdfium2

        from app.documents.read.formats.pdf_page_of_pdfminer import PdfminerPages

        if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(self._document.raw) >= 0:
            raise NotAReport("PDF 文件加了保护，有些文字读不出来。", _WORD)
        return PdfminerPages(self._data)


# --- a page -------------------------------------------------------------------------------------------


def _page(page: PrintedPage) -> list[Item]:
    """Lines and pieces of tables from top to bottom, the page number marked as such; then what cannot be
    seen."""
    take_struck(page)
    pieces: list[tuple[float, float, Piece]] = []
    for table in tables_on(page):
        pieces += _pieces(table, page)
    found: list[tuple[float, Item]] = [(top, piece) for top, _, piece in pieces]
    beside: list[Line] = []
    for chars in _lines(page.chars):
        line = _line(chars, page)
        base = max(char.base for char in chars)
        middle = base - 0.38 * line.size
        if inside := [piece for top, bottom, piece in pieces if top <= middle <= bottom]:
            beside += _beside(chars, inside, page)
            continue
        if not line.text:
            continue
        line.edge = base - line.size > page.height * _FOOT or base < page.height * _HEAD
        line.chars = [*chars, *_gone_from(chars, page)] if page.gone else chars
        line.is_page_number = line.edge and _PAGE_NUMBER.fullmatch(line.text) is not None
        found.append((base - line.size, line))
    found.sort(key=lambda pair: pair[0])
    gone = [_line(chars, page) for chars in _lines(page.gone)]
    for line in gone:
        line.left_out = GONE
    notes = [Line(text, 0, 0, 0, page.number, left_out=NOTE) for text in page.notes]
    return [*(item for _, item in found), *(line for line in [*beside, *gone, *notes] if line.text)]


def _beside(chars: Iterable[Char], tables: Sequence[Piece], page: PrintedPage) -> list[Line]:
    """What of a line stands left or right of the tables at its height, as a line that is no part of them."""
    sides = [table.sides for table in tables]
    out = [char for char in chars if not any(left <= char.middle[0] <= right for left, right in sides)]
    if not any(char.text.strip() for char in out):
        return []
    line = _line(out, page)
    line.left_out = BESIDE_TABLE
    return [line]


def _gone_from(chars: Sequence[Char], page: PrintedPage) -> Iterator[Char]:
    """The characters that stand in a line and cannot be seen, as doubtful ones, which make no number."""
    y, size = chars[0].middle[1], max(char.size for char in chars)
    for char in page.gone:
        over = any(min(char.x1, one.x1) - max(char.x0, one.x0) > _GAP_OF_WORDS / 2 for one in chars)
        if abs(char.middle[1] - y) < _SAME_LINE * size and char.text.strip() and not over:
            yield replace(char, is_doubtful=True)


def _lines(chars: Sequence[Char]) -> Iterator[list[Char]]:
    """The characters that stand side by side, from the highest line to the lowest."""
    line: list[Char] = []
    for char in sorted(chars, key=lambda character: character.middle[1]):
        if line and char.middle[1] - line[0].middle[1] > _SAME_LINE * max(char.size, line[0].size):
            yield line
            line = []
        line.append(char)
    if line:
        yield line


def _line(chars: Sequence[Char], page: PrintedPage) -> Line:
    shown = [char for char in chars if char.text.strip()] or chars
    size = max(char.size for char in shown)
    x0, x1 = min(char.x0 for char in shown), max(char.x1 for char in shown)
    return Line(_text(chars), x0, x1, size, page.number, chars=chars)


def _text(chars: Sequence[Char]) -> str:
    """The text of a line; a wide gap is a space, what is small and stands higher no part of a number."""
    largest = max(chars, key=lambda char: (char.size, char.base))
    text = ""
    last: Char | None = None
    for char in sorted(chars, key=lambda character: character.x0):
        same = last is not None and last.text == char.text and char.text not in _PAIRED
        if last and same and abs(char.x0 - last.x0) < _SAME_PLACE:
            continue
        mark = is_mark(char, largest)
        if last and (char.x0 - last.x1 > _GAP_OF_WORDS or (not mark and is_off_line(last, char))):
            text += " "
        text += raised(char.text) if mark else char.text
        last = char
    return re.sub(r"[ \xa0]+", " ", text).strip()


def _pieces(table: Sequence[Box], page: PrintedPage) -> Iterator[tuple[float, float, Piece]]:
    """The real tables in what was found: words in stray rules or on a coloured ground are none."""
    for piece in _runs(table, page):
        numbers = sum(read_number(cell[4].strip(UNFINISHED)) is not None for cell in piece.cells)
        if numbers >= _LEAST_NUMBERS or any(is_label(cell[4]) for cell in piece.cells):
            yield *piece.span, piece


def _runs(table: Sequence[Box], page: PrintedPage) -> Iterator[Piece]:
    """The rows of what was found, without those that hold running text."""
    rows: list[list[_Printed]] = []
    torn = torn_by(table, page)
    for box in table:
        if not rows or rows[-1][0][1] != box[1]:
            rows.append([])
        chars = page.inside(box)
        text = as_shown("\n".join(filter(None, map(_text, _lines(chars)))), box, chars, page)
        cut = box in torn and read_number(text.strip()) is not None
        rows[-1].append((*box, _TORN + text if cut else text))
    rows = [row for row in rows if not is_all_unseen([cell[4] for cell in row])]
    last = max((i for i, row in enumerate(rows) if len(row) > 1), default=-1)
    piece = Piece(page.number)
    for number, row in enumerate(rows):
        if _belongs(row, bool(piece.cells) and number < last):
            piece.cells += _whole_row(row, number == last, page)
        elif piece.cells:
            yield piece
            piece = Piece(page.number)
    yield piece


def _whole_row(row: Sequence[_Printed], at_end: bool, page: PrintedPage) -> list[_Printed]:
    """The cells of a row, broken numbers in one piece; not where one holds several below one another, as two
    rows without a line between them do."""
    made = [_whole(cell, at_end, page) for cell in row]
    return list(row) if any(_SEVERAL.fullmatch(cell[4]) for cell in made) else made


def _whole(cell: _Printed, at_end: bool, page: PrintedPage) -> _Printed:
    """A cell whose number is broken over lines because it is narrow, with the number in one piece."""
    x0, top, x1, bottom, text = cell
    if text and (hung := _HANGING.fullmatch(text)):
        text = hung[1]
        cell = (x0, top, x1, bottom, text)
    if _DASHES.fullmatch(text):
        return x0, top, x1, bottom, text.replace("\n", "")
    if not _DIGITS.fullmatch(text) or not (at_end or "\n" in text):
        return cell
    inside = page.inside((x0, top, x1, bottom))
    if not are_lines_of_one(inside):
        return cell
    wide = max((char.x1 - char.x0 for char in inside if char.text.isdigit()), default=0.0)
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
