"""现行有效 that would need a negative number in force the year before."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules._cells import documents, last_year, numbers
from sections.rules.base import Context, Finding, Rule, Severity


class InForceImpossible(Rule):
    """In force + repealed - issued is what was in force a year ago, so it cannot be below 0."""

    code = "NB201"
    name = "现行有效件数小于本年制发减废止"
    severity = Severity.WARNING
    checks = (
        "规章和行政规范性文件：现行有效＋本年废止−本年制发（即上年末现行有效）是否为负数。"
        "未载入上年报告，或者上年报告没有现行有效件数（如2019年的格式）时使用。"
    )
    why = "本年制发而未废止的文件都应现行有效，上年末的件数不可能为负。"
    basis = FORM + "；条例第二十条第（一）项"
    wrong = "制发8件、废止0件，现行有效6件。"
    right = "制发8件、废止0件，现行有效18件。"
    how = "现行有效填截至12月31日全部有效文件的件数，不只是本年制发的；如文件随职能划出，请在正文说明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each row whose numbers leave less than nothing for the year before."""
        last = last_year(context)
        cells, before = numbers(context.report), numbers(last) if last is not None else {}
        for row in documents(context.report.form):
            base = f"proactive.{row.name}"
            if before.get(f"{base}.in_force") is not None:
                continue
            issued, repealed, force = (cells[f"{base}.{name}"] for name in ("issued", "repealed", "in_force"))
            if issued is None or repealed is None or force is None or force + repealed >= issued:
                continue
            yield self.finding(
                f"{base}.in_force",
                f"“{row.label}”本年制发{issued}件、废止{repealed}件，现行有效{force}件少于{issued}−{repealed}＝"
                f"{issued - repealed}件。",
            )
