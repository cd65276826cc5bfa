"""Words with how often they are used: jieba's own small dictionary, and the words of annual reports."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Final

from sections.language.misspellings import lines_of, usual_words

LONGEST: Final = 8
"""Characters of the longest word that is looked up."""
_OFTEN: Final = 30
"""How many times as often as in general text a word of reports counts, for each time that our own texts
have it."""
_LISTED: Final = 6000
"""Uses of a phrase that stands in the lists of the rules."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """``uses`` of every word; ``own``: the words of reports."""

    uses: dict[str, int]
    own: frozenset[str]
    total: float

    def cost(self, word: str) -> float:
        """How unlikely a word is: the negative logarithm of its share, an unknown character used once."""
        return self.total - log(self.uses.get(word, 0) or 1)

    def path(self, run: str) -> tuple[float, tuple[int, ...]]:
        """The likeliest way to cut ``run`` into words: its cost, and where each word ends."""
        size = len(run)
        costs, ends = [0.0] * (size + 1), [0] * (size + 1)
        for start in range(size - 1, -1, -1):
            best, at = self.cost(run[start]) + costs[start + 1], start + 1
            for end in range(start + 2, min(size, start + LONGEST) + 1):
                if run[start:end] in self.uses:
                    tried = self.cost(run[start:end]) + costs[end]
                    if tried < best:
                        best, at = tried, end
            costs[start], ends[start] = best, at
        found, place = [], 0
        while place < size:
            place = ends[place]
            found.append(place)
        return costs[0], tuple(found)


def _general() -> dict[str, int]:
    """jieba's words with their uses: the file is read without its module, which would load two more."""
    spec = find_spec("jieba3")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba3")
    model = json.loads((Path(spec.origin).parent / "model.small.json").read_text(encoding="utf-8"))
    return {word: count for word, count in model["freq"].items() if count}


def general() -> Dictionary:
    """General words alone, by which the vocabulary of reports is counted."""
    uses = _general()
    return Dictionary(uses, frozenset(), log(sum(uses.values())))


@cache
def dictionary() -> Dictionary:
    """General words and those of reports, loaded once."""
    uses = _general()
    own: dict[str, int] = {}
    text = files(__package__).joinpath("vocabulary.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, count = line.split()
            own[word] = int(count)
    listed = {one for line in lines_of("standard_words.txt") for one in line.removeprefix("?").split()}
    phrases = {word for word in (*listed, *usual_words()) if len(word) <= LONGEST and word.isalpha()}
    for word, often in own.items():
        uses[word] = uses.get(word, 0) + _OFTEN * often
    for word in phrases:
        uses[word] = uses.get(word, 0) + _LISTED
    return Dictionary(uses, frozenset(own) | phrases, log(sum(uses.values())))
