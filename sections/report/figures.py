"""The figures of a report: what its narrative says of the facts, and of a few totals of the tables."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sections.facts import FACTS, SUBJECTS
from sections.language.leads import has_other_doer, is_of_all_applications, is_replaced, is_whole
from sections.language.meant import is_meant, is_own_part, is_part_of_applications
from sections.language.numerals import normalise
from sections.language.owner import Owner, owner_of
from sections.language.quantities import quantities, years_of
from sections.language.statement import Statement
from sections.language.statements import OWN_ITEMS, statements
from sections.language.times import is_of_a_month, year_before
from sections.report.parts import Figure
from sections.report.published import TOTAL, totals_of
from sections.report.values import LocalItem

LONGEST: Final = 30_000
"""Characters of a paragraph that are searched; no paragraph of a report is longer."""
LONGEST_ALL: Final = 60_000
"""Characters of all paragraphs together that are searched; a report has some 8,000."""
_SECTIONS: Final = ("overview", "other", "opening")
_WITH_ITEMS: Final = frozenset(
    f"overview.{topic}" for topic in ("proactive", "requests", "management", "platform", "supervision")
)
_CELLS: Final = (
    "requests.new.total",
    "requests.carried_in.total",
    "requests.carried_out.total",
    "requests.granted.total",
    "requests.partial.total",
    "requests.total.total",
)
_SUMS: Final = (
    "requests.handled",
    "requests.denied",
    "requests.unavailable",
    "requests.rejected",
    "requests.handled_otherwise",
)
"""Of the applications, the totals that are kept, and those that the form has no cell for."""
_KEPT: Final = (*(fact for fact in FACTS if FACTS[fact].wordings), *_CELLS, *_SUMS)
_ASKED: Final = "requests.applications"
_ACCEPTED: Final = "requests.accepted"
_MEANT: Final = {_ACCEPTED: "requests.new.total"}
"""受理, and how many applications there were, is as good as 收到."""
_DEALT_WITH: Final = "requests.handled"
_IN: Final = "requests.carried_in.total"
_OUT: Final = "requests.carried_out.total"
_CARRIED: Final = frozenset({_IN, _OUT})
_WHOLE: Final = frozenset({"requests.new.total", _ACCEPTED, "requests.handled", "requests.total.total"})
_CHANNELS: Final = frozenset(f"proactive.{name}" for name in ("website", "wechat", "weibo", "other_channels"))
_BESIDE_PUBLISHED: Final = re.compile("主动公开[^，。；：、0-9]{0,10}[0-9]+[^，。；]{1,3}、")
"""「主动公开36件、」: what comes behind it in the list is no outcome of applications."""
_WITH_CARRIED: Final = re.compile(
    "[，（(]?(?:其中[，：]?(?:包?含)?|包?含|包括|为|即)(?:上一?年度?|去年|20[0-9]{2}年度?)(?:结转|转结)(?![至到入])"
)
"""Behind a number of applications: it counts those carried over as well."""
_CARRIED_ON: Final = re.compile("20[0-9]{2}年度?结?转[至到入]")
_LINK: Final = re.compile(r"(?:共|达|有|为)?\s?$")


@dataclass(frozen=True, slots=True)
class Said:
    """What paragraphs say of what an organ did in a year."""

    statements: list[Statement]
    """Each fact once, in the order of the facts; then the organ's own items as they come."""
    disputed: list[tuple[Statement, ...]]
    """What is said of a fact in numbers that differ, so that none of them is its number."""


def said_in(paragraphs: Mapping[str, str], year: int = 0, organ: str = "") -> Said:
    """What ``paragraphs`` (key as in ``report.PARAGRAPHS`` -> text) say of what ``organ`` did this year, in
    ``year``, where these are known."""
    found, items = _by_subject(paragraphs, year, organ)
    chosen = {subject: some[0] for subject, some in found.items() if some and not _differ(some)}
    return Said(
        [*(chosen[subject] for subject in _KEPT if subject in chosen), *items],
        [tuple(found[subject]) for subject in _KEPT if _differ(found.get(subject, []))],
    )


def statements_in(paragraphs: Mapping[str, str], year: int = 0, organ: str = "") -> list[Statement]:
    """What ``said_in`` them is told in no two numbers."""
    return said_in(paragraphs, year, organ).statements


def _by_subject(
    paragraphs: Mapping[str, str], year: int, organ: str
) -> tuple[dict[str, list[Statement]], list[Statement]]:
    """Subject -> what is said of it, of the surest kind there is; and the organ's own items."""
    found: dict[str, list[Statement]] = {}
    items: list[Statement] = []
    read: list[str] = []
    left = LONGEST_ALL
    owner = owner_of(organ, paragraphs.values())
    for key, raw in paragraphs.items():
        if not key.startswith(_SECTIONS):
            continue
        text = raw[: max(0, min(LONGEST, left))]
        left -= len(text)
        read.append(text)
        for statement in (
            one
            for one in (_renamed(said, year) for said in statements(text, key))
            if _is_of(one, year) and _is_meant(one, owner)
        ):
            if statement.subject == OWN_ITEMS:
                items += [statement] if key in _WITH_ITEMS else []
            elif not (statement.subject == TOTAL and _is_inside(statement)):
                found.setdefault(_MEANT.get(statement.subject, statement.subject), []).append(statement)
    found[TOTAL] = totals_of(found.get(TOTAL, []), read)
    return {subject: _of(subject, some) for subject, some in found.items()}, items


def _renamed(statement: Statement, year: int) -> Statement:
    """Under the subject that its words make of it: applications 「（含上年结转3件）」 are all that were dealt
    with, and what is carried from the year into the next is carried out."""
    if statement.subject == _ASKED and re.search("[数量]", statement.quote):
        statement = replace(statement, subject=_ACCEPTED)
    if statement.subject in _MEANT.keys() | _MEANT.values() and statement.number is not None:
        behind = statement.sentence[statement.number.stop :]
        return replace(statement, subject=_DEALT_WITH) if _WITH_CARRIED.match(behind) else statement
    if (
        statement.subject == _IN
        and year
        and statement.year == year + 1
        and _CARRIED_ON.search(statement.quote)
    ):
        return replace(statement, subject=_OUT, year=year)
    return statement


def _is_of(statement: Statement, year: int) -> bool:
    """Whether it tells what was done in the year of the report; a fact's number in another year that is named
    before it is not."""
    if not statement.of_this_year or _is_of_pieces(statement):
        return False
    if not year or statement.number is None:
        return True
    before = statement.sentence[: statement.number.start]
    if statement.name or statement.subject in FACTS:
        return statement.year == year if statement.year else year_before(before) in {0, year}
    if statement.year in {0, year}:
        return True
    named = years_of(before[statement.around[0] :])
    alone = statement.subject not in _CARRIED and "分别" not in before
    return alone and (not named or year in named)


def _is_meant(statement: Statement, owner: Owner) -> bool:
    """Whether it counts what the organ did in all."""
    if is_replaced(statement) or has_other_doer(statement, owner):
        return False
    if statement.subject in _WHOLE:
        return not is_part_of_applications(statement, owner) and is_of_all_applications(statement)
    return is_meant(statement, owner) and (statement.subject != TOTAL or is_whole(statement, owner))


def _is_of_pieces(statement: Statement) -> bool:
    """Whether it counts documents and no applications: 「主动公开36件、依申请公开4件、不予公开2件」."""
    if statement.subject not in _SUMS or statement.number is None:
        return False
    before = re.split("[；;]", statement.sentence[: statement.number.start])[-1]
    return bool(_BESIDE_PUBLISHED.search(before)) or (statement.measure == "条" and "信息" in statement.quote)


def _of(subject: str, said: list[Statement]) -> list[Statement]:
    """The surest of what is said of a subject, in other words too."""
    return [replace(statement, subject=subject) for statement in _surest(said)]


def _surest(said: list[Statement]) -> list[Statement]:
    """Of several statements of a subject those of the lowest rank, in their order; where what is told as a
    part is more than the whole, both."""
    least = min(map(_rank, said), default=())
    surest = [statement for statement in said if _rank(statement) == least]
    most = max((one.value or 0 for one in surest), default=0)
    parts = (one for one in said if one not in surest and _is_inside(one) and one.subject in FACTS)
    return said if any((one.value or 0) > most for one in parts) else surest


def _rank(statement: Statement) -> tuple[bool, ...]:
    """Of several numbers of a subject: the whole before a part; of a cell a number before the word that there
    was none and before what was said of it in other words."""
    if statement.subject in FACTS:
        return (_is_inside(statement) and statement.subject not in _CHANNELS,)
    return statement.none, statement.part, statement.subject in _MEANT


def _is_inside(one: Statement) -> bool:
    """Whether a number stands behind 其中 in its sentence up to a ；, and so is a part of another one."""
    if one.number is None:
        return False
    before = one.sentence[: one.number.start]
    return "其中" in re.split("[；;]", before)[-1] and not is_own_part(before)


def _differ(said: Sequence[Statement]) -> bool:
    """Whether a subject is told in several numbers, of which one would be a guess; those of several months
    are parts, be they alike."""
    if len(said) > 1 and any(map(_is_of_a_month, said)):
        return True
    return len({str(one.quantity if one.exact else one.quote) for one in said}) > 1


def _is_of_a_month(one: Statement) -> bool:
    words = one.sentence[: one.number.start] if one.number else ""
    return one.subject in FACTS and is_of_a_month(words)


def items_in(sentence: str, items: Iterable[LocalItem]) -> Iterator[Statement]:
    """The numbers of the organ's own items in ``sentence``, by the names that the clerk gave them."""
    plain = normalise(sentence)
    named = [item for item in items if item.name and item.name in plain]
    for number in quantities(plain) if named else ():
        before = _LINK.sub("", plain[: number.start])
        for item in named:
            if before.endswith(item.name) and plain[number.end :].lstrip().startswith(item.unit):
                span = len(before) - len(item.name), plain.index(item.unit, number.end) + len(item.unit)
                at = number.start, number.end
                yield Statement(OWN_ITEMS, plain[slice(*span)], span, plain, number, at, item.name)


def find_figures(paragraphs: Mapping[str, str]) -> list[Figure]:
    """What ``paragraphs`` say, as the report keeps it."""
    return figures_of(statements_in(paragraphs))


def figures_of(said: Iterable[Statement]) -> list[Figure]:
    """Statements as the report keeps them."""
    return [_figure(statement) for statement in said]


def _figure(statement: Statement) -> Figure:
    value = _value(statement)
    subject = SUBJECTS.get(statement.subject)
    last = statement.comparison.before(value) if statement.comparison and isinstance(value, int) else None
    named = statement.name or (subject.label if subject and statement.subject in _SUMS else "")
    measure = statement.measure or (subject.measure if subject else "")
    return Figure(
        id=statement.subject, value=value, quote=statement.quote, unit=measure, name=named, last_year=last
    )


def _value(statement: Statement) -> int | float | str:
    """A number as it is counted with, or the words of an approximate one."""
    quantity = statement.quantity
    if quantity is None:
        return float(statement.value or 0)
    return quantity.value if quantity.exact else re.sub(r"[,，' ]", "", str(quantity))
