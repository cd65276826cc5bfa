"""Grids to the numbers of the form, by labels: group, row label, column heads. Never by position."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.documents.read.blocks import Cell, Grid
from app.documents.read.cells import Cells
from app.documents.read.labels import (
    OTHER_GROUP,
    dispute_column,
    dispute_group,
    proactive_column,
    proactive_row,
    request_column,
    request_group,
    request_row,
    squeeze,
)
from app.documents.read.loose import read_loose
from app.documents.read.numbers import is_blank, read_number
from app.documents.read.order import dispute_order, distinct, is_number, request_order
from app.documents.read.trial import is_trial, read_trial
from sections.form import (
    APPLICANTS,
    DISPUTE_COLUMNS,
    DISPUTE_GROUPS,
    PROACTIVE_COLUMNS,
    REQUEST_COLUMNS,
    REQUEST_ROWS,
)

_LEVELS: Final = {row.name: row.level for row in REQUEST_ROWS}
_LONGEST_NUMBER: Final = 14
_CORPORATE: Final = frozenset(APPLICANTS) - {"natural_person", "other"}
Row = Sequence[Cell]


def read_tables(grids: Iterable[Grid]) -> Cells:
    """The numbers of all tables of a document."""
    cells, grids = Cells(), list(grids)
    disputes = _Disputes(cells)
    readers: tuple[_Proactive | _Requests | _Disputes, ...] = (_Requests(cells), disputes)
    if is_trial(grids):
        cells.form = "2019"
        read_trial(grids, cells)
    else:
        readers = (_Proactive(cells), *readers)
    for grid in grids:
        if not grid.aligned:
            read_loose(grid, cells)
            continue
        for reader in readers:
            reader.start(grid)
            for row in grid.rows:
                reader.take(row)
    disputes.finish()
    cells.finish()
    return cells


def is_table_of_form(grid: Grid) -> bool:
    """Whether a grid holds labels of the form, and so is no frame around running text."""
    texts = {cell.text for row in grid.rows for cell in row if len(cell.text) < 60}
    found = sum(
        bool(request_row(t) or proactive_row(t) or dispute_column(t) or request_group(t)) for t in texts
    )
    return found >= 2


class _Proactive:
    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._heads: dict[int, tuple[str, str]] = {}

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads."""

    def take(self, row: Row) -> None:
        at = next((i for i, cell in enumerate(row) if proactive_row(cell.text)), None)
        if at is None:
            heads = {i: (name, c.text) for i, c in enumerate(row) if (name := proactive_column(c.text))}
            self._heads = heads or self._heads
            return
        name = proactive_row(row[at].text) or ""
        values = [(i, cell) for i, cell in enumerate(row) if i > at and cell.origin != row[at].origin]
        if name in {"regulations", "normative_documents"}:
            self._documents(name, values)
        else:
            self._single(name, values)

    def _documents(self, name: str, values: list[tuple[int, Cell]]) -> None:
        names = [column.name for column in PROACTIVE_COLUMNS]
        heads = list(dict.fromkeys(self._heads[i][0] for i in sorted(self._heads)))
        if set(heads) != set(names):
            return
        by_head = {self._heads[i][0]: cell for i, cell in values if i in self._heads}
        cells = distinct(cell for _, cell in values)
        beside = any(i not in self._heads and is_number(cell) for i, cell in values)
        if len(cells) == len(names) or beside or len(by_head) < len(names):
            self._cells.put_in_order([f"proactive.{name}.{column}" for column in heads], cells)
        else:
            self._cells.put_row([f"proactive.{name}.{column}" for column in by_head], list(by_head.values()))

    def _single(self, name: str, values: list[tuple[int, Cell]]) -> None:
        distinct = list({cell.origin: cell for _, cell in values}.values())
        filled = [cell for cell in distinct if not is_blank(cell.text)]
        field = f"proactive.{name}"
        if not distinct:
            return
        if len(filled) > 1:
            self._cells.doubt(field, " ".join(cell.text for cell in filled), "这一行有几个数")
            return
        raw = filled[0].text if filled else ""
        if name == "fees":
            self._cells.put_fees(raw, " ".join(text for _, text in self._heads.values()))
        else:
            self._cells.put(field, raw)


class _Requests:
    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._columns: dict[int, str] = {}
        self._heads: dict[tuple[int, int], str] = {}
        self._order: list[str] = []
        self._width = 0
        self._in_head = False
        self._group = ""

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads where the piece has the same width."""
        if grid.width != self._width:
            self._columns, self._group = {}, ""
        self._width, self._in_head = grid.width, False

    def take(self, row: Row) -> None:
        heads = {i: name for i, cell in enumerate(row) if (name := request_column(cell.text))}
        names = set(heads.values())
        if "natural_person" in names or len(names & _CORPORATE) >= 2:
            if not self._in_head:
                self._columns, self._heads = {}, {}
            self._heads |= {row[i].origin: name for i, name in heads.items()}
            self._order = request_order(list(self._heads.values()))
            self._columns |= {i: name for i, name in heads.items() if name != "legal"}
            self._in_head = True
            return
        if any(dispute_group(cell.text) for cell in row):
            self._columns = {}
        if not self._columns:
            return
        if self._has_slid(row):
            self._slid(row)
            return
        labels = [cell for i, cell in enumerate(row) if i not in self._columns and not is_blank(cell.text)]
        groups = [group for cell in labels if (group := request_group(cell.text))]
        self._group = groups[-1] if groups else self._group
        found = [name for cell in labels if (name := request_row(cell.text, self._group))]
        if found:
            self._in_head = False
            self._row(found[-1], row)
        elif groups and all(_names_group(cell.text) for cell in labels):
            self._bare_group(groups[-1], row)

    def _has_slid(self, row: Row) -> bool:
        """Whether a label stands under a head of numbers, or a number before the first: a cell above or
        beside it spans more or less than it should."""
        labels = [
            i
            for i, cell in enumerate(row)
            if request_group(cell.text) or request_row(cell.text, self._group or OTHER_GROUP)
        ]
        if any(i in self._columns for i in labels):
            return True
        if not labels:
            return False
        behind = [(i, cell) for i, cell in enumerate(row) if i > labels[-1]]
        if set(self._columns.values()) != {column.name for column in REQUEST_COLUMNS}:
            return True
        first = min((i for i in self._columns if i > labels[-1]), default=0)
        if any(i < first and is_number(cell) for i, cell in behind):
            return True
        beside = any(i > max(self._columns) and is_number(cell) for i, cell in behind)
        return beside and sum(not is_blank(cell.text) for cell in distinct(c for _, c in behind)) == len(
            REQUEST_COLUMNS
        )

    def _slid(self, row: Row) -> None:
        """Take such a row by the order of its cells; in doubt where they are not as many as the heads."""
        whole = distinct(row)
        groups = [group for cell in whole if (group := request_group(cell.text))]
        self._group = groups[-1] if groups else self._group
        found = [(at, name) for at, cell in enumerate(whole) if (name := request_row(cell.text, self._group))]
        if not found:
            return
        self._in_head = False
        at, name = found[-1]
        if self._order:
            self._cells.put_in_order([f"requests.{name}.{column}" for column in self._order], whole[at + 1 :])
        else:
            fields = [f"requests.{name}.{column.name}" for column in REQUEST_COLUMNS]
            self._cells.doubt_row(fields, whole[at + 1 :])
        if _LEVELS[name] < 2:
            self._group = ""

    def _by_order(self, row: Row, here: int) -> dict[str, Cell]:
        """The cells of the row itself behind its label, where they are as many as the heads."""
        own = [cell for cell in distinct(row) if cell.origin[0] == here]
        labels = [
            i for i, cell in enumerate(own) if request_row(cell.text, self._group) or request_group(cell.text)
        ]
        behind = own[labels[-1] + 1 :] if labels else []
        return dict(zip(self._order, behind, strict=True)) if len(behind) == len(self._order) else {}

    def _bare_group(self, group: str, row: Row) -> None:
        """（六）其他处理 may have no sub-rows: its numbers are 3.其他 of today's form."""
        cells = self._values(row)
        if group == OTHER_GROUP and any(not is_blank(cell.text) for cell in cells.values()):
            self._cells.merge_other()
            self._row("other_other", row)

    def _values(self, row: Row) -> dict[str, Cell]:
        by_name: dict[str, list[Cell]] = {}
        for i, cell in enumerate(row):
            if i in self._columns and cell not in by_name.setdefault(self._columns[i], []):
                by_name[self._columns[i]].append(cell)
        return {name: _one(cells) for name, cells in by_name.items()}

    def _row(self, name: str, row: Row) -> None:
        here = max(cell.origin[0] for cell in row)
        values = self._values(row)
        if own := self._by_order(row, here):
            values = own
        elif any(not is_blank(cell.text) and cell.origin[0] < here for cell in values.values()):
            self._cells.doubt_row([f"requests.{name}.{column}" for column in values], distinct(row))
            return
        wanted = [column.name for column in REQUEST_COLUMNS if column.name in values]
        self._cells.put_row([f"requests.{name}.{column}" for column in wanted], [values[c] for c in wanted])
        if _LEVELS[name] < 2:
            self._group = ""


def _names_group(text: str) -> bool:
    """Whether a label is a group or what stands above the groups, so that no sub-row is named beside it."""
    return bool(request_group(text)) or "办理结果" in squeeze(text) or read_number(text) is not None


def _one(cells: list[Cell]) -> Cell:
    """The cell that holds the number where a head spans several."""
    filled = [cell for cell in cells if not is_blank(cell.text)]
    if len(filled) > 1:
        return Cell(" ".join(cell.text for cell in filled), filled[0].origin)
    return filled[0] if filled else cells[0]


class _Disputes:
    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._groups: dict[int, str] = {}
        self._outcomes: dict[int, str] = {}
        self._heads: dict[tuple[int, int], tuple[str, str]] = {}
        self._width = 0
        self._blank: tuple[Row, dict[int, str], dict[int, str]] | None = None

    def start(self, grid: Grid) -> None:
        """A table in pieces keeps its heads where the piece has the same width."""
        if grid.width != self._width:
            self._groups, self._outcomes = {}, {}
        self._width = grid.width

    def take(self, row: Row) -> None:
        groups = [dispute_group(cell.text) for cell in row]
        outcomes = {i: name for i, cell in enumerate(row) if (name := dispute_column(cell.text))}
        if any(groups) or len(set(outcomes.values())) >= 3:
            self._head(row, groups, outcomes)
        elif self._outcomes and any(i in self._outcomes for i in range(len(row))):
            self._numbers(row)

    def _head(self, row: Row, groups: list[str | None], outcomes: dict[int, str]) -> None:
        if "reconsideration" in groups and "litigation" in groups:
            self._groups, self._outcomes, self._heads = {}, {}, {}
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

    def _numbers(self, row: Row) -> None:
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
        if self._blank and not any(field.startswith("disputes.") for field in self._cells.numbers):
            row, self._groups, self._outcomes = self._blank
            self._put(row)

    def _put(self, row: Row) -> None:
        """Take a row by its heads, or by their order where a span is wrong above it or in it."""
        order = dispute_order(
            [group for group, _ in self._heads.values() if group and group != "litigation"],
            [outcome for _, outcome in self._heads.values() if outcome],
        )
        cells = distinct(row)
        moved = not self._outcomes.keys() <= self._groups.keys() or any(
            i not in self._outcomes and is_number(cell) for i, cell in enumerate(row)
        )
        if order and (moved or len(cells) == len(order)):
            self._cells.put_in_order(order, cells)
            return
        self._put_by_heads(row)

    def _put_by_heads(self, row: Row) -> None:
        """Take a row where every outcome of a group has one cell, however many columns that covers."""
        for group in DISPUTE_GROUPS:
            columns = [i for i, name in self._groups.items() if name == group.name and i < len(row)]
            cells: dict[str, set[Cell]] = {}
            for i in columns:
                cells.setdefault(self._outcomes.get(i, ""), set()).add(row[i])
            if (
                len(cells) == len(DISPUTE_COLUMNS)
                and all(len(one) == 1 for one in cells.values())
                and "" not in cells
            ):
                named = {f"disputes.{group.name}.{name}": one.pop() for name, one in cells.items()}
                self._cells.put_row(list(named), list(named.values()))
