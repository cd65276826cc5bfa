"""Cases of NB933: 正文留有往年的年份."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text

CASES = (
    Case(
        "NB933",
        True,
        text("overview", "2025年，", "2024年，"),
        says="正文写“2024年”，本报告是2025年度的",
        fixed=("2024年", "2025年"),
    ),
    Case("NB933", True, text("other", "2025年，", "2023年，"), where="other"),
    Case("NB933", True, added("problems", "2025年，我局将增设两个专栏。"), severity=Severity.WARNING),
    Case("NB933", False, added("problems", "2024年，我局针对预告太晚的问题进行了整改。")),
    Case("NB933", True, text("other", "2025年，", "2026年，"), where="other"),
    Case("NB933", False, added("overview", "2026年，将继续推进专栏建设。")),
    Case("NB933", False, added("problems", "2026年，我局将增设两个专栏。")),
    Case(
        "NB933",
        False,
        added("overview", "2023年印发的目录继续执行。2024年，全区试行新目录，2025年正式实施。"),
    ),
    Case(
        "NB933",
        True,
        text("overview", "（三）政府信息管理。", "（三）政府信息管理。2024年，全局共制定制度3件。"),
    ),
    Case(
        "NB933",
        False,
        text("overview", "（三）政府信息管理。", "（三）政府信息管理。2024年，制定了审核制度。"),
    ),
    Case("NB933", False),
)
