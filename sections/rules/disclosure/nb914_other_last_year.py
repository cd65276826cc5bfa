"""Whether the report given as last year's is last year's."""

from collections.abc import Iterable

from sections.rules._basis import ACCURATE
from sections.rules.base import Context, Finding, Rule, Severity

_FILLERS = ("人民政府", "办公室", "政府", "中国", "委员会")


class OtherLastYear(Rule):
    """The report to compare with is the same organ's of the year before."""

    code = "NB914"
    name = "对照的不是本单位上年的报告"
    severity = Severity.WARNING
    checks = "作为上年对照的报告，年度是否为本年减一，单位名称是否相同或相近。"
    why = "对照错了报告，所有跨年核对都没有意义；年度不对时跨年规则不再判断。"
    basis = ACCURATE
    wrong = "检查2025年报告，对照的是2023年报告。"
    right = "检查2025年报告，对照2024年报告。"
    how = "换用本单位上一年度已公布的报告；单位更名的可以不理会。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield what does not fit."""
        report, last = context.report, context.last
        if last is None:
            return
        if last.year != report.year - 1:
            yield self.finding(
                "title", f"对照的报告是{last.year}年度的，本报告是{report.year}年度的，没有进行跨年核对。"
            )
        elif report.unit and last.unit and not _alike(report.unit, last.unit):
            yield self.finding(
                "title", f"本报告的单位是“{report.unit}”，对照的上年报告是“{last.unit}”，请确认是同一单位。"
            )


def _alike(one: str, other: str) -> bool:
    for filler in _FILLERS:
        one, other = one.replace(filler, ""), other.replace(filler, "")
    return one.endswith(other[-4:]) or other.endswith(one[-4:])
