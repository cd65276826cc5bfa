"""The six parts of the report."""

from collections.abc import Iterable

from sections.rules._basis import CONTENT, FORM
from sections.rules._cells import numbers
from sections.rules._texts import section_text
from sections.rules.base import Context, Finding, Rule, Severity

_TEXTS = ("overview", "problems", "other")


class MissingPart(Rule):
    """All six parts are there, with text or table."""

    code = "NB951"
    name = "缺少规定的部分"
    severity = Severity.ERROR
    checks = (
        "六个部分是否齐全：第一、五、六部分有文字，第二、三、四部分有表格。起草过程中不检查表格，"
        "文字只作提示。"
    )
    why = "条例和统一格式规定了六个部分，缺一个就不是完整的报告。"
    basis = CONTENT + "；" + FORM
    wrong = "报告到“四、政府信息公开行政复议、行政诉讼情况”为止。"
    right = "六个部分齐全；没有事项的也写明情况。"
    how = "补上缺少的部分；表格没有发生数的填0。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each part that is not there."""
        cells = numbers(context.report)
        for section, heading in context.report.form.headings.items():
            if section in _TEXTS:
                if not section_text(context.report, section).strip():
                    only = "只有标题，没有内容" if section in context.report.headings else "没有找到"
                    if context.drafting:
                        only = "还没有写"
                    severity = Severity.INFO if context.drafting else None
                    yield self.finding(section, f"“{heading}”{only}。", severity=severity)
            elif not context.drafting and all(
                cells[field] is None for field in context.report.form.tables[section].paths
            ):
                yield self.finding(section, f"“{heading}”没有表格，或表格没有读出一个数字。")
