"""Chinese running text: its sentences, and how alike two of them are.

Pure functions of strings, all cached, because the same paragraphs are looked at after every key press."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import add
from typing import Final

_SENTENCE: Final = re.compile(r"[^。！？!?\n]*[。！？!?]+[”’」』）)]*|[^。！？!?\n]+")
_NUMBERS: Final = re.compile(
    r"[0-9０-９]+(?:[.,，．][0-9０-９]+)*[万亿]?[余多]?[%％]?|[〇零一二两三四五六七八九十百千万亿]{2,}余?"
)
_SPACE: Final = re.compile(r"\s+")
LEAST_SENTENCE: Final = 12
"""Characters from which a sentence says enough to be compared; shorter ones are set phrases."""

LONGEST_SENTENCE: Final = 1000
"""Characters of a sentence that are looked at for numbers; what is longer was never meant to be read."""

MOST_SENTENCES: Final = 500
"""Sentences that are compared at most: a report has a hundred, and a hostile file shall not take minutes."""


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` with their closing marks; a line end ends a sentence too."""
    return tuple(clean for part in _SENTENCE.findall(text) if (clean := part.strip()))


def placed_sentences(text: str) -> Iterator[tuple[int, str]]:
    """The same sentences with the place where each begins."""
    for match in _SENTENCE.finditer(text):
        part = match[0]
        if clean := part.strip():
            yield match.start() + part.index(clean[0]), clean


@lru_cache(maxsize=16384)
def masked(text: str) -> str:
    """``text`` without white space and with every number as ``#``: what is left is its wording."""
    return _NUMBERS.sub("#", _SPACE.sub("", text))


@lru_cache(maxsize=16384)
def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of the wording, the second and later of a kind numbered."""
    words = masked(text)
    every = list(map(add, words, words[1:]))
    pairs = frozenset(every)
    if len(pairs) == len(every):
        return pairs
    counts = Counter(every).items()
    return pairs.union(f"{pair}{count}" for pair, most in counts if most > 1 for count in range(2, most + 1))


def similarity(a: str, b: str) -> float:
    """How alike the wording of two texts is, 0 to 1, numbers masked: shared character pairs (Dice)."""
    if masked(a) == masked(b):
        return 1.0
    first, second = _pairs(a), _pairs(b)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


@lru_cache(maxsize=256)
def _index(text: str) -> tuple[tuple[str, ...], tuple[int, ...], dict[str, list[int]]]:
    """The sentences of ``text``, their sizes in pairs, and where each pair occurs."""
    parts = sentences(text)[:MOST_SENTENCES]
    places: dict[str, list[int]] = {}
    for number, part in enumerate(parts):
        for pair in _pairs(part):
            places.setdefault(pair, []).append(number)
    return parts, tuple(len(_pairs(part)) for part in parts), places


@lru_cache(maxsize=256)
def _wordings(text: str) -> dict[str, str]:
    return {masked(part): part for part in reversed(sentences(text))}


@lru_cache(maxsize=8192)
def likest(sentence: str, text: str) -> tuple[float, str]:
    """How like ``sentence`` the likest sentence of ``text`` is, and that sentence; (0, "") when none is."""
    same = _wordings(text).get(masked(sentence))
    if same is not None:
        return 1.0, same
    parts, sizes, places = _index(text)
    pairs = _pairs(sentence)
    shared = Counter(chain.from_iterable(filter(None, map(places.get, pairs))))
    best, found = 0.0, ""
    for number, count in shared.items():
        value = 2 * count / (len(pairs) + sizes[number])
        if value > best:
            best, found = value, parts[number]
    return best, found
