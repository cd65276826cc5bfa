import itertools
import json
import random
import re
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.read.blocks import RUNNING_HEAD, Aside, Grid, Paragraph
from app.documents.read.formats import pdf
from app.documents.read.formats.pdf_layout import Line, Piece, to_blocks
from app.documents.read.importer import NotAReport, read_report
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.support import made, printed
from tests.support import variations as v
from tests.support.read_reports import SHARED, assert_equal, assert_read, wrong

GOOD = printed.pdf(v.report(made.numbers()))


def read(data: bytes, folder: Path) -> Report:
    path = folder / "年报.pdf"
    path.write_bytes(data)
    return read_report(path)


FLAT = [
    name
    for name, vary in v.VARIATIONS.items()
    if not any(isinstance(part, v.Sheet) and part.inside for part in vary(v.report(made.numbers())))
]


@pytest.mark.parametrize("name", FLAT)
def test_a_printed_report_is_read_however_it_is_laid_out(name: str, tmp_path: Path) -> None:
    texts = made.numbers()
    assert_read(read(printed.pdf(v.VARIATIONS[name](v.report(texts))), tmp_path), texts)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(
    down=st.integers(0, 690),
    counts=st.lists(st.integers(0, 10**5), min_size=len(FORM.paths), max_size=len(FORM.paths)),
)
def test_a_page_may_turn_anywhere(
    down: int, counts: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = dict(zip(FORM.paths, map(str, counts), strict=True))
    assert_read(read(printed.pdf(v.report(texts), float(down)), tmp_path_factory.mktemp("pdf")), texts)


def test_running_heads_and_page_numbers_are_no_text(tmp_path: Path) -> None:
    texts = made.numbers()
    for down in (0.0, 300.0, 480.0):
        data = printed.pdf(v.report(texts), down, head="虚构县园林局2025年政府信息公开工作年度报告")
        assert_read(read(data, tmp_path), texts)


NOT_TOLD_APART = ("inner spaces", "a column 序号", "full-width digits")
"""Layouts that leave doubts without rules: words set apart like cells, numbers before the labels, and numbers
broken over lines."""


@pytest.mark.parametrize("name", FLAT)
def test_a_table_without_rules_is_read_by_where_its_words_stand(name: str, tmp_path: Path) -> None:
    texts = made.numbers()
    report = read(printed.pdf(v.VARIATIONS[name](v.report(texts)), ruled=False), tmp_path)
    found = wrong(report, texts)
    assert set(found.values()) <= {None}
    assert set(found) == report.unreadable
    assert found == {} or name in NOT_TOLD_APART
    assert report.problems.text == made.PROBLEMS


def test_a_printed_page_without_rules_holds_what_the_same_page_with_rules_does() -> None:
    folder = SHARED / "small"
    if not folder.exists():
        pytest.skip("needs the small reports")
    report, same = (read_report(folder / name) for name in ("m32-borderless.pdf", "m00-base.html"))
    assert report.unread == ()
    assert {path: report.number(path) for path in FORM.paths} == {p: same.number(p) for p in FORM.paths}
    assert (report.overview.text, report.problems.text) == (same.overview.text, same.problems.text)


def test_a_real_report_is_read_cell_by_cell() -> None:
    path = SHARED / "hongze-2023" / "source.pdf"
    if not path.exists():
        pytest.skip("needs the open report hongze-2023")
    report = read_report(path)
    assert_equal(report, json.loads((path.parent / "expected.json").read_text("utf-8")))
    assert any("其他处理" in note for note in report.notes)


def test_a_number_broken_over_lines_in_a_narrow_cell_is_one_number(tmp_path: Path) -> None:
    texts = made.numbers(requests__new__total="1234567890", requests__carried_out__other="987654321")
    assert_read(read(printed.pdf(v.report(texts)), tmp_path), texts)


@pytest.mark.parametrize(
    "cut", ["0999-7654321", "http://www.xugou.example.cn/gongkai", "yl@xugou.example.cn"]
)
def test_what_is_cut_at_the_margin_is_put_together(cut: str, tmp_path: Path) -> None:
    for before in (28, 31, 34):
        line = "字" * before + cut + "为本局对外公布的联系方式，欢迎公众来信来电反映问题和建议。"
        parts = [line if part == made.PROBLEMS else part for part in v.report(made.numbers())]
        assert read(printed.pdf(parts), tmp_path).problems.text == line


def test_numbers_below_each_other_with_room_beside_them_are_not_joined(tmp_path: Path) -> None:
    texts = made.numbers(requests__new__total="12\n34")
    report = read(printed.pdf(v.report(texts)), tmp_path)
    assert [(place.where, place.raw) for place in report.unread] == [("requests.new.total", "12\n34")]


def piece(page: int, *rows: str) -> Piece:
    cells = [
        (60.0 * i, 20.0 * r, 60.0 * i + 60, 20.0 * r + 20, text)
        for r, row in enumerate(rows)
        for i, text in enumerate(row.split("|"))
    ]
    return Piece(page, cells)


def test_a_row_that_a_page_break_cuts_is_put_together() -> None:
    heads = "信息内容|本年制发件数|本年废止件数|现行有效件数"
    cut = [piece(1, heads, "行政规范性|3|12\u2060|4"), piece(2, "文件|||5", "规章|1|2|3")]
    (grid,) = to_blocks(cut)
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows[1:]] == [
        ["行政规范性\n文件", "3", "12", "4\n5"],
        ["规章", "1", "2", "3"],
    ]


@pytest.mark.parametrize(
    ("begun", "rest"),
    [
        ("2.其他", "法律行政法规禁止公开"),
        ("2.其他法", "律行政法规禁止公开"),
        ("6.", "属于四类过程性信息"),
        ("1.本机关", "不掌握相关政府信息"),
        ("1.申请人无正当理", "由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ],
)
def test_a_label_that_a_page_break_cuts_is_no_row_of_zeros(begun: str, rest: str) -> None:
    cut = [
        piece(1, f"{begun}|27|0|0|0|0|0|27"),
        piece(2, f"{rest}|||||||", "四、结转下年度继续办理|1|0|0|0|0|0|1"),
    ]
    (grid,) = to_blocks(cut)
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row][:2] for row in grid.rows] == [
        [f"{begun}\n{rest}", "27"], ["四、结转下年度继续办理", "1"],
    ]  # fmt: skip


def test_a_label_and_its_number_may_both_be_cut() -> None:
    cut = [
        piece(1, "5.|14\u2060|1|0|0|0|0|15"),
        piece(2, "要求行政机关确认或重新出具已获取信息|4|0|0|0|0|0|9"),
    ]
    (grid,) = to_blocks(cut)
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row][1:3] for row in grid.rows] == [["144", "1\n0"]]


def test_whole_rows_on_either_side_of_a_page_break_stay_apart() -> None:
    cut = [piece(1, "3.其他|165|1|0|0|0|0|166"), piece(2, "（七）总计|172|1|0|0|0|0|173")]
    (grid,) = to_blocks(cut)
    assert isinstance(grid, Grid)
    assert [row[1].text for row in grid.rows] == ["165", "172"]


def test_a_group_that_a_page_break_cuts_leaves_its_rows_apart() -> None:
    above = "（三）不予公|1.属于国家秘密|1|0|0|0|0|0|1"
    below = "开|2.其他法律行政法规禁止公开|2|0|0|0|0|0|2"
    (grid,) = to_blocks([piece(1, above), piece(2, below)])
    assert isinstance(grid, Grid)
    assert [row[2].text for row in grid.rows] == ["1", "2"]


def test_numbers_alone_on_a_page_do_not_run_into_the_heads_above() -> None:
    heads = "结果维持|结果纠正|其他结果|尚未审结|总计"
    (grid,) = to_blocks([piece(1, heads), piece(2, "1|2|3|4|10")])
    assert isinstance(grid, Grid)
    assert len(grid.rows) == 2


def test_a_table_goes_on_where_a_cell_merged_over_the_page_has_no_line() -> None:
    above = piece(1, "三、本年度办理结果|（三）不予公开|1.属于国家秘密|1|0|0|0|0|0|1")
    below = piece(2, "x|（三）不予公开|2.其他法律行政法规禁止公开|2|0|0|0|0|0|2")
    (grid,) = to_blocks([above, Piece(2, below.cells[1:])])
    assert isinstance(grid, Grid)
    assert [row[3].text for row in grid.rows] == ["1", "2"]
    moved = Piece(2, [(x0 + 25, top, x1 + 25, bottom, text) for x0, top, x1, bottom, text in below.cells[1:]])
    assert len(list(to_blocks([above, moved]))) == 2


def test_heads_of_which_a_page_break_takes_one_half_are_one_row() -> None:
    above = Piece(1, [
        (0.0, 0.0, 60.0, 40.0, "结果维持"), (60.0, 0.0, 120.0, 40.0, "结果纠正"),
        (120.0, 0.0, 240.0, 20.0, "未经复议直接起诉"),
    ])  # fmt: skip
    below = piece(2, "x|x|结果维持|结果纠正", "1|2|3|4")
    (grid,) = to_blocks([above, Piece(2, below.cells[2:])])
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[1]] == ["结果维持", "结果纠正", "结果维持", "结果纠正"]
    assert len({cell.origin for cell in grid.rows[1]}) == 4


def test_a_running_foot_may_count_its_pages() -> None:
    def lines(page: int) -> list[Line]:
        foot = f"https://www.example.gov.cn/zfxxgk/nb/2025/t20260115.html {page}/12"
        return [Line(f"第{page}段正文。", 60, 300, 12, page), Line(foot, 60, 400, 8, page, edge=True)]

    found = list(to_blocks([*lines(1), *lines(2)]))
    assert [block.text for block in found if isinstance(block, Paragraph)] == ["第1段正文。第2段正文。"]
    assert [one.reason for one in found if isinstance(one, Aside)] == [RUNNING_HEAD] * 2


# --- what must be refused -----------------------------------------------------------------------------


def _stream_of(size: int) -> bytes:
    packed = zlib.compress(b" " * size)
    head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    return re.sub(
        rb"<< /Filter /FlateDecode /Length \d+ >>\nstream\n", lambda _: head + packed, GOOD, count=2
    )


HOSTILE = {
    "scan": printed.pdf([]),
    "another document": printed.pdf(["今年的春游安排如下，请各位同事相互转告。" * 20]),
    "many pages": printed.pdf(["凑数的一段文字。" * 4000]),
    "nothing": b"%PDF-1.7\n%",
    "truncated": GOOD[: len(GOOD) // 3],
    "locked": GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Other /V 9 >>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_foreign_files_are_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotAReport) as refused:
        read(HOSTILE[name], tmp_path)
    assert str(refused.value).endswith("。")


@pytest.mark.parametrize(("a_page_takes", "is_read"), [(0.29, True), (9.0, False)])
def test_the_time_for_a_file_is_limited(a_page_takes: float, is_read: bool) -> None:
    ticks = itertools.count()
    data = printed.pdf(["凑数的一段文字。" * 400])

    def clock() -> float:
        return next(ticks) * a_page_takes

    if is_read:
        assert pdf.read_pdf(data, clock)
    else:
        with pytest.raises(NotAReport, match="时间太长"):
            pdf.read_pdf(data, clock)


def test_a_scan_and_a_locked_file_are_called_so(tmp_path: Path) -> None:
    with pytest.raises(NotAReport, match="扫描件"):
        read(HOSTILE["scan"], tmp_path)
    with pytest.raises(NotAReport, match="密码"):
        read(HOSTILE["locked"], tmp_path)


def test_a_page_that_unpacks_without_end_is_never_half_read(tmp_path: Path) -> None:
    try:
        report = read(_stream_of(100_000_000), tmp_path)
    except NotAReport:
        return
    assert set(wrong(report, made.numbers()).values()) <= {None}


def test_damaged_files_never_give_a_traceback(tmp_path: Path) -> None:
    source = random.Random(17)
    for _ in range(25):
        data = bytearray(GOOD)
        for _ in range(source.randint(1, 12)):
            data[source.randrange(len(data))] = source.randrange(256)
        try:
            report = read(bytes(data), tmp_path)
        except NotAReport:
            continue
        assert isinstance(report, Report)


def test_a_page_tree_that_holds_itself_ends(tmp_path: Path) -> None:
    report = read(GOOD.replace(b"/Kids [6 0 R", b"/Kids [2 0 R"), tmp_path)
    found = wrong(report, made.numbers())
    assert set(found.values()) <= {None}
    assert set(found) == report.unreadable


def test_what_is_read_of_a_damaged_file_is_what_was_written(tmp_path: Path) -> None:
    broken = re.sub(rb"startxref\n\d+", b"startxref\n1", GOOD)
    assert wrong(read(broken, tmp_path), made.numbers()) == {}
