"""Rows of which nothing tells the columns but the order of their numbers: the sums of the columns may speak
for another order, that the sums of the row do not tell from it."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from sections.form.elements import Identity, IdentityKind
from sections.form.model import Form
from sections.report.cells import Number

_Numbers = Mapping[str, Number | None]


def exchanged_rows(rows: Iterable[Collection[str]], numbers: _Numbers, form: Form) -> list[Collection[str]]:
    """Those of the rows, each given by its paths, of which two numbers make sums of their columns hold that
    do not, and no sum fail, where one stands in the other's place."""
    wrong = {
        path
        for identity in form.identities
        if identity.kind is not IdentityKind.ROW_TOTAL and _fails(identity, numbers)
        for path in (*identity.left, *identity.right)
    }
    return [
        row
        for row in rows
        if any(wrong & {*pair} and _holds(*pair, numbers, form) for pair in combinations(row, 2))
    ]


def _holds(one: str, other: str, numbers: _Numbers, form: Form) -> bool:
    """Whether no sum of two cells fails where each has the number of the other, and these differ."""
    changed = {**numbers, one: numbers[other], other: numbers[one]}
    if None in (numbers[one], numbers[other]) or numbers[one] == numbers[other]:
        return False
    about = [i for i in form.identities if {one, other} & {*i.left, *i.right}]
    return not any(_fails(identity, changed) for identity in about)


def _fails(identity: Identity, numbers: _Numbers) -> bool:
    """Whether all numbers of a sum are known, and it does not hold."""
    left, right = ([numbers.get(path) for path in side] for side in (identity.left, identity.right))
    if None in left or None in right:
        return False
    return sum(n or 0 for n in left) != sum(n or 0 for n in right)
