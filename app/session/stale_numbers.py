"""Paragraphs a person edited: which numbers changed under them, and putting the new ones in place."""

import re
from difflib import SequenceMatcher
from typing import Final

_UNIT: Final = r"(?:人次|万元|%|[条件个次篇场期项份元处名天])?"
_CHANGE: Final = r"较去年(?:增加|减少)[^，。；、）]*(?:，(?:增长|下降)[^，。；、）]*)?|与去年持平"
_TOKEN: Final = re.compile(rf"({_CHANGE}|[0-9][0-9,.]*(?:万|亿)?余?{_UNIT})")


def stale(basis: str, drafted: str, text: str) -> tuple[tuple[str, str], ...]:
    """The (old, new) words that changed since the draft a person edited, where ``text`` still has the old."""
    if basis == drafted:
        return ()
    pairs = dict.fromkeys(
        (old, new) for old, new in _replaced(_TOKEN.split(basis), _TOKEN.split(drafted)) if _find(old, text)
    )
    return tuple(pairs)


def _replaced(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """Tokens that stand in for one another; those between the same words first of all."""
    pairs: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace":
            old = [token for token in before[a:b] if _TOKEN.fullmatch(token)]
            new = [token for token in after[c:d] if _TOKEN.fullmatch(token)]
            if len(old) == len(new):
                pairs += [(x, y) for x, y in zip(old, new, strict=True) if x != y]
    return pairs


def accept(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """``text`` with each old word replaced once by its new one, all at the same time."""
    spots: list[tuple[int, int, str]] = []
    for old, new in pairs:
        match = _find(old, text)
        if match and not any(match.start() < end and start < match.end() for start, end, _ in spots):
            spots.append((match.start(), match.end(), new))
    for start, end, new in sorted(spots, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _find(words: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<![0-9.]){re.escape(words)}(?![0-9])", text)
