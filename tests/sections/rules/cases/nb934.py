"""Cases of NB934: 正文留有上年的数字."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, both

_LAST_NUMBERS = "全年举办政府开放日活动23场，接待群众参观，现场答疑解惑。"

CASES = (
    Case("NB934", True, both(_LAST_NUMBERS, _LAST_NUMBERS), says="（23场）与上年报告完全一样"),
    Case(
        "NB934",
        True,
        both("全年培训工作人员3次，逐科讲解。", "全年培训工作人员3次，逐科讲解。"),
        severity=Severity.INFO,
    ),
    Case("NB934", False, both(_LAST_NUMBERS.replace("23", "31"), _LAST_NUMBERS)),
    Case("NB934", False),
)
