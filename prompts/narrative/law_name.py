"""《条例》: templates call the law so where a text says what it means, or its organ calls it so too."""

import re
from collections.abc import Iterable
from typing import Final

_SHORT: Final = "《条例》"
_FULL: Final = "《政府信息公开条例》"
_EXPLAINED: Final = re.compile(r"简称[：:“]*《条例》|（《条例》）")


def is_known(texts: Iterable[str], own: Iterable[str]) -> bool:
    """Whether a narrative explains the short name, or the organ's ``own`` sentences use it."""
    return any(_EXPLAINED.search(text) for text in texts) or any(_SHORT in text for text in own)


def in_full(text: str) -> str:
    """A template's sentence with the law's name."""
    return text.replace(_SHORT, _FULL)


def in_short(text: str) -> str:
    """A sentence as templates have it."""
    return text.replace(_FULL, _SHORT)
