"""The one place that decides a cell: typed with a reason, carried from last year, typed, or computed.

Whoever shows, fills in or assembles the tables asks ``resolve``; a further source of numbers is one more step
in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from sections.form.elements import Source
from sections.form.model import Form
from sections.report.values import Quantity, Value

Number = int | Decimal
Cells = Mapping[str, Number | None]


class Carrying(Protocol):
    """Last year's report, as far as this year's cells follow from it."""

    def number(self, path: str) -> Number | None:
        """The number of a cell; None where it is unknown."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where numbers come from: ``typed`` ones by path, last year's report, and the reasons by path for which
    the clerk overrules what follows from it."""

    typed: Mapping[str, Value | None]
    last: Carrying | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ResolvedCell:
    """The number of a cell (件, or 万元 as a Decimal) and how it comes by it."""

    value: Number | None
    source: Source
    reason: str = ""
    """Why it was overruled."""
    is_awaited: bool = False
    """Whether it will be carried as soon as this year's numbers that it needs are there."""
    carried: Number | None = None
    """What follows from last year's report, also where it was overruled."""

    @property
    def is_editable(self) -> bool:
        """Whether it can simply be typed over."""
        return self.source is Source.TYPED


def resolve(form: Form, sources: Sources) -> dict[str, ResolvedCell]:
    """Every cell of the form. Order: typed with a reason, carried, typed, computed."""
    numbers: dict[str, Number | None] = {
        path: None if source is Source.COMPUTED else number_of(sources.typed.get(path))
        for path, source in form.sources.items()
    }
    reasons = {path: reason for path, reason in sources.reasons.items() if reason and path in numbers}
    carried = carried_cells(form, sources.last, numbers)
    for path, value in carried.items():
        if path not in reasons or numbers[path] is None:
            numbers[path] = value
    _derive(form, numbers)
    awaited = _awaited(form, sources.last)
    return {
        path: ResolvedCell(
            numbers[path],
            _effective(source, path in carried, path in reasons),
            reasons.get(path, ""),
            path in awaited,
            carried.get(path),
        )
        for path, source in form.sources.items()
    }


def _effective(source: Source, is_carried: bool, is_overruled: bool) -> Source:
    if source is Source.CARRIED and (not is_carried or is_overruled):
        return Source.TYPED
    return source


def _awaited(form: Form, last: Carrying | None) -> frozenset[str]:
    if last is None:
        return frozenset()
    return frozenset(carry.path for carry in form.carries if last.number(carry.last) is not None)


def values_of(cells: Mapping[str, ResolvedCell]) -> dict[str, Number | None]:
    """The numbers alone."""
    return {path: cell.value for path, cell in cells.items()}


def number_of(value: Value | None) -> Number | None:
    """The number that an answer puts in a cell."""
    if isinstance(value, Quantity):
        return value.value
    return value  # type: ignore[return-value]


def _derive(form: Form, cells: dict[str, Number | None]) -> None:
    """Put in the totals; one of nothing but unanswered cells is None."""
    for derived in form.derived:
        values = [value for part in derived.parts if (value := cells.get(part)) is not None]
        cells[derived.path] = total(values) if values else None


def carried_cells(form: Form, last: Carrying | None, cells: Cells) -> dict[str, Number]:
    """What follows from last year's report, as far as that is certain and this year's ``cells`` are there."""
    if last is None:
        return {}
    carried: dict[str, Number] = {}
    for carry in form.carries:
        before = last.number(carry.last)
        plus = [cells.get(path) for path in carry.plus]
        minus = [cells.get(path) for path in carry.minus]
        if before is not None and None not in plus and None not in minus:
            carried[carry.path] = total([before, *(n for n in plus if n is not None)]) - total(
                n for n in minus if n is not None
            )
    return carried


def total(values: Iterable[Number]) -> Number:
    """The sum of whole or decimal numbers; money never passes through float."""
    return sum(values, 0)
