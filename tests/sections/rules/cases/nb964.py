"""Cases of NB964: 括号或引号不成对."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB964", True, text("opening", "条例》和", "条例和"), says="“《”", where="opening"),
    Case("NB964", True, added("overview", "落实“先审后发要求。")),
    Case("NB964", False, added("overview", "分三步：1）编目录；2）审内容；3）上网站（含公众号）。")),
)
