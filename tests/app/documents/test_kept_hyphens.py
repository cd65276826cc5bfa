"""No line ends at a hyphen of a telephone number or an email, and both are read back as they were."""

import io
from pathlib import Path

import pytest
from docx import Document

from app.documents.read.characters import ordinary
from app.documents.read.importer import read_report
from app.documents.write.annotations import cut, text_of
from app.documents.write.base_document import W
from app.documents.write.docx import write_docx
from app.documents.write.wml import paragraph
from sections.report.assemble import with_texts
from tests.support import reports

SAID = "如有疑问请联系，电话：0123-4567890-12，电子邮箱：xx-gk@a-b.example，网址：www.a-b.example/x-y。"
KEPT = 4
"""Hyphens of the number and of the email; those of the address of the site are two more."""


def test_hyphens_of_numbers_and_emails_are_kept_and_those_of_words_are_not() -> None:
    written = paragraph(SAID)
    assert len(list(written.iter(f"{{{W}}}noBreakHyphen"))) == KEPT
    assert text_of(written) == SAID
    left = "".join(element.text or "" for element in written.iter(f"{{{W}}}t"))
    assert left.count("-") == SAID.count("-") - KEPT


def test_they_are_read_back_as_ordinary_hyphens_by_us_and_by_others(tmp_path: Path) -> None:
    report = reports.sample()
    data = write_docx(with_texts(report, {**report.paragraphs, "opening": SAID}))
    place = tmp_path / "report.docx"
    place.write_bytes(data)
    assert read_report(place).paragraphs["opening"] == SAID
    assert SAID in [one.text for one in Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize("start", range(0, len(SAID), 7))
def test_a_mark_on_some_of_the_words_leaves_every_character_where_it_was(start: int) -> None:
    written = paragraph(SAID)
    runs = cut(written, start, start + 9)
    assert "".join(map(text_of, runs)) == SAID[start : start + 9]
    assert text_of(written) == SAID


def test_hyphens_of_other_writers_are_ordinary_ones() -> None:
    assert ordinary("0123\u20114567890、0123\u20104567890") == "0123-4567890、0123-4567890"
