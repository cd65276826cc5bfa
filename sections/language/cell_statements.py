"""What a sentence says of the tables: every number, and every 没有, that speaks of cells or sums of cells."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from sections.facts.cells import CELLS, OF_ANY_REQUESTS, RESULT_SUBJECTS
from sections.language.known_words import group_of, known_clauses
from sections.language.quantities import LINKS, SIGNS, STOPS, Number, Reduced, reduced
from sections.language.scope import clause_around, is_part, is_planned, scope_of, year_of
from sections.language.search import WordingIndex
from sections.language.sentences import LONGEST_SENTENCE
from sections.language.statement import Statement
from sections.language.wordings import pattern

_NOTHING: Final = re.compile("[未没无零]")
_LINKS: Final = "".join(LINKS.values())
_CASES: Final = "".join(SIGNS[measure] for measure in "件宗起例份条个")
_OF_SOME: Final = re.compile(rf"[{_CASES}][^{''.join(STOPS[mark] for mark in '，：；。')}]*$")
"""Before a 未收到 that is said of some applications and not of all: 「1件因故未收到补正」."""
_NEAR: Final = 6
"""Characters between the ones of 「答复一件、规范一件」."""


@dataclass(frozen=True, slots=True)
class CellReading:
    """Words about a subject; places are of the reduced text, ``place`` is that of the number, if any."""

    subject: str
    start: int
    place: int | None
    end: int


@lru_cache(maxsize=4096)
def cell_statements(sentence: str) -> tuple[Statement, ...]:
    """Every exact statement of ``sentence`` about the tables, in its order; places are of the sentence."""
    line = reduced(sentence[:LONGEST_SENTENCE])
    made = (cell_statement(reading, line) for reading in cell_readings(line))
    return tuple(statement for statement in made if statement.exact and statement.quantity is not None)


def cell_statement(reading: CellReading, line: Reduced) -> Statement:
    """What the words say, with of when and of how much of the whole they speak."""
    span = line.origin(reading.start), line.origin(reading.end)
    number = None if reading.place is None else line.number(reading.place)
    at = (number.start, number.end) if number else span
    around = clause_around(line.sentence, span)
    made = Statement(
        reading.subject, line.sentence[slice(*span)], span, line.sentence, number, at, around=around
    )
    return replace(
        made, scope=scope_of(made), part=is_part(made), year=year_of(made), planned=is_planned(made)
    )


def cell_readings(line: Reduced) -> Iterator[CellReading]:
    """The same, exact or not, in the reduced text."""
    if not (line.numbers or _NOTHING.search(line.text)):
        return
    found: dict[int, list[CellReading]] = {}
    by: dict[int, re.Pattern[str]] = {}
    numbered: set[int] = set()
    for subject, match in chain(_numbered().matches(line), _nothing().matches(line)):
        place = match.start("n") if "n" in match.re.groupindex else -match.end()
        if place >= 0:
            numbered.add(-match.end())
        taken = by.setdefault(place, match.re) is not match.re
        if not taken or (place < 0 and subject.id not in {reading.subject for reading in found[place]}):
            found.setdefault(place, []).extend(_read(subject.id, match, line))
    known = list(_by_known_words(line))
    ends = {reading.place: reading for reading in known if reading.place is not None}
    for place in sorted(found.keys() - numbered, key=abs):
        narrower = ends.get(place)
        narrower = narrower if narrower and _narrows(found[place], narrower) else None
        yield from [narrower] if narrower else found[place]
    yield from (reading for reading in known if not _is_read(reading, found.keys()))


def _is_read(known: CellReading, places: Set[int]) -> bool:
    """Whether a wording has read something of the clause: its number, or its 没有."""
    if known.place is not None:
        return known.place in places
    return any(known.start <= -place <= known.end for place in places)


def _by_known_words(line: Reduced) -> Iterator[CellReading]:
    """The clauses of which every word is known."""
    for subject, start, place, end in known_clauses(line):
        if place is None or not _is_figure_of_speech(line.number(place), line):
            yield CellReading(subject, start, place, end)


def _narrows(found: list[CellReading], known: CellReading) -> bool:
    """Whether a clause names the row of a group, or how disputes ended, of which a wording has read less."""
    subjects = {reading.subject for reading in found}
    if known.subject.startswith("requests.") and subjects == {group_of(known.subject)}:
        return True
    if known.subject in RESULT_SUBJECTS and subjects <= OF_ANY_REQUESTS:
        return True
    court, _, ending = known.subject.rpartition(".")
    return ending != "total" and subjects == {f"{court}.total"}


@cache
def _numbered() -> WordingIndex:
    return WordingIndex(CELLS.values(), lambda subject: subject.wordings)


@cache
def _nothing() -> WordingIndex:
    return WordingIndex(CELLS.values(), lambda subject: subject.nothing)


def _read(subject: str, match: re.Match[str], line: Reduced) -> Iterator[CellReading]:
    place = match.start("n") if "n" in match.re.groupindex else None
    if place is not None and _is_figure_of_speech(line.number(place), line):
        return
    elsewhere = CELLS[subject].not_in_sentence
    if elsewhere and pattern(elsewhere).regex.search(line.text, 0, match.start()):
        return
    start = match.start()
    if place is None and _OF_SOME.search(line.text, 0, start):
        return
    if place is not None and not line.text[start:place].strip(_LINKS):
        start = place  # 「了3件申请」
    yield CellReading(subject, start, place, match.end())


def _is_figure_of_speech(number: Number, line: Reduced) -> bool:
    """「答复一件、规范一件」 counts nothing."""
    return number.text == "一" and any(
        other.text == "一" and 0 < abs(other.start - number.start) <= _NEAR for other in line.numbers
    )
