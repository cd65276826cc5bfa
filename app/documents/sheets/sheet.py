"""What a collection sheet holds: questions by the department that has the answer, and the three tables.

Both kinds of file are grids of cells. The first cell of a line that is to be filled in holds a mark that is
not seen (``#proactive.published_total``), by which it is read back whatever else was changed: order, widths,
lines added."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.clean_text import cleaned

MARK: Final = "#"
_TITLE: Final = re.compile(r"nianbao/sheet/(\d+)\s+(.+)@(\d{4})")
VERSION: Final = 1
HEADS: Final = ("编号", "要填的事项", "单位", "上年", "今年（请填写）", "填写人")
GUIDE: Final = (
    "请在“今年”一列填写，没有的填0或“无”，不清楚的空着；在“填写人”一列写姓名，整组由一人填的写在组名那一行。"
)
TABLE_GUIDE: Final = "请在标有“今年”的行填写，没有的填0，不清楚的空着；填写人写在表名那一行。"


@dataclass(frozen=True, slots=True)
class Line:
    """A question: ``mark`` is its id, ``last`` and ``answer`` are as they are typed."""

    mark: str
    text: str
    unit: str
    last: str
    answer: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The questions whose answers one department has."""

    department: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: by column the path of its cell and, as text, last year's and this year's number; a
    cell that is not typed has no path."""

    label: str
    paths: tuple[str, ...]
    last: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table, of which the cells that are typed are asked for."""

    title: str
    department: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is asked for an organ's report of a year."""

    unit: str
    year: int
    groups: tuple[Group, ...]
    tables: tuple[SheetTable, ...]

    @property
    def title(self) -> str:
        """By which a file is known again."""
        return f"nianbao/sheet/{VERSION} {self.unit}@{self.year}"

    @property
    def name(self) -> str:
        """What people call it."""
        return f"{cleaned(self.unit)}{self.year}年政府信息公开工作年度报告数据收集表"


@dataclass(frozen=True, slots=True)
class Filled:
    """What stood in a sheet that came back: by mark or path the text, and who filled it in."""

    unit: str
    year: int
    version: int
    texts: dict[str, str]
    by: dict[str, str]
    at: dict[str, str]
    """Where each stands, as people find it: 「“第二部分”表第7行」."""


def group_rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """The grid of the questions, in which nothing commands a terminal."""
    yield from _cleaned(_group_rows(sheet))


def _group_rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    yield (sheet.title, f"{sheet.name}。{GUIDE}")
    yield HEADS
    for group in sheet.groups:
        yield (f"【{group.department}】", group.department, "", "", "", "")
        for line in group.lines:
            yield (f"{MARK}{line.mark}", line.text, line.unit, line.last, line.answer, "")


def table_rows(sheet: Sheet, table: SheetTable) -> Iterator[tuple[str, ...]]:
    """The grid of a table: two lines a row, of which this year's has the marks of its cells in the first."""
    yield from _cleaned(_table_rows(sheet, table))


def _cleaned(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    return (tuple(map(cleaned, row)) for row in rows)


def _table_rows(sheet: Sheet, table: SheetTable) -> Iterator[tuple[str, ...]]:
    yield (sheet.title, f"{sheet.name}。{TABLE_GUIDE}")
    yield (f"【{table.title}】", f"{table.department}，填写人：", "", "")
    yield (HEADS[0], "", "", *table.columns)
    for row in table.rows:
        marks = " ".join(f"{MARK}{path}" if path else "-" for path in row.paths)
        yield (marks, row.label, "今年", *row.answers)
        yield ("", row.label, "上年", *row.last)


def filled(grids: list[list[list[str]]], names: Sequence[str] = ()) -> Filled | None:
    """What stands in the grids of a file, called ``names``; None where no title of a sheet is among them."""
    cells = (cell for grid in grids for row in grid for cell in row)
    title = next((found for cell in cells if (found := _TITLE.search(cell))), None)
    if title is None:
        return None
    taken = Filled(title[2].strip(), int(title[3]), int(title[1]), {}, {}, {})
    for place, grid in enumerate(grids):
        _take(grid, names[place] if place < len(names) else "", taken)
    return taken


def _take(grid: list[list[str]], name: str, taken: Filled) -> None:
    whole_group = ""
    for line, cells in enumerate(grid, 1):
        row = [cell.strip() for cell in cells]
        first = row[0] if row else ""
        if first.startswith("【"):
            beside = row[1].partition("填写人：")[2] if len(row) > 1 else ""
            whole_group = " ".join(" ".join((beside, *row[2:])).split())
        elif first.startswith((MARK, "- ")):
            for mark in _take_row(first, row, whole_group, taken):
                taken.at[mark] = f"{name}第{line}行"


def _take_row(first: str, row: list[str], whole_group: str, taken: Filled) -> Iterator[str]:
    """The marks of what was filled in."""
    is_table = row[2:3] == ["今年"]
    marks = first.split(" ") if is_table else [first]
    answers = row[3:] if is_table else row[4:5]
    by = whole_group if is_table else (row[5] if len(row) > 5 and row[5] else whole_group)
    for mark, text in zip(marks, answers, strict=False):
        if mark.startswith(MARK) and text:
            taken.texts[mark.removeprefix(MARK)] = text
            taken.by[mark.removeprefix(MARK)] = by
            yield mark.removeprefix(MARK)
