"""一 + 二 = （七） + 四 in every column of part three."""

from collections.abc import Iterable

from sections.form import REQUEST_COLUMNS
from sections.rules._basis import FORM
from sections.rules._cells import broken, numbers
from sections.rules.base import Context, Finding, Rule, Severity

_COLUMNS = {column.name: column.label for column in REQUEST_COLUMNS}


class Balance(Rule):
    """Every column of part three: new and carried in = handled and carried out."""

    code = "NB303"
    name = "收办勾稽关系不成立"
    severity = Severity.ERROR
    checks = (
        "第三部分表格七列，每列“一、本年新收＋二、上年结转”是否等于“（七）总计＋四、结转下年度继续办理”。"
    )
    why = "表头写明的勾稽关系：收到的每件申请，要么在本年办结，要么结转下年。"
    basis = FORM + "表格所注勾稽关系"
    wrong = "自然人一列：新收5、上年结转0，（七）总计4、结转下年度0。"
    right = "自然人一列：新收5、上年结转0，（七）总计4、结转下年度1。"
    how = "先核对新收和上年结转，再核对办理结果；确未办结的填入“四、结转下年度继续办理”。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each column in which the two sides differ."""
        cells = numbers(context.report)
        for one in broken(context, "requests", "balance"):
            column = _COLUMNS[one.identity.where.rsplit(".", 1)[1]]
            new, carried_in = (cells[field] or 0 for field in one.identity.left)
            done, carried_out = (cells[field] or 0 for field in one.identity.right)
            yield self.finding(
                one.identity.where,
                f"“{column}”一列：新收{new}件＋上年结转{carried_in}件＝{one.left}件，"
                f"（七）总计{done}件＋结转下年度{carried_out}件＝{one.right}件，相差{one.difference}件。",
            )
