"""A pane of lines: painted line by line, stood on with the arrow keys, chosen with Enter or a click."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from app.tui.text.cell_width import width
from app.tui.text.rows import STYLES, Row
from app.tui.widgets.messages import RowChosen, RowsLeft

Build = Callable[[int], Sequence[Row]]
"""The lines for a room of so many cells."""
GUTTER: Final = 1
"""Cells at the left edge for the mark of the row one stands on."""
HERE: Final = "▸"


class RowsView(ScrollView, can_focus=True):
    """Shows what ``show`` was given; the row one stands on is marked while the pane has the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(-1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("escape", "leave", show=False),
    ]
    DEFAULT_CSS = """
    RowsView {
        width: 1fr;
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        scrollbar-background: $background;
        scrollbar-color: $panel-lighten-2;
        & > .rows--muted { color: $foreground-darken-3; }
        & > .rows--strong { text-style: bold; }
        & > .rows--changed { background: $primary-muted; text-style: bold; }
        & > .rows--accent { color: $accent; text-style: bold; }
        & > .rows--error { color: $text-error; text-style: bold; }
        & > .rows--warning { color: $text-warning; text-style: bold; }
        & > .rows--here { background: $surface-lighten-2; }
    }
    """
    virtual_size = Reactive(Size(0, 0), layout=False)
    """How many lines there are; see ``watch_virtual_size``."""
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{name}" for name in (*STYLES, "here")}

    MOST_ROOM: ClassVar[int] = 120
    """Cells of a line at the most: longer ones are not read with ease, and their two ends fall apart."""

    def __init__(
        self, *, id: str | None = None, always: bool = False, stood: Callable[[], None] | None = None
    ) -> None:
        """``always``: mark the row one stands on without the keys too; ``stood``: called when one came to
        stand on a row, to say of it what is said beside the pane in the frame that marks it."""
        super().__init__(id=id)
        self._build: Build = lambda _: ()
        self._rows: tuple[Row, ...] = ()
        self._keys: tuple[str, ...] = ()
        self._spans: dict[str, tuple[int, int]] = {}
        """Key -> its first and its last line."""
        self._room = 0
        self._always = always
        self._say_of_it = stood
        self._looks: dict[str, Style] = {}
        self._painted_here = ""
        self.here = ""
        """The key one stands on."""

    # --- what is shown ---------------------------------------------------------------------------------

    def show(self, build: Build, here: str | None = None) -> None:
        """Show the lines of ``build``, standing at ``here`` (by default where one stood)."""
        self._build = build
        if here is not None:
            self.here = here
        self._rebuild()

    def room_in(self, width: int) -> int:
        """How many cells its lines have when the pane is ``width`` cells wide."""
        bar = self.styles.scrollbar_size_vertical if self.styles.scrollbar_gutter == "stable" else 0
        return min(max(width - bar - GUTTER, 10), self.MOST_ROOM)

    def _rebuild(self) -> None:
        self._room = min(max(self.scrollable_content_region.width - GUTTER, 10), self.MOST_ROOM)
        rows = tuple(self._build(self._room))
        before = self._rows, self._painted_here
        if rows != self._rows:
            self._rows = rows
            self._spans = _spans(rows)
            self._keys = tuple(self._spans)
            self.virtual_size = Size(self._room + GUTTER, len(rows))
        if self.here not in self._keys:
            self.here = self._keys[0] if self._keys else ""
        self._paint_what_differs(*before)

    def _paint_what_differs(self, rows: tuple[Row, ...], here: str) -> None:
        """Paint what looks otherwise in sight than ``rows`` with the mark at ``here``: from the first such
        line to the last, in one piece."""
        marked = {here, self.here} if here != self.here else set()
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        seen = zip_longest(rows[top:bottom], self._rows[top:bottom], fillvalue=Row())
        places = [
            place
            for place, (before, now) in enumerate(seen, top)
            if before != now or before.key in marked or now.key in marked
        ]
        if places:
            self.refresh_lines(places[0], places[-1] - places[0] + 1)

    def watch_virtual_size(self, before: Size, now: Size) -> None:
        """Have the screen laid out anew, which paints all of it, only where the pane is as high as its lines
        are many, or its scrollbar comes or goes."""
        high = self.container_size.height
        bar_changes = (before.height > high) != (now.height > high)
        if self.styles.auto_dimensions or bar_changes or before.width != now.width:
            self.refresh(layout=True)
        elif self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = now.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, for tests."""
        return self._rows

    @property
    def text(self) -> str:
        """The words that are shown, for tests."""
        return "\n".join(row.text for row in self._rows)

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be stood on, in order."""
        return self._keys

    def reveal(self, key: str) -> None:
        """Scroll so that the lines of ``key`` are in sight."""
        if key in self._spans:
            first, last = self._spans[key]
            self.scroll_to_region(
                Region(0, first, 1, last - first + 1), animate=False, force=True, immediate=True
            )

    def stand(self, key: str) -> None:
        """Stand on the lines of ``key``, in sight."""
        if key in self._spans:
            self.mark(key)
            self.reveal(key)

    def mark(self, key: str) -> None:
        """Stand on ``key``; only the lines that look different now are painted."""
        before, self.here = self.here, key
        for one in {before, key} & self._spans.keys():
            first, last = self._spans[one]
            self.refresh_lines(first, last - first + 1)
        self.stood()

    def stood(self) -> None:
        """One came to stand on a row: no message is sent, which would be handled after the frame."""
        if self._say_of_it is not None:
            self._say_of_it()

    def to_end(self) -> None:
        """Scroll to the last line and stand there."""
        self.here = self._keys[-1] if self._keys else ""
        self.scroll_end(animate=False, force=True, immediate=True)
        self.refresh()

    # --- painting --------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        place = y + self.scroll_offset.y
        base = self._style("")
        self._painted_here = self.here
        room = self.scrollable_content_region.width
        if not 0 <= place < len(self._rows):
            return Strip.blank(room, base)
        row = self._rows[place]
        on_it = bool(row.key) and row.key == self.here and (self.has_focus or self._always)
        if on_it:
            base += self._style("here")
        first = on_it and (place == 0 or self._rows[place - 1].key != row.key)
        segments = [Segment(HERE if first else " ", base)]
        segments += [Segment(text, base + self._style(name) if name else base) for text, name in row.pieces]
        gap = room - GUTTER - width(row.text)
        return Strip(
            [*segments, Segment(" " * max(gap, 0), base)], GUTTER + width(row.text) + max(gap, 0)
        ).crop(0, room)

    def _style(self, name: str) -> Style:
        if name not in self._looks:
            named = f"rows--{name}"
            self._looks[name] = (
                self.get_component_rich_style(named, partial=True) if name else self.rich_style
            )
        return self._looks[name]

    def notify_style_update(self) -> None:
        """Another theme, or the keys came or went: look the styles up anew."""
        self._looks.clear()
        super().notify_style_update()

    # --- events and actions ----------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Break the lines anew."""
        if min(max(self.scrollable_content_region.width - GUTTER, 10), self.MOST_ROOM) != self._room:
            self._rebuild()

    def on_focus(self) -> None:
        """Show where one stands."""
        self.reveal(self.here)
        self.refresh()

    def on_blur(self) -> None:
        """Hide where one stood."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses the row that is numbered with it."""
        if key := self.numbered(event.character or ""):
            event.stop()
            self.stand(key)
            self.action_choose()

    def numbered(self, digit: str) -> str:
        """The key of the row that is numbered with ``digit``; "" for none."""
        if not digit.isdecimal():
            return ""
        return next((row.key for row in self._rows if row.key and row.text.startswith(f"{digit} ")), "")

    async def on_click(self, event: events.Click) -> None:
        """What was clicked is meant."""
        await self.clicked(event)

    async def clicked(self, event: events.Click) -> None:
        """Choose the row under the pointer."""
        inside = event.get_content_offset(self)
        place = -1 if inside is None else inside.y + self.scroll_offset.y
        if 0 <= place < len(self._rows) and self._rows[place].key:
            event.stop()
            self.mark(self._rows[place].key)
            self.post_message(RowChosen(self, self.here, clicked=True))

    def action_move(self, step: int) -> None:
        """To the next key; past the ends, or where there is nothing to stand on, scroll or leave."""
        if not self._keys:
            self._scroll_or_leave(step)
            return
        place = self._keys.index(self.here) + step
        if 0 <= place < len(self._keys):
            self.stand(self._keys[place])
        else:
            self._scroll_or_leave(step)

    def _scroll_or_leave(self, step: int) -> None:
        before = self.scroll_offset.y
        self.scroll_relative(y=step, animate=False, force=True, immediate=True)
        if self.scroll_offset.y == before:
            self.post_message(RowsLeft(self, step))

    def action_page(self, step: int) -> None:
        """A page on; the row one stands on comes along."""
        lines = max(self.size.height - 1, 1) * step
        self.scroll_relative(y=lines, animate=False, force=True, immediate=True)
        if self.here in self._spans:
            wanted = self._spans[self.here][0] + lines
            later = [row.key for row in self._rows[max(wanted, 0) :] if row.key]
            self.stand(later[0] if later else self._keys[-1])

    def action_end(self, place: int) -> None:
        """To the first or the last."""
        if self._keys:
            self.mark(self._keys[place])
        if place:
            self.scroll_end(animate=False, force=True, immediate=True)
        else:
            self.scroll_home(animate=False, force=True, immediate=True)

    def action_choose(self) -> None:
        """Choose where one stands."""
        if self.here:
            self.post_message(RowChosen(self, self.here))

    def action_leave(self) -> None:
        """Give the keys back."""
        self.post_message(RowsLeft(self, 0))


def _spans(rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    spans: dict[str, tuple[int, int]] = {}
    for place, row in enumerate(rows):
        if row.key:
            spans[row.key] = (spans.get(row.key, (place, 0))[0], place)
    return spans
