"""Cells and other places that could not be read for certain."""

from collections.abc import Iterable, Mapping

from sections.form.model import Form
from sections.report.cells import Number
from sections.report.gaps import Gap, gaps_of
from sections.rules._basis import FORM
from sections.rules._cells import fits, numbers
from sections.rules.base import Context, Finding, Fix, Rule, Severity
from sections.rules.disclosure.nb902_fraction import is_fraction

_LIKE_ZERO = {
    "O": "字母O",
    "o": "字母o",
    "Ｏ": "字母O",
    "ｏ": "字母o",
    "〇": "汉字〇",
    "零": "汉字零",
    "○": "圆圈○",
}


class UnreadCell(Rule):
    """What the importer was not certain of is said, never guessed."""

    code = "NB903"
    name = "单元格无法确认"
    severity = Severity.ERROR
    compulsory = True
    checks = "导入的文件中有没有不能确定为数字的单元格（如用字母O代替0、夹有文字）。"
    why = "数字填成字母或文字，统计汇总时会出错；读不准的数字不猜，只指出。"
    basis = FORM
    wrong = "部分公开·科研机构：O（字母）。"
    right = "部分公开·科研机构：0（数字）。"
    how = "打开原文核对，填入阿拉伯数字；没有的填0。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each place that was not read for certain; one that was read with a doubt is a warning."""
        cells = numbers(context.report)
        for gap in gaps_of(context.report):
            if gap.first not in context.report.form.places:
                reason = f"（{gap.reason}）" if gap.reason else ""
                words = f"这一处未能读出{reason}，请对照原文核对。"
                yield self.finding(gap.where, words, gap.raw, severity=Severity.WARNING)
            elif gap.where not in context.report.form.tables and not is_fraction(
                context.report.form, gap.first, gap.raw
            ):
                yield self._cell(context.report.form, gap, cells)

    def _cell(self, form: Form, gap: Gap, cells: Mapping[str, Number | None]) -> Finding:
        what = _LIKE_ZERO.get(gap.raw.strip())
        if what and gap.count == 1:
            fix = Fix("改为数字0", gap.where, value=0) if fits(form, cells, gap.where, 0) else None
            words = f"“{gap.label}”填的是{what}，不是阿拉伯数字0。"
            return self.finding(gap.where, words, gap.raw, fix)
        reason = f"（{gap.reason}）" if gap.reason else ""
        row = f"这一行的{gap.count}格" if gap.count > 1 else ""
        filled = f"填“{gap.raw}”，不能确定是哪个数字" if gap.raw else "没有读出"
        return self.finding(gap.first, f"“{gap.label}”{row}{filled}{reason}，请对照原文核对。", gap.raw)
