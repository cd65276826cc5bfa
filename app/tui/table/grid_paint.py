"""The lines of the grid as styled pieces of text, every line exactly as wide as the screen; no widget here.

A line looks the same for the same input, so that the widget repaints only the lines whose pieces changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from app.tui.table.grid_layout import GridLine, Layout, Spot
from app.tui.text.cell_width import left_aligned, right_aligned, width

Piece = tuple[str, str]
"""A text and the name of its style."""
Pieces = tuple[Piece, ...]

MARK: Final = 2
"""Cells at the left edge for the mark of a line: ✗ an error, ! a warning."""
NARROWEST: Final = 4
WIDEST: Final = 14
LABEL_LEAST: Final = 14
LABEL_WISHES: Final = (60, 40, 0)
"""What must be left for the row labels if the heads are the form's own words, short ones, stacked ones."""
SEPARATOR: Final = "│"


class Shown(NamedTuple):
    """What stands in a cell: its text, the name of its style, and whether the cursor is on it."""

    text: str
    style: str
    here: bool = False


class Row(NamedTuple):
    """A line of numbers with what stands in it: ``mark`` is error, warning or empty."""

    line: GridLine
    cells: tuple[Shown | None, ...]
    mark: str = ""
    note: str = ""


class Sum(NamedTuple):
    """The 勾稽 of one column: ``text`` is ✓, 差 N or empty."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Widths:
    """How the room is shared: the label, the inside of each number column, and which columns are in sight."""

    total: int
    label: int
    columns: tuple[int, ...]
    heads: tuple[tuple[str, ...], ...]
    """The lines of each column head, all of one height."""
    first: int = 0
    last: int = 0
    """One past the last column in sight."""
    tail: int = 0
    """Room behind the columns, for what is to be said about the last of them."""

    @property
    def head_lines(self) -> int:
        """How many lines the column heads take."""
        return len(self.heads[0])


def share(layout: Layout, total: int, needed: Iterable[int], cursor: int = 0) -> Widths:
    """Share ``total`` cells; ``needed`` are the widest numbers, ``cursor`` is the column to keep in sight."""
    numbers = tuple(needed)
    wish = max(width("  " * line.level + line.label) for line in layout.lines) + 12 - layout.tail
    for heads, least in zip(_head_choices(layout), LABEL_WISHES, strict=True):
        columns = tuple(
            min(WIDEST, max(NARROWEST, wide, *map(width, head)))
            for wide, head in zip(numbers, heads, strict=True)
        )
        label = total - MARK - layout.tail - _width_of(layout, columns, 0, len(columns))
        if label >= min(wish, least):
            break
    if label >= LABEL_LEAST:
        label = min(label, wish + layout.tail)
        tail = total - MARK - label - _width_of(layout, columns, 0, len(columns))
        return Widths(total, label, columns, heads, 0, len(columns), tail)
    return _scrolled(layout, Widths(total, LABEL_LEAST, columns, heads), cursor)


def _head_choices(layout: Layout) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return (
        tuple((column.label,) for column in layout.columns),
        tuple((column.short,) for column in layout.columns),
        tuple(_stacked(column.short) for column in layout.columns),
    )


def _scrolled(layout: Layout, widths: Widths, cursor: int) -> Widths:
    """On a screen too narrow for all columns: those around the cursor."""
    columns, room = widths.columns, widths.total - MARK - widths.label
    first, last = 0, len(columns)
    while _width_of(layout, columns, first, last) > room and last - 1 > cursor:
        last -= 1
    while _width_of(layout, columns, first, last) > room and first < cursor:
        first += 1
    label = max(widths.total - MARK - _width_of(layout, columns, first, last), 0)
    return replace(widths, label=label, first=first, last=last)


def _width_of(layout: Layout, columns: tuple[int, ...], first: int, last: int) -> int:
    return sum(columns[i] + 2 + len(_edge(layout, i)) for i in range(first, last))


def _edge(layout: Layout, column: int) -> str:
    """The rule before the column of totals."""
    return SEPARATOR if column in layout.totals else ""


def _stacked(short: str) -> tuple[str, str]:
    return (short[:2], short[2:]) if len(short) > 2 else ("", short)


def head_line(layout: Layout, widths: Widths, number: int, above: tuple[str, ...]) -> Pieces:
    """Line ``number`` of the frozen head, with the heads that scrolled away at its left."""
    lines = above if widths.head_lines > 1 else (" › ".join(above),)
    words = lines[number] if number < len(lines) else ""
    pieces: list[Piece] = [(left_aligned("  " + words, MARK + widths.label), "group")]
    for i in range(widths.first, widths.last):
        head = right_aligned(widths.heads[i][number], widths.columns[i] + 1)
        pieces.append((f"{_edge(layout, i)}{head} ", "head"))
    pieces.append((" " * widths.tail, "head"))
    return tuple(pieces)


def group_line(line: GridLine, widths: Widths) -> Pieces:
    """A head over the rows below it, with what their numbers are where the columns do not say it."""
    room = widths.total - MARK
    end = widths.columns[widths.first] + 1 if widths.first == 0 else 0
    label = "  " * line.level + line.label
    if not line.head:
        return ((" " * MARK, "group"), (left_aligned(label, room), "group"))
    words = width(line.head)
    before = max(widths.label + end - words, width(label) + 2)
    text = left_aligned(label, min(before, room))
    return (
        (" " * MARK, "group"),
        (text, "group"),
        (left_aligned(line.head, room - width(text)), "head"),
    )


def number_line(layout: Layout, widths: Widths, row: Row) -> Pieces:
    """A row of numbers; its note stands behind them where there is room, else at the right of the label."""
    pieces: list[Piece] = [(MARKS.get(row.mark, " ") + " ", row.mark or "label")]
    pieces += _label(row.line, widths.label, "" if widths.tail or not row.note else f"{row.note} ▸")
    for i in range(widths.first, widths.last):
        if edge := _edge(layout, i):
            pieces.append((edge, "head"))
        shown = row.cells[i]
        if shown is None:
            pieces.append((" " * (widths.columns[i] + 2), "label"))
        else:
            pieces += _cell(shown, widths.columns[i])
    pieces.append((left_aligned(f"◂ {row.note}" if row.note else "", widths.tail), "carried"))
    return tuple(pieces)


MARKS: Final = {"error": "✗", "warning": "!"}


def _label(line: GridLine, room: int, note: str) -> Iterator[Piece]:
    label = "  " * line.level + line.label
    if not note:
        yield (left_aligned(label, room), "label")
        return
    yield (left_aligned(label, room - width(note) - 1), "label")
    yield (" " + note, "carried")


def _cell(shown: Shown, inside: int) -> Iterator[Piece]:
    """A cell with a blank or the brackets of the cursor on both sides."""
    if not shown.here:
        yield (right_aligned(shown.text, inside + 1) + " ", shown.style)
        return
    text = shown.text if width(shown.text) <= inside else "…" + _tail(shown.text, inside - 1)
    yield (" " * (inside - width(text)), "label")
    yield (f"[{text}]", shown.style)


def _tail(text: str, room: int) -> str:
    while width(text) > room:
        text = text[1:]
    return text


def balance_line(layout: Layout, widths: Widths, sums: tuple[Sum, ...]) -> Pieces:
    """The 勾稽 of each column."""
    pieces: list[Piece] = [(left_aligned("  " + layout.balance, MARK + widths.label), "head")]
    for i in range(widths.first, widths.last):
        if edge := _edge(layout, i):
            pieces.append((edge, "head"))
        text, style = sums[i]
        pieces.append((right_aligned(text, widths.columns[i] + 1) + " ", style))
    pieces.append((" " * widths.tail, "head"))
    return tuple(pieces)


def caret(widths: Widths, layout: Layout, spot: Spot) -> int:
    """The cell of the line where the next digit of ``spot`` would appear (the closing bracket)."""
    return MARK + widths.label + _width_of(layout, widths.columns, widths.first, spot.column + 1) - 1


def column_at(widths: Widths, layout: Layout, x: int) -> int | None:
    """The column in sight at cell ``x`` of a line; None over the label."""
    at = MARK + widths.label
    for i in range(widths.first, widths.last):
        at += _width_of(layout, widths.columns, i, i + 1)
        if MARK + widths.label <= x < at:
            return i
    return None
