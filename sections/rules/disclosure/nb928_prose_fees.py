"""The administrative fees: the narrative against the table of part two."""

import re
from collections.abc import Iterable
from decimal import Decimal

from sections.language.quantities import Number, reduced
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.language.wordings import pattern
from sections.rules._basis import CARE
from sections.rules._cells import numbers, stands
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_FEES = pattern("(收取|征收)?行政事业性收费(收入)?(金额)?(总额)?{n:元}")
_WAN = Decimal(10000)
_CENT_OF_WAN = Decimal(100)
"""Of the table, in 元: its last place."""
_OTHER = re.compile("减免|免征|取消|停征|去年|上年|同期|降低")


class ProseFees(Rule):
    """「行政事业性收费 N 万元」 in the prose is the number of the table, rounded at most."""

    code = "NB928"
    name = "正文的收费金额与表格不符"
    severity = Severity.WARNING
    checks = "正文写了行政事业性收费金额（元或万元）的，是否与第二部分表格一致（四舍五入算一致）。"
    why = "收费金额除这一句外没有别的数可以核对，把元填成万元只有在这里看得出来。"
    basis = CARE
    wrong = "正文：行政事业性收费52.15万元；表格：521500（万元）。"
    right = "正文：行政事业性收费52.15万元；表格：52.15。"
    how = "按财务数据核对；表格的单位是万元。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each amount that the table contradicts."""
        told = numbers(context.report)["proactive.fees"]
        if told is None or "proactive.fees" in context.report.unreadable:
            return
        for piece in pieces(context.report):
            if "行政事业性收费" not in piece.text:
                continue
            for sentence in sentences(piece.text):
                line = reduced(sentence[:LONGEST_SENTENCE])
                for match in _FEES.find(line)[:1]:
                    amount = line.number(match.start("n"))
                    if _OTHER.search(sentence) or amount.value is None or _same(amount, Decimal(told)):
                        continue
                    quote = line.sentence[line.origin(match.start()) : amount.stop]
                    words = f"正文写“{quote}”，表格中行政事业性收费为{stands(told)}万元，两处不一致。"
                    yield self.finding(piece.where, words, quote)


def _same(amount: Number, told: Decimal) -> bool:
    """Whether the amount is the table's (in 万元), rounded to as many places as it has itself."""
    rounded = _CENT_OF_WAN / 2 if amount.unit == "元" else Decimal(0)
    return abs(told * _WAN - (amount.value or 0)) <= max(amount.step / 2, rounded)
