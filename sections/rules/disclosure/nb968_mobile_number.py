"""Mobile telephone numbers."""

import re
from collections.abc import Iterable

from sections.language.numerals import normalise
from sections.rules._basis import PRIVACY
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_MOBILE = re.compile(r"(?<![0-9A-Za-z-])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])")


class MobileNumber(Rule):
    """A mobile number in the report is usually a person's; the organ's own contact stands in the opening."""

    code = "NB968"
    name = "出现手机号码"
    severity = Severity.WARNING
    checks = "正文（引言中的联系方式除外）有没有11位手机号码。"
    why = "手机号码多属个人信息，不应随报告公布。"
    basis = PRIVACY
    wrong = "申请人可拨打经办人手机1380000****咨询。（报告里写出了全部11位）"
    right = "申请人可拨打办公电话咨询。"
    how = "删去，或改为单位的办公电话。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each number, quoted with its middle hidden."""
        own = re.sub(r"[^0-9]", "", normalise(context.report.profile.telephone))
        for piece in pieces(context.report):
            if piece.where == "opening":
                continue
            for match in _MOBILE.finditer(normalise(piece.text)):
                number = re.sub(r"[^0-9]", "", match[0])
                if number not in own:
                    hidden = f"{number[:3]}****{number[-4:]}"
                    yield self.finding(piece.where, f"出现手机号码（{hidden}），请确认可以公布。", hidden)
