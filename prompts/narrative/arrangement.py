"""The order in which a paragraph tells its matters: the organ's of last year, else most to tell first."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

from prompts.narrative.own_words import last_sentences
from prompts.narrative.sentence import Sentence
from sections.report.report import Report

_MATTERS: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    "overview.proactive": (
        frozenset({"documents", "decisions"}),
        frozenset({"interpretations"}),
        frozenset({"meetings", "press", "voices", "consultations", "opinions", "questions"}),
    )
}
"""The sentences of a paragraph's template that belong to one matter; those of none keep their places."""
_TOLD: Final = (
    ("proactive.normative_documents", "documents"),
    ("proactive.licences", "documents"),
    ("proactive.penalties", "documents"),
    ("proactive.interpretations", "interpretations"),
    ("proactive.meetings_opened", "meetings"),
    ("proactive.press_conferences", "meetings"),
    ("proactive.consultations", "meetings"),
    ("proactive.public_questions", "meetings"),
)
"""What a sentence of last year's says, by how its path begins, and a sentence of the same matter."""


def arranged(key: str, drafted: Sequence[Sentence], seed: str, last: Report | None) -> tuple[Sentence, ...]:
    """The sentences of a paragraph with its matters in the organ's own order."""
    matters = _MATTERS.get(key, ())
    places = {sentence.id: _matter(sentence.id.removeprefix(f"{key}."), matters) for sentence in drafted}
    movable = [sentence for sentence in drafted if places[sentence.id] >= 0]
    told = _told_last(key, last, matters)
    of_each = [places[sentence.id] for sentence in movable]

    def rank(sentence: Sentence) -> tuple[int, int, bytes]:
        matter = places[sentence.id]
        sign = hashlib.sha256(f"{seed}{key}{matter}".encode()).digest()
        return told.get(matter, len(matters)), -of_each.count(matter), sign

    moved = iter(sorted(movable, key=rank))
    return tuple(next(moved) if places[sentence.id] >= 0 else sentence for sentence in drafted)


def _matter(name: str, matters: Sequence[frozenset[str]]) -> int:
    return next((place for place, names in enumerate(matters) if name in names), -1)


def _told_last(key: str, last: Report | None, matters: Sequence[frozenset[str]]) -> Mapping[int, int]:
    """When last year's text came to each matter that it speaks of."""
    found: dict[int, int] = {}
    for sentence in last_sentences(last) if matters else ():
        said = {statement.subject for statement in sentence.binding.said} if sentence.key == key else set()
        for path, name in _TOLD:
            if any(subject.startswith(path) for subject in said):
                found.setdefault(_matter(name, matters), len(found))
    return found
