"""规章 of an organ that may not make any."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules._cells import numbers
from sections.rules.base import Context, Finding, Rule, Severity

_ROW = "proactive.regulations"
_AREAS = frozenset({"省级", "市级"})


class Regulations(Rule):
    """Only departments of the State Council and the governments of provinces and of cities with districts
    make them; asked where the organ stated its level, since a name does not tell it for certain."""

    code = "NB202"
    name = "没有规章制定权的单位填了规章"
    severity = Severity.WARNING
    checks = "单位写明是县级、乡镇级，或者是地方政府的部门的，规章的制发、废止、现行有效件数是否为0。"
    why = "规章只有国务院部门、省级政府和设区的市级政府才能制定，多为把行政规范性文件填成了规章。"
    basis = "《立法法》第九十一条、第九十三条；" + FORM
    wrong = "镇人民政府，规章本年制发1件。"
    right = "镇人民政府，规章本年制发0件，行政规范性文件本年制发1件。"
    how = "把这些件数填到“行政规范性文件”一行，规章填0；确有制定权的，请核对单位性质和级别。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each number of the row that is not 0."""
        profile, form = context.report.profile, context.report.form
        if not profile.level or (profile.level in _AREAS and profile.kind in {"", "人民政府"}):
            return
        for path, number in numbers(context.report).items():
            if number and path.startswith(f"{_ROW}."):
                yield self.finding(path, f"{form.label(path)}填了{number}件，{self.why}")
