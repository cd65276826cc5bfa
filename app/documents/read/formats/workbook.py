"""A workbook as nianbao writes it (.xlsx), or one laid out like it: its sheets as text and tables.

Every sheet is read up to its first empty column: last year's numbers beside a table are not this year's."""

import io
import math
import zipfile
from collections.abc import Sequence
from typing import Any, Final

from app.documents.read.blocks import BESIDE_TABLE, Aside, Block, Cell, Grid, Paragraph
from app.documents.read.errors import NotAReport
from app.documents.read.formats.sheet_rows import Row, text_and_tables
from app.documents.read.headings import heading_of
from app.documents.read.tables.numbers import is_blank
from app.documents.workbook_rows import GOES_ON

MARK: Final = b"xl/workbook.xml"
"""The part that every workbook has; its name stands in the package as it is."""
MOST_BYTES: Final = 50 * 1024 * 1024
MOST_SHEETS: Final = 40
MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 60
_DECIMALS: Final = 9
_WHOLE: Final = 4
"""Headings of a report whose text is whole."""
_BESIDE: Final = "工作表里空列右边的内容"
_RESAVE: Final = "请在 WPS 或 Excel 中打开它，把年报另存为 .docx 后再导入。"


def read_workbook(data: bytes) -> list[Block | Aside]:
    """The text and the tables of the sheets in their order, and what stands beside the tables.

    Where the sheets without a table hold the text of the whole report, they come first, and what the others
    say above and below their tables is left out.

    Raises ``NotAReport``."""
    from python_calamine import CalamineError, CalamineWorkbook

    _check(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets: list[list[Block]] = []
        beside: list[Aside] = []
        for name in book.sheet_names[:MOST_SHEETS]:
            sheet = book.get_sheet_by_name(name)
            rows = sheet.to_python(nrows=MOST_ROWS, skip_empty_area=False)
            merged = sheet.merged_cell_ranges or []
            texts = _with_blanks(_texts(rows), merged)
            wide = _width(texts, merged)
            sheets.append(_blocks([row[:wide] for row in texts], merged))
            beside += (Aside(text, _BESIDE) for row in texts for text in row[wide:] if not is_blank(text))
        return [*_in_order(sheets), *beside]
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise NotAReport("这个表格文件已经损坏，无法读取。", _RESAVE) from error


def _in_order(sheets: Sequence[Sequence[Block]]) -> list[Block | Aside]:
    """The sheets one after another, or the text of the whole report before the tables."""
    tabled = [blocks for blocks in sheets if any(isinstance(block, Grid) for block in blocks)]
    prose = [block for blocks in sheets if blocks not in tabled for block in blocks]
    texts = {block.text for block in prose if isinstance(block, Paragraph)}
    if len({heading_of(text) for text in texts} - {None}) < _WHOLE:
        return [block for blocks in sheets for block in blocks]
    others = [block for blocks in tabled for block in blocks]
    above = (block.text for block in others if isinstance(block, Paragraph) and block.text not in texts)
    tables = (block for block in others if isinstance(block, Grid))
    return [*prose, *tables, *(Aside(text, BESIDE_TABLE) for text in above)]


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_BYTES:
                raise NotAReport("文件展开后过大，不像是一份年报，没有读取。", "请确认选择的文件。")
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise NotAReport("这个表格文件已经损坏，无法读取。", _RESAVE) from error


def _texts(rows: list[list[Any]]) -> list[list[str]]:
    return [[_text(value) for value in row[:MOST_COLUMNS]] for row in rows]


def _with_blanks(texts: list[list[str]], merged: list[Any]) -> list[list[str]]:
    """The rows with the cells of blank columns that a merged one reaches over, which are not in the file."""
    last = max((end[1] + 1 for _, end in merged if end[1] < MOST_COLUMNS), default=0)
    return [[*row, *[""] * (last - len(row))] for row in texts]


def _width(texts: list[list[str]], merged: list[Any]) -> int:
    """The columns up to the first empty one."""
    most = max(map(len, texts), default=0)
    return next((c for c in range(most) if _is_empty(texts, c, merged)), most)


def _blocks(texts: list[list[str]], merged: list[Any]) -> list[Block]:
    """A sheet cut at its empty rows, and where text and tables meet."""
    origins = _origins(merged)
    blocks: list[Block] = []
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate([*texts, []]):
        if any(not is_blank(text) for text in row):
            rows.append((number, row))
        elif rows:
            for piece, is_text in text_and_tables(rows):
                blocks += (
                    _joined([text for _, row in piece for text in row if not is_blank(text)])
                    if is_text
                    else [_grid(piece, origins)]
                )
            rows = []
    return blocks


def _is_empty(texts: list[list[str]], column: int, merged: list[Any]) -> bool:
    covered = any(start[1] <= column <= end[1] for start, end in merged)
    return not covered and all(len(row) <= column or is_blank(row[column]) for row in texts)


def _origins(merged: list[Any]) -> dict[tuple[int, int], tuple[int, int]]:
    """Position -> the first position of the merged cell that covers it."""
    return {
        (row, column): (start[0], start[1])
        for start, end in merged
        if end[0] < MOST_ROWS and end[1] < MOST_COLUMNS
        for row in range(start[0], end[0] + 1)
        for column in range(start[1], end[1] + 1)
    }


def _grid(piece: Sequence[Row], origins: dict[tuple[int, int], tuple[int, int]]) -> Grid:
    """A table, without the columns on its right that are another one's."""
    texts = {(number, column): text for number, row in piece for column, text in enumerate(row)}
    filled = (column for (at, column), text in texts.items() if not is_blank(text) or (at, column) in origins)
    wide = max(filled, default=0) + 1

    def cell(at: tuple[int, int]) -> Cell:
        origin = origins.get(at, at)
        return Cell(texts.get(origin, ""), origin)

    return Grid(tuple(tuple(cell((number, c)) for c in range(min(wide, len(row)))) for number, row in piece))


def _joined(rows: list[str]) -> list[Block]:
    """Rows of text as paragraphs; one that goes on from the row above is put behind it."""
    texts: list[str] = []
    for row in rows:
        if texts and row.startswith(GOES_ON):
            texts[-1] += row.removeprefix(GOES_ON).rstrip()
        else:
            texts.append(row.strip())
    return [Paragraph(text) for text in texts]


def _text(value: Any) -> str:
    """What a cell shows of its value, without the error that a program makes when it works a number out."""
    if not isinstance(value, float) or not math.isfinite(value):
        return str(value)
    value = round(value, _DECIMALS)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
