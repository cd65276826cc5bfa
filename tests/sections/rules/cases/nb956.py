"""Cases of NB956: 留有起草过程的文字."""

from tests.support.rule_case import Case, added

CASES = (
    Case("NB956", True, added("overview", "第一稿20260110"), says="稿件的版本"),
    Case("NB956", True, added("overview", "作为人工智能助手，以下是为您生成的段落："), says="对话程序"),
    Case("NB956", True, added("overview", "好的，以下是修改后的内容：")),
    Case("NB956", True, added("problems", "希望以上内容对您有所帮助。")),
    Case("NB956", True, added("other", "\n（征求意见稿）")),
    Case("NB956", True, added("other", "秘密★1年"), says="密级"),
    Case("NB956", True, added("overview", "满意率96.5%（数字待办公室核）。"), says="批注"),
    Case("NB956", True, added("overview", "**加强培训**，完善制度。"), says="排版记号"),
    Case("NB956", True, added("overview", "以上数据截至11月30日。"), says="不全年"),
    Case(
        "NB956",
        False,
        added(
            "overview",
            "发布征求意见稿3件，规章草案（征求意见稿）公开征集意见；统计数据截至2025年12月31日；推行智能助手问答，"
            "为您服务窗口办理5件；请公众（含企业）提出意见。以下是主要做法。好的做法在全区推广，国家秘密不公开。",
        ),
    ),
    Case("NB956", True, added("overview", "以上内容由AI生成，仅供参考。")),
    Case("NB956", True, added("overview", "（征求意见稿）"), says="稿件的版本"),
    Case("NB956", True, added("overview", "V2.0"), says="稿件的版本"),
    Case("NB956", True, added("overview", "我是AI语言模型，无法提供具体数据。"), says="对话程序"),
    Case("NB956", True, added("overview", "（字数：约200字）"), says="对话程序"),
    Case("NB956", True, added("overview", "总结：以上内容涵盖了监督保障。"), says="对话程序"),
    Case("NB956", True, added("overview", "- 加强培训。"), says="排版记号"),
    Case(
        "NB956",
        False,
        added(
            "overview",
            "征求意见稿公开征集意见3次，初稿形成后送法制机构审核，平台V2.0版上线，《办法》（征求意见稿）已公示。",
        ),
    ),
    Case("NB956", True, added("overview", "以上数据为1—11月数据，12月数据待补。"), says="不全年的数据说明"),
    Case("NB956", False, added("overview", "数据为1月至12月的全年数据，11月开展数据核对。")),
)
