"""What stands on every line of the grid at a moment: heads, rows, the 勾稽 line, and where the cursor is."""

from typing import TYPE_CHECKING, Final

from app.tui.table import grid_paint as paint
from app.tui.table.grid_layout import GridLine, Spot
from app.tui.text.cell_width import width
from sections.report.cells import Number
from sections.rules.base import Severity

if TYPE_CHECKING:
    from app.tui.table.table_editor import TableEditor

BLANK: Final = "·"
"""What stands in a cell that is still to be filled in."""
_MARKS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_NARROW: Final = 24


class Picture:
    """The lines of a editor for a size, a cursor and a half-typed text: ``look`` first, then ``pieces``."""

    def __init__(self, editor: "TableEditor") -> None:
        self.editor = editor
        self.layout = editor.layout
        self.spot = Spot(0, 0)
        self.typed: str | None = None
        self.focused = False
        self._high = 24
        self._rows: dict[int, tuple[object, paint.Pieces]] = {}
        """Line -> what its picture was made from, and the picture: most lines stay as they are at a key."""
        self._sums: tuple[paint.Sum, ...] = ()
        self._widths = paint.share(self.layout, 80, [0] * len(self.layout.columns))

    def look(self, wide: int, high: int, spot: Spot, typed: str | None, focused: bool) -> None:
        """Take in what is to be shown."""
        self.spot, self.typed, self.focused, self._high = spot, typed, focused, high
        self._sums = tuple(self._sum(column) for column in range(len(self.layout.columns)))
        self._widths = paint.share(self.layout, max(wide, _NARROW), self._needed(), spot.column)

    def _needed(self) -> tuple[int, ...]:
        """The widest text of each column."""
        wide = [width(column_sum.text) for column_sum in self._sums]
        for field, spot in self.layout.spots.items():
            wide[spot.column] = max(wide[spot.column], len(self.editor.text(field)))
        if self.typed is not None:
            wide[self.spot.column] = max(wide[self.spot.column], width(self.typed))
        return tuple(wide)

    # --- how the height is shared ----------------------------------------------------------------------

    @property
    def _roomy(self) -> bool:
        """Whether rules fit around the rows."""
        return self._high >= len(self.layout.lines) + self._widths.head_lines + 3

    @property
    def _head(self) -> int:
        return self._widths.head_lines + self._roomy

    @property
    def _foot(self) -> int:
        return (1 + self._roomy) if self.layout.balance else 0

    @property
    def body(self) -> int:
        """How many rows are in sight."""
        return max(self._high - self._head - self._foot, 1)

    @property
    def height(self) -> int:
        """Of the whole table, in sight or not."""
        return len(self.layout.lines) + self._head + self._foot

    # --- lines -----------------------------------------------------------------------------------------

    def pieces(self, y: int, top: int) -> paint.Pieces:
        """What stands on line ``y``, ``top`` being the first row in sight."""
        end = self._head + min(self.body, len(self.layout.lines))
        if y < self._widths.head_lines:
            return paint.head_line(self.layout, self._widths, y, self.layout.heads_above(top))
        if y < self._head or (self._roomy and self._foot and y == end):
            return (("─" * self._widths.total, "head"),)
        if y < end and top + y - self._head < len(self.layout.lines):
            return self._row(top + y - self._head)
        if self._foot and y == end + self._foot - 1:
            return paint.balance_line(self.layout, self._widths, self._sums)
        return ((" " * self._widths.total, "label"),)

    def _row(self, number: int) -> paint.Pieces:
        line = self.layout.lines[number]
        if not line.fields:
            return paint.group_line(line, self._widths)
        here = (self.spot.column, self.typed, self.focused) if number == self.spot.line else None
        source = (self._widths, here, self.editor.state_of(line.fields))
        before = self._rows.get(number)
        if before is not None and before[0] == source:
            return before[1]
        pieces = self._painted_row(line)
        self._rows[number] = (source, pieces)
        return pieces

    def _painted_row(self, line: GridLine) -> paint.Pieces:
        cells = tuple(self._shown(field) if field else None for field in line.fields)
        found = self.editor.findings(filter(None, line.fields))
        mark = _MARKS.get(found[0].severity, "") if found else ""
        row = paint.Row(line, cells, mark, self.editor.note(line.fields))
        return paint.number_line(self.layout, self._widths, row)

    def _shown(self, field: str) -> paint.Shown:
        text, kind = self._text(field), self.editor.kind(field)
        if self.focused and field == self.layout.field_at(self.spot):
            return paint.Shown(text, "cursor" if self.typed is None else "editing", True)
        found = self.editor.findings((field,))
        if found and found[0].severity in _MARKS:
            return paint.Shown(text, _MARKS[found[0].severity])
        if kind in {"computed", "carried"}:
            return paint.Shown(text, kind)
        return paint.Shown(text, "blank" if self.editor.value(field) is None else "number")

    def _text(self, field: str) -> str:
        if self.typed is not None and field == self.layout.field_at(self.spot):
            return self.typed
        return self.editor.text(field) or ("" if self.editor.kind(field) == "computed" else BLANK)

    def _sum(self, column: int) -> paint.Sum:
        differs = self._difference(column)
        if differs is None or (differs and column in self.layout.totals and self._is_repeated(differs)):
            return paint.Sum("", "head")
        if not differs:
            return paint.Sum("✓", "ok")
        differs = max(differs, -differs)
        text = f"差 {differs}" if len(str(differs)) == 1 else f"差{differs}"
        return paint.Sum(text, "error" if self.editor.complete(column) else "warning")

    def _difference(self, column: int) -> Number | None:
        sides = self.editor.sides(column)
        return None if sides is None else sides[0] - sides[1]

    def _is_repeated(self, difference: Number) -> bool:
        """Whether a column of totals differs by no more than the columns that it adds up."""
        added: Number = 0
        for column in range(len(self.layout.columns)):
            if column not in self.layout.totals:
                added += self._difference(column) or 0
        return added == difference

    # --- places ----------------------------------------------------------------------------------------

    def caret(self, top: int) -> tuple[int, int]:
        """Where the next digit would appear, as x and y in the widget."""
        x = paint.caret(self._widths, self.layout, self.spot)
        return x, self._head + self.spot.line - top

    def spot_at(self, x: int, y: int, top: int) -> Spot | None:
        """The cell at a place of the widget; None where there is none."""
        column = paint.column_at(self._widths, self.layout, x)
        if column is None or not self._head <= y < self._head + self.body:
            return None
        spot = Spot(top + y - self._head, column)
        return spot if self.layout.field_at(spot) else None
