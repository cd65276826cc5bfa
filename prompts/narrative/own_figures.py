"""The organ's own figures where its own sentences do not say them: a verb, the whole with its parts."""

from collections.abc import Callable, Iterator
from typing import Final

from prompts.narrative import phrases
from prompts.narrative.amounts import Amounts
from prompts.narrative.own_words import indicators_of
from sections.facts import SUBJECTS
from sections.language.statements import OWN_ITEMS
from sections.report.report import Report
from sections.report.unsaid import items_of, same_matter
from sections.report.values import LocalItem, Quantity

_PART: Final = "中"
Behind = Callable[[Quantity, Quantity | None, str], str]
"""A number, last year's and the measure -> the words of the change."""
Shown = Callable[[Quantity], str]


def part_of(name: str, wholes: frozenset[str]) -> tuple[str, str]:
    """Whole and part of a name that says both (政策简明问答中市级); two empty texts for another name."""
    cuts = (place for place, letter in enumerate(name) if letter == _PART)
    pairs = ((name[:place], name[place + 1 :]) for place in cuts)
    return next((pair for pair in pairs if pair[0] in wholes and pair[1]), ("", ""))


def wholes_of(names: frozenset[str]) -> frozenset[str]:
    """What an own figure may be a part of: other own figures, and what questions and cells count."""
    return names | {subject.label for subject in SUBJECTS.values()}


class OwnFigures:
    """What is said of the figures of one report that ``said`` does not hold."""

    def __init__(self, report: Report, last: Report | None, said: frozenset[str]) -> None:
        self._report, self._was = report, Amounts(last)
        self._items = [item for item in items_of(report) if self._is_open(item, said)]
        self._wholes = wholes_of(
            frozenset(
                {item.name for item in items_of(report)}
                | {indicator.name for indicator in indicators_of(last)}
            )
        )
        self._verbs = {indicator.name: indicator.verb for indicator in indicators_of(last)}

    def _is_open(self, item: LocalItem, said: frozenset[str]) -> bool:
        known = f"{OWN_ITEMS}:{item.name}" in said or same_matter(item, self._report)
        return bool(item.quantity.value) and not known

    def clauses(self, topic: str, shown: Shown, behind: Behind) -> Iterator[str]:
        """「制作政策问答119期，其中市级47期、县级72期」; parts of what is told elsewhere alone."""
        items = [item for item in self._items if item.topic == topic]
        places = {item.name: part_of(item.name, self._wholes) for item in items}
        names = {item.name for item in items}
        for item in items:
            if places[item.name][0] in names:
                continue
            parts = [one for one in items if places[one.name][0] == (places[item.name][0] or item.name)]
            listed = "、".join(f"{places[part.name][1]}{shown(part.quantity)}{part.unit}" for part in parts)
            whole = places[item.name][0]
            if not whole:
                head = phrases.own_figure(item, shown(item.quantity), self._verbs.get(item.name, ""))
                yield f"{head}{self._change(item, behind)}{listed and f'，其中{listed}'}"
            elif parts[0] is item:
                yield f"{phrases.among(whole)}，{listed}"

    def _change(self, item: LocalItem, behind: Behind) -> str:
        return behind(item.quantity, self._was.of(f"{OWN_ITEMS}:{item.name}"), item.unit)
