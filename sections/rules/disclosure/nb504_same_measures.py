"""Measures taken over word for word from last year."""

import re
from collections.abc import Iterable
from typing import Final

from sections.rules._basis import CONTENT
from sections.rules._cells import last_year
from sections.rules._texts import section_text
from sections.rules.base import Context, Finding, Rule, Severity

_POINT: Final = re.compile(r"[。；\n]")
_MARK: Final = re.compile(
    r"^(?:[^：]{0,12}：)?"
    r"(?:[（(]?[一二三四五六七八九十][）)、]|[一二三四五六七八九十]是|第[一二三四五]，?|[①-⑨]|[0-9][.、])?"
)
_LEAST: Final = 14
"""Characters of a point that says something of its own."""


class SameMeasures(Rule):
    """Each year's problems and measures are its own."""

    code = "NB504"
    name = "问题或措施与上年逐字相同"
    severity = Severity.WARNING
    checks = (
        "第五部分的每一条问题、每一条措施，与上年报告第五部分的是否逐字相同"
        "（须有上年报告；十四个字以上的才比）。"
    )
    why = "措施年年照抄，是“内容雷同、敷衍塞责”的典型。"
    basis = CONTENT + "第一款第（四）项；" + "各级主管部门对年度报告内容雷同的通报"
    wrong = "连续两年都写“编印答复文书样本，由法制人员逐件审核”。"
    right = "写本年的新措施，或上年措施落实到了什么程度。"
    how = "按本年实际改写。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each point of part five that last year's part five has too."""
        last = last_year(context)
        if last is None or context.answers_known:
            return
        before = set(_points(section_text(last, "problems")))
        for point in _points(section_text(context.report, "problems")):
            if point in before:
                yield self.finding("problems", f"“{point[:30]}”与上年报告第五部分逐字相同。", point)


def _points(text: str) -> list[str]:
    points = (_MARK.sub("", part.strip()).strip() for part in _POINT.split(text))
    return [point for point in points if len(point) >= _LEAST]
