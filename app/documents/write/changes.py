"""What is new in a report against last year's: numbers of the tables, sentences, and words within them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from sections.language.sentences import MOST_SENTENCES, masked, sentences, similarity
from sections.report.cells import Number
from sections.report.report import Report

_TOKEN: Final = re.compile(r"[0-9][0-9.,，．]*[%％]?|[A-Za-z]+|.", re.S)
_SAME_SENTENCE: Final = 0.6
"""The likeness from which a sentence is last year's, changed; below it is a new one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters from ``start`` to ``end`` of a text; ``whole`` where they are a new sentence."""

    start: int
    end: int
    whole: bool


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


def narrative(report: Report) -> str:
    """Everything that ``report`` says outside its tables."""
    parts = (report.opening, report.overview.text, report.problems.text, report.other.text)
    return "\n".join(filter(None, parts))


class LastYear:
    """Last year's sentences, to hold this year's against."""

    def __init__(self, last: Report | None) -> None:
        self._known = {} if last is None else {masked(one): one for one in sentences(narrative(last))}

    def pieces(self, text: str) -> Iterator[Piece]:
        """What of ``text`` last year's report does not say; nothing where no last year is known."""
        if not self._known:
            return
        place = 0
        for sentence in sentences(text):
            place = text.index(sentence, place)
            before = self._like(sentence)
            if before is None:
                yield Piece(place, place + len(sentence), True)
            else:
                yield from _differing(sentence, before, place)
            place += len(sentence)

    def _like(self, sentence: str) -> str | None:
        if same := self._known.get(masked(sentence)):
            return same
        others = list(self._known.values())[:MOST_SENTENCES]
        best = max(others, key=lambda other: similarity(sentence, other))
        return best if similarity(sentence, best) >= _SAME_SENTENCE else None


def _differing(sentence: str, before: str, start: int) -> Iterator[Piece]:
    """The words of ``sentence`` that ``before`` has not, whole numbers at a time."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(sentence)
    edges = [start]
    for token in new:
        edges.append(edges[-1] + len(token))
    for kind, _, _, first, behind in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in {"replace", "insert"}:
            yield Piece(edges[first], edges[behind], False)
