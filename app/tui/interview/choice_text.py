"""Choices and the text in the answer box: the text is what counts, the list only writes into it."""

import re
from collections.abc import Sequence
from typing import Final

from app.session.views import Choice
from prompts.lists import numbers_among
from sections.language.numerals import normalise
from sections.report.values import Kind

SEVERAL: Final = frozenset({Kind.CHOICES, Kind.LIST})
"""Kinds of which several choices may be taken."""
_NUMBERS: Final = re.compile(r"[0-9]{1,3}(?:[ 、，,；;和及]+[0-9]{1,3})*")


def chosen(text: str, choices: Sequence[Choice], kind: Kind) -> frozenset[int]:
    """The numbers, from 1, of the choices that ``text`` names."""
    if numbers := numbers_among(text, choices) if kind in SEVERAL else _numbers(text):
        return frozenset(n for n in numbers if 1 <= n <= len(choices))
    if kind is Kind.TEXT:
        return frozenset(n for n, choice in enumerate(choices, 1) if choice.value in text)
    parts = {part.strip() for part in _split(text, choices)}
    return frozenset(n for n, choice in enumerate(choices, 1) if choice.value in parts or str(n) in parts)


def toggled(text: str, number: int, choices: Sequence[Choice], kind: Kind) -> str:
    """``text`` with a choice put in, or taken out where it was in."""
    if kind is Kind.TEXT:
        return _text_toggled(text, choices[number - 1].value)
    if kind not in SEVERAL:
        return str(number)
    numbers = _numbers(text)
    if numbers or not text.strip():
        kept = [n for n in numbers if n != number] if number in numbers else [*numbers, number]
        return "、".join(str(n) for n in sorted(kept))
    value = choices[number - 1].value
    parts = [part.strip() for part in _split(text, choices) if part.strip()]
    kept_parts = [part for part in parts if part not in {value, str(number)}]
    return "；".join(kept_parts if len(kept_parts) < len(parts) else [*parts, value])


def _numbers(text: str) -> list[int]:
    typed = normalise(text).strip()
    if _NUMBERS.fullmatch(typed) is None:
        return []
    return list(dict.fromkeys(int(number) for number in re.findall(r"[0-9]+", typed)))


def _split(text: str, choices: Sequence[Choice]) -> list[str]:
    """The parts of a list; commas only separate where no choice has one of its own."""
    hard = re.search(r"[；;\n]", text) or any(re.search("[、，,]", choice.value) for choice in choices)
    return re.split(r"[；;\n]" if hard else r"[、，,]", text)


def _text_toggled(text: str, value: str) -> str:
    if value not in text:
        return f"{text.rstrip('。；;，, ')}，{value}" if text.strip() else value
    return re.sub(r"，{2,}", "，", text.replace(value, "")).strip("，")
