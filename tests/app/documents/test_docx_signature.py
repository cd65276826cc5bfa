"""The 落款 (GB/T 9704-2012, 7.3.5) and the organ's name in the title (7.3.1)."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from app.documents.layouts import GBT9704
from app.documents.read.importer import read_report
from app.documents.write.docx import write_docx
from app.documents.write.signature_block import insets
from app.documents.write.title_wrap import first_line
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
        ("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"),
    ],
)
def test_a_long_name_is_parted_between_words(organ: str, expected: str) -> None:
    assert first_line(organ, GBT9704) == expected


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
