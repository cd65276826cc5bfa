"""What stands on a printed page in the order in which it is read, in one column or in two."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter
from typing import Final

from app.documents.read.blocks import BESIDE_TABLE
from app.documents.read.formats.pdf_columns import LEAST, Run, by_columns, gutter_of, side_of, split
from app.documents.read.formats.pdf_layout import Item, Line, Piece
from app.documents.read.formats.pdf_lines import GAP_OF_WORDS, SAME_LINE, line_of, lines_of
from app.documents.read.formats.pdf_page import Char, PrintedPage
from app.documents.read.formats.pdf_pieces import pieces_on
from app.documents.read.formats.pdf_struck import take_struck

_HEAD, _FOOT = 0.1, 0.87
"""Where a page's running head ends and its foot begins, as shares of its height."""
_PAGE_NUMBER: Final = re.compile(
    r"[-—－–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／共]\s*\d{1,3}\s*页?)?[-—－–\s]*"
)
GONE: Final = "看不见或划掉的文字"
"""Why what is in the file and not on the paper is kept out."""
STAMPED: Final = "斜着印的水印文字"
"""Why the words of a watermark are."""
NOTE: Final = "批注、表单等另加的文字"
"""Why what somebody has put upon a page is."""


class PageContent:
    """The lines and tables of a page; what is struck out is taken from it. Raises ``TooMuchError``."""

    def __init__(self, page: PrintedPage) -> None:
        take_struck(page)
        self._page = page
        self._pieces = pieces_on(page)
        self._lines = list(lines_of(page.chars))
        self._found, self._aside = _outside(self._lines, self._pieces, page)

    @cached_property
    def gutter(self) -> float | None:
        """Where its own text shows a gutter."""
        return self._gutter(None)

    def _gutter(self, of_others: float | None) -> float | None:
        least = LEAST if of_others is None else 1
        if len(self._aside) + sum(" " in line.text for _, line in self._found) < least:
            return None
        lines = [line.chars for line in (*(line for _, line in self._found), *self._aside)]
        return gutter_of(lines, map(_run, self._pieces), of_others)

    def items(self, of_others: float | None) -> Iterator[Item]:
        """Lines and pieces of tables, the page number marked as such; then what cannot be seen.
        ``of_others``: the gutter of other pages."""
        gutter = self.gutter
        if gutter is None and of_others is not None:
            gutter = self._gutter(of_others)
        if gutter is None:
            items: list[tuple[float, Item]] = [
                *((piece.span[0], piece) for piece in self._pieces),
                *self._found,
            ]
            yield from (item for _, item in sorted(items, key=itemgetter(0)))
            yield from self._aside
        else:
            yield from self._columns(gutter)
        yield from _unseen(self._page)

    def _columns(self, gutter: float) -> Iterator[Item]:
        """What stands on a page of two columns, column by column."""
        lines: dict[int, list[Sequence[Char]]] = {-1: [], 0: [], 1: []}
        for part in (part for line in self._lines for part in split(line, gutter)):
            lines[_side(part, gutter)].append(part)
        sides = {id(piece): side_of(*piece.sides, gutter) for piece in self._pieces}
        items: list[tuple[float, int, Item]] = [
            (piece.span[0], sides[id(piece)], piece) for piece in self._pieces
        ]
        aside: list[Line] = []
        columns: list[list[Line]] = []
        for side, parts in lines.items():
            near = [piece for piece in self._pieces if side < 0 or sides[id(piece)] in {side, -1}]
            found, out = _outside(parts, near, self._page)
            items += ((top, side, line) for top, line in found)
            aside += out
            columns += [[line for _, line in found]] if side >= 0 else []
        _widen(columns)
        yield from by_columns(items)
        yield from aside


def _side(part: Sequence[Char], gutter: float) -> int:
    return side_of(min(char.x0 for char in part), max(char.x1 for char in part), gutter)


def _outside(
    lines: Iterable[Sequence[Char]], pieces: Sequence[Piece], page: PrintedPage
) -> tuple[list[tuple[float, Line]], list[Line]]:
    """The lines of text above and below tables with their heights, and those beside them."""
    found: list[tuple[float, Line]] = []
    beside: list[Line] = []
    spans = [(piece.span, piece) for piece in pieces]
    for chars in lines:
        line = line_of(chars, page)
        base = max(char.base for char in chars)
        middle = base - 0.38 * line.size
        if inside := [piece for (top, bottom), piece in spans if top <= middle <= bottom]:
            beside += _beside(chars, inside, page)
            continue
        if not line.text:
            continue
        line.edge = base - line.size > page.height * _FOOT or base < page.height * _HEAD
        line.chars = [*chars, *_gone_from(chars, page)] if page.gone else chars
        line.is_page_number = line.edge and _PAGE_NUMBER.fullmatch(line.text) is not None
        found.append((base - line.size, line))
    return found, beside


def _run(table: Piece) -> Run:
    (left, right), (top, bottom) = table.sides, table.span
    return Run(left, right, top, bottom, is_table=True)


def _widen(columns: Sequence[Sequence[Line]]) -> None:
    """Let the lines of both columns begin and end where those of one would."""
    every = [line for column in columns for line in column]
    left, right = min(line.x0 for line in every), max(line.x1 for line in every)
    for column in columns:
        first, last = (
            min((line.x0 for line in column), default=0),
            max((line.x1 for line in column), default=0),
        )
        for line in column:
            line.x0, line.x1 = left + line.x0 - first, right - (last - line.x1)


def _unseen(page: PrintedPage) -> Iterator[Line]:
    """What cannot be seen, and what is put upon a page."""
    for chars in lines_of(page.gone):
        line = line_of(chars, page)
        line.left_out = GONE
        if line.text:
            yield line
    stamped = "".join(char.text for char in page.stamped).strip()
    if stamped:
        yield Line(stamped, 0, 0, 0, page.number, left_out=STAMPED)
    yield from (Line(text, 0, 0, 0, page.number, left_out=NOTE) for text in page.notes)


def _beside(chars: Iterable[Char], tables: Sequence[Piece], page: PrintedPage) -> list[Line]:
    """What of a line stands left or right of the tables at its height or in no cell of theirs, as a line that
    is no part of them."""
    sides = [table.sides for table in tables]
    out = [
        char for char in chars
        if id(char) not in page.in_cells or not any(x0 <= char.middle[0] <= x1 for x0, x1 in sides)
    ]  # fmt: skip
    if not any(char.text.strip() for char in out):
        return []
    line = line_of(out, page)
    line.left_out = BESIDE_TABLE
    return [line]


def _gone_from(chars: Sequence[Char], page: PrintedPage) -> Iterator[Char]:
    """The characters that stand in a line and cannot be seen, as doubtful ones, which make no number."""
    y, size = chars[0].middle[1], max(char.size for char in chars)
    for char in page.gone:
        over = any(min(char.x1, one.x1) - max(char.x0, one.x0) > GAP_OF_WORDS / 2 for one in chars)
        if abs(char.middle[1] - y) < SAME_LINE * size and char.text.strip() and not over:
            yield replace(char, is_doubtful=True)
