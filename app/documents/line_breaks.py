"""Where a paragraph's lines end: so many characters, marks that hang or must not begin or end a line."""

import re
from collections.abc import Iterator
from typing import Final

from app.documents.layouts import Layout

QUARTERS: Final = 4
"""A character is measured in quarters: Chinese takes four, ASCII two, and between the two stands one."""
INDENT: Final = 2 * QUARTERS
_HANGS: Final = frozenset("，。、；：！？")
"""May stand beyond the end of a line."""
_NEVER_FIRST: Final = _HANGS | frozenset("）》」』】〕”’…%％)],.;:?!")
_NEVER_LAST: Final = frozenset("（《「『【〔“‘([")
_LONG_WORD: Final = re.compile("[!-~]{12}")
_STRETCHED: Final = 3 * QUARTERS
"""Quarters that may be shared out among the characters of a justified line."""


def lines_of(text: str, characters: int = 28, first: int = INDENT) -> list[str]:
    """A paragraph in printed lines of so many characters, the first one ``first`` quarters shorter."""
    lines, start, room = [], 0, characters * QUARTERS - first
    while start < len(text):
        end = _end(text, start, room)
        lines.append(text[start:end])
        start, room = end, characters * QUARTERS
    return lines


def is_uneven(text: str, layout: Layout) -> bool:
    """Whether a line of a paragraph ends far before the edge because a long address follows: justified, its
    characters would stand apart."""
    if not _LONG_WORD.search(text):
        return False
    lines = lines_of(text, layout.characters)
    rooms = (layout.characters * QUARTERS - (0 if number else INDENT) for number in range(len(lines) - 1))
    return any(room - sum(_widths(line)) > _STRETCHED for room, line in zip(rooms, lines, strict=False))


def _widths(text: str) -> Iterator[int]:
    """The quarters that each character takes, with the room before it."""
    before = ""
    for c in text:
        narrow = c.isascii()
        apart = before and narrow != before.isascii() and c.isalnum() and before.isalnum()
        yield (2 if narrow else QUARTERS) + bool(apart)
        before = c


def _end(text: str, start: int, room: int) -> int:
    """Where the line that begins at ``start`` ends."""
    used, end = 0, start
    for width in _widths(text[start : start + 2 * room]):
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
    return before.isascii() and after.isascii() and not before.isspace() and not after.isspace()
