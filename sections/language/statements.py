"""The one reading of running text: every number that says something, and every 没有, with what it is about.

The import, the rules and the sentences of the narrative take their numbers from ``statements``. What can be
said, and in which words, stands in ``sections/facts``; how to add to it is told in ``wordings``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from sections.facts import FACTS
from sections.facts.cells import CELLS
from sections.language.cell_statements import cell_readings, cell_statement
from sections.language.comparisons import comparison_at
from sections.language.own_items import own_items
from sections.language.quantities import ANY_COUNT, STOPS, Reduced, reduced
from sections.language.respective import Respective, respective_lists
from sections.language.scope import clause_around
from sections.language.search import WordingIndex
from sections.language.sentences import LONGEST_SENTENCE, placed_sentences
from sections.language.statement import Statement
from sections.language.subject import Subject
from sections.language.times import MANY_YEARS, is_rate, year_before
from sections.language.told_now import told_now
from sections.language.wordings import pattern

OWN_ITEMS: Final = "platform.items"
"""The subject of the organ's own indicators."""

_CLAUSE: Final = 80
_NEAR: Final = 16
_SHARED: Final = re.compile(rf"(?<![{ANY_COUNT}）)》])[{STOPS['、']}和及与或]$")
"""Before a thing that shares its number with the thing before it: 「公文和政策解读9条」."""
_PAST: Final = pattern("去年|上年|上一年|同期")
_PLAN: Final = pattern("计划|力争|拟于")
_PART: Final = pattern("其中")
_CHANNEL: Final = pattern("(网站|平台|微信|微博|公众号|客户端|公报|宣传册|公[示告]栏|电子屏){clause 8 -等}$")
_CLAUSE_ENDS: Final = re.compile(f"[{''.join(STOPS[mark] for mark in '，：；。')}]")
_EVERY: Final = re.compile("每(?:半?年|个?季度?|个?月|半月|周|日|天|旬)")
"""「每半年抽查一次」 tells how often and not how many."""
_EVENTS: Final = frozenset("次期轮场")
_NONE: Final = re.compile("[未没无]")


@lru_cache(maxsize=512)
def statements(text: str, where: str = "") -> tuple[Statement, ...]:
    """What ``text`` says, in its order. ``where`` is the key of its paragraph: 办结 in the paragraph about
    supervision is no outcome of an application."""
    return tuple(
        replace(statement, span=_moved(statement.span, start), at=_moved(statement.at, start))
        for start, sentence in placed_sentences(text)
        for statement in of_sentence(sentence[:LONGEST_SENTENCE], where)
    )


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


@lru_cache(maxsize=8192)
def of_sentence(sentence: str, where: str = "") -> tuple[Statement, ...]:
    """What one sentence says; places are of the sentence."""
    line = reduced(sentence)
    found: list[Statement] = []
    found += _of_cells(line, where)
    if line.numbers:
        found += _counted(told_now(line), where)
        taken = {statement.at[0] for statement in found if statement.of_this_year}
        found += (statement for statement in _own(line) if statement.at[0] not in taken)
    if respective := respective_lists(line.sentence):
        found = [*_respective(found, respective), *_of_channels(line.sentence, respective)]
    if _NONE.search(line.text):
        found += _denied(line)
    return tuple(sorted(found, key=lambda statement: statement.at))


def _counted(line: Reduced, where: str) -> Iterator[Statement]:
    seen: set[tuple[str, int]] = set()
    for subject, match in _numbered().matches(line):
        key = subject.id, match.start("n")
        if key not in seen and where not in subject.elsewhere and _is_so(subject, line, match):
            seen.add(key)
            yield _statement(line, subject.id, match.start(), match.start("n"), match.end())


def _respective(found: list[Statement], lists: tuple[Respective, ...]) -> Iterator[Statement]:
    """Each number of a list with its year, where the list is of years; no number of another list."""
    listed = {number.start: each for each in lists for number in each.numbers}
    for statement in found:
        each = listed.get(statement.at[0])
        if each is None or statement.number is None:
            yield statement
        elif statement.number.start == each.numbers[0].start:
            for year, number in zip(each.years, each.numbers, strict=False):
                span = statement.span[0], max(statement.span[1], each.numbers[-1].stop)
                at, quote = (number.start, number.end), statement.sentence[slice(*span)]
                yield replace(statement, number=number, at=at, year=year, span=span, quote=quote)


def _of_channels(sentence: str, lists: tuple[Respective, ...]) -> Iterator[Statement]:
    """What each channel of a list of channels published."""
    for each in lists:
        for channel, number in zip(each.channels, each.numbers, strict=False):
            span = each.numbers[0].start, each.numbers[-1].stop
            if channel and number.value is not None:
                quote = sentence[slice(*span)]
                yield Statement(channel, quote, span, sentence, number, (number.start, number.end))


def _of_cells(line: Reduced, where: str) -> Iterator[Statement]:
    for reading in cell_readings(line):
        if where in CELLS[reading.subject].elsewhere:
            continue
        statement = cell_statement(reading, line)
        if reading.place is None:
            yield statement
        elif statement.value is not None and not _SHARED.search(line.text, 0, reading.start):
            yield _compared(statement, line, reading.place)


def _compared(statement: Statement, line: Reduced, place: int) -> Statement:
    """With the comparison behind its number, which its quote then has too."""
    compared = comparison_at(line, place)
    if compared is None:
        return statement
    span = statement.span[0], max(statement.span[1], line.origin(compared.end))
    return replace(statement, quote=line.sentence[slice(*span)], span=span, comparison=compared.comparison)


def _denied(line: Reduced) -> Iterator[Statement]:
    seen: set[str] = set()
    for subject, match in _nothing().matches(line):
        if subject.id not in seen:
            seen.add(subject.id)
            span = line.origin(match.start()), line.origin(match.end())
            yield Statement(subject.id, line.sentence[slice(*span)], span, line.sentence, None, span)


def _own(line: Reduced) -> Iterator[Statement]:
    for item in own_items(line):
        if line.number(item.place).measure in _EVENTS and _EVERY.search(_clause(line, item.place)):
            continue
        made = _statement(line, OWN_ITEMS, item.start, item.place, item.end)
        number = replace(line.number(item.place), measure=item.measure)
        yield replace(made, name=item.name, number=number)


@cache
def _numbered() -> WordingIndex:
    return WordingIndex(FACTS.values(), lambda subject: subject.wordings)


@cache
def _nothing() -> WordingIndex:
    return WordingIndex(FACTS.values(), lambda subject: subject.nothing)


def _is_so(subject: Subject, line: Reduced, match: re.Match[str]) -> bool:
    """Whether the number is of this subject, and of it alone."""
    place = match.start("n")
    if line.number(place).value is None or _SHARED.search(line.text, 0, match.start()):
        return False
    if line.number(place).measure in _EVENTS and _EVERY.search(_clause(line, place)):
        return False
    if subject.within and not pattern(subject.within).regex.search(line.text[: match.end()]):
        return False
    if subject.not_in_sentence and pattern(subject.not_in_sentence).regex.search(line.text[:place]):
        return False
    if subject.not_followed and _goes_on(subject.not_followed, line, match):
        return False
    return not subject.unless or not pattern(subject.unless).regex.search(_clause(line, place))


def _goes_on(words: str, line: Reduced, match: re.Match[str]) -> bool:
    """Whether a wording begins within ``match``, before its number."""
    found = pattern(words).regex.search(line.text, match.start())
    return found is not None and found.start() < match.start("n")


def _clause(line: Reduced, place: int) -> str:
    """What stands before ``place`` of the reduced text, from the last comma on."""
    return _CLAUSE_ENDS.split(line.text[max(0, place - _CLAUSE) : place])[-1]


def _statement(line: Reduced, subject: str, start: int, place: int, end: int) -> Statement:
    number, clause = line.number(place), _clause(line, start)
    span = min(line.origin(start), number.start), max(line.origin(end), number.stop)
    before = line.sentence[: number.start]
    begin = clause_around(line.sentence, span)[0]
    many = year_before(before) == MANY_YEARS
    made = Statement(
        subject,
        line.sentence[slice(*span)],
        span,
        line.sentence,
        number,
        (number.start, number.end),
        year=-1 if _PAST.regex.search(clause) else MANY_YEARS if many else 0,
        planned=bool(_PLAN.regex.search(clause)),
        rate=is_rate(before[:begin], before[begin:]),
        part=bool(_PART.regex.search(line.text, 0, start)) or _of_channel(line, start),
    )
    return _compared(made, line, place)


def _of_channel(line: Reduced, start: int) -> bool:
    return bool(_CHANNEL.regex.search(line.text[max(0, start - _NEAR) : start]))
