"""Of when, and of how much of the whole, a number about the tables speaks, by the words around it."""

import re
from typing import Final

from sections.facts.cells import APPLICANT_SUBJECTS, GROUP_SUBJECTS, OUTCOME_SUBJECTS, RESULT_SUBJECTS
from sections.language.quantities import years_of
from sections.language.statement import Scope, Statement
from sections.language.times import SINCE, WHOLE_YEAR, YEARS

_PAST: Final = re.compile(
    rf"去年|(?<!结转)上年(?!度?(?:结转|转结))|(?<!结转)上一年(?!度?结转)|同期|历史|{YEARS}|{SINCE}"
)
_SINCE: Final = re.compile(rf"(?:{SINCE}|[0-9二两三四五六七八九十]年来)，[^，。；]*$")
"""「自2008年条例实施以来，累计收到」 counts many years."""
_PLANNED: Final = re.compile("计划|力争|拟于")
_APPLICANT: Final = re.compile(
    r"(?:公民|自然人)[、，和及或]?(?:和|及|或)?法人(?:[、，和及或]|或者|以及)*(?:其他|非法人)组织"
)
_MATTER: Final = re.compile(
    r"(?:涉及|关于|有关|因)(?:本级|本单位|我[局办委县市区镇乡])?(?:政府)?信息公开(?:工作|申请|答复|案件|类|引发|引起|的|被)*"
)
"""What every reconsideration and lawsuit of the table is about: 「涉及政府信息公开的行政诉讼4件」."""
_CHANNEL: Final = re.compile(
    r"网站|网络|网上|平台|在线|信函|来信|邮寄|邮件|邮箱|当面|现场|传真|窗口|系统|线上|线下"
    r"|科室|(?:科|股|处|所|站|中心|支队|大队)(?=[办受收接答承])|办公室|街道|乡镇|各镇|部门|方面|转办|本级|[局厅委办]机关|平均|首次|(?<!截至)(?<!截止)年底|日均"
)
_OFFICE: Final = re.compile(
    r"(?:[省市区县州旗镇乡]|人民)政府(?:办公厅|办公室|办|本级)|本级|街道|乡镇|各镇|[局厅委办]机关|(?:科|股|处|所)室"
)
"""One of several offices, which the next clause goes on about: 「县政府办公室收到17件，办结16件」."""
_KIND: Final = re.compile(
    r"其中|自然人|法人|企业|涉及|关于|有关|要求|撤回|补正|重复|延期|重新|配合|协助|当场|当面|口头|电话|沟通|上门|书面答|纸质|以[^，。；]{1,10}(?:形式|方式|途径)|会商|再次|二次|补充"
)
_WITHIN: Final = re.compile(
    r"[上下]半年|季度|(?<![0-9])(?:[1-9]|1[0-2])月|[一二三四五六七八九十]月份|年初|年中|月均|每[月季周年]"
)
"""Words of a time shorter than the year: 「上半年收到申请20件」."""
_TIME_ALONE: Final = re.compile(r"[^，。；]{0,16}(?:半年|季度|月份?|日|底|间|中)[，,]$")
"""A clause of nothing but a time: 「上半年，」."""
_OBJECT: Final = re.compile("(?:其中)?(?:对|将|就|针对)")
"""Before a number of what something is done with: 「对3件不予公开决定组织复核」."""
_ATTRIBUTE: Final = re.compile(r"(?:系|为|是|属|来自|涉及|由)(?!历年|上年|去年|近年)")
"""Right behind a number, of a part that has something in common: 「申请36件为本县户籍」."""
_PARTY: Final = re.compile(
    r"(?:以|将|把)(?!我|本)[^，。；]{1,14}[为作]被(?:申请人|告)|(?<!我[局办委厅院])作为被(?:申请人|告)"
)
"""Cases of one organ of those that report together."""
_WHOLE_ROWS: Final = RESULT_SUBJECTS | OUTCOME_SUBJECTS
"""Behind 其中 as well an outcome is the whole of its row."""
_REASON: Final = re.compile(r"[因由]|而(?=[不无])|涉及|属于|保护|损害|存在|掌握")
"""Words of a reason: 「因涉及商业秘密不予公开2件」 counts a part of its group."""
_ALL: Final = re.compile(r"等|各(?![镇乡街村科处股])|多种|多渠道|、[^，]*(?:共|合计|总计)")
"""Words that make channels or offices a whole: 「通过网站、信函等渠道共收到」."""
_AREA: Final = re.compile(r"全(?:省|市|区|县|州|盟|旗|镇|乡|街道)")
_ON_FILE: Final = "备案"
_CARRIED_IN: Final = "requests.carried_in.total"
_CARRIED: Final = {_CARRIED_IN: 1, "requests.carried_out.total": -1}
"""How far the year of the report is from the year that words of carrying over name."""
_LAST: Final = -1
_ENDS: Final = "，；：,;"
_ENDS_BEHIND: Final = f"{_ENDS}。"


def clause_around(sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where the words between the commas around a span stand."""
    start, end = span
    while start and sentence[start - 1] not in _ENDS:
        start -= 1
    while end < len(sentence) and sentence[end] not in _ENDS_BEHIND:
        end += 1
    return start, end


def clause_of(statement: Statement) -> str:
    """The words between the commas around a statement."""
    return statement.sentence[slice(*statement.around)]


def year_of(statement: Statement) -> int:
    """The year it speaks of; 0 for the report's, -1 for an earlier one that is not named."""
    if statement.subject in _CARRIED and (named := years_of(statement.quote)):
        return named[0] + _CARRIED[statement.subject]
    clause = clause_of(statement)
    if statement.subject == _CARRIED_IN:
        return 0
    if _PAST.search(clause) or _SINCE.search(statement.sentence[: statement.span[1]]):
        return _LAST
    return max(years_of(clause), default=0)


def is_planned(statement: Statement) -> bool:
    """Whether it is what is to come."""
    return bool(_PLANNED.search(clause_of(statement)))


def scope_of(statement: Statement) -> Scope:
    """The whole area where the sentence says so; what was put on file for others where 备案 is counted."""
    if _ON_FILE in statement.sentence[statement.around[0] : statement.at[0]]:
        return Scope.RECORD
    return Scope.AREA if names_area(statement.sentence) else Scope.OWN


def names_area(sentence: str) -> bool:
    """Whether it speaks of a whole county, city …"""
    return bool(_AREA.search(sentence))


def is_part(statement: Statement) -> bool:
    """Whether the words name one channel, one office, one time or one kind of a whole."""
    subject, sentence = statement.subject, statement.sentence
    start, end = statement.around
    if _of_a_time(sentence[:start], sentence[start : statement.span[1]]):
        return True
    if _PARTY.search(sentence, start, statement.at[0]):
        return True
    if not statement.none and _ATTRIBUTE.match(sentence, statement.span[1]):
        return True
    if subject in RESULT_SUBJECTS and _OBJECT.match(sentence[start : statement.at[0]]):
        return True
    if subject in APPLICANT_SUBJECTS:
        return False
    words = _MATTER.sub("", _APPLICANT.sub("", sentence[start : end if statement.none else statement.at[0]]))
    part = _CHANNEL.search(words) or (subject not in _WHOLE_ROWS and _KIND.search(words))
    part = part or (subject in GROUP_SUBJECTS and _REASON.search(words))
    if not part and statement.span[0] <= start:
        words = clause_before(sentence, start)
        part = _OFFICE.search(words)
    return bool(part) and not _ALL.search(words)


def clause_before(sentence: str, start: int) -> str:
    """The words between the commas before the clause that begins at ``start``; "" behind a ；."""
    if not start or sentence[start - 1] not in "，,":
        return ""
    return sentence[clause_around(sentence, (start - 1, start - 1))[0] : start - 1]


def _of_a_time(before: str, clause: str) -> bool:
    """Whether the clause, or a time standing alone before it, is about a part of the year."""
    alone = _TIME_ALONE.search(before)
    return bool(_WITHIN.search(WHOLE_YEAR.sub("", (alone[0] if alone else "") + clause)))
