"""Two witnesses for every cell: where it stands under the heads, its order behind the label, and the sums.

A reader says which cell each path has by place, and by order. Where both agree, the cells are certain, even
if a sum does not hold, but not if none of several does and one holds of the cells beside. Where one is
missing or they disagree, an assignment counts that the row's own sums confirm, if no other assignment is
confirmed too; else the row is in doubt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from app.documents.read.blocks import Cell
from app.documents.read.tables.numbers import is_blank, read_number
from sections.form.elements import Identity, IdentityKind
from sections.form.model import Form

_MOST_OTHERS: Final = 2
"""Cells beside those of the form for which every other way to place the row is tried."""
Assignment = Mapping[str, Cell]
"""Path -> the cell that holds its number."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """What is known of a row: ``paths`` it should give, ``place`` and ``orders`` as they assign its
    cells, all
    its ``cells`` behind the label. ``is_short``: fewer cells than heads, one of which has no row in the
    form."""

    paths: Sequence[str]
    place: Assignment
    orders: Sequence[Assignment]
    cells: Sequence[Cell]
    is_short: bool = False
    has_strays: bool = False
    """Whether a number stands under no head, or a cell beside those of the form is blank."""
    torn: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    """The origins of cells that are merged over several of the paths or rows."""
    has_unheaded: bool = False
    """Whether a number stands under no head."""
    rivals: Sequence[Assignment] = ()
    """Assignments that are not likely; one that the sums confirm speaks against any other."""
    is_run: bool = False
    """Whether the place of the cells is no more than their order: rows have no lines of their own."""


def certain(row: Testimony, form: Form) -> tuple[Assignment, frozenset[str]]:
    """The assignment that two witnesses agree on, perhaps of some cells only, perhaps empty; and the
    paths whose
    cell is merged over several, which no sum confirms."""
    agreed = any(order.keys() >= row.place.keys() and _agree(row.place, order) for order in row.orders)
    placed = row.place if agreed and not _is_suspect(row, form) else {}
    torn = frozenset(path for path, cell in placed.items() if cell.origin in row.torn)
    if row.has_unheaded and placed.keys() == set(row.paths) and _has_rival(placed, row, form):
        return {}, frozenset()
    if row.is_short or (placed.keys() == set(row.paths) and not torn):
        return placed, torn
    confirmed = [cells for cells in (*row.orders, row.place) if _is_confirmed(cells, row, form)]
    whole = {path: cell for path, cell in placed.items() if path not in torn}
    confirmed = [cells for cells in confirmed if _agree(whole, cells)]
    if not confirmed or any(_values(cells) != _values(confirmed[0]) for cells in confirmed[1:]):
        return placed, torn
    if not placed and _has_rival(confirmed[0], row, form):
        return placed, torn
    return confirmed[0], frozenset()


def _has_rival(assigned: Assignment, row: Testimony, form: Form) -> bool:
    """Whether the sums hold for other numbers of the row too."""
    values = _values(assigned)
    return any(
        _values(cells) != values and _is_confirmed(cells, row, form)
        for cells in (*row.rivals, *_without_others(assigned, row))
    )


def _without_others(assigned: Assignment, row: Testimony) -> Iterator[Assignment]:
    """The assignments in the same order, and in that of the form, that leave out other cells of the row;
    blank ones at its ends aside."""
    filled = [i for i, cell in enumerate(row.cells) if not is_blank(cell.text)]
    cells = row.cells[filled[0] : filled[-1] + 1] if filled else []
    count = len(assigned)
    if count <= len(cells) <= count + _MOST_OTHERS:
        for chosen in combinations(cells, count):
            for order in {tuple(assigned), tuple(row.paths)}:
                yield dict(zip(order, chosen, strict=True))


def missing_blanks(assigned: Assignment, form: Form) -> set[str]:
    """The paths in doubt because a cell is blank in a sum that is not known to hold with 0 in its place: that
    cell and the one before it, which may be merged over it, or all cells where the blank stands at an end of
    the sum or the row, so that they may have moved."""
    blanks = {path for path, cell in assigned.items() if is_blank(cell.text)}
    if not blanks:
        return set()
    values = _values(assigned)
    row = list(assigned)
    found: set[str] = set()
    for identity in _row_sums(row, form):
        parts = {*identity.left, *identity.right}
        whole = all(values[path] is not None for path in parts)
        if whole and _sum(values, identity.left) == _sum(values, identity.right):
            continue
        if blanks & {row[0], row[-1]}:
            return set(assigned)
        order = [path for path in row if path in parts]
        beside = {left for left, right in pairwise(order) if right in blanks}
        found |= parts if blanks & {order[0], order[-1]} else (blanks & parts) | beside
    return found


def covered_blanks(assigned: Assignment) -> frozenset[str]:
    """The paths of blank cells behind one that is filled, and of that: one cell may be merged over all of
    them, and whose its number is no sum can tell."""
    if not any(is_blank(cell.text) for cell in assigned.values()):
        return frozenset()
    found: set[str] = set()
    before = ""
    for path, cell in sorted(assigned.items(), key=lambda pair: pair[1].origin):
        if not is_blank(cell.text):
            before = path
        elif before:
            found |= {before, path}
    return frozenset(found)


def is_blank_in_front(assigned: Assignment) -> bool:
    """Whether the first cell of a row is its only blank one, all others perhaps having moved by one."""
    blank = [cell.origin for cell in assigned.values() if is_blank(cell.text)]
    return (
        len(blank) == 1 < len(assigned)
        and blank[0] == min(cell.origin for cell in assigned.values())
        and any(read_number(cell.text) for cell in assigned.values())
    )


def _is_suspect(row: Testimony, form: Form) -> bool:
    """Whether cells may have moved to the side: the sums say so, or something beside the cells is
    odd, and no sum says that all is well."""
    sums = _row_sums(row.paths, form)
    if not row.has_strays:
        return len(sums) > 1 and _have_moved(row, sums)
    values = _values(row.place)
    known = [identity for identity in sums if {*identity.left, *identity.right} <= row.place.keys()]
    if sums:
        return len(known) < len(sums) or any(_sum(values, s.left) != _sum(values, s.right) for s in known)
    return len(row.paths) > 1 and (row.has_unheaded or any(is_blank(cell.text) for cell in row.cells))


def _have_moved(row: Testimony, sums: Sequence[Identity]) -> bool:
    """Whether several sums do not hold, but one of them does of the cells beside: a cell is gone, and what
    stands behind it has moved."""
    if row.torn or row.place.keys() != set(row.paths):
        return False
    printed = sorted(row.place, key=lambda path: row.place[path].origin)
    numbers = [read_number(row.place[path].text) or Decimal(0) for path in printed]
    own = dict(zip(printed, numbers, strict=True))
    wrong = [one for one in sums if _sum(own, one.left) != _sum(own, one.right)]
    if len(wrong) < 2:
        return False
    moved = [zip(printed, numbers[1:], strict=False), zip(printed[1:], numbers, strict=False)]
    return any(_adds_up(one, values) for values in map(dict, moved) for one in wrong)


def _adds_up(one: Identity, values: Mapping[str, Decimal]) -> bool:
    """Whether a sum holds that is not 0."""
    filled = [path for path in (*one.left, *one.right) if values.get(path)]
    whole = {*one.left, *one.right} <= values.keys()
    return whole and len(filled) > 1 and _sum(values, one.left) == _sum(values, one.right)


def before_wrong_sum(assigned: Assignment, form: Form) -> Assignment:
    """The cells before the first of those whose sum does not hold; all where every sum holds."""
    if not assigned:
        return {}
    values, row = _values(assigned), list(assigned)
    wrong = [
        min(row.index(path) for path in (*one.left, *one.right))
        for one in _row_sums(row, form)
        if _sum(values, one.left) != _sum(values, one.right)
    ]
    return {path: assigned[path] for path in row[: min(wrong, default=len(row))]}


def has_sums(paths: Sequence[str], form: Form) -> bool:
    """Whether the cells of a row add up to one of them."""
    return bool(_row_sums(paths, form))


def _row_sums(paths: Sequence[str], form: Form) -> tuple[Identity, ...]:
    """The sums in which cells of a row add up to another of it."""
    return _sums_of_row(tuple(paths), form)


@lru_cache(maxsize=1024)
def _sums_of_row(paths: tuple[str, ...], form: Form) -> tuple[Identity, ...]:
    known = set(paths)
    return tuple(
        identity
        for identity in form.table_of(paths[0]).identities
        if identity.kind is IdentityKind.ROW_TOTAL and {*identity.left, *identity.right} <= known
    )


def _agree(place: Assignment, order: Assignment) -> bool:
    return all(order[path].origin == cell.origin for path, cell in place.items())


def _is_confirmed(assigned: Assignment, row: Testimony, form: Form) -> bool:
    """Whether every path stands in a sum of the row, and all these hold with something to add up."""
    if assigned.keys() != set(row.paths) or len({cell.origin for cell in assigned.values()}) < len(assigned):
        return False
    values = _values(assigned)
    if None in values.values():
        return False
    sums = _row_sums(row.paths, form)
    added = {path for identity in sums for path in (*identity.left, *identity.right)}
    holds = all(_sum(values, identity.left) == _sum(values, identity.right) for identity in sums)
    return (
        bool(sums) and added == assigned.keys() and holds and (any(values.values()) or _all_zero(row.cells))
    )


def _all_zero(cells: Iterable[Cell]) -> bool:
    return all(is_blank(cell.text) or read_number(cell.text) == 0 for cell in cells)


def _values(assigned: Assignment) -> dict[str, Decimal | None]:
    return {path: read_number(cell.text) for path, cell in assigned.items()}


def _sum(values: Mapping[str, Decimal] | Mapping[str, Decimal | None], paths: Iterable[str]) -> Decimal:
    return sum((values[path] or Decimal(0) for path in paths), Decimal(0))
