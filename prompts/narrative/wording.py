"""Words the narrative is put together from: changes against last year, lists, enumerations. Pure."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sections.report.values import Quantity

_ORDINALS: Final = "一二三四五六七八九十"


def change(now: Quantity, last: Quantity | None, unit: str) -> str:
    """「较去年增加8项，增长114.3%」, 「与去年持平」; empty when there is nothing exact to compare.

    No percentage from zero, and none for an approximate number."""
    if last is None or not (now.exact and last.exact):
        return ""
    difference = now.value - last.value
    if difference == 0:
        return "与去年持平" if now.value else ""
    verb, rate = ("增加", "增长") if difference > 0 else ("减少", "下降")
    words = f"较去年{verb}{abs(difference)}{unit}"
    if last.value == 0 or now.value == 0:
        return words
    return f"{words}，{rate}{percentage(abs(difference), last.value)}"


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
