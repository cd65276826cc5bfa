"""The wording of the six headings."""

import re
from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules._texts import section_text
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_SAME = str.maketrans({"，": "、", ",": "、", "．": "、", ".": "、"})


class Heading(Rule):
    """The six headings stand in the words of the form, numbered 一 to 六."""

    code = "NB953"
    name = "标题与规定不符"
    severity = Severity.WARNING
    checks = (
        "六个部分的标题（编号和文字）是否与统一格式一致；空格和标点不计。内容在而标题没有读到的，只作提示。"
    )
    why = "统一格式的标题不得自行更改，“下步打算”“整改措施”等是通报中常见的改法。"
    basis = FORM
    wrong = "五、存在的主要问题及整改措施"
    right = "五、存在的主要问题及改进情况"
    how = "改为规定的标题。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each heading that deviates; a source without any heading says nothing of them."""
        printed = context.report.headings
        form = context.report.form
        for section, heading in form.headings.items():
            found = printed.get(section, "").strip()
            if not printed or _bare(found) == _bare(heading):
                continue
            if not found:
                there = bool(section_text(context.report, section))
                severity = Severity.INFO if there or section in form.tables else None
                yield self.finding(section, f"没有找到标题“{heading}”。", severity=severity)
            else:
                words = "编号不符" if _words(found) == _words(heading) else "文字不符"
                fix = Fix(f"改为“{heading}”", section, old=found, new=heading)
                yield self.finding(
                    section, f"标题写作“{found}”，{words}，规定的标题是“{heading}”。", found, fix
                )


def _bare(heading: str) -> str:
    return re.sub(r"\s", "", heading).translate(_SAME).rstrip("、。：:")


def _words(heading: str) -> str:
    """The heading without its number."""
    return re.sub(r"^(?:第?[一二三四五六七八九十0-9]+(?:部分)?[、])?", "", _bare(heading))
