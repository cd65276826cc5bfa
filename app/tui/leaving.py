"""Ways out that nobody chose: an ended terminal, a signal; and what is shown with nothing unsafe in it."""

import asyncio
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from app.clean_text import UNSAFE, cleaned

LOOK_AFTER: Final = 1.0
"""Seconds between two looks at whether the terminal is still there."""
_AT_MOST: Final = 5.0
"""Seconds that leaving may take when the terminal takes nothing any more."""


class SafeText(LineFilter):
    """The display boundary: every line of every widget goes through it. What commands a terminal takes no
    cell, so that nothing moves when it is left out."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without it; our own control codes are no text."""
        del background
        if not any(UNSAFE.search(segment.text) for segment in segments):
            return segments
        return [Segment(cleaned(text), style, control) for text, style, control in segments]


def on_signals(leave: Callable[[], None]) -> None:
    """Call ``leave`` in the running loop when the program is asked to end."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, leave)


def terminal_is_gone() -> bool:
    """Whether the terminal that the program was started in has been closed."""
    if sys.platform == "win32" or sys.__stdin__ is None or sys.__stdin__.closed:
        return False
    try:
        if not _STARTED_IN_TERMINAL:
            return False
        look = select.poll()
        look.register(0, select.POLLHUP)
        return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in look.poll(0))
    except OSError:
        return True


def end_for_certain() -> None:
    """End the process soon even if the terminal cannot be given back."""
    timer = threading.Timer(_AT_MOST, os._exit, (1,))
    timer.daemon = True
    timer.start()


def end_with_parent(grace: float = _AT_MOST) -> None:
    """End the process once the one that started it has ended, whatever else it is doing; it has ``grace``
    seconds to end by itself."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_AFTER)
        time.sleep(grace)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=watch, daemon=True).start()


def _in_terminal() -> bool:
    """In a terminal, or in a page of a browser, whose server holds the other end."""
    try:
        return os.isatty(0) or os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")
    except OSError:
        return False


_STARTED_IN_TERMINAL: Final = _in_terminal()
