"""Cases of NB935: 文字与上年雷同."""

from sections.report.parts import Overview
from sections.rules.base import Severity
from tests.support.rule_case import Case
from tests.support.sound_report import LAST_OVERVIEW, Spoilt, clean, last

CASES = (
    Case(
        "NB935",
        True,
        Spoilt(
            changes={"overview": Overview(text=LAST_OVERVIEW.replace("2024", "2025").replace("25件", "30件"))}
        ),
        says="的文字与上年报告相同或几乎相同",
        severity=Severity.INFO,
    ),
    Case(
        "NB935",
        True,
        says="的文字与2021年报告相同或几乎相同",
        severity=Severity.INFO,
        earlier=(last(year=2022), clean(year=2021)),
    ),
    Case("NB935", False),
    Case("NB935", False, earlier=(last(year=2023),)),
)
