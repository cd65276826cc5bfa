"""The narrative of a report: the organ's own sentences of last year, and the templates' for the rest.

A fact that a kept sentence says has no template sentence; a paragraph that keeps sentences has no set phrases
of the templates. What is left out of last year's is handed on, so that nothing is dropped unseen.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from prompts.narrative import own_topics, points
from prompts.narrative.binding import apart, bind
from prompts.narrative.coverage import Coverage, Subjects, says_the_same
from prompts.narrative.own_words import renewed_sentences, with_text
from prompts.narrative.part_five import FRAMED, renewed_frames
from prompts.narrative.sentence import Choice, Decision, Mark, Sentence
from sections.facts import fact_of
from sections.form.elements import OWN_TOPICS
from sections.language.statements import OWN_ITEMS
from sections.report.report import Report

Decisions = Mapping[str, Decision]
PLAIN: Final = ".plain"
"""The sentence of a template for a topic of which there is nothing to tell."""
_UNNEEDED: Final = (PLAIN, "opening.parts")
"""Set phrases of the templates that stand only where the organ has no words of its own."""
_NEAR: Final = 2
"""Places of the template between a sentence and the point of the organ's own that it belongs to."""
_OF_ONE_MATTER: Final = 5
"""Places of the template that a run of its sentences may go on behind an own one of the same matter."""
_HAS_NUMBER: Final = re.compile("[0-9]")
_GOES_ON: Final = ("其中", "同时", "此外")


class Words(StrEnum):
    """Whose words a draft begins with."""

    OWN = "own"
    """Last year's sentences that nothing speaks against, as far as the clerk has not decided otherwise."""
    FRESH = "fresh"
    """The templates', except for the sentences that the clerk decided to keep."""


@dataclass(frozen=True, slots=True)
class OwnSentences:
    """Last year's sentences of a paragraph: those that stand, and those that do not."""

    kept: tuple[Sentence, ...] = ()
    left_out: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Choices:
    """What the clerk chose for a report: whose words, and what of each sentence of last year's."""

    words: Words = Words.FRESH
    decisions: Decisions = field(default_factory=dict)
    alike: frozenset[str] = frozenset()
    """Ids of set phrases that are given up because too much would be as last year."""
    seed: str = ""
    """What wordings and orders are drawn by, where that is not the organ's name as it is now."""


FRESH: Final = Choices()


def facts_of(own: Mapping[str, OwnSentences], coverage: Coverage) -> frozenset[str]:
    """The facts that kept sentences of any paragraph say: templates do not say them again."""
    return frozenset(
        name
        for key, ones in own.items()
        if key not in FRAMED  # part five may show again what part one tells
        for sentence in ones.kept
        for subject in coverage.of(sentence, key)
        for name in subject
        if fact_of(name)
    )


def all_renewed(report: Report, last: Report | None) -> dict[str, list[Sentence]]:
    """Last year's sentences by paragraph as they would stand this year, with their marks."""
    return renewed_sentences(last, report) | renewed_frames(last, report) if last is not None else {}


def own_sentences(
    every: Mapping[str, list[Sentence]], report: Report, last: Report | None, choices: Choices
) -> dict[str, OwnSentences]:
    """Last year's sentences, decided on."""
    found: dict[str, OwnSentences] = {}
    for key, ones in every.items():
        decided = [
            _decided(sentence, key, report, last, choices) for sentence in _with_parents(ones, choices)
        ]
        stands = points.with_leads(decided)
        if key == OWN_TOPICS:
            stands = own_topics.with_headings(stands)
        kept = tuple(sentence for sentence, is_kept in stands if is_kept)
        left = tuple(sentence for sentence, is_kept in stands if not is_kept)
        kept = points.renumbered(kept)
        if key == OWN_TOPICS:
            kept = own_topics.numbered_from(len(report.form.topics) + 1, kept)
        found[key] = OwnSentences(kept, left)
    return found


def _with_parents(ones: list[Sentence], choices: Choices) -> list[Sentence]:
    """A sentence that goes on from one that is left out (其中…) is left out with it, unless decided on."""
    made: list[Sentence] = []
    gone = False
    for sentence in ones:
        open_ = sentence.id not in choices.decisions
        goes_on = gone and open_ and not sentence.held_back and sentence.text.startswith(_GOES_ON)
        made.append(replace(sentence, marks=(Mark.LEAD,)) if goes_on else sentence)
        gone = open_ and (sentence.held_back or goes_on)
    return points.held_together(made, frozenset(choices.decisions))


def _decided(
    sentence: Sentence, key: str, report: Report, last: Report | None, choices: Choices
) -> tuple[Sentence, bool]:
    decision = choices.decisions.get(sentence.id)
    if decision is None and sentence.id in choices.alike:
        return replace(sentence, marks=(Mark.ALIKE,)), False
    if decision is None:
        return sentence, choices.words is Words.OWN and not sentence.held_back
    if decision.choice is Choice.TEXT:
        return with_text(sentence, decision, key, report, last), True
    return sentence, decision.choice is Choice.KEEP


def merged(
    key: str, drafted: tuple[Sentence, ...], own: OwnSentences, coverage: Coverage, order: Mapping[str, int]
) -> tuple[Sentence, ...]:
    """The sentences of a paragraph: the organ's own, and of ``drafted`` what they leave unsaid.

    ``order``: where in the paragraph's template a sentence, by its id, and a fact, by its path, stands."""
    if not own.kept:
        return drafted
    if key in FRAMED:
        return own.kept
    mine = [coverage.of(sentence, key) for sentence in own.kept]
    told = [coverage.of(sentence, key) for sentence in drafted]
    said = frozenset().union(*mine)
    texts = [sentence.text for sentence in own.kept]
    places = [
        _order_of(of_one, sentence, drafted, told, order)
        for of_one, sentence in zip(mine, own.kept, strict=True)
    ]
    if places[0] == order.get(OWN_ITEMS):
        places[0] = -1  # what a paragraph begins with goes on leading it
    behind: dict[int, list[Sentence]] = {}
    rank, place = -_NEAR, -1
    for sentence, subjects in zip(drafted, told, strict=True):
        if not _is_said(sentence, subjects, said, texts):
            before, rank = rank, order.get(sentence.id, 0)
            belongs = place < 0 or rank - places[place] <= _OF_ONE_MATTER
            goes_on = (
                belongs and rank - before <= _NEAR and not any(before < known <= rank for known in places)
            )
            place = place if goes_on else _whole(_place_of(rank, places, own.kept), own.kept)
            behind.setdefault(place, []).append(sentence)
    made = behind.get(-1, [])
    for place, sentence in enumerate(own.kept):
        made += sentence, *behind.get(place, ())
    return tuple(made)


def _order_of(
    mine: Subjects,
    own: Sentence,
    drafted: tuple[Sentence, ...],
    told: list[Subjects],
    order: Mapping[str, int],
) -> int:
    """Where in the template the first of what an own sentence says stands; -1 for nothing of it."""
    shared = (sentence.id for sentence, subjects in zip(drafted, told, strict=True) if subjects & mine)
    phrases = (name for name in order if says_the_same(name, [own.text]))
    # An own figure stands where the template tells own figures.
    names = (OWN_ITEMS if name.startswith(f"{OWN_ITEMS}:") else name for subject in mine for name in subject)
    return min((order[name] for name in (*shared, *phrases, *names) if name in order), default=-1)


def _place_of(rank: int, places: list[int], kept: tuple[Sentence, ...]) -> int:
    """Behind which own sentence a template's of ``rank`` stands; -1 for before all of them.

    Behind the last that says something of the same or of what comes shortly before; else before the next that
    says what comes later, at the end where none does, but inside no list of points, nor right before one
    (its lead would stand alone), and before nothing that goes on from its sentence before. Among points it
    stands behind what it is next to, else behind all."""
    first_point = next(
        (place for place, sentence in enumerate(kept) if points.is_first(sentence.text)), len(kept)
    )
    end = len(kept) - 1
    before = max((place for place, known in enumerate(places) if 0 <= known <= rank), default=-1)
    if before >= 0 and rank - places[before] <= _NEAR:
        return end if before == first_point - 1 else before
    later = next((n for n, known in enumerate(places) if n > before and known > rank), len(kept))
    if before >= first_point or later >= first_point:
        return end
    place = min(first_point, later)
    while 0 < place < len(kept) and kept[place].text.startswith(_GOES_ON):
        place -= 1
    return place - 1


def _whole(place: int, kept: tuple[Sentence, ...]) -> int:
    """``place``, or behind what the own sentence there leads."""
    leads = 0 <= place < len(kept) - 1 and points.is_bare(kept[place].text)
    return place + 1 if leads else place


def _is_said(sentence: Sentence, subjects: Subjects, said: Subjects, texts: list[str]) -> bool:
    """Whether the own sentences leave nothing of a template's sentence but cells of the tables."""
    if sentence.id.endswith(_UNNEEDED) or says_the_same(sentence.id, texts):
        return True
    if not subjects:
        return False
    open_ones = {subject for subject in subjects - said if not any(subject < other for other in said)}
    facts = {name for subject in open_ones for name in subject if fact_of(name)}
    return not open_ones or (
        _HAS_NUMBER.search(sentence.text) is not None and not facts and open_ones != subjects
    )


def bound(sentence: Sentence, key: str, report: Report) -> Sentence:
    """A drafted sentence with its slots: those that its words were worked out from, and what it says else."""
    return replace(sentence, slots=apart([*sentence.slots, *bind(sentence.text, key, report).slots]))
