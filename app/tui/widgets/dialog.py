"""A dialog over a screen: a box below its top, as wide as a sentence."""

from typing import TypeVar

from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """What stands in the box is a ``Vertical``; what it ends with, the dialogs say that are made from it."""

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
