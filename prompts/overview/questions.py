"""Part one: the lead and the five topics, in their statutory order."""

from typing import Final

from prompts.overview import (
    topic_management,
    topic_platform,
    topic_proactive,
    topic_requests,
    topic_supervision,
)
from prompts.question import Question, ask

_LEAD: Final = (
    ask(
        "overview.focus",
        "overview",
        "{year}年的信息公开围绕哪些重点工作、重点领域展开？",
        "写在总体情况的开头，说明信息公开紧扣了哪些中心工作、哪些群众关心的领域。写两三个词语就好，不必成句，"
        "几个之间用顿号或分号隔开。",
        source="本单位年度工作要点",
        examples=("社会救助、养老服务、儿童福利", "优化营商环境、重大项目建设"),
    ),
)

_CAUSES: Final = (
    ask(
        "overview.cause",
        "overview",
        "“{item}”与去年相比变化较大，主要原因是什么？",
        "数字大增大减而不作说明，审核时常被问起。写一句话，不用句号，会接在正文的“主要是”后面；不想说明的可以跳过。",
        source="提供这个数字的科室",
        examples=("新开通了政务微信公众号", "集中清理了历史文件"),
        repeat="large_changes",
    ),
)

QUESTIONS: Final[tuple[Question, ...]] = (
    _LEAD
    + topic_proactive.QUESTIONS
    + topic_requests.QUESTIONS
    + topic_management.QUESTIONS
    + topic_platform.QUESTIONS
    + topic_supervision.QUESTIONS
    + _CAUSES
)
