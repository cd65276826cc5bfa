"""The sheet of the workbook with the prose: a paragraph a row, a long one in several."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.documents.outline import parts
from app.documents.workbook_rows import GOES_ON
from sections.language.sentences import placed_sentences
from sections.report.report import Report

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

DRAFT_MARK: Final = "【草稿】"
_COLUMN: Final = 72
"""Characters of the column: less than a page's width, whatever a program takes for the width of one."""
_LINE: Final = 34
"""Chinese characters that a line holds at the least, and the points it takes."""
_POINTS: Final = 15.5
_MOST_LINES: Final = 10
"""Lines of a row: a page turns between rows, and a row of more than 409 points is cut off."""


def write_prose(
    sheet: "Worksheet", report: Report, prose: "Format", heading: "Format", draft: "Format | None"
) -> None:
    """Write the sheet; ``draft`` is how 草稿 is marked, None for a final report."""
    sheet.set_column(0, 0, _COLUMN)
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5)
    row = 0
    if draft:
        sheet.write_string(row, 0, DRAFT_MARK, draft)
        sheet.set_header(f"&R{DRAFT_MARK}")
        row += 1
    for part in parts(report):
        if part.kind == "table":
            continue
        style = prose if part.kind in {"text", "signature"} else heading
        for number, piece in enumerate(pieces(part.text)):
            sheet.write_string(row, 0, f"{GOES_ON if number else ''}{piece}", style)
            sheet.set_row(row, _POINTS * _lines(piece))
            row += 1


def pieces(text: str) -> Iterator[str]:
    """A paragraph in pieces that a row holds, parted behind sentences where they are short enough."""
    room, start, end = _MOST_LINES * _LINE, 0, 0
    for place, sentence in placed_sentences(text):
        behind = place + len(sentence)
        if behind - start > room and end > start:
            yield text[start:end]
            start = end
        end = behind
        while end - start > room:
            yield text[start : start + room]
            start += room
    if start < len(text):
        yield text[start:]


def _lines(text: str) -> int:
    return max(1, -(-len(text) // _LINE))
