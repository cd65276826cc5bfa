"""What is written is read back, cell by cell, paragraph by paragraph, in every layout; a golden document."""

import os
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.documents import outline
from app.documents.layouts import GBT9704, WINDOWS, Layout
from app.documents.read.importer import read_report
from app.documents.write.docx import write_docx
from sections.form.disclosure_2021 import FORM
from sections.report.assemble import with_texts
from sections.report.report import Report
from tests.support import reports
from tests.support.any_report import any_report, assert_same
from tests.support.docx_xml import parts
from tests.support.form import table_fields
from tests.support.golden import RENEW

GOLDEN = Path(__file__).parent / "golden" / "document.xml"


def read_back(data: bytes) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(data)
        return read_report(path)


@settings(max_examples=15, deadline=None)
@given(any_report(), st.sampled_from((GBT9704, WINDOWS, Layout(sealed=True, band=""))), st.booleans())
def test_what_is_written_is_read_back(report: Report, layout: Layout, draft: bool) -> None:
    assert_same(report, read_back(write_docx(report, draft, layout)))


@pytest.mark.parametrize("name", reports.NAMES)
def test_the_three_reports_are_read_back(name: str) -> None:
    assert_same(reports.named(name), read_back(write_docx(reports.named(name))))


@pytest.mark.parametrize("absent", ["proactive", "platform", "supervision"])
def test_topics_are_numbered_without_a_gap_and_read_back(absent: str, tmp_path: Path) -> None:
    texts = {f"overview.{topic}": f"本局做好{topic}工作。" for topic in FORM.topics if topic != absent}
    report = with_texts(reports.zeros(), texts)
    path = tmp_path / "年报.docx"
    path.write_bytes(write_docx(report))
    headings = [part.text[:3] for part in outline.parts(report) if part.kind == "topic"]
    assert headings == ["（一）", "（二）", "（三）", "（四）"]
    read = read_report(path)
    assert {*read.overview.topics} == {*FORM.topics} - {absent}


def test_negative_numbers_and_fractions_are_read_back() -> None:
    cells = dict.fromkeys(table_fields(), 0) | {
        "requests.other_other.other": -3,
        "proactive.fees": Decimal("0.05"),
    }
    report = with_texts(
        Report.from_cells(cells, unit="示例县水务局", year=2025), {"opening": "本报告依法编制。"}
    )
    again = read_back(write_docx(report))
    assert again.number("requests.other_other.other") == -3
    assert again.number("proactive.fees") == Decimal("0.05")


def normalised(data: bytes) -> str:
    """The document and its styles, indented, so that a difference shows as a line."""
    shown = []
    for name in ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml"):
        root = etree.fromstring(parts(data)[name], etree.XMLParser(remove_blank_text=True))
        etree.indent(root, space=" ")
        shown.append(f"<!-- {name} -->\n{etree.tostring(root, encoding='unicode')}\n")
    return "".join(shown)


def test_the_document_is_the_golden_one() -> None:
    """Renewed by `make renew`; the difference belongs in the review."""
    made = normalised(write_docx(reports.sample()))
    if os.environ.get(RENEW):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(made, encoding="utf-8")
    assert made.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines(), "make renew"
