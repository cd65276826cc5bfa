"""Particulars of a person: where somebody lives, a private account, a bank card."""

import re
from collections.abc import Iterable
from typing import Final

from sections.language.numerals import normalise
from sections.rules._basis import PRIVACY
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_PARTICULARS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "住址",
        re.compile(
            r"(?:[（(，、]|[一-龥]{2,4})(?:家?住(?:址[：:为]?|在)?|家庭(?:住址|地址)[：:为]?|户籍(?:地|地址)[：:为]?)"
            r"[^，。；）)]{2,30}?(?:[0-9一二三四五六七八九十]+(?:号|室|栋|幢|组|单元|弄))[^，。；）)]{0,12}"
        ),
    ),
    (
        "住址",
        re.compile(
            r"(?:邮寄|寄送|寄|送达|投递|上门)(?:至|到|给|往)(?![^，。；]{0,16}(?:机关|单位|中心|窗口|办公))[^，。；]{2,30}?"
            r"[0-9一二三四五六七八九十]+(?:栋|幢|单元|组|号楼|弄)[^，。；]{0,10}?[0-9]+(?:室|号)"
        ),
    ),
    (
        "微信号或QQ号",
        re.compile(
            r"(?:微信(?:号)?|WeChat|VX|[Vv]信)(?:为|是)?[：:]?\s*(?=[A-Za-z0-9_-]*[0-9_-])"
            r"[A-Za-z][A-Za-z0-9_-]{5,19}(?![A-Za-z])"
            r"|[Qq]{2}(?:号)?[：:]?\s*[1-9][0-9]{4,10}(?![0-9@])"
        ),
    ),
    (
        "个人电子邮箱",
        re.compile(
            r"(?:申请人|当事人|[某先女]某?[生士]?|个人)[^。；，]{0,12}?[A-Za-z0-9._-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,4}"
            r"|(?<![A-Za-z0-9._-])[1-9][0-9]{4,10}@qq\.com"
        ),
    ),
    (
        "银行卡号",
        re.compile(
            r"(?:银行|账号|帐号|账户|卡号|开户)[^。；]{0,16}?"
            r"(?<![0-9])[1-9][0-9]{3}[ ]?(?:[0-9]{4}[ ]?){2,3}[0-9]{3,4}(?![0-9])"
        ),
    ),
    (
        "申请人的电话",
        re.compile(
            r"(?:申请人|当事人)(?:的)?(?:本人|联系)?(?:电话|号码)[^，。；0-9]{0,6}0[0-9]{2,3}-?[0-9]{7,8}"
        ),
    ),
    ("车牌号", re.compile(r"车牌号?(?:码)?(?:为|是)?[：:]?\s*[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}(?![A-Z0-9])")),
    (
        "个人的性别和生日",
        re.compile(
            r"[（(](?:男|女)[，、]?\s*(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:出)?生?"
        ),
    ),
)
_SHOWN: Final = 6


class PrivateParticulars(Rule):
    """The report tells nothing of a single person's life."""

    code = "NB975"
    name = "出现个人信息"
    severity = Severity.WARNING
    checks = (
        "正文（引言除外）有没有个人的住址（包括邮寄、送达的地址）、微信号、QQ号、个人电子邮箱、银行卡号。"
    )
    why = "这些信息能找到具体的人，属于个人信息，不应随报告公布。"
    basis = PRIVACY
    wrong = "对某人（住某镇某路0号0栋）的申请依法答复。"
    right = "对1名自然人的申请依法答复。"
    how = "删去个人信息，只写件数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each, quoted by its first characters only."""
        for piece in pieces(context.report):
            if piece.where == "opening":
                continue
            text = normalise(piece.text)
            for kind, pattern in _PARTICULARS:
                for match in pattern.finditer(text):
                    hidden = f"{match[0].strip('（(，、')[:_SHOWN]}****"
                    yield self.finding(piece.where, f"似乎写出了{kind}（{hidden}），请删去。", hidden)
