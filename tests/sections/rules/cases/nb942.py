"""Cases of NB942: 比率超过100%."""

from tests.support.rule_case import Case, added

CASES = (
    Case("NB942", True, added("overview", "留言按时答复率达到1000%。"), says="超过了100%"),
    Case("NB942", False, added("overview", "留言按时答复率达到100%。")),
    Case("NB942", True, added("overview", "群众满意度为965%。"), says="超过了100%"),
    Case("NB942", True, added("overview", "网上申请占比120%。"), says="超过了100%"),
    Case("NB942", False, added("overview", "完成量占全年任务的120%，占比98%。")),
)
