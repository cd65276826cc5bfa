"""What happened in a widget: past tense, payload only. Widgets post, the screen acts."""

from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget


@dataclass
class RowChosen(Message):
    """A row of a pane was chosen with Enter or a click."""

    pane: Widget
    key: str
    clicked: bool = False

    @property
    def control(self) -> Widget:
        """The pane."""
        return self.pane


@dataclass
class RowsLeft(Message):
    """Somebody went past the end of a pane: -1 over the top, 1 under the bottom, 0 by Escape."""

    pane: Widget
    step: int

    @property
    def control(self) -> Widget:
        """The pane."""
        return self.pane


@dataclass
class ChoiceToggled(Message):
    """A choice was switched on or off in the list."""

    number: int


@dataclass
class TextChanged(Message):
    """The half-typed text, or the place of the caret in it, changed."""


@dataclass
class BoxLeft(Message):
    """The caret went over the top (-1) or under the bottom (1) of the answer box, by a line or a page."""

    step: int
    page: bool = False


@dataclass
class TypedInVain(Message):
    """Somebody typed into a box that takes nothing."""
