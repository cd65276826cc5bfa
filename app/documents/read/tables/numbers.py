"""The number in one cell of a table, or why there is none. Never a guess."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sections.report.values import LARGEST_COUNT

_BLANK: Final = frozenset({"", "-", "--", "—", "——", "–", "−", "―", "/", "\\", "─"})
_NONE: Final = frozenset({"无", "零", "〇", "○", "◯", "~"})
"""What stands in a cell for none at all, besides dashes."""
_BARE: Final = 9
"""Digits of a number that is surely below ``LARGEST_COUNT``."""
_JUNK: Final = re.compile(r"\[bookmark:[^\]]*\]|[\u200b-\u200f\ufeff\u00ad]")
_MARK: Final = re.compile(
    r"(?<=[\d\uff10-\uff19])\s*(?:[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]"
    r"|[\u00b2\u00b3\u00b9\u2070-\u209f]+|[*＊#＃※†‡]+|[\[［〔【](?:注?\d{0,2})[\]］〕】])$"
)
"""A mark of a note behind a number; compatibility forms would make a digit of it."""
_OTHER_MARK: Final = re.compile(
    r"[\u00b2\u00b3\u00b9\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]"
)
_ASIDE: Final = re.compile(r"(?<=[\d\uff10-\uff19件条])\s*[（(]其中[^()（）]{1,40}[)）]$")
"""A remark on a part of the number: 「22（其中修订16件）」."""
_UNIT: Final = re.compile(r"(?:件|条|个|宗|次|项|起|万元|元)$")
_ADDED: Final = re.compile(r"(?<=\d)\s*[^\W\d_（(]*(?:[（(]其中[^()（）]{1,40}[)）])?$")
"""Words behind a number of a cell, and a remark in brackets."""
_GROUPED: Final = re.compile(r"-?\d{1,3}(?:[,，'’]\d{3})+(?:\.\d+)?")
"""Groups of three; a common space may stand between two numbers."""
_THIN: Final = re.compile(r"[\u2009\u202f](?=\d{3}(?!\d))")
_PLAIN: Final = re.compile(r"-?\d+(?:\.\d+)?")
_CHANGE: Final = re.compile(r"(?:\+|增(?:加|长)?|上升|(?P<shrank>减(?:少|去)?|下降))\s*(?=\d)")
"""What stands before the number by which something grew or shrank."""


# Every cell is looked at some ten times, and most cells of a report are the same few.


@lru_cache(maxsize=4096)
def read_number(raw: str) -> Decimal | None:
    """The number of a cell: blank, dashes, 「无」 are 0; separators and a unit are fine; else None."""
    if _is_bare(raw):
        return Decimal(raw)
    text = _plain(raw)
    if text in _BLANK or text in _NONE:
        return Decimal(0)
    text = _UNIT.sub("", text).strip()
    text = text.replace("−", "-") if text.startswith("−") else text
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[^\d.-]", "", text)
    if not _PLAIN.fullmatch(text) or not text.isascii() or len(text) > 30:
        return None
    number = Decimal(text)
    return number if abs(number) <= LARGEST_COUNT else None


@lru_cache(maxsize=4096)
def is_blank(raw: str) -> bool:
    """Whether a cell is empty, white space aside."""
    return not _JUNK.sub("", raw).strip()


@lru_cache(maxsize=4096)
def holds_number(raw: str) -> bool:
    """Whether a text is a number and not blank."""
    return not is_blank(raw) and read_number(raw) is not None


@lru_cache(maxsize=4096)
def holds_words(raw: str) -> bool:
    """Whether a text is neither a number nor blank."""
    return not is_blank(raw) and read_number(raw) is None


def has_idle_decimals(raw: str) -> bool:
    """Whether a number is written with idle decimals: 「3.0」, 「3.00」; 「1.000」 may be thousands."""
    return raw.rstrip().endswith((".0", ".00")) and read_number(raw) is not None


def _is_bare(raw: str) -> bool:
    """Whether a cell is nothing but a few digits."""
    return len(raw) <= _BARE and raw.isascii() and raw.isdigit()


def _plain(raw: str) -> str:
    """The text of a cell in plain characters, without marks of notes; a mark that stays is no number."""
    text = _ASIDE.sub("", _MARK.sub("", _JUNK.sub("", raw).strip()))
    if _OTHER_MARK.search(text):
        return "?"
    return unicodedata.normalize("NFKC", _THIN.sub(",", text)).strip()


def bare_count(raw: str) -> int | None:
    """The number of a cell that is nothing but a few digits, as most are; None of any other."""
    return int(raw) if _is_bare(raw) else None


def read_change(raw: str) -> Decimal | None:
    """By how much something grew (「增3」「+3」) or, below 0, shrank (「减4」「-4」); else None."""
    text = _plain(raw)
    match = _CHANGE.match(text)
    if match is None:
        return read_number(text)
    number = read_number(text[match.end() :])
    return -number if number is not None and match["shrank"] else number


def added_words(raw: str) -> str:
    """What a cell that was read as a number holds: a unit (「41件」), a remark on a part of it, 「无」."""
    if _is_bare(raw):
        return ""
    text = unicodedata.normalize("NFKC", _MARK.sub("", _JUNK.sub("", raw).strip())).strip()
    if text in _NONE:
        return raw.strip()
    match = _ADDED.search(text)
    return match[0].strip() if match else ""


def in_yuan(text: str) -> bool:
    """Whether a head or a cell gives its money in 元, not in 万元."""
    plain = unicodedata.normalize("NFKC", re.sub(r"\s", "", text))
    return bool(re.search(r"单位:?元|\d元$|\(元\)", plain))


def with_measure(head: str, label: str) -> str:
    """A head, and the label of the row where that gives its money in 元."""
    return f"{head} {label}" if in_yuan(label) else head


def in_wan(text: str) -> bool:
    """Whether a cell itself says 万元."""
    return "万元" in re.sub(r"\s", "", text)
