"""Cases of NB305: 表格项目名称与规定不一致."""

from tests.support.rule_case import Case, remarked

CASES = (
    Case(
        "NB305",
        True,
        remarked(
            "label",
            "requests.denied_law_forbids.total",
            "2.其他法律行政规禁止公开",
            "2.其他法律行政法规禁止公开",
        ),
        says="印作“2.其他法律行政规禁止公开”，规定的名称是“2.其他法律行政法规禁止公开”",
    ),
    Case("NB305", True, remarked("short_label", "proactive.normative_documents.in_force", "规范性文件")),
    Case("NB305", False, remarked("blank", "requests.new.other")),
)
