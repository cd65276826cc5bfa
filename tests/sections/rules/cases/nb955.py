"""Cases of NB955: 留有占位符."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB955", True, text("overview", "842条", "XX条"), says="“XX”", where="overview.proactive"),
    Case("NB955", True, added("problems", "【待填】")),
    Case("NB955", True, added("other", "联系人：____")),
    Case("NB955", True, added("overview", "全年公开{{ proactive.total }}条。")),
    Case("NB955", True, added("overview", "由某某科负责。")),
    Case("NB955", False, added("overview", "推行“1+X”公开模式，办公系统7×24小时运行，提供OA、PDF下载……")),
)
