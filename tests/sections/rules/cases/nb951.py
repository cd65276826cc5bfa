"""Cases of NB951: 缺少规定的部分."""

from sections.report.parts import Overview
from sections.rules.base import Severity
from tests.support.rule_case import Case, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB951", True, text("other", "", ""), says="“六、其他需要报告的事项”只有标题，没有内容", where="other"
    ),
    Case("NB951", True, Spoilt(changes={"overview": Overview()}), where="overview", severity=Severity.ERROR),
    Case("NB951", True, text("problems", "", " "), drafting=True, severity=Severity.INFO),
    Case(
        "NB951",
        True,
        Spoilt(
            cells={
                f"disputes.{group}.{name}": None
                for group in ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
                for name in ("upheld", "corrected", "other", "pending", "total")
            }
        ),
        says="“四、政府信息公开行政复议、行政诉讼情况”没有表格",
    ),
    Case("NB951", False),
)
