"""Rates above a hundred per cent."""

from collections.abc import Iterable, Iterator

from sections.language.quantities import reduced
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.language.wordings import pattern
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_RATE = pattern(
    "(办结|办复|答复|回复|满意|合格|公开|公示|解读|更新|处理|按时|按期|达标|及时|好评|覆盖|整改|审核|准确|归档|应诉|胜诉|败诉"
    "|维持|纠错|参与|回收|反馈|采纳|知晓|签收|送达|备案|结案|接通|响应|见面|上线|解决)率{clause 6}{n:%}"
)
_DEGREE = pattern("(满意|知晓|认可)度{clause 4}{n:%}")
_SHARE = pattern("占(比|总数|总量|总数的|总量的|申请总量的|申请总数的){n:%}")
_SIGNS = ("率", "度", "占")


class RateAboveHundred(Rule):
    """A share of a whole is at most 100 %."""

    code = "NB942"
    name = "比率超过100%"
    severity = Severity.ERROR
    checks = "办结率、答复率、满意率等比率，满意度、占比是否超过100%。"
    why = "部分不会多于全部，超过100%必有笔误。"
    basis = ACCURATE
    wrong = "按时办结率1000%。"
    right = "按时办结率100%。"
    how = "核对后改正。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such rate."""
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                for rate in _too_high(sentence) if any(sign in sentence for sign in _SIGNS) else ():
                    yield self.finding(piece.where, f"“{rate}”超过了100%。", rate)


def _too_high(sentence: str) -> Iterator[str]:
    line = reduced(sentence[:LONGEST_SENTENCE])
    for match in (one for words in (_RATE, _DEGREE, _SHARE) for one in words.find(line)):
        if line.number(match.start("n")).amount > 100:
            yield line.sentence[line.origin(match.start()) : line.origin(match.end())]
