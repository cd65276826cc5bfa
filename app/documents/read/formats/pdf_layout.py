"""Lines and ruled tables as they stand on printed pages, to the paragraphs and grids of the document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.documents.read.blocks import PAGE_NUMBER, RUNNING_HEAD, Aside, Block, Cell, Grid, Paragraph
from app.documents.read.formats.pdf_mirrored import unmirrored
from app.documents.read.formats.pdf_page import Char
from app.documents.read.formats.pdf_unruled import unruled_table, words_of
from app.documents.read.headings import TABLED, heading_of
from app.documents.read.tables.labels import is_label, is_whole_label
from app.documents.read.tables.numbers import read_number

UNFINISHED: Final = "\u2060"
"""Stands behind digits that fill their cell from side to side, so that the number may go on below."""
_NEAR: Final = 4.0
"""Points within which two edges are one."""
_LONGEST_SCRAP: Final = 24
_LONGEST_HEADING: Final = 60
_ENDS: Final = ("。", "！", "？", "：", "；", ":")
_OTHER_SIZE: Final = 1.5
_LEAST_NAME: Final = 12
_LEAST_HEADS: Final = 3
"""Cells of heads that a page repeats."""
_LEAST_EDGES: Final = 6
"""Of columns of numbers, by which a table is known on another page."""
_FIGURE: Final = re.compile(rf"[\s\d.,，．\-—–―－─/\\{UNFINISHED}\u00b2\u00b3\u00b9\u2070-\u2079]*")
"""A number or nothing, perhaps with the mark of a note, over one line or several."""
_SAME_SIZE: Final = 0.1
_MUCH: Final = 0.4
"""Of the width of the text: a line that stops so early ends its paragraph in any case."""
_NARROWEST: Final = 0.4
"""Of the size of letters: how wide Latin ones are at the least, one with another."""
_OPENS: Final = re.compile(r"[（(][一二三四五六七八九十][）)](?!、?[（(][一二三四五六七八九十][）)])")
_LAST_WORD: Final = re.compile(r"[!-~]{1,80}$")
_FIRST_WORD: Final = re.compile(r"[!-~]{1,80}")
_ADDRESS: Final = re.compile(r"[@/:._]")
_COUNTED: Final = re.compile(
    r"(?<=\S)\s*(?:\d{1,3}\s*/\s*\d{1,3}|第\s*\d{1,3}\s*页.{0,10}|[-—–]\s*\d{1,3}\s*[-—–])$"
)
"""The number of the page at the end of a running head or foot."""
_GAP: Final = re.compile(r"(?<![A-Za-z0-9,.:;/@_-])[ \u3000]+|[ \u3000]+(?![A-Za-z0-9(/_-])")


@dataclass(slots=True)
class Line:
    """A line of text: where it begins and ends, and the size of its letters."""

    text: str
    x0: float
    x1: float
    size: float
    page: int
    edge: bool = False
    """Whether it stands where pages have their running heads and feet."""
    is_page_number: bool = False
    left_out: str = ""
    """Why it is no part of the document."""
    chars: Sequence[Char] = ()


@dataclass(slots=True)
class Piece:
    """The part of a table on one page: its cells as (x0, top, x1, bottom, text)."""

    page: int
    cells: list[tuple[float, float, float, float, str]] = field(default_factory=list)

    @property
    def span(self) -> tuple[float, float]:
        """The top and the bottom."""
        return min(cell[1] for cell in self.cells), max(cell[3] for cell in self.cells)

    @property
    def sides(self) -> tuple[float, float]:
        """The left and the right edge."""
        return min(cell[0] for cell in self.cells), max(cell[2] for cell in self.cells)


Item = Line | Piece | Grid


@dataclass(frozen=True, slots=True)
class _Measure:
    """Where lines of running text begin and end, and whether paragraphs begin indented."""

    left: float
    right: float
    size: float
    """Of the letters of running text."""
    indents: bool

    def opens(self, line: Line, last: Line, before: str) -> bool:
        """Whether ``line`` begins a paragraph behind ``last``, with which the text ``before`` ends."""
        if self._is_title(line, last) or self._is_long_name(line, last):
            return False
        if line.x0 > self.left + 1.2 * line.size or abs(line.size - last.size) > _OTHER_SIZE:
            return True
        short = self.right - last.x1
        if self.indents and short < 1.6 * last.size and not last.text.endswith(_ENDS):
            return False
        if _OPENS.match(line.text) or heading_of(line.text) or heading_of(before):
            return True
        if self.indents and _is_too_long(line, short) and not last.text.endswith(_ENDS):
            return False
        ended = last.text.endswith(_ENDS) and short > (4 if self.indents else 1.6) * last.size
        return ended or short > _MUCH * (self.right - self.left)

    def _is_title(self, line: Line, last: Line) -> bool:
        """Whether both lines are of a title: large letters of one size, centred one over the other."""
        large = min(line.size, last.size) > self.size + _OTHER_SIZE
        centred = abs(line.x0 + line.x1 - last.x0 - last.x1) < line.size
        return large and centred and abs(line.size - last.size) < _SAME_SIZE and line.page == last.page

    def _is_long_name(self, line: Line, last: Line) -> bool:
        """Whether both lines stand far in from the same place, as a long name of who signs does."""
        far = min(line.x0, last.x0) > self.left + 3 * line.size and line.page == last.page
        words = len(last.text) >= _LEAST_NAME and not line.text[0].isdigit()
        return far and words and abs(line.x0 - last.x0) < 1 and not last.text.endswith(_ENDS)


def _is_too_long(line: Line, room: float) -> bool:
    """Whether the Latin word with which a line begins would not have found room on the line before."""
    word = _FIRST_WORD.match(line.text)
    if word is None:
        return False
    if word[0] == line.text:
        return line.x1 - line.x0 > room
    return len(word[0]) * _NARROWEST * line.size > room


def _measured(lines: Sequence[Line]) -> _Measure:
    if not lines:
        return _Measure(0, 0, 0, indents=False)
    left = min(line.x0 for line in lines)
    ends = sorted(line.x1 for line in lines)
    indented = sum(1.2 * line.size < line.x0 - left < 3 * line.size for line in lines)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    return _Measure(left, ends[len(ends) * 9 // 10], size, indented > len(lines) / 20)


def to_blocks(printed: Sequence[Item]) -> Iterator[Block | Aside]:
    """What stands on the pages, from top to bottom, as paragraphs and grids; then what belongs to no text."""
    aside = _of_pages_alone(printed)
    yield from _blocks([item for item in printed if not (isinstance(item, Line) and id(item) in aside)])
    yield from aside.values()


def _blocks(printed: Sequence[Item]) -> Iterator[Block]:
    items = list(_with_unruled_tables(printed))
    measure = _measured([item for item in items if isinstance(item, Line)])
    pieces: list[Piece] = []
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
        elif isinstance(item, Grid):
            yield from _both(pieces, lines, measure)
            yield item
            pieces, lines = [], []
        elif pieces and _continues(pieces, item, lines):
            pieces.append(item)
        else:
            yield from _both(pieces, lines, measure)
            pieces, lines = [item], []
    yield from _both(pieces, lines, measure)


def _both(pieces: Sequence[Piece], lines: Sequence[Line], measure: _Measure) -> Iterator[Block]:
    if pieces:
        yield _grid(pieces)
    yield from _paragraphs(lines, measure)


def _of_pages_alone(items: Sequence[Item]) -> dict[int, Aside]:
    """Page numbers, lines that stand at the edge of several pages in the same words, and what cannot be seen,
    by identity."""
    unseen = [item for item in items if isinstance(item, Line) and item.left_out]
    lines = [item for item in items if isinstance(item, Line) and item.edge]
    edges: dict[str, set[int]] = {}
    for line in lines:
        edges.setdefault(_COUNTED.sub("", line.text), set()).add(line.page)
    of_pages = {
        id(line): Aside(line.text, PAGE_NUMBER if line.is_page_number else RUNNING_HEAD)
        for line in lines
        if line.is_page_number or len(edges[_COUNTED.sub("", line.text)]) > 1
    }
    return of_pages | {id(line): Aside(line.text, line.left_out) for line in unseen}


def _with_unruled_tables(items: Sequence[Item]) -> Iterator[Item]:
    """The items; in a part that should have a table and has no ruled one, the one that its lines make."""
    part: list[Item] = []
    tabled = False
    for item in [*items, None]:
        heading = (
            heading_of(item.text) if isinstance(item, Line) and len(item.text) < _LONGEST_HEADING else None
        )
        if item is None or heading:
            yield from _as_table(part) if tabled else part
            part, tabled = [], heading in TABLED
        if item is not None:
            part.append(item)


def _as_table(part: Sequence[Item]) -> Iterator[Item]:
    """The heading of a part and its lines, those that are a table as a grid."""
    lines = [item for item in part[1:] if isinstance(item, Line)]
    found = None
    if len(lines) == len(part) - 1:
        found = unruled_table([words_of(line.chars, line.page) for line in lines])
    if found is None:
        yield from part
        return
    first, end, grid = found
    yield from part[: first + 1]
    yield grid
    yield from part[end + 1 :]


def _continues(pieces: Sequence[Piece], other: Piece, between: Sequence[Line]) -> bool:
    """Whether a piece goes on where others left off, with nothing but scraps between them."""
    piece = pieces[-1]
    if between and piece.page == other.page:
        return False
    if any(len(line.text) > _LONGEST_SCRAP or heading_of(line.text) for line in between):
        return False
    if all(abs(a - b) < 2 * _NEAR for a, b in zip(piece.sides, other.sides, strict=True)):
        return True
    return piece.page != other.page and _has_columns_of(pieces, other)


def _has_columns_of(pieces: Sequence[Piece], other: Piece) -> bool:
    """Whether the columns of a piece are those of others but for some on the left: a cell that is merged over
    the end of a page has no line on the next one."""
    known = {x for piece in pieces for cell in piece.cells for x in (cell[0], cell[2])}
    own = _clustered([x for cell in other.cells for x in (cell[0], cell[2])])
    ends_alike = abs(other.sides[1] - pieces[-1].sides[1]) < _NEAR
    return (
        ends_alike and len(own) >= _LEAST_EDGES and all(any(abs(x - y) < _NEAR for y in known) for x in own)
    )


def _grid(pieces: Sequence[Piece]) -> Grid:
    """One grid of the pieces of a table, their columns told apart by where their edges stand on the page."""
    pieces = [pieces[0], *(_without_heads_of(pieces[0], piece) for piece in pieces[1:])]
    edges = _clustered([x for piece in pieces for cell in piece.cells for x in (cell[0], cell[2])])
    rows: list[list[Cell]] = []
    for piece in pieces:
        more = _rows(piece, edges, len(rows))
        if rows and _goes_on(rows[-1], more):
            rows[-1] = [_joined(cell, other) for cell, other in zip(rows[-1], more[0], strict=True)]
            more = more[1:]
        rows += more
    return unmirrored(
        Grid(
            tuple(
                tuple(Cell(one.text.strip(UNFINISHED), one.origin) for one in _printed(row)) for row in rows
            )
        )
    )


def _without_heads_of(first: Piece, piece: Piece) -> Piece:
    """A piece without the heads with which its table begins, where the page repeats them letter by letter."""
    down = piece.span[0] - first.span[0]
    same = 0
    for cell, other in zip(first.cells, piece.cells, strict=False):
        moved = (cell[0], cell[1] + down, cell[2], cell[3] + down)
        near = all(abs(a - b) < _NEAR for a, b in zip(moved, other[:4], strict=True))
        if not near or cell[4] != other[4] or (cell[4] and _is_figure(cell[4])):
            break
        same += 1
    bottom = max((cell[3] for cell in piece.cells[:same]), default=0.0)
    rest = piece.cells[same:]
    if not rest or same < _LEAST_HEADS or any(cell[1] < bottom - _NEAR for cell in rest):
        return piece
    return Piece(piece.page, rest)


def _is_figure(text: str) -> bool:
    """Whether a cell holds a number or nothing, perhaps with a mark and over several lines."""
    return _FIGURE.fullmatch(text) is not None


def _printed(row: Sequence[Cell]) -> Sequence[Cell]:
    """A row up to its last ruled cell."""
    return row[: 1 + max((i for i, cell in enumerate(row) if cell.origin[1] >= 0), default=-1)]


def _rows(piece: Piece, edges: Sequence[float], first: int) -> list[list[Cell]]:
    tops = _clustered([y for cell in piece.cells for y in (cell[1], cell[3])])
    rows = [[Cell("", (first + r, -1 - c)) for c in range(len(edges) - 1)] for r in range(len(tops) - 1)]
    for x0, top, x1, bottom, text in piece.cells:
        left, right, up, down = _at(edges, x0), _at(edges, x1), _at(tops, top), _at(tops, bottom)
        made = Cell(text.strip(), (first + up, left))
        for r in range(up, down):
            rows[r][left:right] = [made] * (right - left)
    return rows


def _goes_on(last: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first of the ``rows`` of a page is the rest of the last row of the page before.

    It has no label, or the end of one; and what it would go on with is no row of heads, which are words from
    side to side. Numbers that reach down into the next row are those of a row that is divided."""
    below = rows[1] if len(rows) > 1 else ()
    own = [cell for cell in rows[0] if cell.text and cell not in below]
    heads = all(not cell.text or read_number(cell.text.strip(UNFINISHED)) is None for cell in last)
    if any(
        cell.text and cell in below and read_number(cell.text.strip(UNFINISHED)) is not None
        for cell in rows[0]
    ):
        return False
    if any(is_label(cell.text) for cell in own):
        pairs = [(a.text, b.text) for a, b in zip(last, rows[0], strict=True)]
        told = pairs if heads else pairs[_label_of_row(last) :][:1]
        return any(_ends_label(one, other) for one, other in told)
    words = any(not _is_figure(cell.text) and read_number(cell.text) is None for cell in own)
    return words or not heads


def _label_of_row(row: Sequence[Cell]) -> int:
    """The last column that holds words, and so the label of the row behind those of its groups; or -1."""
    words = (i for i, c in enumerate(row) if c.text and read_number(c.text.strip(UNFINISHED)) is None)
    return max(words, default=-1)


def _ends_label(one: str, other: str) -> bool:
    """Whether two texts are one label, of which the first alone is none: 「2.其他」 and 「法律行政…」."""
    if not other or is_whole_label(one):
        return False
    return is_whole_label(one + other) or (is_label(one + other) and not is_whole_label(other))


def _joined(cell: Cell, other: Cell) -> Cell:
    """A cell that a page break has cut."""
    if not cell.text or not other.text:
        column = max(cell.origin[1], other.origin[1]) if cell.origin[1] < 0 else cell.origin[1]
        return Cell(cell.text or other.text, (cell.origin[0], column))
    if cell.text.endswith(UNFINISHED):
        return Cell(cell.text.strip(UNFINISHED) + other.text, cell.origin)
    return Cell(f"{cell.text}\n{other.text}", cell.origin)


def _clustered(values: list[float]) -> list[float]:
    """The values in order, those within ``_NEAR`` of the one before dropped."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def _paragraphs(lines: Sequence[Line], measure: _Measure) -> Iterator[Paragraph]:
    """Lines joined to paragraphs."""
    text = ""
    last: Line | None = None
    for line in lines:
        if last is not None and measure.opens(line, last, text):
            yield Paragraph(_GAP.sub("", text))
            text = ""
        text += _between(text, line.text) + line.text
        last = line
    if text:
        yield Paragraph(_GAP.sub("", text))


def _between(text: str, more: str) -> str:
    """A space where a line ends between two words; not inside a number or an address cut at the margin."""
    last, first = _LAST_WORD.search(text[-80:]), _FIRST_WORD.match(more)
    whole = last and first and not _ADDRESS.search(last[0] + first[0])
    return " " if whole and text[-1].isalpha() and more[0].isalpha() else ""
