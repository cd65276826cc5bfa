"""The totals of the table of part four."""

from collections.abc import Iterable

from sections.form.elements import IdentityKind, Shape
from sections.rules._basis import FORM
from sections.rules._cells import broken, filled, numbers, plus, quoted, total_fix
from sections.rules.base import Context, Finding, Rule, Severity


class DisputeTotal(Rule):
    """Each of the three groups of part four: 总计 = the four outcomes."""

    code = "NB401"
    name = "复议诉讼总计与各项结果之和不符"
    severity = Severity.ERROR
    compulsory = True
    checks = (
        "第四部分表格的行政复议、未经复议直接起诉、复议后起诉，各自“总计”是否等于结果维持、结果纠正、"
        "其他结果、尚未审结之和。"
    )
    why = "总计是四种结果之和；常见的错误是各项已填而总计仍为0。"
    basis = FORM
    wrong = "行政复议：结果维持2、结果纠正1，总计填0。"
    right = "行政复议：结果维持2、结果纠正1，总计填3。"
    how = "核对每种结果的件数；总计由四项相加得出。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each group whose total is not the sum of its outcomes."""
        cells = numbers(context.report)
        form = context.report.form
        for one in broken(context, IdentityKind.ROW_TOTAL, Shape.STRIP):
            parts = plus({form.places[path].column.label: cells[path] for path in one.identity.left})
            yield self.finding(
                one.identity.where,
                f"“{form.row_label(one.identity.where)}”各项结果相加为{one.left}件（{parts}），"
                f"总计{filled(context, one)}，相差{one.difference}件。",
                quoted(context, one),
                total_fix(form, cells, one.identity.where, one.left),
            )
