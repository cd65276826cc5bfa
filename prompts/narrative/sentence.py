"""A sentence of the narrative: where its words come from, what its numbers are, what stands against it."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sections.language.sentences import masked


class Origin(StrEnum):
    """Whose words a sentence has."""

    TEMPLATE = "template"
    OWN = "own"
    """The organ's, from last year's report."""
    TYPED = "typed"
    """The clerk's, of this year."""


class Choice(StrEnum):
    """What the clerk decided about a sentence of last year's."""

    KEEP = "keep"
    DROP = "drop"
    TEXT = "text"
    """Kept in words that the clerk typed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about a sentence; ``text`` is the clerk's, of ``Choice.TEXT`` alone, with the places that
    follow the answers (None: it was kept without them)."""

    choice: Choice
    text: str = ""
    slots: "tuple[Slot, ...] | None" = None


class Mark(StrEnum):
    """Why a sentence of last year's is not taken over without the clerk's word."""

    NOVELTY = "novelty"
    MEETING = "meeting"
    DATED = "dated"
    ISSUED = "issued"
    CAMPAIGN = "campaign"
    CASE = "case"
    STRUCK = "struck"
    UNBOUND = "unbound"
    UNANSWERED = "unanswered"
    CONTACT = "contact"
    CONTRADICTED = "contradicted"
    COMPARED = "compared"
    LISTED = "listed"
    LEAD = "lead"
    PART_FIVE = "part_five"
    ALIKE = "alike"


MARKS: Final[dict[Mark, str]] = {
    Mark.NOVELTY: "去年的新做法，今年不能再这样说",
    Mark.MEETING: "写到的会议之后可能又开过新的会议",
    Mark.DATED: "写到了去年或者更早的日期、文件",
    Mark.ISSUED: "写到的文件是去年出台的，今年没有再出台一次",
    Mark.CAMPAIGN: "写到的活动可能已经结束",
    Mark.CASE: "写到了去年一个地方、部门的做法或者得到的表彰，今年不一定还是这样",
    Mark.STRUCK: "有半句今年不能照写，已经去掉",
    Mark.UNBOUND: "有数字认不出是什么，要逐个核对",
    Mark.UNANSWERED: "有数字今年还没有回答",
    Mark.CONTACT: "联系方式等单位信息今年还没有填写",
    Mark.CONTRADICTED: "与今年的情况不一致",
    Mark.COMPARED: "与上年的比较要重新核对",
    Mark.LISTED: "列举的重点与今年填写的不同",
    Mark.LEAD: "与它相连的句子没有沿用",
    Mark.PART_FIVE: "第五部分写的是去年的问题和措施，今年的在第五部分的问题里回答",
    Mark.ALIKE: "与去年相同的套话，正文雷同过半，建议换个说法",
}
"""What each mark tells the clerk, without a closing mark."""


NOTED: Final = frozenset({Mark.STRUCK})
"""Marks that hold nothing back: a draft nobody watches has the sentence, a clerk is shown what was done."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a sentence that follows the answers; ``[start:end]`` is of the sentence's text.

    ``path`` is a fact's id, a cell's path, the id of a sum of cells, ``platform.items:名称``, ``profile.…``,
    ``year``, or, for the change of a number against last year, ``change:`` and that number's path."""

    path: str
    start: int
    end: int

    @property
    def of_change(self) -> bool:
        """Whether it is the words of a change, not a number."""
        return self.path.startswith(CHANGE)

    @property
    def subject(self) -> str:
        """The path without ``change:``."""
        return self.path.removeprefix(CHANGE)


CHANGE: Final = "change:"
YEAR: Final = "year"
SHORT_NAME: Final = "profile.short_name"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands, its id stable over every change of an answer."""

    id: str
    text: str
    wording: int = 0
    wordings: int = 1
    """Of a template's: which of how many wordings it is in."""
    origin: Origin = Origin.TEMPLATE
    slots: tuple[Slot, ...] = ()
    marks: tuple[Mark, ...] = ()
    last: str = ""
    """Of the organ's own: how it stood in last year's report."""
    open: tuple[str, ...] = ()
    """Paths of slots that have no number this year."""
    struck: str = ""
    """What was struck out of last year's words."""

    @property
    def held_back(self) -> bool:
        """Whether something speaks against it, so that it stands only by the clerk's word."""
        return bool(set(self.marks) - NOTED)

    @property
    def paths(self) -> frozenset[str]:
        """What it says: what its places are bound to, changes, the year and the short name aside."""
        return frozenset(
            slot.path for slot in self.slots if not slot.of_change and slot.path not in {YEAR, SHORT_NAME}
        )


def own_id(key: str, text: str) -> str:
    """The id of a sentence of last year's: its paragraph, and a sign of its wording, numbers aside."""
    sign = hashlib.sha256(masked(text).encode()).hexdigest()[:6]
    return f"{key}.own-{sign}"
