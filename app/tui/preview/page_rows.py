"""The pages of a report as lines of a pane: texts where they stand on the paper, tables with box lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.documents.outline import digits
from app.documents.pages import Line, Page, Rows
from app.documents.table_style import look_of
from app.tui.text.box_table import Box, draw, share
from app.tui.text.cell_width import width, wrap
from app.tui.text.rows import Row
from sections.form.elements import Cell
from sections.form.model import Form
from sections.report.report import Report

SMALL: Final = 76
LARGE: Final = 100
"""The paper's width in cells: to scale beside lines of 28 characters, and wider where there is room, so that
long numbers stand in one line."""
LEAST: Final = 40
"""On a smaller screen the sides of the paper are out of sight."""
TEXT: Final = 56
_STYLES: Final = {"title": "strong", "heading": "strong", "topic": "strong"}
_RULE: Final = "┄"


@dataclass(frozen=True, slots=True)
class Sheets:
    """All lines, and at which line each page begins."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]

    def page_at(self, line: int) -> int:
        """The page (from 1) on which ``line`` stands."""
        return sum(start <= line for start in self.starts)


def sheets(pages: tuple[Page, ...], report: Report, room: int, notes: Mapping[str, str]) -> Sheets:
    """``pages`` for a pane of ``room`` cells; ``notes`` are words under headings that are not printed."""
    paper = LARGE if room >= LARGE else min(SMALL, max(room, LEAST))
    side = " " * max((room - paper) // 2, 0)
    rows: list[Row] = []
    starts: list[int] = []
    for page in pages:
        starts.append(len(rows))
        for item in page.items:
            if isinstance(item, Rows):
                rows += [Row(((side + line, ""),), item.section) for line in _table(item, report, paper)]
            else:
                rows += _text(item, side, paper, notes, report.form)
        rows.append(_foot(page, side, paper, last=page is pages[-1]))
    return Sheets(tuple(rows), tuple(starts))


def _text(line: Line, side: str, paper: int, notes: Mapping[str, str], form: Form) -> Iterator[Row]:
    margin = side + " " * _margin(paper)
    before = (TEXT - width(line.text)) // 2 if line.style == "title" else int(2 * line.indent)
    heading = line.style == "heading"
    key = "" if heading and line.key not in form.tables else line.key
    room = paper - _margin(paper) - before
    for text in wrap(line.text, room):  # more narrow letters than cells
        yield Row(((margin + " " * before + text, _STYLES.get(line.style, "")),), key)
    if heading and line.key in notes:
        yield Row(((margin + "    " + notes[line.key], "muted"),), key)


def _margin(paper: int) -> int:
    return max((paper - TEXT) // 2, 0)


def _foot(page: Page, side: str, paper: int, last: bool) -> Row:
    """— n —, right on odd pages and left on even ones, in the rule between two pages."""
    number = f" — {page.number} — "
    inset = _margin(paper) + 2
    before = inset if page.number % 2 == 0 else paper - inset - width(number)
    rule = _RULE if not last else "─"
    return Row(
        (
            (side + rule * before, "muted"),
            (number, "strong"),
            (rule * (paper - before - width(number)), "muted"),
        )
    )


# --- tables -------------------------------------------------------------------------------------------


def _table(item: Rows, report: Report, paper: int) -> list[str]:
    form = report.form.tables[item.section]
    places = {row: place for place, row in enumerate(item.rows)}
    boxes = [box for cell in form.cells if (box := _box(cell, places, report)) is not None]
    needs = [_need(cell_boxes) for cell_boxes in _columns(boxes, form.width)]
    widths = share(look_of(form).widths, needs, paper - form.width - 1)
    return draw(boxes, widths)


def _box(cell: Cell, places: Mapping[int, int], report: Report) -> Box | None:
    """The part of a cell that stands in these rows."""
    rows = [places[row] for row in range(cell.row, cell.row + cell.rowspan) if row in places]
    if not rows:
        return None
    words = "\n".join(cell.text) if cell.vertical else cell.text
    text = words or digits(report.number(cell.path))
    pairs = cell.head and cell.colspan == 1 and len(text) in {4, 6}
    centred = bool(cell.path) or cell.head or cell.vertical
    return Box(rows[0], cell.col, text, len(rows), cell.colspan, centred, pairs)


def _columns(boxes: list[Box], count: int) -> list[list[Box]]:
    return [[box for box in boxes if box.col == col and box.colspan == 1] for col in range(count)]


def _need(boxes: list[Box]) -> int:
    """What a column needs: its longest number, or one Chinese character."""
    return max((width(box.text) for box in boxes if box.text.isascii()), default=2) if boxes else 2
