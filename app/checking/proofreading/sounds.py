"""Which characters are taken for one another: same-sounding, nearly so, or alike in shape."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from sections.language.misspellings import lines_of

_NEARLY: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"))
"""Initials, and the finals below, that many speakers do not tell apart."""
_FINALS: Final = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@lru_cache(maxsize=8192)
def sounds_of(character: str) -> frozenset[str]:
    """Every reading of a character, without tones, to ears that do not tell zh from z, ang from an."""
    from pypinyin import Style, pinyin

    return frozenset(map(_plain, pinyin(character, style=Style.NORMAL, heteronym=True)[0]))


def _plain(sound: str) -> str:
    for full, short in _NEARLY:
        if sound.startswith(full):
            sound = short + sound[2:]
    for full, short in _FINALS:
        if sound.endswith(full):
            sound = sound.removesuffix(full) + short
    return sound


@cache
def shapes() -> dict[str, frozenset[str]]:
    """Each character with those that look like it."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in lines_of("shapes.txt"):
        for character in group:
            found[character] |= set(group) - {character}
    return {character: frozenset(others) for character, others in found.items()}


class Alike:
    """The characters of ``known`` that may stand for one that was written."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for character in self._known:
            for sound in sounds_of(character):
                self._by_sound[sound].add(character)
        self._seen: dict[str, frozenset[str]] = {}

    def of(self, character: str) -> frozenset[str]:
        """Those that sound or look like ``character``."""
        if character not in self._seen:
            heard = {one for sound in sounds_of(character) for one in self._by_sound.get(sound, ())}
            seen = shapes().get(character, frozenset()) & self._known
            self._seen[character] = frozenset(heard | seen) - {character}
        return self._seen[character]
