"""Brackets and quotation marks without their partner."""

import re
from collections.abc import Iterable

from sections.language.slips import unmatched
from sections.rules._slips import slips
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_NESTED = re.compile("《[^《》]*《[^《》]*》[^《》]*》")


class Unmatched(Rule):
    """Brackets and quotation marks come in pairs."""

    code = "NB964"
    name = "括号或引号不成对"
    severity = Severity.WARNING
    checks = "括号（）〔〕【】、书名号《》、引号“”「」是否成对；书名号里面再用书名号的只作提示。"
    why = "缺一半括号会使文件名、文号、注释的起止不清。"
    basis = "《标点符号用法》（GB/T 15834—2011）"
    wrong = "落实《政府信息公开条例要求。"
    right = "落实《政府信息公开条例》要求。"
    how = "补上缺少的一半，或删去多余的一半。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each lonely mark."""
        yield from slips(self, context, unmatched, lambda slip: f"“{slip.found}”没有与它成对的另一半。")
        for piece in pieces(context.report):
            for match in _NESTED.finditer(piece.text):
                words = f"书名号“{match[0]}”里面再用书名号的，里面的应为〈〉。"
                yield self.finding(piece.where, words, match[0], severity=Severity.INFO)
