"""The three tables as a workbook: live totals and 勾稽, last year's numbers and the change beside them."""

import io
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from app.documents.write.check_words import carries_of, carry_words, identity_words
from app.documents.write.workbook_prose import DRAFT_MARK, write_prose
from sections.form.elements import Carry, Cell, Identity, IdentityKind, Shape
from sections.form.model import Table
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
_NUMBER, _WIDE_NUMBER, _BESIDE = 8, 16, 11
_UPRIGHT, _MIDDLE, _LABEL = 6, 13, 34
"""Characters of a column: numbers, those of a banded table and of last year's beside it; labels."""
_SCALE: Final = 76
"""Percent at which a table with its labels fills a page's width; last year's and the change follow on pages
of their own, the labels repeated."""
_FONT: Final = {"font_name": "宋体", "font_size": 10}
_HOLDS: Final = '"差"0.######;"差"-0.######;"符合"'
"""How a 勾稽 cell shows its difference."""
_Check = tuple[int, str, Number]
"""The column of a 勾稽 cell, its formula, and what that gives."""


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
            "title": f"{report.unit}{report.year}年{report.form.document_name}"[:255],
            "author": report.unit[:200],
            "comments": "草稿" if draft else "",
            "created": dt.datetime(year, 1, 1),
        }
    )
    formats = Formats(book)
    for section, table in report.form.tables.items():
        _Sheet(book.add_worksheet(SHEETS[section]), table, report, last, formats, draft).write()
    mark = formats.aside if draft else None
    write_prose(book.add_worksheet(PROSE), report, formats.prose, formats.heading, mark)
    book.close()
    return data.getvalue()


class Formats:
    """The formats of the workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        def made(**own: Any) -> "Format":
            return book.add_format({**_FONT, "valign": "vcenter", "text_wrap": True, **own})

        self.title = made(bold=True, font_size=13, text_wrap=False)
        self.aside = made(italic=True, text_wrap=False)
        self.head = made(border=1, align="center", bg_color="#EDEDED")
        self.label = made(border=1)
        self.vertical = made(border=1, align="center", rotation=270)
        digits = {"border": 1, "align": "center", "text_wrap": False, "shrink": True, "num_format": "0"}
        self.number = made(**digits)
        self.decimal = made(**digits | {"num_format": "0.######"})
        self.sum = made(**digits | {"bg_color": "#F7F7F7"})
        self.check = made(border=1, align="center", num_format=_HOLDS)
        self.wrong = book.add_format({"bg_color": "#C00000", "font_color": "#FFFFFF", "bold": True})
        self.prose = made(font_size=11, valign="top")
        self.heading = made(bold=True, font_size=12)


@dataclass(frozen=True)
class _Sheet:
    """One table on its sheet."""

    sheet: "Worksheet"
    form: Table
    report: Report
    last: Report | None
    formats: Formats
    draft: bool = False

    def write(self) -> None:
        """The table, what must hold of it, and what was last year."""
        self.sheet.write_string(0, 0, self.report.form.headings[self.form.section], self.formats.title)
        if self.draft:
            self.sheet.write_string(0, self.form.width + 1, DRAFT_MARK, self.formats.aside)
            self.sheet.set_header(f"&R{DRAFT_MARK}")
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
            return self.formats.sum if cell.path in formulas else self._digits(self.report.number(cell.path))
        if cell.vertical:
            return self.formats.vertical
        return self.formats.head if cell.head else self.formats.label

    def _digits(self, number: Number | None) -> "Format":
        whole = number is None or number == int(number)
        return self.formats.number if whole else self.formats.decimal

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
            self.sheet.write_number(row, column, _exact(content), style)

    # --- formulas --------------------------------------------------------------------------------------

    @cached_property
    def _places(self) -> dict[str, Cell]:
        return {cell.path: cell for cell in self.form.cells if cell.path}

    def _column(self, field: str) -> int:
        return self._places[field].col

    def _at(self, field: str, shift: int = 0) -> str:
        from xlsxwriter.utility import xl_rowcol_to_cell

        cell = self._places[field]
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
        for label, checks in self._conditions().items():
            first = min(column for column, _, _ in checks)
            if first > 1:
                self.sheet.merge_range(row, 0, row, first - 1, label, self.formats.label)
            else:
                self.sheet.write_string(row, 0, label, self.formats.label)
            row += not first  # no column of labels: the line below
            for column, formula, value in checks:
                self.sheet.write_formula(row, column, formula, self.formats.check, value)
                self.sheet.conditional_format(
                    row, column, row, column,
                    {"type": "cell", "criteria": "!=", "value": 0, "format": self.formats.wrong},
                )  # fmt: skip
            row += 1
        return row

    def _conditions(self) -> dict[str, list[_Check]]:
        """The 勾稽 lines in words, and what stands in them."""
        lines: dict[str, list[_Check]] = {}
        for kind in (IdentityKind.BALANCE, IdentityKind.COLUMN_TOTAL):
            for identity in self.form.identities:
                if identity.kind is kind:
                    label = f"勾稽：{identity_words(self.form, identity)}"
                    lines.setdefault(label, []).append(self._identity_check(identity))
        for carry in carries_of(self.form):
            before = self.last.number(carry.last) if self.last else None
            if before is not None and carry.last in self._places:
                label = f"勾稽：{carry_words(self.form, carry)}"
                lines.setdefault(label, []).append(self._carry_check(carry, before))
        return lines

    def _identity_check(self, identity: Identity) -> _Check:
        left, right = (tuple(map(self._at, paths)) for paths in (identity.left, identity.right))
        if identity.kind is IdentityKind.BALANCE:
            formula = f"={'+'.join(left)}-{'-'.join(right)}"
            return self._column(identity.where), formula, self._difference(identity)
        return self._column(identity.where), f"={right[0]}-({'+'.join(left)})", -self._difference(identity)

    def _carry_check(self, carry: Carry, before: Number) -> _Check:
        total, due = self.report.total, self._at(carry.last, self._shift(1))
        if carry.plus or carry.minus:
            more = "".join(f"+{self._at(path)}" for path in carry.plus)
            less = "".join(f"-{self._at(path)}" for path in carry.minus)
            due = f"({due}{more}{less})"
        value = total((carry.path,)) - (before + total(carry.plus) - total(carry.minus))
        return self._column(carry.path), f"={self._at(carry.path)}-{due}", value

    # --- last year -------------------------------------------------------------------------------------

    def _shift(self, block: int) -> int:
        """How far right block 1 (last year) or 2 (the change) stands of the table's own numbers."""
        return block * (self.form.width - self.form.label_columns + 1)

    def _beside(self, last: Report) -> None:
        for block, title in ((1, f"上年（{last.year}年）"), (2, "较上年增减")):
            shift = self._shift(block)
            self.sheet.write_string(TOP - 1, self.form.label_columns + shift, title, self.formats.aside)
            for cell in self.form.cells:
                if cell.col < self.form.label_columns:
                    continue
                if not cell.path:
                    self._put(cell, shift, cell.text, self._format(cell, {}))
                    continue
                before, now = last.number(cell.path), self.report.number(cell.path)
                if block == 1 or before is None:
                    self._put(cell, shift, before, self._digits(before))
                else:
                    formula = f"={self._at(cell.path)}-{self._at(cell.path, self._shift(1))}"
                    self._put(cell, shift, (formula, (now or 0) - before), self.formats.sum)

    # --- how it looks ----------------------------------------------------------------------------------

    def _set_up(self, end: int) -> None:
        sheet = self.sheet
        wide = self.form.width + self._shift(2)
        sheet.set_column(0, wide, _NUMBER)
        for column, width in enumerate(_widths(self.form)):
            sheet.set_column(column, column, width)
        if self.form.shape is Shape.BANDED:
            sheet.set_column(self.form.width + 1, wide, _BESIDE)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4)
        sheet.set_print_scale(_SCALE)
        sheet.set_v_pagebreaks([self.form.label_columns + self._shift(block) for block in (1, 2)])
        if self.form.label_columns:
            sheet.repeat_columns(0, self.form.label_columns - 1)
        sheet.freeze_panes(TOP + self.form.header_rows, self.form.label_columns)
        if self.form.header_rows:
            sheet.repeat_rows(TOP, TOP + self.form.header_rows - 1)
        sheet.print_area(0, 0, end, wide - 1 if self.last is not None else self.form.width - 1)
        if self.form.shape is Shape.MATRIX:
            sheet.set_row(TOP + self.form.header_rows - 1, 30)
        for cell in self.form.cells:
            if len(cell.text) > 24 and cell.rowspan == 1 and not cell.is_band:
                sheet.set_row(TOP + cell.row, 28)


def _widths(form: Table) -> list[int]:
    """Of the columns that are not as wide as a number."""
    if form.shape is Shape.BANDED:
        return [_LABEL, *[_WIDE_NUMBER] * (form.width - 1)]
    labels = form.label_columns
    return [_UPRIGHT, *[_MIDDLE] * (labels - 2), _LABEL][-labels:] if labels else []


def _exact(number: Number) -> Any:
    """A number as the library writes it digit for digit: it formats a Decimal as it does a float, by 16
    significant digits, but pads it with the zeros that the Decimal has."""
    return Decimal(format(number.normalize(), "f")) if isinstance(number, Decimal) else number
