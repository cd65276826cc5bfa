"""Rows of which nothing tells the columns but the order of their numbers: the sums of the columns may speak
for another order, that the sums of the row do not tell from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from sections.form.elements import Identity, IdentityKind
from sections.form.model import Form
from sections.report.cells import Number

_Numbers = Mapping[str, Number | None]


def exchanged_rows(rows: Iterable[Sequence[str]], numbers: _Numbers, form: Form) -> list[Sequence[str]]:
    """Those of the rows, each given by its paths from left to right, of which two numbers exchanged, or one
    moved past others, make sums of their columns hold that do not, and no sum fail."""
    wrong = {
        path
        for identity in form.identities
        if identity.kind is not IdentityKind.ROW_TOTAL and _fails(identity, numbers)
        for path in (*identity.left, *identity.right)
    }
    if not wrong:
        return []
    return [
        row for row in rows if any(_holds(other, numbers, wrong, form) for other in _orders(row, numbers))
    ]


def _orders(row: Sequence[str], numbers: _Numbers) -> Iterator[dict[str, Number | None]]:
    """Path -> number where two of a row are exchanged or one is moved past others."""
    for at, to in combinations(range(len(row)), 2):
        places = row[at : to + 1]
        own = [numbers.get(path) for path in places]
        for other in ([own[-1], *own[1:-1], own[0]], [*own[1:], own[0]], [own[-1], *own[:-1]]):
            pairs = zip(places, own, other, strict=True)
            yield {path: new for path, old, new in pairs if new != old}


def _holds(changed: Mapping[str, Number | None], numbers: _Numbers, wrong: Set[str], form: Form) -> bool:
    """Whether numbers in the place of others make one of ``wrong`` sums hold, and none about them fail."""
    if wrong.isdisjoint(changed) or any(numbers.get(path) is None for path in changed):
        return False
    whole = {**numbers, **changed}
    about = [i for i in form.identities if not changed.keys().isdisjoint((*i.left, *i.right))]
    return not any(_fails(identity, whole) for identity in about)


def _fails(identity: Identity, numbers: _Numbers) -> bool:
    """Whether all numbers of a sum are known, and it does not hold."""
    left, right = ([numbers.get(path) for path in side] for side in (identity.left, identity.right))
    if None in left or None in right:
        return False
    return sum(n or 0 for n in left) != sum(n or 0 for n in right)
