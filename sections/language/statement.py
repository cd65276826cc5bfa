"""What running text says: a number, or a 没有, with what it is about and how it is meant."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sections.language.quantities import Number
from sections.report.values import Quantity


class Scope(StrEnum):
    """Of whom a number speaks."""

    OWN = "own"
    """This organ; also where nothing is said."""
    AREA = "area"
    """The whole county, the whole system: others too."""
    RECORD = "record"
    """Kept on file for others (备案)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is said of a number against another year: 「较去年增加8项，增长114.3%」."""

    way: int | None = None
    """1 more, -1 less, 0 the same; None where it is not said."""
    year: int = 0
    """The year compared with; 0 for the year before."""
    by: Decimal | None = None
    percent: Decimal | None = None
    was: Decimal | None = None
    """The number of that year where it is told."""

    def before(self, now: int) -> int | None:
        """The whole number of the year before that follows from ``now``; None where none does."""
        if self.year:
            return None
        if self.way == 0:
            return now
        if self.was is not None:
            return int(self.was)
        if self.way is None or self.by is None or self.by != int(self.by):
            return None
        before = now - self.way * int(self.by)
        return before if before >= 0 else None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a sentence says of a subject; places are of the text that was read."""

    subject: str
    """A fact's id, a cell's path, the id of a sum of cells, or ``platform.items`` with a ``name``."""
    quote: str
    span: tuple[int, int]
    """Where ``quote`` stands."""
    sentence: str
    number: Number | None
    """As written, placed in ``sentence``; None where it is said that there was nothing."""
    at: tuple[int, int]
    """Where the numeral stands, without its measure; where ``quote`` stands when there is none."""
    name: str = ""
    """Of an indicator of the organ's own: what the organ calls it."""
    scope: Scope = Scope.OWN
    comparison: Comparison | None = None
    part: bool = False
    """Whether its sentence tells it as a part: behind 其中, or of one channel (网站, 微信 …)."""
    year: int = 0
    """The year it speaks of; 0 for the year of the report, -1 for the one before (去年), -2 for several."""
    around: tuple[int, int] = (0, 0)
    """Of what is said of the tables: where the words between the commas around it stand in the sentence."""
    planned: bool = False
    """Whether it is what is to come (计划, 力争)."""
    rate: bool = False
    """Whether it tells of a fact how much a month or a part of the year had (每月, 上半年)."""

    @property
    def none(self) -> bool:
        """Whether it says in words that there was nothing."""
        return self.number is None

    @property
    def measure(self) -> str:
        """What is counted, as in ``quantities.MEASURES``."""
        return self.number.measure if self.number else ""

    @property
    def quantity(self) -> Quantity | None:
        """A whole number, exact or not; 0 for nothing; None for a fraction."""
        return self.number.quantity if self.number else Quantity(0)

    @property
    def value(self) -> Decimal | None:
        """What it is worth (money in 元)."""
        return self.number.value if self.number else Decimal(0)

    @property
    def exact(self) -> bool:
        """Whether it can be calculated with."""
        return self.number is None or self.number.exact

    @property
    def clause(self) -> str:
        """What stands before the measure's end from the last mark on: 「全年公开信息742条」."""
        end = self.number.stop if self.number else self.span[1]
        before = self.sentence[:end]
        start = max(before.rfind(mark, 0, self.number.start if self.number else end) for mark in "，。；、")
        return before[start + 1 :]

    @property
    def of_this_year(self) -> bool:
        """Whether it tells what was done in the year of the report."""
        return self.year >= 0 and not (self.planned or self.rate)

    def with_number(self, number: str) -> str:
        """The quote with another number in the place of its own."""
        start, end = (place - self.span[0] for place in self.at)
        return f"{self.quote[:start]}{number}{self.quote[end:]}"
