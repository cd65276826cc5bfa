"""（六）其他处理 as one row, as the trial form of 2019 had it."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity

_FIRST_YEAR = 2021


class OldRows(Rule):
    """Since 2021 （六）其他处理 has three rows of its own."""

    code = "NB304"
    name = "（六）其他处理没有列出三个小项"
    severity = Severity.WARNING
    checks = "2021年度起的报告，第三部分表格“（六）其他处理”是否分列逾期不补正、逾期不缴费、其他三个小项。"
    why = "合为一行是2019年试行格式的做法，现行格式要求分列。"
    basis = FORM
    wrong = "（六）其他处理：3（一行）。"
    right = "（六）其他处理：1.逾期不补正1、2.逾期不缴费0、3.其他2。"
    how = "按现行格式分列三个小项；导入时合并的数已计入“3.其他”，请逐项核对。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield a report in the old form, or one whose row the importer found whole."""
        report = context.report
        if report.year < _FIRST_YEAR:
            return
        if report.form_id == "2019" or any(remark.kind == "merged" for remark in report.remarks):
            yield self.finding(
                "requests.other_other.total",
                "“（六）其他处理”合为一行，没有按现行格式列出逾期不补正、逾期不缴费、其他三个小项。",
            )
