"""Parts that are only a set phrase."""

import re
from collections.abc import Iterable

from sections.findings import Context, Finding, Rule, Severity
from sections.form import HEADINGS
from sections.rules._basis import CARE
from sections.rules._texts import section_text

_LEAST = {"overview": 60, "problems": 20}
_NOTHING = re.compile(r"(?:暂?无|没有|略|不存在|未发现)[^，；]{0,14}")


class SetPhrase(Rule):
    """Parts one and five say something."""

    code = "NB952"
    name = "内容空洞或只有套话"
    severity = Severity.WARNING
    checks = "第一部分不足60字、第五部分不足20字，或者只写“无”“暂无”的。第六部分由信息处理费一条检查。"
    why = "主管部门把内容空洞、敷衍塞责列为通报情形。"
    basis = CARE
    wrong = "五、存在的主要问题及改进情况　无"
    right = "写明一两个实际问题，以及对应的改进措施。"
    how = "补写实际情况。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each part with next to nothing in it."""
        for section, least in _LEAST.items():
            text = re.sub(r"\s", "", section_text(context.report, section))
            if text and (len(text) < least or _NOTHING.fullmatch(text.rstrip("。"))):
                yield self.finding(
                    section,
                    f"“{HEADINGS[section]}”只有{len(text)}个字，内容空洞。",
                    text[:40],
                    severity=Severity.INFO if context.drafting else None,
                )
