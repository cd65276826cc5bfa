"""Tables that a document or a page has as lines or as boxes side by side are read as those of a text are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from sections.report.report import Report
from tests.support import made, writers
from tests.support import variations as v
from tests.support.read_reports import wrong

TEXTS = made.numbers()
TABBED = made.text(TEXTS, made.tabbed_rows).splitlines()


def read(name: str, data: bytes, folder: Path) -> Report:
    path = folder / name
    path.write_bytes(data)
    return read_report(path)


def assert_whole(report: Report) -> None:
    assert wrong(report, TEXTS) == {}
    assert report.unread == ()
    assert (report.unit, report.opening) == ("虚构县园林局", made.OPENING)
    assert report.overview.text == "\n".join(made.OVERVIEW)
    assert (report.problems.text, report.other.text) == (made.PROBLEMS, made.OTHER)


def typed(line: str) -> str:
    """A paragraph of Word whose tabs are its own."""
    said = "</w:t><w:tab/><w:t>".join(line.split("\t"))
    return f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"


@pytest.mark.parametrize("sign", ["\t", "   "], ids=["tabs", "spaces"])
def test_rows_of_a_word_file_set_apart_by_tabs_or_spaces(sign: str, tmp_path: Path) -> None:
    lines = [line.replace("\t", sign) for line in TABBED]
    assert_whole(read("年报.docx", made.package("".join(map(typed, lines))), tmp_path))


def test_tabs_of_a_paragraph_are_spaces_and_nothing_at_its_ends(tmp_path: Path) -> None:
    body = made.body(TEXTS)
    for said in (made.PROBLEMS, made.OTHER):
        body = body.replace(made.paragraph(said), typed(f"\t{said}\t"))
    assert_whole(read("年报.docx", made.package(body), tmp_path))


def div(cells: list[str]) -> str:
    return "".join(f'<div class="c">{cell}</div>' for cell in cells)


def span(cells: list[str]) -> str:
    return "".join(f"<span>{cell}</span>" for cell in cells)


BOXES: dict[str, Callable[[list[str]], str]] = {
    "flex": lambda cells: f'<div style="display:flex">{span(cells)}</div>',
    "row of a table by its style": lambda cells: f'<div style="display: table-row">{div(cells)}</div>',
    "row by a rule": lambda cells: f'<div class="line">{div(cells)}</div>',
    "row by its name": lambda cells: f'<div class="t-row">{div(cells)}</div>',
    "row by its role": lambda cells: f'<div role="row">{div(cells)}</div>',
    "list beside": lambda cells: f'<ul class="row">{"".join(f"<li>{cell}</li>" for cell in cells)}</ul>',
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_boxes_side_by_side_on_a_page(box: Callable[[list[str]], str], tmp_path: Path) -> None:
    lines = (box(line.split("\t")) if "\t" in line else f"<p>{line}</p>" for line in TABBED)
    page = f"<html><head><style>.line {{ display : flex }}</style></head><body>{''.join(lines)}</body></html>"
    assert_whole(read("年报.html", page.encode(), tmp_path))


def test_a_page_that_shows_the_report_as_it_was_typed(tmp_path: Path) -> None:
    text = "\n".join(TABBED)
    page = f"<html><body><div>首页 信息公开</div><pre>{text}</pre><div>关闭窗口</div></body></html>"
    report = read("年报.html", page.encode(), tmp_path)
    assert_whole(report)
    assert {"首页 信息公开", "关闭窗口"} <= {one.text for one in report.left_out}


def test_boxes_of_the_site_around_an_article_are_no_part_of_it(tmp_path: Path) -> None:
    menu = BOXES["flex"](["首页", "公开指南", "公开年报"])
    article = writers.html(v.report(TEXTS)).decode()
    page = f"<html><body>{menu}<div>{article}</div>{menu}</body></html>"
    assert_whole(read("年报.html", page.encode(), tmp_path))
