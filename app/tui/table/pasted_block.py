"""A block of cells copied from WPS, Excel or a text, laid over the table where the cursor stands."""

import csv
import io
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from app.tui.table.grid_layout import Layout, Spot
from prompts.numbers import read_amount, read_cell
from prompts.typed import NotUnderstood
from sections.errors import NianbaoError
from sections.language.numerals import normalise

_ZEROS: Final = frozenset("-－—–―/／无")
_WIDE_MARKS: Final = str.maketrans("，／", ",/")


class NotPastedError(NianbaoError):
    """A block that does not fit; nothing was changed."""


Block = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a block says: ``values`` are texts by field; ``passed`` stands on cells that are worked out."""

    values: dict[str, str] = field(default_factory=dict)
    passed: dict[str, str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0


def read_block(text: str) -> Block:
    """The cells of a pasted text; rows of row labels and column heads at its edges are left out.

    Raises ``NotPastedError`` when there is no number in it, or a cell of it cannot be a number."""
    cells = [[_clean(cell) for cell in line] for line in _columns(_lines(text))]
    wide = max((len(row) for row in cells), default=0)
    rows = _without_labels(cells) or [row + [""] * (wide - len(row)) for row in cells]
    if not any(_is_number(cell) for row in rows for cell in row):
        raise NotPastedError("粘贴的内容里没有数字。", "请在 WPS 或 Excel 中选中数字所在的区域再复制。")
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row, start=1):
            if cell and not _is_number(cell):
                raise NotPastedError(f"粘贴区域第{number}行第{place}列“{cell}”不是数字，没有粘贴。")
    return tuple(tuple(row) for row in rows)


def _lines(text: str) -> list[str]:
    """The lines of a paste; some terminals turn every line end into two, whose blank lines are dropped."""
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    between = lines[1::2]
    if between and not any(between) and all(lines[0::2]):
        lines = lines[0::2]
    return lines


def _columns(lines: list[str]) -> list[list[str]]:
    """Lines cut at tabs; without any tab, at blanks where every line then has the same number of cells."""
    text = "\n".join(lines)
    if "\t" in text and text.count('"') % 2 == 0:
        return list(csv.reader(io.StringIO(text), "excel-tab"))  # a cell may hold a line end, in quotes
    if "\t" in text:
        return [line.split("\t") for line in lines]
    cut = [line.split() for line in lines]
    if len({len(row) for row in cut}) == 1 and all(_is_number(_clean(cell)) for row in cut for cell in row):
        return cut
    return [[line] for line in lines]


def _without_labels(rows: list[list[str]]) -> list[list[str]]:
    """The numbers alone, where column heads stand above them or a label before each row.

    Merged labels make rows of unequal length. Empty where there are no labels, or something else is wrong."""
    numbers = [number for number, row in enumerate(rows) if any(map(_is_number, row))]
    body = [row for n, row in enumerate(rows) if not any(row) or (numbers and n >= numbers[0])]
    cut = []
    for row in body:
        label = max((i for i, cell in enumerate(row) if cell and not _is_number(cell)), default=-1)
        if any(map(_is_number, row[: max(label, 0)])):
            return []
        cut.append(row[label + 1 :])
    cut = [row for row in cut if row]
    return cut if cut != rows and len({len(row) for row in cut}) == 1 else []


def _clean(cell: str) -> str:
    text = normalise(cell).translate(_WIDE_MARKS).replace("\u00a0", " ").strip().strip('"')
    return "0" if text in _ZEROS else text


@lru_cache(maxsize=1024)
def _is_number(text: str) -> bool:
    for reads in (read_cell, lambda amount: read_amount(amount, "万元")):
        try:
            reads(text)
        except NotUnderstood:
            continue
        return True
    return False


def lay_over(block: Block, layout: Layout, spot: Spot, editable: frozenset[str]) -> Overlay:
    """Where each cell of ``block`` goes, row by row and column by column from ``spot``.

    Cells worked out by themselves are passed over. Raises ``NotPastedError`` when the block is too large."""
    lines = [number for number in layout.number_lines if number >= spot.line]
    _must_fit(len(block[0]), len(layout.columns) - spot.column, "列")
    _must_fit(len(block), len(lines), "行")
    overlay = Overlay(rows=len(block), columns=len(block[0]))
    for line, row in zip(lines, block, strict=False):
        for column, text in enumerate(row, start=spot.column):
            name = layout.field_at(Spot(line, column))
            if name:
                (overlay.values if name in editable else overlay.passed)[name] = text
            elif text not in {"", "0"}:
                raise NotPastedError(f"粘贴的数字“{text}”在表中没有对应的格，没有粘贴。")
    if not overlay.values:
        raise NotPastedError("这里的格子都是自动计算的，不需要粘贴。")
    return overlay


def _must_fit(size: int, room: int, what: str) -> None:
    if size > room:
        raise NotPastedError(
            f"粘贴的区域有{size}{what}，从这一格起只有{room}{what}，没有粘贴。",
            "请移到区域左上角对应的格再粘贴。",
        )
