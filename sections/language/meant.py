"""Whether a number about a fact counts what the organ did in its year, by the words around it: not what is
planned, what was not done, what others did, by how much a number grew, or what a month brought."""

import re
from typing import Final

from sections.facts import FACTS
from sections.language.owner import Owner
from sections.language.statement import Statement
from sections.language.times import DOING, is_of_a_month, is_rate

_ENDS: Final = re.compile("[，,；;：:。]")
_LARGE_STOPS: Final = re.compile("[；;。]")
_DIFFERENCE: Final = re.compile(
    r"(?:[较比](?:去年|上年|上一年|前年|往年|同期|20[0-9]{2}年)|同比|环比)[^，；0-9]{0,10}?"
    r"(?:增加|增多|增长|新增|增|上升|提高|提升|多|减少|下降|降低|减|少)(?!.*[至到为])[^，；0-9]*$"
    rf"|(?<![许诸更众很最大])(?:多|少)(?:主动|依法)?{DOING}[^，；0-9]*$"
)
"""「同比多公开45条」: what is counted is what came on top."""
_NOT_DONE: Final = re.compile(
    rf"(?:未|没有?|不|暂不|不予|免予|拒绝|停止|取消)(?:能|予|再|曾|按时|按期|及时|主动|依法|予以)*{DOING}[^，；]*$"
)
_PLAN: Final = re.compile(
    r"拟(?![定稿制人写])|预计|打算|争取|力争|确保|目标|不少于|不低于|至少"
    rf"|将(?:进一步|继续|再|主动|依法|及时|积极|陆续|全面|适时|分批|于|在|计划)*(?:[^，；]{{0,6}}(?:年|季度))?{DOING}"
)
_TO_COME: Final = re.compile("下一步|下一?阶段|今后|明年|来年|下一?年度?(?!继续|办理)|新的一年")
_DONE: Final = re.compile("实际|已完成|截[至止]|(?<!将)完成")
_WHOLE_LIFE: Final = re.compile(
    r"截[至止]到?(?:目前|今|(?:20[0-9]{2}年)?年?[底末])[^；;]*?(?:累计|总[数量计共])[^；;]*$"
)
"""「截至2024年底，网站累计发布」: since it began; 「截至12月31日」 the year had it."""
_OF_THE_YEAR: Final = re.compile("全年|本年|今年|当年|年内|一年来")
_YEAR_BEHIND: Final = re.compile(
    r"[，,（(]?其中[，,：]?(?:20[0-9]{2}年度?|今年|本年度?|当年|年内)(?:度|新增|共|全年)*(?![0-9]{1,2}月|[一二三四上下])"
)
"""Behind a number, the part of it that the year had: 「累计发布8800条，其中2024年发布210条」."""
_VISITS_BEHIND: Final = re.compile(r"[，,（(](?:20[0-9]{2}年度?|今年|本年度?|当年|年内)[^，；0-9]{0,8}[0-9]")
_CUMULATED: Final = re.compile("累计|总[数量计共]")
_ONE_MONTH: Final = re.compile(
    r"当[月日天周]|单[月日周]|(?<![0-9至到—－~～-])12月份?(?!31日|[底末]|[0-9至到—－~～-])"
)
_MONTH_ALONE: Final = re.compile(r"(?:^|[，,；;。])(?:20[0-9]{2}年)?(?:1[0-2]|[1-9])月份?[，,]$")
_FIRST_DAY: Final = re.compile("1月1日")
_EVENTS: Final = frozenset(
    {
        "proactive.press_conferences",
        "proactive.meetings_opened",
        "proactive.consultations",
        "proactive.opinions",
        "supervision.trainings",
        "supervision.trainees",
        "supervision.checks",
    }
)
"""What may be told with the month in which it was."""
_SUBJECT: Final = (
    "(?:^|(?<=[，,；;：:。])|(?<=其中)|(?<=年)|(?<=年度)|(?<=目前)|(?<=现)"
    "|(?<=[我本][局委厅院校馆镇乡县区市省])|(?<=单位)|(?<=中心))"
)
"""Where the one who did something is named."""
_AREA: Final = re.compile(
    rf"{_SUBJECT}全(?P<area>省|市|区|县|州|盟|旗)|{_SUBJECT}各(?:级|地|部门|有关部门|单位|(?:乡镇|镇街|镇|乡|街道|县区?|区县?|市)[、和（(])"
    rf"|{_SUBJECT}[我本](?P<own>省|市|区|县|州|盟|旗)(?:共计?|累计|全年|主动)*{DOING}"
)
_AREA_AT_ALL: Final = re.compile("全(?P<area>省|市|区|县|州|盟|旗)(?!人民)")
_OTHERS: Final = re.compile(
    rf"{_SUBJECT}(?:所属|下属|直属|[局委厅区县市]属|二级|辖区|辖内|基层)(?:各|内|的)*[^，；、0-9]{{0,8}}(?:单位|机构|乡镇|镇|街道|所|站|中心|队|院|校|馆|园)"
    rf"|{_SUBJECT}(?:其他|[省市县区][直级])?(?:县区|区县|乡镇|镇街|部门|基层)(?:和单位)?(?:共|全年|累计)*{DOING}"
    rf"|{_SUBJECT}(?:全[省市区县州])?各(?:有关|相关)?(?:部门|单位)(?:共计?|累计|全年|主动)*{DOING}"
    r"|(?:景区|公园|公司|企业|学校|医院|场馆|村|社区|下属|所属|直属)[^，；、“”]{0,6}(?:官网|网站|公众号|微博)"
    rf"|{_SUBJECT}各(?:乡镇|镇|街道|县区|区县|县|区(?!域)|市|旗|分局|村|社区|学校|园区)(?![、和（(]各?(?:部门|单位))"
)
_OBJECT: Final = re.compile("(?<![^，,；;：:。])(?:对|向|面向)[^，,；;：:。]*?(?=开展|进行|实施|组织)")
"""Those to whom something is done: 「对各镇各部门开展督查2次」."""
_LED: Final = re.compile(
    "(?:指导|督促|督导|帮助|协助|推动|要求|倡导)[^，；、]{0,4}"
    "(?:各|全[省市区县]|下属|所属|基层|部门|单位|乡镇|镇|街道|县|区|市|村|企业|学校)"
    "|各(?:县|区|市|乡镇|镇|街道|部门|单位)[^，；、]{0,6}清理|各[^，；、]{1,6}自[行主]"
    f"|[、和及][^，；、]{{0,8}}各(?:自|主动)?{DOING}|{DOING}了?我[局委厅办院镇乡县区市]"
)
"""What others did, led by the organ or together with it; and what another organ did for it."""
_OWN: Final = re.compile(
    "[我本](?:局|委(?!托)|办|厅|院|中心|单位|机关|级|镇|乡|街道|县|区|市|省|校|馆)|局机关"
)
_FOR_OTHERS: Final = re.compile("协助|配合|交办|转办|转来|委托|重新|再次|延期|延长")
_SIBLING: Final = re.compile(
    "[，、；](?!其中)[^，、；。0-9]{0,8}(?:信函|来信|邮寄|邮件|邮箱|当面|现场|传真|窗口|网络|网上|在线|部门|乡镇|街道)"
    "[^，、；。0-9]{0,8}(?:收到|接收|受理|收)[^，、；。0-9]{0,8}[0-9]"
)
"""Behind a number that of another way or office: 「网上收到申请14件，信函收到8件」."""
_OWN_PART: Final = re.compile("[，,：]?[我本](?:局|委|厅|镇|乡|街道|单位)")
_SITE_OF_ALL: Final = re.compile("[省市县区州](?:人民)?政府(?:门户)?网")
"""The site of a government, whose visits no bureau counts as its own."""
_STANDS: Final = frozenset({"platform.new_media_accounts", "platform.reading_points", "platform.columns"})


def is_meant(statement: Statement, owner: Owner) -> bool:
    """Whether the number of a fact is the organ's for its year."""
    if statement.number is None or statement.subject not in FACTS:
        return True
    before = _LARGE_STOPS.split(statement.sentence[: statement.number.start])[-1]
    clause = _ENDS.split(before)[-1]
    return not (
        _DIFFERENCE.search(clause)
        or _NOT_DONE.search(clause)
        or _is_planned(statement.sentence[: statement.number.start], clause)
        or _is_of_many_years(statement, before)
        or _is_of_others(statement, before, clause, owner)
        or _is_of_one_month(statement, before, clause)
    )


def is_part_of_applications(statement: Statement, owner: Owner) -> bool:
    """Whether a number of applications is that of a part of the year, of one office or way of several, or of
    what was done for another organ."""
    if statement.number is None:
        return False
    before = statement.sentence[: statement.number.start]
    clause = _ENDS.split(before)[-1]
    head = before.removesuffix(clause)
    return bool(
        _FOR_OTHERS.search(clause)
        or is_rate(head, clause)
        or is_of_a_month(_FIRST_DAY.sub("", clause))
        or _ONE_MONTH.search(clause)
        or _is_of_others(statement, before, clause, owner)
        or _is_of_whole_life(before)
        or _SIBLING.match(statement.sentence[statement.number.stop :])
    )


def is_own_part(words: str) -> bool:
    """Whether ``words`` before a number tell what the organ, or the year, has of a larger whole: 「全县各部门
    公开9800条，其中我局公开126条」."""
    head, found, tail = _LARGE_STOPS.split(words)[-1].rpartition("其中")
    if not found:
        return False
    of_area = _AREA_AT_ALL.search(head) and _OWN_PART.match(tail)
    return bool(of_area or (_CUMULATED.search(head) and _YEAR_BEHIND.match(f"其中{tail}")))


def _is_planned(before: str, clause: str) -> bool:
    return bool((_PLAN.search(clause) and not _DONE.search(clause)) or _TO_COME.search(before))


def _is_of_many_years(statement: Statement, before: str) -> bool:
    if FACTS[statement.subject].recurs or statement.number is None:
        return False
    if _is_of_whole_life(before):
        return True
    behind = statement.sentence[statement.number.stop :]
    if statement.subject == "platform.visits" and _VISITS_BEHIND.match(behind):
        return bool(_CUMULATED.search(before))
    of_year = _YEAR_BEHIND.match(behind)
    return of_year is not None and ("新增" in of_year[0] or bool(_CUMULATED.search(before)))


def _is_of_whole_life(before: str) -> bool:
    whole = _WHOLE_LIFE.search(before)
    return whole is not None and not _OF_THE_YEAR.search(whole[0])


def _is_of_others(statement: Statement, before: str, clause: str, owner: Owner) -> bool:
    before, clause = (_OBJECT.sub("", words) for words in (before, clause))
    if _LED.search(clause):
        return True
    if statement.subject in _STANDS and any(
        owner.is_foreign(found["area"]) for found in _AREA_AT_ALL.finditer(clause)
    ):
        return True
    if owner.alone and statement.subject == "platform.visits" and _SITE_OF_ALL.search(clause):
        return True
    own, others = (
        max((found.start() for found in words.finditer(before)), default=-1) for words in (_OWN, _OTHERS)
    )
    areas = (
        found.start()
        for found in _AREA.finditer(before)
        if owner.is_foreign(found["area"] or found["own"] or "")
    )
    return others > own or max(areas, default=-1) > own


def _is_of_one_month(statement: Statement, before: str, clause: str) -> bool:
    if "截" in clause:
        return False
    if _ONE_MONTH.search(clause):
        return True
    head = before.removesuffix(clause)
    plain = _FIRST_DAY.sub("", clause)
    return statement.subject not in _EVENTS and bool(is_of_a_month(plain) or _MONTH_ALONE.search(head))
