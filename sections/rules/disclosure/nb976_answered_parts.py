"""Answers that do not add up to the answer whose parts they are."""

from collections.abc import Iterable

from sections.report.answered_parts import parts_apart
from sections.rules._basis import ACCURATE
from sections.rules.base import Context, Finding, Rule, Severity


class AnsweredParts(Rule):
    """What was answered of each channel and each form adds up to what was answered of all."""

    code = "NB976"
    name = "分项的回答与总数不符"
    severity = Severity.INFO
    checks = (
        "回答的各渠道公开条数之和与主动公开总数、各种形式的解读篇数之和与政策解读总数是否相等。"
        "分项没有答全的，只看是否大于总数。"
    )
    why = "正文用“包括”带过，总数和分项仍在同一句里，加一加就知道差多少。"
    basis = ACCURATE
    wrong = "政策解读4篇；文字解读1篇、图片解读2篇、视频解读没有。"
    right = "政策解读4篇；文字解读1篇、图片解读2篇、视频解读1篇。"
    how = "核对总数和分项；同一条信息在几个渠道发布、分别计数的，分项之和可以大于总数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each whole that its parts do not add up to."""
        for apart in parts_apart(context.report.facts):
            twice = (
                "同一条信息发布在几个渠道、分别计数的除外。"
                if apart.added > apart.total
                else "请看看是不是漏了一项。"
            )
            yield self.finding("overview.proactive", f"{apart.words()}。{twice}")
