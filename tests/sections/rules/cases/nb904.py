"""Cases of NB904: 单元格未填."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, cells, unread

CASES = (
    Case(
        "NB904",
        True,
        cells(proactive__licences=None),
        says="还有1格没有填：“行政许可”",
        where="proactive.licences",
    ),
    Case("NB904", True, cells(proactive__licences=None), drafting=True, severity=Severity.INFO),
    Case("NB904", False, unread("proactive.licences", "?", proactive__licences=None)),
    Case("NB904", False),
)
