"""Tables pasted as text, a cell a line or a row a line: cells are recovered by walking the labels.

A row is taken only when it has exactly as many cells, blank columns at its sides aside, or is spread over
lines with exactly as many filled cells, as the form has columns, or is blank throughout; otherwise its fields
are in doubt, because a lost blank would shift the rest."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Final

from app.documents.read.blocks import Cell, Grid
from app.documents.read.tables.cell_order import columns_in_order, strip_in_order
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import Labels, StripLabels, TableLabels, is_label
from app.documents.read.tables.numbers import is_blank, read_number
from app.documents.read.tables.witnesses import Testimony, has_sums
from sections.form.elements import Shape

_CANNOT: Final = "空格丢失，无法确定各数字属于哪一列"
_LONGEST: Final = 12
_NEAR: Final = 8
_ENUMERATOR: Final = re.compile(r"[（(][一二三四五六七][)）]|[一二三四]、")


def read_unaligned(grid: Grid, labels: Labels, cells: Cells) -> None:
    """Read whatever tables of the form ``grid`` holds, whose rows are mere lists of cells."""
    rows = [list(row) for row in grid.rows if row]
    flat = _joined([cell for row in rows for cell in row])
    walk = _Walk(flat, cells)
    for table in labels.tables:
        if isinstance(table, StripLabels):
            _strip(flat, table, cells)
        elif table.table.shape is Shape.MATRIX:
            _Matrix(walk, table, labels).read()
        else:
            _Banded(walk, table, labels).read()


def _joined(flat: list[Cell]) -> list[Cell]:
    """The cells in order, a label broken over two lines put together again."""
    result: list[Cell] = []
    skip = False
    for cell, after in zip(flat, [*flat[1:], Cell("", (-1, 0))], strict=True):
        if skip:
            skip = False
            continue
        if is_label(cell.text + after.text) and (
            (_part(cell.text) and _part(after.text)) or _ENUMERATOR.fullmatch(cell.text.strip())
        ):
            result.append(Cell(cell.text + after.text, cell.origin))
            skip = True
        else:
            result.append(cell)
    return result


def _part(text: str) -> bool:
    """Whether a cell may be a piece of a broken label: neither a number nor a label of its own."""
    return read_number(text) is None and not is_label(text)


class _Walk:
    """The cells one after another, and where their numbers go."""

    def __init__(self, flat: list[Cell], cells: Cells) -> None:
        self.flat = flat
        self.cells = cells

    def take(
        self, at: int, paths: Sequence[str], stop: Callable[[Cell], bool], head: str = "", more: bool = False
    ) -> None:
        """Give ``paths`` the cells behind ``at``: those of its row, or the filled ones up to ``stop``.

        Cells that only follow one another have no place; it is a witness only that a row of its own has just as
        many cells as there are heads. ``more``: there are other columns than those of the form."""
        behind = list(takewhile(lambda cell: not stop(cell), self.flat[at + 1 :]))
        same = [cell for cell in behind if cell.origin[0] == self.flat[at].origin[0]]
        found = _of_row(same, len(paths)) if len(same) >= len(paths) else _filled(behind)
        if len(found) != len(paths):
            self._doubt(paths, behind)
            return
        order = dict(zip(paths, found, strict=True))
        rows = len(same) == len(paths) or not has_sums(paths, self.cells.form)
        place = order if rows and not more else {}
        self.cells.decide(Testimony(paths, place, [order], behind), head, _CANNOT)

    def _doubt(self, paths: Sequence[str], behind: Sequence[Cell]) -> None:
        raw = " ".join(cell.text.strip() for cell in behind)
        for path in paths:
            self.cells.doubt(path, raw, _CANNOT)


def _filled(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if not is_blank(cell.text)]


def _of_row(row: list[Cell], count: int) -> list[Cell]:
    """The ``count`` cells of a row that hold its numbers, or []; blank columns may stand on either side."""
    filled = _filled(row)
    if not filled:
        return row[:count]
    if len(row) == count or len(filled) == count == 1 + row.index(filled[-1]) - row.index(filled[0]):
        return row if len(row) == count else filled
    if not is_blank(row[0].text) and not _filled(row[count:]):
        return row[:count]
    return row[-count:] if not is_blank(row[-1].text) and not _filled(row[:-count]) else []


def _is_prose(cell: Cell) -> bool:
    """Whether a text is too long for a cell of numbers, and no number."""
    return len(cell.text.strip()) > _LONGEST and read_number(cell.text) is None


# --- blocks below one another ---------------------------------------------------------------------------


class _Banded:
    def __init__(self, walk: _Walk, labels: TableLabels, form: Labels) -> None:
        self._flat, self._labels, self._form = walk.flat, labels, form
        self._walk, self._cells = walk, walk.cells
        self._heads: dict[str, str] = {}
        """Column -> its head as printed, which may say the measure."""
        self._unknown = False
        self._row_of_heads = -1

    def read(self) -> None:
        """Walk the cells: heads and, behind each row label, the numbers under them."""
        for at, cell in enumerate(self._flat):
            column, row = self._labels.column(cell.text), self._labels.row(cell.text)
            if self._form.is_row_head(cell.text):
                self._heads, self._unknown, self._row_of_heads = {}, False, cell.origin[0]
            elif column:
                self._heads.pop(column, None)
                self._heads[column] = cell.text
            elif row:
                self._row(at, row)
                self._row_of_heads = -1
            elif cell.text.strip() and self._row_of_heads >= 0 and not self._form.is_band(cell.text):
                self._unknown = True

    def _row(self, at: int, row: str) -> None:
        columns = self._labels.columns_of(row)
        head = " ".join(self._heads.values())
        if len(columns) > 1:
            if set(self._heads) == set(columns):
                paths = self._labels.paths(row, self._heads)
                self._walk.take(at, paths, self._ends, head, self._unknown)
        elif row == self._labels.table.rows[-1].name:
            self._last(at, self._labels.path(row, columns[0]), head)
        else:
            self._walk.take(at, self._labels.paths(row, columns), self._ends, head)

    def _last(self, at: int, path: str, head: str) -> None:
        """The number of the last row: the next cell, since what follows behind it is not of the table."""
        after = self._flat[at + 1] if at + 1 < len(self._flat) else None
        if after is None or self._ends(after):
            return
        if after.origin[0] == self._flat[at].origin[0] or not is_blank(after.text):
            self._cells.put(path, after.text, head)

    def _ends(self, cell: Cell) -> bool:
        text = cell.text
        return (
            self._labels.row(text) is not None
            or self._labels.column(text) is not None
            or self._form.is_band(text)
            or self._form.is_row_head(text)
            or _is_prose(cell)
        )


# --- labels on the left, heads above ------------------------------------------------------------------


class _Matrix:
    def __init__(self, walk: _Walk, labels: TableLabels, form: Labels) -> None:
        self._flat, self._labels, self._form = walk.flat, labels, form
        self._walk, self._cells = walk, walk.cells
        under = frozenset[str]().union(*labels.middle.values())
        self._tops = (labels.sure - under) | labels.middle.keys()
        """Heads of the first line that are heads for certain."""
        self._heads: list[str] = []
        self._group = ""
        self._begun = False

    def read(self) -> None:
        """Walk the cells: heads and, behind each label, its numbers."""
        for at, cell in enumerate(self._flat):
            if self._form.is_strip_head(cell.text):
                self._heads, self._begun = [], False
            if found := self._labels.group(cell.text):
                self._group, self._begun = found, True
                self._bare_group(at, found)
            elif row := self._row_at(at):
                self._row(at, row)
            elif not self._begun and (head := self._labels.head(cell.text)):
                self._heads.append(head)

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
        its own, or a row with more numbers."""
        rows = Counter(
            cell.origin[0] for cell in self._flat if read_number(cell.text) is not None and cell.text.strip()
        )
        labelled = {
            cell.origin[0] for cell in self._flat
            if self._labels.row_anywhere(cell.text) or self._labels.group(cell.text)
        }  # fmt: skip
        most = max((rows[row] for row in labelled), default=0)
        return most > len(self._labels.table.columns) or not self._labels.middle.keys() <= set(self._heads)

    def _row(self, at: int, row: str) -> None:
        self._begun = True
        if order := self._order():
            self._walk.take(at, self._labels.paths(row, order), self._ends, more=self._has_more)
        if not self._labels.is_grouped(row):
            self._group = ""

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
            self._walk.take(at, self._labels.paths(taker.name, order), self._ends, more=self._has_more)

    def _ends(self, cell: Cell) -> bool:
        text = cell.text
        return (
            self._labels.group(text) is not None
            or self._labels.row_anywhere(text) is not None
            or self._labels.is_outer(text)
            or self._form.is_strip_head(text)
            or self._labels.head(text) in self._tops
            or _is_prose(cell)
        )


# --- one line of numbers --------------------------------------------------------------------------------


def _strip(flat: list[Cell], labels: StripLabels, cells: Cells) -> None:
    """A table in pieces may repeat its heads, so each begins anew."""
    first = labels.table.rows[0].name
    starts = [i for i, cell in enumerate(flat) if labels.strip_head(cell.text) == first]
    for start, end in pairwise([*starts, len(flat)]):
        _strip_piece(flat[:end], start, labels, cells)


def _strip_piece(flat: list[Cell], start: int, labels: StripLabels, cells: Cells) -> None:
    def known(text: str) -> bool:
        return bool(labels.strip_head(text) or labels.column(text))

    heads: list[str] = []
    columns: list[str] = []
    last = start
    for at, cell in enumerate(flat[start:], start=start):
        row, column = labels.strip_head(cell.text), labels.column(cell.text)
        if row:
            heads.append(row)
        elif column:
            columns.append(column)
        if row or column:
            last = at
    more = any(cell.text.strip() and not known(cell.text) for cell in flat[start:last])
    paths = strip_in_order(heads, columns, labels)
    if not paths or last + 1 >= len(flat):
        return
    numbers = flat[last + 1 :]
    if len(numbers) < len(paths) and not _filled(numbers):
        return
    first = Cell("", (numbers[0].origin[0], -1))
    _Walk([first, *numbers], cells).take(0, paths, _is_prose, more=more or len(_filled(numbers)) > len(paths))
