"""The bottom line: the keys that work now; a click does what the key does."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events

from app.tui.text.cell_width import width
from app.tui.text.rows import Piece, Row
from app.tui.widgets.rows_view import GUTTER, RowsView

_GAP = 2


class Key(NamedTuple):
    """A key, what it does in a word or two, and the action of the screen a click runs (or none)."""

    key: str
    words: str
    action: str = ""


class KeyLine(RowsView, can_focus=False):
    """Shows as many keys as fit, the first ones first, the last one always."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $panel; overflow: hidden; scrollbar-gutter: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys_shown: tuple[Key, ...] = ()

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show these keys."""

        def build(room: int) -> list[Row]:
            self._keys_shown = fitting(keys, room)
            return [Row(tuple(piece for key in self._keys_shown for piece in _pieces(key)))]

        self.show(build)

    async def clicked(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        event.stop()
        place = GUTTER
        for key in self._keys_shown:
            wide = sum(width(text) for text, _ in _pieces(key))
            if place <= event.x < place + wide - _GAP and key.action:
                await self.app.run_action(key.action if "." in key.action else f"screen.{key.action}")
                return
            place += wide


def _pieces(key: Key) -> tuple[Piece, ...]:
    return ((key.key, "accent"), (f" {key.words}" + " " * _GAP, ""))


def fitting(keys: Sequence[Key], room: int) -> tuple[Key, ...]:
    """The keys that have room: those before the last go from the end."""
    kept = list(keys)
    while len(kept) > 1 and sum(width(t) for key in kept for t, _ in _pieces(key)) - _GAP > room:
        del kept[-2]
    return tuple(kept)
