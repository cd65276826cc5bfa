"""Cases of NB931: 增长率与前后两年的数不符."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB931", True, text("overview", "增长5.3%", "增长6.3%"), says="本年842条，上年800条，应为增长5.3%"),
    Case(
        "NB931",
        True,
        text("overview", "申请30件", "申请30件，同比增长25%"),
        says="应为增长20%",
        severity=Severity.ERROR,
    ),
    Case(
        "NB931",
        True,
        added("overview", "开放日活动3场，较去年增加3场，增长100%。"),
        says="上年为0，不能计算百分比",
    ),
    Case("NB931", False, text("overview", "申请30件", "申请30件，同比增长20%")),
    Case("NB931", False, text("overview", "增长5.3%", "增长5.2%")),
    Case("NB931", False),
)
