"""What a statutory form is made of: tables of rows and columns, their printed cells, and their arithmetic.

A *path* names one number of a form: section, row and column, ``requests.new.natural_person``; where a row
has a column without a name, section and row, ``proactive.licences``. Readers, screens, rules, writers and the
JSON take everything they know of a form from these objects, so that a revised form is one more declaration.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType


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


@dataclass(frozen=True, eq=False)
class Table:
    """A table of the form, its printed cells and the arithmetic that must hold in it."""

    section: str
    shape: Shape
    caption: str
    blocks: tuple[Block, ...]
    note: str = ""
    """The text in the corner of a matrix."""
    unnamed_groups: int = 0
    """How many outer groups of a row a message leaves out when it names a cell."""
    identities: tuple[Identity, ...] = ()
    derived: tuple[Derived, ...] = ()
    """In the order in which they can be worked out."""
    carries: tuple[Carry, ...] = ()
    balance_label: str = ""
    """The balance in the numbers of the form's rows: 「一＋二＝三＋四」."""
    about: str = ""
    """What it shows, in a sentence, for whoever cannot see it; empty where the caption says it."""

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every path of the table, in reading order."""
        return MappingProxyType(
            {
                path_of(self.section, row, column, block): Place(self.section, row, column)
                for block in self.blocks
                for row in block.rows
                for column in block.columns
            }
        )

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every path of the table, in reading order."""
        return tuple(self.places)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every row, of all blocks."""
        return tuple(row for block in self.blocks for row in block.rows)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column once, of all blocks."""
        return tuple(dict.fromkeys(column for block in self.blocks for column in block.columns))

    @cached_property
    def groups(self) -> Mapping[str, tuple[Row, ...]]:
        """The innermost group labels of rows that stand two deep, with their rows."""
        deepest = max((row.level for row in self.rows), default=0)
        groups: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.level == deepest > 1:
                groups.setdefault(row.groups[-1], []).append(row)
        return MappingProxyType({label: tuple(rows) for label, rows in groups.items()})

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The printed cells, row by row."""
        from sections.form.printed import printed_cells

        return printed_cells(self)

    @cached_property
    def width(self) -> int:
        """Columns of the printed table, those of labels included."""
        return max(cell.col + cell.colspan for cell in self.cells)

    @cached_property
    def height(self) -> int:
        """Lines of the printed table, heads included."""
        return max(cell.row + cell.rowspan for cell in self.cells)

    @cached_property
    def header_rows(self) -> int:
        """Lines of heads above a table that has them once; 0 for a banded one."""
        if self.shape is Shape.BANDED:
            return 0
        return min(cell.row for cell in self.cells if cell.path)

    @cached_property
    def label_columns(self) -> int:
        """Columns of labels to the left of the numbers; 0 for a strip."""
        return min(cell.col for cell in self.cells if cell.path)

    def row(self, path: str) -> Row:
        """The row of a cell; raises ``KeyError``."""
        return self.places[path].row

    def column(self, path: str) -> Column:
        """The column of a cell; raises ``KeyError``."""
        return self.places[path].column

    def row_paths(self, name: str) -> tuple[str, ...]:
        """The cells of the row of that name, from left to right."""
        return tuple(path for path, place in self.places.items() if place.row.name == name)


def path_of(section: str, row: Row, column: Column, block: Block) -> str:
    """The path of a cell. Beside a column without a name a named one makes a leaf of its own."""
    if not column.name:
        return f"{section}.{row.name}"
    alone = all(other.name for other in block.columns)
    return f"{section}.{row.name}.{column.name}" if alone else f"{section}.{row.name}_{column.name}"


@dataclass(frozen=True, eq=False)
class Form:
    """A form as one notice laid it down, for the reports of ``first_year`` to ``last_year``."""

    id: str
    document_name: str
    notice: str
    first_year: int
    headings: Mapping[str, str]
    """Section -> its heading to the letter, in the order of the document."""
    topics: Mapping[str, str]
    """The topics of part one, in order."""
    paragraphs: tuple[str, ...]
    """The keys of the narrative's paragraphs, in the order of the document."""
    tables: Mapping[str, Table]
    last_year: int | None = None
    """None: still in force."""
    is_written: bool = True
    """Whether reports are drafted in it; else they are only read and judged."""
    has_fee_statement: bool = True
    """Whether part six must say what was charged for information (国办函〔2020〕109号, from 2021)."""
    signs: frozenset[str] = field(default_factory=frozenset)
    """Labels by any of which a source is known to be in this form and no other."""

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every number of the tables, in reading order."""
        return MappingProxyType(
            {path: place for table in self.tables.values() for path, place in table.places.items()}
        )

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every number of the tables, in reading order."""
        return tuple(self.places)

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """What must hold, table by table."""
        return tuple(identity for table in self.tables.values() for identity in table.identities)

    @cached_property
    def derived(self) -> tuple[Derived, ...]:
        """What is worked out, in the order in which it can be."""
        return tuple(derived for table in self.tables.values() for derived in table.derived)

    @cached_property
    def carries(self) -> tuple[Carry, ...]:
        """What follows from last year's report."""
        return tuple(carry for table in self.tables.values() for carry in table.carries)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Path -> where its number comes from."""
        sources = dict.fromkeys(self.paths, Source.TYPED)
        sources |= {carry.path: Source.CARRIED for carry in self.carries}
        sources |= {derived.path: Source.COMPUTED for derived in self.derived}
        return MappingProxyType(sources)

    def source(self, path: str) -> Source:
        """Where the number of ``path`` comes from; raises ``KeyError`` for a path the form does not have."""
        return self.sources[path]

    def entered(self, section: str) -> tuple[str, ...]:
        """The cells of a section's table that are not worked out from its others."""
        return tuple(path for path in self.tables[section].paths if self.sources[path] is not Source.COMPUTED)

    def measure(self, path: str) -> Measure:
        """What the number of ``path`` counts; raises ``KeyError``."""
        return self.places[path].column.measure

    def table_of(self, path: str) -> Table:
        """The table a path belongs to; raises ``KeyError``."""
        return self.tables[self.places[path].section]

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Path -> the cell in the words of the form for messages: 「本年新收…数量·自然人」."""
        return MappingProxyType(dict(self._labels()))

    def label(self, path: str) -> str:
        """The cell in the words of the form; raises ``KeyError``."""
        return self.labels[path]

    def row_label(self, path: str) -> str:
        """The row of a cell in the words of the form; raises ``KeyError``."""
        place = self.places[path]
        groups = place.row.groups[self.tables[place.section].unnamed_groups :]
        return "·".join((*groups, place.row.label))

    def _labels(self) -> Iterator[tuple[str, str]]:
        for path, place in self.places.items():
            lone = len(self.tables[place.section].row_paths(place.row.name)) == 1
            yield path, self.row_label(path) + ("" if lone else f"·{place.column.label}")

    def is_in_force(self, year: int) -> bool:
        """Whether reports of ``year`` are to be in this form."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


def row_totals(section: str, rows: Iterable[Row], columns: Iterable[Column], total: str) -> list[Derived]:
    """The cell in the column ``total`` of every row adds up the row's other cells."""
    parts = tuple(column.name for column in columns if column.name != total)
    return [
        Derived(f"{section}.{row.name}.{total}", tuple(f"{section}.{row.name}.{part}" for part in parts))
        for row in rows
    ]


def column_totals(section: str, total: str, parts: Iterable[Row], columns: Iterable[Column]) -> list[Derived]:
    """The cell in the row ``total`` of every column adds up the cells of the rows ``parts``."""
    names = tuple(row.name for row in parts)
    return [
        Derived(
            f"{section}.{total}.{column.name}", tuple(f"{section}.{name}.{column.name}" for name in names)
        )
        for column in columns
    ]


def balances(
    section: str, columns: Iterable[Column], incoming: tuple[str, ...], outgoing: tuple[str, ...]
) -> list[Identity]:
    """In every column the rows ``incoming`` equal the rows ``outgoing``; the last of these is pointed at."""

    def cells(rows: tuple[str, ...], column: Column) -> tuple[str, ...]:
        return tuple(f"{section}.{row}.{column.name}" for row in rows)

    return [
        Identity(
            IdentityKind.BALANCE,
            cells(outgoing, column)[-1],
            cells(incoming, column),
            cells(outgoing, column),
        )
        for column in columns
    ]


def totals_hold(kind: IdentityKind, derived: Iterable[Derived]) -> list[Identity]:
    """The equations that totals must fulfil where a source prints them."""
    return [Identity(kind, one.path, one.parts, (one.path,)) for one in derived]
