"""Cases of NB923: 正文的复议诉讼件数与表格不符."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB923", True, text("overview", "行政复议4件", "行政复议2件"), says="行政复议总计为4件"),
    Case("NB923", True, text("overview", "行政诉讼1件", "行政诉讼3件"), says="两类行政诉讼总计之和为1件"),
    Case(
        "NB923",
        True,
        text(
            "overview", "因政府信息公开被申请行政复议4件、行政诉讼1件", "未发生因政府信息公开引发的行政复议"
        ),
        says="未发生因政府信息公开引发的行政复议",
    ),
    Case(
        "NB923",
        True,
        text("overview", "复议4件、", "复议4件（维持3件、纠正1件）、"),
        says="行政复议结果维持为2件",
    ),
    Case("NB923", False, text("overview", "复议4件、", "复议4件（维持2件、纠正1件、未审结1件）、")),
    Case("NB923", False, added("overview", "没有因信息公开被复议机关纠正的行政复议案件。")),
    Case("NB923", False),
    Case("NB923", False, added("overview", "政府信息公开行政复议2件经调解撤回。")),
)
