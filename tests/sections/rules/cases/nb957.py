"""Cases of NB957: 各部分顺序与规定不符."""

from tests.sections.rules.case import Case
from tests.sections.rules.clean import Spoilt
from tests.support.form import HEADINGS

CASES = (
    Case(
        "NB957",
        True,
        Spoilt(changes={"headings": dict(sorted(HEADINGS.items()))}),
        says="排在了",
    ),
    Case("NB957", False),
)
