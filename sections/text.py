"""Chinese running text: sentences, likeness, and the typing slips that can be known for certain.

Pure functions of strings, all cached, because the same paragraphs are looked at after every key press."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import add
from typing import Final

_SENTENCE: Final = re.compile(r"[^。！？!?\n]*[。！？!?]+[”’」』）)]*|[^。！？!?\n]+")
_NUMBERS: Final = re.compile(
    r"[0-9０-９]+(?:[.,，．][0-9０-９]+)*[万亿]?[余多]?[%％]?|[〇零一二两三四五六七八九十百千万亿]{2,}余?"
)
_SPACE: Final = re.compile(r"\s+")
LEAST_SENTENCE: Final = 12
"""Characters from which a sentence says enough to be compared; shorter ones are set phrases."""

LONGEST_SENTENCE: Final = 1000
"""Characters of a sentence that are looked at for numbers; what is longer was never meant to be read."""

MOST_SENTENCES: Final = 500
"""Sentences that are compared at most: a report has a hundred, and a hostile file shall not take minutes."""


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` with their closing marks; a line end ends a sentence too."""
    return tuple(clean for part in _SENTENCE.findall(text) if (clean := part.strip()))


@lru_cache(maxsize=16384)
def masked(text: str) -> str:
    """``text`` without white space and with every number as ``#``: what is left is its wording."""
    return _NUMBERS.sub("#", _SPACE.sub("", text))


@lru_cache(maxsize=16384)
def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of the wording, the second and later of a kind numbered."""
    words = masked(text)
    every = list(map(add, words, words[1:]))
    pairs = frozenset(every)
    if len(pairs) == len(every):
        return pairs
    counts = Counter(every).items()
    return pairs.union(f"{pair}{count}" for pair, most in counts if most > 1 for count in range(2, most + 1))


def similarity(a: str, b: str) -> float:
    """How alike the wording of two texts is, 0 to 1, numbers masked: shared character pairs (Dice)."""
    if masked(a) == masked(b):
        return 1.0
    first, second = _pairs(a), _pairs(b)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


@lru_cache(maxsize=256)
def _index(text: str) -> tuple[tuple[str, ...], tuple[int, ...], dict[str, list[int]]]:
    """The sentences of ``text``, their sizes in pairs, and where each pair occurs."""
    parts = sentences(text)[:MOST_SENTENCES]
    places: dict[str, list[int]] = {}
    for number, part in enumerate(parts):
        for pair in _pairs(part):
            places.setdefault(pair, []).append(number)
    return parts, tuple(len(_pairs(part)) for part in parts), places


@lru_cache(maxsize=256)
def _wordings(text: str) -> dict[str, str]:
    return {masked(part): part for part in reversed(sentences(text))}


@lru_cache(maxsize=8192)
def likest(sentence: str, text: str) -> tuple[float, str]:
    """How like ``sentence`` the likest sentence of ``text`` is, and that sentence; (0, "") when none is."""
    same = _wordings(text).get(masked(sentence))
    if same is not None:
        return 1.0, same
    parts, sizes, places = _index(text)
    pairs = _pairs(sentence)
    shared = Counter(chain.from_iterable(filter(None, map(places.get, pairs))))
    best, found = 0.0, ""
    for number, count in shared.items():
        value = 2 * count / (len(pairs) + sizes[number])
        if value > best:
            best, found = value, parts[number]
    return best, found


# --- typing slips -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip at ``start``: the words there, and what they should be (empty: only a person can say)."""

    start: int
    found: str
    mend: str = ""


_HAN: Final = r"[\u3400-\u9fff]"
_DOUBLED: Final[tuple[tuple[str, str, str], ...]] = (
    ("的的", r"(?<![目标靶似])的的(?![确士])", "的"),
    ("了了", r"(?<!受)了了(?![解然结])", "了"),
    ("和和", r"(?<![总温饱缓附共])和和(?![气平睦美谐])", "和"),
    ("与与", r"(?<![参赋给])与与(?![会时])", "与"),
    ("我局我局", r"我局我局", "我局"),
    ("公开公开", r"公开公开", "公开"),
    ("信息信息", r"信息信息(?!化|量|源)", "信息"),
    ("申请申请", r"申请申请(?!人|表|书|量|公开)", "申请"),
    ("是是", r"(?<![不还但或可就凡都总正又便先])是是(?!否|非)", "是"),
    ("在在", r"(?<![存现实潜内自所正旨好])在在", "在"),
    ("及及", r"(?<![以普涉波顾触兼])及及(?![时格早第])", "及"),
    ("被被", r"被被(?![子告申])", "被"),
    ("、，", r"、，", "，"),
    ("，", r"，[，、]+(?!。)", "，"),
    ("、、", r"、、+", "、"),
    ("；；", r"；；+", "；"),
    ("：：", r"：：+", "："),
    ("。", r"。[。，、；：]+|[，、；：]+。", "。"),
    ("；", r"[，、]；|；[，、]", "；"),
)
"""What must stand in the text for it to be worth looking, the slip, and what it should be."""
_TWICE: Final = (
    "严格|认真|切实|积极|及时|加强|完善|开展|进行|提升|提高|强化|深入|持续|不断|全面|有效|结合|按照|根据|通过"
)
_AGAIN: Final = re.compile(rf"((?![〇零一二三四五六七八九十百千万亿]){_HAN}{{3,8}}|{_TWICE})\1")
"""Three characters and more, twice in a row; of two those that begin no noun (规范规范性文件 is right)."""
_HALF: Final = re.compile(rf"(?<={_HAN})[,;:!?](?={_HAN})|(?<={_HAN})\.(?=$|\n|{_HAN})")
_FULL: Final = dict(zip(",;:!?.", "，；：！？。", strict=True))
_ONE_TO_TEN: Final = "[一二三四五六七八九十]{1,2}"
_ENUMERATION: Final = re.compile(rf"(?:^|(?<=[。；：，、\s]))(?:[0-9]{{1,2}}|{_ONE_TO_TEN}|[a-zA-Z])[）)]")
_PARTNERS: Final = dict(zip("）》】〕」』”〉", "（《【〔「『“〈", strict=True))
_MARKS: Final = re.compile(f"[{''.join(_PARTNERS)}{''.join(_PARTNERS.values())}]")
_HEADING: Final = re.compile(rf"\s*(?:[（(]{_ONE_TO_TEN}[）)]|{_ONE_TO_TEN}、|[0-9]{{1,2}}[.．、])")
_END: Final = re.compile(r"[。！？；：…—!?;:.”’」』）)》〉】\]]\s*$")
_LONGEST_HEADING: Final = 40


@lru_cache(maxsize=2048)
def doubled(text: str) -> tuple[Slip, ...]:
    """Words and marks that stand twice (的的, 。。) or stand in one another's way (，。)."""
    slips = [
        Slip(match.start(), match[0], mend)
        for gate, pattern, mend in _DOUBLED
        if gate in text
        for match in re.finditer(pattern, text)
    ]
    known = {slip.start for slip in slips}
    slips += [
        Slip(match.start(), match[0], match[1])
        for match in _AGAIN.finditer(text)
        if match.start() not in known
    ]
    return tuple(sorted(slips, key=lambda slip: slip.start))


@lru_cache(maxsize=2048)
def half_width(text: str) -> tuple[Slip, ...]:
    """Half-width marks between Chinese characters."""
    return tuple(Slip(m.start(), m[0], _FULL[m[0]]) for m in _HALF.finditer(text))


@lru_cache(maxsize=2048)
def unmatched(text: str) -> tuple[Slip, ...]:
    """Brackets and quotation marks without their partner; 「1）」 of an enumeration needs none."""
    plain = _ENUMERATION.sub(lambda m: " " * len(m[0]), text).replace("(", "（").replace(")", "）")
    waiting: list[tuple[str, int]] = []
    slips = []
    for match in _MARKS.finditer(plain):
        c, place = match[0], match.start()
        if c not in _PARTNERS:
            waiting.append((c, place))
        elif waiting and waiting[-1][0] == _PARTNERS[c]:
            waiting.pop()
        else:
            slips.append(Slip(place, text[place]))
    slips += [Slip(place, text[place]) for _, place in waiting]
    return tuple(sorted(slips, key=lambda slip: slip.start))


@lru_cache(maxsize=2048)
def unended(text: str) -> tuple[Slip, ...]:
    """Paragraphs of whole sentences whose last one has no closing mark; headings need none."""
    return tuple(_unended(text))


def _unended(text: str) -> Iterator[Slip]:
    place = 0
    for line in text.split("\n"):
        words = line.rstrip()
        whole = len(words) > LEAST_SENTENCE and re.search("[，。；]", words)
        heading = _HEADING.match(words) and "。" not in words and len(words) <= _LONGEST_HEADING
        if whole and not heading and not _END.search(words):
            tail = words[-LEAST_SENTENCE:]
            yield Slip(place + len(words) - len(tail), tail, f"{tail.rstrip('，、,')}。")
        place += len(line) + 1


def excerpt(text: str, start: int, length: int = 1, around: int = 8) -> str:
    """The words at ``start`` with some to either side, to quote the place; never over a line end."""
    left = max(text.rfind("\n", 0, start) + 1, start - around)
    end = text.find("\n", start + length)
    right = min(len(text) if end < 0 else end, start + length + around)
    return text[left:right]
