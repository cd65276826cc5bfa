"""The date under the report."""

import datetime as dt
from collections.abc import Iterable

from sections.organs import organ_of
from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity


class SignatureDate(Rule):
    """A report of a year is signed after the year's end, and published by the day that the law names."""

    code = "NB106"
    name = "落款日期不合理"
    severity = Severity.WARNING
    checks = (
        "有落款日期的，是否在报告年度结束之后；是否晚于法定公布期限（部门次年1月31日、人民政府次年3月31日），"
        "晚于期限的只作提示。"
    )
    why = "落款仍是往年日期，多为沿用上年文件；不按时发布是主管部门通报的情形之一。"
    basis = "《政府信息公开条例》（国令第711号）第四十九条；" + FORM
    wrong = "2025年度报告，落款2025年1月16日。"
    right = "2025年度报告，落款2026年1月16日。"
    how = "改为实际公布的日期。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield a date before the year was over, or after the day the law names."""
        report = context.report
        date = report.signature.date if report.signature else None
        if date is None or not 0 < report.year < dt.MAXYEAR:
            return
        due = organ_of(report).deadline(report.year).day
        shown = f"{date.year}年{date.month}月{date.day}日"
        if date.year <= report.year:
            words = f"落款日期是{shown}，{report.year}年度还没有结束，请核对年份。"
            yield self.finding("signature", words, shown)
        elif date > due:
            words = f"落款日期是{shown}，晚于法定公布期限{due.year}年{due.month}月{due.day}日，请核对。"
            yield self.finding("signature", words, shown, severity=Severity.INFO)
