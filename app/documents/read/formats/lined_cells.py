"""Tables of a text with a cell a line, as LibreOffice saves them: a blank line is a blank cell."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Final

from app.documents.read.tables.labels import is_label
from app.documents.read.tables.numbers import read_number

_DIVIDED: Final = re.compile(r"[\t|｜│┃]")
"""What sets cells apart where several stand in a line."""
_LEAST: Final = 10
"""Rows that must end at the same place; a text that is spaced out has none of the kind."""
_MOST_LINES: Final = 2_000
"""Of the part of a text; a row of the form has some ten."""


def with_blank_cells(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a part, each row of its table in one line with tabs, where blank lines are cells: behind
    every label the last number stands in the same place, and not all before it are filled. A cell that is
    merged over others leaves no line for them, so that its row would end earlier. A text may be spaced out, a
    blank line behind every other."""
    if len(lines) > _MOST_LINES or all(map(str.strip, lines)) or any(map(_DIVIDED.search, lines)):
        return lines
    rows = list(_rows(lines))
    step = 2 if not any(cell for _, cells in rows for cell in cells[::2]) else 1
    rows = [(at, cells[step - 1 :: step]) for at, cells in rows]
    widths = {_width(cells) for _, cells in rows}
    if len(rows) < _LEAST or len(widths) > 1 or all(all(cells[: _width(cells)]) for _, cells in rows):
        return lines
    found: list[str] = []
    done = 0
    for at, cells in rows:
        row = "\t".join([lines[at].strip(), *cells[: _width(cells)]])
        found += [*lines[done:at], row]
        done = at + 1 + len(cells) * step
    return [*found, *lines[done:]]


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Where labels stand behind which numbers and blank lines follow, and these."""
    for at, line in enumerate(lines):
        if _is_cell(line):
            continue
        cells = [text.strip() for text in takewhile(_is_cell, islice(lines, at + 1, None))]
        if any(cells) and is_label(line):
            yield at, cells


def _is_cell(line: str) -> bool:
    return read_number(line) is not None


def _width(cells: Sequence[str]) -> int:
    """How many cells a row has up to its last number."""
    return max(i for i, cell in enumerate(cells, start=1) if cell)
