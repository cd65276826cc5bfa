"""Cases of NB971: 正文的数字中混有字母."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text

CASES = (
    Case(
        "NB971",
        True,
        text("overview", "842条", "84O条"),
        says="应为“840”",
        severity=Severity.ERROR,
        fixed=("84O条", "840条"),
    ),
    Case("NB971", True, added("overview", "收到来信O件，编发简报l2期。"), says="“l2”"),
    Case("NB971", False, added("overview", "OA系统3项、5G应用2个、APP下载120次、IE10浏览器、二〇二五年。")),
)
