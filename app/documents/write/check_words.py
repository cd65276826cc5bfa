"""The 勾稽 lines of a table in words, read off its declaration; rows by the numbers the form gives them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sections.form.elements import Carry, Column, Identity, IdentityKind, Row
from sections.form.model import Table

_NUMERAL: Final = re.compile(r"([一二三四五六七八九十]+)、|(（[一二三四五六七八九十]+）)")


def identity_words(table: Table, identity: Identity) -> str:
    """「一＋二＝三（七）＋四」, 「（七）总计＝各项结果之和」."""
    if identity.kind is IdentityKind.BALANCE:
        return f"{_sum(table, identity.left)}＝{_sum(table, identity.right)}"
    return f"{table.row(identity.right[0]).label}＝各项结果之和"


def carry_words(table: Table, carry: Carry) -> str:
    """「二＝上年的四」, 「规章现行有效＝上年＋制发－废止」."""
    row, column = table.row(carry.path), table.column(carry.path)
    if not (carry.plus or carry.minus):
        return f"{_numeral(row)}＝上年的{_numeral(table.row(carry.last))}"
    more = "".join(f"＋{_short(table.column(path))}" for path in carry.plus)
    less = "".join(f"－{_short(table.column(path))}" for path in carry.minus)
    return f"{row.label}{_short(column)}＝上年{more}{less}"


def carries_of(table: Table) -> Iterator[Carry]:
    """What follows from last year, and the totals that follow because all their parts do."""
    yield from table.carries
    lasts = {carry.path: carry.last for carry in table.carries if not (carry.plus or carry.minus)}
    totals = {derived.parts: derived.path for derived in table.derived}
    for derived in table.derived:
        before = tuple(lasts.get(part, "") for part in derived.parts)
        if before in totals:
            yield Carry(derived.path, totals[before])


def _sum(table: Table, paths: Iterable[str]) -> str:
    return "＋".join(_numeral(table.row(path)) for path in paths)


def _numeral(row: Row) -> str:
    """The number of a row with those of its groups; where it has none, its label."""
    found = [_NUMERAL.match(label) for label in (*row.groups, row.label)]
    return "".join(one[1] or one[2] for one in found if one) if found[-1] else row.label


def _short(column: Column) -> str:
    return (column.short or column.label).removeprefix("本年")
