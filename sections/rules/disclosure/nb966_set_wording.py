"""Standard phrases that are certainly misquoted."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sections.language.slips import Slip
from sections.rules._basis import CARE
from sections.rules._slips import slips
from sections.rules.base import Context, Finding, Rule, Severity

_THOUGHT: Final = "习近平新时代中国特色社会主义思想"
_PHRASES: Final[tuple[tuple[str, str, str], ...]] = (
    ("习近平新时代", r"习近平新时代(?:特色社会主义|中国社会主义|中国特色社会)思想", _THOUGHT),
    ("特色社会主义", r"习近平新时代中国特色社会主义(?:理论|理念|精神)", _THOUGHT),
    ("新时期", r"习近平新时期中国特色社会主义思想", _THOUGHT),
    ("习近平中国", r"习近平中国特色社会主义思想", _THOUGHT),
    ("习近平中国", r"新时代习近平中国特色社会主义思想", _THOUGHT),
    ("二十大", r"二十大(?=[一二三四五]中全会)", "二十届"),
    ("十九大", r"十九大(?=[一二三四五六]中全会)", "十九届"),
    ("党的", r"(?<=党的)(?:二十|十九)届(?=精神|报告|会议精神)", "二十大"),
    ("四个意思", r"四个意思", "四个意识"),
    ("四个自觉", r"四个自觉(?=、“?两个维护)", "四个自信"),
    ("两个确定", r"两个确定(?=”?[、和与]“?两个维护)", "两个确立"),
    ("两个维护", r"两个维护(?=”?[、和与]“?两个维护)", "两个确立"),
    ("中心发展", r"以人民为中心发展(?=思想)", "以人民为中心的发展"),
    ("改革", r"(?:放服管|管放服)(?=”?改革)", "放管服"),
    ("新发展理论", r"新发展理论(?=，|、|。|和)", "新发展理念"),
    ("应公开", r"应公开[，、]?应公开", "应公开尽公开"),
    ("公开为原则", r"公开为原则[，、]?不公开为例外", "公开为常态、不公开为例外"),
    ("战略布局", r"(?<=五位一体”)战略布局|(?<=五位一体)战略布局", "总体布局"),
    ("总体布局", r"(?<=四个全面”)总体布局|(?<=四个全面)总体布局", "战略布局"),
    ("全国代表大会", r"(?<=第二十)届(?=全国代表大会)|(?<=第十九)届(?=全国代表大会)", "次"),
    ("党的第", r"党的第(?=(?:二十|十九|十八)大)", "党的"),
    ("四个意识", r"坚定(?=“?四个意识)", "增强"),
    ("四个自信", r"增强(?=“?四个自信)", "坚定"),
    ("不公开", r"公开为常态[、，]?不公开是例外|公开是常态[、，]?不公开为例外", "公开为常态、不公开为例外"),
)
"""What must stand in the text for it to be worth looking, the misquoted phrase, and the right one."""


@lru_cache(maxsize=1024)
def misquoted(text: str) -> tuple[Slip, ...]:
    """Each misquoted phrase with the right one."""
    found = []
    for gate, pattern, right in _PHRASES:
        for match in re.finditer(pattern, text) if gate in text else ():
            mend = "十九大" if match[0] == "十九届" else right
            found.append(Slip(match.start(), match[0], mend))
    return tuple(found)


class SetWording(Rule):
    """Standard political phrases are quoted to the letter."""

    code = "NB966"
    name = "固定表述有误"
    severity = Severity.WARNING
    checks = (
        "习近平新时代中国特色社会主义思想、二十届三中全会、“四个意识”“两个维护”“放管服”等固定表述，"
        "是否属于已知的错误写法（固定清单）。"
    )
    why = "固定表述一字不能错，错了就是校对事故。"
    basis = CARE
    wrong = "全面贯彻党的二十大三中全会精神"
    right = "全面贯彻党的二十届三中全会精神"
    how = "改为规范表述，可以自动修改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each misquoted phrase with the right one."""
        return slips(self, context, misquoted, lambda slip: f"“{slip.found}”有误，规范表述是“{slip.mend}”。")
