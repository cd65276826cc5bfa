"""Tables pasted as text whose cells end with bars, a cell or less a line: 「规章 |」, or the bar below it.

Every cell is there, blank ones too, but where a row ends is not; so all of them stand in one row of a loose
grid, and the labels tell where each begins."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.documents.read.blocks import Block, Paragraph, plain_grid

BARS: Final = re.compile(r"[|｜│┃║]")
_LEAST: Final = 8
"""Bars of a table that is told apart from text by them."""
_MOST_BLANK: Final = 12
"""Blank cells of one line; what merged cells leave behind may be hundreds."""
_LONG: Final = 30


def is_barred(lines: Sequence[str]) -> bool:
    """Whether the lines of a part of the report are such a table."""
    barred = [line for line in lines if BARS.search(line)]
    several = sum(sum(bool(part.strip()) for part in BARS.split(line)) > 1 for line in barred)
    return len(barred) >= _LEAST and several * 10 <= len(barred)


def read_barred(lines: Sequence[str]) -> Iterator[Block]:
    """The cells up to each bar, and the sentences between them."""
    cells: list[str] = []
    text = ""
    for line in map(str.strip, lines):
        head, *rest = BARS.split(line)
        if not rest and (line.endswith(("。", "：", ":")) or (len(line) > _LONG and "。" in line)):
            yield from _grid(cells)
            yield Paragraph(line)
            cells, text = [], ""
            continue
        text += head.strip()
        for part in rest[:_MOST_BLANK]:
            cells.append(text)
            text = part.strip()
    yield from _grid([*cells, text] if text else cells)


def _grid(cells: list[str]) -> Iterator[Block]:
    if any(cells):
        yield plain_grid([cells], aligned=False)
