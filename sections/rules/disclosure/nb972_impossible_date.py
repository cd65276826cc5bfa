"""Days that no calendar has."""

import datetime as dt
import re
from collections.abc import Iterable

from sections.language.numerals import chinese_number, normalise
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_DATE = re.compile(r"(?:(20[0-9]{2})年\s?)?(?<![0-9])([0-9]{1,2})月\s?([0-9]{1,2})日")
_CHINESE_DATE = re.compile(
    r"[二2][〇零○O0]([〇零○一二三四五六七八九]{2})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_MONTH = re.compile(r"20[0-9]{2}年\s?([0-9]{1,2})月(?!\s?[0-9个])")
_MONTHS = 12
_LEAP_YEAR = 2024
"""Stands in where no year is written, so that 29 February passes."""


class ImpossibleDate(Rule):
    """A date is a day that exists."""

    code = "NB972"
    name = "日期不存在"
    severity = Severity.ERROR
    checks = "正文、引言和落款中的日期（包括“二〇二六年一月八日”）是否存在（月份1至12，日不超过当月天数）。"
    why = "不存在的日期必是笔误。"
    basis = ACCURATE
    wrong = "2025年2月30日"
    right = "2025年2月28日"
    how = "核对后改正。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such date."""
        for piece in pieces(context.report):
            if "月" not in piece.text:
                continue
            for match in _DATE.finditer(normalise(piece.text)):
                year, month, day = (int(part) if part else _LEAP_YEAR for part in match.groups())
                if not _exists(year, month, day):
                    yield self.finding(piece.where, f"“{match[0]}”不是存在的日期。", match[0])
            for match in _MONTH.finditer(normalise(piece.text)):
                if not 1 <= int(match[1]) <= _MONTHS:
                    yield self.finding(piece.where, f"“{match[0]}”不是存在的日期。", match[0])
            for match in _CHINESE_DATE.finditer(piece.text):
                year, month, day = (chinese_number(part.replace("○", "〇")) or 0 for part in match.groups())
                if not _exists(2000 + year, month, day):
                    yield self.finding(piece.where, f"“{match[0]}”不是存在的日期。", match[0])


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
