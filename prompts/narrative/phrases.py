"""Words around what the clerk wrote: a verb for an own figure, a lead for a free text. Pure."""

import re
from typing import Final

from prompts.narrative.wording import trimmed
from sections.report.values import LocalItem

_VERBS: Final = {
    "人次": "办理", "人": "办理", "名": "办理", "户": "办理", "件": "办理", "宗": "办理",
    "起": "办理", "例": "办理",
    "次": "开展", "场": "开展", "轮": "开展",
    "期": "制作",
    "篇": "形成", "份": "形成", "册": "形成", "部": "形成", "套": "形成", "条": "形成",
    "幅": "形成", "组": "形成",
    "个": "建成", "处": "建成", "家": "建成",
}  # fmt: skip
"""What is done with a figure by its measure, where its name does not say."""
_USUAL: Final = "完善"
_TELLS: Final = re.compile(
    "^(?:制作|形成|优化|印发|编制|编印|建成|发放|录制|拍摄|推送|接待|赠阅|开展|举办|办理|完善|新增|新开|新设|新建"
    "|整理|组织|发布|公开|受理|答复|推出|召开|走访|收集|征集|完成|实施|落实|设立|设置|修订|清理|通报|表扬|表彰|评选|奖励|督促|发现|整改|检查|实地|公布|归集|推送|曝光|约谈|统一"
    "|监测|查处|抽查|巡查|更新|报送|签订|培训|宣传|向|对)"
)
_INNER: Final = re.compile("[。；！]+(?=.)")
_NOT_DONE: Final = re.compile("(?:本年度?|今年|全年|[0-9]{4}年)?(?P<not>未|没有|尚未|暂未)(?:开展|进行|组织)")
_PURPOSE: Final = ("将", "把", "对")
"""How an answer begins that goes on from no lead."""
_OF_THE_WORK: Final = ("纳入", "列入", "被纳入", "被列入")
"""How an answer begins that does not say what was taken in."""
_WORK: Final = "政府信息公开工作"
_NAME: Final = 2
"""Characters at the end of a topic's name that name it: 社会评议 is named by 评议."""
_CHINESE: Final = re.compile("[\u3400-\u9fff]")
LEAST_SENTENCE: Final = 4
"""Chinese characters of a free answer that can stand as a sentence; 「2」 and 「无2」 cannot."""


def own_figure(item: LocalItem, number: str, verb: str = "") -> str:
    """「完善补贴公示18项」: an own figure with the verb that it had last year, else the usual."""
    name = trimmed(item.name)
    done = verb or ("" if _TELLS.match(name) else _VERBS.get(item.unit, _USUAL))
    return f"{done}{name}{number}{item.unit}"


def flat(words: str) -> str:
    """Words as one point of a list: no sentence ends inside."""
    return _INNER.sub("，", trimmed(words))


def is_sentence(words: str) -> bool:
    """Whether a free answer says something that can be printed as a sentence."""
    return len(_CHINESE.findall(words)) >= LEAST_SENTENCE or bool(_NOT_DONE.fullmatch(trimmed(words)))


def led(words: str, topic: str, lead: str, other: str = "") -> str:
    """A free answer with a lead that names its topic; behind ``other``, words for the year, where it names it
    itself and no year. What is said without saying of what (「纳入年度考核」) is said of the work."""
    clean = trimmed(words)
    if (match := _NOT_DONE.fullmatch(clean)) is not None:
        return f"本年度{match['not']}开展{topic}"
    subject = _WORK if clean.startswith(_OF_THE_WORK) else ""
    fits = "" if clean.startswith(_PURPOSE) or "年" in clean else other
    return f"{fits if topic[-_NAME:] in clean else lead}{subject}{flat(clean)}"


_ACT: Final = re.compile(
    "^(收到|主动公开|公开|发布|答复|举办|组织|开展|召开|办理|受理|印发|制作)(?!的)(.{2,})$"
)


def among(whole: str) -> str:
    """「收到的政府信息公开申请中」: a whole before its parts."""
    return _ACT.sub(r"\1的\2", whole) + "中"


_HEADS: Final = ("针对{}的问题，", "对{}的问题，", "就{}的问题，")
_ENDS: Final = {
    "已解决": ("问题已经解决", "已整改到位", "该问题得到解决"),
    "明显改善": ("情况明显改善", "情况明显好转", "有了明显改进"),
    "仍在推进": ("整改仍在推进", "目前仍在整改", "后续整改继续推进"),
}
_DEMAND: Final = re.compile(r"(?:[仍尚还])?(?:需要?|有待|亟待|应)(?:于)?(?:进一步)?[^，、]{2,4}$")
"""How a problem ends that is told as what is to be done: 「培训力度需进一步加大」."""
_ALONE: Final = {"已解决": "的问题已经解决", "明显改善": "的问题有明显改善", "仍在推进": "的问题仍在整改"}


def improvement(problem: str, action: str, outcome: str, way: int, before: int = 0) -> str:
    """What became of a problem of last year's: its measure first; empty where nothing was answered.

    ``way`` is the organ's own way of saying it; ``before``: how many had the same outcome in the list."""
    matter = flat(problem).removesuffix("的问题").removesuffix("问题").removeprefix("对")
    if not action.strip():
        return f"{matter}{_ALONE.get(outcome, f'，{outcome}')}" if outcome else ""
    ends = _ENDS.get(outcome, (outcome,))
    demand = _DEMAND.search(matter)
    heads = _HEADS[way % len(_HEADS)].format(f"“{matter}”" if "，" in matter else matter)
    head = f"在{matter[: demand.start()]}方面，" if demand and demand.start() else heads
    return "，".join(part for part in (f"{head}{flat(action)}", ends[(way + before) % len(ends)]) if part)


_EVERYWHERE: Final = re.compile("(?:每[个名位家处]|各)")
_WILL: Final = "将"


def measure(words: str) -> str:
    """A measure as it can stand behind 「将」: 「每个科室确定一名联络员」 happens in each of them."""
    clean = flat(words.removeprefix(_WILL))
    return f"在{clean}" if _EVERYWHERE.match(clean) else clean
