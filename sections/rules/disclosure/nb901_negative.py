"""Negative numbers in the tables."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules._cells import numbers, stands
from sections.rules.base import Context, Finding, Rule, Severity


class Negative(Rule):
    """No number of the form can be below 0."""

    code = "NB901"
    name = "表格中有负数"
    severity = Severity.ERROR
    compulsory = True
    checks = "三张表格的每一格是否小于0。"
    why = "件数和金额不会是负数；负数多由抄录或公式错误造成。"
    basis = FORM
    wrong = "结转下年度继续办理：-1。"
    right = "结转下年度继续办理：0。"
    how = "按底数改为实际件数或金额。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each cell below 0."""
        form = context.report.form
        for field, value in numbers(context.report).items():
            if value is not None and value < 0 and not form.places[field].column.is_change:
                yield self.finding(
                    field,
                    f"“{form.label(field)}”填{stands(value)}{form.measure(field)}，不能小于0。",
                    stands(value),
                )
