"""A table under the heading of another part."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity


class MisplacedTable(Rule):
    """Each of the three tables stands under its own heading."""

    code = "NB308"
    name = "表格放在了别的部分"
    severity = Severity.WARNING
    checks = "第二、三、四部分的表格是否各在自己的标题之下（两张表互换位置的会指出）。"
    why = "表格放错部分，读者按标题看到的是另一件事的数字。"
    basis = FORM
    wrong = "“二、主动公开政府信息情况”下面是收到和处理申请的表格。"
    right = "每张表格在自己的标题之下。"
    how = "把表格移到自己的标题之下。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such table."""
        for remark in context.report.remarks:
            if remark.kind == "misplaced":
                words = f"“{remark.right}”的表格放在了“{remark.printed}”的标题之下。"
                yield self.finding(remark.where, words, remark.printed)
