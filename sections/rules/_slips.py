"""What the rules about typing slips share."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sections.language.slips import Slip, excerpt
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_AROUND: Final = (4, 8, 16, 32)
_MOST: Final = 3
"""Findings of one kind in one paragraph; further ones are counted in the last."""


def listed_slips(text: str, known: Iterable[tuple[str, str, str]]) -> list[Slip]:
    """Each slip of a list: what must stand in the text for it to be worth looking, the slip, its mending."""
    return [
        Slip(match.start(), match[0], right)
        for gate, pattern, right in known
        if gate in text
        for match in re.finditer(pattern, text)
    ]


def fix_of(piece: Piece, slip: Slip) -> Fix | None:
    """The mending of a slip, quoted with so many neighbours that the words occur just once."""
    if not slip.mend or not slip.certain:
        return None
    end = slip.start + len(slip.found)
    for around in _AROUND:
        left, right = max(0, slip.start - around), end + around
        old = piece.text[left:right]
        if piece.text.count(old) == 1:
            new = piece.text[left : slip.start] + slip.mend + piece.text[end:right]
            return Fix(f"“{slip.found}”改为“{slip.mend}”", piece.where, old=old, new=new)
    return None


def slips(
    rule: Rule, context: Context, find: Callable[[str], tuple[Slip, ...]], words: Callable[[Slip], str]
) -> Iterator[Finding]:
    """The findings of ``rule`` for each slip that ``find`` sees, a few a paragraph."""
    for piece in pieces(context.report):
        found = find(piece.text)
        for place, slip in enumerate(found[:_MOST]):
            more = f"本段类似的共{len(found)}处。" if place == _MOST - 1 and len(found) > _MOST else ""
            quote = excerpt(piece.text, slip.start, len(slip.found))
            severity = None if slip.certain else Severity.INFO
            yield rule.finding(piece.where, words(slip) + more, quote, fix_of(piece, slip), severity)
