import json
import random
import time
from pathlib import Path
from typing import Any

import pytest

from app.documents.read.importer import NotAReport, read_report
from app.documents.read.tables.space_tables import split_row
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.support import made
from tests.support.read_reports import SHARED, assert_equal, wrong


def read(data: bytes, folder: Path) -> Report:
    path = folder / "年报.txt"
    path.write_bytes(data)
    return read_report(path)


SHAPES = {
    "pipes": made.pipes,
    "tabbed rows": made.tabbed_rows,
    "tab-led cells": made.tab_led_cells,
    "bare cells": made.bare_cells,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_tables_pasted_in_any_shape_are_read(shape: str, tmp_path: Path) -> None:
    texts = made.numbers()
    report = read(made.text(texts, SHAPES[shape]).encode(), tmp_path)
    assert wrong(report, texts) == {}
    assert report.unread == ()
    assert report.overview.text == "\n".join(made.OVERVIEW)
    assert report.problems.text == made.PROBLEMS


def separated(sign: str, *given: Any) -> list[str]:
    """A row a line, all as long, cells set apart by a sign."""
    rows = (
        [cell.strip() for cell in line[1:-1].split("|")] for line in made.pipes(*given) if "--" not in line
    )
    return [
        sign.join(f'"{cell}"' if sign == "," in cell else cell for cell in row)
        for row in rows
        if len(row) > 1
    ]


@pytest.mark.parametrize("sign", ["，", ",", "；", ";", "\t\t"])
def test_tables_whose_cells_other_signs_set_apart_are_read(sign: str, tmp_path: Path) -> None:
    texts = made.numbers()

    report = read(made.text(texts, lambda *given: separated(sign, *given)).encode(), tmp_path)
    assert wrong(report, texts) == {}
    assert report.unread == ()


def test_a_comma_inside_a_number_moves_no_cell(tmp_path: Path) -> None:
    texts = made.numbers() | {"proactive.regulations.issued": "1,300"}
    text = made.text(texts, lambda *given: separated(",", *given)).replace('"1,300"', "1,300")
    assert read(text.encode(), tmp_path).number("proactive.regulations.issued") is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_every_encoding_gives_the_same_report(encoding: str, tmp_path: Path) -> None:
    text = made.text(made.numbers(), made.tab_led_cells)
    assert read(text.encode(encoding), tmp_path) == read(text.encode(), tmp_path)


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    text = made.text(made.numbers(), made.tab_led_cells)
    assert read(text.replace("\n", "\r\n").encode(), tmp_path) == read(text.encode(), tmp_path)


@pytest.mark.parametrize("shape", ["pipes", "tabbed rows", "tab-led cells"])
def test_blank_cells_are_zero_where_the_shape_keeps_them(shape: str, tmp_path: Path) -> None:
    blank = dict.fromkeys(FORM.paths, "") | {
        "requests.new.research": "4",
        "requests.new.total": "4",
        "disputes.reconsideration.upheld": "2",
        "disputes.reconsideration.total": "2",
    }
    report = read(made.text(blank, SHAPES[shape]).encode(), tmp_path)
    assert wrong(report, {field: text or "0" for field, text in blank.items()}) == {}


@pytest.mark.parametrize(
    "foot",
    [
        "扫一扫在手机打开当前页",
        "【打印本页】 【关闭窗口】",
        "上一篇：关于虚构河的公告",
        "手机扫码浏览",
        "友情链接",
        "返回顶部",
    ],
)
def test_what_a_page_prints_below_its_article_is_no_part_of_it(foot: str, tmp_path: Path) -> None:
    text = made.text(made.numbers(), made.tabbed_rows) + f"{foot}\n主办：虚构县人民政府办公室\n"
    assert read(text.encode(), tmp_path).other.text == made.OTHER


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_amount_with_its_unit_is_no_sentence(shape: str, tmp_path: Path) -> None:
    texts = made.numbers(proactive__fees="59,237.2449 万元")
    report = read(made.text(texts, SHAPES[shape]).encode(), tmp_path)
    assert str(report.number("proactive.fees")) == "59237.2449"


def test_lost_blanks_are_said_to_be_unplaceable_and_never_shift_a_row(tmp_path: Path) -> None:
    texts = made.numbers(requests__new__research="", proactive__regulations__repealed="")
    report = read(made.text(texts, made.bare_cells).encode(), tmp_path)
    doubtful = {place.where for place in report.unread}
    assert doubtful == {f for f in FORM.paths if f.startswith(("requests.new.", "proactive.regulations."))}
    assert all(report.number(field) is None for field in doubtful)
    assert set(wrong(report, texts | dict.fromkeys(doubtful, "0"))) == doubtful


def test_the_heading_variants_of_published_reports(tmp_path: Path) -> None:
    text = made.text(made.numbers(), made.tab_led_cells)
    for old, new in {
        "一、总体情况": "1、 总体情况",
        "五、存在的主要问题及改进情况": "五、当前的主要问题和下步改进措施",
        "四、政府信息公开行政复议、行政诉讼情况": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    }.items():
        text = text.replace(old, new)
    report = read(text.encode(), tmp_path)
    assert report.headings["overview"] == "1、 总体情况"
    assert report.problems.text == made.PROBLEMS
    assert report.unread == ()


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02" * 300, b"\xff\xfe\x00", b"\xef\xbb\xbf", "只有一句话。".encode(), b"| a | b |\n" * 50],
)
def test_text_that_is_no_report_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotAReport):
        read(data, tmp_path)


def test_shuffled_and_cut_text_never_gives_a_traceback(tmp_path: Path) -> None:
    source = random.Random(5)
    lines = made.text(made.numbers(), made.tab_led_cells).split("\n")
    for _ in range(40):
        some = source.sample(lines, source.randint(0, len(lines)))
        try:
            report = read("\n".join(some).encode(), tmp_path)
        except NotAReport:
            continue
        assert isinstance(report, Report)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("一是", "一是" * 20_000),
        ("本局按照", "一千二百" * 50_000),
        ("本局办公室", "在网站" * 30_000),
        ("信息先审后发", "公开政府信息" + "共计达" * 50_000),
    ],
    ids=["enumerations", "numbers", "websites", "linking words"],
)
def test_endless_paragraphs_are_searched_in_bounded_time(old: str, new: str, tmp_path: Path) -> None:
    data = made.text(made.numbers(), made.pipes).replace(old, new).encode()
    start = time.process_time()
    assert read(data, tmp_path).unread == ()
    assert time.process_time() - start < 5


@pytest.mark.parametrize("count", [20_000, 200_000])
def test_endless_rows_of_words_are_walked_in_bounded_time(count: int, tmp_path: Path) -> None:
    words = "".join(f"{'甲乙丙丁'[i % 4]}公开{i}项目名称 其他行政处罚{i} {i} {i + 1}\n" for i in range(count))
    start = time.process_time()
    with pytest.raises(NotAReport, match="篇幅"):
        read(f"二、主动公开政府信息情况\n{words}".encode(), tmp_path)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("行政许可 12", ["行政许可", "12"]),
        ("行 政 许 可 12", ["行政许可", "12"]),
        ("（一）予以公开 1 0 0 0 - 0 1", ["（一）予以公开", "1", "0", "0", "0", "-", "0", "1"]),
        ("自然人 法人或其他组织 总计", ["自然人", "法人或其他组织", "总计"]),
        ("行政事业性收费 1,200.5 万元", ["行政事业性收费", "1,200.5万元"]),
        ("1 234 567", ["1", "234", "567"]),
        ("12 0 3", ["12", "0", "3"]),
        ("本表由办公室填报 2025", ["本表由办公室填报 2025"]),
    ],
)
def test_a_line_is_cut_where_its_spaces_part_cells(line: str, cells: list[str]) -> None:
    assert split_row(line) == cells


@pytest.mark.parametrize(
    ("name", "truth"),
    [
        ("qijiang-mzj-2024/source.txt", "qijiang-mzj-2024/expected.json"),
        ("variants/c01-blank-zero.txt", "variants/c01-blank-zero.json"),
        ("variants/c04-markdown.md", "variants/c04-markdown.json"),
    ],
)
def test_real_reports_are_read_cell_by_cell(name: str, truth: str) -> None:
    if not (SHARED / name).exists():
        pytest.skip(f"needs the open report {name}")
    expected = json.loads((SHARED / truth).read_text("utf-8"))
    assert_equal(read_report(SHARED / name), expected.get("expected", expected))


def test_what_a_real_report_says_is_understood() -> None:
    path = SHARED / "qijiang-mzj-2024" / "source.txt"
    if not path.exists():
        pytest.skip("needs the open report qijiang-mzj-2024")
    report = read_report(path)
    found = {figure.id: (figure.value, figure.name, figure.last_year) for figure in report.figures}
    assert found["proactive.published_total"] == (699, "", None)
    assert found["proactive.wechat"] == (180, "", None)
    assert found["requests.new.total"] == (1, "", None)
    assert found["platform.items"] == (15, "惠民惠农财政补贴公示", 7)
    problems = [one.problem for one in report.problems.items]
    assert f"一是{problems[0]}；二是{problems[1]}。" in report.problems.text
    assert len(problems) == 2
    assert all(one.measure for one in report.problems.items)


def test_a_page_that_only_links_an_attachment_is_refused() -> None:
    path = SHARED / "variants" / "c10-attachment-page.html"
    if not path.exists():
        pytest.skip("needs the variant c10-attachment-page.html")
    with pytest.raises(NotAReport, match="附件"):
        read_report(path)


def test_one_endless_row_does_not_widen_all_the_others(tmp_path: Path) -> None:
    """Found by the fuzz run: every row was padded to the width of the widest before anything was counted."""
    path = tmp_path / "a.md"
    rows = "| 1 | 2 |\n" * 3000 + "| " * 3000
    path.write_text(f"二、主动公开政府信息情况\n{rows}\n", encoding="utf-8")
    with pytest.raises(NotAReport, match="篇幅远远超过一份年报"):
        read_report(path)
