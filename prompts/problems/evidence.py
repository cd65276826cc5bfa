"""What the answers at hand say of a problem: that one of last year's improved, or that one of this year's is
none."""

import re
from collections.abc import Callable
from typing import Final

from sections.facts import FACTS
from sections.report.values import Answers, Quantity

_SHOWN_BY: Final[tuple[tuple[tuple[str, ...], tuple[tuple[str, str], ...]], ...]] = (
    (
        ("培训", "业务能力", "业务水平"),
        (("supervision.trainings", "组织培训"), ("supervision.trainees", "参训")),
    ),
    (
        ("解读", "图解", "视频"),
        (
            ("proactive.interpretations", "发布政策解读"),
            ("proactive.interpretations_image", "制作图片解读"),
            ("proactive.interpretations_video", "制作视频解读"),
        ),
    ),
    (("更新", "及时", "时效", "发布"), (("proactive.published_total", "主动公开政府信息"),)),
    (("监督", "检查", "审核", "把关"), (("supervision.checks", "开展监督检查"),)),
    (("互动", "留言", "回应"), (("proactive.public_questions", "答复公众留言咨询"),)),
    (
        ("征集", "参与", "意见"),
        (("proactive.consultations", "开展意见征集"), ("proactive.opinions", "收到意见建议")),
    ),
    (("新媒体", "微信", "公众号"), (("proactive.wechat", "微信公众号发布信息"),)),
    (("栏目", "专栏"), (("platform.columns", "设置公开专栏"),)),
)
"""Words of a problem, and the facts that show what was done about it, each with its words."""


def evidence_for(problem: str, answers: Answers) -> tuple[str, ...]:
    """Phrases with this year's numbers that answer ``problem``: 「组织培训2次、参训60人次」."""
    found: list[str] = []
    for words, facts in _SHOWN_BY:
        if any(word in problem for word in words):
            told = [part for fact, said in facts if (part := _counted(fact, said, answers))]
            found += ["、".join(told)] if told else []
    return tuple(found)


def _counted(fact: str, said: str, answers: Answers) -> str:
    value = answers.get(fact)
    if not isinstance(value, Quantity) or not value.value:
        return ""
    return f"{said}{value}{FACTS[fact].measure}"


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
