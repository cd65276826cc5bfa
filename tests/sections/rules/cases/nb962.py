"""Cases of NB962: 段末没有句号."""

from tests.support.rule_case import Case, text

CASES = (
    Case(
        "NB962",
        True,
        text("other", "没有其他需要报告的事项。", "没有其他需要报告的事项"),
        fixed=("的事项", "的事项。"),
    ),
    Case(
        "NB962",
        True,
        text("overview", "各项任务如期完成。", "各项任务如期完成，"),
        fixed=("完成，", "完成。"),
    ),
    Case("NB962", False, text("overview", "（四）政府信息公开平台建设。", "（四）建好平台，扩展渠道\n")),
)
