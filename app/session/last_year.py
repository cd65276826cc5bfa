"""What a report is compared with: last year's of its organ, under whatever name, or of what it came from."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from sections.form.registry import written_form
from sections.organ_names import same_organ
from sections.report.cells import Number
from sections.report.report import Report
from sections.report.values import Quantity, Value
from store.database import Store
from store.errors import DamagedError
from store.model import Change, Preceding, ReportRecord, Status

_MOST_NAMED: Final = 2
_KIND: Final = "profile.kind"
_OF_ORGAN: Final = (_KIND, "profile.level", "profile.short_name")


@dataclass(frozen=True, slots=True)
class LastYear:
    """The report to compare with, None for none; in a sentence what that is where it is not simply the
    organ's own of last year."""

    report: Report | None = None
    words: str = ""
    asked: str = ""
    """In a sentence which numbers would follow from last year's report and are asked, because it has not got
    what they need."""
    whose: str = ""
    """The name, or the names, that the reports to compare with bear."""
    note: str = ""
    """What ``words`` say beyond whose report it is and what to do about it."""


def last_year(store: Store, organ: str, year: int, report_of: Callable[[ReportRecord], Report]) -> LastYear:
    """What the organ's report of ``year`` follows, as the store knows it."""
    found = store.preceding(organ, year)
    if not found.records:
        found = Preceding(_but_for_its_region(store, organ, year))
    if not found.records:
        missing = _missing(store, organ, year)
        return LastYear(words=missing and f"{missing}上年结转、现行有效等数字请直接填写。", note=missing)
    reports = [report_of(record) for record in found.records]
    if found.change is Change.SPLIT:
        # Which part of the numbers is this organ's nobody can know.
        report = reports[0].with_cells({}, facts={})
    else:
        report = reports[0] if len(reports) == 1 else together(reports)
    report = _described(report, store, organ, year)
    words, asked = _words(found, organ, year) + _left_aside(found), ""
    note = _reformed(found, year) + _left_aside(found)
    finished = all(record.status is not Status.DRAFT for record in found.records)
    if finished and found.change is not Change.SPLIT:
        asked = _not_carried(report, year)
    named = any(record.unit != organ for record in found.records)
    report = report.model_copy(update={"unit": organ}) if named else report
    return LastYear(report, words, asked, "、".join(record.unit for record in found.records), note)


def _described(report: Report, store: Store, organ: str, year: int) -> Report:
    """The report with what it does not say of its organ and the store knows: what was said of the organ, or
    what reports of earlier years have."""
    known: dict[str, Value] = {}
    for field in _OF_ORGAN:
        if field not in report.facts and not getattr(report.profile, field.partition(".")[2]):
            value = _said(store, organ, year, field)
            known |= {field: value} if value else {}
    return report.model_copy(update={"facts": {**report.facts, **known}}) if known else report


def _said(store: Store, organ: str, year: int, field: str) -> Value | None:
    """What was said of an organ, or stands in the newest earlier report; None where it cannot be read."""
    with suppress(DamagedError):
        if field == _KIND and (kind := store.kinds().get(organ)):
            return kind
        answers = (store.answer(record.id, field) for record in store.earlier(organ, year))
        return next((answer for answer in answers if answer), None)
    return None


def _not_carried(report: Report, year: int) -> str:
    """That numbers which follow from last year's report cannot, because it does not have them."""
    form = written_form(year)
    blank = [form.label(carry.path) for carry in form.carries if report.number(carry.last) is None]
    if not blank:
        return ""
    named = "、".join(f"“{label}”" for label in blank[:_MOST_NAMED])
    more = f"等{len(blank)}格" if len(blank) > _MOST_NAMED else ""
    return f"上年的年报没有{named}{more}要用的数，请直接填写。"


def _left_aside(found: Preceding) -> str:
    names = _quoted(found.aside)
    return f"由{names}划入的部分在它的年报里分不出来，没有计入上年的数。" if names else ""


def _words(found: Preceding, organ: str, year: int) -> str:
    if reformed := _reformed(found, year):
        return f"{reformed}上年的数字请直接填写。" if found.change is Change.SPLIT else reformed
    if all(record.unit == organ for record in found.records):
        return ""
    return f"上年对照的是{_quoted(found.records)}{year - 1}年的年报。"


def _reformed(found: Preceding, year: int) -> str:
    """How the reports of others that an organ follows count, where it is not as its own would."""
    names = _quoted(found.records)
    match found.change:
        case Change.MERGED if len(found.records) > 1:
            return f"上年对照的是合并前{names}{year - 1}年的年报，数字相加。"
        case Change.SPLIT:
            return f"本单位由{names}分立而来，只参考它{year - 1}年年报的文字。"
    return ""


def _quoted(records: Sequence[ReportRecord]) -> str:
    return "、".join(f"“{record.unit}”" for record in records)


def _missing(store: Store, organ: str, year: int) -> str:
    earlier = store.earlier(organ, year)
    if not earlier:
        return ""
    newest = f"最近的一份是{earlier[0].year}年的" if earlier[0].year < year - 1 else "只有更早的"
    return f"没有{year - 1}年的年报（{newest}），没有用来对照。"


def _but_for_its_region(store: Store, organ: str, year: int) -> tuple[ReportRecord, ...]:
    """Last year's report of the one organ whose name has a region more or less, and that has no report of
    ``year`` itself: it would be another organ."""
    near = [report for report in store.of_year(year - 1) if same_organ(report.unit, organ)]
    if len(near) != 1 or store.of_organ(near[0].unit, year) is not None:
        return ()
    return (near[0],)


def together(reports: Sequence[Report]) -> Report:
    """The reports of organs that became one: their numbers added, the words of the first, every problem."""
    first = reports[0]
    cells = {path: _sum([report.number(path) for report in reports]) for path in first.form.paths}
    facts = {
        fact: value
        for fact, one in first.facts.items()
        if (value := _added([one, *(report.fact(fact) for report in reports[1:])])) is not None
    }
    items = tuple(item for report in reports for item in report.problems.items)
    problems = first.problems.model_copy(update={"items": items})
    return first.with_cells(cells, facts=facts, problems=problems, figures=())


def _sum(numbers: Sequence[Number | None]) -> Number | None:
    known = [number for number in numbers if number is not None]
    return sum(known, 0) if len(known) == len(numbers) else None


def _added(values: Sequence[Value | None]) -> Value | None:
    """The sum of exact counts; a fact that is no count, or not exact, stays what the first says."""
    first = values[0]
    if not isinstance(first, Quantity):
        return first
    counts = [value for value in values if isinstance(value, Quantity) and value.exact]
    return Quantity(sum(quantity.value for quantity in counts)) if len(counts) == len(values) else None
