"""The bottom lines: the keys that work now; a click does what the key does."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events

from app.tui.text.cell_width import width
from app.tui.text.rows import Piece, Row
from app.tui.widgets.rows_view import GUTTER, RowsView

_GAP = 2
_MOST_LINES = 2


class Key(NamedTuple):
    """A key, what it does in a word or two, and the action of the screen a click runs (or none)."""

    key: str
    words: str
    action: str = ""


class KeyLine(RowsView, can_focus=False):
    """Shows the keys in one line, or in two where one is too short; then as many as fit, the first ones
    first, the last one always."""

    MOST_ROOM = 1000
    DEFAULT_CSS = """
    KeyLine { height: 1; background: $panel; overflow: hidden; scrollbar-gutter: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys_to_show: tuple[Key, ...] = ()
        self._lines_shown: tuple[tuple[Key, ...], ...] = ()

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show these keys."""
        self._keys_to_show = tuple(keys)
        self._share_lines()

    def _share_lines(self) -> None:
        def build(room: int) -> list[Row]:
            self._lines_shown = in_lines(self._keys_to_show, room)
            return [Row(tuple(piece for key in line for piece in _pieces(key))) for line in self._lines_shown]

        self.show(build)
        height = max(len(self._lines_shown), 1)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height

    def on_resize(self) -> None:
        """More or less room for the keys."""
        self._share_lines()

    async def clicked(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        event.stop()
        cell = GUTTER
        for key in self._lines_shown[event.y] if event.y < len(self._lines_shown) else ():
            wide = sum(width(text) for text, _ in _pieces(key))
            if cell <= event.x < cell + wide - _GAP and key.action:
                await self.app.run_action(key.action if "." in key.action else f"screen.{key.action}")
                return
            cell += wide


def _pieces(key: Key) -> tuple[Piece, ...]:
    return ((key.key, "accent"), (f" {key.words}" + " " * _GAP, ""))


def in_lines(keys: Sequence[Key], room: int) -> tuple[tuple[Key, ...], ...]:
    """The keys in one or two lines of ``room`` cells; what has no room goes, from before the last one."""
    shown = list(keys)
    while len(lines := _broken(shown, room)) > _MOST_LINES and len(shown) > 1:
        del shown[-2]
    return lines[:_MOST_LINES]


def _broken(keys: Sequence[Key], room: int) -> tuple[tuple[Key, ...], ...]:
    lines: list[tuple[Key, ...]] = [()]
    for key in keys:
        if lines[-1] and _width((*lines[-1], key)) > room:
            lines.append(())
        lines[-1] = (*lines[-1], key)
    return tuple(lines)


def _width(line: Sequence[Key]) -> int:
    return sum(width(text) for key in line for text, _ in _pieces(key)) - _GAP
