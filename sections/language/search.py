"""Looks for many wordings in a sentence at once: only those are tried whose words stand in it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from sections.language.quantities import Reduced
from sections.language.subject import Subject, Wording
from sections.language.wordings import Pattern, pattern

_Tried = tuple[int, Subject, Pattern]


class WordingIndex:
    """The wordings of ``subjects`` by the words that let a sentence in; ``of`` takes them from a subject."""

    def __init__(self, subjects: Iterable[Subject], of: Callable[[Subject], tuple[Wording, ...]]) -> None:
        self._by_word: defaultdict[str, list[_Tried]] = defaultdict(list)
        pairs = ((subject, pattern(wording.words)) for subject in subjects for wording in of(subject))
        for order, (subject, made) in enumerate(pairs):
            for word in made.gate or {""}:
                self._by_word[word].append((order, subject, made))

    def matches(self, line: Reduced) -> Iterator[tuple[Subject, re.Match[str]]]:
        """Whatever is worded so, by the order of the subjects, then of their wordings, then of the text."""
        text = line.text
        tried = {one[0]: one for word, many in self._by_word.items() if word in text for one in many}
        for order in sorted(tried):
            _, subject, made = tried[order]
            if not made.is_open(text):
                continue
            for match in made.regex.finditer(text):
                yield subject, match
