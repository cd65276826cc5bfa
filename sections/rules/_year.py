"""Which year a report is of, where its own words disagree."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from sections.language.numerals import normalise
from sections.language.sentences import sentences
from sections.report.report import Report
from sections.rules._cells import Same
from sections.rules.base import Context

NAMED: Final = re.compile(r"(20[0-9]{2})\s?年度?政府信息公开(?:工作)?年度报告")
"""「2025年政府信息公开工作年度报告」 in the opening."""
IN_TITLE: Final = re.compile(r"(20[0-9]{2})\s*年?")
_BEGINS: Final = re.compile(r"^(20[0-9]{2})年")
_OFTEN: Final = 2
"""Sentences of part one that begin with a year, from which they are a witness of it."""


def proven_year(context: Context) -> int:
    """The year that a report is of for certain; 0 where its words leave it open.

    A draft of ours has its year from the clerk. Of a read report title, opening, period, date of signature
    (the year before) and the sentences of part one are witnesses: two at least must agree, and fewer on any
    other."""
    if context.answers_known:
        return context.report.year
    return _of(Same(context.report))


@lru_cache(maxsize=8)
def _of(key: Same) -> int:
    told = Counter(filter(None, _witnesses(key.report))).most_common(2)
    if not told or told[0][1] < 2 or (len(told) > 1 and told[1][1] == told[0][1]):
        return 0
    return told[0][0]


def _witnesses(report: Report) -> tuple[int, ...]:
    title = IN_TITLE.search(normalise(report.title))
    named = NAMED.search(normalise(opening_of(report)))
    begun = Counter(
        match[1]
        for sentence in sentences(normalise(report.overview.text))
        if (match := _BEGINS.match(sentence.strip()))
    ).most_common(1)
    return (
        int(title[1]) if title else 0,
        int(named[1]) if named else 0,
        report.period.start.year if report.period else 0,
        report.signature.date.year - 1 if report.signature and report.signature.date else 0,
        int(begun[0][0]) if begun and begun[0][1] >= _OFTEN else 0,
    )


def opening_of(report: Report) -> str:
    """The opening as the clerk wrote it, else as it was read."""
    return report.paragraphs.get("opening") or report.opening
