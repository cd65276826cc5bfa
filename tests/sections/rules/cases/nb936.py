"""Cases of NB936: 同一句话出现两次."""

from tests.support.rule_case import Case, added
from tests.support.sound_report import TOPICS

CASES = (
    Case("NB936", True, added("overview", TOPICS["platform"].split("。")[1] + "。"), says="出现了两次以上"),
    Case("NB936", False),
)
