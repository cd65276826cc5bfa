"""The statement on 信息处理费 in part six."""

import re
from collections.abc import Iterable

from sections.rules._basis import FEES, FORM
from sections.rules._texts import section_text, whole_text
from sections.rules.base import Context, Finding, Rule, Severity

_FEE = re.compile(r"处理费|收费|收取[^。]{0,20}(?:费|元)|费用")
_ELSEWHERE = re.compile(r"信息(?:公开)?处理费")


class FeeStatement(Rule):
    """Part six says what was charged for handling information, or that nothing was."""

    code = "NB601"
    name = "没有报告信息处理费情况"
    severity = Severity.WARNING
    checks = "第六部分是否写明收取信息处理费的情况（没有收取的也要写明）。写在其他部分的，只作提示。"
    why = "格式要求在第六部分报告收取信息处理费情况，只写“无”不符合要求。"
    basis = FORM + "；" + FEES
    wrong = "六、其他需要报告的事项　无"
    right = "六、其他需要报告的事项　本年度没有发出信息处理费收费通知，收取信息处理费0元。"
    how = "补写发出收费通知的件数、通知收取和实际收取的金额；没有发生的写明未收取。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield a part six that says nothing of fees, of a year since there are rules about them."""
        form, text = context.report.form, section_text(context.report, "other")
        is_due = form.has_fee_statement or form.has_ended(context.report.year)
        if not is_due or _FEE.search(text):
            return
        where = "other.fees" if context.answers_known else "other"
        if _ELSEWHERE.search(whole_text(context.report)):
            words = "信息处理费情况写在了其他部分，格式要求写在第六部分。"
            yield self.finding(where, words, text[:40], severity=Severity.INFO)
            return
        said = f"只写“{text.strip()}”，" if 0 < len(text.strip()) <= 20 else ""
        words = f"第六部分{said}没有报告收取信息处理费的情况（没有收取的也要写明）。"
        yield self.finding(where, words, text[:40], severity=Severity.INFO if context.drafting else None)
