"""A report that is being damaged, and the list of the kinds of damage."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

from tests.support import variations
from tests.support.variations import Put, Sheet

Rows = list[list[Put]]
STRANGE: Final = (
    "", "企业", "单位", "组织", "法人", "法人和非法人组织", "合计", "个人", "数量", "备注", "上年数", "维持",
    "类别",
)  # fmt: skip
MORE: Final = ("上年数", "同比", "备注", "序号", "上年同期", "")


@dataclass
class Draft:
    """The tables of a report by part (``before`` and ``again``: further ones of it), and what each cell may
    hold besides None."""

    chance: random.Random
    sheets: dict[str, Rows]
    truth: dict[str, set[int | Decimal]]
    others: dict[str, str] = field(default_factory=dict)
    """The numbers of another year."""
    captions: dict[str, str] = field(default_factory=dict)
    """The lines over tables."""

    def values(self, section: str) -> list[tuple[int, int]]:
        """The rows and places of all cells with numbers."""
        rows = self.sheets[section]
        return [(r, i) for r, row in enumerate(rows) for i, put in enumerate(row) if put.field]

    def value(self, section: str) -> tuple[int, int]:
        """A row and the place in it of a cell with a number."""
        return self.chance.choice(self.values(section))

    def data_rows(self, section: str) -> list[int]:
        """The rows that hold numbers."""
        return [r for r, row in enumerate(self.sheets[section]) if any(put.field for put in row)]

    def free_rows(self, section: str) -> list[int]:
        """The rows with numbers, but the first, over whose upper edge no cell reaches."""
        rows = self.sheets[section]
        return [
            r for r in self.data_rows(section)[1:]
            if all(r - above >= put.down for above in range(r) for put in rows[above] if above + put.down > r)
        ]  # fmt: skip

    def head(self, section: str) -> tuple[int, int]:
        """A row and the place in it of a head."""
        rows = self.sheets[section]
        first = self.data_rows(section)[0]
        found = [(r, i) for r, row in enumerate(rows[:first]) for i, put in enumerate(row)]
        return self.chance.choice(found)

    def label(self, section: str) -> tuple[int, int]:
        """A row and the place in it of a label."""
        rows = self.sheets[section]
        found = [(r, i) for r in self.data_rows(section) for i, put in enumerate(rows[r]) if not put.field]
        return self.chance.choice(found or [self.head(section)])

    def own_label(self, section: str) -> tuple[int, int]:
        """A row and the place in it of the label that stands beside its numbers."""
        r, _ = self.value(section)
        first = next(i for i, put in enumerate(self.sheets[section][r]) if put.field)
        return (r, first - 1) if first else self.head(section)

    def change(self, section: str, at: tuple[int, int], **new: Any) -> None:
        """The cell at that place with other properties."""
        row, i = at
        self.sheets[section][row][i] = replace(self.sheets[section][row][i], **new)

    def text(self, section: str, made: Callable[[str], str]) -> None:
        """The text of a cell with a number changed."""
        row, i = self.value(section)
        self.change(section, (row, i), text=made(self.sheets[section][row][i].text))

    def may_be_zero(self, section: str, field: str) -> None:
        """Where no sum can tell, a number that is not printed counts as 0."""
        if section == "proactive":
            self.truth[field].add(0)

    def columns(self, section: str) -> list[int]:
        """The columns of the table in which numbers stand."""
        found = {column for line in self.placed(section) for column, put in line if put.field}
        return sorted(found)

    def placed(self, section: str) -> list[list[tuple[int, Put]]]:
        """Every row with the column that each of its cells begins in."""
        return variations.placed(Sheet(tuple(map(tuple, self.sheets[section])), 0))

    def insert_column(self, section: str, at: int, made: Callable[[int], Put | None]) -> None:
        """A further column before column ``at``: in each row what ``made`` gives; where it gives nothing the
        cell on its left becomes wider, as one that reaches over it does."""
        filled: set[int] = set()
        for number, line in enumerate(self.placed(section)):
            new, row = made(number), list[Put]()
            for column, put in line:
                end = column + put.across
                if column < at < end or (end == at and new is None):
                    filled |= set(range(number, number + put.down))
                    row.append(replace(put, across=put.across + 1))
                    continue
                if column >= at and number not in filled and new is not None:
                    filled.add(number)
                    row.append(new)
                row.append(put)
            if number not in filled and new is not None:
                row.append(new)
            self.sheets[section][number] = row


Damage = Callable[[Draft, str], None]
DAMAGES: dict[str, Damage] = {}


def damage(made: Damage) -> Damage:
    """Name a function as one of the kinds of damage."""
    DAMAGES[made.__name__.replace("_", " ")] = made
    return made


def other_numbers(row: Iterable[Put]) -> Iterator[Put]:
    """The cells of a row with the numbers of another year."""
    for put in row:
        yield replace(put, text=str(int(put.text or 0) + 3), field="") if put.field else put
