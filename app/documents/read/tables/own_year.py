"""What of the tables of a document is of the report's own year: columns, rows and tables are of the year that
stands over or before them.

What is of another year is taken out and told; where the years and what stands under them do not fit each
other, the numbers are marked, so that none of them is read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from app.documents.read.blocks import Block, Cell, Grid, GridRow
from app.documents.read.tables.cell_order import distinct, is_number
from app.documents.read.tables.labels import is_label, labels_of
from app.documents.read.tables.loose_blocks import own_blocks
from app.documents.read.tables.numbers import holds_number, is_blank
from app.documents.read.tables.undated import all_undated
from app.documents.read.tables.year_columns import Kept, YearColumns
from app.documents.read.tables.year_marks import Whose, Years, is_bare_year, years_in
from sections.form.model import Form
from sections.report.parts import LeftOut

_REASON: Final = "表格中其他年度的数据"
_MOST_NAMED: Final = 3
_HEADING: Final = re.compile(r"^\s*(?:第?[一二三四五六七](?:部分|[、.．，：])|[1-6][、.．])")


@dataclass(slots=True)
class OwnBlocks:
    """The blocks without what is of another year, the lines of that, and the years as printed."""

    blocks: list[Block] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    def left_out(self) -> list[LeftOut]:
        """The lines of other years."""
        return [LeftOut(text=line, reason=_REASON) for line in self.others]

    def notes(self) -> list[str]:
        """That the tables hold numbers of other years."""
        told = "、".join(f"“{text}”" for text in list(dict.fromkeys(self.named))[:_MOST_NAMED])
        return [f"表格中{told}的数字不是本年度的，没有读入。"] if told and self.others else []


def of_own_year(blocks: Sequence[Block], form: Form, year: int) -> OwnBlocks:
    """The blocks as far as their tables are of ``year`` (0: not known)."""
    years = Years(year, len(years_in(_texts(blocks))) > 1)
    columns = YearColumns(years, labels_of(form))
    own = OwnBlocks()
    caption: Whose | None = None
    for block, behind in zip_longest(blocks, blocks[1:]):
        line = _line(block)
        if line is None and isinstance(block, Grid):
            kept, caption = _kept(block, caption, columns, years)
            own.others += kept.others
            own.named += kept.named
            own.blocks += [replace(block, rows=tuple(kept.rows))] if kept.rows else []
            continue
        own.blocks.append(block)
        told = years.of_caption(line or "")
        if told is None and isinstance(behind, Grid) and not _HEADING.match(line or ""):
            told = years.before_table(line or "")
        if told or _HEADING.match(line or ""):
            columns.end()
            caption = told
            own.named += [(line or "").strip()] if told is Whose.OTHER else []
    return own


def _line(block: Block) -> str | None:
    """A paragraph, or the only text of a grid; None of other grids."""
    if not isinstance(block, Grid):
        return block.text
    filled = (cell.text for row in block.rows for cell in distinct(row) if not is_blank(cell.text))
    first = next(filled, "")
    return first if next(filled, None) is None else None


def _texts(blocks: Iterable[Block]) -> set[str]:
    """The texts that may name a year of numbers."""
    return {cell.text for block in blocks if isinstance(block, Grid) for row in block.rows for cell in row}


def _kept(grid: Grid, caption: Whose | None, columns: YearColumns, years: Years) -> tuple[Kept, Whose | None]:
    """What of a grid is of the report's year, and the year of what follows."""
    if not grid.aligned:
        return _loose(grid.rows, years, caption)
    if caption is Whose.OTHER:
        kept = Kept()
        kept.leave(grid.rows)
        return kept, caption
    if caption is Whose.UNKNOWN:
        return Kept(list(map(all_undated, grid.rows))), caption
    return columns.read(grid), caption


def _loose(rows: Sequence[GridRow], years: Years, whose: Whose | None) -> tuple[Kept, Whose | None]:
    """Rows that are mere lists of cells: a year alone is that of the numbers up to the next one."""
    if not any(_may_name(text, years) for text in {cell.text for row in rows for cell in row}) and (
        whose in {None, Whose.OWN}
    ):
        return Kept(list(map(tuple, rows))), whose
    if _has_years_over_columns(rows, years):
        return own_blocks(rows, years), whose
    kept = Kept()
    for row in rows:
        own: list[Cell] = []
        other: list[Cell] = []
        for cell in row:
            if told := _told(cell, row, years):
                whose = told
                kept.named += [cell.text.strip()] if told is Whose.OTHER else []
            else:
                (other if whose is Whose.OTHER else own).append(cell)
        kept.leave([other])
        kept.rows.append(all_undated(own) if whose is Whose.UNKNOWN else tuple(own))
    return kept, whose


def _may_name(text: str, years: Years) -> bool:
    """Whether a text, wherever it stands, may say whose the numbers around it are."""
    named = years.whose(text) or years.of_caption(text)
    return named is not None and not (holds_number(text) and is_bare_year(text))


def _told(cell: Cell, row: GridRow, years: Years) -> Whose | None:
    """The year that a cell, or a line over a table, names."""
    if is_number(cell):
        return None
    alone = len(row) == 1 and not years.of_label(cell.text) and not is_label(cell.text)
    return years.whose(cell.text) or (years.of_caption(cell.text) if alone else None)


def _has_years_over_columns(rows: Sequence[GridRow], years: Years) -> bool:
    """Whether two years stand one behind the other, without numbers between."""
    before = False
    for cell in (cell for row in rows for cell in row):
        if before and is_number(cell) and not is_bare_year(cell.text):
            before = False
        elif years.whose(cell.text) and not is_bare_year(cell.text):
            if before:
                return True
            before = True
    return False
