"""Cases of NB913: 上年尚未审结的案件没有下落."""

from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB913",
        True,
        Spoilt(last_cells={"disputes.litigation_after_reconsideration.pending": 3}),
        says="“行政诉讼·复议后起诉”尚未审结3件，本年总计只有0件",
    ),
    Case("NB913", False),
)
