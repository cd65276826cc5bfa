"""The period the numbers cover."""

import re
from collections.abc import Iterable

from sections.language.numerals import normalise
from sections.report.parts import Period
from sections.rules._basis import FORM
from sections.rules._year import opening_of, proven_year
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_RANGE = re.compile(
    r"(?P<y1>20[0-9]{2})年\s?(?P<m1>[0-9]{1,2})月\s?(?P<d1>[0-9]{1,2})日(?:起)?[，,]?\s?(?:至|到|—+|－|-|~|～)\s?"
    r"(?:(?P<y2>20[0-9]{2})年)?\s?(?P<m2>[0-9]{1,2})月\s?(?P<d2>[0-9]{1,2})日"
)

_MONTHS = re.compile(
    r"20[0-9]{2}年\s?[0-9]{1,2}月(?:份)?(?:起)?(?:至|到|—+|－|-|~|～)(?:20[0-9]{2}年)?(?:[02-9]|1[01]|1)月(?:份|底|末)?(?![0-9])"
)
"""「2025年1月至11月」; up to December the months are a whole year."""


class WrongPeriod(Rule):
    """The report covers 1 January to 31 December of its year."""

    code = "NB103"
    name = "统计期限有误"
    severity = Severity.ERROR
    checks = "引言所写的统计期限是否为报告年度的1月1日至12月31日。"
    why = "年度报告报的是上一自然年度；期限写错，全部数字的口径都成疑问。"
    basis = "《政府信息公开条例》第四十九条；" + FORM
    wrong = "2024年度报告：统计期限自2023年1月1日起至2023年12月31日止。"
    right = "2024年度报告：统计期限自2024年1月1日起至2024年12月31日止。"
    how = "改为本年度1月1日至12月31日，并确认数字确是这一期限的。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield a period that is not the calendar year of the report."""
        report, proven = context.report, proven_year(context)
        year, opening = proven or report.year, opening_of(report)
        match = _RANGE.search(normalise(opening))
        if match:
            years = {int(match["y1"]), int(match["y2"] or match["y1"])}
            days = tuple(int(match[name]) for name in ("m1", "d1", "m2", "d2"))
            if year and (years != {year} or days != (1, 1, 12, 31)):
                sure = proven == year or year in years
                yield self._found(year, opening, opening[match.start() : match.end()], sure=sure)
        elif year and (months := _MONTHS.search(normalise(opening))):
            words = f"统计期限写“{months[0]}”，{year}年度报告应为{year}年1月1日至12月31日。"
            yield self.finding("opening", words, months[0])
        elif year and report.period and not _is_year(report.period, year):
            words = f"{report.period.start:%Y-%m-%d}至{report.period.end:%Y-%m-%d}"
            message = f"统计期限为{words}，{year}年度报告应为{year}年1月1日至12月31日。"
            yield self.finding("period", message)

    def _found(self, year: int, opening: str, quote: str, *, sure: bool) -> Finding:
        right = f"{year}年1月1日起至{year}年12月31日" if "起" in quote else f"{year}年1月1日至12月31日"
        once = sure and opening.count(quote) == 1
        fix = Fix(f"改为“{right}”", "opening", old=quote, new=right) if once else None
        message = f"统计期限写“{quote}”，{year}年度报告应为{year}年1月1日至12月31日。"
        return self.finding("opening", message, quote, fix)


def _is_year(period: Period, year: int) -> bool:
    start, end = period.start, period.end
    return (start.year, start.month, start.day, end.year, end.month, end.day) == (year, 1, 1, year, 12, 31)
