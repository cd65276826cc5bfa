"""White space in Chinese running text: none between its characters, one space beside a Latin word."""

import re
from typing import Final

_CHINESE: Final = r"\u2e80-\u9fff\uff00-\uffef\u2018-\u201d\U00020000-\U0003ffff"
_FOREIGN: Final = re.compile(rf"[^{_CHINESE}]+")
_LETTER: Final = re.compile(r"[^\W\d_]")


def without_gaps(line: str) -> str:
    """A line without the spaces that justify it or set digits off; Latin words keep one space beside them."""
    return _FOREIGN.sub(_set_off, line)


def _set_off(found: re.Match[str]) -> str:
    bare = found[0].strip()
    if not _LETTER.search(bare):
        return bare
    before, after = (" " if end.isspace() else "" for end in (found[0][0], found[0][-1]))
    return f"{before}{bare}{after}"
