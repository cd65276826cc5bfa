"""Multiples of last year's number that do not follow."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sections.language.cell_statements import cell_statements
from sections.language.numerals import chinese_number
from sections.language.quantities import counts
from sections.language.sentences import sentences
from sections.language.statement import Statement
from sections.rules._alone import told_alone
from sections.rules._basis import ACCURATE
from sections.rules._cells import last_year, numbers
from sections.rules._contradiction import sums
from sections.rules._texts import pieces
from sections.rules._two_numbers import between_two
from sections.rules.base import Context, Finding, Rule, Severity

_NUMERALS: Final = "一两二三四五六七八九"
_TIMES: Final = re.compile(
    r"(?:是|为|达到?|相当于)(?:上年|去年|上一年|20[0-9]{2}年)度?(?:同期)?(?:的?(?P<was>[0-9]+)[件条篇次期个])?的?(?P<n>[0-9]+(?:\.[0-9]+)?)倍"
)
_GROWN: Final = re.compile(
    r"(?:同?比|较)?(?:上年|去年)?(?:同期)?(?:增长|增加|提高)了?(?P<n>[0-9]+(?:\.[0-9]+)?)倍"
)
_NEARLY_GROWN: Final = re.compile(
    rf"(?:[比较](?:上年|去年)|同比)(?:同期)?(?:增长|增加|提高|上升)了?(?:将近|接近|近)(?P<n>[1-9{_NUMERALS}])倍"
)
_DOUBLED: Final = re.compile(r"(?:比|较)(?:上年|去年)[^，。；]{0,6}翻(?:了)?(?P<n>一|两)番")
_TENTHS: Final = re.compile(
    rf"(?:[比较](?:上年|去年)|同比)(?:同期)?(?:(?P<up>增长|增加|提高|上升)|减少|下降|降低)了?(?:将近|接近|大?约|近)?"
    rf"(?P<n>[1-9{_NUMERALS}])成(?:多|左右|有余)?(?=[，。；、（）]|$)"
)
"""「较上年减少两成」: tenths are rounded to either side, a whole tenth at most."""
_CHANGE: Final = re.compile(r"[，、]?(?:较|比|同比)(?:上年|去年)?[^，。；、]{0,4}[增减][^，。；、]*[，、]?$")
"""A change told before the multiple: 「较上年增加9件，增长1.2倍」."""
_TENTH: Final = Decimal("0.1")
_GATE: Final = re.compile("[倍番成]")
_TURNS: Final = {"一": Decimal(2), "两": Decimal(4)}
_SPREAD: Final = Decimal("0.3")
"""How far 「近一倍」 and 「翻一番」 may be from the multiple they name."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words say this year's number is of last year's: from ``least`` to below ``most``."""

    least: Decimal
    most: Decimal
    match: re.Match[str]
    as_change: bool = False
    """Whether the words name a growth or a fall, not a multiple."""

    def follows(self, due: Decimal) -> bool:
        """Whether the true multiple is what the words say."""
        return self.least <= due < self.most


class Times(Rule):
    """「是上年的1.5倍」 follows from this year's number and last year's."""

    code = "NB945"
    name = "倍数与前后两年的数不符"
    severity = Severity.WARNING
    checks = (
        "正文写“是上年的几倍”“翻一番”“近一倍”“减少两成”的，与表格所列两年的数（须有上年报告）核对，不写本年数的也核对，"
        "同一句写了前后两个数的（“由15篇增加到18篇，翻了一番”）按这两个数核对；四舍五入或舍尾都算相符；几成只看方向和相差是否满一成。"
    )
    why = "倍数由两个数算出，算错了一看便知。"
    basis = ACCURATE
    wrong = "收到申请51件，是上年的1.5倍。（上年42件）"
    right = "收到申请51件，是上年的1.2倍。（上年42件）"
    how = "倍数＝本年数÷上年数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each multiple of a number of the tables that does not follow."""
        last = last_year(context)
        for alone in told_alone(context, "成", "倍"):
            yield self.finding(alone.piece.where, alone.words, alone.quote)
        for between in between_two(context):
            if between.measure in {"番", "成", "倍"}:
                yield self.finding(between.piece.where, between.words, between.quote)
        for piece in pieces(context.report):
            if not _GATE.search(piece.text):
                continue
            for sentence in sentences(piece.text):
                for told in _told(sentence):
                    compared = _compared(sentence, told.match.start())
                    if compared is None or last is None:
                        continue
                    now = compared.value or Decimal(0)
                    bases = [
                        Decimal(total_of.value)
                        for total_of in sums(compared.subject, numbers(last), frozenset())
                    ]
                    if bases and not any(base and told.follows(now / base) for base in bases):
                        due = _due(now, bases[0], told)
                        words = f"本年{now}件，上年{bases[0]}件，{due}，正文写“{told.match[0]}”。"
                        yield self.finding(piece.where, words, told.match[0])


def _compared(sentence: str, place: int) -> Statement | None:
    """What the tables count and the sentence tells right before ``place``, a change of it between at most."""
    head = _CHANGE.sub("", sentence[:place])
    before = [statement for statement in cell_statements(sentence) if statement.at[1] <= len(head)]
    near = counts(head)
    if not before or not near or near[-1].start != before[-1].at[0]:
        return None
    return None if head[near[-1].stop :].strip("，, ") else before[-1]


def _told(sentence: str) -> Iterator[_Told]:
    for match in _TIMES.finditer(sentence):
        yield _multiple(Decimal(match["n"]), 0, match)
    for match in _GROWN.finditer(sentence):
        yield _multiple(Decimal(match["n"]), 1, match)
    for match in _NEARLY_GROWN.finditer(sentence):
        times = 1 + _digit(match["n"])
        yield _Told(times - _SPREAD, times + _SPREAD / 2, match, as_change=True)
    for match in _DOUBLED.finditer(sentence):
        times = _TURNS[match["n"]]
        yield _Told(times - _SPREAD / 2, times + _SPREAD, match)
    for match in _TENTHS.finditer(sentence):
        tenths = _digit(match["n"]) / 10 if match["up"] else -_digit(match["n"]) / 10
        yield _Told(1 + tenths - _TENTH, 1 + tenths + _TENTH, match, as_change=True)


def _multiple(said: Decimal, grown: int, match: re.Match[str]) -> _Told:
    step = Decimal(1).scaleb(int(said.as_tuple().exponent))
    return _Told(said + grown - step / 2, said + grown + step, match)


def _digit(text: str) -> Decimal:
    return Decimal(2 if text == "两" else int(text) if text.isdecimal() else chinese_number(text) or 0)


def _due(now: Decimal, base: Decimal, told: _Told) -> str:
    if not base:
        return "上年为0，不能写比例" if told.as_change else "上年为0，不能写倍数"
    if told.as_change:
        rate = ((now / base - 1) * 100).quantize(Decimal("0.1"))
        return f"应为{'增长' if rate >= 0 else '下降'}{abs(rate)}%"
    return f"应为{(now / base).quantize(Decimal('0.01'))}倍"
