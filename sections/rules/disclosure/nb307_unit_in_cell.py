"""Words in a cell that should hold a number alone."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity


class UnitInCell(Rule):
    """The unit of a cell stands in the form; the cell holds the number."""

    code = "NB307"
    name = "单元格的数字带有单位或说明"
    severity = Severity.WARNING
    checks = "三张表格的单元格里，数字后面是否带有“件”“万元”等单位或说明文字（数字已按原样读出）。"
    why = "单位已由格式统一规定，格内再写单位，汇总系统会认不出数字。"
    basis = FORM
    wrong = "本年新收·自然人：41件"
    right = "本年新收·自然人：41"
    how = "格内只留阿拉伯数字；要说明的写在正文。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such cell."""
        form = context.report.form
        for remark in context.report.remarks:
            if remark.kind == "unit" and remark.where in form.places:
                more = f"数字后面多了“{remark.right}”，" if remark.right != remark.printed else ""
                words = f"“{form.label(remark.where)}”填“{remark.printed}”，{more}"
                wanted = "格内只填数字。" if more else "按0读出，没有的应当填“0”。"
                yield self.finding(remark.where, words + wanted, remark.printed)
