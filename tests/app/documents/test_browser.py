"""The page and the fragment in a real browser: room, borders, what a screen reader is told, printing."""

import io
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from app.documents.write.kinds import Edition, write
from tests.support import reports
from tests.support.browser import Browser
from tests.support.form import TABLES, label_of
from tests.support.hard_reports import hard
from tests.support.rendering import needs_chromium

pytestmark = [needs_chromium, pytest.mark.xdist_group("browser")]

HOSTILE = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>
* { border: none; border-style: none; margin: 0; padding: 0; }
table { border-collapse: separate; border-spacing: 0; border: 0 none; width: auto; }
td, th, .article td { border: 0 hidden transparent; border-width: 0; color: #999; font-size: 9px; }
.article table tr td { border-bottom: 0; }
IMPORTANT
</style></head><body><div class="article">FRAGMENT</div></body></html>"""
BORDERS = """[...document.querySelectorAll('td,th')].map(cell => {
  const style = getComputedStyle(cell);
  return ['Top', 'Right', 'Bottom', 'Left'].every(side =>
    parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] === 'solid');
})"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("chromium")) as running:
        yield running


def page(folder: Path, name: str, kind: str = "html") -> Path:
    report, last = reports.sample_with_last() if name == "sample" else (hard(name), None)
    path = folder / f"{name}.html"
    path.write_bytes(write(Edition(report, last, beside="年报.docx"), kind))
    return path


@pytest.mark.parametrize("width", [360, 900, 1280])
@pytest.mark.parametrize("name", [*reports.NAMES, "large-numbers", "name-of-40"])
def test_nothing_overflows_at_any_width(browser: Browser, tmp_path: Path, name: str, width: int) -> None:
    browser.open(page(tmp_path, name), width)
    assert browser.ask("document.documentElement.scrollWidth") <= width
    assert browser.ask("[...document.querySelectorAll('.scroll')].length") == 3
    cells = browser.ask(
        "[...document.querySelectorAll('td,th')].filter(c => c.scrollWidth > c.clientWidth + 1"
        " || c.scrollHeight > c.clientHeight + 1).map(c => c.textContent)"
    )
    assert cells == [], "text is cut off"
    outside = browser.ask(
        "[...document.querySelectorAll('.scroll')].filter(box => box.getBoundingClientRect().right"
        " > document.documentElement.clientWidth + 1).length"
    )
    assert outside == 0
    if width == 1280 and name != "large-numbers":
        assert browser.ask(
            "[...document.querySelectorAll('.scroll')].every(b => b.scrollWidth <= b.clientWidth)"
        )


@pytest.mark.parametrize("kind", ["html", "fragment"])
def test_every_cell_has_its_borders(browser: Browser, tmp_path: Path, kind: str) -> None:
    browser.open(page(tmp_path, "sample", kind))
    borders = browser.ask(BORDERS)
    assert len(borders) > 250
    assert all(borders)


@pytest.mark.parametrize("width", [360, 900, 1280])
def test_heads_of_four_and_six_characters_turn_between_words(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    browser.open(page(tmp_path, "city"), width)
    heads = browser.ask(
        "[...document.querySelectorAll('thead th span')].map(s => [s.textContent, s.getClientRects().length])"
    )
    assert {"维持", "纠正", "公益"} <= {text for text, _ in heads}
    assert all(len(text) == 2 and lines == 1 for text, lines in heads)


@pytest.mark.parametrize(
    "important", ["", "table, table *, .article td, .article th { border: none !important; }"]
)
def test_a_hostile_style_sheet_leaves_the_fragment_its_borders(
    browser: Browser, tmp_path: Path, important: str
) -> None:
    fragment = write(Edition(reports.sample()), "fragment").decode()
    path = tmp_path / "site.html"
    path.write_text(HOSTILE.replace("IMPORTANT", important).replace("FRAGMENT", fragment), encoding="utf-8")
    browser.open(path)
    borders = browser.ask(BORDERS)
    assert len(borders) > 250
    assert all(borders)
    assert browser.ask("getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"


def of_role(tree: list[dict[str, Any]], role: str) -> list[dict[str, Any]]:
    return [node for node in tree if not node["ignored"] and node["role"]["value"] == role]


def test_a_screen_reader_is_told_of_the_tables(browser: Browser, tmp_path: Path) -> None:
    browser.open(page(tmp_path, "sample"))
    tree = browser.tree()
    tables = of_role(tree, "table")
    assert [table["name"]["value"] for table in tables] == [
        "主动公开政府信息情况表",
        "收到和处理政府信息公开申请情况表",
        "政府信息公开行政复议、行政诉讼情况表",
    ]
    heads = {node["name"]["value"] for node in of_role(tree, "columnheader")}
    assert {"自然人", "商业企业", "总计", "结果维持", "现行有效件数"} <= heads
    rows = {node["name"]["value"] for node in of_role(tree, "rowheader")}
    assert {"行政规范性文件", "（一）予以公开", "2.重复申请", "四、结转下年度继续办理"} <= rows
    assert len(of_role(tree, "navigation")) == 1
    assert len(of_role(tree, "main")) == 1
    levels = [
        next(p["value"]["value"] for p in node["properties"] if p["name"] == "level")
        for node in of_role(tree, "heading")
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_number_says_what_it_counts(browser: Browser, tmp_path: Path) -> None:
    """The headers of each cell, resolved in the page, are the labels of its row and its column."""
    browser.open(page(tmp_path, "sample"))
    told = browser.ask(
        "Object.fromEntries(['proactive', 'requests', 'disputes'].map(name => [name,"
        " [...document.querySelectorAll(`#${name} td[headers]`)].map(cell => [cell.textContent,"
        " cell.headers.split(' ').map(id => document.getElementById(id).textContent)])]))"
    )
    report = reports.sample_with_last()[0]
    for section, form in TABLES.items():
        assert len(told[section]) == len(form.paths)
        for field, (number, labels) in zip(form.paths, told[section], strict=True):
            assert number == str(report.number(field))
            for part in label_of(field).split("·"):
                assert any(part in label or label in part for label in labels), (field, labels)


def test_pictures_say_in_words_what_they_show(browser: Browser, tmp_path: Path) -> None:
    browser.open(page(tmp_path, "sample"))
    pictures = [node for node in browser.tree() if node.get("role", {}).get("value") in {"image", "img"}]
    names = [node["name"]["value"] for node in pictures if not node["ignored"]]
    assert len(names) == 2
    assert all("2025年" in name and "2024年" in name for name in names)


def test_links_lead_into_the_page_and_to_the_document(browser: Browser, tmp_path: Path) -> None:
    browser.open(page(tmp_path, "sample"))
    links = browser.ask("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert all(
        browser.ask(f"document.querySelector('{link}') !== null") for link in links if link.startswith("#")
    )
    assert [link for link in links if not link.startswith("#")] == ["%E5%B9%B4%E6%8A%A5.docx"]
    assert browser.ask("performance.getEntriesByType('resource').length") == 0
    assert browser.ask("document.scripts.length") == 0


@pytest.mark.parametrize("name", ["sample", "city", "large-numbers"])
def test_it_prints_on_a4_without_the_navigation(browser: Browser, tmp_path: Path, name: str) -> None:
    browser.open(page(tmp_path, name))
    with pdfplumber.open(io.BytesIO(browser.pdf())) as pdf:
        assert {(round(one.width), round(one.height)) for one in pdf.pages} <= {(595, 842), (596, 842)}
        pages = [unicodedata.normalize("NFKC", one.extract_text()) for one in pdf.pages]
        text = "".join(pages)
        right = max(char["x1"] for one in pdf.pages for char in one.chars)
    assert "下载文字版" not in text
    assert "不是报告的组成部分" not in text
    assert "六、其他需要报告的事项" in text
    assert right <= 595 - 18 * 72 / 25.4 + 2
    numbers = [str(number) for number in hard(name).cells.values() if number]
    assert all(text.count(number) >= numbers.count(number) for number in set(numbers))
    for first, end in (("第二十条第(一)项", "行政事业性收费"), ("申请人情况", "四、结转下年度继续办理")):
        assert any(first in one and end in one for one in pages), f"the table from {first} is cut"
