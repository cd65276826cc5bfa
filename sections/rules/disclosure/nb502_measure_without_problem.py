"""Measures that answer no problem."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from sections.rules._basis import CONTENT
from sections.rules._texts import section_text
from sections.rules.base import Context, Finding, Rule, Severity
from sections.rules.disclosure.nb501_problem_without_measure import MEASURE, PROBLEM

_TURN: Final = re.compile("(?:改进|整改|下一?步)(?:的)?(?:情况|措施|打算|工作|计划)[：:]|下一步[，,]")
_ALL_OF_IT: Final = re.compile("针对(?:上述|以上|存在|这些)|上述问题")
_LEAST: Final = 16
_SET_WORDS: Final = re.compile(
    "[一二三四五六]是|政府信息公开|信息公开|政务公开|工作|进一步|加强|提高|提升|完善|健全|强化|不断|继续|持续|积极|及时|主动|公开|信息|政府|存在"
    "|主要|问题|不够|不足|有待|需要|我局|人员|制度|机制|管理|规范|落实|推进|开展"
)


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
        elif not context.answers_known and (measures := _unrelated(text)):
            words = "第五部分的改进措施与前面写的问题没有一处相同的内容，请确认措施是针对问题的。"
            yield self.finding("problems", words, measures[:60], severity=Severity.INFO)


def _unrelated(text: str) -> str:
    """The measures of part five where they share no word with its problems; else nothing."""
    match = _TURN.search(text)
    if match is None:
        return ""
    problems, measures = text[: match.start()], text[match.end() :]
    if min(len(problems), len(measures)) < _LEAST or _ALL_OF_IT.search(measures):
        return ""
    said = [
        {two for part in _bare(one) for two in map("".join, pairwise(part))} for one in (problems, measures)
    ]
    return "" if not all(said) or said[0] & said[1] else measures


def _bare(text: str) -> list[str]:
    return [part for part in re.split("[^\u4e00-\u9fff]+", _SET_WORDS.sub("，", text)) if len(part) > 1]
