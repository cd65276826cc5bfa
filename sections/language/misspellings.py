"""Misspellings of standard words: by sound (正务公开), by shape (政务公升), or one character short.

A text in which every character is replaced by the first of those that sound like it holds every standard word
as often as the text itself, unless one is misspelt; the same with those that look alike. Pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from sections.language.slips import Slip

_LONG_WORD: Final = 5
"""Characters from which a word with one missing in its middle is still known."""
_KEPT: Final = 2
"""Characters that stay to either side of a missing one."""
_MOST_WRONG: Final = 1
_COMMON: Final = frozenset("是为以与由也已将和有这即时实")
"""Characters that so often stand for themselves beside a word (公开是项……) that they prove no misspelling."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelling with its standard word; not ``certain`` where the spelling is a word too."""

    slip: Slip
    certain: bool


@dataclass(frozen=True, slots=True)
class _Word:
    word: str
    certain: bool
    keys: tuple[str, ...]


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _alike() -> tuple[dict[int, str], ...]:
    """Of each list of characters, every character with the first of its group."""
    return tuple(
        {ord(character): group[0] for group in _lines(name) for character in group[1:]}
        for name in ("sounds.txt", "shapes.txt")
    )


@cache
def _words() -> tuple[_Word, ...]:
    return tuple(
        _Word(word, not line.startswith("?"), tuple(word.translate(groups) for groups in _alike()))
        for line in _lines("standard_words.txt")
        for word in line.removeprefix("?").split()
    )


@cache
def _shortened() -> tuple[tuple[str, str], ...]:
    """Long words without a character of their middle, each with the whole word."""
    words = {word.word for word in _words()}
    return tuple(
        (short, word)
        for word in sorted(words)
        if len(word) >= _LONG_WORD
        for place in range(_KEPT, len(word) - _KEPT)
        if (short := word[:place] + word[place + 1 :]) not in words
    )


@lru_cache(maxsize=1024)
def misspellings(text: str) -> tuple[Misspelling, ...]:
    """Each standard word of ``text`` that is misspelt, at its first wrong character's word."""
    places: dict[int, Misspelling] = {}
    for misspelling in (*_replaced(text), *_missing(text)):
        places.setdefault(misspelling.slip.start, misspelling)
    ends = 0
    kept = []
    for start, misspelling in sorted(places.items()):
        if start >= ends:
            kept.append(misspelling)
            ends = start + len(misspelling.slip.found)
    return tuple(kept)


def _replaced(text: str) -> Iterator[Misspelling]:
    for place, groups in enumerate(_alike()):
        line = text.translate(groups)
        for word in _words():
            key = word.keys[place]
            if key in line and line.count(key) != text.count(word.word):
                yield from _differing(text, line, key, word)


def _differing(text: str, line: str, key: str, word: _Word) -> Iterator[Misspelling]:
    start = line.find(key)
    while start >= 0:
        written = text[start : start + len(key)]
        wrong = [a for a, b in zip(written, word.word, strict=True) if a != b]
        if 0 < len(wrong) <= _MOST_WRONG and _COMMON.isdisjoint(wrong):
            yield Misspelling(Slip(start, written, word.word), word.certain)
        start = line.find(key, start + 1)


def _missing(text: str) -> Iterator[Misspelling]:
    for short, word in _shortened():
        start = text.find(short)
        if start >= 0:
            yield Misspelling(Slip(start, short, word), True)
