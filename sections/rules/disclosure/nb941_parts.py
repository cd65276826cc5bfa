"""A total and its parts in running text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sections.language.numerals import normalise
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.rules._basis import CARE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_UNIT: Final = r"万元|人次|[条件项次篇场期个份宗起家册元名处例]"
_NUMBER: Final = re.compile(
    rf"(?<![0-9.,第])(?P<n>[0-9]+(?:[,，][0-9]{{3}})*(?:\.[0-9]+)?)(?P<rough>[万亿余多]+)?\s?(?P<u>{_UNIT})"
    r"(?!工作日|方面|以上|以内)"
)
_CHANGE: Final = re.compile(
    r"(?:去年|上年|上一年|同期|同比|[增减升降多少]|超过?|至少|每|平均|第)[^，。；、（）]{0,6}$"
)
_ACTION: Final = re.compile(
    "收到|受理|办理|答复|回复|召开|举办|(?<!其他)(?<!公益)(?<!社会)(?<!非法人)组织|开展|接受|培训|收取|制作|发布|公开|编发"
)
_BRACKETS: Final = re.compile(r"（[^（）]*）")
_OPEN_ENDED: Final = re.compile(r"等|主要|重点|约|近")
_PERSONS: Final = re.compile("自然人|法人|企业|科研机构|公益组织|法律服务机构")
_LIST: Final = re.compile(
    "[，,](?:主要)?包括|[，,]分别[是为]|[，,]具体[是为]|(?<=[条件项次篇场期个份宗起家册元名处例])："
)
_SUMMED: Final = re.compile(r"[，、]?(?:一?共计|合计|总计|累计)[^，。；、0-9]{0,12}?$")
_DIGIT: Final = re.compile("[0-9]")
_NEARLY: Final = 0.9
_MOST_TOTALS: Final = 4
"""Numbers before a list that may be its total."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A total with its parts; ``listed``: in brackets right behind it, a list meant to be whole."""

    total: float
    parts: tuple[float, ...]
    unit: str
    quote: str
    listed: bool
    words: str

    @property
    def added(self) -> float:
        """The sum of the parts."""
        return round(sum(self.parts), 6)

    @property
    def holds(self) -> bool:
        """Whether the parts, or the first few of them, make the total."""
        sums = (round(sum(self.parts[:size]), 6) for size in range(2, len(self.parts) + 1))
        return any(one == self.total for one in sums)

    @property
    def doubtful(self) -> bool:
        """Whether a difference says something: too much does, too little only of a list that looks whole."""
        if self.holds or len(self.parts) < 2:
            return False
        if self.added > self.total:
            return True
        if _OPEN_ENDED.search(self.words):
            return False
        if self.listed or ("自然人" in self.words and re.search("法人|企业", self.words)):
            return True
        return len(self.parts) > 2 and self.added >= _NEARLY * self.total


class PartsOfWhole(Rule):
    """「2139条，其中……」: the parts add up to the whole."""

    code = "NB941"
    name = "分项之和与总数不符"
    severity = Severity.ERROR
    checks = (
        "同一句话里先写总数、后写分项（“其中……”或括号内逐项列出）的，分项之和是否等于总数。只列举部分的不算。"
    )
    why = "总数和分项写在一起，加一加就知道对不对。"
    basis = CARE
    wrong = "全年公开政府信息2139条，其中网站1520条、微信公众号420条、微博200条。"
    right = "全年公开政府信息2140条，其中网站1520条、微信公众号420条、微博200条。"
    how = "核对各分项和总数；分项有重复计算或只列了一部分的，在句中说明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each sum that does not come out; certain only of a list in brackets."""
        for piece in pieces(context.report):
            for group in found_parts(piece.text):
                if group.doubtful:
                    parts = "＋".join(f"{part:g}" if part < 10**6 else f"{part:.0f}" for part in group.parts)
                    sure = group.listed and len(group.parts) > 2
                    tail = "" if sure else "如有重复计算或只列举了一部分，请在句中说明。"
                    yield self.finding(
                        piece.where,
                        f"总数写{group.total:.10g}{group.unit}，分项相加{parts}＝{group.added:.10g}{group.unit}，"
                        f"相差{abs(group.total - group.added):.10g}{group.unit}。{tail}",
                        group.quote,
                        severity=None if sure else Severity.WARNING,
                    )


@lru_cache(maxsize=256)
def found_parts(text: str) -> tuple[Parts, ...]:
    """Every total of ``text`` with the parts that follow it."""
    found: list[Parts] = []
    parts = [sentence[:LONGEST_SENTENCE] for sentence in sentences(text)]
    for place, sentence in enumerate(parts):
        plain = normalise(sentence)
        if not _DIGIT.search(plain):
            continue
        found += _bracketed(plain)
        if plain.startswith("其中") and place:
            found += _named(normalise(parts[place - 1]), plain.removeprefix("其中"))
        elif plain.count("其中") == 1:
            found += _named(*plain.split("其中"))
        elif "其中" not in plain and (lists := _LIST.split(plain, maxsplit=1))[1:]:
            found += _named(*lists)
        found += _summed_up(plain)
    return tuple(found)


def _bracketed(sentence: str) -> Iterator[Parts]:
    for match in _NUMBER.finditer(sentence):
        inside = re.match(r"[^（），。；]{0,4}（([^（）]*)）", sentence[match.end() :])
        if inside is None or match["rough"] or _CHANGE.search(sentence[: match.start()]):
            continue
        numbers = _numbers(inside[1], match["u"])
        if numbers is not None:
            quote = sentence[match.start() : match.end() + inside.end()]
            yield Parts(_value(match), numbers, match["u"], quote, listed=True, words=inside[1])


def _named(before: str, after: str) -> Iterator[Parts]:
    flat = _BRACKETS.sub("", before)
    totals: dict[str, list[re.Match[str]]] = {}
    for match in _NUMBER.finditer(flat):
        if not _CHANGE.search(flat[: match.start()]):
            totals.setdefault(match["u"], []).append(match)
    list_text = _applicants(_BRACKETS.sub("", after))
    for matches in totals.values():
        made = [one for match in matches[-_MOST_TOTALS:] for one in _of_total(match, flat, list_text, after)]
        if made and not any(match["rough"] for match in matches) and not any(one.holds for one in made):
            yield min(made, key=lambda one: abs(one.total - one.added))


def _of_total(match: re.Match[str], flat: str, list_text: str, after: str) -> Iterator[Parts]:
    """The groups of parts behind a number that may be their total: one in all, or one between semicolons."""
    clause = re.split("[，。；]", flat[: match.start()])[-1]
    groups = [numbers for part in list_text.split("；") if (numbers := _numbers(part, match["u"], clause))]
    if all(len(group) == 1 for group in groups):
        groups = [tuple(group[0] for group in groups)] if groups else []
    quote = f"{match[0]}……其中{after[:40]}"
    for group in groups:
        yield Parts(_value(match), group, match["u"], quote, listed=False, words=after)


def _summed_up(sentence: str) -> Iterator[Parts]:
    """A list whose total stands behind it: 「网站210条、公众号156条、微博60条，共计426条」."""
    for match in _NUMBER.finditer(sentence):
        head = _SUMMED.search(sentence[: match.start()])
        if head is None or match["rough"]:
            continue
        before = re.split("[。；，：]", sentence[: head.start()])[-1]
        numbers = _numbers(before, match["u"])
        if numbers is not None and len(numbers) > 2 and before.count("、") >= len(numbers) - 1:
            quote = before + sentence[head.start() : match.end()]
            yield Parts(_value(match), numbers, match["u"], quote, listed=False, words=before)


def _applicants(text: str) -> str:
    """Of a list that names 自然人 and 法人, the parts about applicants alone: they are always the whole."""
    if "自然人" not in text or not _PERSONS.search(text.replace("自然人", "")):
        return text
    return "，".join(part for part in re.split("[，、；。]", text) if _PERSONS.search(part))


def _numbers(text: str, unit: str, clause: str = "") -> tuple[float, ...] | None:
    """The parts of a list in ``unit``; None when one of them is approximate."""
    values = []
    for match in _NUMBER.finditer(text):
        words = re.split("[，。；、：]", text[: match.start()])[-1]
        if match["u"] != unit or _CHANGE.search(text[: match.start()]):
            continue
        acts = _ACTION.findall(words)
        if clause and acts and not any(act in clause for act in acts):
            continue
        if match["rough"]:
            return None
        values.append(_value(match))
    return tuple(values)


def _value(match: re.Match[str]) -> float:
    return float(re.sub("[,，]", "", match["n"]))
