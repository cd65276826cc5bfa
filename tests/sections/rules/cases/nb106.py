"""Cases of NB106: 落款日期不合理."""

import datetime as dt

from sections.report.parts import Signature
from sections.rules.base import Severity
from tests.support.rule_case import (
    Case,
)
from tests.support.sound_report import UNIT, Spoilt


def _signed(*day: int) -> Spoilt:
    return Spoilt(changes={"signature": Signature(organ=UNIT, date=dt.date(*day))})


CASES = (
    Case("NB106", True, _signed(2025, 1, 16), says="2025年度还没有结束", where="signature"),
    Case("NB106", True, _signed(2026, 2, 3), says="晚于法定公布期限2026年1月31日", severity=Severity.INFO),
    Case("NB106", False, _signed(2026, 1, 31)),
    Case("NB106", False),
)
