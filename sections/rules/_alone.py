"""Changes of what the tables count that are told without this year's number: 「与上年相比，行政诉讼减少2件」.

They are held against the tables of both years, whichever of their numbers the words may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sections.language.known_words import subject_of
from sections.language.numerals import chinese_number, normalise
from sections.language.sentences import sentences
from sections.rules._cells import last_year, numbers
from sections.rules._contradiction import OTHER_SCOPE, same_scope, sums
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context

_LAST: Final = "(?:上一?年|去年|(?P<{}>20[0-9]{{2}})年)度?(?:的)?(?:同期)?"
_N: Final = "(?P<n>[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百]+)"
_VERB: Final = "制发|制定|出台|印发|受理|收到|收|办理|办结|办|作出|发生"
_WHAT: Final = "(?P<what>[\\u3400-\\u9fff、]{2,24}?)"
_YEAR: Final = "(?:20[0-9]{2}年度?|全年|今年|本年度?)"
_FIRST: Final = rf"(?P<first>[与较同比]{_LAST.format('a')}(?:相比|比)?，?)"
_THEN: Final = rf"(?P<then>[，]?(?:[较比与同]{_LAST.format('b')}(?:相比)?，?|同比))"
_WAY: Final = rf"(?P<way>增加|增长|上升|提高|多(?:{_VERB})?|减少|下降|降低|少(?:{_VERB})?)了?"
_BY: Final = rf"(?:(?P<share>百分之){_N.replace('<n>', '<m>')}|{_N}(?P<unit>[件起宗例]|%|％|成|倍))"
_ABOUT_SO: Final = "[多余0-9.点一二三四五六七八九十百]|左右|上下|以上|以下|有余"
_TOLD: Final = re.compile(
    rf"(?:^|(?<=[，。；：]))(?:{_YEAR}，?)?{_FIRST}?{_WHAT}{_THEN}?{_WAY}(?P<noun>[\u3400-\u9fff]{{0,8}}?){_BY}(?!{_ABOUT_SO})"
)
_VERB_FIRST: Final = re.compile(
    rf"(?:^|(?<=[，。；：]))[较比与同]{_LAST.format('a')}(?:相比，?)?(?P<way>[多少])(?P<verb>{_VERB})了?"
    r"(?P<noun>[\u3400-\u9fff]{2,10}?)(?P<n>[0-9]+)(?P<unit>[件起宗例])"
)
"""「比上年多收申请12件」."""
_YEARS: Final = re.compile(
    rf"(?:^|(?<=[，。；：])){_WHAT}连续[两二三]年(?P<way>增加|增长|上升|减少|下降|降低)"
)
_TIMES: Final = re.compile(
    rf"(?:^|(?<=[，。；：]))(?:{_YEAR}，?)?{_WHAT}(?:约|近)?(?:是|为|达到?|相当于)"
    rf"{_LAST.format('a')}{_N}倍(?P<more>多|有余|以上)?"
)
_LESS: Final = ("减", "下", "降", "少", "压", "缩")
_ABOUT_REQUESTS: Final = re.compile("申请")
_TENTH: Final = Decimal("0.1")


_FROM_TO: Final = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<what>[\u3400-\u9fff、]{{2,24}}?)由(?P<last>{_LAST.format('a')}的?)?(?P<was>[0-9]+(?:\.[0-9]+)?)(?P<unit>万?(?:人次|[件起宗例条篇次个项期场家份人名])|[万亿]?元|%|％)"
    r"(?P<way>提高|上升|增加|增长|提升|增|减少|下降|降低|压减|缩减|减|降)(?:至|到|为)(?P<now>[0-9]+(?:\.[0-9]+)?)(?P=unit)"
)
"""「满意率由去年的95.2%提高到96.5%」."""


def turned_round(context: Context) -> Iterator[tuple[Piece, str, str]]:
    """(place, message, quote) of each change between two numbers that goes the other way, or that does not
    begin at last year's number."""
    last = last_year(context)
    for piece in pieces(context.report):
        for match in _FROM_TO.finditer(normalise(piece.text)) if "由" in piece.text else ():
            was, now = Decimal(match["was"]), Decimal(match["now"])
            if (now - was) * (-1 if match["way"].startswith(_LESS) else 1) <= 0:
                yield piece, f"“{match[0]}”：两个数与“{match['way']}”的方向不合。", match[0]
                continue
            subject = _subject(match["what"], piece) if last is not None and match["last"] else None
            then = [] if subject is None or last is None else sums(subject, numbers(last), last.unreadable)
            if then and all(one.value != was for one in then):
                words = f"“{match[0]}”：上年报告的表格中{then[0].name}为{then[0].value}件，与此不符。"
                yield piece, words, match[0]


@dataclass(frozen=True, slots=True)
class Alone:
    """A change told alone that follows from no pair of numbers of the tables: in ``unit`` 件, %, 成 or 倍."""

    piece: Piece
    unit: str
    quote: str
    words: str


@dataclass(frozen=True, slots=True)
class _Claim:
    unit: str
    said: Decimal
    """With its sign; of a multiple (倍) how many times last year's number."""
    step: Decimal

    def holds(self, now: Decimal, before: Decimal) -> bool:
        """Whether the change follows from the two numbers, rounded or cut off."""
        if self.unit == "件":
            return now - before == self.said
        if self.unit == "年":
            return (now - before) * self.said > 0
        if not before:
            return False
        if self.unit == "%":
            rate = (now - before) * 100 / before
            return rate * self.said >= 0 and -self.step / 2 <= abs(rate) - abs(self.said) < self.step
        if self.unit == "成":
            return abs((now - before) / before - self.said / 10) < _TENTH
        return -self.step / 2 <= now / before - self.said < self.step


def told_alone(context: Context, *units: str) -> Iterator[Alone]:
    """Each change of these units that the tables of both years contradict."""
    last = last_year(context)
    if last is None:
        return
    for piece in pieces(context.report):
        for sentence in sentences(piece.text) if _ABOUT.search(piece.text) else ():
            for match, claim in _claims(normalise(sentence), last.year):
                if _PART_OF_YEAR.search(sentence[: match.end()]):
                    continue
                subject = _subject(_words(match), piece)
                if subject is None or claim.unit not in units:
                    continue
                now, before = (
                    [Decimal(one.value) for one in sums(subject, numbers(report), report.unreadable)]
                    for report in (context.report, last)
                )
                pairs = list(zip(now, before, strict=False))
                if pairs and not any(claim.holds(*pair) for pair in pairs):
                    words = f"“{match[0]}”：表格中本年{pairs[0][0]}件，上年{pairs[0][1]}件，与此不符。"
                    words += "" if same_scope(context, piece, sentence) else OTHER_SCOPE
                    yield Alone(piece, claim.unit, match[0], words)


_PART_OF_YEAR: Final = re.compile("半年|季度|[0-9]月|月份|其中|每")
_ABOUT: Final = re.compile("上年|去年|上一年|同比|[较比]20")


def _claims(sentence: str, last: int) -> Iterator[tuple[re.Match[str], _Claim]]:
    for match in _TOLD.finditer(sentence):
        named = match["a"] or match["b"]
        if not (match["first"] or match["then"]) or (named and int(named) != last):
            continue
        number = match["n"] or match["m"]
        said, step = _number(number)
        unit = "%" if match["share"] or match["unit"] in {"%", "％"} else match["unit"]
        unit = unit if unit in {"%", "成", "倍"} else "件"
        said = -said if match["way"].startswith(_LESS) else said
        yield match, _Claim(unit, said + 1 if unit == "倍" else said, step)
    for match in _VERB_FIRST.finditer(sentence):
        if not match["a"] or int(match["a"]) == last:
            said, step = _number(match["n"])
            yield match, _Claim("件", -said if match["way"] == "少" else said, step)
    for match in _YEARS.finditer(sentence):
        yield match, _Claim("年", Decimal(-1 if match["way"].startswith(_LESS) else 1), Decimal(1))
    for match in _TIMES.finditer(sentence):
        if not match["a"] or int(match["a"]) == last:
            said, step = _number(match["n"])
            yield match, _Claim("倍", said, Decimal(1) if match["more"] else step)


_FULL: Final = {"收": "收到", "办": "办结", "": ""}


def _words(match: re.Match[str]) -> str:
    """What is counted: the words before the change, its verb and its noun."""
    groups = match.groupdict()
    verb = groups.get("verb") or (groups.get("way") or "").lstrip("增多减少加长升上提高下降低")
    return f"{groups.get('what') or ''}{_FULL.get(verb, verb)}{groups.get('noun') or ''}"


def _number(text: str) -> tuple[Decimal, Decimal]:
    """A number and the step of its last place."""
    said = Decimal(text if text[0].isdigit() else 2 if text == "两" else chinese_number(text) or 0)
    return said, Decimal(1).scaleb(min(int(said.as_tuple().exponent), 0))


def _subject(words: str, piece: Piece) -> str | None:
    """What changes; applications where nothing else is named and the paragraph is about them."""
    subject = subject_of(words)
    if subject == "requests.total.total" or subject is None:
        return subject if subject or not _PLAIN.fullmatch(words) else "requests.applications"
    return subject if piece.where.startswith("overview") or "公开" in words else None


_PLAIN: Final = re.compile(
    "(?:政府|政务)?(?:信息)?(?:依申请公开|公开申请|申请公开|申请)(?:的)?(?:件|数|总|数量|总量|总数|件数|量)*"
)
