"""「较去年增加8项」 that does not follow from the two numbers."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from sections.language.quantities import counts
from sections.language.sentences import sentences
from sections.language.statements import statements
from sections.report.values import Quantity
from sections.rules._alone import told_alone, turned_round
from sections.rules._basis import ACCURATE
from sections.rules._cells import last_year
from sections.rules._growth import Change, Stated, stated, with_number
from sections.rules._texts import pieces, plain_text
from sections.rules._two_numbers import between_two
from sections.rules.base import Context, Finding, Fix, Rule, Severity


class GrowthCount(Rule):
    """「较去年增加 N」 and 「与去年持平」 must follow from this year's number and last year's."""

    code = "NB932"
    name = "较去年增减的数与前后两年的数不符"
    severity = Severity.ERROR
    checks = (
        "正文写了较去年增加、减少多少或与去年持平的，与同一句里的去年数或上年报告的数核对，“基本持平”的相差不应超过15%；"
        "只写增减、不写本年数的（“行政诉讼比上年减少2件”“连续两年下降”），与两年的表格核对；"
        "“由去年的95.2%提高到96.5%”的方向和上年的数是否相符。"
    )
    why = "上年的数已经公布，增减多少任何人都能算出来。"
    basis = ACCURATE
    wrong = "本年新收30件，较去年增加8件（上年报告新收26件）。"
    right = "本年新收30件，较去年增加4件。"
    how = "按上年报告公布的数重新计算；口径变化的，在正文说明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each change that does not follow."""
        for alone in told_alone(context, "件", "年"):
            yield self.finding(alone.piece.where, alone.words, alone.quote, severity=Severity.WARNING)
        for piece, words, quote in turned_round(context):
            yield self.finding(piece.where, words, quote, severity=Severity.WARNING)
        for between in between_two(context):
            if between.measure not in _NOT_COUNTED:
                yield self.finding(
                    between.piece.where, between.words, between.quote, severity=Severity.WARNING
                )
        yield from self._retold(context)
        for statement in stated(context):
            if _was_wrong(statement):
                unit, was = statement.change.unit, statement.change.was
                words = (
                    f"“{statement.change.quote}”：正文写上年{was}{unit}，上年报告为{statement.before}{unit}。"
                )
                yield self.finding(statement.piece.where, words, statement.change.quote)
            elif not statement.certain and _is_nowhere(statement, context):
                was, unit = statement.change.was, statement.change.unit
                words = f"“{statement.change.quote}”：正文写上年{was}{unit}，上年报告中没有这个数，请核对。"
                yield self.finding(
                    statement.piece.where, words, statement.change.quote, severity=Severity.INFO
                )
            before = statement.change.was if statement.change.was is not None else statement.before
            if (
                before is None
                or _follows(statement.change, before)
                or (statement.change.earlier and not statement.certain)
            ):
                continue
            if statement.change.was is None and any(
                _follows(statement.change, other) for other in statement.others
            ):
                continue
            sure = statement.certain or statement.change.was is not None
            yield self.finding(
                statement.piece.where,
                _words(statement.change, before),
                statement.change.quote,
                _fix(statement, statement.change.now - before) if sure else None,
                Severity.ERROR if sure else Severity.WARNING,
            )

    def _retold(self, context: Context) -> Iterable[Finding]:
        """Numbers of last year that its report tells otherwise: hints, as both stand in running text."""
        last = last_year(context)
        for piece in pieces(context.report) if last is not None else ():
            for told in statements(piece.text, piece.where) if "年" in piece.text else ():
                answer = last.facts.get(told.subject) if last is not None else None
                if (
                    told.year == _LAST
                    and told.exact
                    and not (told.none or told.part or told.planned)
                    and isinstance(answer, Quantity)
                    and answer.exact
                    and told.value != answer.value
                ):
                    words = (
                        f"正文写上年“{told.quote}”，上年报告的正文为{answer.value}{told.measure}，请核对。"
                    )
                    yield self.finding(piece.where, words, told.quote, severity=Severity.INFO)


_NOT_COUNTED: Final = ("%", "番", "成", "倍")
"""Measures of a change that NB931 and NB945 judge."""
_LAST: Final = -1
"""The year of a statement about 上年."""


def _was_wrong(statement: Stated) -> bool:
    """Whether last year's number as the prose quotes it is none of last year's table."""
    was = statement.change.was
    return was is not None and statement.certain and was not in (statement.before, *statement.others)


def _is_nowhere(statement: Stated, context: Context) -> bool:
    """Whether last year's number as it is quoted stands nowhere in last year's report."""
    last, was = last_year(context), statement.change.was
    if last is None or was is None or statement.before == was or not statement.known:
        return False
    text = plain_text(last)
    there = {number.amount for sentence in sentences(text) for number in counts(sentence)}
    return was not in there and was not in last.cells.values() and statement.change.unit in text


def _fix(statement: Stated, apart: Decimal) -> Fix | None:
    """The increase that follows; none where the direction or a percentage behind it is wrong too."""
    delta = statement.change.delta
    if delta is None or statement.change.percent is not None or delta * apart <= 0:
        return None
    old, new = (f"{abs(value)}{statement.change.unit}" for value in (delta, apart))
    return with_number(statement.piece, statement.change.quote, old, new)


def _follows(change: Change, before: Decimal) -> bool:
    if change.delta is not None:
        return change.now - before == change.delta
    return not change.same or change.now == before


def _words(change: Change, before: Decimal) -> str:
    apart = change.now - before
    turn = f"应为增加{apart}{change.unit}" if apart > 0 else f"应为减少{-apart}{change.unit}"
    right = "应为与去年持平" if not apart else turn
    return f"“{change.quote}”：本年{change.now}{change.unit}，上年{before}{change.unit}，{right}。"
