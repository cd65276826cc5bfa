"""Multiples of last year's number that do not follow."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from sections.language.cell_statements import cell_statements
from sections.language.quantities import counts
from sections.language.sentences import sentences
from sections.rules._basis import ACCURATE
from sections.rules._cells import last_year, numbers
from sections.rules._contradiction import sums
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_TIMES: Final = re.compile(
    r"(?:是|为|达到?|相当于)(?:上年|去年|上一年|20[0-9]{2}年)度?(?:同期)?(?:的?(?P<was>[0-9]+)[件条篇次期个])?的?(?P<n>[0-9]+(?:\.[0-9]+)?)倍"
)
_GROWN: Final = re.compile(
    r"(?:同?比|较)?(?:上年|去年)?(?:同期)?(?:增长|增加|提高)了?(?P<n>[0-9]+(?:\.[0-9]+)?)倍"
)
_DOUBLED: Final = re.compile(r"(?:比|较)(?:上年|去年)[^，。；]{0,6}翻(?:了)?(?P<n>一|两)番")
_CHANGE: Final = re.compile(r"[，、]?(?:较|比|同比)(?:上年|去年)?[^，。；、]{0,4}[增减][^，。；、]*[，、]?$")
"""A change told before the multiple: 「较上年增加9件，增长1.2倍」."""
_TURNS: Final = {"一": Decimal(2), "两": Decimal(4)}


class Times(Rule):
    """「是上年的1.5倍」 follows from this year's number and last year's."""

    code = "NB945"
    name = "倍数与前后两年的数不符"
    severity = Severity.WARNING
    checks = (
        "正文写“是上年的几倍”“翻一番”的，与表格所列两年的数（须有上年报告）核对，四舍五入或舍尾都算相符。"
    )
    why = "倍数由两个数算出，算错了一看便知。"
    basis = ACCURATE
    wrong = "收到申请51件，是上年的1.5倍。（上年42件）"
    right = "收到申请51件，是上年的1.2倍。（上年42件）"
    how = "倍数＝本年数÷上年数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each multiple of a number of the tables that does not follow."""
        last = last_year(context)
        for piece in pieces(context.report):
            if "倍" not in piece.text and "番" not in piece.text:
                continue
            for sentence in sentences(piece.text):
                for said, step, match in _told(sentence):
                    head = _CHANGE.sub("", sentence[: match.start()])
                    before = [one for one in cell_statements(sentence) if one.at[1] <= len(head)]
                    near = counts(head)
                    if not before or not near or near[-1].start != before[-1].at[0] or last is None:
                        continue
                    if len(head[near[-1].stop :].strip("，, ")) > 0:
                        continue
                    now = before[-1].value or Decimal(0)
                    bases = [
                        Decimal(one.value) for one in sums(before[-1].subject, numbers(last), frozenset())
                    ]
                    times = said + 1 if "增" in match[0] else said
                    if bases and not any(base and _follows(now / base, times, step) for base in bases):
                        words = f"本年{now}件，上年{bases[0]}件，{_due(now, bases[0])}，正文写“{match[0]}”。"
                        yield self.finding(piece.where, words, match[0])


def _told(sentence: str) -> Iterator[tuple[Decimal, Decimal, re.Match[str]]]:
    for match in _TIMES.finditer(sentence):
        said = Decimal(match["n"])
        yield said, Decimal(1).scaleb(int(said.as_tuple().exponent)), match
    for match in _GROWN.finditer(sentence):
        said = Decimal(match["n"])
        yield said, Decimal(1).scaleb(int(said.as_tuple().exponent)), match
    for match in _DOUBLED.finditer(sentence):
        yield _TURNS[match["n"]], Decimal("0.3"), match


def _follows(due: Decimal, said: Decimal, step: Decimal) -> bool:
    return -step / 2 <= due - said < step


def _due(now: Decimal, base: Decimal) -> str:
    return f"应为{(now / base).quantize(Decimal('0.01'))}倍" if base else "上年为0，不能写倍数"
