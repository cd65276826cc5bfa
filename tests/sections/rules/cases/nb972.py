"""Cases of NB972: 日期不存在."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB972", True, added("overview", "2025年2月30日召开会议。"), says="“2025年2月30日”不是存在的日期"),
    Case("NB972", True, text("opening", "12月31日", "12月32日")),
    Case("NB972", False, added("overview", "2月29日、9月30日和12月31日分别发布。")),
)
