"""When Python looks for unreachable objects: not while the program loads, for what is loaded stays."""

import gc
from typing import Final

NEW_OBJECTS: Final = 50_000
"""As many more objects than before start a look; Python's own 700 would look a hundred times a report."""


def pause() -> None:
    """Do not look until ``resume``: the program loads."""
    gc.disable()


def resume() -> None:
    """Look again, seldom, and never at what has been loaded; nothing where ``pause`` was not called."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(NEW_OBJECTS, 10, 10)
        gc.enable()
