"""Numbers as people and reports write them: 699, ６９９, 1,234, 六百九十九, 1.2万, 14万余, 一千二百余."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from sections.values import Quantity

_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_CHINESE: Final = "〇零一二两三四五六七八九十百千万亿"

_BEFORE: Final = r"(?:约|近|超过|超|逾|共计|共)?"
_ARABIC: Final = r"[0-9]+(?:[,，' ][0-9]{3})*(?:\.[0-9]+)?"
NUMBER: Final = rf"(?:{_ARABIC}|[{_CHINESE}]+)(?:万|亿)?(?:余|多)?(?:万|亿)?"
"""A regular expression for a number in running text that ``normalise`` has been through."""

_PARTS: Final = re.compile(
    rf"(?P<before>约|近|超过|超|逾)?(?P<number>{_ARABIC}|[{_CHINESE}]+?)"
    r"(?P<scale>万|亿)?(?P<more>余|多|左右)?(?P<late>万|亿)?(?P<end>余|多|左右|以上)?"
)


def normalise(text: str) -> str:
    """Full-width digits, letters and signs of numbers as half-width; Chinese punctuation stays as it is."""
    return "".join(
        unicodedata.normalize("NFKC", c) if "０" <= c <= "９" or c in "．％－＋\u3000" else c for c in text
    )


def chinese_number(text: str) -> int | None:
    """「六百九十九」 as 699, 「二〇二五」 as 2025; None when it is no well-formed number."""
    if not text or any(c not in _CHINESE for c in text):
        return None
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for place, c in enumerate(text):
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif _UNITS[c] < 10**4:
            section += (digit if digit or place else 1) * _UNITS[c]
            digit = 0
        else:
            total = (total + section + digit) * _UNITS[c]
            section = digit = 0
    tail = digit
    if len(text) > 1 and digit and text[-2] in _UNITS and _UNITS[text[-2]] > 10:
        tail = digit * _UNITS[text[-2]] // 10  # 「三千五」 is 3500
    return total + section + tail


def read_decimal(text: str) -> Decimal | None:
    """An exact number, Arabic or Chinese, with separators and 万 or 亿; None when it is none."""
    match = _PARTS.fullmatch(normalise(text).strip())
    if match is None or any(match[name] for name in ("before", "more", "end")):
        return None
    return _value(match)


def read_quantity(text: str) -> Quantity | None:
    """A whole number, exact or approximate (「14万余」「近三百」 keep their words); None when it is none."""
    clean = normalise(text).strip()
    match = _PARTS.fullmatch(clean)
    value = None if match is None else _value(match)
    if match is None or value is None or value != value.to_integral_value():
        return None
    vague = any(match[name] for name in ("before", "more", "end"))
    return Quantity(int(value), clean if vague else "")


def _value(match: re.Match[str]) -> Decimal | None:
    raw = re.sub(r"[,，' ]", "", match["number"])
    number = Decimal(raw) if raw[0].isascii() else _as_decimal(chinese_number(raw))
    for scale in (match["scale"], match["late"]):
        if number is not None and scale:
            number *= _UNITS[scale]
    return number


def _as_decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
