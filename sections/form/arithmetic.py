"""The usual arithmetic of a table, declared for many cells at once: totals of rows and columns, balances."""

from collections.abc import Iterable

from sections.form.elements import Column, Derived, Identity, IdentityKind, Row


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
    return [Identity(kind, derived.path, derived.parts, (derived.path,)) for derived in derived]
