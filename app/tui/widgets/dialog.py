"""A dialog over a screen: a box below its top, as wide as a sentence."""

from dataclasses import replace
from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen

from app.tui.everywhere import KEYS
from app.tui.widgets.kept_line import KeepsLines

Result = TypeVar("Result")


class Dialog(KeepsLines[Result], ModalScreen[Result]):
    """What stands in the box is a ``Vertical``; what it ends with, the dialogs say that are made from it.

    A modal screen hides the keys of the application; those of everywhere are named again."""

    BINDINGS: ClassVar[list[BindingType]] = [replace(key, description="", show=False) for key in KEYS]
    DEFAULT_CSS = """
    Dialog { align: center top; }
    Dialog > Vertical {
        width: 72;
        max-width: 100%;
        height: auto;
        margin-top: 3;
        padding: 0 1;
        border: round $accent;
        background: $surface;
    }
    """
