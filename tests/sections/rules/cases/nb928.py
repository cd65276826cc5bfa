"""Cases of NB928: 正文的收费金额与表格不符."""

from decimal import Decimal

from sections.rules.base import Severity
from tests.support.rule_case import Case, added
from tests.support.sound_report import Spoilt

_FEES = added("overview", "收取行政事业性收费52.15万元。")

CASES = (
    Case("NB928", True, added("overview", "收取行政事业性收费3.2万元。"), says="表格中行政事业性收费为0万元"),
    Case(
        "NB928",
        True,
        Spoilt(cells={"proactive.fees": Decimal("521500")}, replace=_FEES.replace),
        says="为521500万元",
        severity=Severity.WARNING,
    ),
    Case("NB928", False, Spoilt(cells={"proactive.fees": Decimal("52.148")}, replace=_FEES.replace)),
    Case("NB928", False, added("overview", "减免行政事业性收费12万元。")),
)
