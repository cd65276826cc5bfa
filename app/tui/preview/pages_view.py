"""A pane of pages: read by line and by page, one paragraph or table of it marked to be opened."""

from collections.abc import Callable

from app.tui.preview.page_rows import Sheets
from app.tui.text.rows import Row
from app.tui.widgets.rows_view import RowsView

_OVER = 1
"""Lines of a page (its number) that may stay out of sight when one pages on."""


class PagesView(RowsView):
    """Shows ``Sheets``; ``moved`` is called when other lines came into sight."""

    DEFAULT_CSS = "PagesView { & > .rows--here { background: $surface; } }"

    def __init__(self, moved: Callable[[], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._moved = moved
        self._sheets = Sheets((), ())

    def show_sheets(self, drawn: Callable[[int], Sheets]) -> None:
        """Show what ``drawn`` makes for the room there is."""

        def build(room: int) -> tuple[Row, ...]:
            self._sheets = drawn(room)
            return self._sheets.rows

        self.show(build)

    def _rebuild(self) -> None:
        super()._rebuild()
        self._moved()

    @property
    def page(self) -> tuple[int, int]:
        """The page one reads, and how many there are."""
        starts, top = self._sheets.starts, self.scroll_offset.y
        last = top >= self.max_scroll_y
        return (len(starts) if last else self._sheets.page_at(top + self.size.height // 3)), len(starts)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that other lines are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._moved()

    def reveal(self, key: str) -> None:
        """Bring the beginning of ``key`` into sight where nothing of it is."""
        first, last = self._spans.get(key, (0, 0))
        top = self.scroll_offset.y
        if last < top or first >= top + self.size.height:
            self._to(first)

    # --- keys ------------------------------------------------------------------------------------------

    def action_move(self, step: int) -> None:
        """A line on where what one stands on goes on out of sight, else to the next paragraph or table."""
        first, last = self._spans.get(self.here, (0, 0))
        top, high = self.scroll_offset.y, self.size.height
        if last >= top + high if step > 0 else first < top:
            self._to(top + step)
            return
        place = self._keys.index(self.here) + step if self.here in self._keys else -1
        if not 0 <= place < len(self._keys):
            self._to(top + step)
            return
        self.mark(self._keys[place])
        first, last = self._spans[self.here]
        if step > 0 and last >= top + high:
            self._to(min(first, max(last - high + 1, top + 1), top + high - 1))
        elif step < 0 and first < top:
            self._to(max(last - high + 1, first) if last < top else top - 1)

    def action_page(self, step: int) -> None:
        """To the next page, or a screenful on in one that is longer than the screen."""
        top, high = self.scroll_offset.y, self.size.height
        if step > 0:
            start = min((start for start in self._sheets.starts if start > top), default=len(self._rows))
            self._to(start if start - top <= high + _OVER else top + high - 1)
        else:
            start = max((start for start in self._sheets.starts if start < top), default=0)
            self._to(start if top - start <= high + _OVER else top - high + 1)
        self._stand_in_sight()

    def _stand_in_sight(self) -> None:
        """Stand on the first paragraph or table that begins in sight, or on what fills the screen."""
        top = self.scroll_offset.y
        first = next((n for n in range(top, len(self._rows)) if self._rows[n].key), None)
        if first is not None:
            self.here = self._rows[first].key
        self.refresh()

    def _to(self, line: int) -> None:
        self.scroll_to(y=max(line, 0), animate=False, force=True, immediate=True)
