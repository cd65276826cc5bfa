"""Cases of NB306: 表格中有空格没有填0."""

from tests.support.rule_case import Case, remarked

CASES = (
    Case(
        "NB306",
        True,
        remarked("blank", "requests.new.other"),
        says="第三部分的表格有1格留空",
        where="requests.new.other",
    ),
    Case("NB306", False, remarked("merged", "requests.other_other.total")),
)
