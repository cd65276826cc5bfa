"""Letters among the digits of a number."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sections.language.slips import Slip
from sections.rules._basis import ACCURATE
from sections.rules._slips import slips
from sections.rules.base import Context, Finding, Rule, Severity

_COUNTED: Final = r"(?=\s?(?:件|条|项|次|个|篇|场|期|份|宗|起|例|家|人|年|月|日|元|万|[%％]))"
_MIXED: Final = re.compile(
    rf"(?<![A-Za-z0-9.〇])(?=[0-9.]*[OoIl〇])(?=[OoIl〇.]*[0-9])[0-9OoIl〇.]{{2,12}}{_COUNTED}"
    r"|(?<![A-Za-z0-9])[OoＯｏ](?=[件条项次篇场宗起])"
)
_DIGITS: Final = str.maketrans("OoＯｏ〇Il", "0000011")


@lru_cache(maxsize=1024)
def mixed(text: str) -> tuple[Slip, ...]:
    """Each number with a letter in it, and the number it should be."""
    return tuple(Slip(m.start(), m[0], m[0].translate(_DIGITS)) for m in _MIXED.finditer(text))


class LetterInNumber(Rule):
    """A number is written in digits: no letter O for 0, no l for 1."""

    code = "NB971"
    name = "正文的数字中混有字母"
    severity = Severity.ERROR
    checks = "正文中的件数、条数、年份里有没有字母O、l或汉字〇与数字混写。"
    why = "看上去一样，检索和统计时却不是数字。"
    basis = ACCURATE
    wrong = "全年公开信息1O2条（中间是字母O）。"
    right = "全年公开信息102条。"
    how = "改为数字，可以自动修改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such number."""
        return slips(
            self, context, mixed, lambda slip: f"“{slip.found}”中混有字母或汉字〇，应为“{slip.mend}”。"
        )
