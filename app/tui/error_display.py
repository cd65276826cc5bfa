"""The one place where what goes wrong on a screen becomes a sentence for the clerk, never a traceback."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sections.errors import NianbaoError

P = ParamSpec("P")


class Speaker(Protocol):
    """A screen that can say a sentence."""

    def say(self, text: str, style: str = "") -> None:
        """Show the sentence until something else happens."""


S = TypeVar("S", bound=Speaker)


def shows_errors(method: "Callable[Concatenate[S, P], None]") -> "Callable[Concatenate[S, P], None]":
    """Make an action or handler say a ``NianbaoError`` with ``self.say`` instead of raising it."""

    @wraps(method)
    def guarded(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            method(self, *args, **kwargs)
        except NianbaoError as error:
            self.say(str(error), "$text-error")

    return guarded
