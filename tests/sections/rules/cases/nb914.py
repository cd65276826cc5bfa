"""Cases of NB914: 对照的不是本单位上年的报告."""

from tests.support.rule_case import Case
from tests.support.sound_report import UNIT, Spoilt

CASES = (
    Case("NB914", True, Spoilt(last_changes={"year": 2023}), says="没有进行跨年核对"),
    Case("NB914", True, Spoilt(last_changes={"unit": "云岭市白石区水务局"}), says="请确认是同一单位"),
    Case("NB914", False, Spoilt(last_changes={"unit": UNIT.removeprefix("云岭市")})),
)
