"""The contact in the opening against the organ's profile."""

import re
from collections.abc import Iterable

from sections.language.numerals import normalise
from sections.rules._basis import ACCURATE
from sections.rules.base import Context, Finding, Rule, Severity

_WAYS = (
    ("telephone", "电话", "电话"),
    ("postcode", "邮编", "邮政编码|邮编"),
    ("email", "电子邮箱", "邮箱|邮件|e-?mail"),
    ("address", "地址", "地址"),
)
_NEAR = 8
"""Characters after the word 电话 or 地址 within which the number or address begins."""


class Contact(Rule):
    """Readers find the organ under the address and number that it gave."""

    code = "NB105"
    name = "引言的联系方式与单位信息不符"
    severity = Severity.WARNING
    checks = "引言写了电话、邮编、电子邮箱、地址的，是否与填报的单位信息一致。"
    why = "联系方式过时或抄错，读者就找不到人；这是检查中常见的问题。"
    basis = ACCURATE
    wrong = "单位信息：电话0000-8800000；引言：电话0000-8800008。"
    right = "两处都是0000-8800000。"
    how = "核对后改正引言或单位信息。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each way of contact that the opening names differently."""
        report = context.report
        opening = report.paragraphs.get("opening") or report.opening
        said = _bare(opening)
        for field, name, words in _WAYS:
            value = getattr(report.profile, field)
            places = [match.end() for match in re.finditer(words, said)] if value else []
            due = _bare(value)
            if places and not any(due in said[place : place + len(due) + _NEAR] for place in places):
                yield self.finding("opening", f"引言的{name}与单位信息中的“{value}”不一致。", value)


def _bare(text: str) -> str:
    return re.sub(r"[\s—－-]", "", normalise(text)).lower()
