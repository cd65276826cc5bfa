"""Requests received, by whom, carried in and out: the narrative against the table of part three."""

from sections.facts.cells import REQUEST_SUBJECTS
from sections.rules._basis import CARE
from sections.rules._contradiction import ProseRule
from sections.rules.base import Severity


class ProseRequests(ProseRule):
    """收到 N件, 受理 N件, 结转下年度 N件, 上年结转 N件 in the prose against rows 一, 二, （七） and 四."""

    code = "NB921"
    name = "正文的申请件数与表格不符"
    severity = Severity.ERROR
    checks = (
        "正文中收到、新收、受理、答复的申请件数，自然人、法人申请件数，上年结转、结转下年度件数，"
        "是否与第三部分表格一致（收到可指新收，也可含上年结转）。"
    )
    why = "同一份报告里正文和表格各说各的，是公布后被指出最多的问题之一。"
    basis = CARE
    wrong = "正文：收到政府信息公开申请17件；表格：本年新收25件。"
    right = "正文：收到政府信息公开申请25件；表格：本年新收25件。"
    how = "以台账核对后改正其中一处；统计范围不同的（如本机关与全辖区），在正文写明范围。"
    subjects = REQUEST_SUBJECTS
    strongest = Severity.ERROR
