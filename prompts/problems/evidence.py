"""What shows that a problem of last year's improved, offered from the answers at hand."""

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
