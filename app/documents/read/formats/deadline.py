"""A limit on the time that a parser of other people's files may take."""

import ctypes
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self

_AGAIN = 0.5
"""Seconds until it is raised again: raised inside a callback of the interpreter's own it would be lost."""


class Timer(Protocol):
    """What calls a function later, as ``threading.Timer`` does."""

    daemon: bool

    def start(self) -> None:
        """Begin to wait."""

    def cancel(self) -> None:
        """Wait no longer."""


class TooLong(BaseException):
    """The time is over. Not an ``Exception``, so that no parser mistakes it for a fault of its file."""


class Deadline:
    """Raises ``TooLong`` inside its block once ``seconds`` are over, wherever pure Python code then is.

    Works in any thread, unlike a signal; a single long call into C is not interrupted. ``timer`` is the
    clock: it makes something that calls a function after so many seconds."""

    def __init__(
        self, seconds: float, timer: Callable[[float, Callable[[], None]], Timer] = threading.Timer
    ) -> None:
        self._seconds = seconds
        self._make = timer
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._done = False
        self._timer = self._started(seconds)

    def _started(self, seconds: float) -> Timer:
        timer = self._make(seconds, self._fire)
        timer.daemon = True
        timer.start()
        return timer

    def extend(self, seconds: float) -> None:
        """Give more time."""
        self._timer.cancel()
        self._seconds += seconds
        self._timer = self._started(self._seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._done = True
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), None)

    def _fire(self) -> None:
        with self._lock:
            if not self._done:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(self._thread), ctypes.py_object(TooLong)
                )
                self._timer = self._started(_AGAIN)
