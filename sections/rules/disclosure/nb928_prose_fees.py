"""The administrative fees: the narrative against the table of part two."""

import re
from collections.abc import Iterable
from decimal import Decimal

from sections.language.numerals import normalise
from sections.language.sentences import sentences
from sections.rules._basis import CARE
from sections.rules._cells import numbers, stands
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_FEES = re.compile(
    r"(?:收取|征收)?行政事业性收费(?:收入)?(?:金额)?(?:共计|总计|合计|共|总额|为|约)*\s?"
    r"(?P<n>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?)\s?(?P<unit>万元|元)"
)
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
                match = _FEES.search(normalise(sentence))
                if match and not _OTHER.search(sentence) and not _same(match, Decimal(told)):
                    words = f"正文写“{match[0]}”，表格中行政事业性收费为{stands(told)}万元，两处不一致。"
                    yield self.finding(piece.where, words, match[0])


def _same(match: "re.Match[str]", told: Decimal) -> bool:
    """Whether the amount is the table's, rounded to as many places as it has itself."""
    amount = Decimal(re.sub("[,，]", "", match["n"]))
    scale = Decimal(10000) if match["unit"] == "元" else Decimal(1)
    step = Decimal(1).scaleb(min(int(amount.as_tuple().exponent), 0))
    close = max(step / 2, Decimal("0.005") * scale if match["unit"] == "元" else Decimal(0))
    return abs(told * scale - amount) <= close
