"""The 落款 (GB/T 9704-2012, 7.3.5) and the organ's name in the title (7.3.1)."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from app.documents.layouts import GBT9704
from app.documents.line_breaks import is_uneven
from app.documents.name_wrap import line_width, title_room
from app.documents.read.importer import read_report
from app.documents.signature_place import insets, placed
from app.documents.write.docx import write_docx
from sections.report.parts import Signature
from tests.support import reports
from tests.support.docx_xml import find, part, styled, text_of
from tests.support.rendering import needs_pages, pdf_of

CHARACTER = GBT9704.advance
"""Twips of a character in a line."""


@pytest.mark.parametrize(
    ("organ", "date", "sealed", "expected"),
    [
        (10, 6, False, (2, 4)),
        (6, 6, False, (2, 0)),
        (6, 6.5, False, (4.5, 2)),
        (4, 6.5, False, (6.5, 2)),
        (6, 6, True, (4, 4)),
        (10, 6, True, (2, 4)),
        (4, 6, True, (5, 4)),
        (20, 6, True, (2, 9)),
        (8, 0, False, (2, 0)),
        (8, 0, True, (4, 0)),
    ],
)
def test_room_to_the_right(organ: float, date: float, sealed: bool, expected: tuple[float, float]) -> None:
    assert insets(organ, date, sealed) == expected


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("organ", ["示例县教育局", "示例市公共资源交易监督管理委员会办公室"])
def test_beginnings_as_the_standard_has_them(organ: str, sealed: bool) -> None:
    signature = Signature(organ=organ, date=dt.date(2026, 1, 19))
    report = reports.zeros().model_copy(update={"signature": signature})
    body = part(write_docx(report, layout=replace(GBT9704, sealed=sealed)))
    first, second = styled(body, "Signature")
    assert (text_of(first), text_of(second)) == (organ, "2026年1月19日")
    left_of_organ, left_of_date = (int(find(one, "w:pPr/w:ind/@w:left")[0]) for one in (first, second))
    wide, narrow = len(organ) * CHARACTER, round(6.5 * CHARACTER)
    if sealed:
        assert left_of_organ + wide / 2 == pytest.approx(left_of_date + narrow / 2, abs=2)
    else:
        assert left_of_date - left_of_organ == pytest.approx(2 * CHARACTER, abs=2)
    assert min(left_of_organ, left_of_date) >= 0
    assert left_of_organ + wide <= GBT9704.width - 2 * CHARACTER + 2


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("characters", [*range(2, 13), 24, 30, 40])
def test_a_date_has_room_for_what_a_word_processor_sets_beside_its_digits(
    characters: int, sealed: bool
) -> None:
    signature = Signature(organ="某" * characters, date=dt.date(2026, 11, 19))
    layout = replace(GBT9704, sealed=sealed)
    for line in placed(signature, layout):
        assert line.left >= 0
        assert line.left + line.width <= layout.characters
    assert placed(signature, layout)[1].width == 4 + 3 + 5 * 0.25


def test_a_paragraph_is_not_justified_where_an_address_would_stretch_a_line() -> None:
    long = "网址是https://www.example.cn/" + "zwgk" * 12 + "/index.html。"
    report = reports.zeros().model_copy(
        update={"opening": f"本报告依法编制，{long}\n{'公开' * 60}，邮编123456。"}
    )
    first, second = [one for one in find(part(write_docx(report)), "w:body/w:p") if text_of(one)][2:4]
    assert find(first, "w:pPr/w:pStyle/@w:val") == ["BodyLeft"]
    assert find(second, "w:pPr/w:pStyle/@w:val") == []


def test_a_line_of_few_characters_before_a_part_of_an_address_is_not_stretched() -> None:
    path = "https://www.xukou.example/" + "very-long-path/" * 8
    assert is_uneven(f"查询网址为{path}，请注意。", GBT9704)
    assert not is_uneven("公" * 60 + "https://www.xukou.example/，请注意。", GBT9704)


def test_a_signature_without_a_date_is_the_organ_alone() -> None:
    report = reports.zeros().model_copy(update={"signature": Signature(organ="示例县教育局")})
    assert [text_of(one) for one in styled(part(write_docx(report)), "Signature")] == ["示例县教育局"]


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        ("示例县教育局", "示例县教育局"),
        ("示例省示例市示例区人民政府示例街道办事处", "示例省示例市示例区人民政府示例街道办事处"),
        (
            "示例自治区示例自治州示例县文化体育广播电视和旅游局",
            "示例自治区示例自治州示例县",
        ),
        (
            "虚构省虚构自治州虚构县人民政府政务服务和大数据管理及公共资源交易监督管理局",
            "虚构省虚构自治州虚构县人民政府政务服务",
        ),
        ("虚构市虚构新区行政审批和政务服务和数据管理局", "虚构市虚构新区行政审批"),
        ("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"),
    ],
)
def test_a_long_name_is_parted_between_words(organ: str, expected: str) -> None:
    assert organ[: line_width(organ, title_room(GBT9704))] == expected


LONG = "示例自治区示例自治州示例县文化体育广播电视和旅游局"


def test_a_parted_name_is_read_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(write_docx(reports.zeros().model_copy(update={"unit": LONG})))
    assert read_report(path).unit == LONG


@needs_pages
def test_a_long_name_turns_where_it_is_parted() -> None:
    report = reports.zeros().model_copy(update={"unit": LONG})
    with pdfplumber.open(pdf_of(write_docx(report))) as opened:
        lines = [line["text"] for line in opened.pages[0].extract_text_lines()][:2]
    assert lines == ["示例自治区示例自治州示例县", "文化体育广播电视和旅游局"]
