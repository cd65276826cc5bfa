"""Cells that only follow one another: what of them belongs to the label that they stand behind."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import islice, takewhile
from typing import Final

from app.documents.read.blocks import Cell
from app.documents.read.tables.cell_order import is_number
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.numbers import is_blank, read_number
from app.documents.read.tables.witnesses import Assignment, Testimony, before_wrong_sum, has_sums

CANNOT: Final = "空格丢失，无法确定各数字属于哪一列"
_LONGEST: Final = 12


class Walk:
    """The cells one after another, and where their numbers go."""

    def __init__(self, flat: list[Cell], cells: Cells, is_one_line: bool = False) -> None:
        """``is_one_line``: all of the table stands in one line, so that blanks may be what parts its rows."""
        self.flat = flat
        self.cells = cells
        self._is_one_line = is_one_line
        self.rows: set[int] = set()
        """Where the labels stand that were taken for those of rows."""

    def take(
        self, at: int, paths: Sequence[str], names: Callable[[str], bool], head: str = "", *,
        more: bool = False, sure: bool = True, alone: bool = False, usual: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """Give ``paths`` the cells behind ``at``: those of its row, or the filled ones up to what ``names``
        knows or to running text.

        Cells that only follow one another have no place; it is a witness only that a row of its own has
        just as
        many cells as there are heads. ``more``: there are other columns than those of the form; ``sure``: the
        order of the heads is known; ``alone``: no other row shows that no cell
        is lost, so that they have moved perhaps from where a sum does not hold; ``usual``: the paths in the
        order of the form, where the order of the heads may be that of their lines alone."""
        behind = list(
            takewhile(
                lambda cell: is_number(cell) or not (names(cell.text) or is_prose(cell)),
                islice(self.flat, at + 1, None),
            )
        )
        same = [cell for cell in behind if cell.origin[0] == self.flat[at].origin[0]]
        found = _of_row(same, len(paths)) if len(same) >= len(paths) else filled_cells(behind)
        unnamed = not filled_cells(found) and (more or self.is_below_unnamed(at, names))
        if len(found) != len(paths) or unnamed or has_second_row(found, behind):
            self._doubt(paths, behind)
            return
        order = dict(zip(paths, found, strict=True))
        whole = len(same) == len(paths) or found == same[: len(paths)] == filled_cells(same)
        rows = whole or not has_sums(paths, self.cells.form)
        place: Assignment = (
            order if rows and not more and sure and not usual and not _has_rest(found, behind) else {}
        )
        place = before_wrong_sum(place, self.cells.form) if alone else place
        own = same if len(same) > 1 and not self._is_one_line else filled_cells(behind)
        short = more and len(own) <= len(paths)
        rivals = [*_other_orders(paths, found), *([dict(zip(usual, found, strict=True))] if usual else [])]
        told = Testimony(paths, place, [order], behind, short, rivals=rivals, is_run=self._is_one_line)
        self.cells.decide(told, head, CANNOT)

    def is_below_unnamed(self, at: int, names: Callable[[str], bool]) -> bool:
        """Whether the last numbers before a label stand behind words that name no row, or in a line without
        words below one that has its label and numbers."""
        lines: list[int] = []
        for i in range(at - 1, -1, -1):
            cell = self.flat[i]
            if is_number(cell):
                lines.append(cell.origin[0])
            elif not is_blank(cell.text) and (lines or not names(cell.text)):
                own = cell.origin[0]
                return bool(lines) and (i not in self.rows or (own in lines and own != lines[0]))
        return False

    def _doubt(self, paths: Sequence[str], behind: Sequence[Cell]) -> None:
        raw = " ".join(cell.text.strip() for cell in behind)
        for path in paths:
            self.cells.doubt(path, raw, CANNOT)


def has_second_row(found: Sequence[Cell], behind: Sequence[Cell]) -> bool:
    """Whether the cells behind a label hold another row of as many numbers, or, where its own are blank, any
    number: which of them the label names is not certain."""
    lines = {cell.origin[0] for cell in found}
    others = [cell for cell in filled_cells(behind) if cell.origin[0] not in lines]
    rows: dict[int, list[Decimal]] = {}
    for cell in others:
        if (number := read_number(cell.text)) is not None:
            rows.setdefault(cell.origin[0], []).append(number)
    if not filled_cells(found):
        return bool(rows)
    own = [read_number(cell.text) for cell in found]
    return any(len(row) >= len(found) and row != own for row in rows.values())


def _other_orders(paths: Sequence[str], found: Sequence[Cell]) -> list[Assignment]:
    """Where the numbers of a row go on in further lines: the other places between those of its first line
    that they may have fallen from."""
    first = [cell for cell in found if cell.origin[0] == found[0].origin[0]]
    rest = found[len(first) :]
    places = range(len(first)) if rest and len(first) > 1 else ()
    return [dict(zip(paths, [*first[:at], *rest, *first[at:]], strict=True)) for at in places]


def _has_rest(found: Sequence[Cell], behind: Sequence[Cell]) -> bool:
    """Whether a number is left behind cells of which one is blank, so that it may be that one's."""
    taken = {cell.origin for cell in found}
    blank = any(is_blank(cell.text) for cell in found)
    return blank and any(is_number(cell) and cell.origin not in taken for cell in behind)


def filled_cells(cells: Sequence[Cell]) -> list[Cell]:
    """Those of the cells that are not blank."""
    return [cell for cell in cells if not is_blank(cell.text)]


def _of_row(row: list[Cell], count: int) -> list[Cell]:
    """The ``count`` cells of a row that hold its numbers, or []; blank columns may stand on either side."""
    filled = filled_cells(row)
    if not filled:
        return row[:count]
    if len(row) == count or len(filled) == count == 1 + row.index(filled[-1]) - row.index(filled[0]):
        return row if len(row) == count else filled
    if not is_blank(row[0].text) and not filled_cells(row[count:]):
        return row[:count]
    return row[-count:] if not is_blank(row[-1].text) and not filled_cells(row[:-count]) else []


def is_prose(cell: Cell) -> bool:
    """Whether a text is too long for a cell of numbers, and no number."""
    return len(cell.text.strip()) > _LONGEST and read_number(cell.text) is None
