"""Numbers that leap from one year to the next."""

from collections.abc import Iterable

from sections.report.key_numbers import leaps
from sections.rules._basis import CARE
from sections.rules._cells import last_year, numbers, stands
from sections.rules.base import Context, Finding, Rule, Severity

_FIELDS = (
    "proactive.normative_documents.in_force",
    "proactive.licences",
    "proactive.penalties",
    "proactive.coercive_measures",
    "proactive.fees",
    "requests.new.total",
    "requests.carried_out.total",
    "disputes.reconsideration.total",
)


class Jump(Rule):
    """A number five times as large or as small as last year's may be a slip of the pen."""

    code = "NB915"
    name = "与上年相差悬殊"
    severity = Severity.INFO
    checks = (
        "许可、处罚、强制、收费、"
        "新收申请等主要数字与上年相比是否超过5倍或不足五分之一（较大的一年不少于50）。"
    )
    why = "成倍的起落常常是多写少写一位，或把元填成了万元；属实的也宜在正文说明。"
    basis = CARE
    wrong = "上年收费52.15（万元），本年521500（按元填写）。"
    right = "上年收费52.15，本年53.4。"
    how = "核对位数和单位；属实的可以不理会。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each leap."""
        last = last_year(context)
        if last is None:
            return
        now, before = numbers(context.report), numbers(last)
        for field in _FIELDS:
            value, was = now[field], before[field]
            if value is not None and was is not None and leaps(value, was):
                unit = context.report.form.measure(field)
                yield self.finding(
                    field,
                    f"“{context.report.form.label(field)}”上年{stands(was)}{unit}，本年{stands(value)}{unit}，相差悬殊，请核对。",
                )
