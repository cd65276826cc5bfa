"""Cases of NB952: 内容空洞或只有套话."""

from sections.report.parts import Problems
from sections.rules.base import Severity
from tests.support.rule_case import Case, text
from tests.support.sound_report import TOPICS, Spoilt

CASES = (
    Case("NB952", True, text("problems", "", "无。"), says="只有2个字", where="problems"),
    Case("NB952", True, text("problems", "", "暂无较大问题"), severity=Severity.WARNING),
    Case(
        "NB952",
        True,
        text("overview", TOPICS["platform"], "（四）政府信息公开平台建设。"),
        says="“政府信息公开平台建设”只有标题，没有内容",
    ),
    Case("NB952", True, text("overview", TOPICS["platform"], "（四）平台建设情况\n无。"), says="只写“无”"),
    Case("NB952", False, text("overview", TOPICS["platform"], "（四）平台建设情况\n1.网站\n改版一次。")),
    Case("NB952", False),
    Case(
        "NB952",
        True,
        Spoilt(
            changes={"problems": Problems(text="存在的主要问题：无。下一步继续做好公开工作，保持现有水平。")}
        ),
        says="没有写实际存在的问题",
    ),
    Case(
        "NB952",
        True,
        Spoilt(
            changes={
                "problems": Problems(
                    text="一是思想认识有待提高；二是工作力度有待加强。下一步，进一步提高思想认识，进一步加大工作力度。"
                )
            }
        ),
        says="都是一般的说法",
        severity=Severity.INFO,
    ),
)
