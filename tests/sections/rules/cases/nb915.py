"""Cases of NB915: 与上年相差悬殊."""

from tests.support.rule_case import Case, cells

CASES = (
    Case("NB915", True, cells(proactive__licences=1180), says="上年102件，本年1180件"),
    Case("NB915", False, cells(proactive__coercive_measures=20)),
)
