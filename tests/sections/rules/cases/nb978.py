"""Cases of NB978: 去年句子里的半句没有照写."""

from sections.rules.base import Severity
from tests.support.rule_case import Case

CASES = (
    Case(
        "NB978",
        True,
        says="“深入学习全会精神”没有照写",
        where="overview.lead",
        severity=Severity.INFO,
        struck=(("overview.lead", "深入学习全会精神", "县档案局做好信息公开，方便群众查询。"),),
    ),
    Case("NB978", False),
)
