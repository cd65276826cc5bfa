"""What the narrative says of the tables: requests, outcomes, disputes and documents, with its words.

A claim is a kind (``received``, ``denied``, ``reconsideration`` …), its number and its clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from sections.language.numerals import normalise, read_quantity
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.rules._wordings import CHINESE, LATIN, PATTERNS, UNIT

_TELLS: Final = re.compile(rf"[0-9〇零一二两三四五六七八九十百千万](?:[余多])?{UNIT}|[未没无]")
"""What every sentence with a claim has: a number of cases, or the word that there was none."""

_CHINESE: Final = re.compile(rf"[{CHINESE}]+(?=余?{UNIT})")

_GATED: Final = tuple((kind, *gate.partition("&")[::2], expression) for kind, gate, expression in PATTERNS)
"""Kind, the words that must be there (the second may be empty), and the pattern."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when a sentence first has its gate word: all at once would cost the first screen 50 ms."""
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of the narrative: its kind, the words with it, the number as written, clause and sentence.

    ``year`` is the year named in the words of a carry-over (「结转至2025年」), 0 for none; ``digits`` is
    empty for a statement that there was none."""

    kind: str
    value: int
    quote: str
    digits: str
    clause: str
    sentence: str
    year: int = 0

    def mended(self, value: int) -> str:
        """The quote with another number."""
        place = self.quote.rfind(self.digits)
        return f"{self.quote[:place]}{value}{self.quote[place + len(self.digits) :]}"


def claims(text: str) -> tuple[Claim, ...]:
    """Every exact claim of ``text``, sentence by sentence in order."""
    return tuple(claim for sentence in sentences(text) for claim in _claims(sentence))


@lru_cache(maxsize=4096)
def _claims(sentence: str) -> tuple[Claim, ...]:
    sentence = sentence[:LONGEST_SENTENCE]
    plain = normalise(sentence)
    if not _TELLS.search(plain):
        return ()
    plain = _CHINESE.sub(lambda match: match[0].translate(LATIN), plain)
    found: dict[int, list[Claim]] = {}
    numbered: set[int] = set()
    for kind, gate, other, expression in _GATED:
        if gate in plain and other in plain:
            pattern = _compiled(expression)
            for match in pattern.finditer(plain):
                place = match.start("n") if "n" in pattern.groupindex else -match.end()
                if place >= 0:
                    numbered.add(-match.end())
                if place not in found or (place < 0 and kind not in {claim.kind for claim in found[place]}):
                    found.setdefault(place, []).extend(_read(kind, match, sentence))
    places = sorted(found.keys() - numbered, key=abs)
    return tuple(claim for place in places for claim in found[place])


def _read(kind: str, match: re.Match[str], sentence: str) -> Iterator[Claim]:
    groups = match.groupdict()
    start, end = match.span()
    value, digits = 0, ""
    if groups.get("n"):
        digits = sentence[match.start("n") : match.end("n")]
        number = read_quantity(digits)
        if number is None or not number.exact:
            return
        value = number.value
    left = max(sentence.rfind(mark, 0, start) for mark in "，；：,;") + 1
    right = min(
        (place for mark in "，；：,;。" if (place := sentence.find(mark, end)) >= 0), default=len(sentence)
    )
    for one in ("reconsideration", "litigation") if kind == "disputes_each" else (kind,):
        yield Claim(
            one,
            value,
            sentence[start:end],
            digits,
            sentence[left:right],
            sentence,
            int(groups.get("year") or 0),
        )
