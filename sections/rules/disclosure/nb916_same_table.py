"""A table that is last year's."""

from collections.abc import Iterable

from sections.rules._basis import CARE
from sections.rules._cells import last_year, numbers
from sections.rules.base import Context, Finding, Rule, Severity

_LEAST = {"proactive": 5, "requests": 12, "disputes": 6}
"""Cells other than 0 from which it is no chance that all are the same."""


class SameTable(Rule):
    """Two years never have the very same requests, applicants and outcomes."""

    code = "NB916"
    name = "整张表格与上年相同"
    severity = Severity.INFO
    checks = "载入上年报告后，第二、三、四部分的表格是否每一格都与上年相同（不为0的格子足够多时）。"
    why = "件数、申请人和结果两年完全一样几乎不可能，多半是沿用上年文件没有更新表格。"
    basis = CARE
    wrong = "第三部分表格175格与上年一格不差。"
    right = "按本年台账填报。"
    how = "按本年台账逐格更新；确实相同的可以不理会。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each table in which nothing has changed."""
        last = last_year(context)
        if last is None:
            return
        now, before = numbers(context.report), numbers(last)
        for section, least in _LEAST.items():
            fields = context.report.form.tables[section].paths
            told = sum(bool(now[field]) for field in fields)
            if told >= least and all(now[field] == before[field] for field in fields):
                heading = context.report.form.headings[section]
                words = f"“{heading}”的表格与上年报告每一格都相同，请确认已按本年台账更新。"
                yield self.finding(section, words)
