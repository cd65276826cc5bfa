"""How runs of a Word document are shown: struck out, hidden or raised, by themselves or by their style."""

from typing import Any, Final

from app.documents.read.formats.docx_elements import W

_GONE: Final = ("strike", "dstrike", "vanish")
_TELLING: Final = frozenset(W + name for name in (*_GONE, "vertAlign", "rStyle"))
_OFF: Final = frozenset({"0", "false", "off"})
_DEEPEST: Final = 10


class RunStyles:
    """What the character styles of a document say of the runs that have them."""

    def __init__(self, styles: Any | None) -> None:
        self._settings: dict[str, tuple[Any, str]] = {}
        for style in () if styles is None else styles.iter(W + "style"):
            if style.get(W + "type") == "character":
                above = style.find(W + "basedOn")
                name = "" if above is None else above.get(W + "val", "")
                self._settings[style.get(W + "styleId", "")] = (style.find(W + "rPr"), name)

    def is_gone(self, settings: Any) -> bool:
        """Whether a run is struck out or hidden, and so no part of the text."""
        return _tells(settings) and any(
            self._value(settings, name, "1") not in {None, *_OFF} for name in _GONE
        )

    def is_raised(self, settings: Any) -> bool:
        """Whether a run stands above or below the line."""
        return _tells(settings) and self._value(settings, "vertAlign", "") in {"superscript", "subscript"}

    def _value(self, settings: Any, name: str, bare: str) -> str | None:
        """The value of a property that the run or, without it, its style has; ``bare`` where it has none."""
        found = settings.find(W + name)
        style = settings.find(W + "rStyle") if found is None and self._settings else None
        above = "" if style is None else style.get(W + "val", "")
        for _ in range(_DEEPEST):
            if found is not None or above not in self._settings:
                break
            own, above = self._settings[above]
            found = None if own is None else own.find(W + name)
        return None if found is None else str(found.get(W + "val", bare))


def _tells(settings: Any) -> bool:
    """Whether the settings of a run say anything of how it is shown; most do not."""
    return not _TELLING.isdisjoint([setting.tag for setting in settings])
