"""What a report says otherwise than last year's: numbers of the tables; its prose, sentence by sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from typing import Final

from app.documents.outline import parts
from sections.language.sentences import MOST_SENTENCES, masked, placed_sentences, similarity
from sections.language.statements import statements
from sections.report.cells import Number
from sections.report.report import Report

_TOKEN: Final = re.compile(r"[0-9][0-9.,，．]*[%％]?|[A-Za-z]+|.", re.S)
_CHANGE: Final = re.compile(
    r"[，,]?[较比与](?:去年|上年|上一年度?)(?:同期)?[^，。；、）]*(?:，(?:增长|下降|增加|减少)[^，。；、）]*)?"
)
"""What a number is said to have changed by: it is brought up to date like the number itself."""
_ALIKE: Final = 0.5
"""The likeness from which two sentences are one, reworded."""
_SAME_SUBJECT: Final = 0.2
"""The same where both tell the same facts: 清理文件5件 and 对文件进行了清理，共13件."""

Lines = Sequence[tuple[str, str]]
"""Paragraphs in their order: key and text."""


class Standing(StrEnum):
    """How a sentence stands to last year's report."""

    KEPT = "沿用"
    """In last year's words, numbers and what they changed by aside."""
    REWORDED = "改写"
    MOVED = "移位"
    """In another place of the report, whether in the same words or not."""
    NEW = "新写"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a report: the place ``[start:end]`` in the paragraph ``line`` of ``key``."""

    key: str
    line: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.start + len(self.text)

    @property
    def wording(self) -> str:
        """Its words, numbers and what they changed by aside."""
        return masked(_CHANGE.sub("", self.text))

    @property
    def subjects(self) -> frozenset[str]:
        """The facts and cells whose numbers it tells."""
        return frozenset(
            statement.subject for statement in statements(self.text, self.key) if statement.of_this_year
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """A sentence beside last year's (``before``, empty for a new one); ``words`` are the places in its
    paragraph that differ."""

    said: Said
    standing: Standing
    before: str = ""
    words: tuple[tuple[int, int], ...] = ()


def changed_numbers(report: Report, last: Report | None) -> dict[str, tuple[Number, Number]]:
    """Field -> (last year's number, this year's) where both are known and differ."""
    if last is None:
        return {}
    pairs = ((field, last.number(field), report.number(field)) for field in report.form.paths)
    return {
        field: (before, now)
        for field, before, now in pairs
        if before is not None and now is not None and before != now
    }


def lines_of(report: Report) -> Lines:
    """The prose of a report as it is printed."""
    return [(part.key, part.text) for part in parts(report) if part.kind == "text"]


def said_in(lines: Lines) -> list[Said]:
    """The sentences of paragraphs."""
    return [
        Said(key, line, start, sentence)
        for line, (key, text) in enumerate(lines)
        for start, sentence in placed_sentences(text)
    ]


@dataclass(frozen=True)
class Comparison:
    """The prose of a report beside last year's; of no last year nothing is said."""

    lines: Lines
    last: Lines

    @cached_property
    def sentences(self) -> tuple[Compared, ...]:
        """Every sentence of this year, in order."""
        if not self.last:
            return ()
        return tuple(self._compared(place, said) for place, said in enumerate(self._now))

    @cached_property
    def struck(self) -> tuple[Said, ...]:
        """The sentences of last year's that this year's report has not."""
        found = set(self._pairs.values())
        return tuple(said for place, said in enumerate(self._before) if place not in found)

    def count(self, standing: Standing) -> int:
        """How many sentences stand so."""
        return sum(compared.standing is standing for compared in self.sentences)

    @cached_property
    def _now(self) -> list[Said]:
        return said_in(self.lines)

    @cached_property
    def _before(self) -> list[Said]:
        return said_in(self.last)

    @cached_property
    def _pairs(self) -> dict[int, int]:
        """Place of a sentence -> the place of last year's that it is; the likest first, each once."""
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for now, before in _ranked(self._now[:MOST_SENTENCES], self._before[:MOST_SENTENCES]):
            if now not in pairs and before not in taken:
                pairs[now] = before
                taken.add(before)
        return pairs

    @cached_property
    def _moved(self) -> frozenset[int]:
        """Places that do not follow the order of last year's, as few of them as possible."""
        follow = [place for place in sorted(self._pairs) if not self._is_elsewhere(place)]
        in_order = {follow[at] for at in _longest_rise([self._pairs[place] for place in follow])}
        return frozenset(self._pairs) - in_order

    def _is_elsewhere(self, place: int) -> bool:
        now, before = self._now[place].key, self._before[self._pairs[place]].key
        return now.partition(".")[0] != before.partition(".")[0]

    def _compared(self, place: int, said: Said) -> Compared:
        if place not in self._pairs:
            return Compared(said, Standing.NEW)
        before = self._before[self._pairs[place]]
        standing = Standing.KEPT if said.wording == before.wording else Standing.REWORDED
        if place in self._moved:
            standing = Standing.MOVED
        return Compared(said, standing, before.text, tuple(_differing(said.text, before.text, said.start)))


def _ranked(now: Sequence[Said], before: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences that are one, the likest first; of equally like ones those in the same paragraph,
    then those that stand the least apart."""
    mine = [(said.wording, said.subjects) for said in now]
    theirs = [(said.wording, said.subjects) for said in before]
    found = []
    for first, said in enumerate(now):
        for second, other in enumerate(before):
            alike = similarity(mine[first][0], theirs[second][0])
            shared = mine[first][1] & theirs[second][1]
            if alike >= _ALIKE or (shared and alike >= _SAME_SUBJECT):
                elsewhere = said.key != other.key
                found.append((-alike - bool(shared) / 4, elsewhere, abs(first - second), first, second))
    for *_, first, second in sorted(found):
        yield first, second


def _longest_rise(numbers: Sequence[int]) -> Iterable[int]:
    """The places of a longest rising part of ``numbers``."""
    ends: list[int] = []
    places: list[int] = []
    behind: dict[int, int | None] = {}
    for place, number in enumerate(numbers):
        rank = bisect_left(ends, number)
        ends[rank : rank + 1], places[rank : rank + 1] = [number], [place]
        behind[place] = places[rank - 1] if rank else None
    at: int | None = places[-1] if places else None
    while at is not None:
        yield at
        at = behind[at]


def _differing(sentence: str, before: str, start: int) -> Iterator[tuple[int, int]]:
    """The words of ``sentence`` that ``before`` has not, whole numbers at a time."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(sentence)
    edges = [start]
    for token in new:
        edges.append(edges[-1] + len(token))
    for kind, _, _, first, behind in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in {"replace", "insert"}:
            yield edges[first], edges[behind]
