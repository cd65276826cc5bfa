"""The main numbers of a report, what of them leaps from year to year, and how they went over the years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sections.facts import FACTS
from sections.report.cells import Number
from sections.report.report import Report
from sections.report.values import Quantity

KEY_NUMBERS: Final[Mapping[str, str]] = {
    "行政规范性文件现行有效": "proactive.normative_documents.in_force",
    "行政许可": "proactive.licences",
    "行政处罚": "proactive.penalties",
    "行政强制": "proactive.coercive_measures",
    "行政事业性收费": "proactive.fees",
    "本年新收申请": "requests.new.total",
    "上年结转申请": "requests.carried_in.total",
    "本年度办理结果总计": "requests.total.total",
    "其中：予以公开": "requests.granted.total",
    "结转下年度继续办理": "requests.carried_out.total",
    "行政复议": "disputes.reconsideration.total",
    "行政诉讼（未经复议）": "disputes.litigation_direct.total",
    "行政诉讼（复议后）": "disputes.litigation_after_reconsideration.total",
}
"""What one looks at first, by what it is called there; a number that a form has not is left out."""
PUBLISHED: Final = FACTS["proactive.published_total"]
_TIMES: Final = 5
_LEAST: Final = 50


def leaps(value: Number | None, before: Number | None) -> bool:
    """Whether a number is more than five times, or less than a fifth, of the year before's; the larger one is
    at least 50."""
    if value is None or before is None or max(value, before) < _LEAST:
        return False
    return value > before * _TIMES or before > value * _TIMES


@dataclass(frozen=True, slots=True)
class Series:
    """One number over the years, in order and without a gap; None where a year's report is not there or does
    not tell it. ``leaping`` are the years in which it leapt."""

    label: str
    measure: str
    values: tuple[tuple[int, Number | None], ...]
    leaping: frozenset[int]

    @property
    def largest(self) -> Number:
        """The largest number of all years."""
        return max((value for _, value in self.values if value is not None), default=0)


def series_of(reports: Iterable[Report]) -> tuple[Series, ...]:
    """The main numbers of one organ's reports; what is 0 or unknown in all years is left out."""
    by_year = {report.year: report for report in reports}
    if not by_year:
        return ()
    years = range(min(by_year), max(by_year) + 1)
    form = by_year[max(by_year)].form
    lines = [(PUBLISHED.label, PUBLISHED.measure, PUBLISHED.id)]
    lines += [
        (label, str(form.measure(path)), path) for label, path in KEY_NUMBERS.items() if path in form.places
    ]
    made = (
        _series(label, measure, [(year, _exact_number(by_year.get(year), of)) for year in years])
        for label, measure, of in lines
    )
    return tuple(series for series in made if series.largest)


def _series(label: str, measure: str, values: list[tuple[int, Number | None]]) -> Series:
    leaping = frozenset(year for (_, before), (year, value) in pairwise(values) if leaps(value, before))
    return Series(label, measure, tuple(values), leaping)


def _exact_number(report: Report | None, of: str) -> Number | None:
    """The number of a cell, or of a fact that counts exactly."""
    if report is None:
        return None
    if of in FACTS:
        fact = report.fact(of)
        return fact.value if isinstance(fact, Quantity) else None
    return report.number(of)
