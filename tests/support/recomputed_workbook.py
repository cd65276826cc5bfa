"""A workbook as LibreOffice works it out anew."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.support.rendering import soffice


def recomputed(data: bytes, folder: Path) -> CalamineWorkbook:
    """The workbook as LibreOffice saves it after working out every formula anew."""
    source = folder / "book.xlsx"
    source.write_bytes(without_values(data))
    subprocess.run(
        [soffice(), "--headless", f"-env:UserInstallation={(folder / 'lo').as_uri()}", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return CalamineWorkbook.from_path(folder / "out" / "book.xlsx")


def without_values(data: bytes) -> bytes:
    """The workbook with every cached result of a formula taken out, so that none can be mistaken for new."""
    return edited(data, lambda name, part: re.sub(r"(</f>)<v>[^<]*</v>", r"\1", part))


def edited(data: bytes, change: Callable[[str, str], str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                part = change(name, part.decode()).encode()
            target.writestr(name, part)
    return out.getvalue()


def cell(book: CalamineWorkbook, sheet: str, row: int, column: int) -> object:
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return rows[row][column]
