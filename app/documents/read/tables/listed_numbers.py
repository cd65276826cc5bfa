"""Tables written as lists: every number beside the words that say its column, behind those of its row.

A list becomes a grid with heads and rows of the form. Of a row every column must be there once, in the order
of the form or with a sum that holds; whatever stands between that is neither label nor number ends it all."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise
from typing import Final

from app.documents.read.blocks import Block, Cell, Grid
from app.documents.read.likeness import squeeze
from app.documents.read.tables.cell_order import distinct
from app.documents.read.tables.labels import Labels, TableLabels
from app.documents.read.tables.leaf_heads import rows_covered
from app.documents.read.tables.numbers import holds_number, in_yuan, is_blank, read_number
from sections.form.elements import IdentityKind, Shape

_LONGEST: Final = 120
"""Characters of a line that may hold an item of a list."""
_LONGEST_ITEM: Final = 60
_PAIR: Final = re.compile(
    r"(?P<label>.*[^\s:：])[\s:：]+(?P<number>[-\d０-９][\d０-９,，.．]*\s*(?:件|万元|元)?|[无零〇—/-]{1,2})"
)
_GLUED_PAIR: Final = re.compile(r"([^\d\s:：；;，,、]+)[:：]\s*(\d+)件?[\s；;，,、]*")
_GLUED: Final = re.compile(f"(?:{_GLUED_PAIR.pattern}){{2,}}")
"""Several items one behind the other, each number behind a colon."""
_ITEMS: Final = re.compile(r"[\n；;，,、]")
_ENDS: Final = frozenset("0123456789０１２３４５６７８９件元无零〇—/-")
_YEAR: Final = re.compile(r"20\d\d|上年|去年|同期|上一年")
_OF_SEVERAL: Final = "（合并）"
"""Behind a number that stands in several rows, so that it is none."""
_JOINTS: Final = ":：-—－（）()"
_LEAST_TEXTS: Final = 6
"""Labels and numbers of a cell that is a list."""
_SHORTEST: Final = 2 * _LEAST_TEXTS - 1
"""Characters of such a cell: texts of one with something between them."""


@dataclass(slots=True)
class _Row:
    """A row of a list: its columns with their heads and numbers as printed."""

    name: str
    heads: list[tuple[str, str]] = field(default_factory=list)
    """Column -> its head as printed."""
    numbers: list[str] = field(default_factory=list)

    def add(self, column: str, head: str, number: str) -> None:
        """One more number."""
        self.heads.append((column, head))
        self.numbers.append(number)


def is_list(text: str, labels: TableLabels) -> bool:
    """Whether a cell holds several columns with their numbers, a line each."""
    if not _SHORTEST <= len(text) <= _LONGEST or holds_number(text):
        return False
    items = list(_split([text]))
    return len(items) >= _LEAST_TEXTS and all(
        holds_number(text) if i % 2 else labels.column(text) for i, text in enumerate(items)
    )


def row_of(text: str, labels: TableLabels) -> str:
    """The row, or the row with its column, that a text over numbers names."""
    joined = _joined(text, labels)
    return ".".join(joined) if joined else labels.row(text) or ""


def has_items(block: Block, labels: Labels) -> bool:
    """Whether a number stands beside words that name its column and no row."""
    texts = (
        [list(_texts(block))] if not (isinstance(block, Grid) and block.aligned) else map(_line, block.rows)
    )
    return any(
        holds_number(two) and len(one) <= _LONGEST_ITEM and _is_column(one, labels.as_matrices)
        for line in texts
        for one, two in pairwise(_split(line))
    )


def _is_column(text: str, tables: Sequence[TableLabels]) -> bool:
    """Whether a text names a column of a table, perhaps with its row, and in none a row alone."""
    if any(_joined(text, table) for table in tables):
        return True
    return any(table.column(text) for table in tables) and not any(
        table.row_anywhere(text) for table in tables
    )


def _texts(block: Block) -> Iterator[str]:
    """The texts of a block in the order of reading, each once."""
    if isinstance(block, Grid):
        covered = rows_covered(block)
        for cell in distinct(cell for row in block.rows for cell in row):
            merged = covered[cell.origin] > 1 and holds_number(cell.text)
            yield f"{cell.text}{_OF_SEVERAL}" if merged else cell.text
    else:
        yield from block.text.split("\n")


def _line(row: Iterable[Cell]) -> list[str]:
    return [cell.text for cell in distinct(row)]


def _split(texts: Iterable[str]) -> Iterator[str]:
    """Labels and numbers apart, as they follow one another; what is blank aside."""
    for text in texts:
        plain = text.strip()
        if not plain or is_blank(plain):
            continue
        if len(plain) > _LONGEST or plain[-1] not in _ENDS or holds_number(plain):
            yield plain
            continue
        if _GLUED.fullmatch(plain):
            yield from (part for pair in _GLUED_PAIR.finditer(plain) for part in pair.groups())
            continue
        whole = _PAIR.fullmatch(plain) if "\n" not in plain else None
        for item in [plain] if whole and not _ITEMS.search(whole["label"]) else _ITEMS.split(plain):
            pair = _PAIR.fullmatch(item.strip())
            yield from (pair["label"], pair["number"]) if pair else (item.strip(),)


def grids_of_lists(blocks: Sequence[Block], labels: Labels) -> list[Grid]:
    """The grids of the rows that blocks between others list."""
    texts = [text for block in blocks for text in _split(_texts(block))]
    found: list[Grid] = []
    for table in labels.as_matrices:
        rows = _rows(texts, table)
        doubtful = {row.name for row in rows if not _is_certain(row, table)}
        rows = [row for row in rows if row.name not in doubtful]
        found += (_grid(list(own), table) for _, own in groupby(rows, lambda row: row.heads))
    return found


def _rows(texts: Sequence[str], labels: TableLabels) -> list[_Row]:
    """The rows of a list; none where something stands between its numbers that belongs to no row."""
    rows: list[_Row] = []
    row: _Row | None = None
    group = ""
    behind = [*texts[1:], ""]
    skip = False
    for text, after in zip(texts, behind, strict=True):
        if skip:
            skip = False
            continue
        skip = holds_number(after) and not holds_number(text)
        named, column = _names(text, labels, group, is_item=skip)
        if named and (row is None or row.name != named or not column):
            row = _Row(named)
            rows.append(row)
        if skip and row is not None and column:
            row.add(column, _head(text, column, labels), _with_unit(after, text))
        elif rows and (skip or holds_number(text) or _YEAR.search(text)):
            return []
        elif over := labels.group(text):
            group = over
        elif not named:
            row = None
    return rows


def _names(text: str, labels: TableLabels, group: str, *, is_item: bool) -> tuple[str, str]:
    """The row and the column that a text names; ``is_item``: a number stands behind it."""
    if len(text) > _LONGEST_ITEM:
        return "", ""
    if joined := _joined(text, labels):
        return joined
    column = labels.column(text) if is_item else None
    if column:
        return "", column
    row = labels.row(text, group) or ""
    own = labels.columns_of(row) if row else []
    return row, own[0] if is_item and len(own) == 1 else ""


def _joined(text: str, labels: TableLabels) -> tuple[str, str] | None:
    """The row and the column that one text names: 「规章本年制发件数」."""
    return _joined_labels(labels).get(squeeze(text).strip(_JOINTS).translate(_WITHOUT_JOINTS))


_WITHOUT_JOINTS: Final = dict.fromkeys(map(ord, _JOINTS))


@cache
def _joined_labels(labels: TableLabels) -> Mapping[str, tuple[str, str]]:
    return {
        squeeze(place.row.label + label).translate(_WITHOUT_JOINTS): (place.row.name, place.column.label)
        for place in labels.table.places.values()
        for label in (place.column.label, *place.column.aliases)
    }


def _head(text: str, column: str, labels: TableLabels) -> str:
    """The head over the numbers: as printed, where that says the measure."""
    return text if "元" in text and labels.column(text) == column else column


def _with_unit(number: str, label: str) -> str:
    """A number that says itself that it is in 元 where its label does."""
    return f"{number}元" if in_yuan(label) and number.strip()[-1:].isdigit() else number


def _is_certain(row: _Row, labels: TableLabels) -> bool:
    """Whether every column is there once, in the order of the form or with a sum that holds."""
    columns, own = [column for column, _ in row.heads], labels.columns_of(row.name)
    if sorted(columns) != sorted(own):
        return False
    values = {
        path: read_number(number)
        for path, number in zip(labels.paths(row.name, columns), row.numbers, strict=True)
    }
    if any(value is None for value in values.values()):
        return False
    sums = [
        one
        for one in labels.table.identities
        if one.kind is IdentityKind.ROW_TOTAL and {*one.left, *one.right} <= values.keys()
    ]
    if columns == own and (len(own) > 1 or labels.table.shape is Shape.BANDED):
        return True
    return bool(sums) and all(
        sum(values[path] or 0 for path in one.left) == sum(values[path] or 0 for path in one.right)
        for one in sums
    )


def _grid(rows: Sequence[_Row], labels: TableLabels) -> Grid:
    """The rows below the heads that they share."""
    printed = {row.name: row.label for row in labels.table.rows}
    lines = [["", *(head for _, head in rows[0].heads)], *([printed[row.name], *row.numbers] for row in rows)]
    return Grid(
        tuple(tuple(Cell(text, (r, c)) for c, text in enumerate(line)) for r, line in enumerate(lines))
    )
