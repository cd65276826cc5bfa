"""What a path of the narrative is worth, this year and last: facts, cells, sums of cells, own indicators."""

from decimal import Decimal
from typing import Final

from sections.facts import fact_of
from sections.facts.cells.sums import sums_of
from sections.form.registry import is_cell
from sections.language.numerals import read_quantity
from sections.language.statements import OWN_ITEMS
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity

_CHARGED: Final = frozenset({"other.fee_charged", "other.fee_received"})
"""Nothing where no notice was sent: they are not asked then."""


class Amounts:
    """The numbers of one report, by path."""

    def __init__(self, report: Report | None) -> None:
        self._report = report

    def of(self, path: str) -> Quantity | None:
        """The number at ``path``; None where there is none, or where several cells could be meant."""
        if self._report is None:
            return None
        subject, _, name = path.partition(":")
        if subject == OWN_ITEMS:
            return self._item(name)
        if fact_of(subject) is not None:
            return self._fact(subject)
        return self._cells(path)

    def readings(self, subject: str) -> dict[str, Quantity]:
        """Of a subject that may mean several sums of cells: path -> number, the plainest first."""
        if self._report is None:
            return {}
        ways = len(sums_of(self._report.form).get(subject, ())) or 1
        paths = (subject if way == 0 else f"{subject}#{way}" for way in range(ways))
        return {path: number for path in paths if (number := self.of(path)) is not None}

    def _cells(self, path: str) -> Quantity | None:
        """The sum of cells that a path means: the plainest, or the one whose number stands behind ``#``."""
        assert self._report is not None
        subject, _, way = path.partition("#")
        sums = sums_of(self._report.form).get(subject, ())
        if not sums:
            number = self._report.number(path) if is_cell(path) else None
            return None if number is None else Quantity(int(number))
        cell_sum = sums[int(way or 0)]
        cells = [self._report.number(cell) for cell in cell_sum.cells]
        known = [cell for cell in cells if cell is not None]
        return (
            Quantity(int(sum(known) - self._report.total(cell_sum.less)))
            if len(known) == len(cells)
            else None
        )

    def _fact(self, fact: str) -> Quantity | None:
        assert self._report is not None
        value = self._report.fact(fact)
        if value is None and fact in _CHARGED and self._report.fact("other.fee_notices") == Quantity(0):
            return Quantity(0)
        if isinstance(value, Quantity):
            return value
        if isinstance(value, Decimal):
            return Quantity(int(value)) if value == int(value) else None
        return self._figure(fact, "")

    def _item(self, name: str) -> Quantity | None:
        assert self._report is not None
        items = self._report.fact(OWN_ITEMS)
        for item in items if isinstance(items, tuple) else ():
            if isinstance(item, LocalItem) and item.name == name:
                return item.quantity
        return self._figure(OWN_ITEMS, name)

    def _figure(self, fact: str, name: str) -> Quantity | None:
        assert self._report is not None
        for figure in self._report.figures:
            if figure.id == fact and figure.name == name:
                value = figure.value
                if isinstance(value, str):
                    return read_quantity(value)
                return Quantity(int(value)) if value == int(value) else None
        return None
