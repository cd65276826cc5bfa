"""The tables of the form as HTML, driven by ``sections.form.TABLES`` alone."""

from collections.abc import Iterable, Iterator
from html import escape

from app.documents.write.outline import shown
from sections.form import BANDS, REQUEST_NOTE, Cell, Table
from sections.report.report import Report

BORDER = "border:1px solid #000"
CAPTIONS = {
    "proactive": "主动公开政府信息情况表",
    "requests": "收到和处理政府信息公开申请情况表",
    "disputes": "政府信息公开行政复议、行政诉讼情况表",
}


def table_html(form: Table, report: Report, inline: bool) -> str:
    """One table. ``inline``: borders in style attributes and no ids, to be pasted; else ids and headers,
    which tell a screen reader for every number what it counts."""
    writer = _Writer(form, report, inline)
    groups = "".join(writer.group(tag, rows) for tag, rows in _groups(form))
    pasted = f' border="1" width="100%" style="border-collapse:collapse;{BORDER}"'
    caption = f"<caption>{CAPTIONS[form.section]}</caption>"
    columns = "".join(f'<colgroup span="{span}"></colgroup>' for span in _column_groups(form))
    return f"<table{pasted if inline else ''}>{caption}{columns}{groups}</table>"


def _column_groups(form: Table) -> tuple[int, ...]:
    return {"proactive": (1, 3), "requests": (3, 1, 5, 1), "disputes": (5, 5, 5)}[form.section]


def _groups(form: Table) -> Iterator[tuple[str, range]]:
    """The rows by table part: the heads, then one body a band or a top label."""
    if form.header_rows:
        yield "thead", range(form.header_rows)
    starts = [cell.row for cell in form.cells if cell.text in BANDS or _begins(form, cell)]
    starts = sorted({form.header_rows, *starts})
    for start, end in zip(starts, [*starts[1:], form.height], strict=True):
        yield "tbody", range(start, end)


def _begins(form: Table, cell: Cell) -> bool:
    """Whether a top label begins a part of its own; 一 and 二 share one."""
    return form.section == "requests" and cell.col == 0 and cell.row > form.header_rows + 1


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
            number = shown(self._report.number(cell.path))
            return f"<td{spans}{self._headers(cell)}{self._align()}{border}>{number}</td>"
        if cell.text == REQUEST_NOTE:
            return f"<td{spans}{border}>{escape(cell.text)}</td>"
        scope = self._scope(cell)
        name = "" if self._inline else f' id="{self._id(cell)}"'
        aligned = self._align() if cell.head else self._align("left")
        return f'<th{spans}{name} scope="{scope}"{aligned}{border}>{escape(cell.text)}</th>'

    def _align(self, side: str = "center") -> str:
        return f' align="{side}"' if self._inline else ""

    def _scope(self, cell: Cell) -> str:
        if cell.head and cell.text not in BANDS:
            return "colgroup" if cell.colspan > 1 and cell.row < self._form.header_rows else "col"
        return "rowgroup" if cell.rowspan > 1 or cell.text in BANDS else "row"

    def _id(self, cell: Cell) -> str:
        return f"{self._form.section}-{cell.row}-{cell.col}"

    def _headers(self, cell: Cell) -> str:
        if self._inline:
            return ""
        names = (self._id(head) for head in self._form.cells if _is_about(self._form, head, cell))
        return f' headers="{" ".join(names)}"'


def _is_about(form: Table, head: Cell, cell: Cell) -> bool:
    """Whether a head or a label says what the number of ``cell`` counts."""
    if head.path or head.text == REQUEST_NOTE:
        return False
    if not head.head:
        return head.row <= cell.row < head.row + head.rowspan
    covers = head.col < cell.col + cell.colspan and cell.col < head.col + head.colspan
    if form.header_rows:
        return covers
    above = [one.row for one in form.cells if one.text in BANDS and one.row < cell.row]
    return covers and max(above) <= head.row < cell.row
