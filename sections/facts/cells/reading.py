"""What a sentence says of the tables: every number, and every 没有, that speaks of cells or sums of cells."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from sections.facts.cells.disputes import DISPUTES, EACH
from sections.facts.cells.disputes import OUTCOMES as ENDINGS
from sections.facts.cells.documents import DOCUMENTS
from sections.facts.cells.outcomes import GROUPS, ROWS
from sections.facts.cells.requests import APPLICANTS, CARRIED, TOTALS
from sections.language.quantities import LINKS, Number, Reduced, reduced
from sections.language.sentences import LONGEST_SENTENCE
from sections.language.statement import Statement
from sections.language.subject import Subject
from sections.language.wordings import Pattern

SUBJECTS: Final[tuple[Subject, ...]] = (
    *CARRIED,
    *APPLICANTS,
    *DISPUTES,
    *ENDINGS,
    *ROWS,
    *GROUPS,
    *TOTALS,
    *DOCUMENTS,
)
"""The surest first: a number that one of them has read is not read by another."""

_NOTHING: Final = re.compile("[未没无零]")
_LINKS: Final = "".join(LINKS.values())
_NEAR: Final = 6
"""Characters between the ones of 「答复一件、规范一件」."""
_BOTH: Final = ("disputes.reconsideration.total", "disputes.litigation.total")


@cache
def _patterns() -> tuple[tuple[str, Pattern], ...]:
    """Those of numbers, and after them those of 没有."""
    return tuple(
        (subject.id, wording.pattern)
        for kind in ("wordings", "nothing")
        for subject in SUBJECTS
        for wording in getattr(subject, kind)
    )


@lru_cache(maxsize=4096)
def cell_statements(sentence: str) -> tuple[Statement, ...]:
    """Every exact statement of ``sentence`` about the tables; places are of the sentence."""
    line = reduced(sentence[:LONGEST_SENTENCE])
    if not (line.numbers or _NOTHING.search(line.text)):
        return ()
    found: dict[int, list[Statement]] = {}
    numbered: set[int] = set()
    for subject, pattern in _patterns():
        for match in pattern.find(line):
            place = match.start("n") if "n" in match.re.groupindex else -match.end()
            if place >= 0:
                numbered.add(-match.end())
            if place not in found or (place < 0 and subject not in {one.subject for one in found[place]}):
                found.setdefault(place, []).extend(_read(subject, match, line, sentence))
    places = sorted(found.keys() - numbered, key=abs)
    return tuple(statement for place in places for statement in found[place])


def _read(subject: str, match: re.Match[str], line: Reduced, sentence: str) -> Iterator[Statement]:
    groups = match.re.groupindex
    number = line.number(match.start("n")) if "n" in groups else None
    if number is not None and (not _is_whole(number) or _is_figure_of_speech(number, line)):
        return
    start, end = line.origin(_start(match, line)), line.origin(match.end())
    at = (number.start, number.end) if number else (start, end)
    for one in _BOTH if subject == EACH else (subject,):
        yield Statement(
            one,
            sentence[start:end],
            (start, end),
            sentence,
            number,
            at,
            year=_year(match, line),
        )


def _is_whole(number: Number) -> bool:
    quantity = number.quantity
    return quantity is not None and quantity.exact


def _is_figure_of_speech(number: Number, line: Reduced) -> bool:
    """「答复一件、规范一件」 counts nothing."""
    return number.text == "一" and any(
        other.text == "一" and 0 < abs(other.start - number.start) <= _NEAR for other in line.numbers
    )


def _start(match: re.Match[str], line: Reduced) -> int:
    """Where the words begin: at the number where only 共 or 了 stand before it."""
    if "n" in match.re.groupindex and not line.text[match.start() : match.start("n")].strip(_LINKS):
        return match.start("n")
    return match.start()


def _year(match: re.Match[str], line: Reduced) -> int:
    """The year that the words name (「结转至2026年」)."""
    if not match.groupdict().get("year"):
        return 0
    number: Number = line.number(match.start("year"))
    return int(number.text) if number.text.isdigit() else 0
