"""How runs of a Word document are shown: struck out, hidden or raised, by themselves or by their style."""

from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE: Final = ("strike", "dstrike", "vanish")
_OFF: Final = frozenset({"0", "false", "off"})
_DEEPEST: Final = 10


class RunStyles:
    """What the character styles of a document say of the runs that have them."""

    def __init__(self, styles: Any | None) -> None:
        self._settings: dict[str, tuple[Any, str]] = {}
        for style in () if styles is None else styles.iter(_W + "style"):
            if style.get(_W + "type") == "character":
                above = style.find(_W + "basedOn")
                name = "" if above is None else above.get(_W + "val", "")
                self._settings[style.get(_W + "styleId", "")] = (style.find(_W + "rPr"), name)

    def is_gone(self, settings: Any) -> bool:
        """Whether a run is struck out or hidden, and so no part of the text."""
        return any(self._value(settings, name, "1") not in {None, *_OFF} for name in _GONE)

    def is_raised(self, settings: Any) -> bool:
        """Whether a run stands above or below the line."""
        return self._value(settings, "vertAlign", "") in {"superscript", "subscript"}

    def _value(self, settings: Any, name: str, bare: str) -> str | None:
        """The value of a property that the run or, without it, its style has; ``bare`` where it has none."""
        found = settings.find(_W + name)
        style = settings.find(_W + "rStyle") if found is None and self._settings else None
        above = "" if style is None else style.get(_W + "val", "")
        for _ in range(_DEEPEST):
            if found is not None or above not in self._settings:
                break
            own, above = self._settings[above]
            found = None if own is None else own.find(_W + name)
        return None if found is None else str(found.get(_W + "val", bare))
