"""Cases of NB968: 出现手机号码."""

from sections.report.parts import Profile
from tests.support.rule_case import Case, added, text
from tests.support.sound_report import Spoilt

CASES = (
    Case("NB968", True, added("overview", f"可拨打{'138'}{'12345678'}咨询。"), says="138****5678"),
    Case("NB968", False, text("opening", "电话：0000-8800000", f"电话：{'138'}{'12345678'}")),
    Case(
        "NB968",
        False,
        Spoilt(
            changes={"profile": Profile(telephone=f"{'138'}{'12345678'}")},
            replace=added("overview", f"可拨打{'138'}{'12345678'}咨询。").replace,
        ),
    ),
)
