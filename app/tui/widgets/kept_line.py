"""A line of a dialog whose half-typed text outlives the program: it stands there when the dialog is opened
again."""

import re
from contextlib import suppress
from typing import Any, Final, TypeVar

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widgets import Input

from app.session import half_typed
from app.tui.leaving import KEEP_AFTER
from sections.errors import NianbaoError

Result = TypeVar("Result")
A_PLACE: Final = re.compile(r"""^["'“‘「]?(~|/|\\\\|[A-Za-z]:[\\/]|file:)|[/\\]""")
"""Text that means a place and no part of a name."""


class KeptLine(Input):
    """What is typed is kept under ``kept_as`` within a moment, and forgotten once the dialog is left."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """How long the text is: the line is no higher and no wider for it, so nothing is laid out anew."""

    def __init__(self, value: str, kept_as: str, **rest: Any) -> None:
        super().__init__(half_typed.kept().get(kept_as, value), **rest)
        self._begun, self._kept_as, self._due = value, kept_as, False

    def begin(self, value: str, kept_as: str) -> None:
        """Another thing is asked in the same line: ``value`` stands there, or what was typed before the
        program ended."""
        self._begun, self._kept_as, self._due = value, kept_as, False
        self.value = half_typed.kept().get(kept_as, value)
        self.cursor_position = len(self.value)

    @on(Input.Changed)
    def keep_soon(self) -> None:
        """Something was typed."""
        if not self._due and self.value != self._begun:
            self._due = True
            self.set_timer(KEEP_AFTER, self.keep)

    def keep(self) -> None:
        """Keep what stands in the line, if that can be done."""
        if self._due:
            self._due = False
            self._write(self.value if self.value != self._begun else "")

    def forget(self) -> None:
        """The dialog is left: what was typed was taken, or is not wanted."""
        self._due = False
        self._write("")

    def _write(self, text: str) -> None:
        if not self._kept_as:
            return
        with suppress(NianbaoError, OSError):
            half_typed.keep(self._kept_as, text)


class PlaceLine(KeptLine):
    """A line for the place of a file: one that is pasted, or dropped into the window, is the whole of it."""

    def on_paste(self, event: events.Paste) -> None:
        """Instead of what stands there."""
        text = event.text.strip()
        if A_PLACE.search(text):
            event.prevent_default()
            event.stop()
            self.value = text.splitlines()[0]
            self.cursor_position = len(self.value)


class KeepsLines(Screen[Result]):
    """A screen with such lines: they are kept when the program ends, and done with when it is left."""

    def keep_now(self) -> None:
        """Keep what is half typed in the lines at this moment."""
        for line in self.query(KeptLine):
            line.keep()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave the screen; what was typed in it is done with."""
        for line in self.query(KeptLine):
            line.forget()
        return super().dismiss(result)
