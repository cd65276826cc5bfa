"""Cases of NB102: 标题或引言的年份与报告年度不一致."""

from tests.support.rule_case import Case, text

CASES = (
    Case("NB102", True, text("title", "2025年", "2024年"), says="标题写“2024年”", where="title"),
    Case("NB102", True, text("title", "2025年", "２０２３年")),
    Case("NB102", False, text("title", "2025年", "２０２５年")),
    Case(
        "NB102",
        True,
        text("opening", "编制本报告。", "编制2024年政府信息公开工作年度报告。"),
        says="引言写“2024年”",
        fixed=("2024", "2025"),
    ),
    # Title, signature and sentences agree: the period is at fault (NB103), and the title is not told.
    Case("NB102", False, text("opening", "2025年1月1日起至2025", "2024年1月1日起至2024")),
)
