"""The numbers collected from the tables of one document, with what was in doubt."""

from collections.abc import Sequence
from decimal import Decimal

from app.documents.read.blocks import Cell
from app.documents.read.numbers import in_wan, in_yuan, is_blank, read_number
from app.documents.read.order import in_order
from sections.form import table_fields
from sections.report.cells import Number
from sections.report.parts import Remark, Unread

_YUAN = Decimal(10_000)
_BESIDE_OTHER = ("requests.other_no_correction.", "requests.other_no_fee.")


class Cells:
    """Field -> number; a field put twice with different numbers, or in doubt, is None and listed."""

    def __init__(self) -> None:
        self.numbers: dict[str, Number | None] = {}
        self.notes: list[str] = []
        self.remarks: list[Remark] = []
        self.form = "2021"
        self._merged = False
        self._doubts: dict[str, Unread] = {}

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The doubts in the order of the form."""
        return tuple(self._doubts[field] for field in table_fields() if field in self._doubts)

    def put(self, field: str, raw: str) -> None:
        """Take the text of the cell of ``field``."""
        number = read_number(raw)
        if number is None:
            self.doubt(field, raw, "不是数字")
        elif number != number.to_integral_value():
            self.doubt(field, raw, "不是整数")
        else:
            self._keep(field, int(number), raw)
            self._remark_blank(field, raw)

    def put_fees(self, raw: str, head: str) -> None:
        """Take the fees of part two; what is given in 元 becomes 万元."""
        number = read_number(raw)
        if number is None:
            self.doubt("proactive.fees", raw, "不是数字")
            return
        if number and not in_wan(raw) and (in_yuan(raw) or in_yuan(head)):
            self.notes.append(f"行政事业性收费原为「{raw.strip()}」（单位：元），已换算为万元。")
            number /= _YUAN
        self._keep("proactive.fees", number.normalize() if number % 1 else Decimal(int(number)), raw)
        self._remark_blank("proactive.fees", raw)

    def put_row(self, fields: Sequence[str], cells: Sequence[Cell]) -> None:
        """Take a row whose cells are known to stand for ``fields``; a cell merged over two is in doubt."""
        for field, cell in zip(fields, cells, strict=True):
            if sum(other.origin == cell.origin for other in cells) > 1:
                self.doubt(field, cell.text, "与相邻的单元格合并在一起")
            else:
                self.put(field, cell.text)

    def merge_other(self) -> None:
        """（六）其他处理 is one row in the source: its numbers are 3.其他, and the two above it are 0."""
        if not self._merged:
            self._merged = True
            self.notes.append("（六）其他处理没有分项，其数字计入“3.其他”。")
            self.remarks.append(Remark(kind="merged", where="requests.other_other.total"))

    def doubt(self, field: str, raw: str, reason: str) -> None:
        """A field whose number is not certain."""
        self.numbers[field] = None
        self._doubts.setdefault(field, Unread(where=field, raw=raw[:200], reason=reason))

    def put_in_order(self, fields: Sequence[str], cells: Sequence[Cell]) -> None:
        """Take a row by the order of its cells; in doubt where they are not as many as ``fields``."""
        values = in_order(cells, len(fields))
        if values:
            self.put_row(fields, values)
        else:
            self.doubt_row(fields, cells)

    def doubt_row(self, fields: Sequence[str], cells: Sequence[Cell]) -> None:
        """A row whose cells cannot be told apart by the heads above them."""
        raw = " ".join(cell.text.strip() for cell in cells)
        for field in fields:
            self.doubt(field, raw, "这一行与表头没有对齐")

    def finish(self) -> None:
        """Every field of the form that no table gave is in doubt."""
        for field in table_fields():
            if field in self.numbers:
                continue
            if self._merged and field.startswith(_BESIDE_OTHER):
                self.numbers[field] = 0
            else:
                self.doubt(field, "", "表格中没有找到这一格")

    def _remark_blank(self, field: str, raw: str) -> None:
        if is_blank(raw):
            self.remarks.append(Remark(kind="blank", where=field))

    def _keep(self, field: str, number: Number, raw: str) -> None:
        if field in self._doubts:
            return
        if self.numbers.get(field, number) != number:
            self.doubt(field, f"{self.numbers[field]}、{raw}", "出现两次，数字不同")
            return
        self.numbers[field] = number
