"""A row of the table of part three against its 总计."""

from collections.abc import Iterable

from sections.form.elements import IdentityKind, Shape
from sections.rules._basis import FORM
from sections.rules._cells import broken, filled, numbers, plus, quoted, total_fix
from sections.rules.base import Context, Finding, Rule, Severity

_DIGITS = "零一二三四五六七八九"


class RowTotal(Rule):
    """Every row of part three: 总计 = the six kinds of applicant."""

    code = "NB301"
    name = "行总计与六类申请人之和不符"
    severity = Severity.ERROR
    compulsory = True
    checks = (
        "第三部分表格25行，每行“总计”是否等于自然人、商业企业、科研机构、社会公益组织、法律服务机构、"
        "其他六列之和。"
    )
    why = "总计是各列之和，对不上说明至少有一格填错。"
    basis = FORM
    wrong = "本年新收：自然人1、商业企业1，总计填1。"
    right = "本年新收：自然人1、商业企业1，总计填2。"
    how = "核对这一行各列的底数，改正填错的一格；总计由各列相加得出。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each row whose total is not the sum of its columns."""
        cells = numbers(context.report)
        form = context.report.form
        for one in broken(context, IdentityKind.ROW_TOTAL, Shape.MATRIX):
            parts = plus({form.places[path].column.label: cells[path] for path in one.identity.left})
            row = form.row_label(one.identity.where)
            yield self.finding(
                one.identity.where,
                f"“{row}”一行{_DIGITS[len(one.identity.left)]}类申请人相加为{one.left}件（{parts}），"
                f"总计{filled(context, one)}，相差{one.difference}件。",
                quoted(context, one),
                total_fix(form, cells, one.identity.where, one.left),
            )
