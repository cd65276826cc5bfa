"""Cases of NB974: 疑似错别字."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added

CASES = (
    Case(
        "NB974",
        True,
        added("overview", "统筹协条到位。"),
        says="“统筹协条”疑为“统筹协调”之误",
        severity=Severity.INFO,
        suspected=("统筹协条", "统筹协调"),
    ),
    Case("NB974", False, added("overview", "统筹协条到位。")),
    Case(
        "NB974", False, added("overview", "畅通申请渠道，推进正务公开。"), suspected=("正务公开", "政务公开")
    ),
)
