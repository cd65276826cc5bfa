"""Names of applicants."""

import re
from collections.abc import Iterable

from sections.rules._basis import PRIVACY
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_SURNAMES = "王李张刘陈杨赵吴徐孙朱郭宋郑韩唐冯董曹袁邓沈彭吕蒋蔡贾魏薛潘戴汪姜谭廖邹熊郝崔邱秦侯邵孟欧"
_MORE_SURNAMES = "黄周胡林何罗谢梁叶程苏卢丁傅钟汤尹黎易武段雷钱龚倪"
"""Those with which common words begin too: only behind a word for a person."""
_NO_NAME = (
    "周[边围知末]|何[种时人地]|林[农权地业区]|程[序度]|武装|易地|罗列|胡同|黄[河金牌]|段时|钱款|叶|梁柱"
)
_NAME = rf"[{_SURNAMES}][一-龥]{{1,2}}?"
_OF_PERSON = rf"(?!{_NO_NAME})[{_SURNAMES}{_MORE_SURNAMES}][一-龥]{{1,2}}?"
_BEHIND = (
    "[）)，。、；]|于|向|提出|提交|通过|申请|的申请|因|不服|要求|先生|女士|等"
    "|关于|就|诉|系|是|反映|来[电信访]|咨询|不?同意|拒绝|表示"
)
_NAMED = re.compile(
    rf"申请人(?:姓名)?[：:为是]?[（(]?(?P<name>{_NAME})(?={_BEHIND})"
    rf"|(?:^|(?<=[。；，：\n])|(?<=对)|(?<=如)|(?<=其中))(?P<person>{_NAME})"
    r"(?=申请(?:公开|获取)|不服[^，。]{0,6}答复|(?:提出|提交)[^，。]{0,8}(?:公开申请|信息公开)|要求公开|诉(?:我|本)[局办委镇厅机单])"
    rf"|(?:村民|居民|群众|市民|业主|当事人|第三人|原告|上诉人|信访人|举报人|申请者|户主)(?P<role>{_OF_PERSON})(?={_BEHIND})"
    rf"|[一-龥]{{1,3}}[、和](?P<pair>{_OF_PERSON})[两二]人"
    rf"|(?P<title>[{_SURNAMES}](?:先生|女士|[一-龥]{{1,2}}(?:先生|女士)))[^，。]{{0,6}}(?:申请|提出|要求)公开"
)


class ApplicantName(Rule):
    """The report counts applicants and never names them."""

    code = "NB969"
    name = "出现申请人姓名"
    severity = Severity.WARNING
    checks = "正文在“申请人”“村民”“原告”等之后，或“申请公开”“先生、女士……申请公开”之前，是否写出了个人姓名。"
    why = "申请人的姓名与其申请放在一起，属于个人信息，不应公布。"
    basis = PRIVACY
    wrong = "申请人王小明提出的申请已按期答复。"
    right = "1名申请人提出的申请已按期答复。"
    how = "删去姓名，只写件数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each name, quoted by its first character only."""
        for piece in pieces(context.report):
            for match in _NAMED.finditer(piece.text):
                name = next(words for words in match.groups() if words)
                if "某" in name:
                    continue
                hidden = f"{name[0]}*"
                yield self.finding(piece.where, f"似乎写出了申请人的姓名（{hidden}），请删去。", hidden)
