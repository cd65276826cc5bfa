"""What an organ names as its focus: 「围绕甲、乙、丙等重点工作」, bound to the fact that lists it.

Two witnesses bind a list: the words around it say whose list it is, and the report's own answer has it. Of an
imported report, whose answers nobody knows, this year's must share something with it (``follows``)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sections.report.report import Report

AREAS: Final = "proactive.key_areas"
WORK: Final = "overview.focus"
FACTS: Final = (WORK, AREAS)
_LEAD: Final = "围绕|聚焦|结合|紧扣|突出|推进|深化|服务|立足|抓好|公开了?|以|对|就|与"
_ITEM: Final = "[^，。；：、“”（）0-9]{2,14}"
_LIST: Final = re.compile(
    rf"(?:{_LEAD})(?P<list>(?:(?!{_LEAD})[^，。；：、“”（）0-9]){{2,14}}(?:、{_ITEM}?)*?、{_ITEM}?)"
    r"等[^，。；：、]{0,9}?(?P<of>领域|信息|事项|工作|任务|中心|大局)"
)
_CALLED_SO: Final = "领域"
_SEVERAL: Final = 3
_OF_WORK: Final = frozenset({"工作", "任务", "中心", "大局"})


@dataclass(frozen=True, slots=True)
class FocusList:
    """A list in a sentence; ``[start:end]`` is of the sentence, from its first name to before 等."""

    fact: str
    names: tuple[str, ...]
    start: int
    end: int


def focus_lists(text: str) -> Iterator[FocusList]:
    """The lists of a text, of work or of areas by the word behind them.

    Two kinds of information (供水、供气等信息) are no areas yet: these are called so, or are several."""
    for match in _LIST.finditer(text):
        fact, names = WORK if match["of"] in _OF_WORK else AREAS, names_in(match["list"])
        if fact == WORK or match["of"] == _CALLED_SO or len(names) >= _SEVERAL:
            yield FocusList(fact, names, *match.span("list"))


def names_in(words: str) -> tuple[str, ...]:
    """The names of 「甲、乙、丙」."""
    return tuple(words.split("、"))


def names_of(report: Report | None, fact: str) -> tuple[str, ...]:
    """The names that were answered; none where the question was not."""
    value = report.fact(fact) if report is not None else None
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, tuple) else ()


def is_of(found: FocusList, report: Report, trusting: bool) -> bool:
    """Whether a list is the one that ``report`` answers; where it has no answer, ``trusting`` decides."""
    answered = names_of(report, found.fact)
    return set(answered) == set(found.names) if answered else trusting


def follows(written: str, now: tuple[str, ...], was: tuple[str, ...]) -> bool:
    """Whether a list in last year's words is last year's of what is answered now."""
    names = set(names_in(written))
    return names == set(was) if was else bool(names & set(now))
