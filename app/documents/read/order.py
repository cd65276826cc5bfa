"""Cells by their order behind a label, where spans that are wrong have moved them from under their heads.

The heads still say in which order the numbers come; a row with just as many cells as there are heads can be
taken by it."""

from collections.abc import Iterable

from app.documents.read.blocks import Cell
from app.documents.read.numbers import is_blank, read_number
from sections.form import DISPUTE_COLUMNS, DISPUTE_GROUPS, REQUEST_COLUMNS


def distinct(row: Iterable[Cell]) -> list[Cell]:
    """The cells of a row, each once."""
    return list({cell.origin: cell for cell in row}.values())


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number and is not blank."""
    return not is_blank(cell.text) and read_number(cell.text) is not None


def in_order(cells: Iterable[Cell], count: int) -> list[Cell]:
    """``count`` cells: the first where behind them is nothing but blanks, or those that are filled, or []."""
    found = distinct(cells)
    if len(found) >= count and all(is_blank(cell.text) for cell in found[count:]):
        return found[:count]
    filled = [cell for cell in found if not is_blank(cell.text)]
    return filled if len(filled) == count else []


def request_order(heads: list[str]) -> list[str]:
    """The columns of part three from left to right, of ``heads`` in the order of reading, or []; the five
    under 法人或其他组织 stand where that head stands."""
    top = [name for name in heads if name in {"natural_person", "legal", "total"}]
    below = [name for name in heads if name not in top]
    if "legal" in top:
        at = top.index("legal")
        heads = [*top[:at], *below, *top[at + 1 :]]
    names = {column.name for column in REQUEST_COLUMNS}
    return heads if len(heads) == len(names) and set(heads) == names else []


def dispute_order(groups: list[str], outcomes: list[str]) -> list[str]:
    """The fields of part four from left to right, of its heads in the order of reading, or []."""
    each = len(DISPUTE_COLUMNS)
    fields = [
        f"disputes.{groups[i // each]}.{name}" for i, name in enumerate(outcomes) if i // each < len(groups)
    ]
    known = {f"disputes.{group.name}.{column.name}" for group in DISPUTE_GROUPS for column in DISPUTE_COLUMNS}
    return fields if set(fields) == known and len(fields) == len(known) == len(outcomes) else []
