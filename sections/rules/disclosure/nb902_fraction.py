"""Fractions where whole cases are counted."""

import re
from collections.abc import Iterable

from sections.form.model import Form
from sections.language.numerals import normalise
from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity

_FRACTION = re.compile(r"[+-]?[0-9]+(?:,[0-9]{3})*\.[0-9]*[1-9][0-9]*(?:件|宗|项)?")


def is_fraction(form: Form, where: str, raw: str) -> bool:
    """Whether the raw text of a cell that counts cases is a number, but no whole one."""
    counts = where in form.places and not form.measure(where).is_money
    return counts and bool(_FRACTION.fullmatch(normalise(raw).strip()))


class Fraction(Rule):
    """A count of cases is a whole number."""

    code = "NB902"
    name = "件数不是整数"
    severity = Severity.ERROR
    compulsory = True
    checks = "除收费金额（万元）外，各格原文是否为带小数的数字。"
    why = "申请、案件、文件都按件计，不会有小数；多为把比例或金额填错了格。"
    basis = FORM
    wrong = "行政许可：52.5。"
    right = "行政许可：52。"
    how = "按底数改为整数；金额填到“行政事业性收费”一格。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each cell whose raw text has a fraction."""
        form = context.report.form
        for place in context.report.unread:
            if is_fraction(form, place.where, place.raw):
                yield self.finding(
                    place.where, f"“{form.label(place.where)}”填“{place.raw}”，件数应为整数。", place.raw
                )
