"""The narrative of a report: the organ's own sentences of last year, and the templates' for the rest.

A fact that a kept sentence says has no template sentence; a paragraph that keeps sentences has no set phrases
of the templates. What is left out of last year's is handed on, so that nothing is dropped unseen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from prompts.narrative import points
from prompts.narrative.binding import bind
from prompts.narrative.coverage import Coverage, Subjects, says_the_same
from prompts.narrative.own_words import renewed_sentences, with_text
from prompts.narrative.part_five import FRAMED, renewed_frames
from prompts.narrative.sentence import Choice, Decision, Mark, Sentence
from sections.facts import fact_of
from sections.report.report import Report

Decisions = Mapping[str, Decision]
_PLAIN: Final = ".plain"
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


FRESH: Final = Choices()


def facts_of(own: Mapping[str, OwnSentences], coverage: Coverage) -> frozenset[str]:
    """The facts that kept sentences of any paragraph say: templates do not say them again."""
    return frozenset(
        name
        for key, ones in own.items()
        if key not in FRAMED  # part five may show again what part one tells
        for one in ones.kept
        for subject in coverage.of(one, key)
        for name in subject
        if fact_of(name)
    )


def all_renewed(report: Report, last: Report | None) -> dict[str, list[Sentence]]:
    """Last year's sentences by paragraph as they would stand this year, with their marks."""
    return renewed_sentences(last, report) | renewed_frames(last, report) if last is not None else {}


def own_sentences(
    every: Mapping[str, list[Sentence]], report: Report, choices: Choices
) -> dict[str, OwnSentences]:
    """Last year's sentences, decided on."""
    found: dict[str, OwnSentences] = {}
    for key, ones in every.items():
        decided = [_decided(one, key, report, choices) for one in _with_parents(ones, choices)]
        stands = points.with_leads(decided)
        kept = tuple(one for one, is_kept in stands if is_kept)
        left = tuple(one for one, is_kept in stands if not is_kept)
        found[key] = OwnSentences(points.renumbered(kept), left)
    return found


def _with_parents(ones: list[Sentence], choices: Choices) -> list[Sentence]:
    """A sentence that goes on from one that is left out (其中…) is left out with it, unless decided on."""
    made: list[Sentence] = []
    gone = False
    for one in ones:
        open_ = one.id not in choices.decisions
        goes_on = gone and open_ and not one.marks and one.text.startswith(_GOES_ON)
        made.append(replace(one, marks=(Mark.LEAD,)) if goes_on else one)
        gone = open_ and bool(one.marks or goes_on)
    return made


def _decided(one: Sentence, key: str, report: Report, choices: Choices) -> tuple[Sentence, bool]:
    decision = choices.decisions.get(one.id)
    if decision is None and one.id in choices.alike:
        return replace(one, marks=(Mark.ALIKE,)), False
    if decision is None:
        return one, choices.words is Words.OWN and not one.marks
    if decision.choice is Choice.TEXT:
        return with_text(one, decision.text, key, report), True
    return one, decision.choice is Choice.KEEP


def merged(
    key: str, drafted: tuple[Sentence, ...], own: OwnSentences, coverage: Coverage
) -> tuple[Sentence, ...]:
    """The sentences of a paragraph: the organ's own, and of ``drafted`` what they leave unsaid."""
    if not own.kept:
        return drafted
    if key in FRAMED:
        return own.kept
    mine = [coverage.of(one, key) for one in own.kept]
    told = [coverage.of(one, key) for one in drafted]
    said = frozenset().union(*mine)
    texts = [one.text for one in own.kept]
    places = [
        max((rank for rank, subjects in enumerate(told) if subjects & of_one), default=-1) for of_one in mine
    ]
    rest = [(rank, one) for rank, one in enumerate(drafted) if not _is_said(one, told[rank], said, texts)]
    made: list[Sentence] = []
    for place, one in enumerate(own.kept):
        if points.is_first(one.text):
            made += (sentence for rank, sentence in rest if not _has_place(rank, places))
            rest = [(rank, sentence) for rank, sentence in rest if _has_place(rank, places)]
        made.append(one)
        while rest and _belongs_behind(rest[0][0], place, places):
            made.append(rest.pop(0)[1])
    return (*made, *(one for _, one in rest))


def _has_place(rank: int, places: list[int]) -> bool:
    """Whether an own sentence says something of the same or of what a template says before."""
    return any(0 <= place <= rank for place in places)


def _belongs_behind(rank: int, place: int, places: list[int]) -> bool:
    """Whether a template's sentence of ``rank`` stands right behind the own sentence at ``place``."""
    return (
        places[place] >= 0
        and places[place] <= rank
        and all(later > rank or later < 0 for later in places[place + 1 :])
    )


def _is_said(one: Sentence, subjects: Subjects, said: Subjects, texts: list[str]) -> bool:
    """Whether the own sentences leave nothing of a template's sentence but cells of the tables."""
    if one.id.endswith(_PLAIN) or says_the_same(one.id, texts):
        return True
    if not subjects:
        return False
    facts = {name for subject in subjects - said for name in subject if fact_of(name)}
    return subjects <= said or (bool(one.slots) and not facts and bool(subjects & said))


def bound(one: Sentence, key: str, report: Report) -> Sentence:
    """A drafted sentence with its slots."""
    return replace(one, slots=bind(one.text, key, report).slots)
