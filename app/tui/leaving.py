"""Ways out that nobody chose: an ended terminal, a signal; and what is shown with nothing unsafe in it."""

import asyncio
import os
import select
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from app.clean_text import UNSAFE, cleaned
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from textual.timer import Timer

KEEP_AFTER: Final = 0.3
"""Seconds until half-typed text is kept."""
KEEP_AGAIN: Final = 3.0
"""Seconds until it is tried again where it could not be kept."""
LOOK_AFTER: Final = 1.0
"""Seconds between two looks at whether the terminal is still there."""
KEEP_WITHIN: Final = 15.0
"""Seconds that keeping may take on a slow disk, before the program ends all the same."""
MOST_COLUMNS: Final = 1_000
MOST_LINES: Final = 500
MOST_CELLS: Final = 2_000_000
"""Cells of a terminal that are painted; a large wall of screens has a tenth of them."""
LEAVE_WITHIN: Final = 2.0
"""Seconds that leaving may take when everything is kept but the terminal takes nothing any more."""


class KeptSoon:
    """What is half typed on a screen, kept within a moment: ``store`` keeps it, ``later`` starts a timer, and
    ``told`` is given why it could not be kept, "" when it was."""

    def __init__(
        self,
        later: "Callable[[float, Callable[[], None]], Timer]",
        store: Callable[[], None],
        told: Callable[[str], None],
    ) -> None:
        self._later, self._store, self._told = later, store, told
        self._due: Timer | None = None

    def soon(self) -> None:
        """Something was typed."""
        if self._due is None:
            self._due = self._later(KEEP_AFTER, self._keep)

    def now(self) -> None:
        """Keep what is not kept yet. Raises ``StoreError``: it is still due then."""
        if self._due is not None:
            self._store()
            self.forget()

    def forget(self) -> None:
        """What was typed need not be kept any more."""
        if self._due is not None:
            self._due.stop()
            self._due = None

    def _keep(self) -> None:
        try:
            self.now()
        except NianbaoError as error:
            self._due = self._later(KEEP_AGAIN, self._keep)
            self._told(str(error))
        else:
            self._told("")


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
    """Call ``leave`` in the running loop when the program is asked to end; it ends too where the loop is busy
    with something that takes for ever."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, leave)
            signal.signal(number, lambda *_: end_for_certain(KEEP_WITHIN + LEAVE_WITHIN))


def bound_size() -> None:
    """A terminal that says it has millions of cells would be painted for ever: as many as a screen may have
    are taken of it."""
    columns, lines = shutil.get_terminal_size()
    if columns * lines > MOST_CELLS:
        os.environ.update(COLUMNS=str(min(columns, MOST_COLUMNS)), LINES=str(min(lines, MOST_LINES)))


def terminal_is_gone() -> bool:
    """Whether the terminal of a program that runs in one has been closed."""
    if sys.platform == "win32":
        return False
    try:
        look = select.poll()
        look.register(0, select.POLLHUP)
        return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in look.poll(0))
    except OSError:
        return True


def end_for_certain(seconds: float) -> None:
    """End the process within a time even if the terminal cannot be given back."""
    timer = threading.Timer(seconds, os._exit, (1,))
    timer.daemon = True
    timer.start()


def end_with_parent(grace: float = KEEP_WITHIN) -> None:
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
