"""A screen of one list: Escape leaves it, and the ends of the list are its ends."""

from typing import ClassVar, Generic

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen, ScreenResultType

from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import RowsLeft


class ListScreen(Screen[ScreenResultType | None], Generic[ScreenResultType]):
    """What is in the list, and what can be done with it, the screens say that are made from it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "返回")]

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence in the lines ``#said`` above the keys, where the screen has them."""
        self.query_one("#said", Lines).say(text, style)

    @on(RowsLeft)
    def left(self, event: RowsLeft) -> None:
        """Escape leaves; the end is the end."""
        event.stop()
        if event.step == 0:
            self.action_leave()

    def action_leave(self) -> None:
        """Back, with nothing changed."""
        self.dismiss(None)
