"""Blocks of columns, and rows, of other years in a table whose columns are aligned."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.likeness import bare
from app.documents.read.tables.cell_order import distinct, is_number, is_words, prints_zeros
from app.documents.read.tables.labels import Labels, StripLabels
from app.documents.read.tables.numbers import is_blank, read_number
from app.documents.read.tables.undated import all_undated
from app.documents.read.tables.year_marks import Whose, Years, is_bare_year

_LEAST_HEADS: Final = 2
_TOTAL: Final = "总计"
_NOT_OWN: Final = frozenset({Whose.OTHER, Whose.UNKNOWN})


@dataclass(slots=True)
class Kept:
    """The rows of a grid that are of the report's year; the lines that are not; the years as printed."""

    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    def leave(self, rows: Iterable[Iterable[Cell]]) -> None:
        """Rows that are of another year."""
        lines = (" ".join(cell.text.strip() for cell in distinct(row)).strip() for row in rows)
        self.others += [line for line in lines if line]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A year over columns, as printed; ``pure``: the cell says nothing else."""

    whose: Whose
    text: str
    pure: bool


@dataclass(slots=True)
class _Heads:
    """What rows of heads say of the columns under them, by position."""

    width: int = 0
    marks: dict[int, _Mark] = field(default_factory=dict)
    lowest: dict[int, Cell] = field(default_factory=dict)
    """The lowest head that is more than a year."""
    is_short: bool = False
    """Whether a row with years has fewer cells than another."""

    def texts(self) -> dict[int, str]:
        return {i: bare(cell.text) for i, cell in self.lowest.items()}

    def others(self) -> set[int]:
        """The columns that are not of the report's year for certain."""
        return {i for i, mark in self.marks.items() if mark.whose in _NOT_OWN}

    def have_like_blocks(self) -> bool:
        """Whether every year stands over the same heads as the report's own does."""
        names: dict[tuple[Whose, str], list[str]] = {}
        seen: set[tuple[str, tuple[int, int]]] = set()
        for i, mark in sorted(self.marks.items()):
            head = self.lowest.get(i)
            if mark.pure and head and (mark.text, head.origin) not in seen:
                seen.add((mark.text, head.origin))
                names.setdefault((mark.whose, mark.text), []).append(bare(head.text))
        own = [heads for (whose, _), heads in names.items() if whose is Whose.OWN]
        return not own or (len(own) == 1 and all(heads == own[0] for heads in names.values()))


class YearColumns:
    """Takes out of grids, one after another, what the heads over it or its label say is of another year."""

    def __init__(self, years: Years, labels: Labels) -> None:
        self._years = years
        self._labels = labels
        self._heads = _Heads()
        self._caption: Whose | None = None
        self._kept = Kept()
        self._prints_zeros = False

    def end(self) -> None:
        """Another part begins: no head reaches further."""
        self._heads, self._caption = _Heads(), None

    def read(self, grid: Grid) -> Kept:
        """What of a grid is of the report's year; heads before it count on."""
        self._kept = Kept()
        if not self._heads.marks and self._caption is None and not self._names_years(grid):
            return Kept(list(grid.rows))
        self._prints_zeros = prints_zeros(grid.rows)
        heads: list[GridRow] = []
        body: list[GridRow] = []
        for row in grid.rows:
            caption = self._caption_of(row)
            is_head = caption is None and self._is_head(row)
            if body and (caption or is_head):
                self._end_of(heads, body)
                heads, body = [], []
            if caption:
                self.end()
                self._caption = caption
                self._name(caption, row[0])
            else:
                goes_on = bool(heads) and not body and not self._is_of_body(row)
                (heads if is_head or goes_on else body).append(row)
        self._end_of(heads, body)
        return self._kept

    def _names_years(self, grid: Grid) -> bool:
        """Whether a grid names a year for its columns or rows, or another one than the report's over them."""
        texts = {cell.text for row in grid.rows for cell in row}
        return any(self._whose(text) or self._years.of_caption(text) in _NOT_OWN for text in texts)

    def _whose(self, text: str) -> Whose | None:
        return self._years.whose(text) or self._years.of_label(text)

    # --- rows --------------------------------------------------------------------------------------

    def _caption_of(self, row: GridRow) -> Whose | None:
        """The year of all that follows, where a row says nothing else from its first column on."""
        filled = [cell for cell in distinct(row) if not is_blank(cell.text)]
        if len(filled) != 1 or row[0] is not filled[0] or is_bare_year(row[0].text):
            return None
        text = row[0].text
        if self._years.of_label(text) or self._is_row(text) or self._head_of(text):
            return None
        return self._years.whose(text) or self._years.of_caption(text)

    def _is_head(self, row: GridRow) -> bool:
        """Whether a row holds no numbers but years, and at least two heads or a year over columns."""
        cells = [cell for cell in distinct(row) if not is_blank(cell.text)]
        numbers = {cell.text for cell in cells if is_number(cell)}
        if numbers and (
            len(numbers) == 1
            or not all(map(is_bare_year, numbers))
            or any(self._is_row(cell.text) for cell in cells)
        ):
            return False
        if any(self._years.whose(cell.text) or self._labels.is_row_head(cell.text) for cell in cells):
            return True
        return len({name for cell in cells if (name := self._head_of(cell.text))}) >= _LEAST_HEADS

    def _is_of_body(self, row: GridRow) -> bool:
        """Whether a row below heads is none of them."""
        return any(is_number(cell) or self._is_row(cell.text) for cell in row)

    def _is_row(self, text: str) -> bool:
        return any(
            table.row_anywhere(text) or table.group(text)
            for table in self._labels.tables
            if not isinstance(table, StripLabels)
        )

    def _head_of(self, text: str) -> str:
        """The head that a text names, a year aside, or 「」."""
        for table in self._labels.tables:
            found = table.head(text)
            if isinstance(table, StripLabels):
                found = found or table.strip_head(text)
            if found:
                return found
        return bare(text) if self._years.of_label(text) else ""

    # --- columns -----------------------------------------------------------------------------------

    def _end_of(self, heads: Sequence[GridRow], body: Sequence[GridRow]) -> None:
        """Keep what is of the report's year of some rows of heads and of the rows below them."""
        if heads:
            self._enter(heads)
        if self._caption is Whose.OTHER:
            self._kept.leave([*heads, *body])
            return
        at = self._column_of_years(body)
        body = self._own_rows(body, at)
        others = self._heads.others()
        if self._caption is Whose.UNKNOWN or (others and not self._fits(others, body)):
            self._kept.rows += [*map(tuple, heads), *map(all_undated, body)]
        elif others or at is not None:
            self._reduce(heads, body, others, {at})
        else:
            self._kept.rows += [*map(tuple, heads), *map(tuple, body)]

    def _enter(self, heads: Sequence[GridRow]) -> None:
        """Take rows of heads; without years of their own, those of the same heads before count on."""
        found = _Heads(width=max(map(len, heads)))
        for row in heads:
            found.is_short |= len(row) < found.width and any(self._years.whose(c.text) for c in row)
            for at, cell in enumerate(row):
                if pure := self._years.whose(cell.text):
                    self._mark(found, row, at, _Mark(pure, cell.text.strip(), pure=True))
                    continue
                if led := self._years.of_label(cell.text):
                    self._mark(found, row, at, _Mark(led, cell.text.strip(), pure=False))
                if not is_blank(cell.text):
                    found.lowest[at] = cell
        if found.marks or found.texts() != self._heads.texts() or found.width != self._heads.width:
            self._heads = found

    def _mark(self, heads: _Heads, row: GridRow, at: int, mark: _Mark) -> None:
        heads.marks |= dict.fromkeys(_covered(row, at), mark)
        self._name(mark.whose, row[at])

    def _name(self, whose: Whose, cell: Cell) -> None:
        if whose is Whose.OTHER:
            self._kept.named.append(cell.text.strip())

    def _fits(self, others: Collection[int], body: Sequence[GridRow]) -> bool:
        """Whether the years are known, stand over numbers, and each over the same heads."""
        rows = [row for row in body if any(map(is_number, row))]
        over = (row[i] for row in rows for i in others if i < len(row))
        known = all(mark.whose is not Whose.UNKNOWN for mark in self._heads.marks.values())
        whole = known and not self._heads.is_short and self._heads.have_like_blocks()
        return whole and not any(map(is_words, over))

    def _reduce(
        self, heads: Sequence[GridRow], body: Sequence[GridRow], others: Collection[int],
        years: Collection[int | None],
    ) -> None:  # fmt: skip
        """Keep the columns of the report's year, of rows that have as many as the heads."""
        width = self._heads.width or max(map(len, body), default=0)
        keep = [i for i in range(width) if i not in others and i not in years]
        if others and not any(
            is_number(row[i]) or is_blank(row[i].text) for row in body for i in keep if i < len(row)
        ):
            self._kept.leave([*heads, *body])
            return
        for row in heads:
            plain = [Cell("", c.origin) if self._years.whose(c.text) else c for c in row]
            self._kept.rows.append(_chosen(plain, keep))
        numeric = _numeric(body, width)
        for row in body:
            kept = _chosen(row, keep)
            if not any(map(is_number, row)):
                self._kept.rows.append(kept)
            elif len(row) != width or _is_across(row, others) or self._may_have_moved(row, keep, numeric):
                self._kept.rows.append(all_undated(kept))
            else:
                self._kept.rows.append(kept)
                self._kept.leave(
                    [[c for i, c in enumerate(row) if i in others or is_words(c)]] if others else []
                )

    def _may_have_moved(self, row: GridRow, keep: Collection[int], numeric: Collection[int]) -> bool:
        """Whether a row is blank where others say 0, or at an end without sums that hold, or is not its own:
        numbers stand under other heads than theirs, perhaps under those of another year."""
        numbers = [row[i] for i in sorted({*self._heads.marks, *numeric}) if not is_words(row[i])]
        if len({row[i].origin for i in keep if i in numeric and not is_words(row[i])}) < _LEAST_HEADS:
            return False
        headed = self._heads.lowest.keys() | self._heads.marks.keys()
        strays = any(is_number(cell) and i not in headed for i, cell in enumerate(row))
        if strays or len({cell.origin[0] for cell in numbers}) > 1:
            return True
        if self._prints_zeros:
            return any(is_blank(cell.text) for cell in numbers)
        ends = (numbers[0], numbers[-1]) if numbers else ()
        return any(is_blank(cell.text) for cell in ends) and not self._adds_up(row, keep)

    def _adds_up(self, row: GridRow, keep: Iterable[int]) -> bool:
        """Whether every total of a row is that of the numbers before it, and there is one."""
        total, sums = Decimal(0), 0
        for i in keep:
            head, number = self._heads.lowest.get(i), read_number(row[i].text)
            if head is None or number is None:
                continue
            if bare(head.text) != _TOTAL:
                total += number
            elif total != number:
                return False
            else:
                total, sums = Decimal(0), sums + 1
        return sums > 0

    # --- rows of a year ----------------------------------------------------------------------------

    def _column_of_years(self, body: Sequence[GridRow]) -> int | None:
        """Where every row with numbers says its year."""
        rows = [row for row in body if any(map(is_number, row))]
        for at in range(min(map(len, rows), default=0)):
            texts = [row[at].text for row in rows]
            bare_years = all(map(is_bare_year, texts)) and len(set(texts)) == len(texts) > 1
            head = self._heads.lowest.get(at)
            named = head is not None and bool(self._head_of(head.text))
            if (
                all(map(self._years.whose, texts))
                and not named
                and (bare_years or not any(map(is_bare_year, texts)))
            ):
                return at
        return None

    def _own_rows(self, body: Sequence[GridRow], at: int | None) -> list[GridRow]:
        """The rows without those that are labelled as of another year."""
        found: list[GridRow] = []
        for row in body:
            whose, cell = self._labelled(row, at)
            if whose is Whose.OTHER:
                self._kept.leave([row])
                self._name(whose, cell)
            else:
                found.append(all_undated(row) if whose is Whose.UNKNOWN else row)
        return found

    def _labelled(self, row: GridRow, at: int | None) -> tuple[Whose | None, Cell]:
        """The year that the labels of a row name, and the label."""
        if at is not None and at < len(row):
            return self._years.whose(row[at].text), row[at]
        for cell in row:
            if is_number(cell):
                break
            whose = self._whose(cell.text)
            if whose in _NOT_OWN:
                return whose, cell
        return None, Cell("", (0, 0))


def _numeric(body: Iterable[GridRow], width: int) -> set[int]:
    """The positions at which most rows that have several numbers have one."""
    rows = [row for row in body if sum(map(is_number, row)) > 1]
    counts = Counter(i for row in rows for i, cell in enumerate(row[:width]) if is_number(cell))
    return {i for i, count in counts.items() if 2 * count >= len(rows)}


def _covered(row: GridRow, at: int) -> list[int]:
    """The positions that a head covers: its own, and blank ones behind one that is not merged."""
    own = [i for i, cell in enumerate(row) if cell.origin == row[at].origin]
    end = own[-1] + 1
    while len(own) == 1 and end < len(row) and is_blank(row[end].text):
        end += 1
    return [*own, *range(own[-1] + 1, end)]


def _chosen(row: Sequence[Cell], keep: Iterable[int]) -> tuple[Cell, ...]:
    """The cells at these positions, with origins that count only them."""
    first: dict[tuple[int, int], int] = {}
    found: list[Cell] = []
    for i in keep:
        if i < len(row):
            cell = row[i]
            column = first.setdefault(cell.origin, len(found))
            found.append(Cell(cell.text, (cell.origin[0], column)))
    return tuple(found)


def _is_across(row: GridRow, others: Collection[int]) -> bool:
    """Whether a cell without words stands under years of both kinds."""
    out = {cell.origin for i, cell in enumerate(row) if i in others}
    return any(cell.origin in out and not is_words(cell) for i, cell in enumerate(row) if i not in others)
