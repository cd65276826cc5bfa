"""Misspellings of standard words: by sound (正务公开), by shape (政务公升), or one character short.

A text in which every character is replaced by the first of those that sound like it holds a standard word's
replacement wherever the word stands, rightly spelt or not; the same with those that look alike, and, for
hints alone, with those that sound nearly alike. Pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, TypeVar

from sections.language.slips import Slip

_LONG_WORD: Final = 5
"""Characters from which a word with one missing in its middle is still known."""
_LEAST_NEAR: Final = 4
"""Characters from which a word is known by the rest of it where one sounds only nearly alike."""
_KEPT: Final = 2
"""Characters that stay to either side of a missing one."""
_DISPENSABLE: Final = frozenset("的和及与不一")
"""Characters that may be left out: 存在主要问题 is no slip."""
_MOST_WRONG: Final = 1
_COMMON: Final = frozenset("是为以与由也已将和有这即时实")
"""Characters that so often stand for themselves beside a word (公开是项……) that they prove no misspelling."""
_PARTICLES: Final = frozenset("为由")
"""Of these the ones that may end a clause: 有所作为."""
_PAIRED: Final = 6
"""Characters from which a word made of pairs is known by the rest of it."""
_MARKS: Final = frozenset("，。；、：")
_LONGEST_CUT: Final = 9
_ENDINGS: Final = frozenset(
    "信制化度力性权人者员年率量感点面级区县局委办会网报表册栏库案费下上中内外里前后时"
)
"""Characters that may end a word of an odd length: 责任追究制, 门户网."""
_SUFFIXES: Final = frozenset("化性度率力权感者员")
"""Characters that may be left off the end of a word: 标准化规范化."""
_WORD_ENDS: Final = frozenset(
    {"行政", "党政", "财政", "民政", "邮政", "家政", "执政", "市政", "内政", "司法", "执法"}
)
"""Words whose last character may begin a standard word that seems to lack one: 行[政服务中心]."""
_STARTS: Final = 3
"""Characters by which the words that may stand at a place are looked up."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelling with its standard word; not ``certain`` where the spelling may be right too."""

    slip: Slip
    certain: bool


@dataclass(frozen=True, slots=True)
class _Word:
    word: str
    certain: bool
    doubtful: bool = False
    """Whether a spelling that makes an ordinary word (参与[全程]) is no slip of this one."""


T = TypeVar("T")
_Index = dict[str, list[tuple[str, _Word]]]


def lines_of(name: str) -> list[str]:
    """The lines of a list of words beside this module, without its remarks."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def alike() -> tuple[dict[int, str], ...]:
    """Of sounds, shapes and near sounds: every character with the first of its group."""
    sounds, shapes = (
        {ord(character): group[0] for group in lines_of(name) for character in group[1:]}
        for name in ("sounds.txt", "shapes.txt")
    )
    heads = {ord(head): group[0] for group in lines_of("near_sounds.txt") for head in group[1:]}
    near = {code: first.translate(heads) for code, first in sounds.items()}
    return sounds, shapes, heads | near


@cache
def usual_words() -> tuple[str, ...]:
    """Phrases whose misspellings are only hinted at."""
    words = {word for line in lines_of("usual_words.txt") for word in line.split()}
    known = {word.word for word in _standard_words()}
    return tuple(sorted(words - known))


@cache
def _standard_words() -> tuple[_Word, ...]:
    return tuple(
        _Word(word, not line.startswith("?"))
        for line in lines_of("standard_words.txt")
        for word in line.removeprefix("?").split()
    )


@cache
def _indexes() -> tuple[_Index, ...]:
    """For each way of being alike, the words by how their replacements start."""
    standard, usual = _standard_words(), tuple(_Word(word, False, True) for word in usual_words())
    near = tuple(
        _Word(word.word, False, True) for word in (*standard, *usual) if len(word.word) >= _LEAST_NEAR
    )
    indexes = []
    for table, words in zip(alike(), ((*standard, *usual), (*standard, *usual), near), strict=True):
        index: _Index = {}
        for word in words:
            key = word.word.translate(table)
            index.setdefault(key[:_STARTS], []).append((key, word))
        indexes.append(index)
    return tuple(indexes)


@cache
def _ordinary_pairs() -> frozenset[str]:
    return frozenset(pair for line in lines_of("ordinary_pairs.txt") for pair in line.split())


@cache
def _shortened() -> dict[str, list[tuple[str, _Word]]]:
    """Long words without a character of their middle, each with the whole word, by how they start."""
    listed = (*_standard_words(), *(_Word(word, False) for word in usual_words()))
    words = {word.word for word in listed}
    index: dict[str, list[tuple[str, _Word]]] = {}
    for one in listed:
        word, kept = one.word, _KEPT
        if len(word) >= _PAIRED and not len(word) % 2:
            kept = 1
        for place in range(kept, len(word) - kept if len(word) >= _LONG_WORD else 0):
            short = word[:place] + word[place + 1 :]
            if word[place] not in _DISPENSABLE and short not in words:
                sure = one.certain and _KEPT <= place < len(word) - _KEPT
                index.setdefault(short[:_STARTS], []).append((short, _Word(word, sure)))
    return index


@cache
def _cut_short() -> dict[str, str]:
    """Words of two pairs of characters and more without their last one, each with the whole word."""
    words = {word.word for word in _standard_words()} | set(usual_words())
    return {
        word[:-1]: word
        for word in sorted(words)
        if len(word) >= _LEAST_NEAR
        and not len(word) % 2
        and word[-2] not in _ENDINGS
        and word[-1] not in _SUFFIXES
        and word[:-1] not in words
    }


@lru_cache(maxsize=1024)
def misspellings(text: str) -> tuple[Misspelling, ...]:
    """Each standard word of ``text`` that is misspelt, at its first wrong character's word."""
    places: dict[int, Misspelling] = {}
    for misspelling in (*_replaced(text), *_missing(text), *_cut(text)):
        known = places.get(misspelling.slip.start)
        if known is None or (misspelling.certain and not known.certain):
            places[misspelling.slip.start] = misspelling
    ends = 0
    kept: list[Misspelling] = []
    for start, misspelling in sorted(places.items()):
        if start < ends and misspelling.certain and not kept[-1].certain:
            kept.pop()
            ends = 0
        if start >= ends:
            kept.append(misspelling)
            ends = start + len(misspelling.slip.found)
    return tuple(kept)


def _replaced(text: str) -> Iterator[Misspelling]:
    for table, index in zip(alike(), _indexes(), strict=True):
        line = text.translate(table)
        for start, key, word in _occurrences(line, index):
            written = text[start : start + len(key)]
            if written != word.word and _is_slip(text, start, written, word):
                yield Misspelling(Slip(start, written, word.word), word.certain)


def _occurrences(line: str, index: dict[str, list[tuple[str, T]]]) -> Iterator[tuple[int, str, T]]:
    """Each word of an index that stands in ``line``, with its place."""
    for start in [at for at in range(len(line)) if line[at : at + _STARTS] in index]:
        for key, word in index[line[start : start + _STARTS]]:
            if line.startswith(key, start):
                yield start, key, word


@lru_cache(maxsize=16)
def _right_places(text: str) -> frozenset[int]:
    """The places of every word of the lists that is rightly spelt."""
    return frozenset(
        place
        for start, key, word in _occurrences(text.translate(alike()[0]), _indexes()[0])
        if text.startswith(word.word, start)
        for place in range(start, start + len(key))
    )


def _is_slip(text: str, start: int, written: str, word: _Word) -> bool:
    """Whether one character is wrong, and, for a hint, makes no ordinary word with a neighbour."""
    wrong = [place for place, (a, b) in enumerate(zip(written, word.word, strict=True)) if a != b]
    if len(wrong) != _MOST_WRONG:
        return False
    end = start + len(written)
    if written[wrong[0]] in _COMMON and not (
        wrong[0] == len(written) - 1 and text[end : end + 1] in _MARKS and written[-1] not in _PARTICLES
    ):
        return False
    if not word.doubtful:
        return True
    place = start + wrong[0]
    pairs = text[max(0, place - 1) : place + 1], text[place : place + 2]
    return _ordinary_pairs().isdisjoint(pairs) and place not in _right_places(text)


def _missing(text: str) -> Iterator[Misspelling]:
    for start, short, word in _occurrences(text, _shortened()):
        if text[max(0, start - 1) : start + 1] in _WORD_ENDS:
            continue
        yield Misspelling(Slip(start, short, word.word), word.certain)


def _cut(text: str) -> Iterator[Misspelling]:
    """Words that lack their last character before a mark: 「畅通申请渠。」."""
    cut = _cut_short()
    for end in [place for place, character in enumerate(text) if character in _MARKS]:
        for size in range(_LEAST_NEAR - 1, min(_LONGEST_CUT, end) + 1):
            if word := cut.get(text[end - size : end]):
                yield Misspelling(Slip(end - size, text[end - size : end], word), certain=False)
