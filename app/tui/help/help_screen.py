"""F1: what the screen is for, what it says of the place one stands at, and every key that works there."""

from collections.abc import Callable
from typing import Any, ClassVar, Final, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from app.tui.help.key_words import actions_of, other_keys
from app.tui.help.manual import manual_rows
from app.tui.text.cell_width import left_aligned
from app.tui.text.rows import Row, labelled, row, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.messages import RowsLeft
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

_KEY_ROOM = 15
_KEYS: Final = (
    Key("↑↓ PgUp PgDn", "翻看"),
    Key("M", "使用手册", "manual"),
    Key("Esc", "返回", "dismiss(None)"),
)


@runtime_checkable
class Explained(Protocol):
    """A screen that explains what one stands at; what it is for is its ``ABOUT``, if it has one."""

    def explained(self, room: int) -> list[Row]:
        """In lines of ``room`` cells."""


class HelpScreen(Screen[None]):
    """The help of the screen below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "manual", "使用手册：从导入到导出，一步一步怎么做"),
        Binding("escape,q", "dismiss(None)", "返回", priority=True),
    ]
    CSS = "HelpScreen { layout: vertical; }"

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        self._below = below
        self._in_manual = False

    def compose(self) -> ComposeResult:
        """A title, the text, the keys."""
        yield StatusLine(id="status")
        yield RowsView(id="help")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(StatusLine).show_words("帮助")
        self.query_one("#help", RowsView).show(rows_for(self._below))
        self.query_one(KeyLine).show_keys(_KEYS)
        self.query_one("#help").focus()

    def action_manual(self) -> None:
        """The manual in the place of the help; the help again where that is shown."""
        self._in_manual = not self._in_manual
        self.query_one(StatusLine).show_words("使用手册" if self._in_manual else "帮助")
        pane = self.query_one("#help", RowsView)
        pane.show(manual_rows if self._in_manual else rows_for(self._below))
        pane.action_end(0)

    def on_rows_left(self, event: RowsLeft) -> None:
        """The end is the end; Escape leaves."""
        event.stop()


def rows_for(screen: Screen[Any]) -> Callable[[int], list[Row]]:
    """The lines of the help of a screen."""

    def rows(room: int) -> list[Row]:
        about = getattr(screen, "ABOUT", "")
        said = [*wrapped(about, room), row("")] if about else []
        said += [*screen.explained(room), row("")] if isinstance(screen, Explained) else []
        keys = [*other_keys(screen), *((action.keys, action.words) for action in actions_of(screen))]
        return [
            *said,
            row("按键", "strong"),
            *(line for key, words in keys for line in labelled(left_aligned(key, _KEY_ROOM), words, room)),
        ]

    return rows
