"""Standard phrases that are certainly misquoted."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from sections.language.slips import Slip
from sections.rules._basis import DRAFTING
from sections.rules._phrases import PHRASES, Phrases, in_use
from sections.rules._slips import slips
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_THOUGHT: Final = "习近平新时代中国特色社会主义思想"
_NEARLY: Final = re.compile(
    r"习近平(?!法治思想|经济思想|生态文明思想|文化思想|强军思想|外交思想)[^，。；、：《》“”]{4,24}?(?:思想|理论|理念|精神)"
)
_ALIKE: Final = 0.72
"""Another phrase that begins 习近平 and ends 思想 is less like the one than this."""
_GOVERNMENTS: Final = frozenset({"国务院", "省政府", "自治区政府", "市政府", "州政府", "县政府", "区政府"})
_LEVELS: Final = (
    ("党中央", "中共中央", "国务院"),
    ("省委", "省政府", "自治区党委", "自治区政府"),
    ("市委", "市政府", "州委", "州政府"),
    ("县委", "县政府", "区委", "区政府", "旗委"),
)
_LEVEL: Final = {name: (rank, name in _GOVERNMENTS) for rank, names in enumerate(_LEVELS) for name in names}
"""Of each organ the level, and whether it is a government, which is named behind the committee."""
_ONE: Final = "|".join(sorted(_LEVEL, key=len, reverse=True))
_LIST: Final = re.compile(
    rf"(?<![省市县区州各])(?:{_ONE})(?:[、，和]?(?:{_ONE})(?![一-龥]{{2,4}}(?:委员会|领导小组|办公室)))+"
)


@lru_cache(maxsize=1024)
def misquoted(text: str, year: int = 9998, phrases: Phrases = PHRASES) -> tuple[Slip, ...]:
    """Each misquoted phrase with the right one, in a report of ``year``."""
    return tuple(
        Slip(match.start(), match[0], "" if phrase.hint else phrase.right, certain=not phrase.hint)
        for phrase in phrases.misquotations
        if phrase.gate in text and phrase.since <= year <= phrase.until
        for match in phrase.wrong.finditer(text)
    ) + tuple(_almost(text))


def _almost(text: str) -> Iterator[Slip]:
    """The long name of the thought with words missing, added or changed."""
    if "习近平" not in text:
        return
    for match in _NEARLY.finditer(text):
        if match[0] != _THOUGHT and not any(
            phrase.wrong.search(match[0]) for phrase in PHRASES.misquotations
        ):
            likeness = SequenceMatcher(None, match[0], _THOUGHT, autojunk=False).ratio()
            if likeness >= _ALIKE:
                yield Slip(match.start(), match[0], _THOUGHT)


def wrong_order(text: str) -> Iterator[str]:
    """Lists of leading organs in which a lower one stands before a higher one."""
    for match in _LIST.finditer(text) if "委" in text or "政府" in text or "国务院" in text else ():
        ranks = [_LEVEL[name] for name in re.findall(_ONE, match[0])]
        if ranks != sorted(ranks):
            yield match[0]


class SetWording(Rule):
    """Standard political phrases are quoted to the letter."""

    code = "NB966"
    name = "固定表述有误"
    severity = Severity.WARNING
    checks = (
        "习近平新时代中国特色社会主义思想、二十届三中全会、“四个意识”“两个维护”“放管服”等固定表述，"
        "是否属于已知的错误写法，或者固定的一处换了别的词（清单文件）；"
        "领导机关是否由上级到下级排列；是否写了尚未召开的会议。"
    )
    why = "固定表述一字不能错，错了就是校对事故。"
    basis = DRAFTING
    wrong = "全面贯彻党的二十大三中全会精神"
    right = "全面贯彻党的二十届三中全会精神"
    how = "改为规范表述，可以自动修改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each misquoted phrase with the right one."""
        report, phrases = context.report, in_use(context)
        yield from slips(self, context, lambda text: misquoted(text, report.year, phrases), _words)
        for piece in pieces(report):
            for quote in wrong_order(piece.text):
                words = f"“{quote}”通常由上级到下级排列，请核对。"
                yield self.finding(piece.where, words, quote, severity=Severity.INFO)
            for match in phrases.unknown.finditer(piece.text):
                words = f"“{match[0]}”不在已召开的会议清单内，请核对届次。"
                yield self.finding(piece.where, words, match[0])


def _words(slip: Slip) -> str:
    if not slip.certain:
        return f"“{slip.found}”与通行的表述或次序不同，请核对。"
    return f"“{slip.found}”有误，规范表述是“{slip.mend}”。"
