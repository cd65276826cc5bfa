"""The numbers of the tables as the rules want them: all at once, and each identity with its two sides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Final

from sections.form import TABLES, Identity, table_fields
from sections.report.report import Number, Report
from sections.rules.base import Context, Fix

_FIELDS: Final = table_fields()
_READ: Final = attrgetter(*_FIELDS)


class Same:
    """A report as a cache key: the very same object, since a report is frozen but not hashable."""

    __slots__ = ("report",)

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.report is self.report


@lru_cache(maxsize=8)
def _numbers(key: Same) -> dict[str, Number | None]:
    return dict(zip(_FIELDS, _READ(key.report), strict=True))


def numbers(report: Report) -> Mapping[str, Number | None]:
    """Every number of the three tables by field (件; the fees in 万元); None where there is none."""
    return _numbers(Same(report))


def fields_of(section: str) -> tuple[str, ...]:
    """The fields of one table, in reading order."""
    return TABLES[section].fields


@dataclass(frozen=True, slots=True)
class Broken:
    """An identity that does not hold, with the sums of both sides."""

    identity: Identity
    left: Number
    right: Number

    @property
    def difference(self) -> Number:
        """How far the sides are apart."""
        apart: Number = self.left - self.right
        return -apart if apart < 0 else apart


def filled(context: Context, one: Broken) -> str:
    """How the cell of a total was filled: with a number, or not at all."""
    return "留空" if _is_blank(context, one) else f"填{one.right}件"


def quoted(context: Context, one: Broken) -> str:
    """The total as it stands in the table, "" for a blank one."""
    return "" if _is_blank(context, one) else stands(one.right)


def _is_blank(context: Context, one: Broken) -> bool:
    return any(
        remark.kind == "blank" and remark.where == one.identity.where for remark in context.report.remarks
    )


def broken(context: Context, section: str, name: str) -> Iterator[Broken]:
    """The identities ``name`` of a table that do not hold.

    At work, what is unanswered counts nothing, and a side with no answer at all is not judged; in a finished
    or imported report an identity with an unknown cell is left to the rule about unknown cells."""
    cells = numbers(context.report)
    unsure = context.report.unreadable if context.report.unread else frozenset()
    for identity in TABLES[section].identities:
        if identity.name != name:
            continue
        left = [cells[field] for field in identity.left]
        right = [cells[field] for field in identity.right]
        if not context.drafting and (None in left or None in right):
            continue
        if unsure and not unsure.isdisjoint(identity.left + identity.right):
            continue
        known_left = [value for value in left if value is not None]
        known_right = [value for value in right if value is not None]
        if known_left and known_right and sum(known_left) != sum(known_right):
            yield Broken(identity, sum(known_left), sum(known_right))


def fits(cells: Mapping[str, Number | None], field: str, value: Number) -> bool:
    """Whether every identity of the cell holds, as far as known, with ``value`` in it."""
    for identity in TABLES[field.split(".", maxsplit=1)[0]].identities:
        sides = (identity.left, identity.right)
        if any(field in side for side in sides):
            left, right = (sum(value if one == field else cells[one] or 0 for one in side) for side in sides)
            if left != right:
                return False
    return True


def total_fix(cells: Mapping[str, Number | None], field: str, due: Number) -> Fix | None:
    """The total set to the sum of its parts, where that makes every other identity of it hold too.

    A total of part four stands in no other identity: there only one left at 0 is certainly the wrong side."""
    if field.startswith("disputes.") and cells[field] != 0:
        return None
    return Fix(f"总计改为{due}", field, value=int(due)) if due >= 0 and fits(cells, field, due) else None


def last_year(context: Context) -> Report | None:
    """Last year's report, where the one given really is of the year before."""
    last = context.last
    return last if last is not None and last.year == context.report.year - 1 else None


def plus(parts: Mapping[str, Number | None], most: int = 8) -> str:
    """「自然人3＋商业企业1」: the parts that are not 0, or 「均为0」."""
    named = [f"{label}{value}" for label, value in parts.items() if value]
    if not named:
        return "均为0"
    return "＋".join(named) if len(named) <= most else f"{'＋'.join(named[:most])}＋……"


def stands(value: Number | None) -> str:
    """A number as it is quoted in a message."""
    if value is None:
        return "空白"
    return format(value, "f") if isinstance(value, Decimal) else str(value)
