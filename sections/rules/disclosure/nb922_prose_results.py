"""Outcomes of requests: the narrative against the rows and groups of part three."""

from sections.facts.cells import RESULT_SUBJECTS
from sections.rules._basis import ACCURATE
from sections.rules._contradiction import ProseRule
from sections.rules.base import Severity


class ProseResults(ProseRule):
    """予以公开 N件, 不予公开 N件 (the sum of its eight rows), 无法提供 N件 … against the table."""

    code = "NB922"
    name = "正文的办理结果与表格不符"
    severity = Severity.ERROR
    checks = (
        "正文中予以公开、部分公开、不予公开、无法提供、不予处理、其他处理及各小项的件数，是否与第三部分表格一致；"
        "不予公开等按其下各小项之和核对。"
    )
    why = "常见的错误是正文只抄了某组的第一小项，或表格改了正文没改。"
    basis = ACCURATE
    wrong = "正文：无法提供10件；表格：无法提供三项为10、3、0，合计13。"
    right = "正文：无法提供13件；表格：无法提供三项合计13。"
    how = "按表格各行（组为各小项之和）改正正文，或核对后改正表格。"
    subjects = RESULT_SUBJECTS
    strongest = Severity.ERROR
