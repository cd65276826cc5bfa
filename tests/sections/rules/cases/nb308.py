"""Cases of NB308: 表格放在了别的部分."""

from tests.support.rule_case import Case, remarked

CASES = (
    Case(
        "NB308",
        True,
        remarked(
            "misplaced",
            "requests.new.natural_person",
            "四、政府信息公开行政复议、行政诉讼情况",
            "三、收到和处理政府信息公开申请情况",
        ),
        says="放在了“四、政府信息公开行政复议、行政诉讼情况”的标题之下",
    ),
    Case("NB308", False, remarked("merged", "requests.other_other.total")),
)
