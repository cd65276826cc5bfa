"""Cases of NB101: 文种名称不规范."""

from tests.support.rule_case import Case, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB101",
        True,
        text("title", "工作年度报告", "年度报告"),
        says="写作“政府信息公开年度报告”",
        where="title",
    ),
    Case("NB101", True, text("title", "政府信息公开工作年度报告", "政务公开工作总结")),
    Case("NB101", False),
    Case("NB101", False, Spoilt(changes={"title": ""})),
)
