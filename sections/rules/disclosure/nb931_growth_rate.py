"""Percentages of growth that do not follow from the two numbers."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from sections.rules._alone import told_alone
from sections.rules._basis import ACCURATE
from sections.rules._growth import Change, Stated, stated, with_number
from sections.rules._two_numbers import between_two
from sections.rules.base import Context, Finding, Fix, Rule, Severity


class GrowthRate(Rule):
    """「同比增长70.3%」 must follow from this year's number and last year's."""

    code = "NB931"
    name = "增长率与前后两年的数不符"
    severity = Severity.ERROR
    checks = (
        "正文写了增减百分比的，用同一句里的增减数、去年数或上年报告的数重新计算，"
        "看是否相符，“由780条增至862条，增长10.5%”按这两个数计算（四舍五入或舍尾都算相符）；上年为0的不应写百分比。"
    )
    why = "百分比由两个数算出，算错了一看便知；上年为0时增长率没有意义。"
    basis = ACCURATE
    wrong = "公示15项，较去年增加8项，增长53.3%。"
    right = "公示15项，较去年增加8项，增长114.3%。"
    how = "增长率＝（本年数−上年数）÷上年数×100%；上年为0的只写增加多少。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each percentage that does not follow; behind a list it may be that of the total."""
        for statement in stated(context):
            alone = statement.change.delta is None and statement.change.was is None
            if statement.change.percent is None or (
                alone and any(map(statement.change.rate_holds, statement.others))
            ):
                continue
            choices = [(statement.change, _base(statement.change, statement))]
            choices += [(change, _base(change, None)) for change in statement.change.of_the_total()]
            wrong = [
                (change, base) for change, base in choices if base is not None and not change.rate_holds(base)
            ]
            if len(wrong) == len(choices):
                change, base = min(wrong, key=_apart)
                severity = Severity.WARNING if alone and not statement.certain else Severity.ERROR
                fix = (
                    _fix(statement, base)
                    if severity is Severity.ERROR and change is statement.change
                    else None
                )
                yield self.finding(statement.piece.where, _words(change, base), change.quote, fix, severity)
        known = [statement.change.quote for statement in stated(context)]
        for between in between_two(context):
            if between.measure == "%" and not any(
                between.quote.endswith(quote[-8:]) for quote in known if quote
            ):
                yield self.finding(
                    between.piece.where, between.words, between.quote, severity=Severity.WARNING
                )
        for told in told_alone(context, "%"):
            yield self.finding(told.piece.where, told.words, told.quote, severity=Severity.WARNING)


def _base(change: Change, statement: Stated | None) -> Decimal | None:
    """Last year's number: from the sentence itself, or from last year's report."""
    if change.delta is not None:
        return change.now - change.delta
    if change.was is not None:
        return change.was
    return statement.before if statement else None


def _fix(statement: Stated, base: Decimal) -> Fix | None:
    """The percentage that follows, with as many places; none where the direction is wrong too."""
    percent, rate = statement.change.percent, statement.change.rate_from(base)
    if percent is None or rate is None or rate * percent <= 0:
        return None
    step = Decimal(1).scaleb(min(int(percent.as_tuple().exponent), 0))
    due = abs(rate).quantize(step, ROUND_HALF_UP)
    return with_number(statement.piece, statement.change.quote, f"{abs(percent)}%", f"{due}%")


def _apart(choice: tuple[Change, Decimal]) -> Decimal:
    change, base = choice
    rate = change.rate_from(base) or Decimal(0)
    return abs(rate - (change.percent or Decimal(0)))


def _words(change: Change, base: Decimal) -> str:
    rate = change.rate_from(base)
    now = f"“{change.quote}”：本年{change.now}{change.unit}，上年{base}{change.unit}，"
    if rate is None:
        return now + "上年为0，不能计算百分比。"
    places = Decimal(1) if rate == rate.to_integral_value() else Decimal("0.1")
    turn = "增长" if rate >= 0 else "下降"
    return now + f"应为{turn}{abs(rate).quantize(places, ROUND_HALF_UP)}%。"
