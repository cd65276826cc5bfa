"""An answer that the text does not say."""

from collections.abc import Iterable

from sections.facts import fact_of
from sections.report.unsaid import paragraph_of, unsaid
from sections.rules._basis import ACCURATE
from sections.rules.base import Context, Finding, Fix, Rule, Severity


class AnsweredNotSaid(Rule):
    """A paragraph edited by hand does not follow a later answer: its fact would silently be lost."""

    code = "NB946"
    name = "答了没有写进正文"
    severity = Severity.WARNING
    checks = "起草的年报里，回答过的数字和内容是否都写进了正文。"
    why = "手工改过的段落不再自动加句子，后来回答的内容会漏掉。"
    basis = ACCURATE
    wrong = "回答了“举办培训2次”，手工改过的监督保障一段没有写。"
    right = "监督保障一段写明“举办政府信息公开培训2次”。"
    how = "把这一句补进正文；不想写的，在对应的问题里改填“无”。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield one finding a fact, at the paragraph where it belongs."""
        report = context.report
        if not (context.answers_known and report.paragraphs):
            return
        for path in unsaid(report, report.paragraphs):
            subject, _, name = path.partition(":")
            fact = fact_of(subject)
            label = name or (fact.label if fact else subject)
            where = paragraph_of(path, report)
            fix = Fix("把这一句补进正文", where, adds=path)
            yield self.finding(where, f"“{label}”已经回答，正文没有写到。", fix=fix)
