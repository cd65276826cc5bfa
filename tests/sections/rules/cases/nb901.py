"""Cases of NB901: 表格中有负数."""

from decimal import Decimal

from tests.support.rule_case import Case, cells
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB901",
        True,
        cells(requests__carried_out__other=-1),
        says="填-1件",
        where="requests.carried_out.other",
    ),
    Case("NB901", True, Spoilt(cells={"proactive.fees": Decimal("-0.5")}), says="填-0.5万元"),
    Case("NB901", False),
)
