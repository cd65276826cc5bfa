"""The one place where what goes wrong becomes a sentence for the clerk, never a traceback."""

import traceback
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

from sections.errors import NianbaoError

LOG_NAME: Final = "nianbao-error.log"
P = ParamSpec("P")


class Speaker(Protocol):
    """A screen that can say a sentence."""

    def say(self, text: str, style: str = "") -> None:
        """Show the sentence until something else happens."""


S = TypeVar("S", bound=Speaker)


def politely(method: "Callable[Concatenate[S, P], None]") -> "Callable[Concatenate[S, P], None]":
    """An action or handler whose expected failures are said by its screen."""

    @wraps(method)
    def guarded(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            method(self, *args, **kwargs)
        except NianbaoError as error:
            self.say(str(error), "$text-error")

    return guarded


def words_for(error: BaseException) -> str:
    """What is said when the program has to stop; the technical part goes into a log file."""
    if isinstance(error, NianbaoError):
        return str(error)
    place = _log(error)
    kept = f"技术细节记在 {place}，可以发给维护人员。" if place else ""
    return f"程序出了意外，只好退出。填写的内容都已保存，运行 nianbao --resume 就能接着填。{kept}"


def _log(error: BaseException) -> Path | None:
    """Write the traceback down; None where even that cannot be done."""
    from store.paths import home

    path = home() / LOG_NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now():%Y-%m-%d %H:%M:%S}\n{''.join(traceback.format_exception(error))}\n")
    except OSError:
        return None
    return path
