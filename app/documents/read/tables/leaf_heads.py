"""The lowest heads of a table, known or not, and what they and a row's cells say of each other."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from app.documents.read.blocks import Cell, Grid, GridRow
from app.documents.read.tables.cell_order import distinct
from app.documents.read.tables.numbers import is_blank
from app.documents.read.tables.witnesses import Assignment, Testimony

Origin = tuple[int, int]


def rows_covered(grid: Grid) -> Counter[Origin]:
    """How many rows each cell of a grid stands in."""
    return Counter(chain.from_iterable({cell.origin for cell in row} for row in grid.rows))


class LeafHeads:
    """Position -> the lowest head over it; several rows of heads are taken one after another."""

    def __init__(self) -> None:
        self._cells: dict[int, Cell] = {}
        self._names: dict[Origin, str] = {}
        self._over: dict[Origin, set[int]] = {}
        self._forgotten: set[Origin] = set()
        self._known: dict[int, str] | None = None
        """Position -> name, worked out anew when a row of heads was taken; so are the two that follow."""
        self._more: bool | None = None
        self._sequences: dict[int, list[str]] = {}
        self._is_settled = False

    def take(self, row: GridRow, heads: Mapping[int, str]) -> None:
        """One more row of heads; ``heads``: position -> the name of those that the form has."""
        self._changed()
        for i, cell in enumerate(row):
            if cell.text.strip() or i not in self._cells:
                self._cells[i] = cell
            if i in heads:
                self._names[cell.origin] = heads[i]

    def over(self, row: GridRow, positions: Collection[int]) -> None:
        """Remember the heads over others, which hold no numbers of their own."""
        self._changed()
        for i in positions:
            self._over.setdefault(row[i].origin, set()).add(i)

    def settle(self) -> None:
        """Forget the names under a head over others that reaches down to the numbers itself: one of
        those below
        is missing, and the rest has moved."""
        if not self._over or self._is_settled:
            return
        shown = {cell.origin for cell in self._cells.values()} & self._over.keys()
        self._changed()
        self._is_settled = True
        for origin in shown:
            for i in self._over[origin]:
                self._names.pop(self._cells[i].origin, None)
                self._forgotten.add(self._cells[i].origin)

    def _changed(self) -> None:
        self._known = self._more = None
        self._sequences.clear()
        self._is_settled = False

    @property
    def columns(self) -> dict[int, str]:
        """Position -> the name of the head over it, where it has one."""
        if self._known is None:
            names, cells = self._names, self._cells.items()
            self._known = {i: names[cell.origin] for i, cell in cells if cell.origin in names}
        return self._known

    def _sequence(self, start: int) -> list[str]:
        """The heads from ``start`` on from left to right, 「」 for those that the form does not have."""
        if start not in self._sequences:
            origins = dict.fromkeys(self._cells[i].origin for i in sorted(self._cells) if i >= start)
            self._sequences[start] = [self._names.get(origin, "") for origin in origins]
        return self._sequences[start]

    def _has_more(self) -> bool:
        """Whether there is a column beside those of the form, with a head or without."""
        if self._more is None:
            known, apart = self.columns, self._over.keys() | self._forgotten
            first = min(known, default=0)
            self._more = any(
                i > first and i not in known and cell.origin not in apart for i, cell in self._cells.items()
            )
        return self._more

    def testimony(
        self, row: GridRow, at: int, paths: Mapping[str, str], order: Sequence[str], *, here: int,
        covered: Mapping[Origin, int],
    ) -> Testimony:  # fmt: skip
        """What place and order say of a row whose label ends at ``at``; ``paths``: head -> path;
        ``order``: the heads in the order of reading, where their spans do not count."""
        if plain := self._plain(row, at, paths, order, covered):
            return plain
        behind = [(i, cell) for i, cell in enumerate(row) if i > at and cell.origin != row[at].origin]
        cells = distinct(cell for _, cell in behind)
        place, torn = self._placed(behind, paths)
        torn |= {cell.origin for cell in cells if covered.get(cell.origin, 1) > 1}
        sequence = self._sequence(at + 1)
        more, unheaded = self._has_more(), self._has_unheaded(behind)
        contradicted = bool(order) and [name for name in sequence if name in order] != list(order)
        if contradicted:
            sequence, place = [], place if len(place) == len(paths) else {}
        known = [name for name in sequence if name in paths]
        if _are_blocks(known):
            return Testimony(list(paths.values()), {}, [], cells)
        in_form = [name for name in paths if name in known]
        orders = [_zipped(sequence, cells, paths)]
        if not order and known != in_form:
            place = {}  # a head over some of them is missing: whether they have moved, only a sum can say
            if len(in_form) == len(paths):
                rest = iter(in_form)
                turned = [next(rest, "") if name in paths else "" for name in sequence]
                orders += [_zipped(turned, cells, paths), _zipped(in_form, cells, paths)]
        if self.columns.get(row[at].origin[1]) in paths:
            place = {}  # the head of a number stands over the labels
        if len(row) == len(self._cells) and not contradicted:
            spread = [cell for i, cell in _leaf_positions(behind, self._cells)]
            orders.append(_zipped(sequence, spread, paths))
        if not more:
            own = [cell for cell in cells if cell.origin[0] == here]
            filled = [cell for cell in cells if not is_blank(cell.text)]
            orders += [_zipped(order, some, paths) for some in (cells, own, filled) if order]
        told = [] if contradicted else _completed(sequence, list(paths))
        if told and not any(is_blank(c.text) for name, c in zip(sequence, cells, strict=False) if not name):
            orders.append(_zipped(told, cells, paths))
        return Testimony(
            list(paths.values()), place, [cells for cells in orders if cells], cells,
            is_short=more and len(cells) < len(sequence),
            has_strays=unheaded or (more and any(is_blank(cell.text) for _, cell in behind)), torn=torn,
            has_unheaded=unheaded,
        )  # fmt: skip

    def _plain(
        self, row: GridRow, at: int, paths: Mapping[str, str], order: Sequence[str],
        covered: Mapping[Origin, int],
    ) -> Testimony | None:  # fmt: skip
        """What a row says that has one cell of its own under every head, as most have."""
        cells, known = row[at + 1 :], self.columns
        if not len(cells) == len(order) == len(paths) or self._has_more():
            return None
        under = [known.get(i) for i in range(at + 1, len(row))]
        if not under == self._sequence(at + 1) == order or not paths.keys() <= set(order):
            return None
        origins = {cell.origin for cell in cells} - {row[at].origin}
        if len(origins) < len(cells) or any(covered.get(origin, 1) > 1 for origin in origins):
            return None
        place = {paths[name]: cell for name, cell in zip(order, cells, strict=True)}
        return Testimony(list(paths.values()), place, [place], list(cells))

    def _has_unheaded(self, behind: Iterable[tuple[int, Cell]]) -> bool:
        """Whether a number stands where no head is."""
        known = self.columns
        return any(
            i not in known
            and not is_blank(cell.text)
            and (i not in self._cells or not self._cells[i].text.strip())
            for i, cell in behind
        )

    def _placed(
        self, behind: Iterable[tuple[int, Cell]], paths: Mapping[str, str]
    ) -> tuple[dict[str, Cell], frozenset[Origin]]:
        """The cells under their heads, and those that stand under several."""
        heads: dict[str, set[Origin]] = {}
        under: dict[str, list[Cell]] = {}
        over: dict[Origin, set[Origin]] = {}
        for i, cell in behind:
            head = self._cells.get(i)
            if head is None:
                continue
            over.setdefault(cell.origin, set()).add(head.origin)
            name = self._names.get(head.origin, "")
            if name in paths:
                heads.setdefault(name, set()).add(head.origin)
                under.setdefault(name, []).append(cell)
        torn = frozenset(origin for origin, several in over.items() if len(several) > 1)
        placed = {name: _single(distinct(cells)) for name, cells in under.items() if len(heads[name]) == 1}
        place = {paths[name]: cell for name, cell in placed.items() if cell is not None}
        return {} if len(place) < len(placed) and has_blank(place) else place, torn


def _are_blocks(names: Sequence[str]) -> bool:
    """Whether several heads stand there twice: of which block the numbers are cannot be told."""
    return sum(count > 1 for count in Counter(names).values()) > 1


def has_blank(place: Assignment) -> bool:
    """Whether a head stands over no number; where another stands over two, the heads have moved."""
    return any(is_blank(cell.text) for cell in place.values())


def _single(cells: Sequence[Cell]) -> Cell | None:
    """The cell that holds the number where a head spans several."""
    filled = [cell for cell in cells if not is_blank(cell.text)]
    return (filled or list(cells))[0] if len(filled) < 2 else None


def _leaf_positions(
    behind: Iterable[tuple[int, Cell]], heads: Mapping[int, Cell]
) -> Iterable[tuple[int, Cell]]:
    """The cells, one for every head that they stand under: a row as wide as its heads counts by their
    spans."""
    under: dict[Origin, tuple[int, Cell]] = {}
    for i, cell in behind:
        if i in heads:
            kept = under.setdefault(heads[i].origin, (i, cell))
            if is_blank(kept[1].text):
                under[heads[i].origin] = (i, cell)
    yield from under.values()


def _zipped(names: Sequence[str], cells: Sequence[Cell], paths: Mapping[str, str]) -> Assignment:
    """The cells by the order of the heads, blank ones behind the last head aside; empty where they are not as
    many or a head stands there twice."""
    if any(not is_blank(cell.text) for cell in cells[len(names) :]) or len(cells) < len(names):
        return {}
    known = [name for name in names if name]
    if len(set(known)) < len(known):
        return {}
    return {paths[name]: cell for name, cell in zip(names, cells, strict=False) if name in paths}


def _completed(sequence: Sequence[str], names: Sequence[str]) -> list[str]:
    """The names of the form where the heads are as many and the known ones stand in its order."""
    fits = len(sequence) == len(names) and any(not name for name in sequence)
    return list(names) if fits and all(a in {"", b} for a, b in zip(sequence, names, strict=True)) else []
