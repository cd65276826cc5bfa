"""Cases of NB111: 总体情况缺少规定的内容."""

from sections.report.parts import Overview
from sections.rules.base import Severity
from tests.support.rule_case import Case
from tests.support.sound_report import LEAD, TOPICS, Spoilt

_WITHOUT = "\n".join((LEAD, *(words for name, words in TOPICS.items() if name != "platform")))


def _overview(new: str) -> Spoilt:
    return Spoilt(changes={"overview": Overview(text=new)})


_BARE = "\n".join(
    (LEAD, TOPICS["proactive"], TOPICS["requests"], TOPICS["management"], TOPICS["supervision"])
)

CASES = (
    Case(
        "NB111",
        True,
        _overview(_WITHOUT),
        says="没有单列“（四）政府信息公开平台建设”",
        severity=Severity.INFO,
    ),
    Case(
        "NB111",
        True,
        _overview(
            _BARE.replace("网站", "柜台")
            .replace("公众号", "布告")
            .replace("（五）监督保障", "（四）监督保障")
        ),
        says="没有写“（四）政府信息公开平台建设”方面的情况",
        severity=Severity.WARNING,
    ),
    Case(
        "NB111",
        False,
        _overview(
            "\n".join((LEAD, *TOPICS.values())).replace("（四）政府信息公开平台建设。", "（四）建好平台\n")
        ),
    ),
    Case("NB111", False),
)
