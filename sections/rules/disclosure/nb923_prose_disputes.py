"""Disputes: the narrative against the table of part four."""

import re

from sections.facts.cells import DISPUTE_SUBJECTS, OUTCOME_SUBJECTS
from sections.language.statement import Statement
from sections.report.report import Report
from sections.rules._basis import ACCURATE
from sections.rules._contradiction import ProseRule
from sections.rules._texts import Piece
from sections.rules.base import Severity

_RESULT = re.compile(r"纠正|败诉|胜诉|撤销|变更|违法|责令|应诉|答辩|维持|审结|结案|驳回|出庭|调解|化解")

_ENDED = re.compile("[^，。；、]{0,6}(?:撤回|和解|调解|终止|不予受理|驳回)")
"""Behind a number of those that ended so: 「行政复议2件经调解撤回」."""


class ProseDisputes(ProseRule):
    """行政复议 N件 and 行政诉讼 N件, or that there were none, against the table of part four."""

    code = "NB923"
    name = "正文的复议诉讼件数与表格不符"
    severity = Severity.ERROR
    checks = (
        "正文中因政府信息公开引起的行政复议、行政诉讼件数（包括“未发生”），是否与第四部分表格的总计一致。"
    )
    why = "复议诉讼件数可以与复议机关、法院的数字对照，前后不一容易被质疑。"
    basis = ACCURATE
    wrong = "正文：因政府信息公开被申请行政复议2件；表格：行政复议总计3。"
    right = "正文：因政府信息公开被申请行政复议3件；表格：行政复议总计3。"
    how = "按案件台账核对，改正其中一处；正文如只说一部分案件，写明是哪一部分。"
    subjects = DISPUTE_SUBJECTS
    strongest = Severity.ERROR

    def _concerns(self, statement: Statement, piece: Piece, report: Report) -> bool:
        """Not a total of the cases decided one way, nor those of an organ that handles others' disputes."""
        start, end = statement.around
        said = statement.sentence[start : end if statement.none else statement.span[0]]
        behind = statement.sentence[statement.span[1] :]
        total = statement.subject not in OUTCOME_SUBJECTS and not statement.none
        if statement.subject not in OUTCOME_SUBJECTS and _RESULT.search(said):
            return False
        if total and _ENDED.match(behind):
            return False
        return super()._concerns(statement, piece, report)
