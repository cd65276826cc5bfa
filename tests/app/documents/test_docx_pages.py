"""The points of a perfect export (design/document.md §5) that its pages show, rendered by LibreOffice."""

import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from app.documents.write.docx import write_docx
from tests.support import reports
from tests.support.form import BANDS, HEADINGS, TABLES, TOPICS
from tests.support.rendering import needs_pages, needs_poppler, pdf_of

pytestmark = [needs_pages, pytest.mark.parametrize("name", reports.NAMES)]

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 79.35, 521.6, 104.9, 742.7
"""The type area in points from the page's upper left corner: 28 mm, 184 mm, 37 mm, 262 mm."""
FACES = {
    "body": "NotoSerif",
    "title": "Bousung",
    "heading": "NotoSans",
    "topic": "GBZenKai",
    "table": "Bousung",
    "digits": "Liberation",
}


@dataclass
class Page:
    chars: list[dict[str, Any]]
    tables: list[tuple[tuple[float, ...], list[list[str | None]]]]

    def lines(self, size: float = 16) -> list[str]:
        """The lines of letters of ``size`` points, from above."""
        found: dict[int, str] = {}
        for char in sorted(self.chars, key=lambda c: (round(c["bottom"]), c["x0"])):
            if abs(char["size"] - size) < 0.1:
                key = next((k for k in found if abs(k - char["bottom"]) < 8), round(char["bottom"]))
                found[key] = found.get(key, "") + char["text"]
        return [found[key] for key in sorted(found)]

    def text(self) -> str:
        return "".join(char["text"] for char in self.chars)


def pdf(name: str) -> Path:
    return pdf_of(write_docx(reports.named(name)))


@cache
def pages(name: str) -> list[Page]:
    with pdfplumber.open(pdf(name)) as opened:
        return [
            Page(page.chars, [(table.bbox, table.extract()) for table in page.find_tables()])
            for page in opened.pages
        ]


def body_chars(page: Page) -> list[dict[str, Any]]:
    return [char for char in page.chars if char["bottom"] < BOTTOM + 5 and char["text"].strip()]


def test_point_02_lines_of_a_page_and_characters_of_a_line(name: str) -> None:
    for page in pages(name):
        assert len(page.lines()) <= 22
        assert max(char["bottom"] for char in body_chars(page)) <= BOTTOM + 0.5
    if name != "city":
        return
    assert Counter(len(page.lines()) for page in pages(name))[22] >= 1
    full = [line for page in pages(name) for line in page.lines() if line in reports.UNBROKEN]
    assert [len(line) for line in full[:-1]] == [28] * (len(full) - 1)
    assert len(full) >= 5


def test_point_04_title_lines_stay_whole(name: str) -> None:
    shown = [line.replace(" ", "") for line in pages(name)[0].lines(22)]
    assert shown == [reports.named(name).unit, "2025年政府信息公开工作年度报告"]


def test_point_05_outline_of_six_headings(name: str) -> None:
    entries = list(pypdfium2.PdfDocument(pdf(name)).get_toc())
    assert [one.get_title() for one in entries if one.level == 0] == list(HEADINGS.values())
    assert [one.get_title() for one in entries if one.level == 1] == list(TOPICS.values())


@needs_poppler
def test_point_13_header_rows_are_header_cells(name: str) -> None:
    shown = subprocess.run(
        ["pdfinfo", "-struct", pdf(name)], capture_output=True, text=True, check=True
    ).stdout
    tags = Counter(re.findall(r"^ *(H1|Table|TH|TR|L)\b", shown, re.M))
    assert (tags["H1"], tags["Table"], tags["TR"]) == (6, 3, 14 + 28 + 4)
    assert tags["TH"] == sum(cell.head for form in TABLES.values() if form.header_rows for cell in form.cells)
    assert "/Scope /Column" in shown or "Scope: Column" in shown or "/Scope: Column" in shown


HEAD = {"requests": "申请人情况", "disputes": "行政复议"}
"""In the first row of a table, on every page on which it stands."""


def of_section(name: str, section: str) -> list[tuple[int, list[list[str | None]]]]:
    """The pages of a table, each with the rows that stand on it."""
    return [
        (number, rows)
        for number, page in enumerate(pages(name))
        for _, rows in page.tables
        if HEAD.get(section, "第二十条") in "".join(filter(None, rows[0]))
    ]


def test_point_14_tables_stay_together(name: str) -> None:
    for section in ("requests", "disputes"):
        found, form = of_section(name, section), TABLES[section]
        assert HEADINGS[section] in pages(name)[found[0][0]].text()
        assert sum(len(rows) - form.header_rows for _, rows in found) == form.height - form.header_rows
    assert len(of_section(name, "disputes")) == 1
    for _, rows in of_section(name, "proactive"):
        assert rows[0][0] in BANDS
        assert rows[-1][0] not in {*BANDS, "信息内容"}
    headings = {*HEADINGS.values(), *TOPICS.values()}
    for page in pages(name):
        assert page.tables or page.lines()[-1] not in headings


def test_point_15_tables_lie_inside_the_text_and_hide_nothing(name: str) -> None:
    for page in pages(name):
        for (left, top, right, bottom), rows in page.tables:
            assert left >= LEFT - 0.5
            assert right <= RIGHT + 0.5
            assert top >= TOP - 1
            assert bottom <= BOTTOM + 1
            for number in (text for row in rows for text in row if text and text[0].isdigit()):
                assert "\n" not in number or "." in number
    rows = [row for _, rows in of_section(name, "requests") for row in rows]
    shown = dict.fromkeys(text for row in rows for text in row if text)
    assert {"自然人", "总计", "商业\n企业", "社会\n公益\n组织", "其他"} <= set(shown)


def test_point_15_vertical_characters_stand_upright(name: str) -> None:
    letters: list[dict[str, Any]] = []
    for page in pages(name):
        for (left, top, _, bottom), rows in page.tables:
            if HEAD["requests"] in "".join(filter(None, rows[0])):
                column = [c for c in page.chars if c["x1"] < left + 21 and top + 40 < c["top"] < bottom]
                upright = [c for c in column if c["text"] in "三本年度办理结果"]
                assert len({round(c["x0"]) for c in upright}) <= 1
                letters += sorted(upright, key=lambda c: c["top"])
    assert "".join(c["text"] for c in letters) == "三本年度办理结果"


def test_point_17_page_numbers(name: str) -> None:
    for number, page in enumerate(pages(name), start=1):
        foot = [char for char in page.chars if char["top"] > BOTTOM]
        assert "".join(char["text"] for char in foot).strip() == f"— {number} —"
        assert {round(char["size"]) for char in foot} == {14}
        assert all(FACES["table"] in char["fontname"] for char in foot)
        if number % 2:
            assert max(char["x1"] for char in foot) == pytest.approx(RIGHT - 14, abs=1)
        else:
            assert min(char["x0"] for char in foot) == pytest.approx(LEFT + 14, abs=1)
        middle = sum((char["top"] + char["bottom"]) / 2 for char in foot) / len(foot)
        assert (middle - BOTTOM) / MM == pytest.approx(7, abs=0.5)


def test_point_18_signature_stands_where_it_should_and_not_alone(name: str) -> None:
    report = reports.named(name)
    if report.signature is None:
        return
    last = pages(name)[-1]
    organ, date = last.lines()[-2:]
    assert organ == report.signature.organ
    assert re.fullmatch(r"2026年1月\d+日", date)
    assert len(last.lines()) > 3
    starts = {char["top"]: char["x0"] for char in reversed(last.chars) if abs(char["size"] - 16) < 0.1}
    organ_left, date_left = (x for _, x in sorted(starts.items())[-2:])
    assert date_left - organ_left == pytest.approx(2 * 15.75, abs=1)


def test_point_20_faces_by_role_and_a_page_count_that_repeats(name: str) -> None:
    shown = {(role, face) for page in pages(name) for line in _by_line(page) for role, face in _roles(line)}
    assert shown == {(role, face) for role, face in FACES.items()}
    again = pdf_of(write_docx(reports.named(name)), fresh=True) if name == "zeros" else pdf(name)
    with pdfplumber.open(again) as opened:
        assert len(opened.pages) == len(pages(name)) == {"zeros": 3, "sample": 6, "city": 7}[name]


def _by_line(page: Page) -> list[list[dict[str, Any]]]:
    found: dict[tuple[float, float], list[dict[str, Any]]] = {}
    for char in page.chars:
        if char["text"].strip():
            found.setdefault((round(char["bottom"]), char["size"]), []).append(char)
    return list(found.values())


def _roles(line: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """(role, face) of every letter of a line; the face is as in ``FACES``, or its name in the file."""
    words = "".join(char["text"] for char in line)
    size = round(line[0]["size"])
    role = {9: "table", 12: "table", 14: "table", 22: "title"}.get(size, "body")
    if size == 16 and words in HEADINGS.values():
        role = "heading"
    elif size == 16 and words in TOPICS.values():
        role = "topic"
    faces = {char["fontname"]: char["text"] for char in line}
    return {
        (
            "digits" if text.isascii() and size != 14 else role,
            next((f for f in FACES.values() if f in name), name),
        )
        for name, text in faces.items()
    }
