"""Cases of NB107: 单位名称前后不一致."""

import datetime as dt

from sections.report.parts import Signature
from tests.support.rule_case import GOVERNMENT, Case, added, text
from tests.support.sound_report import Spoilt


def _signed(organ: str) -> Spoilt:
    return Spoilt(changes={"signature": Signature(organ=organ, date=dt.date(2026, 1, 20))})


CASES = (
    Case("NB107", True, _signed("云岭市青禾区财政局"), where="signature"),
    Case("NB107", True, _signed("云岭市青河区文化和旅游局"), says="“云岭市青河区文化和旅游局”"),
    Case("NB107", True, added("overview", "我镇高度重视政务公开。"), says="我镇"),
    Case("NB107", True, added("overview", "我县政务公开迈上新台阶。"), says="我县"),
    Case("NB107", True, text("overview", "2025年，青禾区文化", "2025年，县文化"), says="“县文化和旅游局”"),
    Case("NB107", False, _signed("青禾区文化和旅游局")),
    Case("NB107", False, _signed("青禾区文旅局")),
    Case(
        "NB107",
        False,
        added("overview", "我局、我区、我市公开工作持续推进，按照市文化和旅游局部署做好工作。"),
    ),
    Case("NB107", False, Spoilt(changes={"profile": GOVERNMENT, **_signed("青禾区人民政府办公室").changes})),
)
