"""The numbers collected from the tables of one document, with what was in doubt."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from app.documents.read.blocks import PICTURED, UNSEEN, Cell, Grid
from app.documents.read.tables.cell_order import is_number, prints_zeros
from app.documents.read.tables.exchanged import exchanged_rows
from app.documents.read.tables.numbers import (
    added_words,
    bare_count,
    has_idle_decimals,
    in_wan,
    in_yuan,
    is_blank,
    read_change,
    read_number,
)
from app.documents.read.tables.undated import UNDATED, as_printed, is_undated
from app.documents.read.tables.witnesses import (
    Assignment,
    Testimony,
    before_wrong_sum,
    certain,
    covered_blanks,
    has_sums,
    is_blank_in_front,
    missing_blanks,
)
from sections.form.elements import Row
from sections.form.model import Form
from sections.report.cells import Number
from sections.report.parts import Remark, Unread

_NOT_ALIGNED = "这一行与表头没有对齐"
_STAND_INS = {
    PICTURED: "单元格里是图片或控件，读不出数字",
    UNSEEN: "单元格里的文字看不见或已划掉，不能当作数字",
}
"""Why there is no number where the text of a cell stands in for something else."""
_TWICE = "出现两次，数字不同"
_MERGED_DOWN = "上下两行的合计都不符，这一格可能与下一行合并"
_EXCHANGED = "几列的合计都不符，这一行的数换个先后就相符，无法确定各属于哪一列"
_YUAN = Decimal(10_000)
_SEVERAL = 3


class Cells:
    """Path -> number; a cell put twice with different numbers, or in doubt, is None and listed."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.numbers: dict[str, Number | None] = {}
        self.notes: list[str] = []
        self.remarks: list[Remark] = []
        self._shows_decimals = False
        self._prints_zeros = self._blank_may_be_merged = self._has_gaps = self._fills_tables = False
        self._merged: dict[str, Row] = {}
        self._doubts: dict[str, Unread] = {}
        self._left: dict[str, tuple[str, str]] = {}
        """Path -> the row and why this cell of it was not taken; another piece of the table may hold it."""
        self._claims: dict[str, Decimal] = {}
        """Path -> the number that stood in its place in a row of which it was not taken."""
        self._in_front: list[Assignment] = []
        self._moved = 0
        self._wrong_rows: list[Assignment] = []
        """The rows of the grid, with nothing for those whose sums hold."""
        self._in_order: list[Assignment] = []
        """The rows of which nothing but order and sums told the columns."""

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The doubts in the order of the form."""
        return tuple(self._doubts[path] for path in self.form.paths if path in self._doubts)

    def open(self, grids: Sequence[Grid]) -> None:
        """The grids of the document: where one of them has a number in every cell, no zero is left blank; of
        interest only where one does not show what is merged."""
        hides_merged = any(not grid.shows_merged for grid in grids)
        self._fills_tables = hides_merged and any(map(_is_filled, grids))

    def enter(self, grid: Grid) -> None:
        """The rows that follow are those of a grid: where it or another prints its zeros and it does not show
        what is merged, a blank may belong to the cell before it."""
        self._end_grid()
        self._prints_zeros = prints_zeros(grid.rows)
        says_zero = self._prints_zeros or self._fills_tables
        self._blank_may_be_merged = says_zero and not grid.shows_merged
        self._shows_decimals = _shows_decimals(grid)
        self._has_gaps = grid.aligned and not grid.shows_merged and _has_gap(grid)

    def put(self, path: str, raw: str, head: str = "") -> None:
        """Take the text of a cell; ``head`` is printed over it, perhaps with the measure."""
        column = self.form.places[path].column
        count = bare_count(raw)
        if count is not None and not (column.is_change or column.measure.is_money):
            self._keep(path, count, raw)
            return
        number = read_change(raw) if column.is_change else read_number(raw)
        if number is None:
            self.doubt(path, raw, "不是数字")
        elif column.measure.is_money:
            self._put_money(path, raw, number, head or column.label)
        elif number != number.to_integral_value() or (
            "." in str(number) and not (self._shows_decimals and has_idle_decimals(raw))
        ):
            self.doubt(path, raw, "不是整数")
        else:
            self._keep(path, int(number), raw)
            self._remark(path, raw)

    def _put_money(self, path: str, raw: str, number: Decimal, head: str) -> None:
        """What is given in 元 becomes 万元."""
        said = (raw, head, self.form.places[path].column.label)
        if number and in_wan(head) and in_yuan(head) and not (in_wan(raw) or in_yuan(raw)):
            self.doubt(path, raw, "没有写明是元还是万元")
            return
        if number and not in_wan(raw) and (in_yuan(raw) or in_yuan(head)):
            self.notes.append(f"{self.form.label(path)}原为「{raw.strip()}」（单位：元），已换算为万元。")
            number /= _YUAN
        elif number and not any(map(in_wan, said)):
            self.doubt(path, raw, "没有写明是元还是万元")
            return
        self._keep(path, number.normalize() if number % 1 else Decimal(int(number)), raw)
        if is_blank(raw) or in_wan(head):
            self._remark(path, raw)

    def put_row(self, paths: Sequence[str], cells: Sequence[Cell], head: str = "") -> None:
        """Take a row whose cells are known to stand for ``paths``; a cell merged over two is in doubt."""
        for path, cell in zip(paths, cells, strict=True):
            if sum(other.origin == cell.origin for other in cells) > 1:
                self.doubt(path, cell.text, "与相邻的单元格合并在一起")
            else:
                self.put(path, cell.text, head)

    def merge(self, group: str, row: Row) -> None:
        """A group is one row in the source: its numbers are those of ``row``, its other rows are 0."""
        self._merged.setdefault(group, row)

    def doubt(self, path: str, raw: str, reason: str) -> None:
        """A cell whose number is not certain."""
        self.numbers[path] = None
        reason = next((told for sign, told in _STAND_INS.items() if sign in raw), reason)
        if is_undated(raw):
            raw, reason = as_printed(raw), UNDATED
        self._doubts.setdefault(path, Unread(where=path, raw=raw[:200], reason=reason))

    def decide(self, row: Testimony, head: str = "", reason: str = _NOT_ALIGNED) -> None:
        """Take a row where two witnesses agree on it; else its cells are in doubt."""
        assigned, torn = certain(row, self.form)
        self._watch_front(row, assigned)
        if self._prints_zeros and is_blank_in_front(assigned):
            assigned = {}
        elif self._has_gaps:
            assigned = before_wrong_sum(assigned, self.form)
        if not assigned:
            self.doubt_row(row.paths, row.cells, reason)
            return
        raw = " ".join(cell.text.strip() for cell in row.cells)
        self._left |= {path: (raw, reason) for path in row.paths if path not in assigned}
        self._claim({path: cell for path, cell in row.place.items() if path not in assigned})
        if row.is_run or not row.place:
            self._in_order.append(assigned)
        adds_up = before_wrong_sum(assigned, self.form).keys() == assigned.keys()
        self._wrong_rows.append({} if adds_up else assigned)
        blanks = missing_blanks(assigned, self.form)
        if self._blank_may_be_merged:
            torn |= covered_blanks(assigned)
        for path, cell in assigned.items():
            if path in blanks:
                self.doubt(path, cell.text, "这一格空白，按0计算则本行合计不符")
            elif path in torn:
                self.doubt(path, cell.text, "与相邻的单元格合并在一起")
            else:
                self.put(path, cell.text, head)

    def _claim(self, left: Assignment) -> None:
        """Numbers of a row that are not taken speak against others in their place."""
        for path, cell in left.items():
            number = read_number(cell.text) if is_number(cell) else None
            if number is not None and self.numbers.get(path, number) == number == self._claims.get(
                path, number
            ):
                self._claims[path] = number
            elif number is not None:
                self.doubt(path, cell.text, _TWICE)

    def _watch_front(self, row: Testimony, assigned: Assignment) -> None:
        """Of the rows whose first cell is the only blank one: those whose sums hold, and how many do not."""
        whole = next((cells for cells in (row.place, *row.orders) if cells.keys() == set(row.paths)), {})
        if not is_blank_in_front(whole) or not has_sums(row.paths, self.form):
            return
        if before_wrong_sum(whole, self.form).keys() == whole.keys():
            self._in_front.append(assigned)
        else:
            self._moved += 1

    def _end_grid(self) -> None:
        self._doubt_moved()
        self._doubt_merged_down()

    def _doubt_merged_down(self) -> None:
        """Where the sums of two rows below one another do not hold and one is blank where the other has a
        number, that may be merged over both: a page break hides it."""
        for above, row in pairwise(self._wrong_rows):
            columns = {self.form.places[path].column: path for path in row}
            for path, cell in above.items():
                below = columns.get(self.form.places[path].column)
                if below and is_blank(cell.text) != is_blank(row[below].text):
                    self.doubt(path, cell.text, _MERGED_DOWN)
                    self.doubt(below, row[below].text, _MERGED_DOWN)
        self._wrong_rows = []

    def _doubt_moved(self) -> None:
        """Where the sums of most rows with a blank in front do not hold, the rows of the grid have moved: one
        that holds does so by chance."""
        for assigned in self._in_front if self._moved >= len(self._in_front) else ():
            self.doubt_row(list(assigned), list(assigned.values()))
        self._in_front, self._moved = [], 0

    def doubt_row(self, paths: Sequence[str], cells: Sequence[Cell], reason: str = _NOT_ALIGNED) -> None:
        """A row whose cells cannot be told apart by the heads above them."""
        raw = " ".join(cell.text.strip() for cell in cells)
        for path in paths:
            self.doubt(path, raw, reason)

    def finish(self) -> None:
        """Every cell of the form that no table gave is in doubt."""
        self._end_grid()
        rows = {tuple(assigned): assigned for assigned in self._in_order}
        for paths in exchanged_rows(rows, self.numbers, self.form):
            self.doubt_row(list(paths), list(rows[tuple(paths)].values()), _EXCHANGED)
        self._end_merges()
        for path, place in self.form.places.items():
            if path in self.numbers:
                continue
            if self._merged.keys() & place.row.groups:
                self.numbers[path] = 0
            else:
                self.doubt(path, *self._left.get(path, ("", "表格中没有找到这一格")))

    def _end_merges(self) -> None:
        """A group whose rows are printed too is no row, nor is one whose own numbers are not certain: whose
        the numbers beside its name are is in doubt."""
        for group, taker in list(self._merged.items()):
            inside = {
                path: place.row for path, place in self.form.places.items() if group in place.row.groups
            }
            own = [path for path, row in inside.items() if row is taker]
            is_row = all(self.numbers.get(path) is not None for path in own)
            if is_row and not any(path in self.numbers and path not in own for path in inside):
                self.notes.append(f"{group}没有分项，其数字计入“{taker.label}”。")
                self.remarks.append(Remark(kind="merged", where=own[-1]))
                continue
            del self._merged[group]
            for path in own:
                self.doubt(path, str(self.numbers.get(path, "")), "这一行的名称不完整")

    def _remark(self, path: str, raw: str) -> None:
        if is_blank(raw):
            self.remarks.append(Remark(kind="blank", where=path))
        elif words := added_words(raw):
            self.remarks.append(Remark(kind="unit", where=path, printed=raw.strip(), right=words))

    def _keep(self, path: str, number: Number, raw: str) -> None:
        if path in self._doubts:
            return
        known = self.numbers.get(path, self._claims.get(path, number))
        if known != number:
            self.doubt(path, f"{known}、{raw}", _TWICE)
            return
        self.numbers[path] = number


def _shows_decimals(grid: Grid) -> bool:
    """Whether a table writes its whole numbers with decimals, so that they are no mark before another."""
    cells = [cell.text for row in grid.rows for cell in row if "." in cell.text and is_number(cell)]
    shown = sum(map(has_idle_decimals, cells))
    return shown > 1 and shown * 2 > sum(is_number(cell) for row in grid.rows for cell in row)


def _is_filled(grid: Grid) -> bool:
    """Whether several rows have numbers, and none of them a blank cell among these."""
    rows = sum(sum(map(is_number, row)) >= _SEVERAL for row in grid.rows)
    return rows >= _SEVERAL and grid.aligned and not _has_gap(grid)


def _has_gap(grid: Grid) -> bool:
    """Whether a blank cell stands where other rows have numbers."""
    numbers = [[i for i, cell in enumerate(row) if is_number(cell)] for row in grid.rows]
    several = [at for at in numbers if len(at) > 1]
    first, last = min((at[0] for at in several), default=0), max((at[-1] for at in several), default=0)
    return any(
        is_blank(cell.text)
        for row, at in zip(grid.rows, numbers, strict=True)
        if len(at) > 1
        for cell in row[first : last + 1]
    )
