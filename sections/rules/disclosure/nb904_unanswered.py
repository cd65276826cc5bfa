"""Cells without a number."""

from collections.abc import Iterable

from sections.form.elements import Source
from sections.rules._basis import FORM
from sections.rules._cells import numbers
from sections.rules.base import Context, Finding, Rule, Severity

_TITLES = {"proactive": "第二部分表格", "requests": "第三部分表格", "disputes": "第四部分表格"}
_NAMED = 3


class Unanswered(Rule):
    """A finished report has a number in every cell; a draft still at work is merely told."""

    code = "NB904"
    name = "单元格未填"
    severity = Severity.ERROR
    compulsory = True
    checks = "三张表格是否还有没填数字的单元格。起草过程中只作提示。"
    why = "格式要求逐格填报，没有的填0；空白会被视为漏报。"
    basis = FORM
    wrong = "行政强制：（空白）。"
    right = "行政强制：0。"
    how = "填入实际件数；没有发生的填0。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield one finding a table, naming its first empty cells; computed ones only when no other is."""
        form, cells = context.report.form, numbers(context.report)
        unread = context.report.unreadable if context.report.unread else frozenset()
        for section, table in form.tables.items():
            empty = [field for field in table.paths if cells[field] is None and field not in unread]
            if len(empty) == len(table.paths) and not context.drafting:
                continue  # the whole table is missing: another rule says so
            typed = [field for field in empty if form.source(field) is not Source.COMPUTED] or empty
            if typed and not form.is_written:
                again = "是以前的版本读取的，请重新导入原来的文件。"
                words = f"{_TITLES[section]}有{len(typed)}格没有保存数字，{again}"
                yield self.finding(typed[0], words, severity=Severity.INFO)
            elif typed:
                named = "、".join(f"“{form.label(field)}”" for field in typed[:_NAMED])
                more = "等" if len(typed) > _NAMED else ""
                yield self.finding(
                    typed[0],
                    f"{_TITLES[section]}还有{len(typed)}格没有填：{named}{more}。没有发生的请填0。",
                    severity=Severity.INFO if context.drafting else None,
                )
