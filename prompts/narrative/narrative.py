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
from prompts.narrative.coverage import says_the_same, subjects_of
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


def facts_of(own: Mapping[str, OwnSentences], report: Report) -> frozenset[str]:
    """The facts that kept sentences of any paragraph say: templates do not say them again."""
    return frozenset(
        name
        for key, ones in own.items()
        for one in ones.kept
        for subject in subjects_of(one, key, report)
        for name in subject
        if fact_of(name)
    )


def own_sentences(report: Report, last: Report | None, choices: Choices) -> dict[str, OwnSentences]:
    """Last year's sentences by paragraph, brought up to date and decided on."""
    if last is None:
        return {}
    found: dict[str, OwnSentences] = {}
    every = renewed_sentences(last, report) | renewed_frames(last, report)
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
    key: str, drafted: tuple[Sentence, ...], own: OwnSentences, report: Report
) -> tuple[Sentence, ...]:
    """The sentences of a paragraph: the organ's own, and of ``drafted`` what they leave unsaid."""
    if not own.kept:
        return drafted
    if key in FRAMED:
        return own.kept
    said: set[frozenset[str]] = set()
    for one in own.kept:
        said |= subjects_of(one, key, report)
    texts = [one.text for one in own.kept]
    ranks = {one.id: rank for rank, one in enumerate(drafted)}
    rest = [one for one in drafted if not _is_said(one, key, report, said, texts)]
    places = _places(own.kept, drafted, key, report)
    made: list[Sentence] = []
    for place, one in enumerate(own.kept):
        if points.is_first(one.text):
            made += (sentence for sentence in rest if not _has_place(ranks[sentence.id], places))
            rest = [sentence for sentence in rest if _has_place(ranks[sentence.id], places)]
        made.append(one)
        while rest and _belongs_behind(ranks[rest[0].id], place, places):
            made.append(rest.pop(0))
    return (*made, *rest)


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


def _places(kept: tuple[Sentence, ...], drafted: tuple[Sentence, ...], key: str, report: Report) -> list[int]:
    """For each own sentence the last template sentence that says something of the same; -1 for none."""
    told = [subjects_of(one, key, report) for one in drafted]
    return [
        max(
            (rank for rank, subjects in enumerate(told) if subjects & subjects_of(one, key, report)),
            default=-1,
        )
        for one in kept
    ]


def _is_said(one: Sentence, key: str, report: Report, said: set[frozenset[str]], texts: list[str]) -> bool:
    if one.id.endswith(_PLAIN) or says_the_same(one.id, texts):
        return True
    subjects = subjects_of(one, key, report)
    if not subjects:
        return False
    first = min(one.slots, key=lambda slot: slot.start, default=None)
    if subjects <= said:
        return True
    facts = {name for subject in subjects - said for name in subject if fact_of(name)}
    named = {slot.path for slot in one.slots}
    return first is not None and not facts and bool(named) and bool(subjects & said)


def bound(one: Sentence, key: str, report: Report) -> Sentence:
    """A drafted sentence with its slots."""
    return replace(one, slots=bind(one.text, key, report).slots)
