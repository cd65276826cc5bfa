"""Numbering in running text: 一是 二是, （一）（二）."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from sections.findings import Context, Finding, Rule, Severity
from sections.numerals import chinese_number
from sections.rules._basis import CARE
from sections.rules._texts import overview_text, pieces

_NUMERAL: Final = "[一二三四五六七八九十]{1,2}"
_INLINE: Final = re.compile(rf"(?:^|(?<=[。；：，、:;\s]))({_NUMERAL})是(?!否)")
_LEADS: Final = re.compile(rf"^[ \t\u3000]*[（(]({_NUMERAL})[）)]", re.MULTILINE)
_CHINESE: Final = "〇一二三四五六七八九十"


class Numbering(Rule):
    """Numbers start at one, leave none out, and a 一是 is followed by a 二是."""

    code = "NB954"
    name = "序号不连续"
    severity = Severity.WARNING
    checks = (
        "正文中“一是、二是……”和段首“（一）（二）……”是否从一开始、依次连续；只有“一是”没有“二是”的也会指出。"
    )
    why = "序号断开多因删改时遗漏，读者会以为缺了内容。"
    basis = CARE
    wrong = "一是加强培训；三是完善制度。"
    right = "一是加强培训；二是完善制度。"
    how = "补上缺少的内容，或重排序号。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each break in a sequence."""
        for piece in pieces(context.report):
            for message, quote in inline_breaks(piece.text):
                yield self.finding(piece.where, message, quote)
        if not context.report.paragraphs:
            for section, text in (
                ("overview", overview_text(context.report)),
                ("problems", context.report.problems.text),
            ):
                for message, quote in lead_breaks(text):
                    yield self.finding(section, message, quote)


@lru_cache(maxsize=1024)
def inline_breaks(text: str) -> tuple[tuple[str, str], ...]:
    """(message, quote) for each break among 一是, 二是 …"""
    marks = [(chinese_number(match[1]) or 0, match.start()) for match in _INLINE.finditer(text)]
    return tuple(_breaks(marks, text, "{}是", lone=True))


@lru_cache(maxsize=256)
def lead_breaks(text: str) -> tuple[tuple[str, str], ...]:
    """(message, quote) for each break among paragraphs that begin with （一）, （二） …"""
    marks = [(chinese_number(match[1]) or 0, match.start(1)) for match in _LEADS.finditer(text)]
    return tuple(_breaks(marks, text, "（{}）", lone=False))


def _breaks(marks: list[tuple[int, int]], text: str, form: str, lone: bool) -> Iterator[tuple[str, str]]:
    last = 0
    for place, (number, start) in enumerate(marks):
        quote = text[start : start + 16].split("\n", 1)[0]
        if number == 1:
            follower = marks[place + 1][0] if place + 1 < len(marks) else 0
            if lone and follower in {0, 1}:
                yield f"只有“{form.format('一')}”，没有“{form.format('二')}”。", quote
        elif number != last + 1:
            due, here = form.format(_named(last + 1)), form.format(_named(number))
            yield f"“{here}”之前没有“{due}”，序号不连续。", quote
        last = number


def _named(number: int) -> str:
    if number <= 10:
        return _CHINESE[number]
    return ("十" if number < 20 else f"{_CHINESE[number // 10]}十") + (
        _CHINESE[number % 10] if number % 10 else ""
    )
