"""PDF files with a text layer by pdfium: ruled tables by their lines, running text joined to paragraphs.

The library runs on whatever the file says, so what a page may hold and how long a file may take are limited;
the clock is looked at between pages."""

import threading
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from app.documents.read.blocks import Aside, Block
from app.documents.read.errors import NotAReport
from app.documents.read.formats.pdf_checksums import is_damaged
from app.documents.read.formats.pdf_errors import TooMuchError
from app.documents.read.formats.pdf_items import PageContent
from app.documents.read.formats.pdf_layout import Item, to_blocks
from app.documents.read.formats.pdf_page import PrintedPage, read_page

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
_ONE_AT_A_TIME: Final = threading.Lock()
"""pdfium is not made for several threads."""
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
    read: list[PageContent] = []
    characters = 0
    for number in range(count):
        page = pages.page(number)
        if page is None:
            continue
        characters += len(page.chars)
        try:
            read.append(PageContent(page))
        except TooMuchError:
            raise _too_much() from None
        if clock() > end:
            raise NotAReport("PDF 文件过于复杂，读取时间太长，已停止。", _WORD)
    if characters < _LEAST_TEXT * max(1, count):
        raise NotAReport("PDF 文件里没有文字，看来是扫描件或图片。", _WORD)
    gutter = next((page.gutter for page in read if page.gutter is not None), None)
    return [item for page in read for item in page.items(gutter)]


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
