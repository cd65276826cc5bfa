"""Words found by the first letters of their sounds: dc finds 导出."""

import re
from functools import lru_cache
from typing import Final

_LETTERS: Final = re.compile("[a-z]{2,}")


def begins_like(typed: str, words: str) -> float:
    """Above 0 where ``typed`` are the initials of characters that stand together in ``words``, the more the
    earlier; the dictionary of sounds is read when letters are typed."""
    letters = typed.strip().lower().replace(" ", "")
    if _LETTERS.fullmatch(letters) is None:
        return 0.0
    place = _initials(words).find(letters)
    return 0.0 if place < 0 else 1 / (1 + place)


@lru_cache(maxsize=512)
def _initials(words: str) -> str:
    """What is no Chinese parts words."""
    from pypinyin import Style, lazy_pinyin

    return "".join(
        sound[:1]
        for sound in lazy_pinyin(words, style=Style.FIRST_LETTER, errors=lambda other: " " * len(other))
    )
