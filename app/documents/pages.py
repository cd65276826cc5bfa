"""How a report falls into pages: lines and table rows, without a word processor.

The model is that of the DOCX (``app.documents.write``): the type area of the layout, lines of exact height,
headings and rows that stay with what follows, no single first or last line of a paragraph on a page. It
agrees with a word processor within a page; it cannot know how the fonts there compaginator punctuation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import ceil
from typing import Final

from app.documents.layouts import GBT9704, Layout
from app.documents.line_breaks import lines_of
from app.documents.name_wrap import line_width, title_room
from app.documents.outline import Part, parts
from app.documents.signature_place import placed
from app.documents.table_style import (
    AFTER_TABLE,
    LABEL_INDENT,
    MARGIN,
    ROW_EXTRA,
    SMALL_LETTER,
    SMALL_LINE,
    column_widths,
    kept_rows,
    look_of,
    row_height,
)
from sections.form.elements import Cell, Shape
from sections.form.model import Table
from sections.report.report import Report

_SHORT_END: Final = 5
"""Lines of a last paragraph that may move to the next page with the signature."""
_STRETCHES: Final = range(8, 81, 8)
"""Twips by which rows may be higher, the least first: a line of text is some 20 in each row of part three."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. ``style`` is title, heading, topic, body or signature; ``key`` is the paragraph's
    (or the section's); ``indent`` counts characters from the left edge of the text."""

    text: str
    style: str = "body"
    key: str = ""
    indent: float = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table of the form that stand on one page, repeated heads included."""

    section: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number and what stands on it, from above. ``left`` is the room left below, in whole lines;
    ``wasted``: it is more than a quarter of the page."""

    number: int
    items: tuple[Line | Rows, ...]
    left: int = 0
    wasted: bool = False


@dataclass(slots=True)
class _Unit:
    """What is never parted: a line or a row, with its height; ``kept`` on a page with the next one."""

    height: int
    item: Line | tuple[str, int]
    kept: bool = False
    above: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """How a report falls into pages so that none but the last is more than a quarter blank.

    ``whole`` are the tables that stay on one page; the others go over and repeat their heads. ``holds_end``:
    the last paragraph stays with the signature as a whole; a long one may break, two lines at either side.
    ``stretch`` are twips added to the rows of the small tables, so that it breaks where it should;
    ``beneath`` cells whose numbers have a line beneath."""

    whole: frozenset[str]
    holds_end: bool
    pages: tuple[Page, ...]
    stretch: int = 0
    beneath: frozenset[str] = frozenset()

    @property
    def wastes(self) -> bool:
        """Whether a page but the last is more than a quarter blank."""
        return any(page.wasted for page in self.pages[:-1])


def pages_of(report: Report, layout: Layout = GBT9704) -> tuple[Page, ...]:
    """The pages of ``report`` as its DOCX would have them."""
    return plan_of(report, layout).pages


def plan_of(report: Report, layout: Layout = GBT9704, beneath: frozenset[str] = frozenset()) -> Plan:
    """The plan of ``report``: tables whole where that wastes no page, a signature that never stands alone.

    ``beneath`` are the cells whose numbers have a line beneath (the reviewer's edition)."""
    units = list(_units(report, layout, beneath))
    planner = _Planner(report, layout, units, list(_signature(report, layout)), beneath)
    first = _plan(planner, 0)
    if not first.wastes:
        return first
    others = (_plan(planner, stretch) for stretch in _STRETCHES)
    return next((plan for plan in others if not plan.wastes), first)


def _plan(planner: "_Planner", stretch: int) -> Plan:
    planner = planner.stretched(stretch)
    tables = planner.report.form.tables
    whole = frozenset(name for name, table in tables.items() if planner.may_be_whole(table))
    holds_end = len(_last_paragraph(planner.units)) <= _SHORT_END
    pages = planner.pages(whole, holds_end)
    while wasteful := _first_wasteful(pages, whole):
        whole -= {wasteful}
        pages = planner.pages(whole, holds_end)
    if planner.signed and not holds_end and _begins_with_signature(pages[-1]):
        holds_end, pages = True, planner.pages(whole, True)
    return Plan(whole, holds_end, pages, stretch, planner.beneath)


@dataclass(frozen=True, slots=True)
class _Planner:
    """What is to be put on pages; the signature apart."""

    report: Report
    layout: Layout
    units: list[_Unit]
    signed: list[_Unit]
    beneath: frozenset[str] = frozenset()

    def stretched(self, by: int) -> "_Planner":
        """The same with the rows of the small tables higher by so many twips."""
        looks = {name: look_of(table) for name, table in self.report.form.tables.items()}
        units = [
            replace(unit, height=max(unit.height, look.height + by))
            if isinstance(unit.item, tuple) and not (look := looks[unit.item[0]]).large
            else unit
            for unit in self.units
        ]
        return replace(self, units=units) if by else self

    def may_be_whole(self, table: Table) -> bool:
        """Whether a page holds the table with its heading and half a line to spare; the table of part two
        always turns the page."""
        rows = (unit for unit in self.units if isinstance(unit.item, tuple) and unit.item[0] == table.section)
        needed = sum(unit.height for unit in rows) + self.layout.line * 3 // 2
        return table.shape is not Shape.BANDED and needed <= self.layout.height

    def pages(self, whole: frozenset[str], holds_end: bool) -> tuple[Page, ...]:
        """The pages with these tables ``whole``."""
        tables = self.report.form.tables
        paginator = _Paginator(self.layout.height, self.layout.line, tables)
        loose = {name: kept_rows(table, whole=False) for name, table in tables.items()}
        end = set(map(id, _last_paragraph(self.units))) if self.signed and holds_end else set()

        def is_kept(unit: _Unit) -> bool:
            if isinstance(unit.item, tuple) and unit.item[0] not in whole:
                return unit.item[1] in loose[unit.item[0]]
            return unit.kept or id(unit) in end

        for chain in _chains([*self.units, *self.signed], is_kept):
            paginator.place(chain)
        return paginator.finish()


def _last_paragraph(units: list[_Unit]) -> list[_Unit]:
    """The lines of the paragraph before the signature, none where a table stands there."""
    lines: list[_Unit] = []
    for unit in reversed(units):
        if not isinstance(unit.item, Line) or unit.item.style != "body":
            break
        lines.insert(0, unit)
        if unit.item.indent:
            break
    return lines


def _first_wasteful(pages: tuple[Page, ...], whole: frozenset[str]) -> str:
    """The table whose staying whole leaves more than a quarter of a page blank, or an empty string."""
    for page, following in pairwise(pages):
        if page.wasted:
            first = next((item.section for item in following.items if isinstance(item, Rows)), "")
            if first in whole:
                return first
    return ""


def _begins_with_signature(page: Page) -> bool:
    lines = [item for item in page.items if not isinstance(item, Line) or item.text]
    return isinstance(lines[0], Line) and lines[0].style == "signature"


# --- units --------------------------------------------------------------------------------------------


def _units(report: Report, layout: Layout, beneath: frozenset[str]) -> Iterator[_Unit]:
    """Everything but the signature. Below the title stands an empty line, below a table some room."""
    before = ""
    for part in parts(report):
        if before == "title" != part.kind:
            yield _Unit(layout.line, Line(""))
        yield from _part(part, report, layout, beneath, above=AFTER_TABLE if before == "table" else 0)
        before = part.kind


def _part(part: Part, report: Report, layout: Layout, beneath: frozenset[str], above: int) -> Iterator[_Unit]:
    if part.kind == "title":
        yield from _title(part.text, layout)
    elif part.kind == "heading":
        yield _Unit(layout.line, Line(part.text, "heading", part.key, 2), kept=True, above=above)
    elif part.kind == "topic":
        yield _Unit(layout.line, Line(part.text, "topic", part.key, 2), kept=True)
    elif part.kind == "table":
        yield from _table(report.form.tables[part.key], layout, beneath)
    elif part.kind == "text":
        yield from _text(part, layout)


def _title(text: str, layout: Layout) -> Iterator[_Unit]:
    height = layout.title_size * 16
    room = title_room(layout)
    lines = lines_of(text, room, 0)
    if len(lines) > 1:
        lines = lines_of(text, min(line_width(text, room), room), 0)
    for line in lines:
        yield _Unit(height, Line(line, "title"), kept=True)


def _text(part: Part, layout: Layout) -> Iterator[_Unit]:
    lines = lines_of(part.text, layout.characters)
    for number, line in enumerate(lines):
        kept = number < len(lines) - 1 and number in {0, len(lines) - 2}
        yield _Unit(layout.line, Line(line, "body", part.key, 0 if number else 2), kept)


def _signature(report: Report, layout: Layout) -> Iterator[_Unit]:
    lines = placed(report.signature, layout) if report.signature else ()
    printed = [
        (text, placed.left) for placed in lines for text in lines_of(placed.text, ceil(placed.width), 0)
    ]
    for number, (text, left) in enumerate(printed):
        above = 0 if number else layout.line
        yield _Unit(layout.line, Line(text, "signature", "", left), number < len(printed) - 1, above)


# --- tables -------------------------------------------------------------------------------------------


def _table(form: Table, layout: Layout, beneath: frozenset[str]) -> Iterator[_Unit]:
    look, widths, kept = look_of(form), column_widths(form, layout), kept_rows(form, whole=True)
    for row in range(form.height):
        lines = 1 if look.large else max(_cell_lines(cell, widths) for cell in form.cells if cell.row == row)
        height = max(row_height(form, row, beneath), lines * SMALL_LINE + ROW_EXTRA)
        yield _Unit(height, (form.section, row), row in kept)


def _cell_lines(cell: Cell, widths: list[int]) -> int:
    """The lines of a cell of one row; a number never takes more than one."""
    if cell.rowspan > 1 or not cell.text:
        return 1
    room = sum(widths[cell.col : cell.col + cell.colspan]) - 2 * MARGIN
    if not (cell.head or cell.vertical):
        room -= LABEL_INDENT
    letters = max(room // SMALL_LETTER, 1)
    if cell.head and cell.colspan == 1 and len(cell.text) in {4, 6}:
        letters = min(letters, 2)
    return len(lines_of(cell.text, letters, 0))


# --- pages --------------------------------------------------------------------------------------------


def _chains(units: Iterable[_Unit], is_kept: Callable[[_Unit], bool]) -> Iterator[list[_Unit]]:
    """Units that belong on one page."""
    chain: list[_Unit] = []
    for unit in units:
        chain.append(unit)
        if not is_kept(unit):
            yield chain
            chain = []
    if chain:
        yield chain


@dataclass
class _Paginator:
    """Fills pages of ``height`` twips."""

    height: int
    line: int
    tables: Mapping[str, Table]
    done: list[Page] = field(default_factory=list)
    here: list[_Unit] = field(default_factory=list)
    used: int = 0
    heads: dict[str, list[_Unit]] = field(default_factory=dict)
    """The heads of each table that was begun."""

    def place(self, chain: list[_Unit]) -> None:
        """Put units on this page, on the next, or, where no page holds them, on several."""
        needed = sum(unit.height + unit.above for unit in chain)
        if self.used + needed > self.height and (needed <= self.height or self.used * 2 > self.height):
            self._turn()
        for unit in chain:
            if self.used + unit.height + unit.above > self.height:
                self._turn()
            if isinstance(unit.item, tuple):
                self._note_heads(unit, *unit.item)
            self._put(unit)

    def finish(self) -> tuple[Page, ...]:
        """All pages."""
        self._turn()
        return tuple(self.done)

    def _put(self, unit: _Unit) -> None:
        self.used += unit.height + (unit.above if self.here else 0)
        self.here.append(unit)

    def _turn(self) -> None:
        if self.here:
            left = max(self.height - self.used, 0)
            number, items = len(self.done) + 1, tuple(_items(self.here))
            self.done.append(Page(number, items, left // self.line, left * 4 > self.height))
        self.here, self.used = [], 0

    def _note_heads(self, unit: _Unit, section: str, row: int) -> None:
        """Remember the heads of a table, and repeat them where it goes on at the top of a page."""
        if row < self.tables[section].header_rows:
            self.heads.setdefault(section, []).append(unit)
        elif not self.here:
            for head in self.heads.get(section, ()):
                self._put(head)


def _items(units: list[_Unit]) -> Iterator[Line | Rows]:
    """Lines, and the rows of a table put together; room above is a line without text."""
    rows: list[tuple[str, int]] = []
    for unit in units:
        if rows and (isinstance(unit.item, Line) or unit.item[0] != rows[0][0]):
            yield Rows(rows[0][0], tuple(row for _, row in rows))
            rows = []
        if isinstance(unit.item, Line):
            if unit.above and unit is not units[0]:
                yield Line("")
            yield unit.item
        else:
            rows.append(unit.item)
    if rows:
        yield Rows(rows[0][0], tuple(row for _, row in rows))
