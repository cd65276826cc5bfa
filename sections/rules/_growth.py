"""Changes against last year as the prose states them, held against last year's number where it is known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sections.language.cell_statements import cell_statements
from sections.language.comparisons import Compared, comparisons
from sections.language.quantities import quantities, reduced
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.language.statements import of_sentence
from sections.report.values import Quantity
from sections.rules._cells import Same, last_year, numbers
from sections.rules._contradiction import sums
from sections.rules._texts import Piece, pieces, whole_text
from sections.rules.base import Context, Fix

_EVERY_YEAR: Final = "proactive.published_total"
_LEAST_LABEL: Final = 4


@dataclass(frozen=True, slots=True)
class Change:
    """A number of this year (``now``) and what is said of its change; None: not said."""

    now: Decimal
    unit: str
    quote: str
    delta: Decimal | None = None
    percent: Decimal | None = None
    was: Decimal | None = None
    same: bool = False
    earlier: tuple[Decimal, ...] = ()
    """Of a number in a list, those before it in the same unit: the change may speak of their total."""

    def rate_from(self, before: Decimal) -> Decimal | None:
        """The true change in per cent against ``before``; None when there is no base."""
        return (self.now - before) * 100 / before if before else None

    def of_the_total(self) -> "Iterator[Change]":
        """The same change as said of each earlier number."""
        return (replace(self, now=number, earlier=()) for number in self.earlier)

    def rate_holds(self, before: Decimal) -> bool:
        """Whether the stated percentage follows from ``before``, rounded or cut off."""
        rate = self.rate_from(before)
        if rate is None or self.percent is None:
            return False
        exponent = self.percent.as_tuple().exponent
        step = Decimal(1).scaleb(min(int(exponent), 0))
        if rate * self.percent < 0:
            return False
        return -step / 2 <= abs(rate) - abs(self.percent) < step


def _change(told: Compared) -> Change:
    said = told.comparison
    return Change(
        told.number.amount,
        told.number.unit,
        told.quote,
        None if said.by is None or not said.way else said.way * said.by,
        said.percent,
        said.was,
        said.way == 0,
        tuple(number.amount for number in told.earlier),
    )


def with_number(piece: Piece, quote: str, old: str, new: str) -> Fix | None:
    """The quote with another last number, where both stand there just once."""
    if piece.text.count(quote) != 1 or quote.count(old) != 1:
        return None
    return Fix(f"把“{old}”改为“{new}”", piece.where, old=quote, new=quote.replace(old, new))


@dataclass(frozen=True, slots=True)
class Stated:
    """A change with its place, and last year's number where it is known: ``certain`` if from a table.

    ``others`` are what else the words may compare with (新收, or 新收 with 结转)."""

    piece: Piece
    change: Change
    before: Decimal | None = None
    certain: bool = False
    others: tuple[Decimal, ...] = ()
    known: bool = False
    """Whether it is what every report tells, so that its number of last year stands in last year's report."""


def stated(context: Context) -> tuple[Stated, ...]:
    """Every change against the year before that the narrative states."""
    last = last_year(context)
    return _stated(Same(context.report), None if last is None else Same(last))


@lru_cache(maxsize=4)
def _stated(report: Same, last: Same | None) -> tuple[Stated, ...]:
    return tuple(
        _against(Stated(piece, _change(told)), told, sentence, report, last)
        for piece in pieces(report.report)
        for sentence in sentences(piece.text)
        for told in comparisons(reduced(sentence[:LONGEST_SENTENCE]))
        if told.comparison.year in {0, report.report.year - 1}
    )


def _against(statement: Stated, told: Compared, sentence: str, report: Same, last: Same | None) -> Stated:
    """With last year's number of the same thing: from the tables, or of the same words in its text."""
    if last is None:
        return statement
    for said in cell_statements(sentence):
        if said.number is not None and said.at[0] == told.number.start:
            now = sums(said.subject, numbers(report.report), frozenset())
            then = [Decimal(that.value) for that in sums(said.subject, numbers(last.report), frozenset())]
            for this, before in zip(now, then, strict=False):
                if this.value == statement.change.now:
                    return replace(statement, before=before, certain=True, others=tuple(then))
            return statement
    for fact in of_sentence(sentence, statement.piece.where):
        answer = last.report.facts.get(fact.subject)
        if fact.number is not None and fact.at[0] == told.number.start and isinstance(answer, Quantity):
            return replace(statement, before=Decimal(answer.value)) if answer.exact else statement
        if fact.number is not None and fact.at[0] == told.number.start and fact.subject == _EVERY_YEAR:
            statement = replace(statement, known=True)
    return replace(statement, before=_same_words(told.label, told.number.unit, whole_text(last.report)))


@lru_cache(maxsize=1024)
def _same_words(label: str, unit: str, text: str) -> Decimal | None:
    """The one number that stands in ``text`` behind the longest end of ``label`` found there."""
    for size in range(len(label), _LEAST_LABEL - 1, -1):
        words = label[-size:]
        found = set(_behind(words, unit, text)) if words in text else set()
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _behind(words: str, unit: str, text: str) -> Iterator[Decimal]:
    for sentence in sentences(text):
        if words in sentence:
            for number in quantities(sentence):
                if number.unit == unit and sentence[: number.start].endswith(words):
                    yield number.amount
