"""Invisible and look-alike characters of a source: nothing, or the ordinary character; 繁體 becomes 简体."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any, Final

from app.documents.read.blocks import Block, Cell, Grid, Paragraph

_SEQUENCE: Final = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b\]|\x9d)[ -~]{0,200}?(?:\x07|\x1b\\|\x9c|(?![ -~]))"
    r"|\x1b[ -/]*[0-~]?"
)
"""What a terminal would take for an order, with the words of the order."""
_NOTHING: Final = re.compile(
    "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u180b-\\u180e"
    "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\u206a-\\u206f\\ufe00-\\ufe0f\\ufeff"
    "\\ufff9-\\ufffb\\U000e0000-\\U000e0fff]"
)
"""Controls, marks of direction, zero widths, variation selectors."""
_LOOK_ALIKE: Final = re.compile("[\\u2010\\u2011\\u2e80-\\u2fdf\\uf900-\\ufaff\\U0002f800-\\U0002fa1f]")
"""Hyphens that are not the keyboard's; CJK and Kangxi radicals, compatibility ideographs."""
_STRANGE: Final = re.compile(f"[\\x1b\\x9b\\x9d{_NOTHING.pattern[1:-1]}{_LOOK_ALIKE.pattern[1:-1]}]")
_RADICALS: Final = dict(
    zip(
        "⺀⺁⺃⺅⺉⺋⺌⺎⺒⺓⺕⺖⺗⺘⺙⺛⺝⺟⺠⺡⺢⺣⺤⺧⺨⺩⺪⺫⺬⺭⺮⺱⺲⺴⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻭⻮⻯⻰⻱⻲⻳",
        "冫厂乛亻刂㔾小兀巳幺彑忄心扌攵旡月母民氵水灬爫牛犭王疋目示礻竹罒罒罒羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角讠贝车辶辶辶阝钅長镸长门阝雨青韦页风飞食食飠饣马骨鬼鱼鸟卤麦黄黾齐歯齿竜龙龟龜龟",
        strict=True,
    )
)
"""Radicals that have no compatibility form in Unicode itself."""
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TRADITIONAL: Final = re.compile("[總體況報導開處無條來請國務關爲為與後實應將發覺項類門縣區]")
_LEAST_TRADITIONAL: Final = 0.02
"""The share of such characters from which a text is taken to be in traditional characters."""


def without_sequences(text: str) -> str:
    """The text without orders to a terminal."""
    return _SEQUENCE.sub("", text)


def raised(text: str) -> str:
    """What stands above or below the line, digits as such characters: they are no part of a number."""
    return text.translate(_RAISED)


def ordinary(text: str) -> str:
    """The text without what cannot be seen, every look-alike as the character that it looks like."""
    if _STRANGE.search(text) is None:
        return text
    text = _NOTHING.sub("", _SEQUENCE.sub("", text))
    return _LOOK_ALIKE.sub(lambda found: _ordinary(found[0]), text)


@cache
def _ordinary(character: str) -> str:
    if character in "\u2010\u2011":
        return "-"
    return _RADICALS.get(character) or unicodedata.normalize("NFKC", character)


def ordinary_blocks(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a source in ordinary characters, paragraphs of which nothing is left dropped."""
    found = _changed(blocks, ordinary)
    if is_traditional("".join(block.text for block in found if isinstance(block, Paragraph))):
        return _changed(found, simplified)
    return found


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters."""
    return len(_TRADITIONAL.findall(text)) > _LEAST_TRADITIONAL * len(text)


def simplified(text: str) -> str:
    """The text in simplified characters."""
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def _changed_grid(grid: Grid, change: Callable[[str], str]) -> Grid:
    """The grid with every text changed; itself where none is."""
    made: dict[tuple[int, int], Cell] = {}
    changed = False
    for row in grid.rows:
        for cell in row:
            if cell.origin not in made:
                text = change(cell.text)
                changed = changed or text is not cell.text
                made[cell.origin] = cell if text is cell.text else Cell(text, cell.origin)
    if not changed:
        return grid
    return replace(grid, rows=tuple(tuple(made[cell.origin] for cell in row) for row in grid.rows))


def _changed(blocks: Iterable[Block], change: Callable[[str], str]) -> list[Block]:
    """The blocks with every text changed; a cell that is merged stays one cell."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Grid):
            found.append(_changed_grid(block, change))
        elif text := change(block.text).strip():
            found.append(Paragraph(text))
    return found
