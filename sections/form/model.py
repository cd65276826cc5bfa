"""A statutory form as an object: its tables with their printed cells, labels and arithmetic.

Readers, screens, rules, writers and the JSON take everything they know of a form from here, so that a revised
form is one more declaration (see ``disclosure_2021``).
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from sections.form.elements import (
    Block,
    Carry,
    Cell,
    Column,
    Derived,
    Identity,
    Measure,
    Place,
    Row,
    Shape,
    Source,
    path_of,
)
from sections.form.printed import printed_cells


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
        return printed_cells(self.section, self.shape, self.blocks, self.note)

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
    """Labels to the letter, numbering included, that no other form has; a form with signs is never taken
    without one of them."""

    def topic_headings(self, present: Container[str]) -> dict[str, str]:
        """Topic -> its heading, for those of part one that are ``present``, numbered without a gap."""
        numbers = [heading[: heading.index("）") + 1] for heading in self.topics.values()]
        found = [(name, heading) for name, heading in self.topics.items() if name in present]
        return {
            name: number + heading[heading.index("）") + 1 :]
            for number, (name, heading) in zip(numbers, found, strict=False)
        }

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
    def counts(self) -> frozenset[str]:
        """The paths of whole numbers; all others are of money."""
        return frozenset(path for path in self.paths if not self.measure(path).is_money)

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

    @cached_property
    def printed_texts(self) -> frozenset[str]:
        """Every label, head and band of the tables, to the letter."""
        return frozenset(cell.text for table in self.tables.values() for cell in table.cells if cell.text)

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
        return self.first_year <= year and not self.has_ended(year)

    def has_ended(self, year: int) -> bool:
        """Whether ``year`` comes after the last whose reports were in this form."""
        return self.last_year is not None and year > self.last_year
