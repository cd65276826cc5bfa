"""Cases of NB948: 列举的个数与所写的数不符."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added

CASES = (
    Case(
        "NB948",
        True,
        added("overview", "召开座谈会2场，分别于3月5日、6月8日、9月10日举行。"),
        says="列出了3个",
    ),
    Case("NB948", True, added("overview", "新设栏目3个：“演出”“展览”。"), says="列出了2个"),
    Case(
        "NB948",
        True,
        added("overview", "报告由总体情况、主动公开、依申请公开、复议诉讼、存在问题等六部分组成。"),
        says="列出了5个",
        severity=Severity.INFO,
    ),
    Case(
        "NB948",
        True,
        added("overview", "抓好三个方面工作，分别是制度建设、队伍建设。"),
        says="列出了2个",
        severity=Severity.INFO,
    ),
    Case(
        "NB948",
        False,
        added(
            "overview",
            "召开座谈会3场，分别于3月5日、6月8日和9月10日举行，新设“演出”“展览”等3个栏目，公开预算、决算、三公经费等3类信息。",
        ),
    ),
    Case(
        "NB948",
        False,
        added(
            "overview",
            "抓好两个方面，即制度和机制建设、队伍建设，报告由总体情况、主动公开等六部分组成，第3个栏目：“演出”“展览”。",
        ),
    ),
)
