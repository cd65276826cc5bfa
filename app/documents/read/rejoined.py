"""Paragraphs that a page, or a window of so many characters, has broken into lines."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_PAIRS: Final = ("“”", "《》", "（）")
_ENDS: Final = ("。", "！", "？", "；", "：", ":", ";")
_ITEM: Final = re.compile(
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、．](?!\d)"
    r"|[\u2460-\u2487\u3220-\u3229]|第[一二三四五六七八九十]|附件?[:：\d]|注[:：]|特此|此件|联系人"
    r"|20\d\d年\d{1,2}月\d{1,2}日$"
)
"""How a line begins that goes on with no other."""
_LEAST_LINES: Final = 5
"""Of one length, from which it is the width of a window."""
_BACK: Final = 2000
"""Characters of a paragraph in which a mark may have been opened."""
_SHORTEST: Final = 12
_MOST_LONGER: Final = 0.05
"""The share of lines that may be longer nevertheless."""


def begins_item(line: str) -> bool:
    """Whether a line begins something of its own: a topic, an item, a note, a date."""
    return _ITEM.match(line) is not None


def is_finished(line: str) -> bool:
    """Whether a line ends as a paragraph does."""
    return line.endswith(_ENDS)


@dataclass(frozen=True, slots=True)
class Window:
    """How wide the window was in which running text was broken into lines; 0 where none was."""

    width: int = 0
    measure: Callable[[str], int] = len

    def fills(self, line: str) -> bool:
        """Whether a line goes from side to side."""
        return bool(self.width) and self.measure(line) >= self.width - 1


def window_of(lines: Sequence[str]) -> Window:
    """The window of so many characters, or so many columns, that a text was written in."""
    for measure in (len, _columns):
        widths = [width for line in lines if (width := measure(line)) >= _SHORTEST]
        counted = Counter(widths)
        common = max(counted, key=lambda width: counted[width] + counted[width - 1], default=0)
        longer = sum(width > common for width in widths)
        if counted[common] + counted[common - 1] >= _LEAST_LINES and longer <= _MOST_LONGER * len(widths):
            return Window(common, measure)
    return Window()


def rejoined(lines: Sequence[str], window: Window) -> Iterator[str]:
    """The lines with those joined that were one: a mark opened in one is closed in the next, a clause goes
    on, or a line goes from side to side of its window."""
    last = room = ""
    for line in lines:
        if last and _goes_on(last[-_BACK:], room, line, window):
            last += line
        else:
            if last:
                yield last
            last = line
        room = line
    if last:
        yield last


def _goes_on(text: str, line: str, more: str, window: Window) -> bool:
    """Whether ``more`` goes on with ``text``, whose last line is ``line``."""
    if text.endswith("、"):
        return True
    if any(
        text.rfind(opened) > text.rfind(closed) and -1 < more.find(closed) < (more + opened).find(opened)
        for opened, closed in _PAIRS
    ):
        return True
    full = window.fills(line) and not is_finished(line)
    return (full or text.endswith("，")) and not begins_item(more)


def _columns(line: str) -> int:
    """The width of a line, Latin letters being half as wide as Chinese characters."""
    return -(-sum(1 + (unicodedata.east_asian_width(char) in "WFA") for char in line) // 2)
