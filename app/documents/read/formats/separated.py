"""Tables pasted as text whose cells are set apart by another sign than one tab: commas, semicolons, tabs."""

import re
from collections.abc import Sequence
from typing import Final

from app.documents.read.tables.labels import is_label
from app.documents.read.tables.numbers import holds_number, is_blank

_SIGNS: Final = "，,；;"
_TABS: Final = re.compile(r"\t+")
_LEAST: Final = 3
"""Rows of a table that is known by them."""
_LONGEST: Final = 400


def tabbed(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a part with a tab between the cells of their tables."""
    runs = [run for line in lines for run in _TABS.findall(line)]
    if runs:
        doubled = all(len(run) % 2 == 0 for run in runs)
        return [line.replace("\t\t", "\t") for line in lines] if doubled else lines
    for sign in _SIGNS:
        rows = [cells if len(cells := _split(line, sign)) > 1 and _is_row(cells) else None for line in lines]
        widths = [len(row) for row in rows if row]
        counted = any(holds_number(cell) for row in rows for cell in row or ())
        if counted and len(widths) >= _LEAST and len(set(widths)) == 1:
            return [line if row is None else "\t".join(row) for line, row in zip(lines, rows, strict=True)]
    return lines


def _split(line: str, sign: str) -> list[str]:
    """The cells of a line; a sign in brackets, quotes or the thousands of a number parts none."""
    if sign not in line or len(line) > _LONGEST or holds_number(line):
        return [line]
    cells, depth, quoted = [""], 0, False
    for char in line:
        depth = max(0, depth + (char in "（(") - (char in "）)"))
        quoted = quoted != (char == '"')
        if char == sign and not depth and not quoted:
            cells.append("")
        else:
            cells[-1] += char
    return [cell.strip().strip('"') for cell in cells]


def _is_row(cells: Sequence[str]) -> bool:
    """Whether most cells of a line are what stands in a table of the form."""
    known = sum(is_blank(cell) or holds_number(cell) or is_label(cell) for cell in cells)
    return known * 2 > len(cells)
