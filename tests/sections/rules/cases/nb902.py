"""Cases of NB902: 件数不是整数."""

from tests.support.rule_case import Case, unread

CASES = (
    Case("NB902", True, unread("proactive.licences", "11.8", proactive__licences=None), says="件数应为整数"),
    Case("NB902", False, unread("proactive.licences", "118件左右", proactive__licences=None)),
    Case("NB902", False, unread("proactive.licences", "118.0", proactive__licences=None)),
)
