"""The opening paragraph and what it should tell."""

import re
from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity

_PARTS = (
    ("编制依据", re.compile("条例|格式|(?:根据|按照|依据)[^。]{2,60}?(?:通知|规定|要求)")),
    ("统计期限", re.compile(r"[0-9０-９]\s?月\s?[0-9０-９]{1,2}\s?日|年度")),
    ("查阅或联系方式", re.compile("电话|联系|地址|邮|网站|网址|可在|查阅|下载")),
)


_ITSELF = re.compile("条例|格式|统计期限")
"""What the first lines of part one say where they stand in for an opening."""


class Opening(Rule):
    """Before part one the report tells its basis, its period, and where to read it or whom to ask."""

    code = "NB104"
    name = "引言缺项"
    severity = Severity.INFO
    checks = "第一部分之前有没有引言，引言是否写了编制依据、统计期限、查阅或联系方式。"
    why = "读者要知道数字的期限，以及在哪里查、问谁。"
    basis = FORM
    wrong = "（标题之后直接是“一、总体情况”）"
    right = "本报告根据《中华人民共和国政府信息公开条例》编制……所列数据的统计期限自……如有疑问，请与……联系。"
    how = "没有引言的，在第一部分之前补写一段；缺项的，补答单位信息里的网站、电话等，或在引言里写明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield what is missing; a draft whose opening is not written yet is left alone."""
        report = context.report
        opening = report.paragraphs.get("opening") or report.opening
        if not opening.strip() and _ITSELF.search(report.overview.lead):
            opening = report.overview.lead
        if not opening.strip():
            if not context.drafting:
                yield self.finding("opening", "没有引言（编制依据、统计期限、查阅和联系方式）。")
            return
        missing = [name for name, pattern in _PARTS if not pattern.search(opening)]
        if missing:
            yield self.finding("opening", f"引言没有写{'、'.join(missing)}。")
