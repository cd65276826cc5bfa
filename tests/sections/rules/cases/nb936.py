"""Cases of NB936: 同一句话出现两次."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added
from tests.support.sound_report import TOPICS, Spoilt

CASES = (
    Case("NB936", True, added("overview", TOPICS["platform"].split("。")[1] + "。"), says="出现了两次以上"),
    Case("NB936", False),
    Case(
        "NB936",
        True,
        Spoilt(
            replace={
                "overview": (
                    "抽查4次，",
                    "抽查4次，本年度还为乡镇文化站、社区图书室和各演出场所逐一编印了办事指南和活动预告。全区继续还为乡镇文化站、社区图书室和各演出场所逐一编印了办事指南和活动预告，",
                )
            }
        ),
        says="出现了两次",
        severity=Severity.INFO,
    ),
    Case(
        "NB936",
        False,
        added(
            "overview",
            "继续落实《云岭市青禾区文化市场综合行政执法协作和信息共享工作规定》，按《云岭市青禾区文化市场综合行政执法协作和信息共享工作规定》检查。",
        ),
    ),
)
