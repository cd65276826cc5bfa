"""How an official document is laid out: the profiles of nianbao, and the clerk's own from a TOML file.

Lengths are in twips (1/20 pt) and sizes in half points, as WordprocessingML has them; a profile's file speaks
of millimetres and points. Numbers without another source are those of GB/T 9704-2012."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from app.documents.errors import DocumentError
from app.input_files import InputFileError, content_of, toml_of


@dataclass(frozen=True, slots=True)
class Layout:
    """Page, fonts and sizes; ``body`` to ``table`` are the East Asian fonts of the styles."""

    page: tuple[int, int] = (11906, 16838)
    margins: tuple[int, int, int, int] = (2098, 1474, 1984, 1587)
    """Top, right, bottom, left: 37, 26, 35, 28 mm (5.2.1)."""
    footer: int = 1418
    """25 mm from the page's foot: the page number stands 7 mm below the text (7.5)."""
    lines: int = 22
    characters: int = 28
    """Of a page and of a line (5.2.3)."""
    body: str = "仿宋_GB2312"
    title: str = "方正小标宋简体"
    heading: str = "黑体"
    topic: str = "楷体_GB2312"
    table: str = "宋体"
    latin: str = "Times New Roman"
    body_size: int = 32
    title_size: int = 44
    number_size: int = 28
    title_bold: bool = False
    band: str = "F2F2F2"
    """The fill of the bands in the table of part two, or an empty string."""
    sealed: bool = False
    """Whether the 落款 leaves room for a seal (7.3.5.1) or not (7.3.5.2)."""

    @property
    def width(self) -> int:
        """Of the text, and of the tables: 156 mm."""
        return self.page[0] - self.margins[1] - self.margins[3]

    @property
    def height(self) -> int:
        """Of the text: 225 mm."""
        return self.page[1] - self.margins[0] - self.margins[2]

    @property
    def line(self) -> int:
        """The exact pitch of the lines, so that ``lines`` of them fill a page."""
        return self.height // self.lines

    @property
    def scale(self) -> int:
        """The percentage to which characters are narrowed or widened so that ``characters`` fill a line; 100
        where what is left is less than a character, which is shared out as the line is justified.

        Other widths, not more or less room between characters: with any such room LibreOffice drops the marks
        that hang at the end of a line from the PDF."""
        letter = self.body_size * 10
        if 0 <= self.width - self.characters * letter < letter:
            return 100
        return 100 * self.width // (self.characters * letter)

    @property
    def advance(self) -> float:
        """From one character to the next."""
        return self.body_size * 10 * self.scale / 100


GBT9704: Final = Layout()
WINDOWS: Final = Layout(body="仿宋", title="宋体", topic="楷体", title_bold=True)
"""With the fonts that every Windows has."""

LAYOUTS: Final[dict[str, Layout]] = {
    "gbt9704": GBT9704,
    "windows": WINDOWS,
    "gbt9704-sealed": replace(GBT9704, sealed=True),
    "windows-sealed": replace(WINDOWS, sealed=True),
}

LABELS: Final[dict[str, str]] = {
    "gbt9704": "国家标准 GB/T 9704，不盖章",
    "windows": "Windows 自带的字体，不盖章",
    "gbt9704-sealed": "国家标准 GB/T 9704，留出盖章的位置",
    "windows-sealed": "Windows 自带的字体，留出盖章的位置",
}
"""What they are called on the screen."""

ALTERNATIVES: Final[dict[str, str]] = {
    "仿宋_GB2312": "仿宋,FangSong",
    "仿宋": "FangSong,仿宋_GB2312",
    "楷体_GB2312": "楷体,KaiTi",
    "楷体": "KaiTi,楷体_GB2312",
    "黑体": "SimHei",
    "宋体": "SimSun",
    "方正小标宋简体": "方正小标宋_GBK,华文中宋,宋体",
    "Times New Roman": "Liberation Serif",
}
"""What Word may take where a font is not installed."""

_HINT: Final = "版式文件的写法见 docs/document.md。"
_Setting = Callable[[Any], Any]


class _WrongError(Exception):
    """What is wrong with a value, in Chinese."""


def _font(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[\w .\-]{1,40}", value):
        raise _WrongError('应当是字体名称，例如 "仿宋"')
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongError("应当是 true 或 false")
    return value


def _colour(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"(?:[0-9A-Fa-f]{6})?", value):
        raise _WrongError('应当是六位颜色值（如 "F2F2F2"），不要底色就写 ""')
    return value.upper()


def _between(least: float, most: float, factor: float, unit: str) -> _Setting:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise _WrongError(f"应当是 {least:g} 到 {most:g} 之间的数（{unit}）")
        return round(value * factor)

    return read


_MM: Final = 1440 / 25.4
_NUMBER_LINE: Final = 13
"""Twips of the line of the page number, a half point of its letters."""
_LEAST_FOOTER: Final = 280
"""Twips below the page number that every printer prints: 5 mm."""
_MARGINS: Final = ("top", "right", "bottom", "left")
_SETTINGS: Final[dict[str, dict[str, _Setting]]] = {
    "fonts": dict.fromkeys(("body", "title", "heading", "topic", "table", "latin"), _font)
    | {"title_bold": _truth},
    "page": dict.fromkeys(_MARGINS, _between(10, 60, _MM, "毫米")) | {"footer": _between(5, 60, _MM, "毫米")},
    "text": {
        "lines": _between(15, 40, 1, "行"),
        "characters": _between(20, 45, 1, "字"),
        "body_size": _between(10, 22, 2, "磅"),
        "title_size": _between(14, 36, 2, "磅"),
        "number_size": _between(9, 18, 2, "磅"),
    },
    "table": {"band": _colour},
    "signature": {"sealed": _truth},
}


def load_layout(name: str | Path) -> Layout:
    """The layout of that name: one of nianbao's, ``layouts/<name>.toml`` of the clerk's settings folder, or
    the path of a TOML file. Raises ``DocumentError`` that names the file and the line."""
    if str(name).lower() in LAYOUTS:
        return LAYOUTS[str(name).lower()]
    path = _path(name)
    try:
        content = content_of(path)
        text = content.decode("utf-8-sig")
    except InputFileError as error:
        raise DocumentError(error.message, _HINT) from error
    except UnicodeDecodeError as error:
        raise DocumentError(f"版式文件 {path} 不是 UTF-8 文本。", _HINT) from error
    except (OSError, ValueError) as error:
        raise DocumentError(f"没有“{name}”这个版式：{path} 读不到。", _known()) from error
    return _layout(path, text)


def _path(name: str | Path) -> Path:
    from store.paths import layouts

    path = Path(name)
    return path if path.suffix.lower() == ".toml" else layouts() / f"{path}.toml"


def _known() -> str:
    return f"可用的版式：{'、'.join([*LAYOUTS, *own_layouts()])}。"


def own_layouts() -> list[str]:
    """The names of the clerk's own layouts."""
    from store.paths import layouts

    folder = layouts()
    return sorted(path.stem for path in folder.glob("*.toml")) if folder.is_dir() else []


def _layout(path: Path, text: str) -> Layout:
    try:
        raw = toml_of(text.encode())
    except ValueError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise DocumentError(f"版式文件 {path} 第{line}行写法不对。", _HINT) from error
    base = raw.pop("based_on", "gbt9704")
    if not isinstance(base, str) or base not in LAYOUTS:
        raise _wrong(path, text, "", "based_on", f"应当是 {'、'.join(LAYOUTS)} 之一")
    made = replace(LAYOUTS[base], **_changes(path, text, raw, LAYOUTS[base]))
    _check(path, text, made)
    return made


def _changes(path: Path, text: str, raw: Mapping[str, Any], base: Layout) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    margins = dict(zip(_MARGINS, base.margins, strict=True))
    for group, values in raw.items():
        if group not in _SETTINGS or not isinstance(values, dict):
            raise _wrong(
                path, text, "", group, f"不认识，可以写 {'、'.join(f'[{setting}]' for setting in _SETTINGS)}"
            )
        for key, value in values.items():
            setting = _SETTINGS[group].get(key)
            if setting is None:
                raise _wrong(path, text, group, key, f"不认识，可以写 {'、'.join(_SETTINGS[group])}")
            try:
                (margins if key in margins else changes)[key] = setting(value)
            except _WrongError as error:
                raise _wrong(path, text, group, key, str(error)) from error
    if "footer" not in changes:
        changes["footer"] = base.footer + margins["bottom"] - base.margins[2]
    return changes | {"margins": tuple(margins[side] for side in _MARGINS)}


def _check(path: Path, text: str, layout: Layout) -> None:
    """Lines, characters and the page number must find room."""
    size = layout.body_size * 10
    if layout.line < size:
        raise _wrong(path, text, "text", "lines", f"版心放不下每页{layout.lines}行")
    if layout.footer < _LEAST_FOOTER or layout.footer + layout.number_size * _NUMBER_LINE > layout.margins[2]:
        raise _wrong(path, text, "page", "footer", "页码在下边距里放不下，请把 bottom 改大或者把 footer 改小")
    if layout.scale < 90:
        raise _wrong(path, text, "text", "characters", f"版心放不下每行{layout.characters}字")


def _wrong(path: Path, text: str, group: str, key: str, what: str) -> DocumentError:
    return DocumentError(f"版式文件 {path} 第{_line_of(text, group, key)}行：{key} {what}。", _HINT)


def _line_of(text: str, group: str, key: str) -> int:
    """The line on which ``key`` of ``group`` stands, or else the group's, or the first."""
    inside, found = "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        if head := re.match(r"\s*\[+\s*([^\]]*?)\s*\]", line):
            inside = head[1].strip("\"' ")
            if inside == (group or key):
                found = number
        if inside == group and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
            return number
        if re.match(rf"\s*{re.escape(group)}\s*\.\s*{re.escape(key)}\s*=", line) and group:
            return number
    return found
