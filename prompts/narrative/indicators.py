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

_BEFORE: Final = re.compile(r"[^，。；：、（）“”《》0-9]{2,}$")
_BEHIND: Final = re.compile(
    r"[^，。；：、（）“”《》0-9和及与]{2,8}?(?=[，。；：、（）和及与]|予以|给予|进行|$)"
)
_LEADING: Final = re.compile(
    r"^(?:其中|全年|年内|本年度?|累计|总计|共计|一共|共|已|并|还|另|分别|对|向|给)*"
    r"(?:完善|完成|开展|发布|实施|推进|举办|落实|编制|印发|制作|组织|整理)?"
)
_TRAILING: Final = re.compile(r"(?:共计|总计|累计|共|达到|达|为|有|了|近|约)+$")
_PERIOD: Final = re.compile("^(?:季度|月|星期|工作日|以内|以上)")
_NO_NAME: Final = re.compile(r"(?:同比|增长|减少|下降|增加|较去年|较上年|第|连续|收取|等)$")
_WHOLE: Final = re.compile("其中|（[^）]*$")
_LONGEST: Final = 14


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number of the organ's own as last year's report told it."""

    name: str
    measure: str
    topic: str
    quantity: Quantity
    sentence: str

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
    if len(name) < 2 or (_NO_NAME.search(name) and behind):
        name = behind[0] if behind else ""
    name = name[-_LONGEST:]
    if len(name) < 2 or _NO_NAME.search(name):
        return ""
    return f"{whole}中{name}" if whole and _WHOLE.search(text[: number.start]) else name
