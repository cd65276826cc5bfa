"""一 + 二 = （七） + 四 in every column of part three."""

from collections.abc import Iterable

from sections.form.elements import IdentityKind
from sections.rules._basis import FORM
from sections.rules._cells import broken, numbers
from sections.rules.base import Context, Finding, Rule, Severity


class Balance(Rule):
    """Every column of part three: new and carried in = handled and carried out."""

    code = "NB303"
    name = "收办勾稽关系不成立"
    severity = Severity.ERROR
    compulsory = True
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
        places = context.report.form.places

        def side(paths: tuple[str, ...]) -> str:
            return "＋".join(f"{_short(places[path].row.label)}{cells[path] or 0}件" for path in paths)

        for one in broken(context, IdentityKind.BALANCE):
            column = places[one.identity.where].column.label
            yield self.finding(
                one.identity.where,
                f"“{column}”一列：{side(one.identity.left)}＝{one.left}件，"
                f"{side(one.identity.right)}＝{one.right}件，相差{one.difference}件。",
            )


def _short(label: str) -> str:
    """How a row of the balance is called in a sentence: 新收, 上年结转, （七）总计, 结转下年度."""
    plain = label.split("、", 1)[-1]
    return plain.removeprefix("本年").removesuffix("政府信息公开申请数量").removesuffix("继续办理")
