"""Brackets and quotation marks without their partner."""

from collections.abc import Iterable

from sections.language.slips import unmatched
from sections.rules._slips import slips
from sections.rules.base import Context, Finding, Rule, Severity


class Unmatched(Rule):
    """Brackets and quotation marks come in pairs."""

    code = "NB964"
    name = "括号或引号不成对"
    severity = Severity.WARNING
    checks = "括号（）〔〕【】、书名号《》、引号“”「」是否成对。"
    why = "缺一半括号会使文件名、文号、注释的起止不清。"
    basis = "《标点符号用法》（GB/T 15834—2011）"
    wrong = "落实《政府信息公开条例要求。"
    right = "落实《政府信息公开条例》要求。"
    how = "补上缺少的一半，或删去多余的一半。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each lonely mark."""
        return slips(self, context, unmatched, lambda slip: f"“{slip.found}”没有与它成对的另一半。")
