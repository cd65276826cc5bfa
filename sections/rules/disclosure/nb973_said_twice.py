"""Sentences that say the same twice."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sections.language.numerals import normalise
from sections.language.quantities import NUMBER
from sections.language.slips import excerpt
from sections.rules._basis import CARE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_SHOWN: Final = 20
_TWICE: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("报告", re.compile(r"本报告[^。；]{0,80}?(?:编制|编写|制定)(?:此|本|该)(?:年度)?报告")),
    ("左右", re.compile(rf"(?:大约|约|近){NUMBER}[^，。；0-9]{{0,3}}左右")),
    ("以上", re.compile(rf"超过?{NUMBER}[^，。；0-9]{{0,2}}以上")),
    ("余", re.compile(rf"(?:大约|约|近){NUMBER}(?<=余)")),
    ("原因是", re.compile(r"原因是(?:因为|由于)[^。；]{0,40}?(?:造成|导致|引起)")),
    ("召开", re.compile("(会议|座谈会|推进会|发布会)召开(?:了)?\\1")),
    ("开展", re.compile("(培训|检查|活动|工作)开展(?:了)?\\1(?![\u4e00-\u9fff])")),
    (
        "和",
        re.compile(
            "([\u4e00-\u9fff]{1,6}(?:政府|局|委|办公室|部门))(?:和|与|及|、)\\1(?!之间|间|的|办|各|有关|组成)"
        ),
    ),
    ("加强", re.compile("加强(?:了)?(?:强化|加大)|强化(?:了)?加强|提[高升](?:了)?提[高升]")),
    ("目的是为了", re.compile("目的是为了")),
)


@lru_cache(maxsize=1024)
def said_twice(text: str) -> tuple[tuple[str, str], ...]:
    """Each phrase that says the same twice, with the words around it."""
    plain = normalise(text)
    return tuple(
        (text[slice(*match.span())], excerpt(text, match.start(), len(match[0])))
        for gate, pattern in _TWICE
        if gate in text
        for match in pattern.finditer(plain)
    )


class SaidTwice(Rule):
    """A sentence names its subject once, and is vague about a number once."""

    code = "NB973"
    name = "语句重复累赘"
    severity = Severity.INFO
    checks = (
        "有没有“本报告……编制此报告”“约30件左右”“超过30件以上”“近30余件”“原因是由于……造成”等重复的说法"
        "（固定清单）。"
    )
    why = "意思重复，读来不严谨。"
    basis = CARE
    wrong = "本报告根据条例要求编制此报告。"
    right = "本报告根据条例要求编制。"
    how = "删去重复的一半。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such phrase."""
        for piece in pieces(context.report):
            for phrase, quote in said_twice(piece.text):
                shown = phrase if len(phrase) <= _SHOWN else f"{phrase[:8]}……{phrase[-8:]}"
                yield self.finding(piece.where, f"“{shown}”意思重复。", quote)
