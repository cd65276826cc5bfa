"""Cases of NB303: 收办勾稽关系不成立."""

from tests.support.rule_case import Case, cells

CASES = (
    Case(
        "NB303",
        True,
        cells(requests__carried_out__natural_person=0),
        says="新收24件＋上年结转1件＝25件，（七）总计23件＋结转下年度0件＝23件，相差2件",
        where="requests.carried_out.natural_person",
    ),
    Case("NB303", False),
)
