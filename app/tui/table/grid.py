"""The table one types in: an own line-rendered widget, because a hundred and fifty input boxes are too slow.

The heads and the 勾稽 line stay in place while the rows scroll. Only lines that changed are painted anew."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from app.tui.table.grid_layout import Spot
from app.tui.table.grid_moves import Moves
from app.tui.table.grid_paint import Pieces
from app.tui.table.grid_picture import Picture
from app.tui.text.cell_width import width
from sections.language.numerals import normalise

if TYPE_CHECKING:
    from app.tui.table.table_editor import TableEditor

_STYLES: Final = (
    "label", "group", "head", "number", "blank", "computed", "carried",
    "cursor", "editing", "ok", "warning", "error",
)  # fmt: skip


_WAYS: Final = {
    "up": "up", "down": "down", "left": "left", "right": "right",
    "tab": "next", "shift+tab": "previous", "enter": "below",
    "home": "first_in_row", "end": "last_in_row", "ctrl+home": "first", "ctrl+end": "last",
}  # fmt: skip
"""Key -> a way of ``Moves``."""
_OTHER_KEYS: Final = {
    "pageup": "page_up",
    "pagedown": "page_down",
    "backspace": "backspace",
    "delete": "clear",
    "escape": "cancel",
}


class Grid(ScrollView, can_focus=True):
    """A ``TableEditor`` to type in. ``field`` is where one stands, ``typed`` its half-typed text or None."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name}" for name in _STYLES}
    DEFAULT_CSS = """
    Grid {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .grid--group { text-style: bold; }
        & > .grid--head { color: $text-muted; }
        & > .grid--blank { color: $text-disabled; }
        & > .grid--computed { color: $text-muted; }
        & > .grid--carried { color: $text-muted; }
        & > .grid--cursor { background: $accent; color: $background; text-style: bold; }
        & > .grid--editing { background: $accent; color: $background; text-style: bold underline; }
        & > .grid--ok { color: $success; }
        & > .grid--warning { color: $warning; }
        & > .grid--error { color: $error; text-style: bold; }
    }
    """

    @dataclass
    class Said(Message):
        """One sentence for the clerk: what was done, or (``refused``) why not."""

        text: str
        refused: bool = True

    @dataclass
    class Escaped(Message):
        """Escape with nothing half-typed: the clerk wants to leave."""

    def __init__(
        self, editor: "TableEditor", field: str = "", *, changed: Callable[[], None], id: str | None = None
    ) -> None:
        """``changed`` is called when the cursor moved, a digit was typed or a number was saved: called, not
        told by a message, so that what the screen then shows is painted in the same frame."""
        super().__init__(id=id)
        self.editor = editor
        self._changed = changed
        self.layout_ = editor.layout
        self._moves = Moves(self.layout_, editor.kind)
        self.spot = self.layout_.spots.get(field) or self._moves.first()
        self._row_from: int | None = None
        """The column in which a row was begun that is typed across with Tab: Enter goes to the next row
        there, as in Excel."""
        self.typed: str | None = None
        self._picture = Picture(editor)
        self._painted: dict[int, Pieces] = {}
        self._strips: dict[Pieces, Strip] = {}

    # --- state -----------------------------------------------------------------------------------------

    @property
    def field(self) -> str:
        """The field under the cursor."""
        return self.layout_.field_at(self.spot)

    def stand_at(self, field: str, typed: str = "") -> None:
        """Put the cursor on ``field``, with ``typed`` as its half-typed text where there is any."""
        if field in self.layout_.spots:
            self.spot = self.layout_.spots[field]
        self.typed = None
        self.editor.reload()
        if typed and self.editor.editable(self.field):
            self.typed = typed
            self.editor.type(self.field, typed)
        self.update_lines()

    def leave_cell(self) -> bool:
        """Save what is half-typed; False, with the reason said, when it cannot be read (it then stays)."""
        if self.typed is None:
            return True
        outcome = self.editor.commit(self.field, self.typed)
        if not outcome.accepted:
            self.post_message(self.Said(outcome.message))
            return False
        self.typed = None
        return True

    # --- painting --------------------------------------------------------------------------------------

    def update_lines(self) -> None:
        """Work out every line in sight and repaint those that changed; tell the screen."""
        size = self.size
        self._look(size)
        self._scroll_into_sight()
        for y in range(size.height):
            if self._painted.get(y) != self._picture.pieces(y, self.scroll_offset.y):
                self.refresh(Region(0, y, size.width, 1))
        self.place_caret()
        self._changed()

    def _look(self, size: Size) -> None:
        """Take in what is to be shown; where rows scroll, the bar has its cell at the right edge."""
        here = self.spot, self.typed, self.has_focus
        self._picture.look(size.width, size.height, *here)
        if self._picture.height > size.height:
            bar = self.styles.scrollbar_size_vertical
            self._picture.look(self.outer_size.width - bar, size.height, *here)

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the widget, remembered by what stands on it."""
        pieces = self._picture.pieces(y, self.scroll_offset.y)
        self._painted[y] = pieces
        strip = self._strips.get(pieces)
        if strip is None:
            if len(self._strips) > 1000:
                self._strips.clear()
            segments = [Segment(text, self._style(name)) for text, name in pieces if text]
            strip = self._strips[pieces] = Strip(segments, sum(width(text) for text, _ in pieces))
        return strip

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"grid--{name}")

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def place_caret(self) -> None:
        """Put the terminal's own cursor behind the digits, where an input method opens its window."""
        if self.has_focus and self.is_attached:
            place = Offset(*self._picture.caret(self.scroll_offset.y))
            self.app.cursor_position = self.region.offset + place

    def _scroll_into_sight(self) -> None:
        picture = self._picture
        self.virtual_size = Size(self.size.width, picture.height)
        top, line = self.scroll_offset.y, self.spot.line
        first = self._moves.with_heads(line)
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif line >= top + picture.body:
            self.scroll_to(y=line - picture.body + 1, animate=False)

    # --- events ----------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Work out the first picture."""
        self.update_lines()

    def on_resize(self) -> None:
        """Share the room anew."""
        self._painted.clear()
        self.update_lines()
        self.refresh()

    def on_focus(self) -> None:
        """Show where one stands."""
        self.update_lines()

    def on_blur(self) -> None:
        """Do not pretend that digits would go here."""
        self.update_lines()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the input method beside the digits."""
        super().watch_scroll_y(old_value, new_value)
        self.place_caret()

    def on_key(self, event: events.Key) -> None:
        """Every key of the grid, in the order they were typed.

        Not by bindings: those run when a key has gone up to the application and come back, and a digit typed
        right after Enter would get ahead of it, into the wrong cell."""
        if event.key in _WAYS:
            self.move(_WAYS[event.key])
        elif event.key in _OTHER_KEYS:
            getattr(self, _OTHER_KEYS[event.key])()
        elif event.character and event.is_printable and event.character not in {" ", "\x00"}:
            self._type((self.typed or "") + normalise(event.character))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """A block goes over the cells from here; a single number into this cell, as if typed."""
        event.stop()
        event.prevent_default()
        text = event.text.strip("\r\n")
        if "\t" not in text and "\n" not in text and "\r" not in text:
            self._type((self.typed or "") + normalise(text).strip())
            return
        outcome = self.editor.paste(self.field, event.text)
        if outcome.accepted:
            self.typed = None
        self.post_message(self.Said(outcome.message, refused=not outcome.accepted))
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        """Stand at the cell that was clicked."""
        spot = self._picture.spot_at(event.x, event.y, self.scroll_offset.y)
        if spot is not None and self._moves.can_stop(spot) and self.leave_cell():
            self.spot = spot
            self.update_lines()

    def _type(self, text: str) -> None:
        if refusal := self.editor.refusal(self.field):
            self.post_message(self.Said(refusal))
            return
        if not text:
            return
        self.typed = text
        self.editor.type(self.field, text)
        self.update_lines()

    # --- keys ------------------------------------------------------------------------------------------

    def move(self, way: str) -> None:
        """Save the cell and go ``way`` (a method of ``Moves``)."""
        if not self.leave_cell():
            self.update_lines()
            return
        spot = self._moves.go(way, self.spot)
        if way == "below" and self._row_from is not None:
            spot = self._moves.go("next_row", Spot(self.spot.line, self._row_from))
            spot = spot if spot.line > self.spot.line else self.spot
        if spot == self.spot and way in {"next", "below"}:
            spot = self._first_blank() or spot
        if way == "next":
            self._row_from = self.spot.column if self._row_from is None else self._row_from
        else:
            self._row_from = None
        self.spot = spot
        self.update_lines()

    def _first_blank(self) -> Spot | None:
        """From the last cell: the first one that is still blank; said is what is left."""
        if blanks := self.editor.blanks():
            self.post_message(self.Said(f"还有{len(blanks)}格没有填，从第一格空着的接着填。", refused=False))
            return self.layout_.spots[blanks[0]]
        self.post_message(self.Said("各格都填了，按 F5 完成本表。", refused=False))
        return None

    def page_up(self) -> None:
        """Save the cell and go a screenful up."""
        self._page(-1)

    def page_down(self) -> None:
        """Save the cell and go a screenful down."""
        self._page(1)

    def _page(self, direction: int) -> None:
        if self.leave_cell():
            self.spot = self._moves.page(self.spot, direction * max(self._picture.body - 1, 1))
        self.update_lines()

    def backspace(self) -> None:
        """Take away the last digit, of a saved number too."""
        if refusal := self.editor.refusal(self.field):
            self.post_message(self.Said(refusal))
            return
        text = self.typed if self.typed is not None else self.editor.text(self.field)
        if text:
            self.typed = text[:-1]
            self.editor.type(self.field, self.typed)
            self.update_lines()

    def clear(self) -> None:
        """Empty the cell; one that was overruled follows from last year again."""
        if refusal := self.editor.refusal(self.field):
            self.post_message(self.Said(refusal))
            return
        self.typed = ""
        self.leave_cell()
        self.update_lines()

    def cancel(self) -> None:
        """Give up the half-typed text; without any, leave."""
        if self.typed is None:
            self.post_message(self.Escaped())
            return
        self.typed = None
        self.editor.reload()
        self.update_lines()
