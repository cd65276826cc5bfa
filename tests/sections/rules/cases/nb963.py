"""Cases of NB963: 中文里用了半角标点."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case(
        "NB963",
        True,
        text("problems", "；二是文件", ";二是文件"),
        says="半角“;”，应为“；”",
        fixed=(";二", "；二"),
    ),
    Case("NB963", False, added("overview", "网址www.example.cn, 版本2.0，比例3:1。")),
)
