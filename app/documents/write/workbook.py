"""The three tables as a workbook: live totals and 勾稽, last year's numbers and the change beside them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from app.documents.write.outline import parts
from sections.form import BANDS, DOCUMENT_NAME, HEADINGS, TABLES, Cell, Identity, Table
from sections.form.elements import IdentityKind
from sections.report.cells import Number
from sections.report.report import Report

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEETS: Final = {"proactive": "二 主动公开", "requests": "三 依申请公开", "disputes": "四 复议诉讼"}
PROSE: Final = "正文"
TOP: Final = 2
"""The sheet's row in which a table begins; the heading stands above it, and an empty row between."""
_WIDTHS: Final = {
    "proactive": {0: 34, **dict.fromkeys((1, 2, 3), 16)},
    "requests": {0: 6, 1: 13, 2: 34},
    "disputes": {},
}
_SCALE: Final = 76
"""Percent at which a table with its labels fills a page's width; last year's and the change follow on pages
of their own, the labels repeated."""
_LINE: Final = 40
"""Chinese characters a line of the prose, and the points it takes."""
_POINTS: Final = 16
_FONT: Final = {"font_name": "宋体", "font_size": 10}
_HOLDS: Final = '"差"0.######;"差"-0.######;"符合"'
"""How a 勾稽 cell shows its difference."""


def write_workbook(report: Report, last: Report | None = None, draft: bool = False) -> bytes:
    """The workbook; the same reports give the same bytes. No macro, no link; a text is never a formula."""
    import datetime as dt

    from xlsxwriter import Workbook

    data = io.BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = Workbook(data, {"in_memory": True, **options})
    year = min(max(report.year, 1979), 9998) + 1
    book.set_properties(
        {
            "title": f"{report.unit}{report.year}年{DOCUMENT_NAME}"[:255],
            "author": report.unit[:200],
            "comments": "草稿" if draft else "",
            "created": dt.datetime(year, 1, 1),
        }
    )
    formats = _Formats(book)
    for section, name in SHEETS.items():
        _Sheet(book.add_worksheet(name), TABLES[section], report, last, formats).write()
    _write_prose(book.add_worksheet(PROSE), report, formats, draft)
    book.close()
    return data.getvalue()


class _Formats:
    """The formats of the workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        def made(**own: Any) -> "Format":
            return book.add_format({**_FONT, "valign": "vcenter", "text_wrap": True, **own})

        self.title = made(bold=True, font_size=13, text_wrap=False)
        self.aside = made(italic=True, text_wrap=False)
        self.head = made(border=1, align="center", bg_color="#EDEDED")
        self.label = made(border=1)
        self.vertical = made(border=1, align="center", rotation=270)
        self.number = made(border=1, align="center")
        self.sum = made(border=1, align="center", bg_color="#F7F7F7")
        self.check = made(border=1, align="center", num_format=_HOLDS)
        self.wrong = book.add_format({"bg_color": "#C00000", "font_color": "#FFFFFF", "bold": True})
        self.prose = made(font_size=11)
        self.heading = made(bold=True, font_size=12)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One table on its sheet."""

    sheet: "Worksheet"
    form: Table
    report: Report
    last: Report | None
    formats: _Formats

    def write(self) -> None:
        """The table, what must hold of it, and what was last year."""
        self.sheet.write_string(0, 0, HEADINGS[self.form.section], self.formats.title)
        formulas = self._formulas()
        for cell in self.form.cells:
            self._put(cell, 0, self._content(cell, formulas), self._format(cell, formulas))
        self._watch_totals()
        end = self._checks(TOP + self.form.height + 1)
        if self.last is not None:
            self._beside(self.last)
        self._set_up(end)

    def _format(self, cell: Cell, formulas: dict[str, str]) -> "Format":
        if cell.path:
            return self.formats.sum if cell.path in formulas else self.formats.number
        if cell.vertical:
            return self.formats.vertical
        return self.formats.head if cell.head else self.formats.label

    def _content(self, cell: Cell, formulas: dict[str, str]) -> "str | Number | tuple[str, Number] | None":
        if not cell.path:
            return cell.text
        number = self.report.number(cell.path)
        return (formulas[cell.path], number or 0) if cell.path in formulas else number

    def _put(self, cell: Cell, shift: int, content: Any, style: "Format") -> None:
        row, column = TOP + cell.row, cell.col + shift
        if cell.rowspan > 1 or cell.colspan > 1:
            self.sheet.merge_range(row, column, row + cell.rowspan - 1, column + cell.colspan - 1, "", style)
        if isinstance(content, tuple):
            self.sheet.write_formula(row, column, content[0], style, content[1])
        elif isinstance(content, str):
            self.sheet.write_string(row, column, content, style)
        elif content is None:
            self.sheet.write_blank(row, column, None, style)
        else:
            self.sheet.write_number(row, column, float(content), style)

    # --- formulas --------------------------------------------------------------------------------------

    def _at(self, field: str, shift: int = 0) -> str:
        from xlsxwriter.utility import xl_rowcol_to_cell

        cell = next(cell for cell in self.form.cells if cell.path == field)
        return str(xl_rowcol_to_cell(TOP + cell.row, cell.col + shift))

    def _formulas(self) -> dict[str, str]:
        """Total -> its sum. A total that is not the sum in the report stays the number it is: recomputing
        must not mend a published report unseen."""
        sums: dict[str, str] = {}
        for identity in self.form.identities:
            if identity.kind is not IdentityKind.BALANCE and not self._difference(identity):
                sums.setdefault(identity.right[0], f"={'+'.join(map(self._at, identity.left))}")
        return sums

    def _difference(self, identity: Identity) -> Number:
        return self.report.total(identity.left) - self.report.total(identity.right)

    def _watch_totals(self) -> None:
        """A total of a row that is not the sum of its row turns red, whether published so or typed over."""
        for identity in self.form.identities:
            if identity.kind is IdentityKind.ROW_TOTAL:
                place = self._at(identity.right[0])
                wrong = f"={place}<>{'+'.join(map(self._at, identity.left))}"
                rule = {"type": "formula", "criteria": wrong, "format": self.formats.wrong}
                self.sheet.conditional_format(place, rule)

    def _checks(self, row: int) -> int:
        """What must hold, a cell each under its column: 符合, or the difference in red; the last row."""
        for label, checks in self._conditions():
            if not checks:
                continue
            first = min(column for column, _, _ in checks)
            if first > 1:
                self.sheet.merge_range(row, 0, row, first - 1, label, self.formats.label)
            else:
                self.sheet.write_string(row, 0, label, self.formats.label)
            for column, formula, value in checks:
                self.sheet.write_formula(row, column, formula, self.formats.check, value)
                self.sheet.conditional_format(
                    row, column, row, column,
                    {"type": "cell", "criteria": "!=", "value": 0, "format": self.formats.wrong},
                )  # fmt: skip
            row += 1
        return row

    def _conditions(self) -> Iterator[tuple[str, list[tuple[int, str, Number]]]]:
        number = self.report.number
        columns = {cell.path: cell.col for cell in self.form.cells if cell.path}
        if self.form.section == "requests":
            balances = [one for one in self.form.identities if one.kind is IdentityKind.BALANCE]
            yield (
                "勾稽：一＋二＝三（七）＋四",
                [
                    (
                        columns[one.where],
                        f"={'+'.join(map(self._at, one.left))}-{'-'.join(map(self._at, one.right))}",
                        self._difference(one),
                    )
                    for one in balances
                ],
            )
            yield (
                "勾稽：（七）总计＝各项结果之和",
                [
                    (
                        columns[one.right[0]],
                        f"={self._at(one.right[0])}-({'+'.join(map(self._at, one.left))})",
                        -self._difference(one),
                    )
                    for one in self.form.identities
                    if one.kind is IdentityKind.COLUMN_TOTAL
                ],
            )
            yield (
                "勾稽：二＝上年的四",
                self._carried(columns),
            )
        if self.form.section == "proactive" and self.last is not None:
            shift = self._shift(1)
            for row, name in (("regulations", "规章"), ("normative_documents", "行政规范性文件")):
                issued, repealed, now = (
                    f"proactive.{row}.{column}" for column in ("issued", "repealed", "in_force")
                )
                before = self.last.number(now)
                if before is not None:
                    due = before + (number(issued) or 0) - (number(repealed) or 0)
                    formula = (
                        f"={self._at(now)}-({self._at(now, shift)}+{self._at(issued)}-{self._at(repealed)})"
                    )
                    yield (
                        f"勾稽：{name}现行有效＝上年＋制发－废止",
                        [(columns[now], formula, (number(now) or 0) - due)],
                    )

    def _carried(self, columns: dict[str, int]) -> list[tuple[int, str, Number]]:
        """上年结转 against what last year carried out, column by column."""
        found: list[tuple[int, str, Number]] = []
        for field, column in columns.items():
            source = field.replace("carried_in", "carried_out")
            before = self.last.number(source) if self.last and source != field else None
            if before is not None:
                formula = f"={self._at(field)}-{self._at(source, self._shift(1))}"
                found.append((column, formula, (self.report.number(field) or 0) - before))
        return found

    # --- last year -------------------------------------------------------------------------------------

    @property
    def _first(self) -> int:
        return min(cell.col for cell in self.form.cells if cell.path)

    def _shift(self, block: int) -> int:
        """How far right block 1 (last year) or 2 (the change) stands of the table's own numbers."""
        return block * (self.form.width - self._first + 1)

    def _beside(self, last: Report) -> None:
        for block, title in ((1, f"上年（{last.year}年）"), (2, "较上年增减")):
            shift = self._shift(block)
            self.sheet.write_string(TOP - 1, self._first + shift, title, self.formats.aside)
            for cell in self.form.cells:
                if cell.col < self._first:
                    continue
                if not cell.path:
                    self._put(cell, shift, cell.text, self._format(cell, {}))
                    continue
                before, now = last.number(cell.path), self.report.number(cell.path)
                if block == 1 or before is None:
                    self._put(cell, shift, before, self.formats.number)
                else:
                    formula = f"={self._at(cell.path)}-{self._at(cell.path, self._shift(1))}"
                    self._put(cell, shift, (formula, (now or 0) - before), self.formats.sum)

    # --- how it looks ----------------------------------------------------------------------------------

    def _set_up(self, end: int) -> None:
        sheet = self.sheet
        wide = self.form.width + self._shift(2)
        sheet.set_column(0, wide, 8)
        for column, width in _WIDTHS[self.form.section].items():
            sheet.set_column(column, column, width)
        if self.form.section == "proactive":
            sheet.set_column(5, wide, 11)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4)
        sheet.set_print_scale(_SCALE)
        sheet.set_v_pagebreaks([self._first + self._shift(block) for block in (1, 2)])
        if self._first:
            sheet.repeat_columns(0, self._first - 1)
        sheet.freeze_panes(TOP + self.form.header_rows, self._first)
        if self.form.header_rows:
            sheet.repeat_rows(TOP, TOP + self.form.header_rows - 1)
        sheet.print_area(0, 0, end, wide - 1 if self.last is not None else self.form.width - 1)
        if self.form.section == "requests":
            sheet.set_row(TOP + 2, 30)
        for cell in self.form.cells:
            if len(cell.text) > 24 and cell.rowspan == 1 and cell.text not in BANDS:
                sheet.set_row(TOP + cell.row, 28)


def _write_prose(sheet: "Worksheet", report: Report, formats: _Formats, draft: bool) -> None:
    sheet.set_column(0, 0, 84)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    row = 0
    if draft:
        sheet.write_string(row, 0, "【草稿】", formats.aside)
        row += 1
    for part in parts(report):
        if part.kind != "table":
            style = formats.prose if part.kind in {"text", "signature"} else formats.heading
            sheet.write_string(row, 0, part.text, style)
            sheet.set_row(row, min(_POINTS * (1 + len(part.text) // _LINE), 400))
            row += 1
