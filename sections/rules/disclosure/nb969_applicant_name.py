"""Names of applicants."""

import re
from collections.abc import Iterable

from sections.rules._basis import PRIVACY
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_SURNAMES = "王李张刘陈杨赵吴徐孙朱郭宋郑韩唐冯董曹袁邓沈彭吕蒋蔡贾魏薛潘戴汪姜谭廖邹熊郝崔邱秦侯邵孟欧"
_NAMED = re.compile(
    rf"申请人(?:姓名)?[：:为是]?[（(]?(?P<name>[{_SURNAMES}][一-龥]{{1,2}}?)"
    r"(?=[）)，。、；]|于|向|提出|提交|通过|申请|的申请|因|不服|要求|先生|女士|等)"
    rf"|(?:^|(?<=[。；，\n])|(?<=对)|(?<=村民)|(?<=居民))(?P<person>[{_SURNAMES}][一-龥]{{1,2}}?)(?=申请公开|不服[^，。]{{0,6}}答复|提出[^，。]{{0,8}}公开申请)"
    rf"|(?P<title>[{_SURNAMES}](?:先生|女士|[一-龥]{{1,2}}(?:先生|女士)))[^，。]{{0,6}}(?:申请|提出|要求)公开"
)


class ApplicantName(Rule):
    """The report counts applicants and never names them."""

    code = "NB969"
    name = "出现申请人姓名"
    severity = Severity.WARNING
    checks = "正文在“申请人”之后，或“先生、女士……申请公开”之前，是否写出了个人姓名。"
    why = "申请人的姓名与其申请放在一起，属于个人信息，不应公布。"
    basis = PRIVACY
    wrong = "申请人王小明提出的申请已按期答复。"
    right = "1名申请人提出的申请已按期答复。"
    how = "删去姓名，只写件数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each name, quoted by its first character only."""
        for piece in pieces(context.report):
            for match in _NAMED.finditer(piece.text):
                name = match["name"] or match["person"] or match["title"]
                if match["person"] and "某" in name:
                    continue
                hidden = f"{name[0]}*"
                yield self.finding(piece.where, f"似乎写出了申请人的姓名（{hidden}），请删去。", hidden)
