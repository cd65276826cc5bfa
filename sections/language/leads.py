"""Whether the words around a number leave it the whole of what it counts, and the organ's own.

What may narrow a total is not to be listed: 「原定公开400条」, 「更正公开2条」, 「收到外省公开申请2件」. So a
number is a total only where every word of its clause is known to tell when, by which organ and by which
means it was done, and no more."""

import re
from typing import Final

from sections.language.owner import ORGANISATION, Owner
from sections.language.statement import Statement
from sections.language.times import DOING

_ENDS: Final = re.compile("[，,；;：:。]")
_TIME: Final = (
    "(?:自|从|于|在)?20[0-9]{2}(?:年度|年)?(?:以来|内|期间)?|全年度?|本年度?|今年(?:以来)?|年[内度末底]|当年"
    "|一年(?:以)?来|目前|以来|期间|(?:数据)?截[至止]到?|[0-9]{1,2}(?:月份?|日|号)(?:底|止|期间)?|[至到—－~～-]+"
)
_MANNER: Final = (
    "共计?|累计|总计|合计|总共|一共|总体|全渠道|多渠道|主动|自主|依法|依规|合规|按(?:照)?(?:时|期|规定)|及时"
    "|积极|规范|全面|准确|集中|有效|严格|认真|稳妥|逐[月季]|持续|不断|及|和|、|地|向社会(?:公众)?|对外|新增?"
    "|实际|已经?|均|分别|审核(?=发布|公开)|完成|收到(?:和|并)?|受理(?:和|并)?|接收(?:和|且|并)?|办理"
)
_LINK: Final = (
    "(?:其中|同时|此外|另外|并且?|即|具体|据统计|经统计|[一二三四五六七八九]是|（[一二三四五六七八九]）"
    "|[0-9]{1,2}[.．、）])+"
)
_THING: Final = (
    "(?:门户|官方|政务|政府)?(?:网站|官网)(?:平台)?|政府|政务|信息|主动公开|依申请公开|申请公开|公开|公布|发布"
    "|工作|方面|情况|各类|各种|的"
)
_MEANS: Final = (
    "(?:通过|利用|依托|借助|运用|充分|以|经由?|在|围绕|聚焦|结合|按照|根据|针对|本着|坚持|将|把)"
    "[^，,；;：:。]*$"
)
_KNOWN: Final = re.compile("|".join((_TIME, _MANNER, _LINK, _THING, _MEANS)))
_ONE_MEANS: Final = re.compile("(?:通过|利用|依托|借助|运用|经由?|在)(?!20[0-9]{2}年)")
_SEVERAL_MEANS: Final = re.compile("等|、|和|及|与|多种|各[类种]|线上线下|渠道|方式|途径")
"""What is published by one means alone is not all that is published."""

_OF_APPLICATIONS: Final = re.compile(
    "[省市县区州旗镇乡]?(?:人民)?政府(?:办公[厅室])?|政务|信息|依?申请|公开|受理|办理(?:完[毕成])?|办结|答复|回复"
    "|处理|登记|收[到办取悉]|收|接[到收]|新|共计?|总计|合计|累计|全年|年度?|总|数|量|各[类种]|有效|书面|网上|件|份"
    "|宗|次|例|起|条|项|事[项宜]|案件|情况|公民|自然人|法人|群众|公众|社会|企业|个人|其[他它]|非|组织|单位|申请人"
    "|或者?|[和与及以并且了过的为达有到向、，]|提[交出]|递交|发来|寄来|通过|经由?|当面|现场|网络|网站|信函|来信"
    "|邮[寄件箱]|电子|传真|在线|平台|系统|等|多种|渠道|方式|途径|形式|表|要求|其中|[已均]|全部|按[时期]|依法"
    "|[本我](?:局|委|办|厅|院|机关|镇|乡|县|区|市|省)|机关"
)
"""Words that narrow a number of applications to none of them."""
_CHARACTER: Final = re.compile("[\u3400-\u9fff]")
_BRACKETS: Final = re.compile("（[^（）]*）")
_BESIDE: Final = re.compile("(?:^|[，,；;：:。])(?:另(?!外)|还|又|再)[^，,；;：:。]*$")
"""「另收到公开申请4件」 is told beside another number."""
_OTHER_MATTER: Final = re.compile("(?:来信|信件|留言|信访|热线|投诉|举报|建议|提案|工单|咨询)(?!.*申请)")
"""「收到来信21件，其中19件已答复」."""
_REPLACED: Final = re.compile(
    "[，,（(]?(?:后|经[^，；。（）]{0,4}|现|已|应)*(?:更正|修正|订正|纠正|调整|更改|改)(?:后)?[为成至到]"
    "|[至到—－～~-]+(?:约|近)?[0-9]"
)
"""Behind a number another one that takes its place, or the end of a range."""
_DOER: Final = re.compile(
    f"(?P<who>{ORGANISATION})(?=(?:{_MANNER}|全年|今年)*(?:通过|利用|依托|借助|运用|围绕|坚持|{DOING}))"
)
_BEFORE_DOER: Final = re.compile(f"(?:{_TIME}|{_MANNER}|{_LINK})*")
_NO_DOER: Final = re.compile(f"(?:{_THING})*(?:{_MEANS})?|(?:对|向|面向).*")


def is_whole(statement: Statement, owner: Owner) -> bool:
    """Whether the words before a total tell when, by which organ and by which means, and no more."""
    start = _start(statement)
    lead = _ENDS.split(statement.sentence[:start])[-1].strip()
    told = statement.sentence[start : statement.number.start] if statement.number else ""
    while lead:
        known = _KNOWN.match(lead)
        size = max(known.end() if known else 0, owner.prefix(lead))
        if not size or (_ONE_MEANS.match(lead) and not _SEVERAL_MEANS.search(lead + told)):
            return False
        lead = lead[size:].lstrip()
    return True


def is_of_all_applications(statement: Statement) -> bool:
    """Whether the words of a number of applications speak of applications in general, and of all of them."""
    number, start = statement.number, _start(statement)
    if number is None:
        return True
    before = statement.sentence[:start]
    if _BESIDE.search(before) or _OTHER_MATTER.search(before):
        return False
    words = statement.sentence[start : number.start]
    if statement.comparison is None:
        words += statement.sentence[number.stop : start + len(statement.quote)]
    return not _CHARACTER.search(_OF_APPLICATIONS.sub("", _BRACKETS.sub("", words)))


def is_replaced(statement: Statement) -> bool:
    """Whether another number takes its place at once: 「175条，更正为180条」, 「100多条至200条」."""
    return statement.number is not None and bool(_REPLACED.match(statement.sentence, statement.number.stop))


def has_other_doer(statement: Statement, owner: Owner) -> bool:
    """Whether another organ did it: 「供水公司通过官网公开52条」.

    A clause that names no one goes on from one that tells how: 「供水公司依托官网，全年公开52条」."""
    if not owner.name or statement.number is None:
        return False
    for clause in reversed(_ENDS.split(statement.sentence[: statement.number.start])[-2:]):
        words = _BEFORE_DOER.sub("", clause.strip(), count=1)
        if _NO_DOER.fullmatch(words):
            continue
        doer = _DOER.match(words)
        return doer is not None and owner.prefix(doer["who"]) < len(doer["who"])
    return False


def _start(statement: Statement) -> int:
    """Where its words begin in its sentence."""
    moved = statement.at[0] - statement.number.start if statement.number else 0
    return statement.span[0] - moved
