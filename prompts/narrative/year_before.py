"""去年 or 上年: an organ says one of them, and the templates' sentences say the same."""

import re
from typing import Final

_OURS: Final = "去年"
_OTHER: Final = "上年"
_COMPARED: Final = re.compile(f"(?<=[较比与])(?:{_OURS}|{_OTHER})(?!度|年报)")


def says_other(text: str) -> bool:
    """Whether a text compares with 上年 more often than with 去年."""
    said = _COMPARED.findall(text)
    return said.count(_OTHER) > said.count(_OURS)


def as_others_say(text: str) -> str:
    """A template's sentence with 上年."""
    return _COMPARED.sub(_OTHER, text)


def as_templates_say(text: str) -> str:
    """An organ's sentences with the word of the templates, to be held against these."""
    return _COMPARED.sub(_OURS, text)
