"""Cases of NB302: （七）总计与各项办理结果之和不符."""

from tests.support.rule_case import Case, cells

CASES = (
    Case(
        "NB302",
        True,
        cells(requests__granted__enterprise=2),
        says="“商业企业”一列各项办理结果相加为4件",
        where="requests.total.enterprise",
    ),
    Case("NB302", False),
)
