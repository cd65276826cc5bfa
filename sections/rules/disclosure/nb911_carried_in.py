"""上年结转 against last year's 结转下年度."""

from collections.abc import Iterable

from sections.form.elements import Source
from sections.rules._basis import FORM
from sections.rules._cells import last_year, numbers
from sections.rules.base import Context, Finding, Fix, Rule, Severity


class CarriedIn(Rule):
    """What last year left over is what this year starts with, column by column."""

    code = "NB911"
    name = "上年结转与上年报告的结转下年度不符"
    severity = Severity.ERROR
    checks = "载入上年报告后，“二、上年结转”七列是否逐列等于上年报告的“四、结转下年度继续办理”。"
    why = "上年没办完的申请，本年必须接着办，一件不多、一件不少。"
    basis = FORM
    wrong = "上年报告结转下年度：自然人2；本年上年结转：自然人0。"
    right = "上年报告结转下年度：自然人2；本年上年结转：自然人2。"
    how = "按上年已公布的报告填写；上年报告确有错误的，注明理由后可以改填。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each column that differs; the total only where no column does."""
        last = last_year(context)
        if last is None:
            return
        now, before, form = numbers(context.report), numbers(last), context.report.form
        differing = 0
        for column in form.tables["requests"].columns:
            field = f"requests.carried_in.{column.name}"
            value, left = now[field], before[f"requests.carried_out.{column.name}"]
            computed = form.source(field) is Source.COMPUTED
            if value is None or left is None or value == left or (computed and differing):
                continue
            differing += 1
            words = f"“{column.label}”一列上年结转填{value}件，上年报告结转下年度继续办理为{left}件。"
            reason = context.report.overruled.get(field)
            if reason:
                yield self.finding(field, f"{words}已说明理由：{reason}。", severity=Severity.INFO)
            else:
                safe = context.drafting and not computed
                fix = Fix(f"改为{left}", field, value=int(left)) if safe else None
                yield self.finding(field, words, fix=fix)
