"""「较去年增加8项」 that does not follow from the two numbers."""

from collections.abc import Iterable
from decimal import Decimal

from sections.rules._basis import ACCURATE
from sections.rules._growth import Change, Stated, stated, with_number
from sections.rules.base import Context, Finding, Fix, Rule, Severity


class GrowthCount(Rule):
    """「较去年增加 N」 and 「与去年持平」 must follow from this year's number and last year's."""

    code = "NB932"
    name = "较去年增减的数与前后两年的数不符"
    severity = Severity.ERROR
    checks = "正文写了较去年增加、减少多少或与去年持平的，与同一句里的去年数或上年报告的数核对。"
    why = "上年的数已经公布，增减多少任何人都能算出来。"
    basis = ACCURATE
    wrong = "本年新收30件，较去年增加8件（上年报告新收26件）。"
    right = "本年新收30件，较去年增加4件。"
    how = "按上年报告公布的数重新计算；口径变化的，在正文说明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each change that does not follow."""
        for one in stated(context):
            if _was_wrong(one):
                unit, was = one.change.unit, one.change.was
                words = f"“{one.change.quote}”：正文写上年{was}{unit}，上年报告为{one.before}{unit}。"
                yield self.finding(one.piece.where, words, one.change.quote)
            before = one.change.was if one.change.was is not None else one.before
            if before is None or _follows(one.change, before) or (one.change.earlier and not one.certain):
                continue
            if one.change.was is None and any(_follows(one.change, other) for other in one.others):
                continue
            sure = one.certain or one.change.was is not None
            yield self.finding(
                one.piece.where,
                _words(one.change, before),
                one.change.quote,
                _fix(one, one.change.now - before) if sure else None,
                Severity.ERROR if sure else Severity.WARNING,
            )


def _was_wrong(one: Stated) -> bool:
    """Whether last year's number as the prose quotes it is none of last year's table."""
    was = one.change.was
    return was is not None and one.certain and was not in (one.before, *one.others)


def _fix(one: Stated, apart: Decimal) -> Fix | None:
    """The increase that follows; none where the direction or a percentage behind it is wrong too."""
    delta = one.change.delta
    if delta is None or one.change.percent is not None or delta * apart <= 0:
        return None
    old, new = (f"{abs(value)}{one.change.unit}" for value in (delta, apart))
    return with_number(one.piece, one.change.quote, old, new)


def _follows(change: Change, before: Decimal) -> bool:
    if change.delta is not None:
        return change.now - before == change.delta
    return not change.same or change.now == before


def _words(change: Change, before: Decimal) -> str:
    apart = change.now - before
    turn = f"应为增加{apart}{change.unit}" if apart > 0 else f"应为减少{-apart}{change.unit}"
    right = "应为与去年持平" if not apart else turn
    return f"“{change.quote}”：本年{change.now}{change.unit}，上年{before}{change.unit}，{right}。"
