"""Indicators: numbers of last year's part one that no question asks about, each with a name of its own.

Each becomes one question of its topic. The name is what the sentence calls it; a part of a number told before
(「其中，市级47期」) is named with the whole. ``key`` (「科普短片（期）」) names it in answers and questions.
"""

import re
from dataclasses import dataclass
from typing import Final

from sections.language.quantities import Number
from sections.report.indicators import indicator_key
from sections.report.values import Quantity

_BEFORE: Final = re.compile(
    r"(?:[^，。；：、（）“”《》0-9]|（[^（），。0-9]{1,6}）|[“《][^“”《》，。]{1,16}[”》]){2,}$"
)
_BEHIND: Final = re.compile(
    r"[^，。；：、（）“”《》0-9和及与]{2,8}?(?=[，。；：、（）和及与]|予以|给予|进行|开展|实施|$)"
)
_LEADING: Final = re.compile(
    r"^(?:其中|全年|年内|本年度?|累计|总计|共计|一共|共|已|并|还|另|分别|对|给)*"
    r"(?:完善|完成|开展|发布|实施|推进|举办|落实|编制|印发|制作|组织|整理)?"
)
_PASSIVE: Final = re.compile("(?:予以|给予|进行|开展|实施)(?P<done>[^，。；：、（）]{2,6})")
_VERB: Final = re.compile(
    "(?:制作|形成|优化|印发|编制|编印|编发|建成|发放|录制|拍摄|推送|接待|开展|举办|举行|办理|完善|发布|组织|整理|完成|召开|受理"
    "|答复|走访|收集|征集|修订|清理|设立|设置|开设|开通|推出|刊发|出版|公示|更新|梳理|归集|报送|评选|新增|实施|推进|指导|开放|公布|公开(?![栏目指平专点渠])|曝光|推送|约谈|张贴)"
)
_EFFORT: Final = re.compile(
    "(?:切实|进一步|不断|持续|积极|着力|大力|全面|深入|有效|稳步|扎实)*"
    "(?:提升|强化|加强|提高|推动|促进|深化|扩大|增强|保障|确保|推进|优化|健全|规范|落实|做好|抓好)了?"
)
"""What is no name of what was counted, but what was done to it: 切实提升3个查阅中心."""
_ABOUT: Final = re.compile(
    "(?:^|[，。；：])[^，。；：]{0,2}(?:围绕|聚焦|针对|依托|通过|利用|就|对|在)[^，。；：]*$"
)
"""A clause that says first of what, and then what was done."""
_VAGUE: Final = frozenset(
    {"信息", "文件", "内容", "单位", "材料", "问题", "事项", "活动", "工作", "情况", "数量", "意见", "会议"}
)
"""What is no name without its verb: 发现问题, 推送信息."""
_TRAILING: Final = re.compile(r"(?:共计|总计|累计|共|达到|达|为|有|了|近|约)+$")
_PERIOD: Final = re.compile("^(?:季度|月|星期|工作日|以内|以上)")
_NO_NAME: Final = re.compile(
    r"^[全我本][省市州县区旗镇乡局]$|(?:同比|增长|减少|下降|增加|较去年|较上年|第|连续|收取|等)$"
)
_WHOLE: Final = re.compile("其中|（[^）]*$")
_LONGEST: Final = 14
_APART: Final = 1
"""Characters between a verb and what it stands before: 了, 共."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number of the organ's own as last year's report told it."""

    name: str
    measure: str
    topic: str
    quantity: Quantity
    sentence: str
    verb: str = ""
    """What the sentence says was done: 「制作」; empty where it says it in other words."""

    @property
    def key(self) -> str:
        """What stands behind the colon of its answer: 「科普短片（期）」."""
        return indicator_key(self.name, self.measure)


def name_of(text: str, number: Number, whole: str = "") -> str:
    """What a sentence calls a number; empty where it gives no name. ``whole``: of what it is a part."""
    behind = _BEHIND.match(text, number.stop)
    if behind is not None and _PERIOD.match(behind[0]):
        return ""
    before = _BEFORE.search(text[: number.start])
    if before is not None and text[before.start() - 1 : before.start()].isdigit():
        before = None  # the measure of another number, not a name
    name = _TRAILING.sub("", _LEADING.sub("", before[0])) if before else ""
    is_verb = _VERB.fullmatch(name) or _EFFORT.fullmatch(name)
    if is_verb or len(name) < 2 or (_NO_NAME.search(name) and behind):
        name = _done_to(text, number, behind[0]) if behind else ""
    name = _bare(text[: number.start], _short(name))
    if len(name) < 2 or _NO_NAME.search(name):
        return ""
    return f"{whole}中{name}" if whole and _WHOLE.search(text[: number.start]) else name


def _short(name: str) -> str:
    """The end of a long name, without half of what stands in quotation marks."""
    end = name[-_LONGEST:]
    for opening, closing in ("“”", "《》", "（）"):
        if end.count(opening) < end.count(closing):
            end = end[end.index(closing) + 1 :]
    return end


def _bare(before: str, name: str) -> str:
    """A name without the verb before it, and without what the clause is about."""
    verbs = [one for one in _VERB.finditer(name) if not one.start() or _ABOUT.search(before)]
    rest = name[verbs[-1].end() :] if verbs and name not in _VAGUE else ""
    return rest if len(rest) > 1 and rest not in _VAGUE else name


def _done_to(text: str, number: Number, name: str) -> str:
    """A name behind its number with what was done: 「对26个单位予以通报表扬」 counts 通报表扬单位."""
    clause = re.split("[，。；：]", text[number.stop :], maxsplit=1)[0]
    done = _PASSIVE.search(clause)
    return f"{done['done']}{name}" if done and not name.startswith(done["done"]) else name


def verb_of(text: str, number: Number, name: str) -> str:
    """What was done by a sentence's own words right before a number or its name; empty where it says none."""
    before = re.split("[，。；：、（]", text[: number.start])[-1]
    head = before.removesuffix(name) if before.endswith(name) else before
    found = list(_VERB.finditer(head))
    return found[-1][0] if found and len(head) - found[-1].end() <= _APART else ""
