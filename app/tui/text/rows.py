"""Lines of styled text as data: what the panes show, worked out without a screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.tui.text.cell_width import clip, width, wrap

Piece = tuple[str, str]
"""A text and the name of its style (``STYLES``, or empty)."""

STYLES: Final = frozenset({"muted", "strong", "changed", "accent", "error", "warning"})
INDENT: Final = "　　"
"""Two characters: how a Chinese paragraph begins."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line. Rows with the same ``key`` belong together and can be stood on and chosen."""

    pieces: tuple[Piece, ...] = ()
    key: str = ""

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(text for text, _ in self.pieces)


def row(text: str, style: str = "", key: str = "") -> Row:
    """A line in one style."""
    return Row(((text, style),), key)


def wrapped(text: str, room: int, style: str = "", key: str = "", indent: str = "") -> list[Row]:
    """``text`` in lines of ``room`` cells, each but the first moved in by ``indent``."""
    first, *rest = wrap(text, room)
    more = wrap("".join(rest), room - width(indent)) if rest and indent else rest
    return [row(first, style, key), *(row(indent + line, style, key) for line in more)]


def labelled(label: str, text: str, room: int, style: str = "", key: str = "") -> list[Row]:
    """``label`` and beside it ``text``, whose lines stand under one another."""
    inside = " " * width(label)
    lines = wrap(text, max(room - len(inside), 10))
    heads = [label, *[inside] * (len(lines) - 1)]
    return [Row(((head, "muted"), (line, style)), key) for head, line in zip(heads, lines, strict=True)]


def marked(text: str, marks: Sequence[tuple[int, int]], room: int, key: str = "") -> list[Row]:
    """A paragraph whose marked stretches (first and last-plus-one character) stand out.

    A bar at the edge of their lines shows them without colour. Line feeds begin a new paragraph."""
    rows: list[Row] = []
    start = 0
    for paragraph in text.split("\n"):
        inside = [(a - start, b - start) for a, b in marks if a < start + len(paragraph) and b > start]
        rows += _paragraph(paragraph, inside, room, key)
        start += len(paragraph) + 1
    return rows


def _paragraph(text: str, marks: Iterable[tuple[int, int]], room: int, key: str) -> list[Row]:
    moved = [(max(a, 0) + len(INDENT), b + len(INDENT)) for a, b in marks]
    whole, place, rows = INDENT + text, 0, []
    for line in wrap(whole, room - 1):
        place = whole.index(line, place)
        pieces = tuple(_cut(line, [(a - place, b - place) for a, b in moved]))
        bar = "▌" if any(style for _, style in pieces) else " "
        rows.append(Row(((bar, "accent"), *pieces), key))
        place += len(line)
    return rows


def _cut(line: str, marks: Iterable[tuple[int, int]]) -> Iterable[Piece]:
    place = 0
    for a, b in sorted(marks):
        first, last = max(a, place), min(b, len(line))
        if first < last:
            if first > place:
                yield line[place:first], ""
            yield line[first:last], "changed"
            place = last
    if place < len(line):
        yield line[place:], ""


def one_line(pieces: Sequence[Piece], room: int, key: str = "") -> Row:
    """Pieces on one line; what is too long ends in …."""
    kept: list[Piece] = []
    left = room
    for text, style in pieces:
        if left <= 0:
            break
        shown = clip(text, left)
        kept.append((shown, style))
        left -= width(shown)
    return Row(tuple(kept), key)


def spread(left: Sequence[Piece], right: Sequence[Piece], room: int, key: str = "") -> Row:
    """Pieces at both ends of a line; the left ones give way."""
    taken = sum(width(text) for text, _ in right)
    begin = one_line(left, max(room - taken - 1, 0))
    gap = room - taken - width(begin.text)
    return Row((*begin.pieces, (" " * max(gap, 0), ""), *right), key)
