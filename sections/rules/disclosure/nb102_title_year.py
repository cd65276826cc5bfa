"""The year in the title and the year of the report."""

from collections.abc import Iterable

from sections.language.numerals import normalise
from sections.report.report import Report
from sections.rules._basis import FORM
from sections.rules._year import IN_TITLE, NAMED, opening_of, proven_year
from sections.rules.base import Context, Finding, Fix, Rule, Severity


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
        """Yield a title or an opening of another year; mended where two others prove the right one."""
        report, proven = context.report, proven_year(context)
        title = normalise(report.title)
        years = [int(year) for year in IN_TITLE.findall(title)]
        period = report.period.start.year if report.period else report.year
        for year in (proven,) if proven else dict.fromkeys((report.year, period)):
            if years and year and year not in years:
                yield self.finding(
                    "title",
                    f"标题写“{years[0]}年”，报告年度（统计期限）是{year}年。"
                    if proven
                    else f"标题写“{years[0]}年”，统计期限是{year}年，两处不一致，请核对。",
                    title.replace("\n", ""),
                    _mended(report.title, years[0], year) if proven else None,
                )
                break
        yield from self._opening(report, proven or report.year, sure=bool(proven))

    def _opening(self, report: Report, year: int, *, sure: bool) -> Iterable[Finding]:
        opening = opening_of(report)
        named = NAMED.search(normalise(opening))
        if named and year and int(named[1]) != year:
            new = named[0].replace(named[1], str(year))
            once = sure and opening.count(named[0]) == 1
            fix = Fix(f"改为“{year}年”", "opening", old=named[0], new=new) if once else None
            words = "" if sure else "，两处不一致，请核对"
            yield self.finding("opening", f"引言写“{named[1]}年”，报告年度是{year}年{words}。", named[0], fix)


def _mended(title: str, year: int, right: int) -> Fix | None:
    """The line of the title with the right year, where the wrong one stands there once in plain digits."""
    lines = [line for line in title.split("\n") if str(year) in line]
    if len(lines) != 1 or lines[0].count(str(year)) != 1:
        return None
    return Fix(f"改为“{right}年”", "title", old=lines[0], new=lines[0].replace(str(year), str(right)))
