"""Pages set in two columns: each is read to its end, and what goes over both ends both."""

from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from tests.support import made, printed
from tests.support import variations as v
from tests.support.read_reports import assert_read

GUTTER = 24.0
WIDE = (printed.INNER - GUTTER) / 2
LEADING = 18.0


class ColumnPrinter(printed.Printer):
    """Sets the paragraphs between two tables in two columns of one height; titles and tables go over both."""

    def __init__(self, down: float = 0) -> None:
        super().__init__(down)
        self._lines: list[tuple[float, str]] = []

    def paragraph(self, text: str) -> None:
        if text in made.TITLE:
            self._show(printed.WIDTH / 2 - len(text) * 8, self._y, text, 16)
            self._y -= 2 * LEADING
            return
        for number, line in enumerate(printed.wrapped(text, WIDE, printed.SIZE, indent=2)):
            self._lines.append((0.0 if number else 2 * printed.SIZE, line))

    def table(self, sheet: v.Sheet) -> None:
        self._flush()
        super().table(sheet)

    def finish(self) -> bytes:
        self._flush()
        return super().finish()

    def _flush(self) -> None:
        while self._lines:
            room = int((self._y - printed.MARGIN) / LEADING)
            half = min(-(-len(self._lines) // 2), room)
            if half < 1:
                self._turn()
                continue
            for column in (0, 1):
                for row, (indent, line) in enumerate(self._lines[column * half : (column + 1) * half]):
                    left = printed.MARGIN + column * (WIDE + GUTTER) + indent
                    self._show(left, self._y - row * LEADING, line)
            del self._lines[: 2 * half]
            self._y -= (half + 1) * LEADING


@pytest.mark.parametrize("down", [0.0, 200.0, 420.0])
def test_two_columns_are_read_one_after_the_other(down: float, tmp_path: Path) -> None:
    texts = made.numbers()
    printer = ColumnPrinter(down)
    for part in v.report(texts):
        if isinstance(part, str):
            printer.paragraph(part)
        else:
            printer.table(part)
    path = tmp_path / "年报.pdf"
    path.write_bytes(printer.finish())
    assert_read(read_report(path), texts)


def test_what_a_list_has_in_two_columns_is_no_page_of_two(tmp_path: Path) -> None:
    texts = made.numbers()
    listed = "联系人：陈明    电话：0999-7654321"
    parts = [f"{made.OTHER}{listed}" if part == made.OTHER else part for part in v.report(texts)]
    path = tmp_path / "年报.pdf"
    path.write_bytes(printed.pdf(parts))
    assert listed.replace(" ", "") in read_report(path).other.text.replace(" ", "")
