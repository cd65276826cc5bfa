"""A table of one line of numbers under heads over heads."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import distinct, is_number, strip_in_order
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import StripLabels
from app.documents.read.tables.leaf_heads import Origin, has_blank, rows_covered
from app.documents.read.tables.numbers import is_blank, read_number
from app.documents.read.tables.witnesses import Assignment, Testimony

_LONGEST_NUMBER: Final = 14
_LONGEST_CAPTION: Final = 30
_LEAST_HEADS: Final = 3
"""Columns that a row of heads names at least, where no head over them stands in it."""


class StripReader:
    """Reads the line of the table in grids whose columns are aligned."""

    def __init__(self, labels: StripLabels, cells: Cells) -> None:
        self._labels = labels
        self._cells = cells
        self._groups: dict[int, str] = {}
        self._outcomes: dict[int, str] = {}
        self._heads: dict[tuple[int, int], tuple[str, str]] = {}
        self._leaves: dict[int, Cell] = {}
        self._covered: Counter[Origin] = Counter()
        self._width = 0
        self._caption = ""
        self._blank: tuple[GridRow, dict[int, str], dict[int, str]] | None = None

    def under_caption(self, text: str) -> None:
        """Take the next grid for the row that the line above it names, where no head in it names one."""
        names = {row.name for row in self._labels.table.rows}
        parts = [text, *re.findall(r"[（(]([^（）()]+)[)）]", text)]
        found = [name for part in parts if (name := self._labels.strip_head(part)) in names]
        self._caption = (found[-1] or "") if found and len(text) <= _LONGEST_CAPTION else ""

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads where the piece has the same width."""
        if grid.width != self._width:
            self._groups, self._outcomes = {}, {}
        self._width = grid.width
        self._covered = rows_covered(grid)

    def take(self, row: GridRow) -> None:
        """A row of a grid: heads, numbers, or neither."""
        groups = [self._labels.strip_head(cell.text) for cell in row]
        outcomes = {i: name for i, cell in enumerate(row) if (name := self._labels.column(cell.text))}
        if any(groups):
            self._caption = ""
        if any(groups) or len(set(outcomes.values())) >= _LEAST_HEADS:
            self._head(row, groups, outcomes)
        elif self._outcomes and any(i in self._outcomes for i in range(len(row))):
            self._numbers(row)
        elif self._groups and not self._outcomes:
            self._headless(row)

    def _headless(self, row: GridRow) -> None:
        """A line of numbers under the heads of rows alone: which is which cannot be told, and it may be the
        table."""
        cells = distinct(row)
        numbers = sum(map(is_number, cells))
        if numbers >= len(self._labels.table.columns) and all(
            is_number(cell) or is_blank(cell.text) for cell in cells
        ):
            self._cells.doubt_row(self._labels.table.paths, cells)

    def _head(self, row: GridRow, groups: list[str | None], outcomes: dict[int, str]) -> None:
        if self._labels.first_heads.issubset(groups):
            self._groups, self._outcomes, self._heads, self._leaves = {}, {}, {}, {}
        self._leaves |= {i: c for i, c in enumerate(row) if c.text.strip() or i not in self._leaves}
        if self._caption:
            self._groups, self._outcomes, self._heads, self._leaves = {}, {}, {}, dict(enumerate(row))
            groups = [self._caption] * len(row)
        for i, cell in enumerate(row):
            if groups[i] or i in outcomes:
                self._heads[cell.origin] = (groups[i] or "", outcomes.get(i, ""))
        current: str | None = None
        for i, cell in enumerate(row):
            if groups[i]:
                current = groups[i]
            elif not is_blank(cell.text):
                current = None
            if current:
                self._groups[i] = current
        self._outcomes |= outcomes

    def _numbers(self, row: GridRow) -> None:
        if any(len(cell.text) > _LONGEST_NUMBER for cell in row):
            return  # a note
        if all(is_blank(cell.text) for cell in row):
            self._blank = self._blank or (row, self._groups, self._outcomes)
            return
        if all(cell.text and read_number(cell.text) is None for cell in row):
            return
        self._put(row)

    def finish(self) -> None:
        """A row left blank holds zeros, unless another one has numbers."""
        if self._blank and not self._is_found():
            row, self._groups, self._outcomes = self._blank
            self._put(row)

    def _put(self, row: GridRow) -> None:
        """Let place, order and sums say which cell of the row belongs to which head."""
        table = self._labels.table
        paths = table.row_paths(self._caption) if self._caption else table.paths
        order = strip_in_order(
            [group for group, _ in self._heads.values() if group],
            [outcome for _, outcome in self._heads.values() if outcome],
            self._labels,
        )
        place, torn = self._placed(row)
        if not self._is_headed():
            place = {}  # a head is missing, and the rest has moved
        torn |= {cell.origin for cell in row if self._covered.get(cell.origin, 1) > 1}
        cells = distinct(row)
        leaves = list(dict.fromkeys(self._leaves[i].origin for i in sorted(self._leaves)))
        more = any(not self._path(origin) for origin in leaves)
        unheaded = any(
            not is_blank(cell.text) and (i not in self._leaves or not self._leaves[i].text.strip())
            for i, cell in enumerate(row)
        )
        strays = unheaded or (more and any(is_blank(cell.text) for cell in row))
        named = [self._path(origin) if place else "" for origin in leaves]
        orders = [] if more and len(leaves) > len(paths) else [_zipped(order, cells)]
        contradicted = bool(order) and [name for name in named if name] != order
        if contradicted:
            place = place if len(place) == len(paths) else {}
        else:
            orders.append(_zipped(named, cells))
        if not any(named) or all(named):
            orders.append(_zipped(order, [cell for cell in cells if not is_blank(cell.text)]))
        if len(row) == len(self._leaves) and not contradicted:
            spread = [
                row[min(i for i in self._leaves if self._leaves[i].origin == origin)] for origin in leaves
            ]
            orders.append(_zipped(named, spread))
        if len(named) == len(paths) and all(a in {"", b} for a, b in zip(named, paths, strict=True)):
            told = _zipped(list(paths), cells)
            unnamed = [path for path, name in zip(paths, named, strict=True) if not name]
            orders += [] if told and any(is_blank(told[path].text) for path in unnamed) else [told]
        if place or any(orders):
            short = more and len(cells) < len(leaves)
            found = [cells for cells in orders if cells]
            self._cells.decide(Testimony(paths, place, found, cells, short, strays, torn, unheaded))

    def _is_headed(self) -> bool:
        """Whether every outcome stands under the head of a row, and every such head over outcomes."""
        rows = {row.name for row in self._labels.table.rows}
        return all(
            (i in self._outcomes) == (i in self._groups)
            and (i not in self._outcomes or self._groups.get(i) in rows)
            for i in self._leaves
        )

    def _path(self, origin: Origin) -> str:
        """The path of the cells under a head, or 「」."""
        at = next((i for i, cell in self._leaves.items() if cell.origin == origin), -1)
        row, column = self._groups.get(at, ""), self._outcomes.get(at, "")
        known = self._labels.table.rows
        return self._labels.path(row, column) if column and row in {row.name for row in known} else ""

    def _placed(self, row: GridRow) -> tuple[dict[str, Cell], frozenset[Origin]]:
        """The cells under their heads, and those that stand under several."""
        under: dict[str, list[Cell]] = {}
        heads: dict[str, set[Origin]] = {}
        over: dict[Origin, set[Origin]] = {}
        for i, cell in enumerate(row):
            head = self._leaves.get(i)
            path = self._path(head.origin) if head else ""
            if head is None:
                continue
            over.setdefault(cell.origin, set()).add(head.origin)
            if path:
                heads.setdefault(path, set()).add(head.origin)
                under.setdefault(path, []).append(cell)
        single = {path: cells for path, cells in under.items() if len(heads[path]) == 1}
        place: dict[str, Cell] = {}
        for path, cells in single.items():
            filled = [cell for cell in distinct(cells) if not is_blank(cell.text)]
            if len(filled) < 2:
                place[path] = (filled or cells)[0]
        if len(place) < len(single) and has_blank(place):
            place = {}
        return place, frozenset(origin for origin, several in over.items() if len(several) > 1)

    def _is_found(self) -> bool:
        return not self._cells.numbers.keys().isdisjoint(self._labels.table.paths)


def _zipped(paths: Sequence[str], cells: Sequence[Cell]) -> Assignment:
    """The cells by the order of their heads, blank ones behind the last aside; empty where they are not
    as many
    or a head stands there twice."""
    if any(not is_blank(cell.text) for cell in cells[len(paths) :]) or not 0 < len(paths) <= len(cells):
        return {}
    known = [path for path in paths if path]
    return (
        {}
        if len(set(known)) < len(known)
        else {path: cell for path, cell in zip(paths, cells, strict=False) if path}
    )
