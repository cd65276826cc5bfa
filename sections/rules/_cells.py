"""The numbers of the tables as the rules want them: all at once, and each identity with its two sides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from sections.form.elements import Identity, IdentityKind, Row, Shape
from sections.form.model import Form
from sections.report.cells import Number
from sections.report.report import Report
from sections.rules.base import Context, Fix


class Same:
    """A report as a cache key: the very same object, since a report is frozen but not hashable."""

    __slots__ = ("report",)

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.report is self.report


class Numbers(dict[str, Number | None]):
    """The numbers of a report by path, with its form; None for a cell that the form does not have."""

    def __init__(self, report: Report) -> None:
        super().__init__(report.cells)
        self.form = report.form

    def __missing__(self, path: str) -> None:
        return None


@lru_cache(maxsize=8)
def _numbers(key: Same) -> Numbers:
    return Numbers(key.report)


def numbers(report: Report) -> Numbers:
    """Every number of the tables by path (件; money in 万元); None where there is none."""
    return _numbers(Same(report))


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


def quoted(context: Context, broken: Broken) -> str:
    """The total as it stands in the table, "" for a blank one."""
    return "" if _is_blank(context, broken) else stands(broken.right)


def _is_blank(context: Context, broken: Broken) -> bool:
    return any(
        remark.kind == "blank" and remark.where == broken.identity.where for remark in context.report.remarks
    )


def broken(context: Context, kind: IdentityKind, shape: Shape | None = None) -> Iterator[Broken]:
    """The identities of that kind (of tables of that shape alone) that do not hold.

    At work, what is unanswered counts nothing, and a side with no answer at all is not judged; in a finished
    or imported report an identity with an unknown cell is left to the rule about unknown cells."""
    cells = numbers(context.report)
    unsure = context.report.unreadable if context.report.unread else frozenset()
    for identity in _identities(context.report.form, kind, shape):
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


@cache
def _identities(form: Form, kind: IdentityKind, shape: Shape | None) -> tuple[Identity, ...]:
    return tuple(
        identity
        for table in form.tables.values()
        if shape is None or table.shape is shape
        for identity in table.identities
        if identity.kind is kind
    )


@lru_cache(maxsize=8)
def _doubtful(key: Same) -> frozenset[str]:
    cells = numbers(key.report)
    found: set[str] = set()
    for table in key.report.form.tables.values():
        for identity in table.identities:
            left, right = ([cells[path] or 0 for path in side] for side in (identity.left, identity.right))
            if sum(left) != sum(right):
                found.update(identity.left, identity.right)
    return frozenset(found)


def doubtful_cells(report: Report) -> frozenset[str]:
    """The cells of every identity that does not hold: one of each is wrong, whichever it is."""
    return _doubtful(Same(report))


def witnessed(report: Report, path: str) -> bool:
    """Whether other cells speak for this one: it stands in identities, and all of them hold."""
    identities = report.form.table_of(path).identities
    return path not in doubtful_cells(report) and any(
        path in identity.left + identity.right for identity in identities
    )


def fits(form: Form, cells: Mapping[str, Number | None], field: str, value: Number) -> bool:
    """Whether every identity of the cell holds, as far as known, with ``value`` in it."""
    for identity in form.table_of(field).identities:
        sides = (identity.left, identity.right)
        if any(field in side for side in sides):
            left, right = (sum(value if one == field else cells[one] or 0 for one in side) for side in sides)
            if left != right:
                return False
    return True


def mended_by(form: Form, cells: Mapping[str, Number | None], field: str, value: Number) -> str:
    """What ``value`` in the cell would make right: a column's total or the balance; 「」 for neither."""
    for identity in form.table_of(field).identities:
        sides = (identity.left, identity.right)
        if identity.kind is IdentityKind.ROW_TOTAL or not any(field in side for side in sides):
            continue
        before = [sum(cells[one] or 0 for one in side) for side in sides]
        after = [sum(value if one == field else cells[one] or 0 for one in side) for side in sides]
        if before[0] != before[1] and after[0] == after[1]:
            total = f"“{form.row_label(identity.where)}”"
            return total if identity.kind is IdentityKind.COLUMN_TOTAL else "收办勾稽关系"
    return ""


def total_fix(form: Form, cells: Mapping[str, Number | None], field: str, due: Number) -> Fix | None:
    """The total set to the sum of its parts, where that makes every other identity of it hold too.

    Of a total that stands in no other identity, only one left at 0 is certainly the wrong side."""
    if (
        cells[field] != 0
        and sum(field in identity.left + identity.right for identity in form.table_of(field).identities) == 1
    ):
        return None
    return (
        Fix(f"总计改为{due}", field, value=int(due)) if due >= 0 and fits(form, cells, field, due) else None
    )


def documents(form: Form) -> tuple[Row, ...]:
    """The rows of part two that count documents issued, repealed and in force."""
    table = form.tables["proactive"]
    return tuple(row for row in table.rows if f"proactive.{row.name}.in_force" in table.places)


def last_year(context: Context) -> Report | None:
    """Last year's report, where the one given really is of the year before."""
    last = context.last
    return last if last is not None and last.year == context.report.year - 1 else None


def years_before(context: Context) -> Iterator[Report]:
    """The reports of the years before, newest first: last year's, where it is known, then earlier ones."""
    last = last_year(context)
    if last is not None:
        yield last
    yield from (report for report in context.earlier if report.year < context.report.year - 1)


def plus(parts: Mapping[str, Number | None], most: int = 40) -> str:
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
