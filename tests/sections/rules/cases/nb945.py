"""Cases of NB945: 倍数与前后两年的数不符."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB945", True, text("overview", "申请30件，上年", "申请30件，是上年的2.5倍，上年"), says="1.20倍"),
    Case("NB945", True, text("overview", "申请30件，上年", "申请30件，较上年翻了一番，上年")),
    Case("NB945", False, text("overview", "申请30件，上年", "申请30件，是上年的1.2倍，上年")),
    Case(
        "NB945", False, text("overview", "申请30件，上年", "申请30件，是上年的2.5倍，上年"), with_last=False
    ),
    Case("NB945", False, text("overview", "申请30件，上年", "申请30件，网站访问量是上年的3倍，上年")),
    Case(
        "NB945",
        True,
        added("overview", "2025年，全区收到政府信息公开申请30件，较上年增长2倍。"),
        says="正文写",
    ),
    Case("NB945", False, added("overview", "2025年，全区收到政府信息公开申请30件，较上年增长0.2倍。")),
)
