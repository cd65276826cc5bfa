"""Paragraphs in points (一是… 二是…): a lead goes with what it leads, and the numbers stay whole."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from prompts.narrative.sentence import Mark, Sentence, Slot
from prompts.narrative.wording import ordinal
from sections.report.parts import Problems

_POINT: Final = re.compile(r"^(?P<number>[一二三四五六七八九十]{1,2})是")
_NUMBERS: Final = [ordinal(number) for number in range(1, 100)]
_LEAD: Final = 24
"""Characters of a sentence that does nothing but lead the ones behind it."""


_BARE: Final = re.compile(
    "(?:规范|优化|加强|强化|提高|提升|完善|健全|推进|推动|深化|拓展|增强"
    "|加大|丰富|畅通|做好|抓好|落实|严格)[^，。；：、0-9“《]+。"
)
"""An aim without a deed: what was done stands in the sentence behind it."""


_IN_PROSE: Final = re.compile("(?:[。；：、\n]|如)$")
"""What stands before a problem that has no number."""


def names_in_prose(problems: Problems) -> bool:
    """Whether part five of a report names its several problems without numbering them."""
    text, names = problems.text, [item.problem for item in problems.items]
    places = [text.find(name) for name in names]
    return len(names) > 1 and all(place >= 0 and _IN_PROSE.search(text[:place]) for place in places)


def is_first(text: str) -> bool:
    """Whether a sentence is the first of several points."""
    return text.startswith("一是")


def is_lead(text: str) -> bool:
    """Whether a sentence only leads what stands behind it: 「四是强化评议。」, 「优化栏目设置。」."""
    return len(text) <= _LEAD and (_POINT.match(text) is not None or is_bare(text))


def is_bare(text: str) -> bool:
    """Whether a sentence that is no point names an aim and no more."""
    return len(text) <= _LEAD and _BARE.fullmatch(text) is not None


def held_together(ones: Sequence[Sentence], decided: frozenset[str]) -> list[Sentence]:
    """A point (「一是抓好公报。」) and what stands behind it are one.

    Where its head, or the sentence that says what the head means, is held back, the others are
    marked unless they were decided on."""
    made = list(ones)
    heads = [place for place, sentence in enumerate(ones) if _POINT.match(sentence.text)]
    for head, stop in zip(heads, [*heads, len(ones)][1:], strict=True):
        body = head + 1 if is_lead(ones[head].text) else head
        first = ones[head : min(body + 1, stop)]
        if any(sentence.held_back and sentence.id not in decided for sentence in first):
            for place in range(head, stop):
                sentence = ones[place]
                if not sentence.held_back and sentence.id not in decided:
                    made[place] = replace(sentence, marks=(*sentence.marks, Mark.LEAD))
    return made


def with_leads(decided: Sequence[tuple[Sentence, bool]]) -> list[tuple[Sentence, bool]]:
    """A lead (「四是强化评议。」) is left out, and marked, where everything that it leads is."""
    made = list(decided)
    for place, (sentence, kept) in enumerate(decided):
        behind = decided[place + 1 :]
        stop = next((n for n, (other, _) in enumerate(behind) if _POINT.match(other.text)), len(behind))
        stop = min(stop, 1) if is_bare(sentence.text) else stop
        leads = is_lead(sentence.text) and stop > 0
        if kept and leads and not any(stays for _, stays in behind[:stop]):
            made[place] = replace(sentence, marks=(*sentence.marks, Mark.LEAD)), False
    return made


def renumbered(kept: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The points of each list numbered anew, where one is left out; a single one has no number."""
    made = list(kept)
    for places in _lists(kept):
        for number, place in enumerate(places, 1):
            match = _POINT.match(kept[place].text)
            assert match is not None
            head = f"{ordinal(number)}是" if len(places) > 1 else ""
            made[place] = _with_head(kept[place], match.end(), head)
    return tuple(made)


def _lists(kept: Sequence[Sentence]) -> list[list[int]]:
    """Where the points of each list stand: a number that does not go on begins another."""
    found: list[list[int]] = []
    before = 0
    for place, sentence in enumerate(kept):
        match = _POINT.match(sentence.text)
        if match is None:
            continue
        number = _NUMBERS.index(match["number"]) + 1
        if number <= before or not found:
            found.append([])
        found[-1].append(place)
        before = number
    return found


def _with_head(sentence: Sentence, length: int, head: str) -> Sentence:
    by = len(head) - length
    slots = tuple(Slot(slot.path, slot.start + by, slot.end + by) for slot in sentence.slots)
    return replace(sentence, text=head + sentence.text[length:], slots=slots)
