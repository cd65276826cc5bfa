"""The lines of text on a printed page: characters that stand side by side."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.documents.read.characters import raised
from app.documents.read.formats.pdf_layout import Line
from app.documents.read.formats.pdf_numbers import is_apart, is_mark, is_off_line
from app.documents.read.formats.pdf_page import Char, PrintedPage

SAME_LINE: Final = 0.4
"""Of the size of letters: how far the middles of those of one line may stand apart."""
_SAME_PLACE: Final = 0.6
"""Points; the same character twice in one place is printed bold."""
_PAIRED: Final = "—…"
"""Some faces draw two of these as one."""
GAP_OF_WORDS: Final = 3.0


def lines_of(chars: Sequence[Char]) -> Iterator[list[Char]]:
    """The characters that stand side by side, from the highest line to the lowest."""
    line: list[Char] = []
    for char in sorted(chars, key=lambda character: character.middle[1]):
        if line and char.middle[1] - line[0].middle[1] > SAME_LINE * max(char.size, line[0].size):
            yield line
            line = []
        line.append(char)
    if line:
        yield line


def line_of(chars: Sequence[Char], page: PrintedPage) -> Line:
    """The characters of a line as one."""
    shown = [char for char in chars if char.text.strip()] or chars
    size = max(char.size for char in shown)
    x0, x1 = min(char.x0 for char in shown), max(char.x1 for char in shown)
    return Line(text_of(chars, page), x0, x1, size, page.number, chars=chars)


def text_of(chars: Sequence[Char], page: PrintedPage) -> str:
    """The text of a line; a wide gap is a space, what is small and stands higher no part of a number."""
    largest = max(chars, key=lambda char: (char.size, char.base))
    text = ""
    last: Char | None = None
    for char in sorted(chars, key=lambda character: character.x0):
        same = last is not None and last.text == char.text and char.text not in _PAIRED
        if last and same and abs(char.x0 - last.x0) < _SAME_PLACE:
            continue
        mark = is_mark(char, largest)
        if last and (_is_parted(last, char, page) or (not mark and is_off_line(last, char))):
            text += " "
        text += raised(char.text) if mark else char.text
        last = char
    return re.sub(r"[ \xa0]+", " ", text).strip()


def _is_parted(one: Char, other: Char, page: PrintedPage) -> bool:
    """Whether there is a gap between two characters."""
    return other.x0 - one.x1 > GAP_OF_WORDS or is_apart(one, other, lambda: page.gap_of_digits)
