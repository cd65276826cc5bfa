"""Problems that nothing is done about."""

import re
from collections.abc import Iterable

from sections.report.report import Report
from sections.rules._basis import CONTENT
from sections.rules._texts import section_text
from sections.rules.base import Context, Finding, Rule, Severity

PROBLEM = re.compile(
    r"问题|不足|差距|有待|不够|薄弱|短板|欠缺|不到位|不强|不高|不及时|不规范|松懈|滞后|需(?:要)?进一步|仍需|还需"
)
MEASURE = re.compile(
    r"改进|措施|整改|下一步|针对|为此|将(?:进一步|继续|着力|切实|从|以|加|不断|持续)|今后"
    r"|(?:是|，|。|^)(?:进一步|继续|着力|切实|扎实|不断|持续)?(?:加强|加大|强化|提高|提升|完善|优化|健全|推进|拓展|丰富|规范)",
    re.MULTILINE,
)
_NO_MEASURE = re.compile(
    r"(?:改进|整改)(?:措施|情况|方向)?[：:](?:暂?无|没有|略)(?=[。；，]|$)", re.MULTILINE
)
_SHORT = 24


class ProblemWithoutMeasure(Rule):
    """Every problem named has a measure that answers it."""

    code = "NB501"
    name = "有问题没有改进措施"
    severity = Severity.WARNING
    checks = (
        "第五部分列出的每个问题是否有对应的改进措施；全文只谈问题、没有措施，或写“改进措施：无”的也会指出。"
    )
    why = "条例要求同时报告主要问题及改进情况；只摆问题等于没有回答。"
    basis = CONTENT + "第一款第（四）项"
    wrong = "存在的问题：政策解读形式单一。"
    right = "存在的问题：政策解读形式单一。改进措施：对重要文件同步制作图片和视频解读。"
    how = "逐条写明对应的改进措施。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each problem without a measure, or a part five that has none at all."""
        report = context.report
        if context.answers_known:
            yield from self._items(report, context.drafting)
            return
        text = section_text(report, "problems")
        if match := _NO_MEASURE.search(text):
            yield self.finding("problems", f"第五部分写“{match[0]}”，没有写改进措施。", match[0])
        elif PROBLEM.search(text) and not MEASURE.search(PROBLEM.sub("", text)):
            yield self.finding("problems", "第五部分只写了问题，没有写改进措施。", text[:60])

    def _items(self, report: Report, drafting: bool) -> Iterable[Finding]:
        for item in report.problems.items:
            if not item.measure.strip():
                yield self.finding(
                    f"problems.measure:{item.problem}",
                    f"问题“{item.problem[:_SHORT]}”还没有写对应的改进措施。",
                    item.problem,
                    severity=Severity.INFO if drafting else None,
                )
