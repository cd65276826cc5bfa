"""A label of a table that is printed otherwise than in the form."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Fix, Rule, Severity


class MisspeltLabel(Rule):
    """The labels of the three tables are fixed to the letter."""

    code = "NB305"
    name = "表格项目名称与规定不一致"
    severity = Severity.WARNING
    checks = "三张表格的项目名称是否与规定格式一字不差（编号和括号中的说明除外）。"
    why = "表格样式是统一规定的，项目名称有错字会让人怀疑数字填错了行，汇总时也认不出来。"
    basis = FORM
    wrong = "2.其他法律行政规禁止公开"
    right = "2.其他法律行政法规禁止公开"
    how = "按规定格式改正项目名称，或者用本系统导出的表格替换。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield labels that were misspelt; those merely cut short as information."""
        labels = context.report.form.printed_texts
        for remark in context.report.remarks:
            if remark.kind not in {"label", "short_label"} or (remark.right and remark.right not in labels):
                continue  # kept by an earlier version, which knew one form alone
            said = f"项目名称印作“{remark.printed}”，规定的名称是“{remark.right}”。"
            if remark.kind == "label":
                fix = Fix(f"改为“{remark.right}”", remark.where, old=remark.printed, new=remark.right)
                yield self.finding(remark.where, said, remark.printed, fix)
            elif remark.kind == "short_label":
                yield self.finding(remark.where, said, quote=remark.printed, severity=Severity.INFO)
