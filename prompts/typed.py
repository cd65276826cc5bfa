"""What a clerk typed, cleaned; the words for 「nothing」 and 「as last year」; NotUnderstood."""

import re
import unicodedata
from typing import Final

from sections.errors import NianbaoError
from sections.report.values import Value


class NotUnderstood(NianbaoError):  # noqa: N818
    """An answer that cannot be read: one sentence with what was typed and what would be right."""


_NOTHING: Final = (
    "无 没有 没 零 未 否 没有了 无此项 无此情况 未开展 没开展 没有开展 未发生 没发生 没有发生"
    " 未组织 没组织 没有组织 暂无 不涉及 一个也没有 一件也没有 - － — —— / ／"
)
NOTHING: Final = frozenset(_NOTHING.split())
"""How one says that there is nothing; a dash or a slash is zero in published tables."""

LAST_YEAR: Final = r"(?:去年|上年度?|上一年度?|前一年)"
_TAIL: Final = r"(?:的数)?(?:相比)?(?:一样多?|相同|持平|一致|不变|没变化?|没有变化)"
_AS_LAST: Final = re.compile(
    rf"[=＝]|(?:同|如|按|照){LAST_YEAR}(?:的?数)?|(?:与|和|跟|较|比|同)?{LAST_YEAR}{_TAIL}"
)
_LONGEST_SHOWN: Final = 20
_SPACES: Final = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


def clean(text: str) -> str:
    """``text`` without control and invisible characters, one space for several, one kind of line break."""
    text = re.sub(r"\r\n?|[\u2028\u2029\u0085\v\f]", "\n", text)
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    lines = (_SPACES.sub(" ", line).strip() for line in kept.split("\n"))
    return "\n".join(lines).strip()


def quote(text: str) -> str:
    """``text`` as it is quoted in a sentence: on one line and not long."""
    line = " ".join(text.split())
    return f"“{line[:_LONGEST_SHOWN]}…”" if len(line) > _LONGEST_SHOWN else f"“{line}”"


def is_nothing(text: str) -> bool:
    """Whether a cleaned text says that there is nothing."""
    return text.rstrip("。.!！") in NOTHING


def as_last(text: str) -> bool:
    """Whether a cleaned text says 「as last year」."""
    return _AS_LAST.fullmatch(text.rstrip("。.!！").replace(" ", "")) is not None


def last_or_refuse(text: str, last: Value | None, instead: str) -> Value:
    """Last year's value; raises ``NotUnderstood`` where it is not known."""
    if last is None:
        raise NotUnderstood(f"没有去年这一项的记录，没法按{quote(text)}填写，{instead}。")
    return last
