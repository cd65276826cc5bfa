"""Tables drawn with box lines: merged cells, wrapped texts, every line exactly as wide as the others.

Widths are terminal cells, of which a Chinese character takes two; nothing here knows what it is about."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from app.tui.text.cell_width import width, wrap

_JOINTS: Final = {
    (0, 1, 0, 1): "┌", (0, 1, 1, 0): "┐", (1, 0, 0, 1): "└", (1, 0, 1, 0): "┘",
    (1, 1, 0, 1): "├", (1, 1, 1, 0): "┤", (0, 1, 1, 1): "┬", (1, 0, 1, 1): "┴",
    (1, 1, 1, 1): "┼", (0, 0, 1, 1): "─", (1, 1, 0, 0): "│",
}  # fmt: skip
"""Which arms a joint has (up, down, left, right) -> its character."""


class Box(NamedTuple):
    """A cell: where it stands, how far it reaches, and what stands in it."""

    row: int
    col: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    centred: bool = True
    pairs: bool = False
    """Whether a text too long for one line has two characters a line."""


def draw(boxes: Sequence[Box], widths: Sequence[int]) -> list[str]:
    """The lines of a table whose rows are numbered from 0 without gaps."""
    return _Drawing(boxes, widths).lines()


def share(wishes: Sequence[int], needs: Sequence[int], total: int) -> list[int]:
    """``total`` cells shared in proportion to ``wishes``, columns that wish alike as far as possible alike;
    none gets less than it needs while another has more."""
    whole = sum(wishes)
    widths = [wish * total // whole for wish in wishes]
    alike = Counter(wishes)
    order = sorted(range(len(wishes)), key=lambda n: (alike[wishes[n]], -(wishes[n] * total % whole)))
    for column in order[: total - sum(widths)]:
        widths[column] += 1
    for column, need in enumerate(needs):
        while widths[column] < need:
            giver = max(range(len(widths)), key=lambda n: widths[n] - needs[n])
            if widths[giver] <= needs[giver]:
                break
            widths[giver] -= 1
            widths[column] += 1
    return widths


class _Drawing:
    def __init__(self, boxes: Sequence[Box], widths: Sequence[int]) -> None:
        self._boxes, self._widths = boxes, widths
        rows = max(box.row + box.rowspan for box in boxes)
        self._owners = [[-1] * len(widths) for _ in range(rows)]
        for number, box in enumerate(boxes):
            for row in range(box.row, box.row + box.rowspan):
                for col in range(box.col, box.col + box.colspan):
                    self._owners[row][col] = number
        self._texts = [_wrapped(box, self._room(box)) for box in boxes]
        self._heights = self._measured(rows)

    def _room(self, box: Box) -> int:
        return sum(self._widths[box.col : box.col + box.colspan]) + box.colspan - 1

    def _measured(self, rows: int) -> list[int]:
        """The lines of each row; the last row of a merged cell makes room for what is missing."""
        heights = [1] * rows
        for box, text in sorted(zip(self._boxes, self._texts, strict=True), key=lambda one: one[0].rowspan):
            span = range(box.row, box.row + box.rowspan)
            missing = len(text) - sum(heights[row] for row in span) - box.rowspan + 1
            heights[span[-1]] += max(missing, 0)
        return heights

    def lines(self) -> list[str]:
        """From the upper border to the lower one."""
        drawn: list[str] = []
        for row, height in enumerate(self._heights):
            drawn.append(self._border(row))
            drawn += [self._row(row, line) for line in range(height)]
        return [*drawn, self._border(len(self._heights))]

    def _row(self, row: int, line: int) -> str:
        owners, pieces, col = self._owners[row], ["│"], 0
        while col < len(owners):
            box = self._boxes[owners[col]]
            pieces += [self._piece(owners[col], row, line), "│"]
            col += box.colspan
        return "".join(pieces)

    def _piece(self, number: int, row: int, line: int) -> str:
        """Line ``line`` of ``row`` of a cell (-1: the border above the row)."""
        box, text = self._boxes[number], self._texts[number]
        span = range(box.row, box.row + box.rowspan)
        high = sum(self._heights[r] for r in span) + box.rowspan - 1
        at = sum(self._heights[r] + 1 for r in range(box.row, row)) + line - (high - len(text)) // 2
        shown, room = text[at] if 0 <= at < len(text) else "", self._room(box)
        gap = room - width(shown)
        before = gap // 2 if box.centred else 0
        return " " * before + shown + " " * (gap - before)

    def _border(self, row: int) -> str:
        above = self._owners[row - 1] if row else None
        below = self._owners[row] if row < len(self._owners) else None
        pieces, col = [], 0
        while col < len(self._widths):
            pieces.append(self._joint(above, below, col))
            if above is not None and below is not None and above[col] == below[col]:
                pieces.append(self._piece(above[col], row, -1))
                col += self._boxes[above[col]].colspan
            else:
                pieces.append("─" * self._widths[col])
                col += 1
        return "".join(pieces) + self._joint(above, below, col)

    def _joint(self, above: list[int] | None, below: list[int] | None, col: int) -> str:
        last = len(self._widths)

        def at(owners: list[int] | None, where: int) -> int:
            return -1 if owners is None or not 0 <= where < last else owners[where]

        corners = [(at(above, col - 1), at(above, col)), (at(below, col - 1), at(below, col))]
        up, down = (int(a != b) for a, b in corners)
        left, right = (int(a != b) for a, b in zip(*corners, strict=True))
        return _JOINTS.get((up, down, left, right), " ")


def _wrapped(box: Box, room: int) -> tuple[str, ...]:
    if not box.text:
        return ()
    if box.pairs and width(box.text) > room >= 4:
        return tuple(box.text[n : n + 2] for n in range(0, len(box.text), 2))
    return wrap(box.text, room)
