"""Whether the screens are light or dark, as it was chosen last on this computer."""

from contextlib import suppress
from typing import Final

from store import paths

_LIGHT: Final = "light"
_LONGEST: Final = 20


def is_light() -> bool:
    """Whether light screens were chosen; dark ones where nothing was, or nothing can be read."""
    with suppress(OSError, ValueError), paths.appearance().open(encoding="utf-8") as file:
        return file.read(_LONGEST).strip() == _LIGHT
    return False


def keep_light(light: bool) -> None:
    """Choose for the next time too; where that cannot be written it holds for this time."""
    path = paths.appearance()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{_LIGHT if light else 'dark'}\n", encoding="utf-8")
