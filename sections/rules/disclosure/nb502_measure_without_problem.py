"""Measures that answer no problem."""

from collections.abc import Iterable

from sections.rules._basis import CONTENT
from sections.rules._texts import section_text
from sections.rules.base import Context, Finding, Rule, Severity
from sections.rules.disclosure.nb501_problem_without_measure import MEASURE, PROBLEM


class MeasureWithoutProblem(Rule):
    """Measures presuppose problems, and part five wants both."""

    code = "NB502"
    name = "有改进措施没有写问题"
    severity = Severity.WARNING
    checks = "第五部分写了改进措施或下一步打算，却没有写存在什么问题。"
    why = "格式要求先写存在的主要问题；只谈打算，看不出改进针对什么。"
    basis = CONTENT + "第一款第（四）项"
    wrong = "下一步，我局将继续加强培训，完善制度。"
    right = "存在的主要问题是经办人员业务不熟。下一步，我局将每季度组织一次业务培训。"
    how = "写明一两个实际存在的主要问题，再写对应的措施。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield a part five with measures only."""
        text = section_text(context.report, "problems")
        named = bool(context.report.problems.items)
        if MEASURE.search(text) and not PROBLEM.search(text) and not named:
            yield self.finding("problems", "第五部分写了改进措施，没有写存在的主要问题。", text[:60])
