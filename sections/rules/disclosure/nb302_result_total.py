"""（七）总计 of part three against the 21 outcomes above it."""

from collections.abc import Iterable

from sections.form import REQUEST_COLUMNS, label_of
from sections.rules._basis import FORM
from sections.rules._cells import broken, filled, numbers, plus, quoted, total_fix
from sections.rules.base import Context, Finding, Rule, Severity

_COLUMNS = {column.name: column.label for column in REQUEST_COLUMNS}


class ResultTotal(Rule):
    """Every column of part three: （七）总计 = the 21 result rows."""

    code = "NB302"
    name = "（七）总计与各项办理结果之和不符"
    severity = Severity.ERROR
    checks = "第三部分表格七列，每列“（七）总计”是否等于（一）至（六）21个办理结果之和。"
    why = "（七）总计是办理结果的合计，对不上说明有结果漏填、错填，或填错了列。"
    basis = FORM
    wrong = "自然人一列：予以公开3、部分公开1，其余为0，（七）总计填3。"
    right = "自然人一列：予以公开3、部分公开1，其余为0，（七）总计填4。"
    how = "逐行核对这一列的办理结果；（七）总计由21行相加得出。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each column whose （七）总计 is not the sum of the outcomes."""
        cells = numbers(context.report)
        for one in broken(context, "requests", "result_total"):
            column = _COLUMNS[one.identity.where.rsplit(".", 1)[1]]
            parts = plus({_short(field): cells[field] for field in one.identity.left})
            yield self.finding(
                one.identity.where,
                f"“{column}”一列各项办理结果相加为{one.left}件（{parts}），（七）总计{filled(context, one)}，"
                f"相差{one.difference}件。",
                quoted(context, one),
                total_fix(cells, one.identity.where, one.left),
            )


def _short(field: str) -> str:
    """The label of the row alone, without number and explanation."""
    label = label_of(field).split("·")[-2]
    return label.split("（区分")[0].split("、行政机关")[0].split(".")[-1].split("）")[-1]
