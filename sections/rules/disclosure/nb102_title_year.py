"""The year in the title and the year of the report."""

import re
from collections.abc import Iterable

from sections.language.numerals import normalise
from sections.report.report import Report
from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_NAMED = re.compile(r"(20[0-9]{2})\s?年度?政府信息公开(?:工作)?年度报告")
_YEAR = re.compile(r"(20[0-9]{2})\s*年?")


class TitleYear(Rule):
    """Title, period and report speak of the same year."""

    code = "NB102"
    name = "标题或引言的年份与报告年度不一致"
    severity = Severity.ERROR
    checks = (
        "标题中的年份、引言中“某年政府信息公开工作年度报告”的年份，是否与报告年度（统计期限所在年份）一致。"
    )
    why = "沿用上年文件改写时，标题年份最容易漏改。"
    basis = FORM
    wrong = "标题为2023年，统计期限为2024年1月1日至12月31日。"
    right = "标题为2024年，统计期限为2024年1月1日至12月31日。"
    how = "按统计期限改正标题或引言中的年份。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield a title of another year."""
        report = context.report
        title = normalise(report.title)
        years = [int(year) for year in _YEAR.findall(title)]
        period = report.period.start.year if report.period else report.year
        for year in dict.fromkeys((report.year, period)):
            if years and year and year not in years:
                yield self.finding(
                    "title",
                    f"标题写“{years[0]}年”，报告年度（统计期限）是{year}年。",
                    title.replace("\n", ""),
                    _mended(report.title, years[0], year),
                )
                break
        yield from self._opening(report)

    def _opening(self, report: Report) -> Iterable[Finding]:
        opening = report.paragraphs.get("opening") or report.opening
        named = _NAMED.search(normalise(opening))
        if named and report.year and int(named[1]) != report.year:
            new = named[0].replace(named[1], str(report.year))
            once = opening.count(named[0]) == 1
            fix = Fix(f"改为“{report.year}年”", "opening", old=named[0], new=new) if once else None
            yield self.finding("opening", f"引言写“{named[1]}年”，报告年度是{report.year}年。", named[0], fix)


def _mended(title: str, year: int, right: int) -> Fix | None:
    """The line of the title with the right year, where the wrong one stands there once in plain digits."""
    lines = [line for line in title.split("\n") if str(year) in line]
    if len(lines) != 1 or lines[0].count(str(year)) != 1:
        return None
    return Fix(f"改为“{right}年”", "title", old=lines[0], new=lines[0].replace(str(year), str(right)))
