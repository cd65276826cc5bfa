"""The keys of a screen in words, from its bindings: neither help nor the list of actions can go stale."""

from dataclasses import dataclass
from typing import Any, Final

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

_NAMES: Final = {
    "escape": "Esc", "enter": "回车", "space": "空格", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "PgUp", "pagedown": "PgDn", "delete": "Delete", "backspace": "退格", "home": "Home",
    "end": "End", "tab": "Tab", "ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "slash": "/",
}  # fmt: skip
OTHER_ACTIONS: Final = "OTHER_ACTIONS"
"""Of a screen: what has no key of its own and is found by its words, each with its action."""
OTHER_KEYS: Final = "OTHER_KEYS"
"""Of a screen: keys that its widgets handle themselves, each with what it does."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does on a screen: its keys as they are shown, what it does, and the action to run."""

    keys: str
    words: str
    action: str


def key_name(key: str) -> str:
    """A key as it is shown: ``ctrl+z`` is Ctrl+Z."""
    return "+".join(_NAMES.get(part, part.upper() if len(part) <= 3 else part) for part in key.split("+"))


def actions_of(screen: Screen[Any]) -> list[Action]:
    """What can be done on a screen and everywhere, in the order of the bindings, if they have words."""
    others = [Action("", words, f"screen.{name}") for words, name in getattr(screen, OTHER_ACTIONS, ())]
    return [*_declared(type(screen), "screen"), *others, *_declared(type(screen.app), "app")]


def _declared(owner: type[DOMNode], namespace: str) -> list[Action]:
    return [
        Action(
            " ".join(key_name(key.strip()) for key in binding.key.split(",")[:2]),
            binding.description,
            binding.action if "." in binding.action.partition("(")[0] else f"{namespace}.{binding.action}",
        )
        for base in owner.__mro__
        if base not in {App, Screen} and issubclass(base, DOMNode)
        for binding in vars(base).get("BINDINGS", ())
        if isinstance(binding, Binding) and binding.description and not base.__module__.startswith("textual.")
    ]


def other_keys(screen: Screen[Any]) -> tuple[tuple[str, str], ...]:
    """The keys that no binding has: moving, confirming."""
    return tuple(getattr(screen, OTHER_KEYS, ()))
