"""Reads running text against the dictionary: where a small change makes much likelier words of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from app.checking.proofreading.dictionary import LONGEST, Dictionary, dictionary
from app.checking.proofreading.sounds import Alike
from sections.language.slips import REDUPLICATED

_PREFIXES: Final = frozenset("省市州县区旗镇乡")
"""Where a bureau's name begins with the character of its place: 市市场监管局."""
_RUN: Final = re.compile("[\u4e00-\u9fff]{2,}")
_LEAST_WORD: Final = 2
_LEAST_MISSING: Final = 4
"""Characters of a word that is known although one is missing."""
_RARE: Final = 60
"""Uses of a word of general text below which it is doubted."""
_AROUND: Final = 6
"""Characters to either side over which the words before and after a change are compared."""
_GAIN: Final = {"wrong": 10.5, "missing": 12.0, "doubled": 5.0, "swapped": 9.0}
"""How much likelier (natural logarithm) the words must become."""
_GENERAL: Final = 5.0
"""How much more where the new word is none of those of reports."""
_USUAL: Final = 300
"""Uses from which a general word may be what was meant."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """Words at ``start`` that are probably a slip, and what they probably should be."""

    start: int
    found: str
    mend: str
    kind: str
    gain: float


def suspects(text: str) -> list[Suspect]:
    """The probable slips of ``text`` in its order, none over another."""
    found = [suspect for match in _RUN.finditer(text) for suspect in _of_run(match[0], match.start())]
    kept: list[Suspect] = []
    for suspect in sorted(found, key=lambda suspect: -suspect.gain):
        if not any(
            suspect.start < other.start + len(other.found)
            and other.start < suspect.start + len(suspect.found)
            for other in kept
        ):
            kept.append(suspect)
    return sorted(kept, key=lambda suspect: suspect.start)


def _of_run(run: str, at: int) -> Iterator[Suspect]:
    words = dictionary()
    _, ends = words.path(run)
    doubted = _doubted(run, ends, words)
    doubled = {place for place in range(len(run) - 1) if run[place] == run[place + 1]}
    for place in sorted(doubted | doubled):
        for kind, start, end, put in _changes(run, place, doubted):
            changed = run[:start] + put + run[end:]
            gain = _gain(run, changed, start, (end, start + len(put)))
            if gain < _GAIN[kind]:
                continue
            left, right = _word_around(changed, start, start + len(put), words)
            if kind == "doubled" or gain >= _least(kind, changed[left:right], words):
                tail = len(changed) - right
                yield Suspect(at + left, run[left : len(run) - tail], changed[left:right], kind, gain)


def _least(kind: str, made: str, words: Dictionary) -> float:
    """How much must be gained by words that were made: more by those that are not of reports."""
    start, least = 0, 99.0
    for end in words.path(made)[1]:
        word = made[start:end]
        start = end
        if len(word) >= _LEAST_WORD:
            own = word in words.own
            if own or words.uses.get(word, 0) >= _USUAL:
                least = min(least, _GAIN[kind] + (0 if own else _GENERAL))
    return least


def _doubted(run: str, ends: tuple[int, ...], words: Dictionary) -> set[int]:
    """The places of single characters beside others, and of rare words."""
    starts = (0, *ends[:-1])
    pieces = list(zip(starts, ends, strict=True))
    found: set[int] = set()
    for number, (start, end) in enumerate(pieces):
        word = run[start:end]
        if end - start > 1:
            if word not in words.own and words.uses.get(word, 0) < _RARE:
                found.update(range(start, end))
        else:
            found.add(start)
            beside = [pieces[one] for one in (number - 1, number + 1) if 0 <= one < len(pieces)]
            found.update(place for one, two in beside if two - one == 1 for place in range(one, two))
    return found


def _changes(run: str, place: int, doubted: set[int]) -> Iterator[tuple[str, int, int, str]]:
    """(kind, start, end, what to put there) of every small change at a place that makes a word of reports."""
    index = _index()
    character = run[place]
    if run[place + 1 : place + 2] == character and character not in REDUPLICATED | _PREFIXES:
        yield "doubled", place, place + 1, ""
    if place not in doubted:
        return
    for first in (place - 1, place):
        pair = run[max(first, 0) : first + 2]
        if len(pair) == 2 and pair[0] != pair[1]:
            yield "swapped", first, first + 2, pair[::-1]
    for other in index.alike.of(character):
        if index.makes_word(run, place, other):
            yield "wrong", place, place + 1, other
    for at in (place, place + 1):
        for put in index.missing_at(run, at):
            yield "missing", at, at, put


def _gain(run: str, changed: str, start: int, ends: tuple[int, int]) -> float:
    """By how much likelier words the change makes around ``start``; ``ends``: of it before and after."""
    words, left = dictionary(), max(0, start - _AROUND)
    before, _ = words.path(run[left : ends[0] + _AROUND])
    after, _ = words.path(changed[left : ends[1] + _AROUND])
    return before - after


def _word_around(changed: str, start: int, end: int, words: Dictionary) -> tuple[int, int]:
    """The words of the changed text that cover the change."""
    left = max(0, start - _AROUND)
    _, ends = words.path(changed[left : end + _AROUND])
    begins = 0
    first, last = start - left, max(end - left, start - left + 1)
    for one in ends:
        if begins <= first < one:
            first = begins
        if begins < last <= one:
            last = one
        begins = one
    return left + first, left + last


class _Index:
    """The words of reports by what a slip leaves of them."""

    def __init__(self, words: Dictionary) -> None:
        self._words = words
        usual = {word for word, uses in words.uses.items() if uses >= _USUAL and len(word) >= _LEAST_WORD}
        self._known = words.own | usual
        self.alike = Alike({character for word in self._known for character in word})
        self._short: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for word in words.own:
            if len(word) >= _LEAST_MISSING:
                for place in range(1, len(word)):
                    self._short[word[:place] + word[place + 1 :]].append((place, word[place]))

    def makes_word(self, run: str, place: int, other: str) -> bool:
        """Whether ``other`` at ``place`` makes a word of reports."""
        for start in range(max(0, place - LONGEST + 1), place + 1):
            head = run[start:place] + other
            for end in range(max(place + 1, start + _LEAST_WORD), min(len(run), start + LONGEST) + 1):
                if head + run[place + 1 : end] in self._known:
                    return True
        return False

    def missing_at(self, run: str, place: int) -> set[str]:
        """What may be missing before ``place``."""
        found: set[str] = set()
        for start in range(max(0, place - LONGEST), place + 1):
            for end in range(max(place, start + _LEAST_MISSING - 1), min(len(run), start + LONGEST) + 1):
                for at, character in self._short.get(run[start:end], ()):
                    if start + at == place:
                        found.add(character)
        return found


@cache
def _index() -> _Index:
    return _Index(dictionary())
