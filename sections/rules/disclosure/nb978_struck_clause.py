"""A clause of last year's that was struck and that nobody has decided on."""

from collections.abc import Iterable

from sections.rules._basis import ACCURATE
from sections.rules.base import Context, Finding, Rule, Severity


class StruckClause(Rule):
    """What was left out of a kept sentence is seen by a person before the report is final."""

    code = "NB978"
    name = "去年句子里的半句没有照写"
    severity = Severity.INFO
    checks = (
        "起草的年报里，沿用的去年句子去掉了半句，还没有人决定的："
        "写到的会议之后可能又开过新的，或者“均已答复”今年不是这样。"
    )
    why = "去掉的半句常是贯彻会议精神一类的话，不写还是换成今年的，要由人来定。"
    basis = ACCURATE
    wrong = "去年写“全面贯彻落实……全会精神，做好信息公开”，今年只剩“做好信息公开”。"
    right = "“全面贯彻落实”后面写今年的会议；或者决定不写这半句。"
    how = "在“去年的句子”里看这一句：要保留就改写成今年的说法，不要就沿用现在这样。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each sentence with what was struck of it."""
        for where, gone, left in context.struck:
            words = (
                f"去年这一句里的“{gone}”没有照写，现在是“{left[:_CUT]}”，请决定不写，还是改写成今年的说法。"
            )
            yield self.finding(where, words, left)


_CUT = 24
