"""Disputes that were pending at the end of last year."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules._cells import last_year, numbers
from sections.rules.base import Context, Finding, Rule, Severity


class Pending(Rule):
    """A case pending last year comes back among this year's outcomes, or is still pending."""

    code = "NB913"
    name = "上年尚未审结的案件没有下落"
    severity = Severity.WARNING
    checks = "载入上年报告后，行政复议和两类行政诉讼的总计是否不少于上年的尚未审结件数。"
    why = "上年没审结的案件，本年要么有了结果，要么仍未审结，不会消失。"
    basis = FORM
    wrong = "上年行政复议尚未审结2件，本年行政复议各项为0。"
    right = "上年行政复议尚未审结2件，本年结果维持1件、尚未审结1件，总计2件。"
    how = "查清上年未审结案件的结果，计入本年相应一栏；仍未审结的计入“尚未审结”。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each group with fewer cases than were pending."""
        last = last_year(context)
        if last is None:
            return
        now, before = numbers(context.report), numbers(last)
        for group in context.report.form.tables["disputes"].rows:
            field = f"disputes.{group.name}.total"
            pending, total = before[f"disputes.{group.name}.pending"], now[field]
            if pending and total is not None and total < pending:
                name = context.report.form.row_label(field)
                yield self.finding(
                    field,
                    f"上年报告“{name}”尚未审结{pending}件，本年总计只有{total}件，请说明上年案件的结果。",
                )
