"""Tables as a format nests them, and what becomes of them: grids, or the blocks that a frame lays out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from app.documents.read.blocks import MOST_CELLS, STAND_INS, Block, Cell, Grid, Paragraph
from app.documents.read.errors import NotAReport
from app.documents.read.tables.form_tables import is_table_of_form

MOST_ACROSS: Final = 100
"""Columns that one cell may cover; the form has 15."""
MOST_DOWN: Final = 2_000


@dataclass(slots=True)
class RawCell:
    """A cell as written, with the columns and rows it covers; ``follows``: it continues the cell above."""

    content: list["Paragraph | RawTable"] = field(default_factory=list)
    across: int = 1
    down: int = 1
    follows: bool = False


@dataclass(slots=True)
class RawTable:
    """A table as written, possibly with tables in its cells."""

    rows: list[list[RawCell]] = field(default_factory=list)


def flatten(content: Iterable[Paragraph | RawTable]) -> Iterator[Block]:
    """Paragraphs and grids in order; a table that only lays out other tables is taken apart."""
    for part in content:
        if isinstance(part, Paragraph):
            if part.text not in STAND_INS:
                yield part
            continue
        framing = any(
            isinstance(inner, RawTable) for row in part.rows for cell in row for inner in cell.content
        )
        if framing and not is_table_of_form(expand(part, own=True)):
            for row in part.rows:
                for cell in row:
                    yield from flatten(cell.content)
        else:
            yield expand(part)


def expand(table: RawTable, own: bool = False) -> Grid:
    """The grid of a table, every position that a merged cell covers filled with it; ``own``: without the
    text of tables inside it. Raises ``NotAReport`` for a table that is larger than any report."""
    rows: list[tuple[Cell, ...]] = []
    above: tuple[Cell, ...] = ()
    hanging: dict[int, tuple[Cell, int]] = {}
    size = 0
    for number, raw in enumerate(table.rows):
        line = _row(raw, number, above, hanging, own)
        size += len(line) + 1
        if size > MOST_CELLS:
            raise NotAReport("文件中的表格过大，没有读取。", "请确认选择的是政府信息公开工作年度报告。")
        above = tuple(line)
        rows.append(above)
    return Grid(tuple(rows))


def _row(
    raw: list[RawCell], number: int, above: tuple[Cell, ...], hanging: dict[int, tuple[Cell, int]], own: bool
) -> list[Cell]:
    """A row of the grid; ``hanging`` are the cells that reach down into it, by column."""
    line: list[Cell] = []
    waiting = dict(hanging)
    hanging.clear()
    for cell in [*raw, None]:
        while waiting and (held := waiting.pop(len(line), None)):
            if held[1] > 1:
                hanging[len(line)] = (held[0], held[1] - 1)
            line.append(held[0])
        if cell is None:
            break
        at, across = len(line), min(cell.across, MOST_ACROSS)
        made = above[at] if cell.follows and at < len(above) else Cell(_text(cell, own), (number, at))
        line += [made] * across
        if cell.down > 1:
            hanging |= {column: (made, min(cell.down, MOST_DOWN) - 1) for column in range(at, at + across)}
    return line


def _text(cell: RawCell, own: bool) -> str:
    if len(cell.content) == 1 and isinstance(part := cell.content[0], Paragraph):
        return part.text
    return "\n".join(_lines(cell, own))


def _lines(cell: RawCell, own: bool) -> Iterator[str]:
    for part in cell.content:
        if isinstance(part, Paragraph):
            yield part.text
        elif not own:
            for row in part.rows:
                for inner in row:
                    yield from _lines(inner, own)
