"""The reviewer's edition: comments at their places, what is new marked, a summary in front."""

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import nsmap
from docx_integrity import check
from lxml import etree
from openxml_audit import OpenXmlValidator
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text
from PIL import Image

from app.documents.layouts import GBT9704, LAYOUTS, WINDOWS, Layout
from app.documents.pages import Line, plan_of
from app.documents.write import review_charts
from app.documents.write.base_document import W
from app.documents.write.changes import Comparison, Standing, changed_numbers, lines_of
from app.documents.write.docx import write_docx
from app.documents.write.review import write_review
from sections.report.report import Report
from sections.rules.base import Finding, Fix, Severity
from tests.support import reports
from tests.support.docx_xml import find, grid_faults, part, parts, text_of
from tests.support.hard_reports import MADE, blank_lines, hard, squeezed
from tests.support.rendering import needs_pages, pdf_of

SMALL_PAGE = replace(WINDOWS, margins=(2835, 2268, 2835, 2268), characters=23, lines=19)
PLANTED = (
    Finding(
        "NB301",
        Severity.ERROR,
        "requests.new.total",
        "合计应为5，表中为4。",
        fix=Fix("改为5", "requests.new.total", 5),
    ),
    Finding("NB931", Severity.WARNING, "overview.proactive", "增长率算错。", quote="增长21.2%"),
    Finding("NB103", Severity.WARNING, "period", "统计期限不是全年。", quote="2025年1月1日"),
    Finding("NB501", Severity.ERROR, "problems.found", "问题没有对应的措施。"),
    Finding("NB951", Severity.INFO, "disputes", "请核对第四部分。"),
)


@pytest.fixture(scope="module")
def made() -> bytes:
    report, last = reports.sample_with_last()
    return write_review(report, last, PLANTED)


def commented(data: bytes) -> dict[str, tuple[str, str]]:
    """What a comment says -> (the words it is on, the paragraph they stand in)."""
    body, found = part(data), {}
    for one in find(part(data, "word/comments.xml"), "w:comment"):
        number = one.get(f"{{{W}}}id")
        (start,) = find(body, f'.//w:commentRangeStart[@w:id="{number}"]')
        (reference,) = find(body, f'.//w:commentReference[@w:id="{number}"]')
        words, element = "", start.getnext()
        while element.tag != f"{{{W}}}commentRangeEnd":
            words, element = words + text_of(element), element.getnext()
        assert element.getnext() is reference.getparent()
        found["\n".join(map(text_of, find(one, "w:p")))] = (words, text_of(start.getparent()))
    return found


def test_every_finding_is_a_comment_at_its_place(made: bytes) -> None:
    report = reports.sample()
    found = commented(made)
    assert list(found) == [
        "【错误 NB301】合计应为5，表中为4。\n改法：改为5",
        "【提醒 NB931】增长率算错。",
        "【提醒 NB103】统计期限不是全年。",
        "【错误 NB501】问题没有对应的措施。",
        "【提示 NB951】请核对第四部分。",
    ]
    places = list(found.values())
    assert places[0] == ("4", "4")
    assert places[1] == ("增长21.2%", report.paragraphs["overview.proactive"])
    assert places[2] == ("2025年1月1日", report.opening)
    assert places[3] == (report.paragraphs["problems.found"],) * 2
    assert places[4] == ("四、政府信息公开行政复议、行政诉讼情况",) * 2


def test_the_comment_on_a_number_stands_in_its_cell(made: bytes) -> None:
    (start,) = find(part(made), './/w:commentRangeStart[@w:id="0"]')
    row = next(start.iterancestors(f"{{{W}}}tr"))
    assert text_of(find(row, "w:tc")[0]) == "一、本年新收政府信息公开申请数量"
    assert start.getparent().getparent() is find(row, "w:tc")[-1]


def test_changed_numbers_are_shaded_with_last_years_beneath(made: bytes) -> None:
    report, last = reports.sample_with_last()
    changes = changed_numbers(report, last)
    assert 10 < len(changes) < 60
    shaded = find(part(made), './/w:tc[w:tcPr/w:shd/@w:fill="D9D9D9"]')
    shown = [tuple(text_of(one) for one in find(cell, "w:p")) for cell in shaded]
    assert shown == [(str(now), f"({before})") for before, now in changes.values()]
    plain = find(part(made), './/w:tc[w:p/w:pPr/w:pStyle/@w:val="LastYear"]')
    assert len(plain) == len(changes)


def test_the_text_is_the_reports_with_marks_only_around_it(made: bytes) -> None:
    report = reports.sample()
    body = [text_of(one) for one in find(part(made), "./w:body/w:p[not(w:pPr/w:pStyle)]")]
    assert body == [
        text_of(one) for one in find(part(write_docx(report)), "./w:body/w:p[not(w:pPr/w:pStyle)]")
    ]
    assert set(find(part(made), ".//w:body//w:rStyle/@w:val")) <= {
        *STYLES_OF_SENTENCES,
        "CommentReference",
    }


STYLES_OF_SENTENCES = {
    "KeptWords", "RewordedWords", "RewordedSentence", "MovedWords", "MovedSentence", "NewSentence",
}  # fmt: skip


def test_few_sentences_of_the_sample_are_new(made: bytes) -> None:
    report, last = reports.sample_with_last()
    comparison = Comparison(lines_of(report), lines_of(last))
    counts = {standing: comparison.count(standing) for standing in Standing}
    assert counts[Standing.KEPT] >= 3
    assert counts[Standing.NEW] * 3 < len(comparison.sentences)
    assert f"沿用{counts[Standing.KEPT]}句，改写{counts[Standing.REWORDED]}句" in text_of(part(made))


def test_every_mark_is_on_its_words_and_tells_them_apart_without_colour(made: bytes) -> None:
    report, last = reports.sample_with_last()
    body = part(made)
    for one in Comparison(lines_of(report), lines_of(last)).sentences:
        place = next(p for p in find(body, "./w:body/w:p") if one.said.text in text_of(p))
        if one.standing is Standing.NEW:
            assert one.said.text in words_in(place, "NewSentence")
        for start, end in one.words:
            words = lines_of(report)[one.said.line][1][start:end]
            assert words in words_in(place, f"{one.standing.name.title()}Words")
    styles = {
        style.get(f"{{{W}}}styleId"): (
            find(style, "string(w:rPr/w:u/@w:val)"),
            find(style, "string(w:rPr/w:shd/@w:fill)"),
        )
        for style in find(part(made, "word/styles.xml"), "w:style")
    }
    looks = [styles[name] for name in STYLES_OF_SENTENCES]
    assert len(set(looks)) == len(looks)
    assert ("", "") not in looks


def words_in(paragraph: etree._Element, style: str) -> str:
    runs = find(paragraph, f'w:r[w:rPr/w:rStyle/@w:val="{style}"]')
    return "".join(map(text_of, runs))


def test_a_report_of_the_same_words_has_no_mark() -> None:
    report = reports.sample()
    data = write_review(report, report, ())
    first = find(part(data), ".//w:p[w:pPr/w:pageBreakBefore]")[0]
    marked = [one for one in first.itersiblings() if find(one, ".//w:rStyle | .//w:shd[@w:fill='D9D9D9']")]
    assert marked == []
    assert "没有发现问题。" in text_of(part(data))
    count = len(Comparison(lines_of(report), lines_of(report)).sentences)
    told = f"正文共{count}句：沿用{count}句，改写0句，移位0句，新写0句。"
    assert f"表格中0个数字与上年不同。{told}" in text_of(part(data))


@pytest.mark.parametrize(
    ("where", "quote", "place"),
    [
        ("title", "2025年政府", "2025年政府信息公开工作年度报告"),
        ("signature", "", "示例县民政局"),
        ("profile.address", "", "根据《中华人民共和国政府信息公开条例》"),
        ("proactive.published_total", "全年主动公开政府信息742条", "全年主动公开政府信息742条"),
        ("proactive.published_total", "", "二、主动公开政府信息情况"),
        ("other.fees", "原文没有的话", "本年度没有发出信息处理费收费通知"),
        ("requests.nosuch.cell", "", "三、收到和处理政府信息公开申请情况"),
        ("nowhere", "", "示例县民政局"),
    ],
)
def test_a_finding_finds_the_nearest_place(where: str, quote: str, place: str) -> None:
    data = write_review(reports.sample(), None, [Finding("NB1", Severity.INFO, where, "请看。", quote)])
    ((words, paragraph),) = commented(data).values()
    assert paragraph.startswith(place)
    assert words == (quote if quote and quote in paragraph else paragraph)


def test_without_last_year_the_summary_says_so() -> None:
    data = write_review(reports.zeros(), None, PLANTED)
    assert "没有上年的年报，未作对比。" in text_of(part(data))
    assert not find(part(data), ".//w:rStyle[@w:val='ChangedWords' or @w:val='NewSentence']")


def test_the_summary_counts_and_compares(made: bytes) -> None:
    box = find(part(made), "./w:body/w:tbl")[0]
    lines = ["|".join(map(text_of, find(row, "w:tc"))) for row in find(box, "w:tr")]
    assert "共5处：错误2处、提醒2处、提示1处。" in lines
    assert "1. 错误：合计应为5，表中为4。" in lines
    assert "行政许可（件）|64|71|+7" in lines
    assert "行政事业性收费（万元）|0|0|0" in lines


@pytest.mark.parametrize("name", reports.NAMES)
def test_validators_have_nothing_to_say(name: str, tmp_path: Path) -> None:
    last = reports.sample_with_last()[1]
    path = tmp_path / "review.docx"
    path.write_bytes(write_review(reports.named(name), last, PLANTED))
    assert OpenXmlValidator().validate(path).errors == []
    assert list(check(path)) == []
    assert grid_faults(path.read_bytes()) == []
    assert [one.author for one in Document(str(path)).comments] == ["年报助手"] * 5


def test_the_same_input_gives_the_same_bytes_in_any_layout(made: bytes) -> None:
    report, last = reports.sample_with_last()
    assert write_review(report, last, PLANTED, GBT9704) == made
    assert "黑体" in etree.tostring(
        part(write_review(report, last, PLANTED, WINDOWS), "word/styles.xml"), encoding="unicode"
    )
    assert "送审稿" not in "".join(
        part.decode("utf-8", "replace") for part in parts(write_docx(report)).values()
    )


@needs_pages
def test_pages_show_the_comments_where_they_belong(made: bytes) -> None:
    with pdfplumber.open(pdf_of(made, comments=True)) as opened:
        notes = {words[:7]: number for number, page in enumerate(opened.pages) for words in _notes(page)}
        texts = [page.extract_text() for page in opened.pages]
    assert len(notes) == 5
    assert "送审说明" in texts[0]
    assert "一、本年新收" in texts[notes["【错误 NB3"]]
    assert "（一）主动公开" in texts[notes["【提醒 NB9"]]
    assert all("送审稿" in text for text in texts)


def _notes(page: Any) -> Iterator[str]:
    for reference in resolve1(page.page_obj.annots) or []:
        if words := resolve1(reference).get("Contents"):
            yield decode_text(words)


def test_charts_stand_in_front_with_words_for_those_who_cannot_see_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    picture = io.BytesIO()
    Image.new("L", (90, 60), 128).save(picture, "PNG")
    monkeypatch.setattr(review_charts, "to_png", lambda svg, width: picture.getvalue())
    report, last = reports.sample_with_last()
    data = write_review(report, last, PLANTED)
    about = part(data).xpath(".//wp:docPr/@descr", namespaces=nsmap)
    assert about == ["申请办理结果，本年与上年", "主动公开渠道，本年与上年"]
    path = tmp_path / "review.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []
    assert list(check(path)) == []
    assert data == write_review(report, last, PLANTED)


def last_of(report: Report) -> Report:
    """A year before in which every number was another one."""
    cells = {path: (report.number(path) or 0) + 1 for path in report.form.paths}
    return report.with_cells(cells).model_copy(update={"year": report.year - 1})


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_no_page_is_a_heading_alone_or_more_than_a_quarter_blank(name: str, layout: Layout) -> None:
    report = hard(name)
    pages = plan_of(report, layout, frozenset(changed_numbers(report, last_of(report)))).pages
    assert [page.number for page in pages[:-1] if page.left * 4 > layout.lines] == []
    heads = {*report.form.headings.values(), *report.form.topics.values()}
    for page in pages:
        last = page.items[-1]
        assert not isinstance(last, Line) or last.text not in heads


@needs_pages
@pytest.mark.parametrize("name", ["city", "large-numbers", "name-of-40"])
def test_the_pages_are_those_that_were_planned(name: str, tmp_path: Path) -> None:
    report = hard(name)
    last = last_of(report)
    data = write_review(report, last, ())
    planned = plan_of(report, GBT9704, frozenset(changed_numbers(report, last))).pages
    pdf = tmp_path / "review.pdf"
    pdf.write_bytes(pdf_of(data).read_bytes())
    with pdfplumber.open(pdf) as opened:
        texts = [squeezed(page.extract_text()) for page in opened.pages]
    title = next(n for n, text in enumerate(texts) if squeezed("".join(report.title_lines)) in text and n)
    real = blank_lines(pdf, GBT9704)[title : title + len(planned)]
    assert max(real[:-1]) * 4 <= GBT9704.lines
    assert [abs(left - page.left) <= 1 for left, page in zip(real, planned, strict=True)] == [True] * len(
        real
    )


@needs_pages
@pytest.mark.parametrize("layout", [GBT9704, SMALL_PAGE])
def test_the_summary_with_its_legend_fills_no_more_than_a_page(layout: Layout) -> None:
    report, last = reports.sample_with_last()
    findings = [
        Finding(f"NB{n}", Severity.ERROR, "requests", "这里的说明很长，" * (9 * n)) for n in range(12)
    ]
    with pdfplumber.open(pdf_of(write_review(report, last, findings, layout))) as opened:
        texts = [squeezed(page.extract_text()) for page in opened.pages]
    assert "标记的含义" in texts[0]
    assert "见正文批注" in texts[0]
    behind = texts[1].removeprefix(squeezed("送审稿，供内部审核"))
    assert behind.startswith(("图示", report.unit))


@needs_pages
@pytest.mark.parametrize("name", ["city", "large-numbers"])
def test_the_numbers_of_all_years_and_their_picture_share_a_page(name: str) -> None:
    report = hard(name)
    last = last_of(report)
    years = (last.model_copy(update={"year": last.year - 1}), last, report)
    with pdfplumber.open(pdf_of(write_review(report, last, (), years=years))) as opened:
        texts = [squeezed(page.extract_text()) for page in opened.pages]
    place = next(number for number, text in enumerate(texts) if "历年主要数字" in text)
    assert squeezed("".join(report.title_lines)) in texts[place + 1]


def test_the_edition_is_the_golden_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renewed by `make renew`; drawn without charts, whose faces differ."""
    monkeypatch.setattr(review_charts, "to_png", lambda svg, width: b"")
    report, last = reports.sample_with_last()
    package = parts(write_review(report, last, PLANTED))
    shown = []
    for name in ("word/document.xml", "word/comments.xml"):
        root = etree.fromstring(package[name], etree.XMLParser(remove_blank_text=True))
        etree.indent(root, space=" ")
        shown.append(f"<!-- {name} -->\n{etree.tostring(root, encoding='unicode')}\n")
    golden = Path(__file__).parent / "golden" / "review.xml"
    if os.environ.get("NIANBAO_RENEW_GOLDEN"):
        golden.write_text("".join(shown), encoding="utf-8")
    assert "".join(shown).splitlines() == golden.read_text(encoding="utf-8").splitlines(), "make renew"
