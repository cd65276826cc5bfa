"""Cases of NB502: 有改进措施没有写问题."""

from tests.support.rule_case import Case, text

CASES = (
    Case(
        "NB502",
        True,
        text("problems", "", "下一步，将继续加强业务培训，完善公开目录。"),
        says="没有写存在的主要问题",
    ),
    Case("NB502", False),
)
