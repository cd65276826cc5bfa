"""What the answers say of a problem: that one of last year's improved, or that one of this year's is none.

A number shows something where it counts what the problem is about and is not lower than last year's: how much
was published says nothing of how soon, how many explanations say nothing of how deep they go."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sections.facts import FACTS
from sections.report.values import Answers, Quantity, Value

LastValue = Callable[[str], Value | None]
"""A fact's value in last year's report."""
_HOW_WELL: Final = "深|质量|透彻|准确|针对|通俗|单调|原创|规范"
_OF_ONE_FORM: Final = "单一|不够?丰富|多样"
"""How many there are is no cure of it: other forms are."""
_COLUMNS: Final = "栏目|专栏"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What answers a problem that has one of ``words`` and none of ``unless``: facts with their words."""

    words: str
    facts: tuple[tuple[str, str], ...]
    unless: str = "(?!)"

    def is_about(self, problem: str) -> bool:
        return bool(re.search(self.words, problem)) and not re.search(self.unless, problem)


_SHOWN_BY: Final = (
    _Shown(
        "培训|业务能力|业务水平",
        (("supervision.trainings", "组织培训"), ("supervision.trainees", "参训")),
    ),
    _Shown(
        "解读|图解|视频",
        (
            ("proactive.interpretations", "发布政策解读"),
            ("proactive.interpretations_image", "制作图片解读"),
            ("proactive.interpretations_video", "制作视频解读"),
        ),
        f"{_HOW_WELL}|{_OF_ONE_FORM}",
    ),
    _Shown(
        f"解读[^。]*(?:{_OF_ONE_FORM})",
        (
            ("proactive.interpretations_image", "制作图片解读"),
            ("proactive.interpretations_video", "制作视频解读"),
        ),
        _HOW_WELL,
    ),
    _Shown(
        "(?:发布|公开|更新)[^，、]*(?:及时|时效|滞后|迟)",
        (("management.within_20_days", "主动公开的信息均在20个工作日内公开"),),
        f"反馈|回应|{_COLUMNS}",
    ),
    _Shown("监督|检查|审核|把关", (("supervision.checks", "开展监督检查"),)),
    _Shown("互动|留言|回应", (("proactive.public_questions", "答复公众留言咨询"),)),
    _Shown(
        "征集|参与|意见",
        (("proactive.consultations", "开展意见征集"), ("proactive.opinions", "收到意见建议")),
        "反馈|采纳",
    ),
    _Shown("新媒体|微信|公众号", (("proactive.wechat", "微信公众号发布信息"),), _HOW_WELL),
)


def evidence_for(problem: str, answers: Answers, last: LastValue) -> tuple[str, ...]:
    """Phrases with this year's answers that answer ``problem``: 「组织培训2次、参训60人次」."""
    found: list[str] = []
    for shown in _SHOWN_BY:
        if shown.is_about(problem):
            told = [part for fact, said in shown.facts if (part := _told(fact, said, answers, last))]
            found += ["、".join(told)] if told else []
    return tuple(found)


def _told(fact: str, said: str, answers: Answers, last: LastValue) -> str:
    """The fact in words; empty where it is nothing, or less than last year."""
    value, before = answers.get(fact), last(fact)
    if value is True:
        return said
    if not isinstance(value, Quantity) or not value.value:
        return ""
    is_less = isinstance(before, Quantity) and value.value < before.value
    return "" if is_less else f"{said}{value}{FACTS[fact].measure}"


_OFTEN: Final = 4
"""Once a quarter: who trains or checks as often has no lack of it."""


def _count(answers: Answers, fact: str) -> int:
    value = answers.get(fact)
    return value.value if isinstance(value, Quantity) else 0


def _mostly_shown(answers: Answers) -> bool:
    shown = sum(_count(answers, f"proactive.interpretations_{form}") for form in ("image", "video"))
    return shown > 0 and shown * 2 >= _count(answers, "proactive.interpretations")


_AGAINST: Final[tuple[tuple[re.Pattern[str], Callable[[Answers], bool], str], ...]] = (
    (
        re.compile("(?<!回应)(?:信息)?(?:发布|公开)(?:还|仍)?(?:不(?:够)?及时|滞后)"),
        lambda answers: answers.get("management.within_20_days") is True,
        "主动公开的信息都在20个工作日内公开",
    ),
    (
        re.compile("(?:答复|办理)(?:还|仍)?(?:不(?:够)?及时|超期|逾期)"),
        lambda answers: answers.get("requests.on_time") is True,
        "已办结的申请都在法定期限内答复",
    ),
    (
        re.compile("解读[^，。；]{0,6}单一|(?:图解|图片|视频)[^。；]{0,12}(?:偏少|较少|不多)"),
        _mostly_shown,
        "图片、视频解读占一半以上",
    ),
    (
        re.compile("培训[^，。；]{0,6}(?:偏少|较少|不多|不足|不够)"),
        lambda answers: _count(answers, "supervision.trainings") >= _OFTEN,
        "全年培训{supervision.trainings}次",
    ),
    (
        re.compile("检查[^，。；]{0,6}(?:偏少|较少|不多|不足|不够)"),
        lambda answers: _count(answers, "supervision.checks") >= _OFTEN,
        "全年检查{supervision.checks}次",
    ),
)
"""Words of a problem, when the answers say the opposite, and what they say."""


def against(problem: str, answers: Answers) -> str:
    """What the answers say that speaks against a problem of this year's; empty for nothing."""
    said = next((words for named, holds, words in _AGAINST if named.search(problem) and holds(answers)), "")
    return re.sub(r"{([a-z_.]+)}", lambda match: str(_count(answers, match[1])), said)
