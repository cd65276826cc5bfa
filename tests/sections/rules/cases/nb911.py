"""Cases of NB911: 上年结转与上年报告的结转下年度不符."""

from sections.rules.base import Severity
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB911",
        True,
        Spoilt(last_cells={"requests.carried_out.enterprise": 2}),
        says="“商业企业”一列上年结转填1件，上年报告结转下年度继续办理为2件",
        where="requests.carried_in.enterprise",
    ),
    Case(
        "NB911",
        True,
        Spoilt(
            last_cells={"requests.carried_out.enterprise": 2},
            changes={"overruled": {"requests.carried_in.enterprise": "上年报告有误"}},
        ),
        says="已说明理由：上年报告有误",
        severity=Severity.INFO,
    ),
    Case(
        "NB911", True, Spoilt(last_cells={"requests.carried_out.enterprise": 0}), says="为0件", drafting=True
    ),
    Case(
        "NB911", True, Spoilt(last_cells={"requests.carried_out.total": 5}), where="requests.carried_in.total"
    ),
    Case("NB911", False),
    Case(
        "NB911", False, Spoilt(last_cells={"requests.carried_out.enterprise": 2}, last_changes={"year": 2023})
    ),
)
