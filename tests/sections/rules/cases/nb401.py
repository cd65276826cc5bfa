"""Cases of NB401: 复议诉讼总计与各项结果之和不符."""

from tests.support.rule_case import Case, cells

CASES = (
    Case(
        "NB401",
        True,
        cells(disputes__reconsideration__total=0),
        says="“行政复议”各项结果相加为4件（结果维持2＋结果纠正1＋尚未审结1），总计填0件，相差4件",
        where="disputes.reconsideration.total",
    ),
    Case(
        "NB401", True, cells(disputes__litigation_after_reconsideration__other=2), says="行政诉讼·复议后起诉"
    ),
    Case("NB401", False),
)
