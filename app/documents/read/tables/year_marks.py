"""Words in and over tables that say which year numbers are of: 「2023年」, 「上年数」, 「二〇二四年」."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from app.documents.read.likeness import squeeze
from app.documents.read.tables.labels import is_label, is_whole_label
from app.documents.read.titles import year_of

_LONGEST_CAPTION: Final = 40
_YEAR: Final = r"(?P<year>20\d{2}|二[〇○零O0][一二三四五六七八九〇○零]{2})"
_WORDS: Final = rf"(?:{_YEAR}年?+度?+|(?P<last>(?:上|去|前|上一|往)年度?+|上期)|(?P<now>[本今当]年度?+|本期))"
_PURE: Final = re.compile(
    rf"[(\[]?{_WORDS}(?:同期)?(?:的?(?:数据?|数量|数值|情况|统计|件数))?(?:\(?(?:单位:?)?[件条]\)?)?[)\]]?"
)
_LED: Final = re.compile(rf"{_WORDS}(?:同期)?的?(?P<rest>(?!结转).{{2,}})")
_FOLLOWED: Final = re.compile(rf"(?P<rest>.{{2,}}?)[(\[]{_WORDS}(?:同期)?(?:数据?)?[)\]]")
_NUMBERING: Final = re.compile(r"^(?:\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十\d]{1,2}[,.:])")
_BEFORE: Final = re.compile(
    r"^(?:附?表[一二三四五六七八九\d]?|附(?:件[一二三四五六七八九\d]{0,2})?|注)?[:,.]?[(\[【<《]*"
)
_ANY_YEAR: Final = re.compile(rf"{_YEAR}年?|[上去]年|上一年|往年")
_NOW: Final = re.compile("[本今当]年")
_NO_CAPTION: Final = re.compile(r"[\d。;]|结转")
_TITLE: Final = re.compile(r"报告|年报")
_BARE: Final = re.compile(r"20\d{2}")
_OF_MORE: Final = re.compile(r"[\d。;,]|结转|[本今当上去]年")
"""What stands in no line that says no more than the year of a table."""


class Whose(Enum):
    """The year of numbers as words tell it."""

    OWN = "own"
    OTHER = "other"
    UNKNOWN = "unknown"
    """A year is named, but which one the report is of is not known."""


@dataclass(frozen=True, slots=True)
class Years:
    """The year of a report (0: not known), and whether its tables name several."""

    year: int
    several: bool = False

    def whose(self, text: str) -> Whose | None:
        """The year that a text names which names nothing else."""
        match = _pure(text)
        return self._told(match) if match else None

    def of_label(self, text: str) -> Whose | None:
        """The year that a label names beside what it stands for: 「上年制发件数」, 「总计（2023年）」."""
        match = _labelled(text)
        return self._told(match) if match else None

    def of_caption(self, text: str) -> Whose | None:
        """The year that the line over a table names."""
        match = _led_by_year(text)
        return self._told(match) if match else None

    def before_table(self, text: str) -> Whose | None:
        """That numbers may be of another year where the line before them names one and not the report's,
        in whatever words: 「以下为2024年数据」, 「附上年情况」."""
        plain = squeeze(text)
        named = [match["year"] for match in _ANY_YEAR.finditer(plain)]
        rest = _ANY_YEAR.sub("", plain)
        if not (named and self.year) or len(plain) > _LONGEST_CAPTION or _TITLE.search(plain):
            return None
        own = any(year and year_of(year) == self.year for year in named) or _NOW.search(rest)
        return None if own or _NO_CAPTION.search(rest) else Whose.UNKNOWN

    def _told(self, match: re.Match[str]) -> Whose:
        if match["last"]:
            return Whose.OTHER
        if match["now"]:
            return Whose.OWN
        if self.year:
            return Whose.OWN if year_of(match["year"]) == self.year else Whose.OTHER
        return Whose.UNKNOWN if self.several else Whose.OWN


def years_in(texts: Iterable[str]) -> set[int]:
    """The years that texts name which name nothing else, or one before a label."""
    found = (_pure(text) or _labelled(text) for text in texts)
    return {year_of(match["year"]) for match in found if match and match["year"]}


@lru_cache(maxsize=4096)
def _pure(text: str) -> re.Match[str] | None:
    """A year and no more; digits without 「年」 are one only without units and spaces."""
    match = _PURE.fullmatch(squeeze(text)) if len(text) <= _LONGEST_CAPTION else None
    if match is None or not match["year"] or not match["year"].isascii() or "年" in text:
        return match
    return match if is_bare_year(text) else None


@lru_cache(maxsize=4096)
def _led_by_year(text: str) -> re.Match[str] | None:
    """The year that leads a line which speaks of no other year and gives no number."""
    plain = _BEFORE.sub("", squeeze(text))
    match = re.match(_WORDS, plain)
    if match is None or len(plain) > _LONGEST_CAPTION or _TITLE.search(plain):
        return None
    if match["year"] and "年" not in match[0] and not is_bare_year(text):
        return None
    return None if _OF_MORE.search(plain, match.end()) else match


def is_bare_year(text: str) -> bool:
    """Whether a text is a year that may be a number as well."""
    return _BARE.fullmatch(text.strip()) is not None


@lru_cache(maxsize=4096)
def _labelled(text: str) -> re.Match[str] | None:
    """A label that a year leads or follows; none where the form's own label says so, as 「上年结转」 does."""
    plain = _NUMBERING.sub("", squeeze(text))
    led = None if is_whole_label(text) else _LED.fullmatch(plain)
    match = led or _FOLLOWED.fullmatch(plain)
    if match is None or match["now"]:
        return None
    rest = match["rest"]
    return match if is_label(rest) or is_label(f"本年{rest}") else None
