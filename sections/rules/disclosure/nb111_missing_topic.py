"""The five topics of part one."""

from collections.abc import Iterable

from sections.rules._basis import FORM
from sections.rules._texts import overview_text, pieces, topic_of
from sections.rules.base import Context, Finding, Rule, Severity

_SIGNS = {
    "proactive": ("主动公开",),
    "requests": ("依申请", "公开申请"),
    "management": ("信息管理", "规范性文件", "审核", "审查"),
    "platform": ("平台", "网站", "新媒体", "专栏"),
    "supervision": ("监督", "考核", "培训"),
}


class MissingTopic(Rule):
    """Part one deals with all five topics, each under its own heading."""

    code = "NB111"
    name = "总体情况缺少规定的内容"
    severity = Severity.WARNING
    checks = (
        "第一部分是否写了主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。"
        "没有单列小标题的，只作提示。"
    )
    why = "格式规定第一部分报告这五个方面，缺一项即内容不全。"
    basis = FORM
    wrong = "第一部分只有（一）主动公开、（二）依申请公开、（三）平台建设。"
    right = "第一部分（一）主动公开……（五）监督保障，五项俱全。"
    how = "补写缺少的方面；没有开展的也要说明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each topic without text of its own."""
        report = context.report
        text = overview_text(report)
        there = {topic for topic, words in report.overview.topics.items() if words.strip()}
        there |= {
            piece.where.removeprefix("overview.") for piece in pieces(report) if piece.section == "overview"
        }
        if not text.strip() and not there:
            return
        for topic, heading in context.report.form.topics.items():
            if topic in there:
                continue
            spoken = any(sign in text for sign in _SIGNS[topic]) or topic_of(text) == topic
            words = (
                f"第一部分没有单列“{heading}”，请确认内容已经写到。"
                if spoken
                else f"第一部分没有写“{heading}”方面的情况。"
            )
            severity = Severity.INFO if spoken or context.drafting else None
            yield self.finding(f"overview.{topic}", words, severity=severity)
