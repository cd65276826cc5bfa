"""Rows of a table grown together into one, a line of its cells for each of them: taken apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.labels import TableLabels
from app.documents.read.tables.numbers import holds_number, is_blank

_MOST_LINES: Final = 30
"""Lines of a cell; the form has 25 rows."""
_NUMBERED: Final = re.compile(r"(?=(?<![\d.．])\d[.．、])|(?=[（(][一二三四五六七][)）])")
"""Where a label with a number begins."""


def taken_apart(grid: Grid, tables: Sequence[TableLabels]) -> Grid:
    """The grid with a row for each line of its cells, where as many labels stand beside as many numbers."""
    if not grid.aligned or not any("\n" in c.text and _numbers(c) for row in grid.rows for c in row):
        return grid
    rows: list[GridRow] = []
    for row in grid.rows:
        apart = [Cell(cell.text, (cell.origin[0] * _MOST_LINES, cell.origin[1])) for cell in row]
        rows += next((lines for table in tables if (lines := list(_lines(apart, table)))), [apart])
    return replace(grid, rows=tuple(map(tuple, rows)))


def _numbers(cell: Cell) -> list[str]:
    """The numbers of a cell that has nothing else, a line each, and several of them."""
    lines = [line for line in cell.text.split("\n") if line.strip()]
    return lines if 1 < len(lines) <= _MOST_LINES and all(map(holds_number, lines)) else []


def _lines(row: GridRow, labels: TableLabels) -> Iterator[GridRow]:
    """The rows that a row holds; none where labels and numbers are not as many in all its cells."""
    first = next((i for i, cell in enumerate(row) if _numbers(cell)), 0)
    count = len(_numbers(row[first])) if first else 0
    behind = [[""] * count if is_blank(cell.text) else _numbers(cell) for cell in row[first:]]
    if not count or any(len(numbers) != count for numbers in behind):
        return
    label = row[first - 1]
    own = _labels(label.text, count, labels)
    if own and not any(cell.origin == label.origin for cell in row[first:]):
        for at, text in enumerate(own):
            line = [text if cell.origin == label.origin else None for cell in row[:first]]
            texts = [*line, *(numbers[at] for numbers in behind)]
            yield [
                cell if text is None else Cell(text, (cell.origin[0] + at, cell.origin[1]))
                for cell, text in zip(row, texts, strict=True)
            ]


def _labels(text: str, count: int, labels: TableLabels) -> list[str]:
    """The labels that a text holds, each of another row."""
    for parts in (text.split("\n"), _NUMBERED.split(text.replace("\n", ""))):
        own = [part.strip() for part in parts if part.strip()]
        rows = {labels.row_anywhere(part) for part in own}
        if len(own) == count == len(rows - {None}):
            return own
    return []
