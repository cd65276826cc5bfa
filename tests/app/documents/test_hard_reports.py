"""Hard content: nothing of it is lost in any kind of file, and every kind reads back what it can."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from app.documents.layouts import GBT9704, LAYOUTS, WINDOWS, Layout
from app.documents.outline import parts
from app.documents.read.importer import read_report
from app.documents.write.docx import write_docx
from app.documents.write.kinds import KINDS, Edition
from app.documents.write.pdf import robbed_paragraphs, write_pdf
from sections.language.spacing import without_gaps
from sections.report.assemble import with_texts
from sections.report.report import Report
from tests.support.drafted import published
from tests.support.hard_reports import MADE, blank_lines, hard, lost, mixed, pdf_text, squeezed
from tests.support.rendering import needs_pages, needs_poppler, pdf_of


def read_as_text(text: str, kind: str) -> str:
    """What a browser or a reader of Markdown shows."""
    if kind == "md":
        text = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return text if kind == "txt" else str(etree.fromstring(text, etree.HTMLParser()).xpath("string()"))


@needs_pages
@needs_poppler
@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("layout", ["gbt9704", "windows-sealed"])
def test_no_character_is_lost_in_the_pdf(name: str, layout: str) -> None:
    report = hard(name)
    assert lost(report, pdf_text(pdf_of(write_docx(report, layout=LAYOUTS[layout])).read_bytes())) == []


@needs_pages
@needs_poppler
def test_marks_that_libreoffice_drops_before_a_digit_are_in_the_exported_pdf(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = mixed(200)
    monkeypatch.setattr("app.documents.libreoffice.find_program", lambda: "soffice")
    monkeypatch.setattr(
        "app.documents.libreoffice.converted", lambda _, docx, *rest: pdf_of(docx).read_bytes()
    )
    plain = pdf_of(write_docx(report)).read_bytes()
    robbed = list(robbed_paragraphs(report, plain))
    assert len(robbed) == len(lost(report, pdf_text(plain))) > 0
    exported = KINDS["pdf"].write(Edition(report))
    assert lost(report, pdf_text(exported)) == []
    assert list(robbed_paragraphs(report, exported)) == []


def test_a_pdf_that_cannot_be_read_is_exported_as_it_is() -> None:
    assert list(robbed_paragraphs(hard("zeros"), b"%PDF-1.7 torn")) == []


OTHER_LAYOUTS = {
    "small": replace(WINDOWS, margins=(2835, 2268, 2835, 2268), characters=23, lines=19),
    "dense": replace(
        GBT9704, margins=(1417,) * 4, footer=851, body_size=28, title_size=36, characters=32, lines=26
    ),
    "loose": replace(
        WINDOWS, margins=(2098, 1700, 1984, 1700), body="宋体", body_size=30, characters=26, lines=20
    ),
}


@needs_pages
@needs_poppler
@pytest.mark.parametrize("name", ["city", "name-of-40", "large-numbers", "marks", "long-words"])
@pytest.mark.parametrize("layout", OTHER_LAYOUTS.values(), ids=OTHER_LAYOUTS)
def test_pages_of_other_sizes_lose_nothing_and_are_no_more_than_a_quarter_blank(
    name: str, layout: Layout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("app.documents.libreoffice.find_program", lambda: "soffice")
    monkeypatch.setattr(
        "app.documents.libreoffice.converted", lambda _, docx, *rest: pdf_of(docx).read_bytes()
    )
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(write_pdf(hard(name), layout=layout))
    assert lost(hard(name), pdf_text(pdf.read_bytes())) == []
    assert max(blank_lines(pdf, layout)[:-1]) * 4 <= layout.lines


@pytest.mark.parametrize("name", MADE)
def test_the_text_of_part_one_in_the_data_is_what_is_printed(name: str) -> None:
    report = hard(name)
    printed = [part.text for part in parts(report) if part.key.startswith("overview")][1:]
    assert squeezed(report.overview.text) == squeezed("".join(printed))


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("kind", ["txt", "html", "fragment", "md"])
def test_no_kind_leaves_out_a_line_or_prints_a_control_character(name: str, kind: str) -> None:
    text = KINDS[kind].write(Edition(hard(name))).decode("utf-8-sig")
    assert lost(hard(name), read_as_text(text, kind)) == []
    assert all(c.isprintable() or c in "\r\n\t\u3000" for c in text)


def test_what_an_import_has_beyond_the_five_topics_is_printed() -> None:
    printed = [(part.kind, part.text) for part in parts(hard("own-topic"))]
    at = printed.index(("topic", "（六）林长制信息公开"))
    assert printed[at + 1] == ("text", "公示牌信息全部上网，群众可以查询。")
    assert sum(kind == "topic" for kind, _ in printed) == 6


def read_back(data: bytes, folder: Path) -> Report:
    path = folder / "report"
    path.write_bytes(data)
    return read_report(path)


def said(report: Report) -> list[tuple[str, str]]:
    """Everything that is printed, in order, without the spaces that Chinese does not need."""
    return [(part.kind, without_gaps(part.text)) for part in parts(report)]


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("kind", ["docx", "html", "fragment", "xlsx", "md", "txt", "json"])
def test_every_kind_reads_back_to_the_same_cells_texts_and_signature(
    name: str, kind: str, tmp_path: Path
) -> None:
    report = hard(name)
    again = read_back(KINDS[kind].write(Edition(report)), tmp_path)
    assert again.cells == report.cells
    assert said(again) == said(report)
    assert (again.unit, again.year, again.signature) == (report.unit, report.year, report.signature)
    assert again.unread == ()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the computer is, a PDF is read to its end."""
    monkeypatch.setattr("app.documents.read.formats.pdf.SECONDS", 300.0, raising=False)


@needs_pages
@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("name", MADE)
def test_an_own_pdf_reads_back_to_the_same_report(name: str, tmp_path: Path) -> None:
    """Letter by letter: a Latin word's space cannot be told from the room that a line puts around it."""
    report = hard(name)
    again = read_back(pdf_of(write_docx(report)).read_bytes(), tmp_path)
    assert again.cells == report.cells
    assert [(kind, squeezed(text)) for kind, text in said(again)] == [
        (kind, squeezed(text)) for kind, text in said(report)
    ]
    assert (again.unit, again.year, again.signature) == (report.unit, report.year, report.signature)


@needs_pages
@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("before", [7, 12, 24, 29])
def test_an_own_pdf_may_turn_a_line_before_the_words_of_a_heading(before: int, tmp_path: Path) -> None:
    named = "行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"
    opening = f"本报告由{'某' * before}部分组成，包括{named}，（一）、（二）两项另附。"
    report = hard("zeros").model_copy(update={"opening": opening})
    again = read_back(pdf_of(write_docx(report)).read_bytes(), tmp_path)
    assert again.opening == opening
    assert again.problems.text == report.problems.text


def test_paragraphs_and_the_spaces_of_latin_words_go_from_the_answer_to_every_kind(tmp_path: Path) -> None:
    report = published({"other.matters": "第一段\n第二段 Windows Ω 版"})
    lines = ["第一段。", "第二段 Windows Ω 版。"]
    assert [part.text for part in parts(report) if part.key == "other.matters"][-2:] == [
        f"此外，{lines[0]}",
        lines[1],
    ]
    for kind in ("docx", "html", "fragment", "xlsx", "md", "txt", "json"):
        assert read_back(KINDS[kind].write(Edition(report)), tmp_path).other.text == report.other.text, kind


@pytest.mark.parametrize("line", ["===", "- 甲。", "1. 乙。", "> 丙。", "+ 丁。", "~~戊~~ &amp; \\# 己"])
def test_a_line_of_marks_is_no_mark_of_markdown_and_reads_back(line: str, tmp_path: Path) -> None:
    report = with_texts(hard("zeros"), {"other.matters": f"如下。\n{line}"})
    assert line in [part.text for part in parts(report)]
    data = KINDS["md"].write(Edition(report))
    assert lost(report, read_as_text(data.decode(), "md")) == []
    assert said(read_back(data, tmp_path)) == said(report)


def test_long_numbers_are_small_and_narrow_heads_turn_between_words_on_the_page() -> None:
    page = KINDS["html"].write(Edition(hard("large-numbers"))).decode()
    assert 'class="long">999999999999</td>' in page
    assert "<span>结果</span><span>维持</span>" in page
    assert "<span>社会</span><span>公益</span><span>组织</span>" in page
    assert 'class="long"' not in KINDS["html"].write(Edition(hard("zeros"))).decode()


def test_the_fragment_has_no_caption_under_its_headings() -> None:
    assert b"<caption" not in KINDS["fragment"].write(Edition(hard("sample")))


@pytest.mark.parametrize("name", MADE)
def test_tables_of_the_text_have_as_many_cells_in_every_row(name: str) -> None:
    report = hard(name)
    lines = KINDS["txt"].write(Edition(report)).decode("utf-8-sig").split("\r\n")
    rows = [line.split("\t") for line in lines if "\t" in line]
    for table in report.form.tables.values():
        mine, rows = rows[: table.height], rows[table.height :]
        assert {len(row) for row in mine} == {table.width}
    assert rows == []
