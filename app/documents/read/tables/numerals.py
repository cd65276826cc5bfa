"""Numbers written in Chinese characters, where the sum of their row confirms them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import is_words
from app.documents.read.tables.numbers import is_blank, read_number

_DIGITS: Final = {character: number for number, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_NUMERAL: Final = re.compile(
    r"(?:[一二三四五六七八九两]千)?零?(?:[一二三四五六七八九两]百)?零?(?:[一二三四五六七八九]?十)?零?[一二三四五六七八九]?"
)
_WIDTHS: Final = (7, 15, 5)
"""Numbers of a row that end with their sum, in part three, part four, and a row of this."""


def in_digits(grid: Grid) -> Grid:
    """The grid with digits for the numerals of rows whose sums then hold."""
    if not any(cell.text[:1] in _FIRST and _numeral(cell.text) for row in grid.rows for cell in row):
        return grid
    return replace(grid, rows=tuple(map(_row, grid.rows)))


_FIRST: Final = frozenset("一二三四五六七八九十两")


def _numeral(text: str) -> int | None:
    """The number that a text of numerals is."""
    plain = text.strip()
    if not plain or plain[0] not in _FIRST or not _NUMERAL.fullmatch(plain):
        return None
    total, digit = 0, 0
    for character in plain:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def _row(row: GridRow) -> tuple[Cell, ...]:
    """A row with digits behind its label, where their sums hold; else as it is."""
    numbers = [_numeral(cell.text) for cell in row]
    words = (i for i, cell in enumerate(row) if numbers[i] is None and is_words(cell))
    first = max(words, default=-1) + 1
    first = next((i for i in range(first, len(row)) if not is_blank(row[i].text)), first)
    digits = [
        cell if number is None else Cell(str(number), cell.origin)
        for cell, number in zip(row[first:], numbers[first:], strict=True)
    ]
    return (*row[:first], *digits) if _adds_up(digits) else tuple(row)


def _adds_up(cells: Sequence[Cell]) -> bool:
    """Whether each number at the end of as many as a row has is the sum of those before it."""
    width = len(cells) if len(cells) != max(_WIDTHS) else min(_WIDTHS)
    values = [read_number(cell.text) for cell in cells]
    if len(cells) not in _WIDTHS or None in values:
        return False
    known = [value for value in values if value is not None]
    parts = [known[at : at + width] for at in range(0, len(known), width)]
    return all(sum(part[:-1]) == part[-1] for part in parts)
