"""Where a paragraph's lines end: so many characters, marks that hang or must not begin or end a line."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import category

from app.documents.layouts import Layout

CHARACTER: Final = 1000
"""The width of a Chinese character, in which every other is measured."""
INDENT: Final = 2 * CHARACTER
_APART: Final = 250
"""What stands between a Chinese character and a Latin letter or a digit."""
_LATIN: Final = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
    389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
    500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
)  # fmt: skip
"""Of the characters from the space to the tilde in Times New Roman, as in the faces that stand in for it."""
_HANGS: Final = frozenset("，。、；：！？")
"""May stand beyond the end of a line."""
_NEVER_FIRST: Final = _HANGS | frozenset("）》」』】〕”’…%％)],.;:?!")
_NEVER_LAST: Final = frozenset("（《「『【〔“‘([")
_LONG_WORD: Final = re.compile("[!-~]{12}")
_TURNS_BEHIND: Final = frozenset("-/?!|}")
"""A long address turns behind one of these, where a letter follows."""
_STRETCHED: Final = 3 * CHARACTER
"""What may be shared out among the characters of a justified line."""
_A_GAP: Final = 200
"""What may be added to a gap of it."""


def lines_of(text: str, characters: int = 28, first: int = INDENT) -> list[str]:
    """A paragraph in printed lines of so many characters, the first one shorter by ``first``."""
    lines, start, room = [], 0, characters * CHARACTER - first
    while start < len(text):
        end = _end(text, start, room)
        lines.append(text[start:end])
        start, room = end, characters * CHARACTER
    return lines


def is_uneven(text: str, layout: Layout) -> bool:
    """Whether a line of a paragraph ends far before the edge because a long address follows: justified, its
    characters would stand apart."""
    if not _LONG_WORD.search(text):
        return False
    lines = lines_of(text, layout.characters)
    rooms = (layout.characters * CHARACTER - (0 if number else INDENT) for number in range(len(lines) - 1))
    return any(_is_stretched(line, room) for room, line in zip(rooms, lines, strict=False))


def _is_stretched(line: str, room: int) -> bool:
    """Whether a line leaves too much blank for its gaps: those beside Chinese characters, and its spaces."""
    gaps = sum(not c.isascii() or c == " " for c in line)
    return room - sum(_widths(line)) > min(_STRETCHED, gaps * _A_GAP)


def _widths(text: str) -> Iterator[int]:
    """What each character takes, with the room before it."""
    before = ""
    for c in text:
        narrow = c.isascii()
        apart = before and narrow != before.isascii() and c.isalnum() and before.isalnum()
        yield _width(c) + (_APART if apart else 0)
        before = c


@lru_cache(maxsize=8192)
def _width(c: str) -> int:
    place = ord(c) - 32
    if 0 <= place < len(_LATIN):
        return _LATIN[place]
    return 0 if category(c) in {"Mn", "Me", "Cf"} else CHARACTER


def _end(text: str, start: int, room: int) -> int:
    """Where the line that begins at ``start`` ends."""
    used, end = 0, start
    for width in _widths(text[start : start + room // min(_LATIN) + 1]):
        used += width
        if used > room:
            break
        end += 1
    return end if end == len(text) else _turned(text, start, max(end, start + 1))


def _turned(text: str, start: int, end: int) -> int:
    """The end of a line moved so that no mark begins or ends a line where it must not."""
    if text[end] in _HANGS and text[end + 1 : end + 2] not in _NEVER_FIRST:
        return end + 1
    cut = end
    while cut > start + 1 and (
        text[cut] in _NEVER_FIRST or text[cut - 1] in _NEVER_LAST or _one_word(text[cut - 1], text[cut])
    ):
        cut -= 1
    return cut if cut > start + 1 else end


def _one_word(before: str, after: str) -> bool:
    if not (before.isascii() and after.isascii()) or before.isspace() or after.isspace():
        return False
    return not (before in _TURNS_BEHIND and after.isalpha())
