"""Last year's problems in this year's report."""

from collections.abc import Iterable, Iterator

from sections.language.sentences import similarity
from sections.report.report import Report
from sections.rules._basis import CONTENT
from sections.rules._cells import last_year, years_before
from sections.rules.base import Context, Finding, Rule, Severity

_ALIKE = 0.85
_SHORT = 30


class LastProblems(Rule):
    """The problems of last year are followed up, not copied."""

    code = "NB503"
    name = "上年的问题没有下文"
    severity = Severity.WARNING
    checks = (
        "起草时，上年报告列出的每个问题是否说明了整改结果；检查时，本年的问题是否与上年的问题几乎一样。"
        "知道更早几年的报告时，以前年度的问题又出现的，作提示。"
    )
    why = "问题年年相同、改没改没有交代，是各地通报中常见的批评。"
    basis = CONTENT + "第一款第（四）项；" + "各级主管部门对年度报告内容雷同的通报"
    wrong = "连续两年的主要问题都是“政策解读形式不够丰富”，未说明改进情况。"
    right = "针对上年政策解读形式不够丰富的问题，新增视频解读12篇，明显改善。今年的主要问题是……"
    how = "说明上年问题改到什么程度；仍未解决的，写明原因和新的措施。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each problem left without a word, repeated, or come back after years."""
        last = last_year(context)
        if last is not None and context.answers_known:
            yield from self._left(context.report)
        for item in context.report.problems.items:
            if last is not None and _has(last, item.problem):
                yield self.finding(
                    "problems",
                    f"本年的问题“{item.problem[:_SHORT]}”与上年报告的问题几乎一样，请说明整改进展。",
                    item.problem,
                )
            elif before := next((one for one in years_before(context) if _has(one, item.problem)), None):
                yield self.finding(
                    "problems",
                    f"本年的问题“{item.problem[:_SHORT]}”{before.year}年的报告也写过，请说明为什么又出现。",
                    item.problem,
                    severity=Severity.INFO,
                )

    def _left(self, report: Report) -> Iterator[Finding]:
        for follow in report.problems.follow_ups:
            if not follow.outcome:
                yield self.finding(
                    f"problems.outcome:{follow.problem}",
                    f"上年的问题“{follow.problem[:_SHORT]}”还没有说明整改结果。",
                    follow.problem,
                    severity=Severity.INFO,
                )


def _has(report: Report, problem: str) -> bool:
    """Whether a report names a problem, perhaps in slightly other words."""
    return any(similarity(problem, one.problem) >= _ALIKE for one in report.problems.items)
