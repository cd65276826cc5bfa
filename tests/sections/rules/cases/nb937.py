"""Cases of NB937: 沿用往年的会议或工作要点."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added

CASES = (
    Case(
        "NB937",
        True,
        added("overview", "深入学习贯彻党的十九大精神。"),
        says="2022年已召开二十大，全文没有提到",
        severity=Severity.INFO,
    ),
    Case("NB937", True, added("overview", "对照2023年政务公开工作要点逐项落实。"), severity=Severity.INFO),
    Case(
        "NB937",
        False,
        added("overview", "学习党的二十大和二十届四中全会精神，对照2025年政务公开工作要点落实。"),
    ),
    Case("NB937", True, added("overview", "深入学习党的二十届三中全会精神。"), severity=Severity.INFO),
    Case("NB937", False, added("overview", "学习贯彻党的二十届历次全会精神，落实二十届三中全会部署。")),
    Case("NB937", False, added("overview", "党的十九大以来，公开内容逐年增加。")),
    Case(
        "NB937",
        True,
        added("overview", "深入开展党史学习教育。"),
        says="2021至2022年度",
        severity=Severity.INFO,
    ),
    Case("NB937", False, added("overview", "巩固拓展主题教育成果，推进党史学习教育常态化长效化。")),
)
