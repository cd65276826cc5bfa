"""The numbers of running text, each with what it counts: 「公开信息1,234条」 has the number 1234 of 条.

The only place that says what a number (``NUMBER``) and a measure (``MEASURES``) look like; what a numeral is
worth stands in ``numerals``. ``quantities`` finds the numbers of a sentence. ``reduced`` writes it with one
sign for each of them: in that text the wordings of ``wordings`` are looked for.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sections.language.numerals import CHINESE, chinese_number, normalise, read_decimal, read_quantity
from sections.report.values import Quantity

_ARABIC: Final = r"[0-9]{1,15}(?:[,，' ][0-9]{3}(?![0-9]))*(?:\.[0-9]{1,6})?"
_MIXED: Final = r"[0-9]{1,9}[亿万千百](?:[0-9]{1,9}[亿万千百]?)+"
_DIGITS: Final = rf"(?:{_MIXED}|{_ARABIC}(?:\s?(?:[百千万]?[万亿]|千|百))?)"
_HANZI: Final = f"[{CHINESE}]"
_ABOUT: Final = "(?<![预节签特合公违])约|(?<![附临最就邻靠])近|超过|超|逾|突破"
_MORE: Final = "(?:余|多)?(?:万|亿)?"
NUMBER: Final = rf"(?:(?:{_ABOUT})?(?:{_DIGITS}|{_HANZI}{{1,15}}){_MORE})"
"""A number in text that ``normalise`` has been through, with the words that make it approximate."""

COUNTS: Final = (
    "件", "条", "篇", "期", "次", "场", "个", "项", "份", "封", "宗", "起", "例", "家", "处", "轮",
    "人次", "人", "名", "户", "部", "套", "册", "幅", "组", "批", "元",
)  # fmt: skip
"""What is counted. 场次 and 件次 stand for 场 and 件; 万 and 亿 before a measure belong to the number."""
OTHERS: Final = (
    "", "%", "工作日", "个月", "方面", "小时", "天", "号", "类", "所", "张", "卷", "台", "座", "间", "支",
    "款", "门", "节", "版", "本", "字", "亩", "公里", "吨", "株", "块",
)  # fmt: skip
"""Seen behind digits alone (三类 is a word); ``""`` is a number with nothing behind it that is known."""
TIMES: Final = ("年", "月", "日")
"""Of dates: wordings read over them, see ``wordings``."""
MEASURES: Final = COUNTS + OTHERS + TIMES
_WRITTEN: Final = {"场次": "场", "件次": "件", "个工作日": "工作日", "个方面": "方面"}
_LONGEST_FIRST: Final = sorted({*MEASURES, *_WRITTEN} - {""}, key=len, reverse=True)
_COUNTED: Final = sorted({*COUNTS, "场次", "件次"}, key=len, reverse=True)

_FOUND: Final = re.compile(
    rf"(?=[0-9约近超逾突{CHINESE}])(?P<n>(?:{_ABOUT})?(?:(?<![0-9.A-Za-z]){_DIGITS}{_MORE}"
    rf"|(?<![第每逐同统唯某另任{CHINESE}]){_HANZI}{{1,15}}{_MORE}(?=\s?(?:{'|'.join(_COUNTED)})(?![性体事办])))"
    rf")\s?(?P<m>{'|'.join(_LONGEST_FIRST)})?(?P<about>左右|以上|以下|以内)?"
    rf"|百分之(?P<share>{_HANZI}{{1,9}})(?:点(?P<places>[〇零一二三四五六七八九]{{1,3}}))?"
)
_HAS_NUMBER: Final = re.compile(rf"[0-9０-９]|百分之|{_HANZI}(?:余|多)?(?:{'|'.join(_COUNTED)})")

_SPACED: Final = re.compile(r"\s(?=[百千万亿])")

STOPS: Final = {"，": "\x01", "、": "\x02", "：": "\x03", "；": "\x04", "。": "\x05"}
"""Marks that end an item of a list, a clause, or (the last two) more, and their signs."""
SAME_STOPS: Final = {",": "，", ":": "：", ";": "；", "！": "。", "？": "。", "\n": "。"}
LINKS: Final = {
    character: chr(0x10 + place) for place, character in enumerate("共计总累合数量达到有为了的是")
}
"""What may stand between a thing and its number (共计, 总数为, 达到了 …), each character with its sign."""
SIGNS: Final = {measure: chr(0xC0 + place) for place, measure in enumerate(MEASURES)}
"""Measure -> the sign that stands for a number of it."""
ANY_COUNT: Final = f"{SIGNS[MEASURES[0]]}-{SIGNS[OTHERS[-1]]}"
"""The signs of every number that is no date, as a range of a character class."""
_TAKEN: Final = {code: "\ufffd" for code in (*range(0x20), *range(0xC0, 0x100))}
_CODES: Final = str.maketrans(
    _TAKEN | {ord(mark): STOPS[SAME_STOPS.get(mark, mark)] for mark in (*STOPS, *SAME_STOPS)}
) | str.maketrans(LINKS)


def encoded(text: str) -> str:
    """``text`` with the signs of a reduced sentence: classes of Latin letters compile many times faster."""
    return text.translate(_CODES)


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands: ``[start:end]`` is the numeral with 约 and 余, ``stop`` its measure's end."""

    start: int
    end: int
    stop: int
    text: str
    """The numeral as written, in half width."""
    measure: str

    @property
    def quantity(self) -> Quantity | None:
        """A whole number, exact or approximate; None for a fraction and for what cannot be read."""
        return read_quantity(self.text)

    @property
    def value(self) -> Decimal | None:
        """What it is worth, 余 and 约 left out (money in 元); None for what cannot be read."""
        exact = read_decimal(self.text)
        if exact is not None:
            whole = exact.to_integral_value()
            return whole if whole == exact else exact
        about = self.quantity
        return None if about is None else Decimal(about.value)

    @property
    def exact(self) -> bool:
        """Whether it can be calculated with."""
        return read_decimal(self.text) is not None

    @property
    def unit(self) -> str:
        """The measure; of money with its 万 or 亿."""
        return f"{self._scale}{self.measure}"

    @property
    def amount(self) -> Decimal:
        """How many of its unit: 52.15 of 「52.15万元」."""
        return read_decimal(self.text.removesuffix(self._scale)) or Decimal(0)

    @property
    def certain(self) -> bool:
        """Whether it is exact to the last one: 「3.2万条」 is rounded, 「3.2万元」 is not."""
        return self.text.isdigit() or (self.exact and (self.measure == "元" or self.step <= 1))

    @property
    def _scale(self) -> str:
        return self.text[-1] if self.measure == "元" and self.text[-1] in "万亿" else ""

    @property
    def step(self) -> Decimal:
        """One in its last written place: 0.01 of 「52.15%」, 100 of 「52.15万元」."""
        groups = re.findall(r"[0-9]+(?:\.[0-9]+)?", re.sub(r"[,，' ]", "", self.text))
        whole = self.value
        if len(groups) != 1 or not whole:
            return Decimal(1)
        return Decimal(1).scaleb(-len(groups[0].partition(".")[2])) * (whole / Decimal(groups[0]))


@dataclass(frozen=True, slots=True)
class Reduced:
    """A sentence in which each number with its measure is one sign (see ``SIGNS`` and ``encoded``)."""

    sentence: str
    """As it was, in half-width digits."""
    text: str
    numbers: tuple[Number, ...]
    places: tuple[int, ...]
    """Where in ``text`` the sign of each number stands."""

    def number(self, place: int) -> Number:
        """The number whose sign stands at ``place`` of ``text``."""
        return self.numbers[bisect_right(self.places, place) - 1]

    def origin(self, place: int) -> int:
        """Where in ``sentence`` what stands at ``place`` of ``text`` begins."""
        before = bisect_right(self.places, place) - 1
        if before < 0:
            return place
        number = self.numbers[before]
        return number.start if self.places[before] == place else number.stop + place - self.places[before] - 1


@lru_cache(maxsize=4096)
def quantities(sentence: str) -> tuple[Number, ...]:
    """Every number of ``sentence`` in order; a Chinese one only before a measure (「一次」, not 「统一」)."""
    if not _HAS_NUMBER.search(sentence):
        return ()
    return tuple(map(_number, _FOUND.finditer(normalise(sentence))))


@lru_cache(maxsize=4096)
def counts(text: str) -> tuple[Number, ...]:
    """The numbers of ``text`` that count something: no 第3次, no 3次以内."""
    return tuple(
        number
        for number in quantities(text)
        if number.measure in COUNTS
        and text[number.start - 1 : number.start] != "第"
        and not text.startswith(("以内", "以下"), number.stop)
    )


def years_of(text: str) -> list[int]:
    """The years that ``text`` names (2024年), in order."""
    dates = (
        int(number.text) for number in quantities(text) if number.measure == "年" and number.text.isdigit()
    )
    return [year for year in dates if 2000 <= year < 2100]


def _number(match: re.Match[str]) -> Number:
    if match["share"]:
        places = "".join(str(chinese_number(digit)) for digit in match["places"] or "")
        whole = 100 if match["share"] == "百" else chinese_number(match["share"])
        text = match["share"] if whole is None else f"{whole}.{places}".rstrip(".")
        return Number(match.start(), match.end(), match.end(), text, "%")
    start, end = match.span("n")
    measure, about = match["m"] or "", match["about"] or ""
    text = _SPACED.sub("", match["n"]) + (about if about in {"左右", "以上"} else "")
    return Number(start, end, match.end("m") if measure else end, text, _WRITTEN.get(measure, measure))


@lru_cache(maxsize=4096)
def reduced(sentence: str) -> Reduced:
    """``sentence`` with a sign for each number."""
    plain = normalise(sentence)
    numbers = quantities(sentence)
    parts: list[str] = []
    places: list[int] = []
    end = size = 0
    for number in numbers:
        before = encoded(plain[end : number.start])
        parts += before, SIGNS[number.measure]
        size += len(before) + 1
        places.append(size - 1)
        end = number.stop
    return Reduced(plain, "".join((*parts, encoded(plain[end:]))), numbers, tuple(places))
