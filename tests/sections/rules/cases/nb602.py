"""Cases of NB602: 信息处理费的件数与金额不合."""

from decimal import Decimal

from sections.report.values import Quantity
from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB602",
        True,
        Spoilt(changes={"facts": {"other.fee_notices": Quantity(0), "other.fee_received": Decimal(120)}}),
        says="发出收费通知0件",
    ),
    Case(
        "NB602",
        True,
        Spoilt(changes={"facts": {"other.fee_charged": Decimal(80), "other.fee_received": Decimal(120)}}),
        says="实际收取120元，多于通知收取的80元",
    ),
    Case("NB602", True, text("other", "处理费0元", "处理费300元"), says="称没有发出收费通知，又写"),
    Case(
        "NB602",
        True,
        Spoilt(
            changes={"facts": {"other.fee_notices": Quantity(2), "other.fee_received": Decimal(120)}},
            replace={"other": ("没有发出信息处理费收费通知，收取信息处理费0元", "收取信息处理费210元")},
        ),
        says="填报的实际收取金额是120元",
        answers_known=True,
    ),
    Case(
        "NB602",
        False,
        text(
            "other",
            "没有发出信息处理费收费通知，收取信息处理费0元",
            "发出收费通知1件，收取信息处理费0.03万元",
        ),
    ),
    Case(
        "NB602",
        True,
        text(
            "other",
            "没有发出信息处理费收费通知，收取信息处理费0元",
            "发出信息处理费收费通知2件，通知收取金额45元，实际收取450元",
        ),
        says="多于同一句写的通知收取金额45元",
    ),
    Case(
        "NB602",
        False,
        Spoilt(
            changes={
                "facts": {
                    "other.fee_notices": Quantity(1),
                    "other.fee_charged": Decimal(120),
                    "other.fee_received": Decimal(120),
                }
            }
        ),
    ),
    Case("NB602", True, added("other", "收取信息处理费60万元。"), says="请核对单位"),
    Case("NB602", False, added("other", "收取信息处理费60元。")),
    Case("NB602", True, text("other", "收取信息处理费0元", "收取信息处理费60件"), says="金额的单位是元"),
    Case(
        "NB602", True, text("other", "收取信息处理费0元", "应收60元，实收50元，减免20元"), says="之和是70元"
    ),
    Case("NB602", False, added("other", "应收处理费60元，实收40元，减免20元。")),
    Case("NB602", True, added("other", "收取信息处理费0.6万元。"), says="请核对单位", severity=Severity.INFO),
)
