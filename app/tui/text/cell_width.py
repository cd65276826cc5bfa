"""Text measured in terminal cells: Chinese is two wide, so ``len`` never tells where a line ends."""

from functools import lru_cache
from typing import Final

from rich.cells import cell_len

_NEVER_FIRST: Final = frozenset("，。；：、？！）》〉」』】〕”’…%％)],.;:?!")
"""Characters that must not begin a line."""
_OF_NUMBERS: Final = frozenset(".,")
_FARTHEST: Final = 24
"""Characters that a line may end before its end: those of a long number, an address of mail or of the web."""
_JOINING: Final = frozenset("-_@/:.+&=#?")
"""What joins letters and digits to one word: 0123-4567890, name@example.cn."""
_NEVER_LAST: Final = frozenset("（《〈「『【〔“‘([")


def width(text: str) -> int:
    """How many cells ``text`` takes."""
    return cell_len(text)


def clip(text: str, room: int) -> str:
    """``text`` in at most ``room`` cells, its end replaced by … where it had to be cut."""
    if cell_len(text) <= room:
        return text
    kept, used = [], 0
    for c in text:
        used += cell_len(c)
        if used > room - 1:
            break
        kept.append(c)
    return "".join(kept) + "…" if room > 0 else ""


def left_aligned(text: str, room: int) -> str:
    """``text`` at the left of exactly ``room`` cells."""
    text = clip(text, room)
    return text + " " * (room - cell_len(text))


def right_aligned(text: str, room: int) -> str:
    """``text`` at the right of exactly ``room`` cells."""
    text = clip(text, room)
    return " " * (room - cell_len(text)) + text


@lru_cache(maxsize=512)
def wrap(text: str, room: int) -> tuple[str, ...]:
    """``text`` in lines of at most ``room`` cells; none begins with a comma or ends with an open bracket.

    A letter takes two cells, however little room there is."""
    room = max(room, 2)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        rest = paragraph
        while cell_len(rest) > room:
            cut = _cut(rest, room)
            lines.append(rest[:cut].rstrip())
            rest = rest[cut:].lstrip(" ")
        lines.append(rest)
    return tuple(lines)


def breaks(text: str, room: int) -> list[int]:
    """Where ``text``, one paragraph, is broken into lines of at most ``room`` cells; nothing is left out."""
    room = max(room, 2)
    found: list[int] = []
    start = 0
    while start + room < len(text) or cell_len(text[start:]) > room:
        start += _cut(text[start : start + room + 1], room)
        found.append(start)
    return found


def _cut(text: str, room: int) -> int:
    """How many characters of ``text`` the first line takes."""
    used = end = 0
    while end < len(text) and used + cell_len(text[end]) <= room:
        used += cell_len(text[end])
        end += 1
    for cut in range(end, max(end - _FARTHEST, 0), -1):
        before, after = text[cut - 1], text[cut : cut + 1]
        ends_badly = before in _NEVER_LAST or after in _NEVER_FIRST
        if not (ends_badly or _one_word(before, after) or _in_number(text, cut)):
            return cut
    return end


def _in_number(text: str, cut: int) -> bool:
    """Whether a cut would fall behind the point or the comma of a number, or the point of an ending."""
    before, mark, after = text[max(cut - 2, 0) : cut - 1], text[cut - 1], text[cut : cut + 1]
    if mark == "." and after.isascii() and after.isalpha():
        return True
    return mark in _OF_NUMBERS and before.isdigit() and after.isdigit()


def _one_word(before: str, after: str) -> bool:
    """Whether a cut between two characters tears a word of letters, digits and what joins them."""
    return all(c.isascii() and (c.isalnum() or c in _JOINING) for c in (before, after or " "))
