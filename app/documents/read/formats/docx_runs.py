"""How runs of a Word document are shown: struck out, hidden, white on white or raised, by themselves or by
their style."""

import re
from typing import Any, Final

from app.documents.read.formats.docx_elements import W, first_child
from app.documents.read.tables.numbers import holds_number

_GONE: Final = ("strike", "dstrike", "vanish")
_TELLING: Final = {W + name: name for name in (*_GONE, "vertAlign", "position", "color", "rStyle")}
_OFF: Final = frozenset({"0", "false", "off"})
_DEEPEST: Final = 10
_WHITE: Final = re.compile(r"(?:[Ff][0-9A-Fa-f]){3}")
"""A colour that white paper does not show."""
_PAPER: Final = frozenset({"background1", "light1"})
"""Colours of a theme that are the paper's."""
_PRINTED: Final = 20
"""Half points of letters of which nothing says how large they are."""
_RAISED_WHOLE: Final = 4
"""Half points above the line from which a letter is raised that is no smaller than others."""
Look = dict[str, Any]


class RunStyles:
    """How the runs of a document are shown, its character styles counted."""

    def __init__(self, styles: Any | None) -> None:
        self._looks: dict[str, Look] = {}
        self._shaded_tables: set[str] = set()
        self._size = _PRINTED
        for style in () if styles is None else styles.iter(W + "style", W + "rPrDefault"):
            settings = style.find(W + "rPr")
            if style.get(W + "type") == "character":
                self._looks[style.get(W + "styleId", "")] = _with_size(settings, style.find(W + "basedOn"))
            elif style.get(W + "type") == "table":
                if any(map(_is_dark, style.iter(W + "shd"))):
                    self._shaded_tables.add(style.get(W + "styleId", ""))
            elif style.tag == W + "rPrDefault" or style.get(W + "default") in {"1", "true", "on"}:
                self._size = _number(first_child(settings, W + "sz"), self._size)

    @property
    def hide(self) -> bool:
        """Whether a character style hides, strikes out or whitens what has it."""
        return any(_is_on(look, *_GONE) or _is_white(look.get("color")) for look in self._looks.values())

    def are_telling(self, settings: Any | None) -> bool:
        """Whether the settings of a run say anything that bears on whether and where it is shown."""
        return settings is not None and bool(self._look(settings))

    def is_gone(self, run: Any, settings: Any) -> bool:
        """Whether a run is struck out, hidden, or white on white, and so no part of what is printed."""
        look = self._look(settings)
        return bool(look) and (
            _is_on(look, *_GONE) or (_is_white(look.get("color")) and not self._is_shaded(run))
        )

    def hide_number(self, cell: Any) -> bool:
        """Whether a number of a cell is not shown."""
        gone = (
            "".join(text.text or "" for text in run.iter(W + "t"))
            for run in cell.iter(W + "r")
            if self.are_telling(settings := first_child(run, W + "rPr")) and self.is_gone(run, settings)
        )
        return holds_number("".join(gone))

    def is_struck(self, settings: Any) -> bool:
        """Whether a run is struck out."""
        return _is_on(self._look(settings), "strike", "dstrike")

    def is_raised(self, run: Any, settings: Any) -> bool:
        """Whether a run stands above or below the line of what is beside it."""
        look = self._look(settings)
        if not look:
            return False
        align = look.get("vertAlign")
        if align is not None and align.get(W + "val") in {"superscript", "subscript"}:
            return True
        place = _number(look.get("position"), 0)
        return place != 0 and self._is_above_others(run, place)

    def _is_above_others(self, run: Any, place: int) -> bool:
        """Whether others in the paragraph stand on another line, and are larger or clearly apart from it."""
        beside = (
            first_child(one, W + "rPr")
            for one in _paragraph_of(run).iter(W + "r")
            if one is not run and any((text.text or "").strip() for text in one.iter(W + "t"))
        )
        apart = [other for other in beside if _number(self._look(other).get("position"), 0) != place]
        size = self._size_of(first_child(run, W + "rPr"))
        return any(abs(place) >= _RAISED_WHOLE or self._size_of(other) > size for other in apart)

    def _size_of(self, settings: Any) -> int:
        size = first_child(settings, W + "sz")
        return _number(self._look(settings).get("sz") if size is None else size, self._size)

    def _look(self, settings: Any) -> Look:
        """What the settings of a run or, without them, its style say of how it is shown; mostly nothing."""
        look: Look = {}
        for child in () if settings is None else settings:
            if name := _TELLING.get(child.tag):
                look[name] = child
        above = look.pop("rStyle", None)
        for _ in range(_DEEPEST):
            found = self._looks.get("" if above is None else above.get(W + "val", ""))
            if found is None:
                break
            above = found.get("rStyle")
            look = {name: value for name, value in found.items() if name != "rStyle"} | look
        return look

    def _is_shaded(self, run: Any) -> bool:
        """Whether something dark is, or may be, behind a run."""
        highlight = first_child(first_child(run, W + "rPr"), W + "highlight")
        if highlight is not None and highlight.get(W + "val") not in {"none", "white"}:
            return True
        for above in (run, *run.iterancestors()):
            if above.tag == W + "txbxContent":
                return True
            if above.tag in _SETTINGS and self._has_shade(first_child(above, _SETTINGS[above.tag])):
                return True
        return False

    def _has_shade(self, settings: Any) -> bool:
        style = first_child(settings, W + "tblStyle")
        if style is not None and style.get(W + "val") in self._shaded_tables:
            return True
        return _is_dark(first_child(settings, W + "shd"))


_SETTINGS: Final = {W + "r": W + "rPr", W + "p": W + "pPr", W + "tc": W + "tcPr", W + "tbl": W + "tblPr"}


def _with_size(settings: Any, above: Any) -> Look:
    """What a character style says, its size and the style it is based on too."""
    look: Look = {} if above is None else {"rStyle": above}
    for child in () if settings is None else settings:
        name = "sz" if child.tag == W + "sz" else _TELLING.get(child.tag, "rStyle")
        if name != "rStyle":
            look[name] = child
    return look


def _is_on(look: Look, *names: str) -> bool:
    return any(
        (found := look.get(name)) is not None and found.get(W + "val", "1") not in _OFF for name in names
    )


def _is_white(color: Any | None) -> bool:
    """Whether a colour is the paper's."""
    if color is None:
        return False
    if _WHITE.fullmatch(value := color.get(W + "val", "")):
        return True
    shaded = color.get(W + "themeShade") or color.get(W + "themeTint")
    return value in {"", "auto"} and color.get(W + "themeColor") in _PAPER and not shaded


def _is_dark(shading: Any | None) -> bool:
    """Whether a shading shows white letters."""
    if shading is None:
        return False
    if shading.get(W + "val", "clear") not in {"clear", "nil"}:
        return True
    fill = shading.get(W + "fill", "auto")
    if fill == "auto":
        return shading.get(W + "themeFill", "background1") not in _PAPER
    return _WHITE.fullmatch(fill) is None


def _paragraph_of(run: Any) -> Any:
    return next((above for above in run.iterancestors() if above.tag == W + "p"), run)


def _number(element: Any | None, default: int) -> int:
    text = "" if element is None else element.get(W + "val", "")
    return int(text) if re.fullmatch(r"-?[0-9]{1,5}", text) else default
