"""The numbers that Word prints before headings and list items without their standing in the text."""

import re
from typing import Any, Final

from app.documents.read.formats.docx_elements import W, first_child

_CHINESE: Final = "〇一二三四五六七八九"
_MOST: Final = 999
_DEEPEST: Final = 9
_CHINESE_FORMATS: Final = frozenset({
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand",
})  # fmt: skip


class Numbering:
    """Counts the numbered paragraphs of one document, in order, and says what is printed before each."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None and self._levels:
            self._read_styles(styles)

    def label(self, paragraph: Any) -> str:
        """The number printed before ``paragraph``, or 「」."""
        place = self._list_level(first_child(paragraph, W + "pPr")) if self._levels else None
        if place is None:
            return ""
        list_id, level = place
        levels = self._levels[list_id]
        counts = self._counts.setdefault(list_id, [None] * _DEEPEST)
        current = counts[level]
        counts[level] = levels[level][2] if current is None else current + 1
        counts[level + 1 :] = [None] * (_DEEPEST - level - 1)

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            kind, _, start = levels.get(at, ("decimal", "", 1))
            return _numeral(kind, counts[at] or start)

        kind, text, _ = levels[level]
        return "" if kind in {"bullet", "none"} else re.sub(r"%([1-9])", shown, text)

    def _list_level(self, settings: Any | None) -> tuple[str, int] | None:
        if settings is None:
            return None
        list_id, level = _numbered(settings)
        style = first_child(settings, W + "pStyle")
        if list_id is None and style is not None:
            list_id, level = self._styles.get(style.get(W + "val", ""), (None, 0))
        return (list_id, level) if list_id in self._levels and level in self._levels[list_id] else None

    def _read_lists(self, numbering: Any) -> None:
        kinds = {
            kind.get(W + "abstractNumId"): {
                _whole(level.get(W + "ilvl")): _level(level) for level in kind.findall(W + "lvl")
            }
            for kind in numbering.findall(W + "abstractNum")
        }
        for made in numbering.findall(W + "num"):
            levels = dict(kinds.get(_value(made, "abstractNumId"), {}))
            for change in made.findall(W + "lvlOverride"):
                at, start = _whole(change.get(W + "ilvl")), _value(change, "startOverride")
                if at in levels and start:
                    levels[at] = (*levels[at][:2], _whole(start))
            if levels:
                self._levels[made.get(W + "numId", "")] = levels

    def _read_styles(self, styles: Any) -> None:
        for style in styles.findall(W + "style"):
            settings = style.find(W + "pPr")
            list_id, level = (None, 0) if settings is None else _numbered(settings)
            if list_id is not None:
                self._styles[style.get(W + "styleId", "")] = (list_id, level)


def _numbered(settings: Any) -> tuple[str | None, int]:
    """The list and the level that paragraph settings name."""
    own = first_child(settings, W + "numPr")
    if own is None:
        return None, 0
    return _value(own, "numId") or None, min(_whole(_value(own, "ilvl")), _DEEPEST - 1)


def _level(level: Any) -> tuple[str, str, int]:
    start = _value(level, "start")
    return _value(level, "numFmt") or "decimal", _value(level, "lvlText")[:20], _whole(start) if start else 1


def _value(parent: Any, name: str) -> str:
    child = first_child(parent, W + name)
    return "" if child is None else child.get(W + "val", "")


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else 0


def _numeral(kind: str, number: int) -> str:
    if kind in _CHINESE_FORMATS and 0 < number <= _MOST:
        return _chinese(number)
    if kind in {"lowerLetter", "upperLetter"} and 0 < number <= 26:
        return chr((64 if kind == "upperLetter" else 96) + number)
    return str(number)


def _chinese(number: int) -> str:
    """1 to 999 in Chinese."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_CHINESE[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{_CHINESE[tens] if tens > 1 or hundreds else ''}十"
    elif hundreds and ones:
        text += "零"
    return text + (_CHINESE[ones] if ones else "")
