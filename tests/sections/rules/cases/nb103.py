"""Cases of NB103: 统计期限有误."""

import datetime as dt

from sections.report.parts import Period
from tests.support.rule_case import (
    Case,
    text,
)
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB103",
        True,
        text("opening", "2025年1月1日起至2025", "2024年1月1日起至2024"),
        says="应为2025年1月1日至12月31日",
        where="opening",
        fixed=("2024年1月1日起至2024年12月31日", "2025年1月1日起至2025年12月31日"),
    ),
    Case("NB103", True, text("opening", "12月31日", "11月30日")),
    Case("NB103", True, text("opening", "1日起至2025年12月31日", "1日起，至2024年12月31日")),
    Case(
        "NB103",
        True,
        Spoilt(
            changes={"opening": "", "period": Period(start=dt.date(2024, 1, 1), end=dt.date(2024, 12, 31))}
        ),
        where="period",
    ),
    Case("NB103", False, text("opening", "2025年1月1日起至2025年12月31日止", "２０２５年1月1日至12月31日")),
    Case(
        "NB103",
        True,
        Spoilt(changes={"opening": "所列数据的统计期限为2025年1月至11月。", "period": None}),
        says="2025年1月至11月",
    ),
    Case(
        "NB103", False, Spoilt(changes={"opening": "所列数据的统计期限为2025年1月至12月。", "period": None})
    ),
)
