"""The administrative fees: the narrative against the table of part two."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from sections.language.statement import Statement
from sections.language.statements import statements
from sections.rules._basis import ACCURATE
from sections.rules._cells import numbers, stands
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_FIELD: Final = "proactive.fees"
_OTHER: Final = ("减免", "免征", "取消", "停征", "去年", "上年", "同期", "降低")
_YUAN: Final = Decimal(10_000)
_ROUNDED: Final = Decimal(50)
"""Half of what the second decimal of the table's 万元 stands for, in 元."""


class ProseFees(Rule):
    """「行政事业性收费 N 万元」 in the prose is the number of the table, rounded at most."""

    code = "NB928"
    name = "正文的收费金额与表格不符"
    severity = Severity.WARNING
    checks = "正文写了行政事业性收费金额（元或万元）的，是否与第二部分表格一致（四舍五入算一致）。"
    why = "收费金额除这一句外没有别的数可以核对，把元填成万元只有在这里看得出来。"
    basis = ACCURATE
    wrong = "正文：行政事业性收费52.15万元；表格：521500（万元）。"
    right = "正文：行政事业性收费52.15万元；表格：52.15。"
    how = "按财务数据核对；表格的单位是万元。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each amount that the table contradicts."""
        told = numbers(context.report)[_FIELD]
        if told is None or _FIELD in context.report.unreadable:
            return
        for piece in pieces(context.report):
            if "行政事业性收费" not in piece.text:
                continue
            for statement in statements(piece.text, piece.where):
                if (
                    statement.subject == _FIELD
                    and not _of_others(statement)
                    and not _same(statement, Decimal(told))
                ):
                    words = (
                        f"正文写“{statement.quote}”，表格中行政事业性收费为{stands(told)}万元，两处不一致。"
                    )
                    yield self.finding(piece.where, words, statement.quote)


def _of_others(statement: Statement) -> bool:
    return not statement.of_this_year or any(word in statement.sentence for word in _OTHER)


def _same(statement: Statement, told: Decimal) -> bool:
    """Whether the amount is the table's, rounded to as many places as it has itself."""
    if statement.number is None or statement.value is None:
        return True
    return abs(told * _YUAN - statement.value) <= max(statement.number.step / 2, _ROUNDED)
