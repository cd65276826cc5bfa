"""The pieces a form is declared with: rows, columns, blocks, printed cells, and the arithmetic between cells.

A *path* names one number of a form: section, row and column, ``requests.new.natural_person``; where a row
has a column without a name, section and row, ``proactive.licences``.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OWN_TOPICS: Final = "overview.own_topics"
"""The paragraph of topics of part one beyond those of the form: their headings and texts, a line each."""
UNNAMED_TOPICS: Final = "overview.unnamed_topics"
"""What a report that was read says under headings of which none is one of the topics of the form."""


class Source(StrEnum):
    """Where the number of a cell comes from."""

    TYPED = "typed"
    COMPUTED = "computed"
    CARRIED = "carried"
    """Follows from last year's report; typed where that is not known, or overruled with a reason."""


class Measure(StrEnum):
    """What a number counts."""

    CASES = "件"
    WAN_YUAN = "万元"

    @property
    def is_money(self) -> bool:
        """Whether numbers are decimals; all others are whole."""
        return self is Measure.WAN_YUAN


class Shape(StrEnum):
    """How a table is printed."""

    BANDED = "banded"
    """Blocks below one another, each with a band over it and heads of its own."""
    MATRIX = "matrix"
    """Labels in groups on the left, column heads in groups above."""
    STRIP = "strip"
    """One line of numbers; rows and columns are both heads above it."""


class IdentityKind(StrEnum):
    """What an equation between cells says."""

    ROW_TOTAL = "row_total"
    COLUMN_TOTAL = "column_total"
    BALANCE = "balance"
    """What came in equals what was done and what is left: the 勾稽关系 that the form prints."""


@dataclass(frozen=True, slots=True)
class Column:
    """One number column: its name in paths, its statutory label and a short one for narrow screens.

    ``groups`` are the heads above it, outermost first; ``aliases`` other labels that reports print."""

    name: str
    label: str
    short: str = ""
    groups: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    measure: Measure = Measure.CASES
    is_change: bool = False
    """Whether it says by how much something grew or shrank, so that it may be below 0."""


@dataclass(frozen=True, slots=True)
class Row:
    """One number row. ``groups`` are the labels to its left (of a strip: above it), outermost first."""

    name: str
    label: str
    groups: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other labels that reports print, too common to be remarked on."""
    takes_group: bool = False
    """Whether its group's numbers are its own where a source prints the group as one row."""
    merges: tuple[str, ...] = ()
    """Rows of other forms that this one counts together with its own."""

    @property
    def level(self) -> int:
        """How many labels stand above this one (0 to 2)."""
        return len(self.groups)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that share their columns. In a banded table ``band`` and ``row_head`` are printed over them."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    band: str = ""
    row_head: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path stands in the declaration."""

    section: str
    row: Row
    column: Column


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table as printed: a text, or the path whose number stands there."""

    row: int
    col: int
    text: str = ""
    path: str = ""
    rowspan: int = 1
    colspan: int = 1
    head: bool = False
    """A column head or a band (bold, centred), not a row label."""
    vertical: bool = False
    is_band: bool = False
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """``left`` summed must equal ``right`` summed; all are paths. ``where`` is the path to point at."""

    kind: IdentityKind
    where: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """The cell ``path`` is the sum of ``parts`` and is never typed."""

    path: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carry:
    """The cell ``path`` is ``last`` of last year's report, plus and minus cells of this year's."""

    path: str
    last: str
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()


def path_of(section: str, row: Row, column: Column, block: Block) -> str:
    """The path of a cell. Beside a column without a name a named one makes a leaf of its own."""
    if not column.name:
        return f"{section}.{row.name}"
    alone = all(other.name for other in block.columns)
    return f"{section}.{row.name}.{column.name}" if alone else f"{section}.{row.name}_{column.name}"
