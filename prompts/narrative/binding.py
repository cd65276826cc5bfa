"""Binding: which numbers of a sentence are which facts, cells and indicators, by the one reading of prose.

A number is bound when two witnesses agree: its wording says what it counts, and that has this number. What is
read of last year's words is held against last year's report, what the clerk types against the answers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from prompts.narrative import focus
from prompts.narrative.amounts import Amounts
from prompts.narrative.indicators import name_of
from prompts.narrative.sentence import CHANGE, SHORT_NAME, YEAR, Slot
from prompts.recognition import recognised
from sections.facts import SUBJECTS
from sections.facts.profile import PROFILE
from sections.language.comparisons import comparisons
from sections.language.quantities import COUNTS, Number, quantities, reduced
from sections.language.statement import Statement
from sections.language.statements import OWN_ITEMS, statements
from sections.report.figures import items_in
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity

_CHANGE: Final = re.compile(r"[，,、]?(?:较|比|与|同比)")
_PROFILE: Final = tuple(
    fact.id for fact in PROFILE if fact.id.startswith("profile.") and fact.id != SHORT_NAME
)
_SHORTEST: Final = 5
"""Characters of a part of the contact that is looked for; a shorter one may be found anywhere."""
_CLOSED: Final = re.compile(
    r"《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕|第[0-9]+[条款项届次期]|[0-9一二三四五六七八九十]+日"
)
_SET: Final = frozenset({"工作日", "年", "月", "日", "小时", "号", "版"})
"""Measures of periods, dates and names: a number of theirs is no count."""
_UNKNOWN: Final = re.compile(r"(?!时|分钟|秒|热线|平台|便民|政务|网)[\u3400-\u9fff]")
"""What makes digits a count though the measure is none of the known: 18种."""
_LATIN: Final = re.compile("[A-Za-z0-9+.-]$")
_AMONG: Final = "中"
"""Between a whole and its part in the name of an own figure: 政策简明问答中市级."""
_SMALL: Final = 10
"""Up to this a numeral in Chinese is a way of speaking (「两个方面」) unless it is read as a fact."""


@dataclass(frozen=True, slots=True)
class Binding:
    """What was found in a sentence; places are of its text."""

    slots: tuple[Slot, ...]
    unbound: tuple[Number, ...]
    """Counts that nothing is known of."""
    said: tuple[Statement, ...]
    """Everything it says of this year."""

    def shifted(self, behind: int, by: int) -> "Binding":
        """As it is of the text with ``by`` characters more, or fewer, before what stands at ``behind``."""

        def start(place: int) -> int:
            return place + by if place >= behind else place

        def end(place: int) -> int:
            return place + by if place > behind else place

        return Binding(
            tuple(replace(slot, start=start(slot.start), end=end(slot.end)) for slot in self.slots),
            tuple(
                replace(one, start=start(one.start), end=end(one.end), stop=end(one.stop))
                for one in self.unbound
            ),
            tuple(replace(one, at=(start(one.at[0]), end(one.at[1]))) for one in self.said),
        )

    @property
    def denied(self) -> frozenset[str]:
        """Subjects of which it says in words that there was nothing."""
        return frozenset(statement.subject for statement in self.said if statement.none)


def bind(text: str, key: str, report: Report, naming: bool = False) -> Binding:
    """Bind the numbers of one sentence of the paragraph ``key`` to ``report``, whose sentence it is.

    With ``naming`` a count of part one that nothing asks about is an indicator by the name it has there, and
    a list of its focus, where the report has no answer, is what its words say."""
    amounts = Amounts(report)
    said = tuple(statement for statement in statements(text, key) if statement.of_this_year)
    slots = apart(
        [
            *_contact(text, report),
            *_short_name(text, report),
            *_items(text, report),
            *_numbers(text, said, amounts),
            *_years(text, report.year),
            *_focus(text, report, naming),
        ]
    )
    closed = [match.span() for match in _CLOSED.finditer(text)]
    unbound: list[Number] = []
    for number in quantities(text):
        if not _counts(text, number) or _within(
            number.start, [*closed, *((slot.start, slot.end) for slot in slots)]
        ):
            continue
        path = _indicator(text, number, slots) if key.startswith("overview.") else ""
        if path and (naming or (amounts.of(path) == number.quantity)):
            slots = apart([*slots, Slot(path, number.start, number.end), *_changes(text, number, path)])
        else:
            unbound.append(number)
    return Binding(slots, tuple(unbound), said)


def bound_numbers(text: str, key: str, amounts: Amounts) -> tuple[Slot, ...]:
    """The numbers of a sentence that are what ``amounts`` say, and their changes; no names, no years."""
    said = tuple(statement for statement in statements(text, key) if statement.of_this_year)
    return apart([*_numbers(text, said, amounts)])


def _indicator(text: str, number: Number, slots: tuple[Slot, ...]) -> str:
    """The path of an own indicator by the name it has; empty for one without, or with a name taken before."""
    if number.measure == "%" or number.quantity is None:
        return ""
    wholes = [slot for slot in slots if slot.end <= number.start and slot.path != YEAR and not slot.of_change]
    name = name_of(text, number, _called(wholes[0].path) if wholes else "")
    path = f"{OWN_ITEMS}:{name}"
    return path if name and all(slot.path != path for slot in slots) else ""


def _items(text: str, report: Report) -> Iterator[Slot]:
    """Numbers of the indicators that the clerk answered, by the names that they have there."""
    answered = report.fact(OWN_ITEMS)
    items = [item for item in answered if isinstance(item, LocalItem)] if isinstance(answered, tuple) else []
    for said in items_in(text, items):
        if any((item.name, item.quantity) == (said.name, said.quantity) for item in items):
            yield Slot(f"{OWN_ITEMS}:{said.name}", *said.at)
    for item in items:
        if _AMONG in item.name:
            yield from _part(text, item)


def _part(text: str, item: LocalItem) -> Iterator[Slot]:
    """The number of an own figure that is told as a part: 「收到的申请中，市级47件」, 「其中市级47期」."""
    cuts = (place for place, letter in enumerate(item.name) if letter == _AMONG)
    for whole, part in ((item.name[:place], item.name[place + 1 :]) for place in cuts):
        for number in quantities(text) if part and whole[-2:] in text else ():
            before = text[: number.start]
            if before.endswith(part) and whole[-2:] in before and number.quantity == item.quantity:
                yield Slot(f"{OWN_ITEMS}:{item.name}", number.start, number.end)


def _changes(text: str, number: Number, path: str) -> Iterator[Slot]:
    """The change that is told behind an indicator."""
    line = reduced(text)
    for told in comparisons(line):
        if told.number.start == number.start:
            end = line.origin(told.end)
            if (start := _CHANGE.search(text, number.stop, end)) is not None:
                yield Slot(f"{CHANGE}{path}", start.start(), end)


def _called(path: str) -> str:
    """What a slot counts, in words."""
    subject, _, name = path.partition(":")
    known = SUBJECTS.get(subject.partition("#")[0])
    return name or (known.label if known else "")


def _counts(text: str, number: Number) -> bool:
    if number.measure in _SET:
        return False
    if number.measure not in COUNTS and number.measure != "%":
        known = number.measure or _UNKNOWN.match(text, number.stop)
        return bool(known) and number.text[0].isdigit() and not _LATIN.search(text, 0, number.start)
    return number.text[0].isdigit() or not number.value or number.value > _SMALL


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def apart(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """In order; of two in one place the first found."""
    kept: list[Slot] = []
    for slot in slots:
        if not any(slot.start < other.end and other.start < slot.end for other in kept):
            kept.append(slot)
    return tuple(sorted(kept, key=lambda slot: slot.start))


def _numbers(text: str, said: tuple[Statement, ...], amounts: Amounts) -> Iterator[Slot]:
    for statement in sorted(
        said, key=lambda statement: (statement.at, statement.part, statement.subject == OWN_ITEMS)
    ):
        path = _path(statement, amounts)
        if statement.number is None or not path:
            continue
        yield Slot(path, *statement.at)
        if statement.comparison is not None and statement.span[1] > (stop := _stop(statement)):
            start = _CHANGE.search(text, stop, statement.span[1])
            if start is not None:
                yield Slot(f"{CHANGE}{path}", start.start(), statement.span[1])


def _stop(statement: Statement) -> int:
    """Where the measure of its number ends; its number is placed in its own sentence."""
    assert statement.number is not None
    return statement.at[1] + statement.number.stop - statement.number.end


def _path(statement: Statement, amounts: Amounts) -> str:
    """What a statement is bound to; empty where the report says another number or none."""
    quantity = statement.quantity
    if quantity is None:
        return ""
    if statement.subject == OWN_ITEMS:
        path = f"{OWN_ITEMS}:{statement.name}"
        return path if amounts.of(path) == quantity else ""
    for path, number in amounts.readings(statement.subject).items():
        if _same(number, quantity):
            return path
    return ""


def _same(known: Quantity, written: Quantity) -> bool:
    return known.value == written.value and known.exact == written.exact


def _years(text: str, year: int) -> Iterator[Slot]:
    for match in re.finditer(rf"(?<![0-9〔《])(?:{year})(?=年)", text):
        if not _within(match.start(), [m.span() for m in re.finditer("《[^《》]*》", text)]):
            yield Slot(YEAR, *match.span())


def _focus(text: str, report: Report, naming: bool) -> Iterator[Slot]:
    for found in focus.focus_lists(text):
        if focus.is_of(found, report, trusting=naming):
            yield Slot(found.fact, found.start, found.end)


def _contact(text: str, report: Report) -> Iterator[Slot]:
    for fact in _PROFILE:
        value = getattr(report.profile, fact.removeprefix("profile."))
        if isinstance(value, str) and len(value) >= _SHORTEST and value != report.unit:
            place = text.find(value)
            if place >= 0:
                yield Slot(fact, place, place + len(value))


def _short_name(text: str, report: Report) -> Iterator[Slot]:
    """Where the organ is called by its short name, as answered or as its text shows it; 我局 stays."""
    short = report.profile.short_name or recognised("profile.short_name", report)
    if not isinstance(short, str) or short.startswith("我") or short not in text:
        return
    full = [match.span() for match in re.finditer(re.escape(report.unit), text)] if report.unit else []
    for match in re.finditer(f"(?<![\\w]){re.escape(short)}", text):
        if not _within(match.start(), full):
            yield Slot(SHORT_NAME, *match.span())
