"""Topics of part one beyond those of the form, as the organ had them last year: （六）… with its text.

They are one paragraph, ``OWN_TOPICS``, whose lines are their headings and their texts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from prompts.narrative.sentence import Mark, Sentence, Slot
from prompts.narrative.wording import ordinal
from sections.form.elements import OWN_TOPICS
from sections.report.report import Report

_HEADING: Final = re.compile(
    r"[（(](?P<number>[一二三四五六七八九十]{1,2})[）)](?P<name>[^，。；：\n]{2,28})"
)
_WITH_TEXT: Final = re.compile(rf"({_HEADING.pattern})(?:[。：:]?$|[。：:](?P<rest>.+)$)")


def is_heading(text: str) -> bool:
    """Whether a sentence is the heading of a topic."""
    return _HEADING.fullmatch(text.strip()) is not None


def text_of_own_topics(last: Report) -> str:
    """Their headings and texts as last year's part one had them; empty for none."""
    if kept := last.paragraphs.get(OWN_TOPICS):
        return kept
    read = "".join(last.overview.topics.values()) + last.overview.lead
    lines: list[str] = []
    for line in filter(None, map(str.strip, last.overview.text.splitlines())):
        match = _WITH_TEXT.match(line)
        if match is not None and _is_own(match, len(last.form.topics)):
            lines += filter(None, (match[1], match["rest"]))
        elif match is not None:
            lines += [""]  # a topic of the form ends the one before
        elif lines and lines[-1] and line not in read:
            lines.append(line)
    return "\n".join(filter(None, lines))


def _is_own(match: re.Match[str], of_form: int) -> bool:
    return any(match["number"] == ordinal(number) for number in range(of_form + 1, 20))


def with_headings(decided: Sequence[tuple[Sentence, bool]]) -> list[tuple[Sentence, bool]]:
    """A heading is left out, and marked, where all that stands under it is; the others are numbered anew."""
    made = list(decided)
    for place, (sentence, kept) in enumerate(decided):
        if not is_heading(sentence.text):
            continue
        under = [stays for _, stays in _under(decided[place + 1 :])]
        if kept and not any(under):
            made[place] = replace(sentence, marks=(*sentence.marks, Mark.LEAD)), False
        elif not kept and any(under):
            made[place] = sentence, True
    return made


def _under(behind: Sequence[tuple[Sentence, bool]]) -> Sequence[tuple[Sentence, bool]]:
    stop = next(
        (place for place, (sentence, _) in enumerate(behind) if is_heading(sentence.text)), len(behind)
    )
    return behind[:stop]


def numbered_from(first: int, kept: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The headings numbered on from ``first``."""
    made: list[Sentence] = []
    number = first
    for sentence in kept:
        match = _HEADING.fullmatch(sentence.text) if is_heading(sentence.text) else None
        if match is not None:
            head = f"（{ordinal(number)}）"
            by = len(head) - match.start("name")
            slots = tuple(Slot(slot.path, slot.start + by, slot.end + by) for slot in sentence.slots)
            sentence = replace(sentence, text=f"{head}{match['name']}", slots=slots)  # noqa: PLW2901
            number += 1
        made.append(sentence)
    return tuple(made)


def joined(sentences: Sequence[Sentence]) -> str:
    """Sentences as a paragraph, every heading on a line of its own."""
    text = ""
    for sentence in sentences:
        text += f"\n{sentence.text}\n" if is_heading(sentence.text) else sentence.text
    return text.strip("\n").replace("\n\n", "\n")
