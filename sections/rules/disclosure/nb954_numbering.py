"""Numbering in running text: 一是 二是, （一）（二）."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from sections.language.numerals import chinese_number
from sections.rules._basis import NUMBERING
from sections.rules._texts import overview_text, pieces
from sections.rules.base import Context, Finding, Rule, Severity

_NUMERAL: Final = "[一二三四五六七八九十]{1,2}"
_OPENS: Final = r"(?:^|(?<=[。；：，、:;\s]))"
_INLINE: Final = (
    (("一是", "二是", "三是"), re.compile(rf"{_OPENS}({_NUMERAL})是(?!否)"), "{}是"),
    (("第一，", "第二，", "第三，"), re.compile(rf"{_OPENS}第({_NUMERAL})[，,]"), "第{}，"),
    (("①", "②", "③"), re.compile("([①-⑳])"), "{}"),
)
"""One of these must stand in the text for it to be worth looking; the mark, and its form."""
_BRACKETS: Final = re.compile(rf"^[ \t\u3000]*[（(]({_NUMERAL})[）)]", re.MULTILINE)
_COUNTED: Final = re.compile(
    r"([一两二三四五六七八九十]|[0-9]{1,2})((?:个|大|点)?(?:方面|点|项|个)?(?:的)?(?:主要|突出)?(?:不足|问题|短板|措施))"
    r"[^。；一]{0,12}[：:，,。]\s*(?=一是)"
)
_LEADS: Final = (
    (_BRACKETS, "（{}）"),
    (re.compile(r"^[ \t\u3000]*([0-9]{1,2})[.．、](?![0-9])", re.MULTILINE), "{}."),
)
_LIKE_A_PART: Final = re.compile(rf"^({_NUMERAL})、([\u4e00-\u9fff]{{2,16}})(?=[。：\n]|$)", re.MULTILINE)
_NEXT: Final = 2
"""The mark behind a wrong one goes on as if it were right: 一是, 四是, 三是."""
_SEVERAL: Final = 2
"""Topics with a number of their own, from which one without is an exception."""
_CHINESE: Final = "〇一二三四五六七八九十"


class Numbering(Rule):
    """Numbers start at one, leave none out, and a 一是 is followed by a 二是."""

    code = "NB954"
    name = "序号不连续"
    severity = Severity.WARNING
    checks = (
        "正文中“一是、二是……”“第一，第二，……”“①②……”和段首“（一）（二）……”“1. 2. ……”是否从一开始、依次连续；"
        "只有“一是”没有“二是”的，第一部分的小标题用了“五、”这样的各部分编号的，“三方面问题”之后列了不是三项的，也会指出。"
    )
    why = "序号断开多因删改时遗漏，读者会以为缺了内容。"
    basis = NUMBERING
    wrong = "一是加强培训；三是完善制度。"
    right = "一是加强培训；二是完善制度。"
    how = "补上缺少的内容，或重排序号。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each break in a sequence."""
        for piece in pieces(context.report):
            for message, quote in (*inline_breaks(piece.text), *miscounted(piece.text)):
                yield self.finding(piece.where, message, quote)
        if not (context.drafting or context.answers_known):  # a draft's own numbers are always right
            yield from (
                self.finding("overview", words, quote)
                for words, quote in mixed_leads(overview_text(context.report))
                if not any(quote[2:].startswith(name[2:]) for name in context.report.form.headings.values())
            )
            for section, text in (
                ("overview", overview_text(context.report)),
                ("problems", context.report.problems.text),
            ):
                for message, quote in lead_breaks(text):
                    yield self.finding(section, message, quote)


@lru_cache(maxsize=256)
def mixed_leads(text: str) -> tuple[tuple[str, str], ...]:
    """(message, quote) for each topic numbered like a part (「五、监督保障。」) among （一）…"""
    if len(_BRACKETS.findall(text)) < _SEVERAL:
        return ()
    return tuple(
        (f"小标题“{match[0]}”用了各部分的编号，应写“（{match[1]}）{match[2]}”。", match[0])
        for match in _LIKE_A_PART.finditer(text)
    )


@lru_cache(maxsize=1024)
def miscounted(text: str) -> tuple[tuple[str, str], ...]:
    """(message, quote) for each 「有三方面问题：一是……」 that is not followed by as many points."""
    found = []
    for match in _COUNTED.finditer(text) if "一是" in text else ():
        said = 2 if match[1] == "两" else _number(match[1])
        listed = 0
        for mark in re.finditer(rf"{_OPENS}({_NUMERAL})是(?!否)", text[match.start() :].split("\n", 1)[0]):
            if _number(mark[1]) != listed + 1:
                break
            listed += 1
        if said and listed > 1 and said != listed:
            found.append((f"写“{match[0][: match.end(2) - match.start()]}”，后面列了{listed}项。", match[0]))
    return tuple(found)


@lru_cache(maxsize=1024)
def inline_breaks(text: str) -> tuple[tuple[str, str], ...]:
    """(message, quote) for each break among 一是, 二是 …; 第一，…; ① …"""
    return tuple(
        found
        for gates, pattern, form in _INLINE
        if any(gate in text for gate in gates)
        for found in _breaks(_marks(pattern, text), text, form, lone=form == "{}是")
    )


@lru_cache(maxsize=256)
def lead_breaks(text: str) -> tuple[tuple[str, str], ...]:
    """(message, quote) for each break among paragraphs that begin with （一）, （二） … or 1. 2. …"""
    return tuple(
        found for pattern, form in _LEADS for found in _breaks(_marks(pattern, text), text, form, lone=False)
    )


def _marks(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """The numbers that a pattern finds, with their places."""
    return [(_number(match[1]), match.start()) for match in pattern.finditer(text)]


def _number(mark: str) -> int:
    if "①" <= mark <= "⑳":
        return ord(mark) - ord("①") + 1
    return int(mark) if mark.isdecimal() else chinese_number(mark) or 0


def _shown(number: int, form: str) -> str:
    """The mark of a number as the form of its sequence has it."""
    if form == "{}":
        return chr(ord("①") + number - 1)
    return form.format(number if form == "{}." else _named(number))


def _breaks(marks: list[tuple[int, int]], text: str, form: str, lone: bool) -> Iterator[tuple[str, str]]:
    last = 0
    for place, (number, start) in enumerate(marks):
        quote = text[start : start + 16].split("\n", 1)[0]
        follows = marks[place + 1][0] if place + 1 < len(marks) else 0
        again = _is_again(marks, place)
        if number not in {1, last + 1} and follows == last + _NEXT and not again:
            yield f"“{_shown(number, form)}”应为“{_shown(last + 1, form)}”。", quote
            last += 1
            continue
        if number == 1:
            follower = marks[place + 1][0] if place + 1 < len(marks) else 0
            if lone and follower in {0, 1}:
                yield f"只有“{_shown(1, form)}”，没有“{_shown(2, form)}”。", quote
        elif number == last + 2 and again:
            due, here = _shown(last + 1, form), _shown(number, form)
            yield f"“{here}”写了两次，没有“{due}”，前一个应为“{due}”。", quote
            last += 1
            continue
        elif number != last + 1:
            due, here = _shown(last + 1, form), _shown(number, form)
            again = number <= last
            yield (f"“{here}”重复或次序颠倒。" if again else f"“{here}”之前没有“{due}”，序号不连续。"), quote
        last = number


def _is_again(marks: list[tuple[int, int]], place: int) -> bool:
    """Whether the next mark is the same one: a wrong number, nothing left out."""
    return place + 1 < len(marks) and marks[place + 1][0] == marks[place][0]


def _named(number: int) -> str:
    if number <= 10:
        return _CHINESE[number]
    return ("十" if number < 20 else f"{_CHINESE[number // 10]}十") + (
        _CHINESE[number % 10] if number % 10 else ""
    )
