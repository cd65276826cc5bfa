"""Answers that cannot both be true."""

from collections.abc import Iterable

from sections.report.impossible import impossible
from sections.report.unsaid import paragraph_of
from sections.rules._basis import ACCURATE
from sections.rules.base import Context, Finding, Rule, Severity


class AnswersApart(Rule):
    """No more applications are late than are answered at all; a training has more than one trainee."""

    code = "NB977"
    name = "回答的数互相不合"
    severity = Severity.WARNING
    checks = "回答的逾期答复件数是否多于第三部分的办理结果总计；参训人次是否比培训次数还少，或者一样多。"
    why = "逾期答复的也是已经答复的；一次培训总不止一个人参加。"
    basis = ACCURATE
    wrong = "逾期答复9件，本年度办理结果总计3件。"
    right = "逾期答复1件，本年度办理结果总计3件。"
    how = "核对两个数，改正填错的一个；参训人次按每次参加的人数相加。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such answer, at the paragraph where it belongs."""
        report = context.report
        if context.answers_known:
            for fact, words in impossible(report.facts, report.number):
                yield self.finding(paragraph_of(fact, report), f"{words}，请核对。")
