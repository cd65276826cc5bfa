"""Tables pasted as text, a cell a line or a row a line: cells are recovered by walking the labels.

A row is taken only when it has exactly as many cells, blank columns at its sides aside, or is spread over
lines with exactly as many filled cells, as the form has columns, or is blank throughout; otherwise its fields
are in doubt, because a lost blank would shift the rest."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from app.documents.read.blocks import Cell, Grid
from app.documents.read.cells import Cells
from app.documents.read.labels import (
    OTHER_GROUP,
    bare,
    dispute_column,
    dispute_group,
    is_label,
    proactive_column,
    proactive_row,
    request_band,
    request_column,
    request_group,
    request_row,
)
from app.documents.read.numbers import is_blank, read_number
from app.documents.read.order import dispute_order, request_order
from sections.form import REQUEST_ROWS

_CANNOT: Final = "空格丢失，无法确定各数字属于哪一列"
_LONGEST: Final = 12
_NEAR: Final = 8
_ENUMERATOR: Final = re.compile(r"[（(][一二三四五六七][)）]|[一二三四]、")
_LEVELS: Final = {row.name: row.level for row in REQUEST_ROWS}


def read_loose(grid: Grid, cells: Cells) -> None:
    """Read whatever tables of the form ``grid`` holds, whose rows are mere lists of cells."""
    rows = [list(row) for row in grid.rows if row]
    flat = _joined([cell for row in rows for cell in row])
    if cells.form != "2019":
        _proactive(flat, cells)
    _requests(flat, cells)
    _disputes(flat, cells)


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


def _take(
    flat: Sequence[Cell], at: int, fields: list[str], cells: Cells, stop: Callable[[Cell], bool]
) -> None:
    """Give ``fields`` the cells behind ``at``: those of its row, or the filled ones up to ``stop``."""
    behind: list[Cell] = []
    for cell in flat[at + 1 :]:
        if stop(cell):
            break
        behind.append(cell)
    same = [cell for cell in behind if cell.origin[0] == flat[at].origin[0]]
    found = _of_row(same, len(fields)) if len(same) >= len(fields) else _filled(behind)
    if len(found) == len(fields):
        cells.put_row(fields, found)
        return
    raw = " ".join(cell.text.strip() for cell in behind)
    for field in fields:
        cells.doubt(field, raw, _CANNOT)


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


# --- part two -----------------------------------------------------------------------------------------


def _proactive(flat: list[Cell], cells: Cells) -> None:
    heads: list[str] = []
    money = ""
    for at, cell in enumerate(flat):
        column, row = proactive_column(cell.text), proactive_row(cell.text)
        if bare(cell.text) == "信息内容":
            heads = []
        elif column:
            heads.append(column)
            money = cell.text if column == "fees" else money
        elif row in {"regulations", "normative_documents"}:
            if sorted(heads) == ["in_force", "issued", "repealed"]:
                _take(flat, at, [f"proactive.{row}.{name}" for name in heads], cells, _ends_proactive)
        elif row == "fees":
            _fees(flat, at, money, cells)
        elif row:
            _take(flat, at, [f"proactive.{row}"], cells, _ends_proactive)


def _fees(flat: list[Cell], at: int, head: str, cells: Cells) -> None:
    if at + 1 < len(flat) and not _ends_proactive(flat[at + 1]):
        after = flat[at + 1]
        if after.origin[0] == flat[at].origin[0] or not is_blank(after.text):
            cells.put_fees(after.text, head)


def _ends_proactive(cell: Cell) -> bool:
    text = cell.text
    return bool(
        proactive_row(text) or proactive_column(text) or bare(text).startswith(("第二十条", "信息内容"))
    ) or _is_prose(cell)


# --- part three ---------------------------------------------------------------------------------------


def _requests(flat: list[Cell], cells: Cells) -> None:
    heads: list[str] = []
    group, begun = "", False
    for at, cell in enumerate(flat):
        if dispute_group(cell.text):
            heads, begun = [], False
        found = request_group(cell.text)
        if found:
            group, begun = found, True
            _bare_group(flat, at, group, request_order(heads), cells)
            continue
        row = request_row(cell.text, group) if heads else None
        if row == "total" and (not begun or _before_head(flat, at)):
            row = None  # the head 总计, not （七）总计
        column = request_column(cell.text)
        if row is None and column and not begun:
            heads.append(column)
        elif row:
            begun = True
            if request_order(heads):
                fields = [f"requests.{row}.{name}" for name in request_order(heads)]
                _take(flat, at, fields, cells, _ends_request)
            group = group if _LEVELS[row] == 2 else ""


def _before_head(flat: list[Cell], at: int) -> bool:
    """Whether a head is the next cell that is not blank."""
    after = next((cell for cell in flat[at + 1 : at + _NEAR] if not is_blank(cell.text)), None)
    return after is not None and bool(request_column(after.text))


def _bare_group(flat: list[Cell], at: int, group: str, order: list[str], cells: Cells) -> None:
    if group != OTHER_GROUP or not order or at + 1 >= len(flat) or is_blank(flat[at + 1].text):
        return
    if read_number(flat[at + 1].text) is not None:
        cells.merge_other()
        _take(flat, at, [f"requests.other_other.{name}" for name in order], cells, _ends_request)


def _ends_request(cell: Cell) -> bool:
    text = cell.text
    return bool(
        request_group(text)
        or request_row(text, OTHER_GROUP)
        or request_band(text)
        or dispute_group(text)
        or request_column(text) in {"natural_person", "legal"}
    ) or _is_prose(cell)


# --- part four ----------------------------------------------------------------------------------------


def _disputes(flat: list[Cell], cells: Cells) -> None:
    """A table in pieces may repeat its heads, so each begins anew."""
    starts = [i for i, cell in enumerate(flat) if dispute_group(cell.text) == "reconsideration"]
    for start, end in pairwise([*starts, len(flat)]):
        _dispute_piece(flat[:end], start, cells)


def _dispute_piece(flat: list[Cell], start: int, cells: Cells) -> None:
    groups: list[str] = []
    outcomes: list[str] = []
    last = start
    for at, cell in enumerate(flat[start:], start=start):
        group, outcome = dispute_group(cell.text), dispute_column(cell.text)
        if group and group != "litigation":
            groups.append(group)
        elif outcome:
            outcomes.append(outcome)
        if group or outcome:
            last = at
    fields = dispute_order(groups, outcomes)
    if not fields or last + 1 >= len(flat):
        return
    numbers = flat[last + 1 :]
    if len(numbers) < len(fields) and not _filled(numbers):
        return
    first = Cell("", (numbers[0].origin[0], -1))
    _take([first, *numbers], 0, fields, cells, _is_prose)
