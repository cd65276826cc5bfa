"""The six headings, recognised in the variants that published reports have."""

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from app.documents.read.labels import squeeze
from sections.form import HEADINGS

TABLED: Final = frozenset({"proactive", "requests", "disputes"})
_NUMBERED: Final = re.compile(r"(?:第[一二三四五六]部分|[一二三四五六]|[1-6])[,.:．]?(?P<rest>.*)")
_WORDS: Final[dict[str, str]] = {
    "overview": r"总体情况$|^概述$|^基本情况$",
    "disputes": r"行政复议.*诉讼|诉讼.*行政复议",
    "requests": r"(?:收到|受理|依申请).*(?:申请|公开)",
    "proactive": r"^主动公开",
    "problems": r"(?:问题|不足).*(?:改进|措施|整改|打算|情况|思路|方向)|存在的?(?:主要)?问题",
    "other": r"其他.*(?:需要?报告|事项|情况)",
}
_LONGEST: Final = 36
_ALIKE: Final = 0.85


@lru_cache(maxsize=2048)
def heading_of(text: str) -> str | None:
    """The section whose heading ``text`` is, or None. A topic 「（一）…」 is no heading of a section."""
    line = squeeze(text)
    if not 3 <= len(line) <= _LONGEST or line.startswith("(") or re.search(r"[。;!?]", line):
        return None
    match = _NUMBERED.fullmatch(line)
    if match:
        rest = match["rest"].rstrip(":,.")
        return next((section for section, words in _WORDS.items() if re.search(words, rest)), None)
    return next((section for section, heading in HEADINGS.items() if _like(line, heading)), None)


def _like(line: str, heading: str) -> bool:
    plain = squeeze(heading)[2:]
    return SequenceMatcher(None, line.rstrip(":"), plain, autojunk=False).ratio() >= _ALIKE
