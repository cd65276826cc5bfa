"""The tables of the form as HTML, driven by their declaration alone."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, pairwise
from typing import Final

from app.documents.outline import digits
from sections.form.elements import Cell, Shape
from sections.form.model import Table
from sections.report.report import Report

BORDER: Final = "border:1px solid #000!important"
"""Inline and important, so that no style sheet of a site takes it away."""
_MOST_DIGITS: Final = 8
"""Of a number in letters of full size: seven such columns fit a printed page."""
_PAIR: Final = 2


def table_html(form: Table, report: Report, inline: bool) -> str:
    """One table. ``inline``: borders in style attributes, no ids, and no caption under the heading that is
    pasted with it; else ids and headers, which tell a screen reader for every number what it counts."""
    writer = _Writer(form, report, inline)
    groups = "".join(writer.group(tag, rows) for tag, rows in _groups(form))
    pasted = f' border="1" width="100%" style="border-collapse:collapse;{BORDER}"'
    caption = "" if inline else f"<caption>{form.caption}</caption>"
    columns = "".join(f'<colgroup span="{span}"></colgroup>' for span in _column_groups(form))
    return f"<table{pasted if inline else ''}>{caption}{columns}{groups}</table>"


def _column_groups(form: Table) -> tuple[int, ...]:
    """Columns that belong together: labels, then numbers under one head."""
    if form.shape is Shape.STRIP:
        return tuple(len(block.columns) for block in form.blocks for _ in block.rows)
    numbers = form.width - form.label_columns
    if form.shape is Shape.BANDED:
        return (form.label_columns, numbers)
    under_one = groupby(form.columns, key=lambda column: column.groups)
    return (form.label_columns, *(len(tuple(columns)) for _, columns in under_one))


def _groups(form: Table) -> Iterator[tuple[str, range]]:
    """The rows by table part: the heads, then one body a band or a top label."""
    if form.header_rows:
        yield "thead", range(form.header_rows)
    starts = sorted({form.header_rows, *_starts(form)})
    for start, end in zip(starts, [*starts[1:], form.height], strict=True):
        yield "tbody", range(start, end)


def _starts(form: Table) -> Iterator[int]:
    """The rows in which a part begins: at bands and at top labels; lone ones (一, 二) share one."""
    yield from (cell.row for cell in form.cells if cell.is_band)
    tops = [cell for cell in form.cells if cell.col == 0 and not cell.path and not cell.head]
    if form.shape is Shape.MATRIX:
        yield from (after.row for before, after in pairwise(tops) if max(before.rowspan, after.rowspan) > 1)


class _Writer:
    def __init__(self, form: Table, report: Report, inline: bool) -> None:
        self._form, self._report, self._inline = form, report, inline

    def group(self, tag: str, rows: Iterable[int]) -> str:
        lines = (
            "<tr>" + "".join(self._cell(cell) for cell in self._form.cells if cell.row == row) + "</tr>"
            for row in rows
        )
        return f"<{tag}>{''.join(lines)}</{tag}>"

    def _cell(self, cell: Cell) -> str:
        spans = "".join(
            f' {name}="{span}"'
            for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan))
            if span > 1
        )
        border = f' style="{BORDER}"' if self._inline else ""
        if cell.path:
            number = digits(self._report.number(cell.path))
            small = "" if self._inline or len(number) <= _MOST_DIGITS else ' class="long"'
            return f"<td{spans}{self._headers(cell)}{self._align()}{small}{border}>{number}</td>"
        if cell.is_note:
            return f"<td{spans}{border}>{escape(cell.text)}</td>"
        scope = self._scope(cell)
        name = "" if self._inline else f' id="{self._id(cell)}"'
        aligned = self._align() if cell.head else self._align("left")
        return f'<th{spans}{name} scope="{scope}"{aligned}{border}>{self._label(cell)}</th>'

    def _label(self, cell: Cell) -> str:
        """The words of a label; a narrow head may turn every two characters, and nowhere else."""
        narrow = cell.head and cell.colspan == 1 and cell.row < self._form.header_rows
        if self._inline or not narrow or len(cell.text) not in (2 * _PAIR, 3 * _PAIR):
            return escape(cell.text)
        pairs = (cell.text[at : at + _PAIR] for at in range(0, len(cell.text), _PAIR))
        return "".join(f"<span>{escape(pair)}</span>" for pair in pairs)

    def _align(self, side: str = "center") -> str:
        return f' align="{side}"' if self._inline else ""

    def _scope(self, cell: Cell) -> str:
        if cell.head and not cell.is_band:
            return "colgroup" if cell.colspan > 1 and cell.row < self._form.header_rows else "col"
        return "rowgroup" if cell.rowspan > 1 or cell.is_band else "row"

    def _id(self, cell: Cell) -> str:
        return f"{self._form.section}-{cell.row}-{cell.col}"

    def _headers(self, cell: Cell) -> str:
        if self._inline:
            return ""
        names = (self._id(head) for head in self._form.cells if _is_about(self._form, head, cell))
        return f' headers="{" ".join(names)}"'


def _is_about(form: Table, head: Cell, cell: Cell) -> bool:
    """Whether a head or a label says what the number of ``cell`` counts."""
    if head.path or head.is_note:
        return False
    if not head.head:
        return head.row <= cell.row < head.row + head.rowspan
    covers = head.col < cell.col + cell.colspan and cell.col < head.col + head.colspan
    if form.header_rows:
        return covers
    above = [one.row for one in form.cells if one.is_band and one.row < cell.row]
    return covers and max(above) <= head.row < cell.row
