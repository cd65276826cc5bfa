"""The pages of a report: lines as a word processor breaks them, and what stays together on a page."""

import datetime as dt
import re
import subprocess
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.layouts import GBT9704
from app.documents.line_breaks import lines_of
from app.documents.pages import Line, Page, Rows, pages_of
from app.documents.write.docx import write_docx
from sections.report.assemble import with_texts
from sections.report.parts import Signature
from sections.report.report import Report
from tests.support import reports
from tests.support.form import BANDS, HEADINGS, TABLES, TOPICS
from tests.support.hard_reports import MADE, blank_lines, hard
from tests.support.rendering import needs_pages, needs_poppler, pdf_of

HEADS = {*HEADINGS.values(), *TOPICS.values()}
SIGNED = Signature(organ="示例县水务局", date=dt.date(2026, 1, 19))
MARKS = "，。、；：！？"
prose = st.text("县局公开信息年度报告，。、；“”（）《》0123456789abc%", min_size=1, max_size=400)


LATIN = {"a": 444, "b": 500, "c": 444, "%": 833} | dict.fromkeys("0123456789", 500)
"""Of Times New Roman, in thousandths of a Chinese character."""


def measured(line: str) -> int:
    """Thousandths of a character, without the room between Chinese and Latin."""
    return sum(LATIN.get(c, 1000) for c in line)


def words(page: Page) -> list[str]:
    return [item.text for item in page.items if isinstance(item, Line)]


def test_a_full_line_has_twenty_eight_characters_and_the_first_two_fewer() -> None:
    lines = lines_of("公" * 100)
    assert [len(line) for line in lines] == [26, 28, 28, 18]


def test_a_mark_hangs_beyond_the_end_or_takes_its_character_along() -> None:
    assert lines_of("公" * 26 + "，开") == ["公" * 26 + "，", "开"]
    assert lines_of("公" * 26 + "”开") == ["公" * 25, "公”开"]
    assert lines_of("公" * 25 + "（开") == ["公" * 25, "（开"]
    assert lines_of("公" * 24 + "12345件") == ["公" * 24, "12345件"]


def test_a_long_address_turns_behind_a_hyphen_or_a_stroke_and_narrow_letters_take_less_room() -> None:
    address = "https://www.xukou.example/very-long-path/index"
    first, second = lines_of(f"{'公' * 18}{address}")
    assert first[-1] in "-/"
    assert second == address[len(first) - 18 :]
    assert len(lines_of("i" * 90)) == 1
    assert len(lines_of("W" * 30)) == 2


@pytest.mark.parametrize("mark", ["\u0301", "\u200b", "\u00ad"])
def test_what_has_no_width_takes_no_room(mark: str) -> None:
    assert len(lines_of(f"公{mark}" * 26)) == 1


@given(prose)
def test_lines_are_the_text_and_never_too_long(text: str) -> None:
    lines = lines_of(text)
    assert "".join(lines) == text
    assert all(lines)
    for number, line in enumerate(lines):
        room = 28_000 if number else 26_000
        assert measured(line) <= room + 1000 * (line[-1] in MARKS)
    assert all(after[0] not in "，。、" for before, after in pairwise(lines) if len(set(before)) > 6)


@settings(deadline=None)
@given(st.lists(prose, min_size=1, max_size=40), st.booleans())
def test_a_page_holds_its_height_and_nothing_is_lost(texts: list[str], filled: bool) -> None:
    report = long_report("\n".join(texts) if filled else texts[0])
    pages = pages_of(report)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert len(words(page)) <= GBT9704.lines
        assert words(page)[-1:] == [] or words(page)[-1] not in HEADS or isinstance(page.items[-1], Rows)
    shown = "".join(item.text for page in pages for item in page.items if isinstance(item, Line))
    printed = "".join(line.strip() for line in report.paragraphs["other.matters"].splitlines())
    assert printed in shown
    rows = [
        (item.section, row)
        for page in pages
        for item in page.items
        if isinstance(item, Rows)
        for row in item.rows
    ]
    rows = list(dict.fromkeys(rows))
    assert rows == [(section, row) for section, form in TABLES.items() for row in range(form.height)]


def long_report(text: str) -> Report:
    return with_texts(reports.zeros(), {**reports._SMALL, "other.matters": text})


@pytest.mark.parametrize("name", reports.NAMES)
def test_bands_stay_together_and_tables_go_over_with_their_heads(name: str) -> None:
    parts = [item for page in pages_of(reports.named(name)) for item in page.items if isinstance(item, Rows)]
    heads = tuple(range(TABLES["requests"].header_rows))
    first, *others = [part.rows for part in parts if part.section == "requests"]
    assert first[: len(heads) + 2] == (*heads, len(heads), len(heads) + 1)
    assert all(rows[: len(heads)] == heads and len(rows) >= len(heads) + 2 for rows in others)
    assert [part.rows for part in parts if part.section == "disputes"] == [tuple(range(4))]
    bands = {cell.row for cell in TABLES["proactive"].cells if cell.text in BANDS}
    assert {part.rows[0] for part in parts if part.section == "proactive"} <= bands


@pytest.mark.parametrize("name", MADE)
def test_no_page_but_the_last_is_more_than_a_quarter_blank(name: str) -> None:
    pages = pages_of(hard(name))
    assert [page.number for page in pages[:-1] if page.left * 4 > GBT9704.lines] == []


@needs_pages
@pytest.mark.parametrize("paragraphs", [6, 7])
def test_a_part_of_a_line_counts_in_a_quarter_of_a_page(paragraphs: int) -> None:
    """Five lines and nine tenths of twenty-two are more than a quarter."""
    base = hard("name-of-2")
    lead, end = "\n".join(["全年工作平稳。"] * paragraphs), "公" * 98
    report = with_texts(base, {**base.paragraphs, "overview.lead": lead, "other.matters": end})
    blank = blank_lines(pdf_of(write_docx(report)), GBT9704)
    assert len(blank) > 4
    assert max(blank[:-1]) * 4 <= GBT9704.lines


def test_a_signature_never_stands_alone_and_a_long_end_may_break() -> None:
    broken = set[bool]()
    for lines in range(40):
        text = "\n".join(["公" * 20] * lines + ["民" * 240])
        pages = pages_of(long_report(text).model_copy(update={"signature": SIGNED}))
        counts = [sum(line.startswith("民民") for line in words(page)) for page in pages]
        assert counts[-1] >= 2
        broken.add(counts[-1] < 9)
    assert broken == {True, False}


@pytest.mark.parametrize(("characters", "allowed"), [(80, {0, 3}), (105, {0, 2, 4})])
def test_no_paragraph_leaves_a_single_line_on_a_page(characters: int, allowed: set[int]) -> None:
    parted = set[int]()
    for before in range(23):
        pages = pages_of(long_report("\n".join(["公" * 20] * before + ["民" * characters])))
        counts = {sum(line.startswith("民民") for line in words(page)) for page in pages}
        assert counts <= allowed
        parted |= counts
    assert parted == allowed


@needs_pages
@needs_poppler
@pytest.mark.parametrize("name", [*reports.NAMES, "large"])
def test_the_pages_are_those_of_libreoffice(name: str) -> None:
    report = large() if name == "large" else reports.named(name)
    info = subprocess.run(
        ["pdfinfo", pdf_of(write_docx(report))], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"Pages:\s+(\d+)", info)
    assert found is not None
    assert abs(len(pages_of(report)) - int(found[1])) <= 1


def large() -> Report:
    """The large city's report with its prose three times over."""
    city = reports.city()
    texts = {key: "\n".join([text] * 3) for key, text in reports.city_texts().items()}
    return with_texts(city, texts)
