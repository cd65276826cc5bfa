"""Rows of numbers that no label names, and the rows beside them, whose numbers these may be."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.documents.read.blocks import Cell, GridRow
from app.documents.read.tables.cell_order import distinct, is_number
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.numbers import is_blank

_BELOW: Final = "下面一行有数字而没有名称，不知道是哪一行的"
_ABOVE: Final = "上面一行有数字而没有认出名称，不知道是哪一行的"


class UnnamedRows:
    """Watches the rows of a table as they are taken from top to bottom."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._above: Sequence[str] = ()
        self._is_unnamed = False

    def clear(self) -> None:
        """Nothing stands above: a table or its heads begin."""
        self._above, self._is_unnamed = (), False

    def is_doubtful(self, paths: Sequence[str], behind: Iterable[Cell]) -> bool:
        """Take a row that a label names: whether it is in doubt, being blank below numbers without a name."""
        own = distinct(behind)
        doubtful = self._is_unnamed and not any(map(is_number, own))
        if doubtful:
            self._cells.doubt_row(paths, own, _ABOVE)
        self._above, self._is_unnamed = paths, False
        return doubtful

    def take(self, row: GridRow, columns: Iterable[int]) -> None:
        """A row that no label names. One without words, of numbers in every column or below a row of zeros,
        may belong to the label above."""
        own = [row[i] for i in columns if i < len(row)]
        numbers = [cell for cell in own if is_number(cell)]
        self._is_unnamed, above = bool(numbers), self._above
        self._above = ()
        if not numbers or not above:
            return
        here = max((cell.origin[0] for cell in row), default=0)
        words = any(
            not is_blank(cell.text) and not is_number(cell) and cell.origin[0] == here for cell in row
        )
        zeros = not any(self._cells.numbers.get(path) for path in above)
        if not words and (len(numbers) == len(own) or zeros):
            self._cells.doubt_row(above, distinct(row), _BELOW)
