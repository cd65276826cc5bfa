"""A collection sheet that came back: its cells, whichever kind of file it is."""

import io
import zipfile
from pathlib import Path
from typing import Any, Final

from app.documents.errors import DocumentError
from app.documents.sheets.sheet import VERSION, Filled, filled
from app.input_files import InputFileError, content_of

MOST_BYTES: Final = 20 * 2**20
SUFFIXES: Final = (".xlsx", ".docx")
_NOT_A_SHEET: Final = "请用 nianbao sheet 输出的表填写，不要删掉第一行和“编号”一列。"


def read_sheet(path: Path) -> Filled:
    """What was filled in. Raises ``DocumentError`` for a file that is no sheet, or of another version."""
    grids, names = _grids(path)
    taken = filled(grids, names)
    if taken is None:
        raise DocumentError(f"{path.name} 不是数据收集表。", _NOT_A_SHEET)
    if taken.version != VERSION:
        words = f"{path.name} 是第{taken.version}版的收集表，这个版本的年报助手只认第{VERSION}版。"
        raise DocumentError(words, "请更新年报助手，或者重新输出收集表。")
    return taken


def _grids(path: Path) -> tuple[list[list[list[str]]], list[str]]:
    """The grids, and what each is called."""
    try:
        data = content_of(path, MOST_BYTES)
    except InputFileError as error:
        raise DocumentError(error.message, _NOT_A_SHEET) from error
    except OSError as error:
        raise DocumentError(f"读不到 {path}。", "请检查路径和权限。") from error
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        return _of_workbook(data) if "xl/workbook.xml" in names else _of_word(data)
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError(f"{path.name} 不是数据收集表，或者已经损坏。", _NOT_A_SHEET) from error


def _of_workbook(data: bytes) -> tuple[list[list[list[str]]], list[str]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    pages = (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names)
    grids = [[[_text(cell) for cell in row] for row in page] for page in pages]
    return grids, [f"工作表“{name}”" for name in book.sheet_names]


def _text(cell: Any) -> str:
    """A cell as it is read on the screen: a whole number without its point."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _of_word(data: bytes) -> tuple[list[list[list[str]]], list[str]]:
    """The tables, and the paragraphs as a grid of their own."""
    from docx import Document

    document = Document(io.BytesIO(data))
    grids = [[[paragraph.text] for paragraph in document.paragraphs]]
    for table in document.tables:
        grids.append([[cell.text for cell in row.cells] for row in table.rows])
    return grids, ["正文", *(f"第{number}个表" for number in range(1, len(grids)))]
