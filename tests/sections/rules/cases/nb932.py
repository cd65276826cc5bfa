"""Cases of NB932: 较去年增减的数与前后两年的数不符."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, both, text

CASES = (
    Case(
        "NB932", True, text("overview", "申请30件", "申请30件，较去年增加6件"), says="上年25件，应为增加5件"
    ),
    Case("NB932", True, text("overview", "申请30件", "申请30件，与去年持平"), says="应为增加5件"),
    Case("NB932", True, added("overview", "开放日活动3场（去年5场），较去年减少1场。"), says="应为减少2场"),
    Case(
        "NB932",
        True,
        both("全年举办非遗展演12场，比上年增加2场。", "举办非遗展演9场。"),
        says="应为增加3场",
        severity=Severity.WARNING,
    ),
    Case(
        "NB932",
        False,
        text("overview", "收到政府信息公开申请30件", "共办理政府信息公开申请32件，较去年增加7件"),
    ),
    Case("NB932", False, text("overview", "申请30件", "申请30件，比2024年增加5件")),
    Case("NB932", False),
)
