"""How like last year's the narrative is, and which of its sentences another wording would help most.

Reviewers mark what is the same year after year (雷同), leaders want continuity: sentences that follow an
answer or name something of the organ's stay, mere set phrases are what is given up first.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from prompts.narrative.coverage import Coverage
from prompts.narrative.own_topics import is_heading
from prompts.narrative.own_words import text_of
from prompts.narrative.points import is_lead
from prompts.narrative.sentence import SHORT_NAME, YEAR, Origin, Sentence
from sections.language.sentences import LEAST_SENTENCE, likest, sentences
from sections.report.report import Report

ALIKE: Final = 0.9
"""From this likeness a sentence counts as last year's, numbers masked; as in the rule about it (NB935)."""
MOST: Final = 0.5
"""The share of last year's words, by characters, above which another wording is offered."""
SECTIONS: Final = ("overview.", "problems.")
_OWN: Final = re.compile("[《〔“]")
_BODY: Final = re.compile(
    "[省市州县区旗镇乡][^，。、省市县区旗]{2,12}(?:局|委|委员会|办公室|中心|院|集团|公司)(?![、和及与])"
)
"""A body under the organ that did something: 市交通运输局……; the sentence tells of a case."""
_LEAD: Final = "overview.lead"


def share(paragraphs: Mapping[str, str], last: Report) -> float:
    """Which share of parts one and five, by characters, says what last year's report says; 0 to 1."""
    total, alike = _sizes(paragraphs, last)
    return alike / total if total else 0.0


def _sizes(paragraphs: Mapping[str, str], last: Report) -> tuple[int, int]:
    before = text_of(last)
    total = alike = 0
    for key, text in paragraphs.items():
        for one in sentences(text) if key.startswith(SECTIONS) else ():
            if len(one) >= LEAST_SENTENCE:
                total += len(one)
                alike += len(one) if is_alike(one, before) else 0
    return total, alike


def is_alike(sentence: str, before: str) -> bool:
    """Whether a sentence counts as one of ``before``."""
    return likest(sentence, before)[0] >= ALIKE


def set_phrases(
    drafted: Iterable[tuple[str, Sentence]],
    paragraphs: Mapping[str, str],
    coverage: Coverage,
    last: Report,
    decided: Iterable[str],
) -> frozenset[str]:
    """The ids of last year's set phrases to give up, the longest first, until the share is at most half."""
    total, alike = _sizes(paragraphs, last)
    known = frozenset(decided)
    found = [
        sentence
        for key, sentence in drafted
        if key.startswith(SECTIONS)
        and key != _LEAD
        and sentence.id not in known
        and is_set_phrase(sentence, coverage)
    ]
    gone: set[str] = set()
    for sentence in sorted(found, key=lambda sentence: -len(sentence.text)):
        if not total or alike / total <= MOST:
            break
        gone.add(sentence.id)
        total, alike = total - len(sentence.text), alike - len(sentence.text)
    return frozenset(gone)


def is_set_phrase(sentence: Sentence, coverage: Coverage) -> bool:
    """Whether a sentence of last year's follows no answer, says no fact and names nothing of the organ's."""
    if is_lead(sentence.text) or is_heading(sentence.text):
        return False  # it is given up with what it leads, never alone
    follows = any(slot.path not in {YEAR, SHORT_NAME} for slot in sentence.slots)
    names = _OWN.search(sentence.text) is not None or _BODY.match(sentence.text) is not None
    return sentence.origin is Origin.OWN and not (follows or names or coverage.worded(sentence.text))
