"""The numbers of the organ's own: 「制作36期科普短片」, 「印发提示9份」, 「绿地名录15项，较去年新增8项」."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sections.language.comparisons import comparisons
from sections.language.quantities import STOPS, Reduced
from sections.language.wordings import pattern

_LISTED: Final = pattern("(具体工作中|结合职责|从具体事项看)，")
_OF_LIST: Final = pattern("{name 2-40 -（）}{n:}{item 3}(?=，|；|。|$)")
_COMPARED: Final = pattern("{name 2-30 -（）}{n:项个次期件条场篇家户份处}$")
_FAR: Final = 36
"""Characters before a number in which its name stands."""
_MADE: Final = (
    "(制作|形成|优化|印发|编制|编印|建成|发放|录制|拍摄|推送|接待|赠阅|开展|举办|办理|完善"
    "|新增|新开设|新设立|新设|新建)"
)
_PIECES: Final = "项个次期篇家户份处部套册场人次条件"
_BEHIND: Final = pattern(f"{_MADE}{{name 2-14 -（）}}{{n:{_PIECES}}}(?=，|。|；|、|（)")
_BEFORE: Final = pattern(f"{_MADE}{{n:{_PIECES}}}{{name 2-14 -（）}}(?=，|。|；|、|（)")
_TELLING: Final = frozenset({"优化", "新增", "新开设", "新设立", "新设", "新建"})
"""What was done is part of the name: 18 columns opened this year are not 18 columns."""
_LEADING: Final = re.compile(
    r"^(?:20\d\d年度?|年度?|全年|本年度?|其中|共|新(?!增|设|建|开|媒体|闻|型|能源|区))*(?:完善|完成|开展|建成|办理|发布|实施|推进|举办|落实)?"
)
_NO_NAME: Final = re.compile(
    r"^(?:[较比同了的并被把将每第]|[和与](?=参加|[^谐平睦])|及(?!时)|(?:参加|参与)"
    r"|(?:办[结理毕]|答复|回复|受理|收到|查阅|接待|处理)$|.*公开(?:事项|件|案件)$|.*(?:结转|转办)的?件?$"
    r"|(?:办理|处理|制作|推送|编制)?(?:结果|情况|流程|时限|人员|单位|数量)"
    r"|(?:各[类项种]|相关|有关|其[他它]|多种|[^，]{0,6}的)?"
    r"(?:政务|政府|公开)?(?:信息|文件|内容|工作|事项|活动|材料|资料|数据|业务|问题|案件|申请|会议)$"
    r"|(?:国家|[省市县区镇乡]|本)级$|.*(?:同比|增长|减少|下降|达到|第$)|.*(?:发布|公开|推送|更新)(?:各类)?(?:政务|政府)?信息$|.*[的了在对于和与及等、]$)"
)
"""Words of no thing, of any thing, and what is left of a name that was cut."""
_LIST: Final = pattern("(其中|包括|包含|涵盖)")
_COUNT_OF: Final = re.compile("[数量](?!量)")
"""Behind a name, a part of it: 订阅数."""


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A number with the name that the organ gives it; places are of the reduced text."""

    name: str
    start: int
    place: int
    """Where the sign of the number stands."""
    end: int
    measure: str


def own_items(line: Reduced) -> Iterator[OwnItem]:
    """Every such number of a sentence, each once."""
    seen: set[int] = set()
    for match in _matches(line):
        place = match.start("n")
        start, name = _named(line, match)
        if place not in seen and name and not _NO_NAME.match(name) and not _is_one_kind(line, place):
            seen.add(place)
            number = line.number(place)
            measure = number.measure or line.sentence[number.stop : line.origin(match.end())].strip()[:1]
            yield OwnItem(name, min(start, place), place, match.end(), measure)


def _is_one_kind(line: Reduced, place: int) -> bool:
    """Whether a number of 条 stands in a list of what was published of each kind."""
    before = line.text[:place].rpartition(STOPS["；"])[2]
    return line.number(place).measure == "条" and _LIST.regex.search(before) is not None


def _matches(line: Reduced) -> Iterator[re.Match[str]]:
    listed = _LISTED.regex.search(line.text)
    if listed is not None:
        yield from _OF_LIST.regex.finditer(line.text, listed.end())
    for told in comparisons(line):
        match = _COMPARED.regex.search(line.text, max(0, told.place - _FAR), told.place + 1)
        if match is not None:
            yield match
    yield from _BEHIND.find(line)
    yield from _BEFORE.find(line)


def _named(line: Reduced, match: re.Match[str]) -> tuple[int, str]:
    """Where in the reduced text the name of an item begins, and the name."""
    start, end = match.span("name")
    written = line.sentence[line.origin(start) : line.origin(end)]
    name = _LEADING.sub("", _unquoted(written))
    verb = line.sentence[line.origin(match.start()) : line.origin(min(start, match.start("n")))]
    verb = next((one for one in _TELLING if verb.startswith(one)), "")
    at = written.rfind(name) if name else -1
    if at > 0:
        start = end - (len(written) - at)
    if name and (count := _COUNT_OF.match(line.sentence, line.origin(end))):
        name += count[0]
    return start, verb + name if name and verb else name


def _unquoted(written: str) -> str:
    """A name without the marks around it; marks around a part of it stay: “县长在线”访谈."""
    plain = written.strip('"，')
    inner = plain.strip("“”")
    return plain if inner.count("“") != inner.count("”") and plain.count("“") == plain.count("”") else inner
