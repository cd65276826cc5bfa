"""Whether a text can stand in a report at all: no pictographs, and words where words are wanted."""

import re
from typing import Final

from prompts.typed import NOTHING, NotUnderstood, quote

_PICTOGRAPH: Final = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u26ff\u2728\u2764\u2b50\ufe0f\u20e3]"
)
"""Emoji; marks that documents use, such as ★, √ and ①, are none."""
_LETTERS: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]|[A-Za-z]")
_NOTHING_AND: Final = re.compile(
    f"(?:{'|'.join(sorted(map(re.escape, NOTHING), key=len, reverse=True))})[0-9.]+"
)


def refuse_unprintable(text: str) -> None:
    """Raise ``NotUnderstood`` for a text with an emoji: the faces of documents have none."""
    if found := _PICTOGRAPH.search(text):
        raise NotUnderstood(f"“{found[0]}”是表情符号，年报里不能用，请删去后再按回车。")


def refuse_wordless(text: str, example: str, *, required: bool) -> None:
    """Raise ``NotUnderstood`` where words are wanted and a number, or 「无2」, was typed; ``required`` is
    whether there must be some."""
    if not _LETTERS.search(text) or _NOTHING_AND.fullmatch(text):
        otherwise = "" if required else "，没有就填“无”"
        raise NotUnderstood(f"没看懂{quote(text)}，这里要用文字写，例如“{example.rstrip('。')}”{otherwise}。")
