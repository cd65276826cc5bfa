"""The manual for clerks as lines of a pane: docs/manual.zh-CN.md without its pictures."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.tui.text.rows import Row, row, wrapped

_HERE: Final = Path(__file__)
_NAME: Final = "manual.zh-CN.md"
PLACES: Final = (_HERE.with_name(_NAME), _HERE.parents[3] / "docs" / _NAME)
"""Where the manual lies: beside this module in an installed program, among the docs in the repository."""
_LINK: Final = re.compile(r"\[(?P<words>[^\]]*)\]\([^)]*\)")
_MISSING: Final = "没有找到使用手册，请看项目说明里的使用手册。"


def manual_rows(room: int) -> list[Row]:
    """The manual in lines of ``room`` cells."""
    path = next((path for path in PLACES if path.is_file()), None)
    text = path.read_text("utf-8") if path is not None else _MISSING
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, room)]


def _lines(paragraph: str, room: int) -> Iterator[Row]:
    if paragraph.startswith("!["):
        return
    words = _LINK.sub(r"\g<words>", paragraph).replace("`", "")
    if words.startswith("#"):
        yield row(words.lstrip("# "), "strong")
    else:
        yield from wrapped(words, room) if words else (row(""),)
