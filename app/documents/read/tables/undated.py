"""Cells of which nobody can say whose year they are: marked, so that no number is read of them."""

from collections.abc import Iterable
from typing import Final

from app.documents.read.blocks import Cell
from app.documents.read.tables.cell_order import is_number
from app.documents.read.tables.numbers import is_blank

_MARK: Final = "（哪年的？）"
UNDATED: Final = "看不出是哪一年的数字"


def all_undated(row: Iterable[Cell]) -> tuple[Cell, ...]:
    """A row of which neither numbers nor blank cells are read."""
    return tuple(
        Cell(f"{cell.text.strip()}{_MARK}", cell.origin) if is_number(cell) or is_blank(cell.text) else cell
        for cell in row
    )


def is_undated(raw: str) -> bool:
    """Whether a text is of such cells."""
    return _MARK in raw


def as_printed(raw: str) -> str:
    """The text of such cells as the source has it."""
    return raw.replace(_MARK, "").strip()
