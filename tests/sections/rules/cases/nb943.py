"""Cases of NB943: 占比与两个数不符."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text

CASES = (
    Case(
        "NB943",
        True,
        text("overview", "申请30件", "申请30件，其中网上申请21件，占75%"),
        says="21÷30＝70.0%，与所写的75%不符",
        severity=Severity.ERROR,
    ),
    Case(
        "NB943",
        True,
        added("overview", "编发简报40期。其中综合类25期，占60.5%。"),
        says="25÷40＝62.5%",
        severity=Severity.WARNING,
    ),
    Case("NB943", True, added("overview", "网上申请20件，占70%；信函申请10件，占30%。"), says="20÷30＝66.7%"),
    Case(
        "NB943",
        True,
        added("overview", "收回问卷482份，其中满意434份，满意率96.3%。"),
        says="434÷482＝90.0%",
        severity=Severity.WARNING,
    ),
    Case("NB943", False, added("overview", "发放问卷500份，收回482份，满意464份，满意率96.3%。")),
    Case("NB943", False, added("overview", "网上申请20件，占66.7%；信函申请10件，占33.3%。")),
    Case(
        "NB943",
        False,
        added("overview", "编发简报40期，其中综合类25期，占62.5%，业务类15期，占总数的37.5%。"),
    ),
    Case(
        "NB943",
        False,
        added("overview", "编发简报400余期，其中综合类25期，占6%；图解5期，约占全区总量的3%。"),
    ),
    Case(
        "NB943",
        True,
        added("overview", "场馆共27家，公办9家、民办18家，分别占33.3%、56.7%。"),
        says="与所写的56.7%不符",
    ),
    Case("NB943", False, added("overview", "场馆共27家，公办9家、民办18家，分别占33.3%、66.7%。")),
    Case("NB943", True, text("overview", "予以公开12件", "办结率95.4%，予以公开12件"), says="应为90.6%"),
    Case("NB943", False, text("overview", "予以公开12件", "办结率90.6%，按期办结率98%，予以公开12件")),
)
