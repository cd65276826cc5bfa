"""Totals and their parts in running text: 「公开信息2140条，其中网站1520条、微信420条、微博200条」."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from sections.language.numerals import normalise
from sections.language.quantities import Number, counts
from sections.language.sentences import LONGEST_SENTENCE, sentences

_CHANGE: Final = re.compile(
    r"(?:去年|上年|上一年|同期|同比|(?<!新)增|[减升降多少]|超过?|至少|每|平均|第)[^，。；、（）]{0,6}$"
)
_ACTION: Final = re.compile(
    "收到|受理|办理|答复|回复|召开|举办|(?<!其他)(?<!公益)(?<!社会)(?<!非法人)组织|开展|接受|培训|收取|制作|发布|公开|编发"
)
_DONE_BY: Final = frozenset({"收到", "受理", "办理"})
"""Acts that narrow nothing where a part is named by its channel: 「其中线上办理3件」."""
_BRACKETS: Final = re.compile(r"（[^（）]*）")
_BRACKET_BEHIND: Final = re.compile(r"[^（），。；]{0,4}（([^（）]*)）")
_PERSONS: Final = re.compile("自然人|法人|企业|科研机构|公益组织|法律服务机构")
_LIST: Final = re.compile(
    "(?:分布|构成|来源)(?:情况)?(?:为|是|如下)?[：:]|(?<=申请)(?:事项|案件)?中[，,](?=[^。]*自然人[^。]*(?:法人|企业))|[，,](?:主要)?包括|[，,]其?(?:通过)?(?=(?:网络|网上|网站|线上|信函|当面|邮寄|电子邮件)[^，。；、]{0,8}[0-9]+[件条]、(?:[^，。；]*、)?[^，。；、]{0,10}[0-9]+[件条])|[，,]分别[是为]|[，,]具体[是为]|(?<=[条件项次篇场期个份宗起家册元名处例])：|[，,](?=第?一季度[^。]*[0-9][^。]*四季度)|[，,](?=上半年[^。]*[0-9][^。]*下半年)"
)
_SUMMED: Final = re.compile(
    r"[，、]?(?:一?共计|合计|总计|总共|累计)[^，。；、0-9]{0,12}?$|，共(?:收取?|计收|收到)?$"
    r"|[，、][两二三四五六七八九十][类项者种]?(?:一?共|共计|合计)?$"
)
_BARE_SUM: Final = re.compile("[，、]一?(?:共计|合计|总计|共(?:收取?|计收|收到)?)")
"""Right before the number: of two parts as well the sum, and nothing else."""
_OTHER_CASES: Final = re.compile("复议|诉讼|信访")
"""What comes of applications and is no part of them."""
_CHANNELS: Final = 0
_MARKS: Final = "、，；"
"""What parts a list, the weaker first."""
_SORTS: Final = (
    re.compile("网络|网上|网站|线上|线下|平台|信函|邮寄|来信|当面|窗口|邮件|传真"),
    re.compile("予以公开|部分公开|不予|无法提供|其他处理|答复|办结"),
    _PERSONS,
)
"""Channels, outcomes and applicants: each makes up the whole by itself."""
_COMMA: Final = _MARKS.index("，")
_MOST_TOTALS: Final = 4
"""Numbers before a list that may be its total."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A total with its parts; ``listed``: in brackets right behind it, a list meant to be whole."""

    total: Decimal
    parts: tuple[Decimal, ...]
    unit: str
    quote: str
    listed: bool
    words: str
    summed: bool = False
    """Whether the total stands right behind its parts, as their sum."""
    other_units: Decimal = Decimal(0)
    """What the list counts in other units: 「2698条，其中……解读44条、征集16期」 may mean them as well."""

    @property
    def added(self) -> Decimal:
        """The sum of the parts."""
        return sum(self.parts, Decimal(0))

    @property
    def holds(self) -> bool:
        """Whether the parts, or the first few of them, make the total."""
        sums = (sum(self.parts[:size], Decimal(0)) for size in (*self._ends(), len(self.parts)))
        return any(one == self.total for one in sums) or self.added + self.other_units == self.total

    def _ends(self) -> list[int]:
        """After how many parts the list may be over and the sentence go on to something else: at a comma, at
        a stronger mark than before, or where another sort of parts begins; by 、 or ； it goes on."""
        numbers = [number for number in counts(self.words) if number.unit == self.unit]
        if len(numbers) != len(self.parts):
            return list(range(2, len(self.parts)))
        labels = [self.words[number.stop : other.start] for number, other in pairwise(numbers)]
        sorts = [_sort(label) for label in (self.words[: numbers[0].start], *labels)] if numbers else []
        found, strongest = [], 0
        for size, (number, other) in enumerate(pairwise(numbers), start=1):
            level = max(map(_MARKS.find, self.words[number.stop : other.start]), default=-1)
            turns = None not in sorts[size - 1 : size + 1] and sorts[size - 1] != sorts[size]
            if size > 1 and (level == _COMMA or level > strongest or turns):
                found.append(size)
            strongest = max(strongest, level)
        return found


def _sort(label: str) -> int | None:
    """Of which sort a part is by the words before its number."""
    return next((place for place, words in enumerate(_SORTS) if words.search(label)), None)


@lru_cache(maxsize=256)
def found_parts(text: str) -> tuple[Parts, ...]:
    """The totals of ``text`` with their parts: all in brackets, of others those that do not come out."""
    lines = [normalise(sentence[:LONGEST_SENTENCE]) for sentence in sentences(text)]
    return tuple(
        parts for place in range(len(lines)) if counts(lines[place]) for parts in _of_line(lines, place)
    )


def _of_line(lines: list[str], place: int) -> Iterator[Parts]:
    line = lines[place]
    yield from _bracketed(line)
    if line.startswith("其中") and place and _OTHER_CASES.search(lines[place - 1]) and "申请" in line:
        return  # the list is of an earlier total
    if line.startswith("其中") and place:
        yield from _named(lines[place - 1], line.removeprefix("其中"))
    elif line.count("其中") == 1:
        yield from _named(*line.split("其中"))
    elif "其中" not in line and (lists := _LIST.split(line, maxsplit=1))[1:]:
        yield from _named(*lists)
    yield from _summed_up(line)


def _bracketed(line: str) -> Iterator[Parts]:
    if "（" not in line:
        return
    for number in counts(line):
        inside = _BRACKET_BEHIND.match(line, number.stop)
        if inside is None or not number.certain or _CHANGE.search(line[: number.start]):
            continue
        parts = _amounts(inside[1], number.unit)
        if parts is not None:
            quote = line[number.start : inside.end()]
            yield Parts(number.amount, parts, number.unit, quote, listed=True, words=inside[1])


def _named(before: str, after: str) -> Iterator[Parts]:
    flat = _BRACKETS.sub("", before)
    totals: dict[str, list[Number]] = {}
    for number in counts(flat):
        if not _CHANGE.search(flat[: number.start]):
            totals.setdefault(number.unit, []).append(number)
    both = combinations(counts(flat), 2) if "结转" in flat else ()
    with_carried = {number.amount + other.amount for number, other in both}
    list_text = _applicants(_without_other_cases(_BRACKETS.sub("", after), before))
    for numbers in totals.values():
        made = [
            parts for number in numbers[-_MOST_TOTALS:] for parts in _of_total(number, flat, list_text, after)
        ]
        if any(parts.added in with_carried for parts in made):
            continue
        if any(len(parts.parts) == 1 and parts.added <= parts.total for parts in made):
            continue
        if made and all(number.certain for number in numbers) and not any(parts.holds for parts in made):
            yield min(made, key=lambda parts: abs(parts.total - parts.added))


def _of_total(total: Number, flat: str, list_text: str, after: str) -> Iterator[Parts]:
    """The groups of parts behind a number that may be their total: one in all, or one between semicolons."""
    clause = re.split("[，。；]", flat[: total.start])[-1]
    groups = [parts for text in list_text.split("；") if (parts := _amounts(text, total.unit, clause))]
    if all(len(group) == 1 for group in groups) or sum(map(sum, groups)) == total.amount:
        groups = [tuple(part for group in groups for part in group)] if groups else []
    quote = f"{flat[total.start : total.stop]}……其中{after[:40]}"
    others = sum((number.amount for number in counts(list_text) if number.unit != total.unit), Decimal(0))
    for group in groups:
        yield Parts(total.amount, group, total.unit, quote, listed=False, words=after, other_units=others)


def _summed_up(line: str) -> Iterator[Parts]:
    """A list whose total stands behind it: 「网站210条、公众号156条、微博60条，共计426条」."""
    if not re.search("计|总共|，共|[类项者种]共", line):
        return
    for number in counts(line):
        head = _SUMMED.search(line[: number.start])
        if head is None or not number.certain:
            continue
        before = re.split("[。；，：]", line[: head.start()])[-1]
        parts = _amounts(before, number.unit)
        bare = bool(_BARE_SUM.fullmatch(head[0]))
        if parts is not None and len(parts) > (1 if bare else 2) and before.count("、") >= len(parts) - 1:
            quote = before + line[head.start() : number.stop]
            yield Parts(number.amount, parts, number.unit, quote, listed=False, words=before, summed=bare)


def _without_other_cases(text: str, before: str) -> str:
    """A list up to where it goes on to what is no part of its whole: 「……部分公开4件，引发行政复议2件」."""
    match = None if _OTHER_CASES.search(before) else _OTHER_CASES.search(text)
    return text[: match.start()].rpartition("，")[0] if match else text


def _applicants(text: str) -> str:
    """Of a list that names 自然人 and 法人, the parts about applicants alone: they are always the whole."""
    if "自然人" not in text or not _PERSONS.search(text.replace("自然人", "")):
        return text
    return "，".join(part for part in re.split("[，、；。]", text) if _PERSONS.search(part))


def _amounts(text: str, unit: str, clause: str = "") -> tuple[Decimal, ...] | None:
    """The parts of a list in ``unit``; None when one of them is approximate."""
    values = []
    for number in counts(text):
        words = re.split("[，。；、：]", text[: number.start])[-1]
        if number.unit != unit or _CHANGE.search(text[: number.start]):
            continue
        acts = _ACTION.findall(words)
        if clause and acts and "结转" not in words and not _is_same_act(acts, words, clause):
            continue
        if not number.certain:
            return None
        values.append(number.amount)
    return tuple(values)


def _is_same_act(acts: list[str], words: str, clause: str) -> bool:
    """Whether a part tells of what its total tells: 「收到4件，其中线上办理3件」, but not 「其中培训3次」."""
    by_channel = _sort(words) == _CHANNELS and _DONE_BY.issuperset(acts)
    return by_channel or any(act in clause for act in acts)
