"""The tables of a printed page: their cells with what stands in them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.documents.read.formats.pdf_layout import UNFINISHED, Piece
from app.documents.read.formats.pdf_lines import lines_of, text_of
from app.documents.read.formats.pdf_numbers import are_lines_of_one, torn_by
from app.documents.read.formats.pdf_page import PrintedPage
from app.documents.read.formats.pdf_shown import as_shown, is_all_unseen
from app.documents.read.formats.pdf_tables import Box, tables_on
from app.documents.read.headings import heading_of
from app.documents.read.likeness import squeeze
from app.documents.read.tables.labels import is_label, vocabulary
from app.documents.read.tables.numbers import read_number

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
_Printed = tuple[float, float, float, float, str]


def pieces_on(page: PrintedPage) -> list[Piece]:
    """The tables of a page, or their pieces that stand on it. Raises ``TooMuchError``."""
    return [piece for table in tables_on(page) for piece in _pieces(table, page)]


def _pieces(table: Sequence[Box], page: PrintedPage) -> Iterator[Piece]:
    """The real tables in what was found: words in stray rules or on a coloured ground are none."""
    for piece in _runs(table, page):
        numbers = sum(read_number(cell[4].strip(UNFINISHED)) is not None for cell in piece.cells)
        if numbers >= _LEAST_NUMBERS or any(is_label(cell[4]) for cell in piece.cells):
            yield piece


def _runs(table: Sequence[Box], page: PrintedPage) -> Iterator[Piece]:
    """The rows of what was found, without those that hold running text."""
    rows: list[list[_Printed]] = []
    torn = torn_by(table, page)
    for box in table:
        if not rows or rows[-1][0][1] != box[1]:
            rows.append([])
        chars = page.inside(box)
        page.in_cells.update(map(id, chars))
        text = as_shown(
            "\n".join(filter(None, (text_of(line, page) for line in lines_of(chars)))), box, chars, page
        )
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
