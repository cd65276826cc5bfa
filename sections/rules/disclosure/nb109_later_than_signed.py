"""What is told as done on a day after the report."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from sections.language.numerals import normalise
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_DATE: Final = re.compile(r"(20[0-9]{2})年\s?([0-9]{1,2})月(?:\s?([0-9]{1,2})日)?([^，。；]{0,4})")
_TO_COME: Final = re.compile(r"起|前|底|施行|实施|之前|以前")
_PLANNED: Final = re.compile(r"计划|拟|将|力争|预计|下一步|到期|有效期|目标")


class LaterThanSigned(Rule):
    """Nothing that was done was done after the day of the signature."""

    code = "NB109"
    name = "事项日期晚于报告日期"
    severity = Severity.WARNING
    checks = (
        "第一、五、六部分所写已完成事项的日期，是否晚于落款日期（没有落款的，晚于法定公布期限所在年度）。"
    )
    why = "报告不会写到还没有发生的事，多为年份笔误。"
    basis = ACCURATE
    wrong = "2025年度报告落款2026年1月16日，正文：2026年5月12日组织培训1次。"
    right = "2025年5月12日组织培训1次。"
    how = "核对年份和月份。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each date in a sentence about what was done that lies after the report."""
        report = context.report
        if not 0 < report.year < dt.MAXYEAR - 1:
            return
        signed = report.signature.date if report.signature else None
        last_day = signed or dt.date(report.year + 1, 12, 31)
        for piece in pieces(report):
            if piece.where == "opening":
                continue
            text = normalise(piece.text)
            for match in _DATE.finditer(text):
                sentence = text[text.rfind("。", 0, match.start()) + 1 : match.end() + 30].split("。")[0]
                date = _day(match)
                if date is None or date <= last_day or _TO_COME.match(match[4]) or _PLANNED.search(sentence):
                    continue
                shown = f"{match[1]}年{match[2]}月" + (f"{match[3]}日" if match[3] else "")
                words = f"正文写“{shown}”，晚于报告日期{last_day.year}年{last_day.month}月{last_day.day}日。"
                yield self.finding(piece.where, words, shown)


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return None
