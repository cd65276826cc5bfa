"""Paragraphs a person edited: which numbers changed under them, and putting the new ones in place."""

import re
from difflib import SequenceMatcher
from typing import Final

from sections.language.statements import statements

_UNIT: Final = r"(?:人次|万元|%|[条件个次篇场期项份元处名天])?"
_CHANGE: Final = (
    r"[较比]去年(?:增加|减少|增长|下降)[^，。；、）]*(?:，(?:增长|下降)[^，。；、）]*)?|与去年持平"
)
_ABOUT: Final = re.compile("(?:约|近|超过|超|逾)$")
_TOKEN: Final = re.compile(rf"({_CHANGE}|[0-9][0-9,.]*(?:万|亿)?余?{_UNIT})")


def stale(basis: str, drafted: str, text: str) -> tuple[tuple[str, str], ...]:
    """The (old, new) words that changed since the draft a person edited, where ``text`` still has the old."""
    if basis == drafted:
        return ()
    pairs = dict.fromkeys(
        (old, new)
        for old, new in _replaced(_TOKEN.split(basis), _TOKEN.split(drafted))
        if _find(old, text, basis)
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


def accept(text: str, pairs: tuple[tuple[str, str], ...], basis: str = "") -> str:
    """``text`` with each old word replaced once by its new one, all at the same time.

    Of several places it is the one that stands as in ``basis``, the draft that was edited; a place that
    counts something else is left alone, and 约 before a number that is exact now goes."""
    spots: list[tuple[int, int, str]] = []
    for old, new in pairs:
        match = _find(old, text, basis)
        if match and not any(match.start() < end and start < match.end() for start, end, _ in spots):
            about = _ABOUT.search(text, 0, match.start())
            start = about.start() if about and new[:1].isdigit() else match.start()
            spots.append((start, match.end(), new))
    for start, end, new in sorted(spots, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _find(words: str, text: str, basis: str) -> re.Match[str] | None:
    """Where ``words`` stand in ``text`` as they do in ``basis``; None where they do not, or mean another."""
    found = re.compile(rf"(?<![0-9.]){re.escape(words)}(?![0-9])")
    original = found.search(basis)
    meant = _subject_at(basis, original.start()) if original else ""
    before = basis[: original.start()] if original else ""
    places = [
        match
        for match in found.finditer(text)
        if not meant or _subject_at(text, match.start()) in {"", meant}
    ]
    return max(places, key=lambda match: _shared_end(text[: match.start()], before), default=None)


def _subject_at(text: str, place: int) -> str:
    """What the number at ``place`` counts; empty where it is not known."""
    return next((statement.subject for statement in statements(text) if statement.at[0] == place), "")


def _shared_end(one: str, other: str) -> int:
    """How many characters two texts end with in common."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
