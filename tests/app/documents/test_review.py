"""The reviewer's edition: comments at their places, what is new marked, a summary in front."""

import io
import os
from collections.abc import Iterator
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

from app.documents.layouts import GBT9704, WINDOWS
from app.documents.write import review_front
from app.documents.write.base_document import W
from app.documents.write.changes import LastYear, changed_numbers
from app.documents.write.docx import write_docx
from app.documents.write.review import write_review
from sections.report.report import Report
from sections.rules.base import Finding, Fix, Severity
from tests.support import reports
from tests.support.docx_xml import find, grid_faults, part, parts, text_of
from tests.support.rendering import needs_pages, pdf_of

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
    report, last = reports.sample_with_last()
    body = [text_of(one) for one in find(part(made), "./w:body/w:p[not(w:pPr/w:pStyle)]")]
    assert body == [
        text_of(one) for one in find(part(write_docx(report)), "./w:body/w:p[not(w:pPr/w:pStyle)]")
    ]
    new = [
        "".join(find(one, "w:t/text()"))
        for one in find(part(made), './/w:r[w:rPr/w:rStyle/@w:val="NewSentence"]')
    ]
    assert any("社会救助、养老服务、未成年人保护等" in words for words in new)
    assert not [words for words in new if words in last.overview.text]
    assert set(find(part(made), ".//w:rStyle/@w:val")) == {"NewSentence", "ChangedWords", "CommentReference"}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("全年公开信息12条，办理申请3件。", []),
        ("全年公开信息15条，办理申请3件。", ["15"]),
        ("全年公开信息12条，办理申请13件。", ["13"]),
        ("全年主动公开信息12条，办理申请3件。", ["主动"]),
        ("举办了两场面向村民的开放日。", ["举办了两场面向村民的开放日。"]),
        ("全年公开信息15条，办理申请3件。新设查阅点。", ["15", "新设查阅点。"]),
    ],
)
def test_what_of_a_text_is_new(text: str, pieces: list[str]) -> None:
    last = Report(year=2024).model_copy(update={"opening": "全年公开信息12条，办理申请3件。信息先审后发。"})
    found = list(LastYear(last).pieces(text))
    assert [text[one.start : one.end] for one in found] == pieces
    assert [one.whole for one in found] == [len(piece) > 3 for piece in pieces]


def test_a_report_of_the_same_words_has_no_mark() -> None:
    report = reports.sample()
    data = write_review(report, report, ())
    assert not find(part(data), ".//w:rStyle") + find(part(data), './/w:shd[@w:fill="D9D9D9"]')
    assert "没有发现问题。" in text_of(part(data))
    assert "表格中0个数字与上年不同；正文新写0句，改动0处。" in text_of(part(data))


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
    monkeypatch.setattr(review_front, "to_png", lambda svg, width: picture.getvalue())
    report, last = reports.sample_with_last()
    data = write_review(report, last, PLANTED)
    about = part(data).xpath(".//wp:docPr/@descr", namespaces=nsmap)
    assert about == ["申请办理结果，本年与上年", "主动公开渠道，本年与上年"]
    path = tmp_path / "review.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []
    assert list(check(path)) == []
    assert data == write_review(report, last, PLANTED)


def test_the_edition_is_the_golden_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renewed by running this test with NIANBAO_RENEW_GOLDEN=1; drawn without charts, whose faces differ."""
    monkeypatch.setattr(review_front, "to_png", lambda svg, width: b"")
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
    assert "".join(shown).splitlines() == golden.read_text(encoding="utf-8").splitlines()
