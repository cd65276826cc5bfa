"""Cases of NB949: 上年已写新增的事项又写新增."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, both

CASES = (
    Case(
        "NB949",
        True,
        both("新设“演出日历”栏目。", "网站新增“演出日历”栏目。"),
        says="上年报告已写“新增“演出日历””",
        severity=Severity.INFO,
    ),
    Case("NB949", True, both("首次开展场馆开放日活动。", "首次开展场馆开放日活动。")),
    Case("NB949", False, both("新设“演出日历”栏目。", "网站新增“展览预告”栏目。")),
    Case("NB949", False, both("新设“演出日历”栏目。", "网站新增“演出日历”栏目。"), with_last=False),
)
