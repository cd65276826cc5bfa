"""The order of the six parts."""

from collections.abc import Iterable
from itertools import pairwise

from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity


class PartOrder(Rule):
    """The six parts stand in the order of the form."""

    code = "NB957"
    name = "各部分顺序与规定不符"
    severity = Severity.WARNING
    checks = "读到的六个部分标题是否按一至六的顺序排列。"
    why = "统一格式规定了次序，打乱后不便查阅和汇总。"
    basis = FORM
    wrong = "“五、存在的主要问题及改进情况”排在“四、政府信息公开行政复议、行政诉讼情况”之前。"
    right = "六个部分依次排列。"
    how = "按规定次序调整。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield the first part that stands behind a later one."""
        right = context.report.form.headings
        places = {section: place for place, section in enumerate(right)}
        order = [section for section in context.report.headings if section in right]
        for before, section in pairwise(order):
            if places[section] < places[before]:
                words = f"“{right[section]}”排在了“{right[before]}”之后。"
                yield self.finding(section, words, context.report.headings[section])
                return
