"""What only a people's government must report."""

import re
from collections.abc import Iterable

from sections.organs import organ_of
from sections.rules._basis import CONTENT
from sections.rules._texts import whole_text
from sections.rules.base import Context, Finding, Rule, Severity

_MATTERS = (
    ("工作考核", re.compile("考核|考评")),
    ("社会评议", re.compile("评议|社会评价|第三方评估|满意度")),
    ("责任追究结果", re.compile("责任追究|追究.{0,8}责任|追责|问责")),
)


class GovernmentMatters(Rule):
    """A people's government reports 工作考核, 社会评议 and 责任追究结果."""

    code = "NB112"
    name = "人民政府的报告缺少考核、评议或责任追究结果"
    severity = Severity.WARNING
    checks = "各级人民政府（含乡镇）的报告是否写了工作考核、社会评议和责任追究结果情况。"
    why = "条例对各级人民政府的年度报告有这项专门要求；没有发生责任追究的也要写明。"
    basis = CONTENT + "第一款第（四）项"
    wrong = "（监督保障一段只写了培训）"
    right = "组织开展工作考核和社会评议，结果为……；本年度未发生责任追究情形。"
    how = "在“（五）监督保障”中补写缺少的内容。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield one finding that names what is missing."""
        if not organ_of(context.report).is_government:
            return
        text = whole_text(context.report)
        if context.drafting and not text:
            return
        missing = [name for name, pattern in _MATTERS if not pattern.search(text)]
        if missing:
            yield self.finding(
                "overview.supervision",
                f"各级人民政府的报告应写明工作考核、社会评议和责任追究结果，没有找到{'、'.join(missing)}。",
                severity=Severity.INFO if context.drafting else None,
            )
