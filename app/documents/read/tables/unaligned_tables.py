"""Tables pasted as text, a cell a line or a row a line: cells are recovered by walking the labels.

A row is taken only when it has exactly as many cells, blank columns at its sides aside, or is spread over
lines with exactly as many filled cells, as the form has columns, or is blank throughout; otherwise its fields
are in doubt, because a lost blank would shift the rest."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Final

from app.documents.read.blocks import Cell, Grid
from app.documents.read.tables.cell_order import columns_in_order, strip_in_order
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import (
    Labels,
    StripLabels,
    TableLabels,
    is_label,
    is_whole_label,
)
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
    """The cells in order, a label broken over two or three lines put together again."""
    result: list[Cell] = []
    at = 0
    while at < len(flat):
        broken = [n for n in (2, 3) if _is_broken(flat[at : at + n], n)]
        whole = (n for n in broken if is_whole_label("".join(cell.text for cell in flat[at : at + n])))
        count = next(whole, broken[0] if broken else 1)
        text = "".join(cell.text for cell in flat[at : at + count])
        result.append(Cell(text, flat[at].origin) if count > 1 else flat[at])
        at += count
    return result


def _is_broken(cells: Sequence[Cell], count: int) -> bool:
    """Whether these cells, none of them a label or a number, are one label; its numbering may lead it."""
    if (
        len(cells) < count
        or read_number(cells[0].text) is not None
        or not is_label("".join(cell.text for cell in cells))
    ):
        return False
    led = count == 2 and _ENUMERATOR.fullmatch(cells[0].text.strip()) is not None
    return led or all(_part(cell.text) for cell in cells)


def _part(text: str) -> bool:
    """Whether a cell may be a piece of a broken label: neither a number nor a label of its own."""
    return read_number(text) is None and not is_label(text)


class _Walk:
    """The cells one after another, and where their numbers go."""

    def __init__(self, flat: list[Cell], cells: Cells) -> None:
        self.flat = flat
        self.cells = cells

    def take(
        self, at: int, paths: Sequence[str], stop: Callable[[Cell], bool], head: str = "", *,
        more: bool = False, sure: bool = True,
    ) -> None:  # fmt: skip
        """Give ``paths`` the cells behind ``at``: those of its row, or the filled ones up to ``stop``.

        Cells that only follow one another have no place; it is a witness only that a row of its own has
        just as
        many cells as there are heads. ``more``: there are other columns than those of the form; ``sure``: the
        order of the heads is known."""
        behind = list(takewhile(lambda cell: not stop(cell), self.flat[at + 1 :]))
        same = [cell for cell in behind if cell.origin[0] == self.flat[at].origin[0]]
        found = _of_row(same, len(paths)) if len(same) >= len(paths) else _filled(behind)
        if len(found) != len(paths):
            self._doubt(paths, behind)
            return
        order = dict(zip(paths, found, strict=True))
        whole = len(same) == len(paths) or found == same[: len(paths)] == _filled(same)
        rows = whole or not has_sums(paths, self.cells.form)
        place = order if rows and not more and sure else {}
        short = more and len(same if len(same) > 1 else _filled(behind)) <= len(paths)
        self.cells.decide(Testimony(paths, place, [order], behind, short), head, _CANNOT)

    def _doubt(self, paths: Sequence[str], behind: Sequence[Cell]) -> None:
        raw = " ".join(cell.text.strip() for cell in behind)
        for path in paths:
            self.cells.doubt(path, raw, _CANNOT)


def _filled(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if not is_blank(cell.text)]


def _between_blanks(cells: list[Cell], count: int) -> list[Cell]:
    """The first ``count`` cells from the first filled one on, where they are all filled and only blank ones
    stand around them in their row; else all of them."""
    first = next((i for i, cell in enumerate(cells) if not is_blank(cell.text)), 0)
    row = [cell for cell in cells[first:] if cell.origin[0] == cells[first].origin[0]]
    own = row[:count]
    return own if len(_filled(own)) == count and not _filled(row[count:]) else cells


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
                self._heads[column] = cell.text
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
            len(_filled(list(takewhile(lambda cell: not self._ends(cell), self._behind(at)))))
            > len(self._labels.columns_of(row))
            for at, row in named
            if row and row != last
        )

    def _row(self, at: int, row: str) -> None:
        columns = self._labels.columns_of(row)
        head = " ".join(self._heads.values())
        more = self._unknown or self._has_more
        placed = self._under_heads(at, columns) if more or len(self._line) > len(columns) else []
        if len(columns) > 1 and set(self._heads) != set(columns):
            return
        if placed:
            given = self._labels.paths(row, columns)
            place = dict(zip(given, placed, strict=True))
            self._cells.decide(Testimony(given, place, [place], placed), head, _CANNOT)
        elif len(columns) > 1:
            self._walk.take(at, self._labels.paths(row, self._heads), self._ends, head, more=more)
        elif row == self._labels.table.rows[-1].name:
            self._last(at, self._labels.path(row, columns[0]), head)
        else:
            self._walk.take(at, self._labels.paths(row, columns), self._ends, head, more=more)

    def _under_heads(self, at: int, columns: Sequence[str]) -> list[Cell]:
        """The cells under the heads of ``columns``, where row and line of heads have as many cells."""
        behind = self._behind(at)
        if len(behind) != len(self._line) or any(self._line.count(column) != 1 for column in columns):
            return []
        return [behind[self._line.index(column)] for column in columns]

    def _last(self, at: int, path: str, head: str) -> None:
        """The number of the last row: the next cell, since what follows behind it is not of the table."""
        after = self._flat[at + 1] if at + 1 < len(self._flat) else None
        if after is None or self._ends(after):
            return
        own = list(takewhile(lambda cell: not self._ends(cell), self._behind(at)))
        if sum(read_number(cell.text) is not None for cell in _filled(own)) > 1:
            self._cells.doubt(path, " ".join(cell.text for cell in own), "这一行有几个数")
        elif after.origin[0] == self._flat[at].origin[0] or not is_blank(after.text):
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
        its own, or a row with more numbers behind its label."""
        most = count = 0
        label: Cell | None = None
        for cell in self._flat:
            if is_blank(cell.text):
                continue
            if read_number(cell.text) is None:
                named = self._labels.row_anywhere(cell.text) or self._labels.group(cell.text)
                label, count = cell if named else None, 0
            elif label and label.origin[0] == cell.origin[0]:
                count += 1
                most = max(most, count)
        return most > len(self._labels.table.columns)

    @property
    def _is_sure(self) -> bool:
        """Whether every head over others is there, so that the order of the heads is known."""
        return self._labels.middle.keys() <= set(self._heads)

    def _row(self, at: int, row: str) -> None:
        self._begun = True
        if order := self._order():
            paths = self._labels.paths(row, order)
            self._walk.take(at, paths, self._ends, more=self._has_more, sure=self._is_sure)
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
            paths = self._labels.paths(taker.name, order)
            self._walk.take(at, paths, self._ends, more=self._has_more, sure=self._is_sure)

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
    # In one row for all, blank cells are what merged ones left behind, and no heads that were lost.
    in_one_row = flat[start].origin[0] == flat[-1].origin[0]
    sure = in_one_row or all(cell.text.strip() for cell in flat[start:last])
    paths = strip_in_order(heads, columns, labels)
    if not paths or last + 1 >= len(flat):
        return
    numbers = _between_blanks(flat[last + 1 :], len(paths))
    if len(numbers) < len(paths) and not _filled(numbers):
        return
    first = Cell("", (numbers[0].origin[0], -1))
    _Walk([first, *numbers], cells).take(0, paths, _is_prose, more=more, sure=sure)
