"""Text too like last year's."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sections.language.sentences import LEAST_SENTENCE, MOST_SENTENCES, likest, sentences
from sections.report.report import Report
from sections.rules._basis import CARE
from sections.rules._cells import years_before
from sections.rules._texts import Piece, pieces, section_text
from sections.rules.base import Context, Finding, Rule, Severity

ALIKE = 0.9
"""From this likeness a sentence counts as last year's; numbers are masked."""
MUCH, SOME = 0.5, 0.3
_LEAST_TEXT = 200
_LONG = 30
"""Characters of a sentence that is told although few are like last year's."""
_SHOWN = 3
_SECTIONS = ("overview", "problems")


def repeated(report: Report, last: Report) -> tuple[float, tuple[str, ...]]:
    """The share (0 to 1, by characters) of parts one and five that repeats last year's, and the sentences."""
    texts = {section: section_text(last, section) for section in _SECTIONS}
    total, alike = 0, []
    for piece, sentence in islice(_sentences(report), MOST_SENTENCES):
        total += len(sentence)
        if likest(sentence, texts[piece.section])[0] >= ALIKE:
            alike.append(sentence)
    share = sum(map(len, alike)) / total if total >= _LEAST_TEXT else 0.0
    return share, tuple(alike)


def _sentences(report: Report) -> Iterator[tuple[Piece, str]]:
    for piece in pieces(report):
        if piece.section in _SECTIONS:
            for sentence in sentences(piece.text):
                if len(sentence) >= LEAST_SENTENCE:
                    yield piece, sentence


class LikeLastYear(Rule):
    """Reviewers call it 雷同: the same sentences year after year."""

    code = "NB935"
    name = "文字与上年雷同"
    severity = Severity.INFO
    checks = (
        "第一、第五部分有多大比例的句子与上年报告相同或几乎相同（不计数字）：达到一半为提醒，达到三成为提示；不到三成的，30字以上的相同句子作提示。"
        "知道更早几年的报告时，也逐年比较。"
    )
    why = "内容雷同、敷衍塞责是主管部门通报的情形之一。"
    basis = CARE
    wrong = "两年报告的监督保障一段一字不差。"
    right = "写本年实际做的事，句式也有所变化。"
    how = "改写列出的句子，写出本年的具体做法和变化。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield one finding with the share and the longest sentences."""
        compared = [(*repeated(context.report, report), report.year) for report in years_before(context)]
        share, alike, year = max(compared, key=lambda one: one[0], default=(0.0, (), 0))
        which = "上年" if year == context.report.year - 1 else f"{year}年"
        if share < SOME:
            long = [one for one in alike if len(one) >= _LONG]
            if long and not context.answers_known:  # a draft shows its likeness all the time
                words = (
                    f"有{len(long)}句与{which}报告相同或几乎相同，如“{long[0][:40]}”，请确认写的是本年的事。"
                )
                yield self.finding("overview", words, long[0], severity=Severity.INFO)
            return
        shown = sorted(alike, key=len, reverse=True)[:_SHOWN]
        named = "；".join(f"“{sentence[:40]}{'…' if len(sentence) > 40 else ''}”" for sentence in shown)
        yield self.finding(
            "overview",
            f"第一、第五部分有{share:.0%}的文字与{which}报告相同或几乎相同，共{len(alike)}句，如{named}。",
            shown[0],
            severity=None if share >= MUCH else Severity.INFO,
        )
