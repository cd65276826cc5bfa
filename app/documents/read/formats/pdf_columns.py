"""Pages set in two columns: a gutter runs between the lines of text, and each column is read to its end.

What crosses the gutter, as a title or a wide table does, ends both columns above it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple, TypeVar

from app.documents.read.formats.pdf_page import Char

_WIDTH: Final = 9.0
"""Points that a gutter is wide at least."""
_MIDDLE: Final = (0.3, 0.7)
"""Of the width of the text: where a gutter runs."""
LEAST: Final = 3
"""Lines that stand beside something else over a gutter."""
_MOST_LINES: Final = 100
_FULL: Final = 0.6
"""Of the width of its column: how long a line of running text is."""
_ENOUGH: Final = 0.3
"""Of the lines beside a gutter: how many of them are full at the least."""
_MOST_PARTS: Final = 0.1
"""Of the lines: how many may have more than two parts, as rows of a table have."""
Span = tuple[float, float]
Item = TypeVar("Item")


class Run(NamedTuple):
    """Characters of a line without a wide gap, or a table: its sides, top and bottom."""

    left: float
    right: float
    top: float
    bottom: float
    is_table: bool = False


def runs_of(line: Sequence[Char]) -> Iterator[Run]:
    """The runs of a line of characters."""
    shown = sorted((char for char in line if char.text.strip()), key=lambda char: char.x0)
    first = end = None
    for char in shown:
        if first is not None and end is not None and char.x0 - end > _WIDTH:
            yield _run(first, end)
            first = end = None
        first = first or char
        end = max(end or char.x1, char.x1)
    if first is not None and end is not None:
        yield _run(first, end)


def _run(first: Char, end: float) -> Run:
    return Run(first.x0, end, first.base - first.size, first.base)


def gutter_of(
    lines: Iterable[Sequence[Char]], tables: Iterable[Run], of_others: float | None = None
) -> float | None:
    """Where the gutter of a page runs, if its text is set in two columns; a few lines beside one another are
    enough where that ``of_others`` runs between them."""
    found = [list(runs_of(line)) for line in lines]
    ruled = list(tables)
    every = [run for line in found for run in line] + ruled
    if not every or sum(len(line) > 2 for line in found) > _MOST_PARTS * len(found):
        return None
    left, right = min(run.left for run in every), max(run.right for run in every)
    sides = [left + share * (right - left) for share in _MIDDLE]
    parted = [pair for line in found if (pair := _pair(line, ruled, sides))]
    if of_others is not None:
        return of_others if any(one.right < of_others < other.left for one, other in parted) else None
    gap = _common([(one.right, other.left) for one, other in parted]) if len(parted) >= LEAST else None
    if gap is None or not _is_prose(parted, (left, gap[0]), (gap[1], right)):
        return None
    return sum(gap) / 2


def _pair(line: Sequence[Run], tables: Sequence[Run], sides: Sequence[float]) -> tuple[Run, Run] | None:
    """What stands left and right of the middle at the height of a line, if something stands on both sides."""
    height = (line[0].top + line[0].bottom) / 2 if line else 0.0
    beside = [*line, *(table for table in tables if table.top <= height <= table.bottom)]
    if len(beside) != 2:
        return None
    one, other = sorted(beside)
    apart = other.left - one.right > _WIDTH and other.left > sides[0] and one.right < sides[1]
    return (one, other) if apart else None


def _common(gaps: Sequence[Span]) -> Span | None:
    """The gap that runs between most pairs."""
    through = max(
        ([gap for gap in gaps if gap[0] < (start + end) / 2 < gap[1]] for start, end in gaps[:_MOST_LINES]),
        key=len,
    )
    start, end = max(gap[0] for gap in through), min(gap[1] for gap in through)
    return (
        (start, end) if len(through) >= max(LEAST, _FULL * len(gaps)) and end - start > _WIDTH / 2 else None
    )


def _is_prose(parted: Sequence[tuple[Run, Run]], left: Span, right: Span) -> bool:
    """Whether lines of running text stand on both sides, or beside a table."""
    for at, (start, end) in enumerate((left, right)):
        texts = [pair[at] for pair in parted if not pair[at].is_table]
        full = sum(run.right - run.left > _FULL * (end - start) for run in texts)
        if texts and full < _ENOUGH * len(texts):
            return False
    return True


def split(line: Sequence[Char], gutter: float) -> list[list[Char]]:
    """The parts of a line left and right of a gutter, or the whole of one that crosses it."""
    if any(run.left < gutter < run.right for run in runs_of(line)):
        return [list(line)]
    sides = ([char for char in line if (char.middle[0] > gutter) == is_right] for is_right in (False, True))
    return [side for side in sides if side]


def side_of(left: float, right: float, gutter: float) -> int:
    """On which side of a gutter something stands: 0 left, 1 right, -1 on both."""
    return -1 if left < gutter < right else int(left >= gutter)


def by_columns(items: Sequence[tuple[float, int, Item]]) -> Iterator[Item]:
    """Items with their heights and sides (0 left, 1 right, -1 both) in the order in which they are read."""
    ordered = sorted(items, key=itemgetter(0))
    for is_wide, group in groupby(ordered, key=lambda item: item[1] < 0):
        for _, _, item in group if is_wide else sorted(group, key=itemgetter(1, 0)):
            yield item
