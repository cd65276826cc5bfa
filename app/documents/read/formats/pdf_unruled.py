"""Tables that are printed without lines: their cells by where the words stand over and beside one another.

Numbers that stand below one another are a column; a head stands over the columns it overlaps; a label is what
stands beside a line of numbers, however many lines it is broken over. What no line divides may be merged, so
that a blank cell is told from a merged one no better than in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Final

from app.documents.read.blocks import Cell, Grid
from app.documents.read.formats.pdf_numbers import is_apart
from app.documents.read.formats.pdf_page import Char, usual_gap
from app.documents.read.formats.pdf_shown import DOUBTFUL
from app.documents.read.likeness import has_open_bracket
from app.documents.read.tables.labels import is_label, is_whole_label, vocabulary
from app.documents.read.tables.numbers import read_number

_GAP: Final = 3.0
"""Points between two words that stand in different cells."""
_SLACK: Final = 1.0
_ALIGNED: Final = 3.0
"""Points by which the lines of one cell begin, or have their middles, apart."""
_PITCH: Final = 1.8
"""Sizes of letters from one line of a cell to the next at the most."""
_MOST_LINES: Final = 12
"""Over which one label is broken."""
_LEAST_NUMBERS: Final = 5
_LEAST_LABELS: Final = 2
_SCRAP: Final = 14
"""Characters of a piece of a label that stands on a line alone."""
_NUMBERED: Final = re.compile(r"[（(][一二三四五六七][)）]|[一二三四]、|[1-9][.．、]")
_OTHER_PAGE: Final = 10_000.0
Span = tuple[float, float]


@dataclass(slots=True)
class Word:
    """Characters that stand together, and how far down the pages."""

    text: str
    x0: float
    x1: float
    y: float
    size: float

    @property
    def is_number(self) -> bool:
        """Whether it is a number, or a sign for none."""
        return read_number(self.text) is not None


@dataclass(slots=True)
class _Stack:
    """Words below one another: one or several texts, each broken over some of the lines."""

    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)

    @property
    def sides(self) -> Span:
        return min(word.x0 for word in self.words), max(word.x1 for word in self.words)

    @property
    def height(self) -> Span:
        return self.words[0].y, self.words[-1].y

    def goes_on(self, word: Word) -> bool:
        """Whether a word stands right below the last one."""
        last = self.words[-1]
        aligned = (
            abs(last.x0 - word.x0) < _ALIGNED or abs(last.x0 + last.x1 - word.x0 - word.x1) < 2 * _ALIGNED
        )
        return aligned and 0 < word.y - last.y < _PITCH * max(last.size, word.size)


def words_of(chars: Iterable[Char], page: int) -> list[Word]:
    """The words of a line of a page, from left to right."""
    found: list[Word] = []
    space = 0.0
    last: Char | None = None
    line = sorted(chars, key=lambda one: one.x0)
    usual = cache(partial(usual_gap, line))
    for char in line:
        if not char.text.strip():
            space = char.x1 - char.x0 if not space else -_OTHER_PAGE
            continue
        if found and char.x0 - found[-1].x1 - max(space, 0.0) < _GAP:
            apart = bool(space) or (last is not None and is_apart(last, char, usual))
            found[-1].text += " " * apart + char.text
            found[-1].x1 = max(found[-1].x1, char.x1)
        else:
            found.append(Word(char.text, char.x0, char.x1, char.base + page * _OTHER_PAGE, char.size))
        if char.is_doubtful and not found[-1].text.startswith(DOUBTFUL):
            found[-1].text = DOUBTFUL + found[-1].text
        space, last = 0.0, char
    return found


def unruled_table(lines: Sequence[Sequence[Word]]) -> tuple[int, int, Grid] | None:
    """The table in the lines of a part of the report, if there is one, and from which line to which."""
    numbers = [word for line in lines for word in line if word.is_number]
    tabular = [i for i, line in enumerate(lines) if _is_tabular(line)]
    if len(numbers) < _LEAST_NUMBERS or not tabular:
        return None
    first, last = tabular[0], tabular[-1]
    while first and _is_scrap(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and _is_scrap(lines[last + 1], lines[last]):
        last += 1
    table = _Table(lines[first : last + 1])
    if table.is_mixed:
        return None
    grid = table.grid()
    labels = {cell.text for row in grid.rows for cell in row if is_label(cell.text)}
    return (first, last + 1, grid) if len(labels) >= _LEAST_LABELS else None


def _is_scrap(line: Sequence[Word], beside: Sequence[Word]) -> bool:
    """Whether a line is a few letters right above or below another, as the rest of a label is."""
    near = abs(line[0].y - beside[0].y) < _PITCH * max(line[0].size, beside[0].size)
    return len(line) == 1 and len(line[0].text) <= _SCRAP and near


def _is_tabular(line: Sequence[Word]) -> bool:
    return len(line) > 1 or any(word.is_number or is_whole_label(word.text) for word in line)


class _Table:
    def __init__(self, printed: Sequence[Sequence[Word]]) -> None:
        edge = min((word.x0 for line in printed for word in line if is_whole_label(word.text)), default=0.0)
        lines = [[word for word in line if not word.is_number or word.x1 > edge] for line in printed]
        lines = [line for line in lines if line]
        self._rows = [line for line in lines if any(word.is_number for word in line)]
        self._others = [line for line in lines if not any(word.is_number for word in line)]
        self._columns = _clustered(
            (word.x0, word.x1) for line in self._rows for word in line if word.is_number
        )
        heads = [word for line in self._others for word in line if self._is_inside(word)]
        self._heads = [text for stack in _stacks(heads) for text in _texts(stack)]
        self._columns = _clustered([*self._columns, *self._unclaimed()])
        beside = [word for line in lines for word in line if not word.is_number and not self._is_inside(word)]
        self._labels = [text for stack in _stacks(beside) for text in _texts(stack)]

    @property
    def is_mixed(self) -> bool:
        """Whether labels stand in the columns of numbers, so that nothing can be told by place."""
        beside = (word for line in self._rows for word in line if is_whole_label(word.text))
        return any(self._under((word.x0, word.x1)) for word in beside)

    def _is_inside(self, word: Word) -> bool:
        """Whether a word stands over or right of the columns."""
        return bool(self._columns) and word.x1 > self._columns[0][0] - _SLACK

    def _unclaimed(self) -> Iterator[Span]:
        """The heads that stand over no column with numbers: theirs is blank."""
        for head in self._heads:
            if not self._under(head.sides):
                yield head.sides

    def _under(self, sides: Span) -> list[int]:
        """The columns that something overlaps."""
        return [
            i for i, (x0, x1) in enumerate(self._columns) if sides[0] < x1 + _SLACK and sides[1] > x0 - _SLACK
        ]

    def grid(self) -> Grid:
        """Heads and rows from top to bottom; the labels, if any, are the first column."""
        placed = [(line[0].y, self._label_of(line), line) for line in self._rows]
        is_line = vocabulary().is_line
        used = {id(label) for _, label, _ in placed if label is not None}
        heads = [(head, self._under(head.sides)) for head in self._heads]
        beside = [
            (label, [-1]) for label in self._labels
            if id(label) not in used and not is_line(label.text)
            and any(_overlap(label.height, head.height) for head in self._heads)
        ]  # fmt: skip
        at = int(any(label is not None for _, label, _ in placed))
        rows: list[list[Cell]] = []
        height = -1.0
        for y, label, line in [*placed, (float("inf"), None, [])]:
            block = [
                pair for pair in (*heads, *beside)
                if height < pair[0].height[0] < y and not (rows and is_line(pair[0].text))
            ]  # fmt: skip
            for level in _levels(block):
                rows.append(self._row_of_heads(level, len(rows), at))
            if line:
                rows.append(self._row(label, line, len(rows)))
            height = y
        return Grid(tuple(tuple(row[1 - at :]) for row in rows), shows_merged=False)

    def _blank(self, number: int) -> list[Cell]:
        return [Cell("", (number, c)) for c in range(len(self._columns) + 1)]

    def _row_of_heads(self, level: Iterable[tuple[_Stack, list[int]]], number: int, at: int) -> list[Cell]:
        row = self._blank(number)
        for stack, columns in level:
            made = Cell(stack.text, (number, columns[0] + 1))
            for column in columns:
                if at or column >= 0:
                    row[column + 1] = made
        return row

    def _row(self, label: _Stack | None, line: Sequence[Word], number: int) -> list[Cell]:
        row = self._blank(number)
        if label is not None:
            row[0] = Cell(label.text, (number, 0))
        for word in line:
            columns = self._under((word.x0, word.x1)) if word.is_number or self._is_inside(word) else []
            if columns:
                text = f"{row[columns[0] + 1].text} {word.text}".strip()
                made = Cell(text, (number, columns[0] + 1))
                for column in columns:
                    row[column + 1] = made
        return row

    def _label_of(self, line: Sequence[Word]) -> _Stack | None:
        """The innermost label beside a line of numbers."""
        y, size = line[0].y, max(word.size for word in line)
        near = [
            label for label in self._labels
            if label.height[0] - size / 2 <= y <= label.height[1] + size / 2
        ]  # fmt: skip
        inner = max((label.sides[0] for label in near), default=0.0)
        own = [label for label in near if inner - label.sides[0] < _ALIGNED]
        return min(own, key=lambda label: abs(sum(label.height) / 2 - y), default=None)


def _clustered(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    found: list[Span] = []
    for x0, x1 in sorted(spans):
        if found and x0 < found[-1][1] - _SLACK:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found


def _stacks(words: Iterable[Word]) -> list[_Stack]:
    """Words that stand right below one another, from the highest on."""
    found: list[_Stack] = []
    for word in sorted(words, key=lambda one: one.y):
        stack = next((one for one in reversed(found) if one.goes_on(word)), None)
        if stack is None:
            found.append(stack := _Stack())
        stack.words.append(word)
    return found


def _texts(stack: _Stack) -> Iterator[_Stack]:
    """The labels that a stack holds one below the other; what is none stays a text of its own."""
    at, words = 0, stack.words
    while at < len(words):
        count = _lines_of_label(words[at : at + _MOST_LINES])
        while at + count < len(words) and has_open_bracket(
            "".join(word.text for word in words[at : at + count])
        ):
            count += 1
        yield _Stack(words[at : at + count])
        at += count


def _lines_of_label(words: Sequence[Word]) -> int:
    """How many of the words are one label: those that are one to the letter, else the most that are like one,
    of those up to the next that has a number."""
    end = next((n for n, word in enumerate(words[1:], 1) if _NUMBERED.match(word.text)), len(words))
    joined = ["".join(word.text for word in words[:n]) for n in range(1, end + 1)]
    whole = max((n for n, text in enumerate(joined, 1) if is_whole_label(text)), default=0)
    return whole or next((n for n in range(end, 0, -1) if is_label(joined[n - 1])), 1)


def _levels(block: Sequence[tuple[_Stack, list[int]]]) -> Iterator[list[tuple[_Stack, list[int]]]]:
    """Heads by the row that they stand in: below those above them and those over the same columns."""
    level: dict[int, int] = {}
    ordered = sorted(block, key=lambda pair: pair[0].height)
    for i, (head, columns) in enumerate(ordered):
        above = [
            level[k] for k in range(i)
            if ordered[k][0].height[1] < head.height[0] - _SLACK or set(ordered[k][1]) & set(columns)
        ]  # fmt: skip
        level[i] = 1 + max(above, default=-1)
    for number in range(max(level.values(), default=-1) + 1):
        yield [ordered[i] for i in range(len(ordered)) if level[i] == number]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] + _SLACK and other[0] <= one[1] + _SLACK
