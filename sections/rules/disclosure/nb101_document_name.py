"""The name of the document in its title."""

import re
from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules._texts import title_of
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_NAME = re.compile(r"(?:政府信息|政务信息|信息|政务)公开[^\s\n]{0,8}(?:报告|年报|总结)")


class DocumentName(Rule):
    """The title calls the document 政府信息公开工作年度报告."""

    code = "NB101"
    name = "文种名称不规范"
    severity = Severity.WARNING
    checks = "标题是否写作“政府信息公开工作年度报告”。"
    why = "统一格式规定了名称；“政府信息公开年度报告”“政务公开年报”等都不是规范名称。"
    basis = FORM
    wrong = "某某局2024年政府信息公开年度报告"
    right = "某某局2024年政府信息公开工作年度报告"
    how = "把标题中的文种名称改为“政府信息公开工作年度报告”。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield a title that names the document otherwise."""
        name = context.report.form.document_name
        title = re.sub(r"\s", "", title_of(context.report))
        if not title or name in title:
            return
        match = _NAME.search(title)
        named = f"写作“{match[0]}”" if match else "没有写明文种"
        quote = match[0] if match else title
        once = match is not None and context.report.title.count(quote) == 1
        fix = Fix(f"改为“{name}”", "title", old=quote, new=name) if once else None
        yield self.finding("title", f"标题{named}，规范名称是“{name}”。", quote, fix)
