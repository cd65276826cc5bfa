"""Tables pasted as text, a cell a line or a row a line: cells are recovered by walking the labels.

A row is taken only when it has exactly as many cells, blank columns at its sides aside, or is spread over
lines with exactly as many filled cells, as the form has columns, or is blank throughout; otherwise its fields
are in doubt, because a lost blank would shift the rest."""

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Final

from app.documents.read.blocks import Cell, Grid
from app.documents.read.tables.broken_labels import joined
from app.documents.read.tables.cell_order import (
    are_side_by_side,
    before_first_number,
    columns_in_order,
    is_number,
)
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.label_walk import CANNOT, Walk, filled_cells, is_prose
from app.documents.read.tables.labels import (
    Labels,
    StripLabels,
    TableLabels,
)
from app.documents.read.tables.numbers import is_blank, read_number, with_measure
from app.documents.read.tables.strip_in_rows import are_below_one_another
from app.documents.read.tables.unaligned_runs import read_runs
from app.documents.read.tables.unaligned_strip import read_strip
from app.documents.read.tables.witnesses import Testimony
from sections.form.elements import Shape

_NEAR: Final = 8


def read_unaligned(grid: Grid, labels: Labels, cells: Cells) -> None:
    """Read whatever tables of the form ``grid`` holds, whose rows are mere lists of cells."""
    rows = [list(row) for row in grid.rows if row]
    flat = joined([cell for row in rows for cell in row])
    walk = Walk(flat, cells, bool(flat) and flat[0].origin[0] == flat[-1].origin[0])
    is_of_form = labels.names_row(before_first_number(rows))
    for table in labels.tables:
        if isinstance(table, StripLabels) and are_below_one_another([flat], table.as_matrix):
            _Matrix(walk, table.as_matrix, lambda _: False).read()
        elif not is_of_form and read_runs(flat, table.as_matrix, cells):
            continue
        elif isinstance(table, StripLabels):
            read_strip(flat, table, cells, grid.shows_blanks)
        elif table.table.shape is Shape.MATRIX:
            _Matrix(walk, table, labels.is_strip_head).read()
        else:
            _Banded(walk, table, labels).read()


# --- blocks below one another ---------------------------------------------------------------------------


class _Banded:
    def __init__(self, walk: Walk, labels: TableLabels, form: Labels) -> None:
        self._flat, self._labels, self._form = walk.flat, labels, form
        self._walk, self._cells = walk, walk.cells
        self._heads: dict[str, Cell] = {}
        """Column -> its head as printed, which may say the measure."""
        self._unknown = False
        self._row_of_heads = -1
        self._line: list[str] = []
        """The columns that the cells of the line of heads name from left to right, 「」 for others."""

    def read(self) -> None:
        """Walk the cells: heads and, behind each row label, the numbers under them."""
        for at, cell in enumerate(self._flat):
            column, row = self._labels.column(cell.text), self._labels.row(cell.text)
            if self._form.is_row_head(cell.text):
                self._heads, self._unknown, self._row_of_heads = {}, False, cell.origin[0]
                self._line = [self._labels.column(cell.text) or "" for cell in self._behind(at)]
            elif column:
                self._heads.pop(column, None)
                self._heads[column] = cell
            elif row:
                self._row(at, row)
                self._row_of_heads = -1
            elif cell.text.strip() and self._row_of_heads >= 0 and not self._form.is_band(cell.text):
                self._unknown = True

    def _behind(self, at: int) -> list[Cell]:
        """The cells behind a label or the head over the labels, in its line."""
        line = self._flat[at].origin[0]
        own = takewhile(lambda cell: cell.origin[0] == line, self._flat[at + 1 :])
        return list(takewhile(lambda cell: self._labels.row(cell.text) is None, own))

    @cached_property
    def _has_more(self) -> bool:
        """Whether there are more columns than those of the form: a row but the last one has more numbers."""
        last = self._labels.table.rows[-1].name
        named = ((i, self._labels.row(cell.text)) for i, cell in enumerate(self._flat))
        return any(
            self._count(at) > len(self._labels.columns_of(row)) for at, row in named if row and row != last
        )

    def _count(self, at: int) -> int:
        """How many cells of its line are filled behind a label, or numbers stand up to the next label."""
        own = list(takewhile(lambda cell: not self._ends(cell), self._flat[at + 1 :]))
        line = self._flat[at].origin[0]
        return max(sum(cell.origin[0] == line for cell in filled_cells(own)), sum(map(is_number, own)))

    @cached_property
    def _short(self) -> set[int]:
        """How many columns those rows have of which one has fewer cells: a cell of it may be merged with the
        one above."""
        rows = [(at, self._labels.row(cell.text)) for at, cell in enumerate(self._flat)]
        counts = [(len(self._behind(at)), len(self._labels.columns_of(row))) for at, row in rows if row]
        return {columns for found, columns in counts if 1 < found < columns}

    def _row(self, at: int, row: str) -> None:
        self._walk.rows.add(at)
        columns = self._labels.columns_of(row)
        head = with_measure(" ".join(cell.text for cell in self._heads.values()), self._flat[at].text)
        more = self._unknown or self._has_more
        placed = self._under_heads(at, columns) if more or len(self._line) > len(columns) else []
        if len(columns) > 1 and set(self._heads) != set(columns):
            return
        if len(columns) in self._short:
            self._cells.doubt_row(self._labels.paths(row, columns), self._behind(at), CANNOT)
            return
        if placed and not filled_cells(placed) and self._walk.is_below_unnamed(at, self._names):
            self._cells.doubt_row(self._labels.paths(row, columns), placed, CANNOT)
        elif placed:
            given = self._labels.paths(row, columns)
            place = dict(zip(given, placed, strict=True))
            self._cells.decide(Testimony(given, place, [place], placed), head, CANNOT)
        elif len(columns) > 1:
            usual = self._labels.paths(row, columns)
            told = list(self._heads) == columns or are_side_by_side([self._heads.values()], self._flat[at])
            given = self._labels.paths(row, self._heads)
            self._walk.take(at, given, self._names, head, more=more, usual=[] if told else usual)
        elif row == self._labels.table.rows[-1].name:
            self._last(at, self._labels.path(row, columns[0]), head, more)
        else:
            self._walk.take(at, self._labels.paths(row, columns), self._names, head, more=more)

    def _under_heads(self, at: int, columns: Sequence[str]) -> list[Cell]:
        """The cells under the heads of ``columns``, where row and line of heads have as many cells."""
        behind = self._behind(at)
        if len(behind) != len(self._line) or any(self._line.count(column) != 1 for column in columns):
            return []
        return [behind[self._line.index(column)] for column in columns]

    def _last(self, at: int, path: str, head: str, more: bool) -> None:
        """The number of the last row: the next cell, since what follows behind it is not of the table."""
        after = self._flat[at + 1] if at + 1 < len(self._flat) else None
        if after is None or self._ends(after):
            return
        own = list(takewhile(lambda cell: not self._ends(cell), self._behind(at)))
        if more and len(own) == 1:
            self._cells.doubt(path, own[0].text, CANNOT)
        elif any(cell is not after and read_number(cell.text) is not None for cell in filled_cells(own)):
            self._cells.doubt(path, " ".join(cell.text for cell in own), "这一行有几个数")
        elif is_blank(after.text) and (below := self._next_number(at + 2)):
            self._cells.doubt(path, below, CANNOT)
        elif after.origin[0] == self._flat[at].origin[0] or not is_blank(after.text):
            self._cells.put(path, after.text, head)

    def _next_number(self, at: int) -> str:
        """The number that stands next, blank cells aside; 「」 where it is words."""
        after = next((cell for cell in self._flat[at:] if not is_blank(cell.text)), None)
        return after.text if after and is_number(after) else ""

    def _ends(self, cell: Cell) -> bool:
        return self._names(cell.text) or is_prose(cell)

    def _names(self, text: str) -> bool:
        """Whether a text is a label of the table."""
        return (
            self._labels.row(text) is not None
            or self._labels.column(text) is not None
            or self._form.is_band(text)
            or self._form.is_row_head(text)
        )


# --- labels on the left, heads above ------------------------------------------------------------------


class _Matrix:
    def __init__(self, walk: Walk, labels: TableLabels, ends: Callable[[str], bool]) -> None:
        self._flat, self._labels, self._ends = walk.flat, labels, ends
        self._walk, self._cells = walk, walk.cells
        self._tops = (labels.sure - labels.under) | labels.middle.keys()
        """Heads of the first line that are heads for certain."""
        self._heads: list[str] = []
        self._head_cells: list[Cell] = []
        self._group = ""
        self._begun = False

    def read(self) -> None:
        """Walk the cells: heads and, behind each label, its numbers."""
        for at, cell in enumerate(self._flat):
            if self._ends(cell.text):
                self._heads, self._head_cells, self._begun = [], [], False
            if found := self._labels.group(cell.text):
                self._group, self._begun = found, True
                self._bare_group(at, found)
            elif row := self._row_at(at):
                self._row(at, row)
            elif not self._begun and (head := self._labels.head(cell.text)):
                self._heads.append(head)
                self._head_cells.append(cell)

    def _row_at(self, at: int) -> str | None:
        """The row that a cell names; before the first of them it may be a head of the same words."""
        row = self._labels.row(self._flat[at].text, self._group) if self._heads else None
        if row in self._labels.repeated and not self._labels.is_grouped(row or ""):
            return row if self._begun and not self._before_head(at) else None
        return row

    def _order(self) -> list[str]:
        """The columns from left to right; where a head over them is missing, as the form has them."""
        if self._labels.middle.keys() <= set(self._heads):
            return columns_in_order(self._heads, self._labels)
        known = [column.label for column in self._labels.table.columns]
        return known if set(known) == set(self._heads) and len(known) == len(self._heads) else []

    @cached_property
    def _has_more(self) -> bool:
        """Whether a head is missing or there are more columns than those of the form: a head that is none of
        its own, or a row with more numbers behind its label."""
        return max(self._counts, default=0) > len(self._labels.table.columns)

    @cached_property
    def _has_gaps(self) -> bool:
        """Whether a cell may have left no trace: a row has fewer numbers behind its label than columns, or
        where rows end is not told."""
        columns = len(self._labels.table.columns)
        return self._flat[0].origin[0] == self._flat[-1].origin[0] or any(
            0 < count < columns for count in self._counts
        )

    @cached_property
    def _counts(self) -> list[int]:
        """How many numbers stand in a line behind each label."""
        counts: list[int] = []
        label: Cell | None = None
        for cell in self._flat:
            if is_blank(cell.text):
                continue
            if read_number(cell.text) is None:
                named = self._labels.row_anywhere(cell.text) or self._labels.group(cell.text)
                label = cell if named else None
                counts += [0] if named else []
            elif label and label.origin[0] == cell.origin[0]:
                counts[-1] += 1
        return counts

    @property
    def _is_sure(self) -> bool:
        """Whether every head over others is there, so that the order of the heads is known."""
        return self._labels.middle.keys() <= set(self._heads)

    def _row(self, at: int, row: str) -> None:
        self._begun = True
        if order := self._order():
            self._take(at, row, order)
        if not self._labels.is_grouped(row):
            self._group = ""

    def _take(self, at: int, row: str, order: Sequence[str]) -> None:
        self._walk.rows.add(at)
        usual = self._labels.columns_of(row)
        heads = list(zip(self._heads, self._head_cells, strict=True))
        under = [cell for head, cell in heads if head in self._labels.under]
        tops = [cell for head, cell in heads if head not in self._labels.under]
        told = list(order) == usual or are_side_by_side([tops, under], self._flat[at])
        self._walk.take(
            at, self._labels.paths(row, order), self._names, more=self._has_more, sure=self._is_sure,
            alone=self._has_gaps, usual=[] if told else self._labels.paths(row, usual),
        )  # fmt: skip

    def _before_head(self, at: int) -> bool:
        """Whether a head is the next cell that is not blank."""
        near = self._flat[at + 1 : at + _NEAR]
        after = next((cell for cell in near if not is_blank(cell.text)), None)
        return after is not None and self._labels.head(after.text) is not None

    def _bare_group(self, at: int, group: str) -> None:
        """A group that has numbers of its own stands for the row that takes them."""
        taker = self._labels.taker(group)
        order = self._order()
        if taker is None or not order or at + 1 >= len(self._flat) or is_blank(self._flat[at + 1].text):
            return
        if read_number(self._flat[at + 1].text) is not None:
            self._cells.merge(group, taker)
            self._take(at, taker.name, order)

    def _names(self, text: str) -> bool:
        """Whether a text is a label of the table, or begins the next."""
        return (
            self._labels.group(text) is not None
            or self._labels.row_anywhere(text) is not None
            or self._labels.is_outer(text)
            or self._ends(text)
            or self._labels.head(text) in self._tops
        )
