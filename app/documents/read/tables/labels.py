"""The labels of a form as sources print them: which row, group or column of a table a text names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from app.documents.read.likeness import bare, closest, squeeze
from sections.form.elements import Block, Column, Row, Shape
from sections.form.model import Form, Table
from sections.form.registry import FORMS

_END_OF_CLAUSE: Final = re.compile("[:,]")
_LEAST_OF_BAND: Final = 4
_AROUND: Final = "（()）:：、-—－·. \u3000\n"
"""What stands around a label that follows the name of its group."""
_NUMBER_BEHIND: Final = re.compile(r"[0-9０-９]\s*(?:件|条|个|万元|元)?\s*$")


class TableLabels:
    """The labels of one table. Rows go by their name, columns and heads by their label."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.section = table.section
        self.as_matrix: TableLabels = self
        """The labels with the rows on the left, as those of a strip may stand too."""
        columns = {bare(column.label) for column in table.columns}
        self.repeated = frozenset(row.name for row in table.rows if bare(row.label) in columns)
        """Rows whose label is that of a column too."""
        self.inner = _inner_rows(table, self.repeated)
        self.rows = _by_label(
            (row.name, row)
            for row in table.rows
            if row.name not in self.inner.get(bare(row.label), {}).values()
        )
        self.groups = {bare(group): group for group in table.groups}
        self.middle = _middle_heads(table)
        self.under = frozenset[str]().union(*self.middle.values())
        """The columns under a head that stands over some of them."""
        self.heads = _by_label((column.label, column) for column in table.columns)
        self.heads |= {bare(head): head for head in self.middle}
        self.outer = {bare(text): text for text in _outer_labels(table, self.middle)}
        """What stands over all groups or heads."""
        labels = {bare(row.label) for row in table.rows}
        self.sure = frozenset(column.label for column in table.columns if bare(column.label) not in labels)
        """Columns whose label names no row."""
        self.row = lru_cache(maxsize=4096)(self._row)
        self.group = lru_cache(maxsize=4096)(self._group)
        self.head = lru_cache(maxsize=4096)(self._head)
        self.column = lru_cache(maxsize=4096)(self._column)
        self._whole = {
            squeeze(row.label): row.name for row in table.rows if squeeze(row.label) != bare(row.label)
        }
        """Label with its number -> row: no column is printed so."""
        self._grouped = frozenset(row.name for rows in table.groups.values() for row in rows)
        self._paths: dict[str, dict[str, str]] = {}
        for path, place in table.places.items():
            self._paths.setdefault(place.row.name, {})[place.column.label] = path

    def _row(self, text: str, group: str = "") -> str | None:
        """The row that a label names, unless its number has slipped into it.

        One that may be a column's is a row only inside its own group, or with its number where the groups
        are not printed."""
        if _NUMBER_BEHIND.search(text):
            return None
        inner = self.inner.get(bare(text))
        if inner is None:
            return closest(text, self.rows)
        return inner.get(group) or (None if group else self._whole.get(squeeze(text)))

    def names_row(self, text: str) -> bool:
        """Whether a text names a row; one that names a column too does only with its number."""
        return self.row(text) is not None and (self.column(text) is None or squeeze(text) != bare(text))

    def row_anywhere(self, text: str) -> str | None:
        """The row that a label names in whatever group."""
        inner = self.inner.get(bare(text))
        return self.row(text) if inner is None else next(iter(inner.values()))

    def _group(self, text: str) -> str | None:
        """The group of rows that a label names, e.g. （三）不予公开."""
        return closest(text, self.groups)

    def _head(self, text: str) -> str | None:
        """The column, or the head over some of them, that a text names."""
        return closest(text, self.heads)

    def _column(self, text: str) -> str | None:
        """The column that a text names."""
        head = self.head(text)
        return None if head in self.middle else head

    def is_outer(self, text: str) -> bool:
        """Whether a text stands over all groups or heads of the table."""
        return closest(text, self.outer) is not None

    def path(self, row: str, column: str) -> str:
        """The path of the cell in the row of that name under the column of that label."""
        return self._paths[row][column]

    def paths(self, row: str, columns: Iterable[str]) -> list[str]:
        """The paths of a row under these columns."""
        found = self._paths[row]
        return [found[column] for column in columns]

    def columns_of(self, row: str) -> list[str]:
        """The columns that a row has, in the order of the form."""
        return list(self._paths[row])

    def taker(self, group: str) -> Row | None:
        """The row that takes the numbers of its group where a source prints the group as one row."""
        return next((row for row in self.table.groups.get(group, ()) if row.takes_group), None)

    def is_grouped(self, row: str) -> bool:
        """Whether a row stands inside one of the groups."""
        return row in self._grouped


class StripLabels(TableLabels):
    """The labels of a strip: its rows and their groups are heads."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.over = _under(table.rows)
        """The heads over several rows, with the names of these."""
        self.first_heads = frozenset(row.groups[0] if row.groups else row.name for row in table.rows)
        """What stands in the first line."""
        self.strip_heads = self.rows | {bare(group): group for group in self.over}
        self.strip_head = lru_cache(maxsize=4096)(self._strip_head)
        self.as_matrix = StripRowLabels(table, tuple(self.over))
        """The labels where the rows stand below one another, as those of a matrix do."""

    def _strip_head(self, text: str) -> str | None:
        """The row that a head names, or the head over several of them."""
        return closest(text, self.strip_heads)


class StripRowLabels(TableLabels):
    """The labels of a strip whose rows stand below one another: 「行政诉讼（复议后起诉）」 may name one."""

    def __init__(self, table: Table, groups: Sequence[str]) -> None:
        super().__init__(table)
        self._over = groups

    def _row(self, text: str, group: str = "") -> str | None:
        """The row that a label names, alone or behind the name of its group."""
        if found := super()._row(text, group):
            return found
        over = next((over for over in self._over if text.strip().startswith(over)), None)
        rest = text.strip()[len(over) :].strip(_AROUND) if over else ""
        return super()._row(rest, group) if rest else None


class Labels:
    """The labels of a form, table by table."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.tables = tuple(_table_labels(table) for table in form.tables.values())
        self.row_heads = frozenset(bare(block.row_head) for block in _blocks(form) if block.row_head)
        bands = {bare(block.band) for block in _blocks(form) if block.band}
        self._bands = tuple(sorted(bands))
        self._aliases = frozenset(bare(alias) for line in self._labelled() for alias in line.aliases)
        self.exact = frozenset(self._exact())
        self.as_matrices = tuple(table.as_matrix for table in self.tables)
        """The labels of the tables with their rows on the left."""
        self._strips = tuple(table for table in self.tables if isinstance(table, StripLabels))
        self.is_strip_head = lru_cache(maxsize=4096)(self._is_strip_head)

    def names_row(self, text: str) -> bool:
        """Whether a text names a row of one of the tables, their rows on the left."""
        return bool(text) and any(table.names_row(text) for table in self.as_matrices)

    def _labelled(self) -> Iterator[Row | Column]:
        for table in self.form.tables.values():
            yield from table.rows
            yield from table.columns

    def _exact(self) -> Iterator[str]:
        """Every label, bare."""
        for table in self.tables:
            for known in kinds(table).values():
                yield from known
            yield from table.inner
        yield from self.row_heads

    def is_alias(self, text: str) -> bool:
        """Whether a label is one of the other forms that reports commonly print."""
        return bare(text) in self._aliases

    def is_band(self, text: str) -> bool:
        """Whether a text is a band over a block, or the beginning of one."""
        plain = bare(text)
        return any(
            plain.startswith(band) or (len(plain) >= _LEAST_OF_BAND and band.startswith(plain))
            for band in self._bands
        )

    def is_row_head(self, text: str) -> bool:
        """Whether a text is what stands over the labels of a block."""
        return bare(text) in self.row_heads

    def _is_strip_head(self, text: str) -> bool:
        """Whether a text is a head over the outcomes of a strip."""
        return any(table.strip_head(text) for table in self._strips)


@cache
def labels_of(form: Form) -> Labels:
    """The labels of a form, worked out once."""
    return Labels(form)


def kinds(labels: TableLabels) -> dict[str, Mapping[str, str]]:
    """The labels of a table by what they name; what is of one kind is told apart among itself."""
    found: dict[str, Mapping[str, str]] = {
        "rows": labels.rows,
        "groups": labels.groups,
        "heads": labels.heads,
        "outer": labels.outer,
    }
    return found | ({"strip_heads": labels.strip_heads} if isinstance(labels, StripLabels) else {})


class Vocabulary:
    """The labels of several forms together, for what is read before the form of a source is known."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._labels = [labels_of(form) for form in forms]
        merged: dict[tuple[str, str], dict[str, str]] = {}
        for table in (table for labels in self._labels for table in labels.tables):
            for kind, known in kinds(table).items():
                merged.setdefault((table.section, kind), {}).update(known)
        self._kinds = tuple(merged.values())
        self._lines = tuple(_lines_of_tables(self._labels, merged))
        self._notes = tuple(_note_starts(self._labels))
        self._inner = frozenset(
            text for labels in self._labels for table in labels.tables for text in table.inner
        )
        self._exact = frozenset().union(*(labels.exact for labels in self._labels))
        self.anchors = frozenset(_anchors(self._labels))
        """Texts that stand in no part of a page but the tables of a report, squeezed."""
        self.is_label = lru_cache(maxsize=8192)(self._is_label)
        self.is_line = lru_cache(maxsize=8192)(self._is_line)
        self.is_whole = lru_cache(maxsize=8192)(self._is_whole)

    def _is_label(self, text: str) -> bool:
        """Whether a text is a label, a head or a band."""
        plain = bare(text)
        return (
            plain in self._exact
            or plain.startswith(self._notes)
            or self.is_band(text)
            or any(closest(text, known) is not None for known in self._kinds)
        )

    def _is_whole(self, text: str) -> bool:
        """Whether a text is a label to the letter; 「其他」 may be the beginning of one."""
        plain = bare(text)
        return (plain in self._exact and plain not in self._inner) or self.is_band(text)

    def is_band(self, text: str) -> bool:
        """Whether a text is a band over a block, or the beginning of one."""
        return any(labels.is_band(text) for labels in self._labels)

    def _is_line(self, text: str) -> bool:
        """Whether a text names a row or a group of rows, or an outcome of a strip."""
        return any(closest(text, known) is not None for known in self._lines)


def is_label(text: str) -> bool:
    """Whether a text is a label, a head or a band of a table of any form."""
    return vocabulary().is_label(text)


def is_whole_label(text: str) -> bool:
    """Whether a text is a label of any form to the letter, and not the beginning of another."""
    return vocabulary().is_whole(text)


def vocabulary() -> Vocabulary:
    """The labels of all forms there are."""
    return _vocabulary(tuple(FORMS.values()))


@lru_cache(maxsize=8)
def _vocabulary(forms: tuple[Form, ...]) -> Vocabulary:
    return Vocabulary(forms)


# --- what is read off the declarations ------------------------------------------------------------------


def _table_labels(table: Table) -> TableLabels:
    return StripLabels(table) if table.shape is Shape.STRIP else TableLabels(table)


def _blocks(form: Form) -> list[Block]:
    return [block for table in form.tables.values() for block in table.blocks]


def _by_label(named: Iterable[tuple[str, Row | Column]]) -> dict[str, str]:
    """Bare label -> name. Where a label and an alias are alike the label counts."""
    pairs = list(named)
    known = {bare(alias): name for name, line in pairs for alias in line.aliases}
    return known | {bare(line.label): name for name, line in pairs}


def _inner_rows(table: Table, repeated: frozenset[str]) -> dict[str, dict[str, str]]:
    """Label -> group -> row, of rows in groups whose label is that of a column too."""
    found: dict[str, dict[str, str]] = {}
    for group, rows in table.groups.items():
        for row in rows:
            if row.name in repeated:
                found.setdefault(bare(row.label), {})[group] = row.name
    return found


def _middle_heads(table: Table) -> dict[str, frozenset[str]]:
    """The heads over some of the columns, with the labels of these."""
    found: dict[str, set[str]] = {}
    for column in table.columns:
        for group in column.groups:
            found.setdefault(group, set()).add(column.label)
    return {head: frozenset(under) for head, under in found.items() if len(under) < len(table.columns)}


def _under(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for group in row.groups:
            found.setdefault(group, set()).add(row.name)
    return {group: frozenset(names) for group, names in found.items()}


def _outer_labels(table: Table, middle: Mapping[str, object]) -> Iterator[str]:
    if table.shape is Shape.MATRIX:
        yield from (group for row in table.rows for group in row.groups if group not in table.groups)
        yield from (group for column in table.columns for group in column.groups if group not in middle)


def _lines_of_tables(
    labels: Iterable[Labels], merged: Mapping[tuple[str, str], Mapping[str, str]]
) -> Iterator[Mapping[str, str]]:
    """The labels by which a table is known as one of a form."""
    shapes = {table.section: table.table.shape for labels in labels for table in labels.tables}
    for section, shape in shapes.items():
        for kind in ("heads",) if shape is Shape.STRIP else ("rows", "groups"):
            yield merged[section, kind]


def _note_starts(labels: Iterable[Labels]) -> Iterator[str]:
    """How the notes in the corners of tables begin, without their brackets."""
    for label in labels:
        for table in label.form.tables.values():
            if table.note:
                yield _END_OF_CLAUSE.split(squeeze(table.note).strip("()"))[0]


def _anchors(labels: Iterable[Labels]) -> Iterator[str]:
    """Columns that no row shares its label with, and rows that have a number."""
    for table in (table for labels in labels for table in labels.tables):
        yield from map(squeeze, table.sure)
        yield from (squeeze(row.label) for row in table.table.rows if squeeze(row.label) != bare(row.label))
