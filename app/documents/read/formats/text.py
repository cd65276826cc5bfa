"""Plain text and Markdown in whatever encoding: paragraphs, pipe tables, tables pasted a cell a line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from typing import Final

from app.documents.read.blocks import (
    MOST_LINES,
    MOST_LOOSE,
    PAGE_NUMBER,
    Aside,
    Block,
    Grid,
    Paragraph,
    far_too_large,
    plain_grid,
)
from app.documents.read.formats.lined_cells import with_blank_cells
from app.documents.read.formats.one_line import unfolded
from app.documents.read.formats.separated import tabbed
from app.documents.read.formats.text_encoding import decode
from app.documents.read.headings import TABLED, heading_of, is_cut
from app.documents.read.label_pieces import is_piece_of_label
from app.documents.read.rejoined import begins_item, is_finished
from app.documents.read.tables.bar_tables import BARS, is_barred, read_barred
from app.documents.read.tables.labels import is_label
from app.documents.read.tables.numbers import holds_number
from app.documents.read.tables.space_tables import split_row

_PAGE: Final = re.compile(r"\s*(?:[-—－–]{1,2}\s*\d{1,3}\s*[-—－–]{1,2}|第\s*\d{1,3}\s*页.{0,10})\s*")
"""A page number that cannot be a cell of a table."""
_MARKUP: Final = re.compile(r"^#{1,6}\s+|^>\s+|\*\*|^\s*[-*+•]\s+(?=[（(\u4e00-\u9fff])")
_EMPHASIS: Final = re.compile(r"(?<![*!-~])\*([0-9][0-9,.]*)\*(?![*!-~])|__(?=\S)([^_|\n]{1,80})(?<=\S)__")
"""An emphasised number, or anything that is emphasised much."""
_ESCAPED: Final = re.compile(r"\\([\\`.*_#()\[\]|<>~&+=-])")
"""What Markdown adds to a line."""
_MAY_BE_MARKED: Final = re.compile(r"[\\#>*•+_-]")
_LINE_END: Final = re.compile("[\x0b\x85\u2028\u2029]")
_ENTITY: Final = re.compile("&(?:#[0-9]{3,6}|#x[0-9a-fA-F]{3,5}|nbsp|ensp|emsp|[lr]dquo|mdash|middot);")
"""Characters of running text as a page has them in its source."""
_BARE_CELL: Final = re.compile(r"\t?[0-9]+")
"""A cell of a table that is no more than a number."""
_BROKEN: Final = re.compile("[，。；]")
"""A mark inside a paragraph, by which one that has no end is known from a heading."""
_BORDER: Final = re.compile(
    r"[|｜│┃║]|(?=.*[|｜+\u2500-\u257f])(?=.*[-\u2500-\u257f])[\s|｜:+\-\u2500-\u257f]+"
)
"""A line between two rows, or a bar that stands alone between two cells."""
_OUTER_BARS: Final = re.compile(r"^[|｜\s]+|[|｜\s]+$")
_TAG: Final = re.compile(r"<(/?)table\b[^>]{0,400}>", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[^|｜│┃║]{4,}[。：:；！]")
_MOST_PARTS: Final = 40


def read_text(data: bytes) -> list[Block | Aside]:
    """The paragraphs and tables of a text file, page numbers aside. Raises ``NotAReport``."""
    reader = _Lines()
    text = unfolded(_plain(decode(data)))
    if text.count("\n") > MOST_LINES:
        raise far_too_large()
    for piece, is_table in _pieces(text):
        if is_table:
            reader.table(piece)
            continue
        for line in piece.split("\n"):
            reader.take(line)
    return reader.finish()


def lines_of_part(lines: Iterable[str]) -> list[Block | Aside]:
    """What the lines of one part, its heading first, are."""
    reader = _Lines()
    for line in lines:
        reader.take(line)
    return reader.finish()


def _plain(text: str) -> str:
    """The text with one mark for the end of a line, and characters for their names in web pages."""
    text = _LINE_END.sub("\n", text)
    return _ENTITY.sub(lambda found: unescape(found[0]), text)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text and the tables of a web page that stand in it, as Markdown may have them, in order."""
    start = depth = 0
    for tag in _TAG.finditer(text):
        if not depth and not tag[1]:
            yield text[start : tag.start()], False
            start = tag.start()
        depth = max(0, depth + (-1 if tag[1] else 1))
        if not depth and tag[1] and text.startswith("<", start):
            yield text[start : tag.end()], True
            start = tag.end()
    yield text[start:], False


class _Lines:
    """Walks the lines; between the headings of parts two to four everything is a table."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._sheet: list[str] = []
        self._pipes: list[list[str]] = []
        self._rows: list[list[str]] = [[]]
        self._in_table = False
        self._tabs = False
        self._lines = 0
        self._aside: list[Aside] = []
        self._page_ended = False
        self._shows_blanks = True
        self._shows_merged = False

    def take(self, line: str) -> None:
        """One line."""
        if self._in_table and _BARE_CELL.fullmatch(line) and not self._page_ended:
            self._sheet.append(line)
            return
        line = _without_markup(line) if _MAY_BE_MARKED.search(line) else line
        stripped = line.strip()
        if _PAGE.fullmatch(line):
            self._aside.append(Aside(stripped, PAGE_NUMBER))
            self._page_ended = True
            return
        if stripped and self._page_ended and self._goes_on(stripped):
            return
        self._page_ended = (self._page_ended and not stripped) or "\f" in line
        if self._mend_heading(stripped):
            return
        section = heading_of(stripped) if stripped else None
        if section:
            self._end_sheet()
            self._in_table = section in TABLED
            self._blocks.append(Paragraph(stripped))
        elif self._in_table:
            self._sheet.append(line)
        else:
            self._line(line, stripped)

    def _goes_on(self, line: str) -> bool:
        """Whether the first line of a page was the rest of the last paragraph of the page before."""
        self._page_ended = False
        last = self._blocks[-1] if self._blocks and not self._in_table else None
        if not isinstance(last, Paragraph) or is_finished(last.text) or heading_of(last.text):
            return False
        if not _BROKEN.search(last.text) or begins_item(line) or heading_of(line):
            return False
        self._blocks[-1] = Paragraph(last.text + line)
        return True

    def _mend_heading(self, line: str) -> bool:
        """Whether the line was the rest of the heading before it."""
        last = self._blocks[-1] if self._blocks and not self._sheet else None
        if not line or not isinstance(last, Paragraph) or not is_cut(last.text, line):
            return False
        self._blocks.pop()
        self.take(last.text + line)
        return True

    def _line(self, line: str, stripped: str) -> None:
        """A line outside of the parts that are tables, or of one whose cells are told row by row."""
        if self._in_table and _BARE_CELL.fullmatch(line):
            self._end_pipes()
            self._cell(line)
            return
        if self._in_table and self._stands_between(line, stripped):
            self._end_pipes()
            self._end_rows()
            self._blocks.append(Paragraph(stripped))
            return
        if self._barred(stripped):
            return
        self._end_pipes()
        if self._in_table or line.startswith("\t"):
            self._cell(line)
        elif "\t" in line.rstrip() and stripped:
            self._rows += [[part.strip() for part in line.split("\t")], []]
        elif stripped:
            self._end_rows()
            self._blocks.append(Paragraph(_OUTER_BARS.sub("", stripped)))

    def _stands_between(self, line: str, stripped: str) -> bool:
        """Whether a line is a sentence above, between or below tables whose rows stand a line each."""
        if "\t" in line or not _SENTENCE.fullmatch(stripped) or is_label(stripped):
            return False
        last = next((row for row in reversed(self._rows) if row), None)
        whole = len(last) > 1 and holds_number(last[-1] or last[1]) if last else not self._pipes
        return whole and not is_piece_of_label(stripped)

    def _end_sheet(self) -> None:
        """The lines since the heading of a part that is a table, now that all of them are there."""
        lines, self._sheet = tabbed(self._sheet), []
        sheet = with_blank_cells(lines)
        self._shows_merged = sheet is not lines
        if is_barred(sheet):
            self._blocks += read_barred(sheet)
        else:
            for line in sheet:
                self._line(line, line.strip())
        self._end_pipes()
        self._end_rows()

    def _barred(self, line: str) -> bool:
        """Take a line of a table whose cells are divided by bars, as Markdown has them or without the outer
        ones; inside such a table also a label that stands alone."""
        parts = [part.strip() for part in BARS.split(line)]
        if line and _BORDER.fullmatch(line):
            if not self._pipes:
                self._rows.append([])
        elif len(parts) > 1 and (self._in_table or not parts[0] or any(map(is_label, parts[:_MOST_PARTS]))):
            if not self._pipes:
                self._end_rows()
            self._pipes.append(parts)
        elif self._pipes and self._in_table and is_label(line):
            self._pipes.append([line])
        else:
            return False
        return True

    def table(self, markup: str) -> None:
        """A table written as in a web page."""
        from app.documents.read.formats.html_content import read_fragment

        self._end_sheet()
        self._blocks += read_fragment(markup)

    def _cell(self, line: str) -> None:
        led = line.startswith("\t")
        body = line[1:] if led else line
        self._tabs = self._tabs or led
        if "\t" in body:
            self._rows += [[part.strip() for part in line.split("\t")], []]
        elif led:
            self._rows[-1].append(body.strip())
        elif not line.strip():
            self._rows.append([])
        elif self._tabs and self._rows[-1] and not holds_number(self._rows[-1][-1]):
            self._rows[-1][-1] += body.strip()
        else:
            self._lines += 1
            cells = split_row(body) if self._lines < MOST_LOOSE else [body.strip()]
            self._shows_blanks = self._shows_blanks and not any(map(holds_number, cells))
            self._rows[-1] += cells
            if not self._tabs:
                self._rows.append([])

    def _end_pipes(self) -> None:
        if self._pipes:
            led, ended = (all(not row[at] for row in self._pipes) for at in (0, -1))
            rows = [row[led : len(row) - (ended and len(row) > 1)] for row in self._pipes]
            self._blocks.append(_grid(rows))
            self._pipes = []

    def _end_rows(self) -> None:
        rows = [row for row in self._rows if row]
        if rows:
            self._blocks.append(replace(_grid(rows, self._shows_blanks), shows_merged=self._shows_merged))
        self._rows, self._tabs, self._shows_blanks = [[]], False, True

    def finish(self) -> list[Block | Aside]:
        """All blocks, the open table closed."""
        self._end_sheet()
        return [*self._blocks, *self._aside]


def _without_markup(line: str) -> str:
    """A line without what Markdown adds to it."""
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(_inner, _MARKUP.sub("", line)))


def _inner(emphasis: re.Match[str]) -> str:
    return emphasis[1] or emphasis[2]


def _grid(rows: Sequence[Sequence[str]], shows_blanks: bool = True) -> Grid:
    """The table of these rows; where all have as many cells, a column means the same in each."""
    widths = set(map(len, rows))
    return plain_grid(rows, len(widths) == 1 and widths != {1}, shows_blanks)
