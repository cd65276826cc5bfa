"""Words the narrative is put together from: changes against last year, lists, enumerations. Pure."""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Final

from sections.report.values import Quantity

_ORDINALS: Final = "一二三四五六七八九十"


LEAST_BASE: Final = 10
"""Of a smaller number last year a percentage says nothing: 1 and 4 are no 「增长300%」."""
HIGHEST_RATE: Final = 200
"""Above it the difference says more than 「增长669.3%」."""
LEAST_LEFT: Final = 20
"""Percent of last year's number; where less is left, 「下降99%」 says no more than the difference, and may
come from a slip of the pen."""


class Told(Enum):
    """How much of a change is told."""

    FULL = 0
    """「较去年增加46条，增长6.6%」."""
    DIFFERENCE = 1
    """「比去年增加46条」."""
    RATE = 2
    """「较去年增长6.6%」; the difference where no rate can be told."""


def change(now: Quantity, last: Quantity | None, unit: str, told: Told = Told.FULL) -> str:
    """「较去年增加8项，增长53.3%」, 「与去年持平」; empty for nothing exact to compare, or nothing last year.

    No percentage of fewer than ``LEAST_BASE`` or above ``HIGHEST_RATE``, none for an approximate number."""
    if last is None or not (now.exact and last.exact and last.value):
        return ""
    difference = now.value - last.value
    if difference == 0:
        return "与去年持平" if now.value else ""
    rate = growth(now, last)
    if rate and told is Told.RATE:
        return f"较去年{rate}"
    against = "比" if told is Told.DIFFERENCE else "较"
    words = f"{against}去年{'增加' if difference > 0 else '减少'}{_beside(abs(difference), now.value)}{unit}"
    return f"{words}，{rate}" if rate and told is Told.FULL else words


def growth(now: Quantity, last: Quantity) -> str:
    """「增长53.3%」; empty where last year's number is too small to compare with, or nothing is left."""
    difference = now.value - last.value
    share_left = Decimal(now.value) * 100 / last.value if last.value else Decimal(0)
    if last.value < LEAST_BASE or not LEAST_LEFT <= share_left <= 100 + HIGHEST_RATE:
        return ""
    share = percentage(abs(difference), last.value)
    return "" if share == "0%" else f"{'增长' if difference > 0 else '下降'}{share}"


_BY: Final = re.compile(r"(?P<verb>新增|增加|增长|多|减少|下降|少)了?[0-9][0-9,.]*[万亿]?(?![0-9%.,万亿])")
_AGAINST: Final = re.compile(
    r"[，,、（(]?(?:[较比与](?:去年|上年度?|上一年度?|[0-9]{4}年)(?:同期)?相?比?[，,]?|同比)"
)


def change_in_words(before: str, now: Quantity, last: Quantity | None, unit: str) -> str:
    """A change worded as ``before`` was: 「，同比增长6.7%」 gives 「，同比下降3.1%」; empty for no change.

    Where the rate was told and cannot be, the difference is told in its place."""
    if last is None or not (now.exact and last.exact) or now.value == last.value:
        return ""
    match = _AGAINST.match(before)
    against = re.sub("[0-9]{4}年", "去年", match[0]) if match else "，较去年"
    told = _BY.search(before)
    rate = growth(now, last) if "%" in before or "％" in before else ""
    if told is None and rate:
        return f"{against}{rate}"
    difference = _beside(abs(now.value - last.value), now.value)
    words = f"{against}{_verb(told, now.value > last.value)}{difference}{unit}"
    return f"{words}，{rate}" if rate else words


def _verb(told: re.Match[str] | None, more: bool) -> str:
    if not more:
        return "减少"
    return told["verb"] if told is not None and told["verb"] in {"新增", "增加", "多"} else "增加"


def round_number(number: int) -> str:
    """A number as people write it: 2500000 is 「250万」, 126000 「12.6万」, 7854070 stays."""
    for scale, sign in ((10**8, "亿"), (10**4, "万")):
        if number >= 10 * scale and number % (scale // 10) == 0:
            return _in(number, scale, sign)
    return str(number)


def _in(number: int, scale: int, sign: str) -> str:
    return f"{Decimal(number) / scale:f}{sign}"


def _beside(difference: int, number: int) -> str:
    """A difference as it is written behind its number: 38000 is 「3.8万」 behind 「85万」."""
    tens = round_number(number).endswith("万") and difference >= 10**4 and difference % 1000 == 0
    return _in(difference, 10**4, "万") if tens else round_number(difference)


def round_numbers(numbers: Sequence[int]) -> list[str]:
    """Numbers that stand beside each other: 90000 is 「9万」 beside 「85万」."""
    shown = [round_number(number) for number in numbers]
    largest = max(numbers, default=0)
    return [_beside(number, largest) for number in numbers] if "万" in "".join(shown) else shown


def percentage(part: int, whole: int) -> str:
    """``part`` of ``whole`` in percent with one decimal, a trailing .0 dropped: 「6.2%」, 「50%」."""
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{share:f}".removesuffix(".0") + "%"


def joined(parts: Iterable[str]) -> str:
    """Parts of a sentence in a row: 「甲、乙、丙」."""
    return "、".join(clean for part in parts if (clean := trimmed(part)))


def numbered(parts: Sequence[str]) -> str:
    """Points in a row: 「一是甲；二是乙。」; a single one stands without 「一是」."""
    clean = [words for part in parts if (words := trimmed(part))]
    if len(clean) == 1:
        return f"{clean[0]}。"
    return (
        "；".join(f"{ordinal(place)}是{words}" for place, words in enumerate(clean, 1)) + "。"
        if clean
        else ""
    )


def in_a_row(parts: Sequence[str]) -> str:
    """Points in a row without numbers: 「甲；乙。」; with them where one has a ； of its own."""
    clean = [words for part in parts if (words := trimmed(part))]
    return numbered(parts) if any("；" in words for words in clean) or not clean else f"{'；'.join(clean)}。"


def ordinal(number: int) -> str:
    """一 to 九十九."""
    if number <= 10:
        return _ORDINALS[number - 1]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else _ORDINALS[tens - 1]) + "十" + (_ORDINALS[ones - 1] if ones else "")


def trimmed(words: str) -> str:
    """Words as they can stand inside a sentence: on one line, without a closing mark of their own."""
    return " ".join(words.split()).strip(" 。；;，,、.")


def sentence(words: str) -> str:
    """Words closed by exactly one full stop."""
    clean = trimmed(words)
    return f"{clean}。" if clean and clean[-1] not in "！？”" else clean
