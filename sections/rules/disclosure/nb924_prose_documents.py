"""Documents, licences, penalties: the narrative against the table of part two."""

import re

from sections.facts.cells import DOCUMENT_SUBJECTS
from sections.language.scope import clause_of
from sections.language.statement import Statement
from sections.report.report import Report
from sections.rules._basis import ACCURATE
from sections.rules._contradiction import ProseRule
from sections.rules._texts import Piece
from sections.rules.base import Severity

_NARROWER = re.compile(r"公示|上网|涉及|其中|一般程序|简易程序|案例|典型|重大|公开行政|解读")


class ProseDocuments(ProseRule):
    """制发、废止、现行有效 N件, 行政许可、处罚、强制 N件 in the prose against the table of part two."""

    code = "NB924"
    name = "正文的文件或许可处罚件数与表格不符"
    severity = Severity.WARNING
    checks = (
        "正文中制发、废止、现行有效行政规范性文件的件数，行政许可、行政处罚、行政强制的件数，"
        "是否与第二部分表格一致。"
    )
    why = "正文与表格不一致，读者不知道哪个数可信；统计范围不同的应写明。"
    basis = ACCURATE
    wrong = "正文：制发行政规范性文件2件；表格：本年制发3件。"
    right = "正文：制发行政规范性文件3件；表格：本年制发3件。"
    how = "核对后改正其中一处，或在正文写明所指的范围。"
    subjects = DOCUMENT_SUBJECTS
    strongest = Severity.WARNING
    everywhere = True

    def _concerns(self, statement: Statement, piece: Piece, report: Report) -> bool:
        """Not what is but a part of the documents or decisions."""
        return not _NARROWER.search(clause_of(statement)) and super()._concerns(statement, piece, report)
