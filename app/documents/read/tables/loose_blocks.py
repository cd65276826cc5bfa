"""Blocks of columns of several years in rows that are mere lists of cells, told apart by their count."""

from collections.abc import Sequence

from app.documents.read.blocks import Cell, GridRow
from app.documents.read.likeness import bare
from app.documents.read.tables.cell_order import is_number, prints_zeros
from app.documents.read.tables.numbers import is_blank
from app.documents.read.tables.undated import all_undated
from app.documents.read.tables.year_columns import Kept
from app.documents.read.tables.year_marks import Whose, Years

_LEAST: int = 3
"""Columns of a block."""


def own_blocks(rows: Sequence[GridRow], years: Years) -> Kept:
    """The rows with the cells under the report's own year, where each has as many for every year; the numbers
    of all others are marked."""
    kept = Kept()
    at = next((i for i, row in enumerate(rows) if sum(map(bool, _told(row, years))) > 1), None)
    told = _told(rows[at], years) if at is not None else []
    marks = [whose for whose in told if whose]
    count, width = len(marks), _width(rows, len(marks))
    if at is None or marks.count(Whose.OWN) != 1 or Whose.UNKNOWN in marks or not width:
        return Kept(list(map(all_undated, rows)))
    own, zeros = marks.index(Whose.OWN), prints_zeros(rows)
    kept.named += [c.text.strip() for c, whose in zip(rows[at], told, strict=True) if whose is Whose.OTHER]
    for i, row in enumerate(rows):
        if i == at:
            kept.rows.append(tuple(c for c, whose in zip(row, told, strict=True) if not whose))
        elif not any(map(is_number, row)):
            kept.rows.append(_once(row, count))
        elif (first := len(row) - count * width) == _behind_label(row) and not _has_gap(row[first:], zeros):
            begin = first + own * width
            kept.rows.append((*row[:first], *row[begin : begin + width]))
            kept.leave([(*row[:begin], *row[begin + width :])])
        else:
            kept.rows.append(all_undated(row))
    return kept


def _told(row: GridRow, years: Years) -> list[Whose | None]:
    return [years.whose(cell.text) for cell in row]


def _behind_label(row: GridRow) -> int:
    """Where the cells begin that may hold numbers."""
    return max(
        (i + 1 for i, cell in enumerate(row) if not (is_number(cell) or is_blank(cell.text))), default=0
    )


def _has_gap(numbers: Sequence[Cell], zeros: bool) -> bool:
    """Whether a cell is blank where others say 0, or one at an end: the numbers have moved perhaps."""
    return any(is_blank(cell.text) for cell in (numbers if zeros else (numbers[0], numbers[-1])))


def _width(rows: Sequence[GridRow], count: int) -> int:
    """The columns of a block: most rows have as many cells for each of ``count`` years; 0 where not."""
    counts = [len(row) - _behind_label(row) for row in rows if any(map(is_number, row))]
    most = max(set(counts), key=counts.count, default=0)
    return most // count if count and not most % count and most >= count * _LEAST else 0


def _once(row: GridRow, count: int) -> tuple[Cell, ...]:
    """A row of heads with those that stand there for every year once; others as they are."""
    for first in range(min(2, len(row))):
        size, rest = divmod(len(row) - first, count)
        parts = [[bare(c.text) for c in row[first + i * size :][:size]] for i in range(count)]
        if size and not rest and all(part == parts[0] for part in parts):
            return tuple(row[: first + size])
    return tuple(row)
