"""Cases of NB957: 各部分顺序与规定不符."""

from tests.support.form import HEADINGS
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB957",
        True,
        Spoilt(changes={"headings": dict(sorted(HEADINGS.items()))}),
        says="排在了",
    ),
    Case("NB957", False),
)
