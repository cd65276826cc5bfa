"""Cases of NB105: 引言的联系方式与单位信息不符."""

from sections.report.parts import Profile
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB105", True, Spoilt(changes={"profile": Profile(telephone="0000-8800008")}), says="“0000-8800008”"
    ),
    Case("NB105", False, Spoilt(changes={"profile": Profile(telephone="0000 8800000", email="a@b.cn")})),
)
