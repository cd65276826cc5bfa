"""Cases of NB926: 称均获维持却有其他结果."""

from sections.rules.base import Severity
from tests.support.rule_case import GOVERNMENT, Case, added, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB926",
        True,
        text("overview", "行政诉讼1件。", "行政诉讼1件，均获维持。"),
        says="行政复议结果纠正1件、行政复议尚未审结1件，两处矛盾",
    ),
    Case(
        "NB926",
        True,
        Spoilt(
            changes={"profile": GOVERNMENT},
            replace={"overview": ("收到政府信息公开申请30件", "政府信息公开行政复议均获维持")},
        ),
        severity=Severity.WARNING,
    ),
    Case(
        "NB926",
        False,
        text("overview", "行政诉讼1件。", "行政诉讼1件；政府信息公开诉讼案件均被法院判决维持。"),
    ),
    Case("NB926", True, added("overview", "因信息公开被申请行政复议4件，均被纠正。"), says="“均被纠正”"),
    Case("NB926", False),
)
