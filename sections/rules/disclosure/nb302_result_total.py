"""（七）总计 of part three against the 21 outcomes above it."""

from collections.abc import Iterable

from sections.form.elements import IdentityKind
from sections.rules._basis import FORM
from sections.rules._cells import broken, filled, numbers, plus, quoted, total_fix
from sections.rules.base import Context, Finding, Rule, Severity


class ResultTotal(Rule):
    """Every column of part three: （七）总计 = the 21 result rows."""

    code = "NB302"
    name = "（七）总计与各项办理结果之和不符"
    severity = Severity.ERROR
    compulsory = True
    checks = "第三部分表格七列，每列“（七）总计”是否等于（一）至（六）21个办理结果之和。"
    why = "（七）总计是办理结果的合计，对不上说明有结果漏填、错填，或填错了列。"
    basis = FORM
    wrong = "自然人一列：予以公开3、部分公开1，其余为0，（七）总计填3。"
    right = "自然人一列：予以公开3、部分公开1，其余为0，（七）总计填4。"
    how = "逐行核对这一列的办理结果；（七）总计由21行相加得出。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each column whose （七）总计 is not the sum of the outcomes."""
        cells = numbers(context.report)
        form = context.report.form
        for one in broken(context, IdentityKind.COLUMN_TOTAL):
            place = form.places[one.identity.where]
            column, total = place.column.label, place.row.label
            parts = plus({_short(form.places[path].row.label): cells[path] for path in one.identity.left})
            yield self.finding(
                one.identity.where,
                f"“{column}”一列各项办理结果相加为{one.left}件（{parts}），{total}{filled(context, one)}，"
                f"相差{one.difference}件。",
                quoted(context, one),
                total_fix(form, cells, one.identity.where, one.left),
            )


def _short(label: str) -> str:
    """The label of a row alone, without number and explanation."""
    return (
        label.split("（区分", maxsplit=1)[0]
        .split("、行政机关", maxsplit=1)[0]
        .rsplit(".", maxsplit=1)[-1]
        .rsplit("）", maxsplit=1)[-1]
    )
