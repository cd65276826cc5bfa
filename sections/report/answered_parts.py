"""Answers that are parts of another answer: the channels of what was published, the forms of explanations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sections.facts import FACTS
from sections.report.values import Quantity, Value


@dataclass(frozen=True, slots=True)
class Whole:
    """A fact and its parts. ``last``: those which must be answered before too little is too little; a part
    that was not asked is nothing."""

    fact: str
    parts: tuple[str, ...]
    last: tuple[str, ...]


_FORMS: Final = tuple(f"proactive.interpretations_{form}" for form in ("text", "image", "video"))
WHOLES: Final = (
    Whole(
        "proactive.published_total",
        ("proactive.website", "proactive.wechat", "proactive.weibo", "proactive.other_channels"),
        ("proactive.website", "proactive.other_channels"),
    ),
    Whole("proactive.interpretations", _FORMS, _FORMS),
)


@dataclass(frozen=True, slots=True)
class Apart:
    """A whole that its parts do not add up to."""

    whole: Whole
    total: int
    parts: tuple[tuple[str, int], ...]

    @property
    def added(self) -> int:
        """The sum of the parts."""
        return sum(number for _, number in self.parts)

    def concerns(self, fact: str) -> bool:
        """Whether ``fact`` is the whole or one of its parts."""
        return fact == self.whole.fact or fact in self.whole.parts

    def words(self) -> str:
        """「总数填4篇，文字解读1篇、图片解读2篇合计3篇，比总数少1篇」, without a closing mark."""
        measure = FACTS[self.whole.fact].measure
        told = "、".join(f"{_name(fact)}{number}{measure}" for fact, number in self.parts)
        added = f"合计{self.added}{measure}" if len(self.parts) > 1 else ""
        return f"总数填{self.total}{measure}，{told}{added}，{self._by_how_much()}"

    def words_with_places(self, numbers: Mapping[str, int]) -> str:
        """「第9题总数填4篇，第10、11题合计3篇，比总数少1篇」: where each stands, by the numbers of the
        questions; as ``words`` where one has none."""
        if not {self.whole.fact, *(fact for fact, _ in self.parts)} <= numbers.keys():
            return self.words()
        measure = FACTS[self.whole.fact].measure
        places = "、".join(str(numbers[fact]) for fact, _ in self.parts)
        added = "合计" if len(self.parts) > 1 else f"{_name(self.parts[0][0])}填"
        head = f"第{numbers[self.whole.fact]}题总数填{self.total}{measure}"
        return f"{head}，第{places}题{added}{self.added}{measure}，{self._by_how_much()}"

    def _by_how_much(self) -> str:
        more = "多" if self.added > self.total else "少"
        return f"比总数{more}{abs(self.total - self.added)}{FACTS[self.whole.fact].measure}"


def parts_apart(facts: Mapping[str, Value]) -> tuple[Apart, ...]:
    """The wholes whose answered parts do not add up to them; nothing that is only approximate."""
    found = (_apart(whole, facts) for whole in WHOLES)
    return tuple(apart for apart in found if apart is not None)


def _apart(whole: Whole, facts: Mapping[str, Value]) -> Apart | None:
    total = facts.get(whole.fact)
    answered = {fact: facts[fact] for fact in whole.parts if fact in facts}
    numbers = {
        fact: value.value for fact, value in answered.items() if isinstance(value, Quantity) and value.exact
    }
    if not isinstance(total, Quantity) or not total.exact or len(numbers) < len(answered):
        return None
    apart = Apart(whole, total.value, tuple((fact, number) for fact, number in numbers.items() if number))
    is_whole = all(fact in numbers for fact in whole.last)
    is_less = is_whole and bool(apart.added) and apart.added < total.value
    return apart if is_less or apart.added > total.value else None


def _name(fact: str) -> str:
    """What a part is called behind its whole."""
    label = FACTS[fact].label
    return label.removeprefix("通过").removesuffix("发布").removesuffix("公开")
