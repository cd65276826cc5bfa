"""Where the cursor of the grid can go.

Arrows stop at every cell that is not an addition (a carried one can be overruled), Tab and Enter at those to
fill in."""

from collections.abc import Callable

from app.tui.table.grid_layout import Layout, Spot


class Moves:
    """The ways through a layout; ``kind`` says how a field comes by its number."""

    def __init__(self, layout: Layout, kind: Callable[[str], str]) -> None:
        self.layout = layout
        self.kind = kind

    def can_stop(self, spot: Spot) -> bool:
        """Whether the cursor may stand there: a carried cell too, so that it can be overruled."""
        field = self.layout.field_at(spot)
        return bool(field) and self.kind(field) != "computed"

    def can_fill(self, spot: Spot) -> bool:
        """Whether a number is to be typed there."""
        field = self.layout.field_at(spot)
        return bool(field) and self.kind(field) in {"typed", "overruled"}

    def go(self, way: str, spot: Spot) -> Spot:
        """The cell that is ``way`` of ``spot``; ``spot`` itself where there is none."""
        ways: dict[str, Callable[[Spot], Spot]] = {
            "up": lambda at: self._along(at, -1),
            "down": lambda at: self._along(at, 1),
            "left": lambda at: self._across(at, -1),
            "right": lambda at: self._across(at, 1),
            "next": lambda at: self._in_order(at, 1),
            "previous": lambda at: self._in_order(at, -1),
            "below": self._below,
            "next_row": self._next_row,
            "first_in_row": lambda at: self._row(at)[0],
            "last_in_row": lambda at: self._row(at)[-1],
            "first": lambda _: self.first(),
            "last": lambda _: self._fillable()[-1],
        }
        return ways[way](spot)

    def first(self) -> Spot:
        """The first cell to fill in."""
        return self._fillable()[0]

    def page(self, spot: Spot, lines: int) -> Spot:
        """About ``lines`` further down (or up)."""
        target = max(0, min(spot.line + lines, len(self.layout.lines) - 1))
        stops = [line for line in self._lines() if self._nearest(line, spot.column) is not None]
        line = min(stops, key=lambda one: abs(one - target))
        return self._nearest(line, spot.column) or spot

    def with_heads(self, line: int) -> int:
        """The first line to bring into sight with ``line``: the heads directly above it."""
        while line > 0 and not self.layout.lines[line - 1].fields:
            line -= 1
        return line

    def _lines(self) -> list[int]:
        return list(self.layout.number_lines)

    def _row(self, spot: Spot) -> list[Spot]:
        row = [Spot(spot.line, column) for column in range(len(self.layout.columns))]
        return [spot for spot in row if self.can_stop(spot)] or [spot]

    def _fillable(self) -> list[Spot]:
        return [spot for spot in self.layout.spots.values() if self.can_fill(spot)]

    def _nearest(self, line: int, column: int) -> Spot | None:
        """The cell of ``line`` in ``column``, or the next to its left or right."""
        spots = [Spot(line, c) for c in range(len(self.layout.columns)) if self.can_stop(Spot(line, c))]
        return min(spots, key=lambda spot: abs(spot.column - column), default=None)

    def _along(self, spot: Spot, step: int) -> Spot:
        line = spot.line + step
        while 0 <= line < len(self.layout.lines):
            found = self._nearest(line, spot.column)
            if found is not None:
                return found
            line += step
        return spot

    def _across(self, spot: Spot, step: int) -> Spot:
        column = spot.column + step
        while 0 <= column < len(self.layout.columns):
            if self.can_stop(Spot(spot.line, column)):
                return Spot(spot.line, column)
            column += step
        return spot

    def _in_order(self, spot: Spot, step: int) -> Spot:
        order = self._fillable()
        if step > 0:
            return next((one for one in order if one > spot), spot)
        return next((one for one in reversed(order) if one < spot), spot)

    def _next_row(self, spot: Spot) -> Spot:
        """The cell to fill in of a row further down, in this column or the nearest to it."""
        later = [one for one in self._fillable() if one.line > spot.line]
        line = min((one.line for one in later), default=spot.line)
        row = (one for one in later if one.line == line)
        return min(row, key=lambda one: abs(one.column - spot.column), default=spot)

    def _below(self, spot: Spot) -> Spot:
        """The next cell to fill in down the column, then from the top of the next column."""
        order = sorted(self._fillable(), key=lambda spot: (spot.column, spot.line))
        later = (one for one in order if (one.column, one.line) > (spot.column, spot.line))
        return next(later, spot)
