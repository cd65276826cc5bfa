"""Where the lines of printed tables run, and how tables go on over pages."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from app.documents.read.blocks import Grid
from app.documents.read.formats.pdf_layout import Piece, to_blocks
from app.documents.read.formats.pdf_page import PrintedPage
from app.documents.read.formats.pdf_tables import tables_on
from app.documents.read.importer import NotAReport, read_report
from tests.support import made, printed
from tests.support import variations as v
from tests.support.read_reports import assert_read, wrong

DOT = 0.75


def page() -> PrintedPage:
    return PrintedPage(1, printed.WIDTH, printed.HEIGHT)


def rule(made: PrintedPage, start: tuple[float, float], end: tuple[float, float], dotted: bool) -> None:
    """A line from one point to another; dotted: as small squares."""
    if not dotted:
        made.take_rule(start, end)
        return
    (x0, y0), (x1, y1) = start, end
    count = int((x1 - x0 + y1 - y0) / DOT / 2)
    for i in range(count + 1):
        x, y = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
        corners = [(x, y), (x + DOT, y), (x + DOT, y + DOT), (x, y + DOT), (x, y)]
        for one, other in pairwise(corners):
            made.take_rule(one, other)


def table(made: PrintedPage, top: float, places: list[float], dotted: bool = False) -> None:
    """Two rows of 20 points between vertical lines at the places."""
    for y in (top, top + 20, top + 40):
        rule(made, (places[0], y), (places[-1], y), dotted)
    for x in places:
        rule(made, (x, top), (x, top + 40), dotted)


def test_columns_of_tables_below_one_another_stand_where_each_has_them() -> None:
    made = page()
    for number, middle in enumerate((100.0, 102.5, 105.0)):
        table(made, 100.0 * number, [50.0, middle, 200.0])
    assert [found[0][2] for found in tables_on(made)] == [100.0, 102.5, 105.0]


def test_a_dotted_line_is_one_line() -> None:
    made, lines = page(), page()
    table(made, 100.0, [50.0, 100.0, 150.0, 400.0], dotted=True)
    table(lines, 100.0, [50.0, 100.0, 150.0, 400.0])
    (found,), (right,) = tables_on(made), tables_on(lines)
    assert len(found) == len(right) == 6
    for box, same in zip(found, right, strict=True):
        assert box == pytest.approx(same, abs=1.0)


HEADS = "信息内容|本年制发件数|本年废止件数|现行有效件数"


def piece(number: int, *rows: str) -> Piece:
    cells = [
        (60.0 * i, 20.0 * r, 60.0 * i + 60, 20.0 * r + 20, text)
        for r, row in enumerate(rows)
        for i, text in enumerate(row.split("|"))
    ]
    return Piece(number, cells)


def rows_of(*pieces: Piece) -> list[list[str]]:
    (grid,) = to_blocks(pieces)
    assert isinstance(grid, Grid)
    return [[cell.text for cell in row] for row in grid.rows]


def test_heads_that_a_page_repeats_do_not_part_a_row_that_it_cuts() -> None:
    first = piece(1, HEADS, "行政规范性|3|12|4")
    assert rows_of(first, piece(2, HEADS, "文件|||", "规章|1|2|3")) == [
        HEADS.split("|"), ["行政规范性\n文件", "3", "12", "4"], ["规章", "1", "2", "3"],
    ]  # fmt: skip


def test_a_row_of_the_same_numbers_is_no_head() -> None:
    rows = ["规章|2|3|4", "行政规范性文件|6|7|8"]
    assert rows_of(piece(1, *rows), piece(2, *rows)) == [row.split("|") for row in [*rows, *rows]]


def test_numbers_with_marks_broken_over_lines_do_not_run_into_the_heads_above() -> None:
    heads = "结果维持|结果纠正|其他结果|尚未审结"
    assert rows_of(piece(1, heads), piece(2, "2\n8²|—\n—|3|4"))[1] == ["2\n8²", "—\n—", "3", "4"]


def test_numbers_of_two_rows_without_a_line_between_them_are_not_joined(tmp_path: Path) -> None:
    row = {"requests__new__total": "123456\n789012", "requests__new__enterprise": "3\n5"}
    path = tmp_path / "年报.pdf"
    path.write_bytes(printed.pdf(v.report(made.numbers(**row))))
    report = read_report(path)
    assert {"requests.new.total", "requests.new.enterprise"} <= {one.where for one in report.unread}
    assert wrong(report, made.numbers(requests__new__total="0")).get("requests.new.total") is None


def test_a_file_of_which_some_sums_are_wrong_is_called_damaged(tmp_path: Path) -> None:
    good = printed.pdf(v.report(made.numbers()))
    path = tmp_path / "年报.pdf"
    ends = [found.start() for found in re.finditer(rb"\nendstream", good)]
    path.write_bytes(good[: ends[2] - 1] + bytes([good[ends[2] - 1] ^ 1]) + good[ends[2] :])
    with pytest.raises(NotAReport, match="已损坏"):
        read_report(path)
    for end in ends:
        good = good[: end - 1] + bytes([good[end - 1] ^ 1]) + good[end:]
    path.write_bytes(good)
    assert wrong(read_report(path), made.numbers()) == {}


def test_a_dash_broken_over_lines_is_one_dash(tmp_path: Path) -> None:
    texts = made.numbers(requests__new__total="—\n—")
    path = tmp_path / "年报.pdf"
    path.write_bytes(printed.pdf(v.report(texts)))
    assert_read(read_report(path), {**texts, "requests.new.total": "0"})


def test_a_table_from_right_to_left_is_read_as_any_other(tmp_path: Path) -> None:
    texts = made.numbers()
    parts = [
        part if isinstance(part, str) else replace(part, rows=tuple(row[::-1] for row in part.rows))
        for part in v.report(texts)
    ]
    path = tmp_path / "年报.pdf"
    path.write_bytes(printed.pdf(parts))
    assert_read(read_report(path), texts)


def test_a_row_that_a_page_break_opens_on_one_side_is_closed_there() -> None:
    made = page()
    for x in (50.0, 100.0, 150.0, 200.0, 300.0, 400.0):
        rule(made, (x, 100.0), (x, 140.0), dotted=False)
    rule(made, (50.0, 100.0), (400.0, 100.0), dotted=False)
    rule(made, (200.0, 140.0), (400.0, 140.0), dotted=False)
    (found,) = tables_on(made)
    assert [box[:3:2] for box in found] == [(50, 100), (100, 150), (150, 200), (200, 300), (300, 400)]
