"""The notation in which it is written how reports word a number, made ready to be looked for.

A wording is looked for in a sentence whose numbers are one sign each (``quantities.reduced``), so that it
reads nearly like it: ``政策解读(材料|稿件)?{n:篇件条}`` finds the 23 of 「发布政策解读材料共计23件」.

- ``{n:篇件条}``: the number, of one of these measures; 共计, 达, 为 … in front of it are seen to.
- ``{item 8}``: up to 8 characters within an item of a list (no ，、：；。) that hold no number.
- ``{clause 8}``: the same over 、 as well; ``{sentence 2-60}``: 2 to 60 characters up to ； or 。
- ``{any 40}``: up to 40 characters up to ； or 。, numbers among them.
- ``{item 8 -和及与}``: and none of these characters.
- ``{name 2-14}``: a name of 2 to 14 characters, within an item, which is handed on.
- ``{other:次}``: a number that is not meant; ``{year}``: a year (2024年), which is handed on.
- ``<政府信息>``: what stands in the lexicon (``lexicon.py``) under this name.
- ``(…|…)``, ``?``, ``[场次]``, ``^``, ``(?=…)``, ``(?<!…)`` …: as in regular expressions.

To add a wording, write a ``Wording`` beside the others of its subject (``sections/facts``) with a sentence
that it reads, the number in 【】, and one that it must not read. That is all: the words of which a sentence
must have one for the wording to be tried (its gate) are seen from it, and it is compiled when first tried.
"""

import re
from functools import cache, cached_property, lru_cache
from typing import Final

from sections.language.lexicon import LEXICON
from sections.language.quantities import ANY_COUNT, LINKS, MEASURES, SIGNS, STOPS, Reduced, encoded

Gate = frozenset[str]
"""Words, or signs of numbers, one of which is in every sentence that a wording reads; empty for none."""
Gates = tuple[Gate, ...]

_LINK: Final = f"[{min(LINKS.values())}-{max(LINKS.values())} {STOPS['：']}]{{0,6}}"
_ENDS: Final = {
    "item": "，、：；。",
    "name": "，、：；。",
    "clause": "，：；。",
    "sentence": "；。",
    "any": "；。",
}
_GAP: Final = re.compile(r"(item|name|clause|sentence|any) (?:([0-9]+)-)?([0-9]+)(?: -(.+))?")
_LONGEST_FIRST: Final = sorted(MEASURES, key=len, reverse=True)
_PART: Final = re.compile(
    r"\{(?P<hole>[^{}]+)\}|<(?P<name>[^<>]+)>|(?P<class>\[[^\]]+\])|(?P<look>\(\?(?:<?[=!]|:))"
    r"|(?P<open>\()|(?P<close>\))|(?P<bar>\|)|(?P<sign>[?*^$.])|(?P<word>[^{}<>\[\]()|?*^$.]+(?![?*])|[^{}<>\[\]()|?*^$.])"
)


class Pattern:
    """A wording made ready: ``gate`` and, compiled on first use, ``regex`` over reduced sentences.

    A sentence that lacks a word is not tried, which saves compiling more than searching."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._expression, gates = _translate(source)
        self._gates = gates
        self.gate: Gate = gates[0] if gates else frozenset()

    def is_open(self, text: str) -> bool:
        """Whether all that it must have stands in ``text``."""
        for gate in self._gates:
            for word in gate:
                if word in text:
                    break
            else:
                return False
        return True

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression; the number is its group ``n``, a year its group ``year``."""
        return re.compile(self._expression)

    def find(self, sentence: Reduced) -> list[re.Match[str]]:
        """Every place of ``sentence`` that is worded so."""
        text = sentence.text
        return list(self.regex.finditer(text)) if self.is_open(text) else []


@lru_cache(maxsize=4096)
def pattern(source: str) -> Pattern:
    """The pattern of a wording, made once. Raises ``ValueError`` for one that is not in the notation."""
    try:
        return Pattern(source)
    except ValueError as error:
        raise ValueError(f"wording 「{source}」: {error}") from error


def _translate(source: str) -> tuple[str, Gates]:
    parts = list(_PART.finditer(source))
    if sum(len(part[0]) for part in parts) != len(source):
        raise ValueError(f"not a wording: {source}")
    expression, gates, rest = _alternatives(parts, 0)
    if rest != len(parts):
        raise ValueError(f"a bracket too many: {source}")
    return expression, gates


def _alternatives(parts: list[re.Match[str]], at: int) -> tuple[str, Gates, int]:
    """The expression and the gates of what stands up to the closing bracket, and where that is."""
    expressions: list[str] = []
    found: list[Gates] = []
    while True:
        expression, gates, at = _sequence(parts, at)
        expressions.append(expression)
        found.append(gates)
        if at >= len(parts) or not parts[at]["bar"]:
            break
        at += 1
    if len(found) > 1:
        either = all(found)
        found = [(frozenset().union(*(gates[0] for gates in found)),) if either else ()]
    return "|".join(expressions), found[0], at


def _sequence(parts: list[re.Match[str]], at: int) -> tuple[str, Gates, int]:
    made = ""
    gates: list[Gate] = []
    run = ""
    while at < len(parts) and not parts[at]["close"] and not parts[at]["bar"]:
        part = parts[at]
        optional = at + 1 < len(parts) and parts[at + 1][0] in {"?", "*"}
        if part["word"] and not optional:
            run += encoded(part[0])
            made, at = made + encoded(re.escape(part[0])), at + 1
            continue
        gates, run = [*gates, frozenset({run})], ""
        piece, inner, at = _piece(parts, at)
        made += piece
        closes = at < len(parts) and parts[at][0] in {"?", "*"}
        gates += () if closes else inner
    return made, _best_first([*gates, frozenset({run})]), at


def _piece(parts: list[re.Match[str]], at: int) -> tuple[str, Gates, int]:
    part = parts[at]
    if part["look"] or part["open"]:
        inside, gates, end = _alternatives(parts, at + 1)
        if end >= len(parts):
            raise ValueError(f"a bracket too few: {part.string}")
        return f"{part['look'] or '(?:'}{inside})", () if part["look"] else gates, end + 1
    if part["name"]:
        if part["name"] not in LEXICON:
            raise ValueError(f"no such name as <{part['name']}>; sections/language/lexicon.py has them")
        expression, gates = _entry(part["name"])
        return expression, gates, at + 1
    if part["hole"]:
        return *_hole(part["hole"]), at + 1
    return encoded(part[0]), (), at + 1


@cache
def _entry(name: str) -> tuple[str, Gates]:
    expression, gates = _translate(LEXICON[name])
    return f"(?:{expression})", gates


def _best_first(gates: list[Gate]) -> Gates:
    """Those that can be used, first the one that fewest sentences pass: long words, and few of them."""
    usable = [gate for gate in gates if gate and all(gate)]
    return tuple(sorted(usable, key=lambda gate: (-min(3, *map(len, gate)), len(gate))))


def _hole(hole: str) -> tuple[str, Gates]:
    kind, _, measures = hole.partition(":")
    if hole == "year":
        return f"(?P<year>{SIGNS['年']})", (frozenset({SIGNS["年"]}),)
    if kind in {"n", "other"}:
        found = frozenset(SIGNS[measure] for measure in _measures(measures))
        signs = "".join(sorted(found)) or ANY_COUNT
        return f"{_LINK}(?P<n>[{signs}])" if kind == "n" else f"[{signs}]", (found,) if found else ()
    gap = _GAP.fullmatch(hole)
    if gap is None:
        raise ValueError(f"no such hole as {{{hole}}}; sections/language/wordings.py has them")
    least, most = gap[2] or "0", gap[3]
    numbers = "" if gap[1] == "any" else ANY_COUNT
    made = f"[^{encoded(_ENDS[gap[1]] + (gap[4] or ''))}{numbers}]{{{least},{most}}}?"
    return f"(?P<name>{made})" if gap[1] == "name" else made, ()


def _measures(text: str) -> list[str]:
    """「人次人名」 as 人次, 人, 名."""
    found, rest = [], text.replace(" ", "")
    while rest:
        measure = next((one for one in _LONGEST_FIRST if one and rest.startswith(one)), "")
        if not measure:
            raise ValueError(f"no such measure as {rest}; sections/language/quantities.py has them")
        found.append(measure)
        rest = rest.removeprefix(measure)
    return found
