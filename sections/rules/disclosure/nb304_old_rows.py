"""（六）其他处理 as one row, as the trial form of 2019 had it, or another form that is over."""

from collections.abc import Iterable

from sections.form.model import Form
from sections.form.registry import written_form
from sections.rules._basis import FORM
from sections.rules.base import Context, Finding, Rule, Severity

_WHOLE = "“（六）其他处理”合为一行，没有按现行格式列出逾期不补正、逾期不缴费、其他三个小项。"


class OldRows(Rule):
    """Since 2021 （六）其他处理 has three rows of its own; a report is in the form of its year."""

    code = "NB304"
    name = "（六）其他处理没有列出三个小项"
    severity = Severity.WARNING
    checks = (
        "2021年度起的报告，第三部分表格“（六）其他处理”是否分列逾期不补正、逾期不缴费、其他三个小项；"
        "是否还在用已经停用的格式。"
    )
    why = "合为一行是2019年试行格式的做法，现行格式要求分列。"
    basis = FORM
    wrong = "（六）其他处理：3（一行）。"
    right = "（六）其他处理：1.逾期不补正1、2.逾期不缴费0、3.其他2。"
    how = "按现行格式分列三个小项；导入时合并的数已计入“3.其他”，请逐项核对。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield a report in a form that was over, or one whose row the importer found whole."""
        report = context.report
        form = report.form
        if form.has_ended(report.year):
            due = written_form(report.year)
            where, more = _merged_row(form)
            if all(report.number(path) is None for path in form.tables["requests"].paths):
                more = ""  # there is no table of which that could be said
            words = f"用的是{form.notice}的格式，{report.year}年度应当用{due.notice}的格式。"
            yield self.finding(where, words + more)
            return
        merged = next((remark.where for remark in report.remarks if remark.kind == "merged"), None)
        if merged is not None and form.is_in_force(report.year) and _divides(form):
            yield self.finding(merged, _WHOLE)


def _divides(form: Form) -> bool:
    """Whether the form divides the group that sources print as one row."""
    return any(place.row.takes_group for place in form.places.values())


def _merged_row(form: Form) -> tuple[str, str]:
    """A cell of the row that another form divides, with what is wrong about it; else a cell to point at."""
    merging = [path for path, place in form.places.items() if place.row.merges]
    return (merging[-1], _WHOLE) if merging else (form.paths[0], "")
