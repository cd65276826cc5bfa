"""Numbers as people and reports write them: 699, ６９９, 1,234, 六百九十九, 1.2万, 14万余, 一千二百余."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sections.report.values import Quantity

_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
CHINESE: Final = "〇零一二两三四五六七八九十百千万亿"
_RANGES: Final = {a + b for a, b in zip("一二两三四五六七八", "二三三四五六七八九", strict=True)} | {"三五"}
"""「七八」 is no 78 but 7 or 8."""

_ARABIC: Final = r"[0-9]+(?:[,，' ][0-9]{3})*(?:\.[0-9]+)?"
_SCALE: Final = r"[百千万]?[万亿]|千|百"

_PARTS: Final = re.compile(
    r"(?P<before>约|近|超过|超|逾|突破)?"
    rf"(?:(?P<mixed>[0-9]+[亿万千百](?:[0-9]+[亿万千百]?)+)|(?P<arabic>{_ARABIC})(?P<scale>{_SCALE})?|(?P<chinese>[{CHINESE}]+))"
    r"(?:(?P<more>余|多)(?P<late>万|亿)?)?(?P<end>余|多|左右|以上)?"
)
_LONGEST: Final = 40
"""Characters; no number that anyone writes is longer."""


_HALF_WIDTH: Final = {ord(c): unicodedata.normalize("NFKC", c) for c in "０１２３４５６７８９．％－＋\u3000"}
_FULL_WIDTH: Final = re.compile("[０-９．％－＋\u3000]")


def normalise(text: str) -> str:
    """Full-width digits, letters and signs of numbers as half-width; Chinese punctuation stays as it is."""
    return text.translate(_HALF_WIDTH) if _FULL_WIDTH.search(text) else text


def chinese_number(text: str) -> int | None:
    """「六百九十九」 as 699, 「二〇二五」 as 2025, 「三万五千亿」; None when it is no well-formed number."""
    if not 0 < len(text) <= _LONGEST or text in _RANGES or any(c not in CHINESE for c in text):
        return None
    if _all_digits(text):
        return int("".join(str(_DIGITS[c]) for c in text))
    for mark, most in (("亿", 10**8), ("万", 10**4)):
        if mark in text:
            high, _, low = text.rpartition(mark)
            left = None if len(high) > 1 and _all_digits(high) else chinese_number(high)
            right = _after(low, _UNITS[mark])
            return left * _UNITS[mark] + right if left and left < most and right is not None else None
    return _below_ten_thousand(text)


def _all_digits(text: str) -> bool:
    return all(c in _DIGITS for c in text)


def _after(low: str, unit: int) -> int | None:
    """What stands behind 万 or 亿; a lone digit counts tenths of it (「一万二」 is 12000)."""
    if not low:
        return 0
    if len(low) == 1 and low in _DIGITS:
        return _DIGITS[low] * unit // 10
    bare = low.lstrip("零〇")
    value = None if len(bare) > 1 and _all_digits(bare) else chinese_number(bare)
    return value if value is not None and value < unit else None


def _below_ten_thousand(text: str) -> int | None:
    total, unit, digit, zero = 0, 10**4, 0, False
    for c in text:
        if c in _DIGITS:
            if digit:
                return None
            digit, zero = _DIGITS[c], zero or not _DIGITS[c]
            continue
        if _UNITS[c] >= unit or not (digit or c == "十"):
            return None
        unit = _UNITS[c]
        total, digit, zero = total + (digit or 1) * unit, 0, False
    tenth = unit // 10 if unit in {100, 1000} and not zero else 1  # 「三千五」 is 3500
    return total + digit * tenth


@lru_cache(maxsize=4096)
def read_decimal(text: str) -> Decimal | None:
    """An exact number, Arabic or Chinese, with separators and 万 or 亿; None when it is none."""
    match = _PARTS.fullmatch(_clean(text))
    if match is None or any(match[name] for name in ("before", "more", "end")):
        return None
    return _value(match)


@lru_cache(maxsize=4096)
def read_quantity(text: str) -> Quantity | None:
    """A whole number, exact or approximate (「14万余」「近三百」 keep their words); None when it is none.

    「300左右」 is kept as 「约300」, 「300以上」 as 「超过300」: a unit can stand behind these."""
    clean = _clean(text)
    match = _PARTS.fullmatch(clean)
    value = None if match is None else _value(match)
    if match is None or value is None or value != value.to_integral_value():
        return None
    vague = value and any(match[name] for name in ("before", "more", "end"))
    return Quantity(int(value), _words(clean, match) if vague else "")


def _clean(text: str) -> str:
    clean = normalise(text.strip()[: _LONGEST + 1])
    return clean if len(clean) <= _LONGEST else ""


def _words(clean: str, match: re.Match[str]) -> str:
    before = {"左右": "约", "以上": "超过"}.get(match["end"] or "")
    if before is None:
        return clean
    core = clean.removesuffix(match["end"])
    return core if match["before"] or match["more"] else before + core


def _value(match: re.Match[str]) -> Decimal | None:
    if match["mixed"]:
        number = _mixed(match["mixed"])
    elif match["arabic"]:
        number = Decimal(re.sub(r"[,，' ]", "", match["arabic"]))
    else:
        number = _chinese(match["chinese"], bool(match["more"] or match["end"]))
    for c in (match["scale"] or "") + (match["late"] or ""):
        number = None if number is None else number * _UNITS[c]
    return number


def _mixed(text: str) -> Decimal | None:
    """「1万2千」 and 「1亿2000万」; None for 「3万5」, which may be 35000 or 30005."""
    total, above = 0, 10**12
    for digits, mark in re.findall(r"([0-9]+)([亿万千百]?)", text):
        unit = _UNITS.get(mark, 1)
        if int(digits) * unit >= above or (unit == 1 and len(digits) < 2):
            return None
        total, above = total + int(digits) * unit, unit
    return Decimal(total)


def _chinese(text: str, more: bool) -> Decimal | None:
    number = _UNITS.get(text) if more and text in _UNITS else chinese_number(text)  # 「万余」
    return None if number is None else Decimal(number)
