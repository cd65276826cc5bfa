"""How like a printed label is to those of a form, white space, other brackets and typing slips aside."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

ALIKE: Final = 0.8
MARGIN: Final = 0.06
LONGEST: Final = 60
_MARKS: Final = str.maketrans(
    {"“": '"', "”": '"', "‘": '"', "’": '"', "'": '"', "「": '"', "」": '"', "、": ","}
)
_NUMBERING: Final = re.compile(r"^(?:\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十\d]{1,2}[,.:．])")
_ASIDE: Final = re.compile(r"\(.*?\)?$")
_SPACE: Final = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


@lru_cache(maxsize=4096)
def squeeze(text: str) -> str:
    """The label without white space, in one form of brackets and quotes."""
    return unicodedata.normalize("NFKC", _SPACE.sub("", text)).translate(_MARKS)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The label squeezed and without its number and what stands in brackets behind it."""
    plain = _NUMBERING.sub("", squeeze(text))
    return _ASIDE.sub("", plain) or plain


def closest(text: str, known: Mapping[str, str]) -> str | None:
    """The name whose label (a key of ``known``, bare) is most like ``text``; None when none is clearly so."""
    label = bare(text)
    if label in known:
        return known[label]
    if not 2 <= len(label) <= LONGEST or label.isascii():
        return None
    counted = Counter(label)
    scored = sorted(
        ((_ratio(label, other), name) for other, name in known.items() if _near(label, counted, other)),
        reverse=True,
    )
    if not scored:
        return None
    best = scored[0]
    second = next((other for other in scored if other[1] != best[1]), (0.0, ""))
    return best[1] if best[0] >= ALIKE and best[0] - second[0] >= MARGIN else None


def _near(label: str, counted: Counter[str], other: str) -> bool:
    """Whether two labels share enough characters to be alike in any order; the cheap tests first."""
    whole = (len(label) + len(other)) * ALIKE / 2
    if min(len(label), len(other)) < whole:
        return False
    letters = _letters(other)
    return sum(map(letters.__contains__, label)) >= whole and (counted & letters).total() >= whole


@cache
def _letters(label: str) -> Counter[str]:
    return Counter(label)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def has_open_bracket(text: str) -> bool:
    """Whether a bracket is not closed, so that a text goes on."""
    return sum(map(text.count, "（(")) > sum(map(text.count, "）)"))
