"""Cases of NB967: 出现身份证号码."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added


def _identity(first: str) -> str:
    """A number that is well formed; put together here so that none stands in the tests."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(weight * int(digit) for weight, digit in zip(weights, first, strict=True))
    return first + "10X98765432"[total % 11]


CASES = (
    Case(
        "NB967", True, added("overview", f"证件号{_identity('11010119900307123')}。"), severity=Severity.ERROR
    ),
    Case("NB967", False, added("overview", "统一社会信用代码11010119900307000K，流水号110101199013071234。")),
    Case("NB967", True, added("overview", "申请人身份证号11010119900307123X。"), says="校验码不符"),
    Case(
        "NB967",
        True,
        added("overview", "身份证号码：362201850312451。"),
        says="不是18位",
        severity=Severity.WARNING,
    ),
    Case("NB967", False, added("overview", "编号：362201850312451。")),
)
