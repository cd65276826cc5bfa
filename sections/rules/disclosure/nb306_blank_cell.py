"""Cells of a table left blank where 0 belongs."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity

_PARTS = {"proactive": "第二部分", "requests": "第三部分", "disputes": "第四部分"}


class BlankCell(Rule):
    """A blank cell leaves open whether there was nothing or whether it was forgotten."""

    code = "NB306"
    name = "表格中有空格没有填0"
    severity = Severity.WARNING
    checks = "三张表格中是否有留空的格子（短横线、斜线按0看待，不提示）。"
    why = "空着的格子看不出是没有还是漏填，汇总时也容易错位。"
    basis = FORM
    wrong = "商业企业一栏全部留空。"
    right = "没有的填“0”。"
    how = "逐格核对，没有的填0。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield one finding a table, at its first blank cell."""
        blank = [remark.where for remark in context.report.remarks if remark.kind == "blank"]
        for section, part in _PARTS.items():
            cells = [field for field in blank if field.startswith(f"{section}.")]
            if cells:
                yield self.finding(
                    cells[0],
                    f"{part}的表格有{len(cells)}格留空（如“{context.report.form.label(cells[0])}”），没有的应当填0。",
                )
