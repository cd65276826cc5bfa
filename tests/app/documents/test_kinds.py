"""Every kind of file from one report: read back to the same report, the same bytes again, fit names."""

import json
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from app.documents.errors import DocumentError
from app.documents.outline import parts
from app.documents.read.importer import read_report
from app.documents.write.kinds import KINDS, SUFFIXES, Edition, write
from app.documents.write.pdf import write_pdf
from sections.form.disclosure_2019 import FORM as FORM_2019
from sections.report.report import Report
from tests.support import reports
from tests.support.any_report import any_report, assert_same
from tests.support.form import HEADINGS, table_fields
from tests.support.golden import RENEW
from tests.support.rendering import needs_soffice

GOLDEN = Path(__file__).parent / "golden"
PLAIN = ("html", "fragment", "xlsx", "md", "txt")
"""What is read back besides the DOCX and JSON, and written without LibreOffice."""


def again(data: bytes, folder: Path) -> Report:
    path = folder / "report"
    path.write_bytes(data)
    return read_report(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kinds")


@pytest.mark.parametrize("kind", PLAIN)
@pytest.mark.parametrize("name", reports.NAMES)
def test_the_three_reports_are_read_back(name: str, kind: str, folder: Path) -> None:
    report = reports.named(name)
    assert_same(report, again(write(Edition(report), kind), folder))


@pytest.mark.parametrize("kind", PLAIN)
def test_last_year_beside_it_changes_nothing_that_is_read(kind: str, folder: Path) -> None:
    report, last = reports.sample_with_last()
    assert_same(report, again(write(Edition(report, last), kind), folder))


@settings(max_examples=6, deadline=None)
@given(any_report(), st.booleans())
def test_what_is_written_is_what_is_read(folder: Path, report: Report, draft: bool) -> None:
    for kind in PLAIN:
        assert_same(report, again(write(Edition(report, report, draft=draft), kind), folder))


def test_every_kind_is_read_back_or_known_not_to_be_so() -> None:
    others = {"docx", "json", "pdf", "review"}  # tested by themselves
    assert KINDS.keys() == {*PLAIN, *others}, "add the kind to PLAIN, or here where it cannot be read back"


def test_json_reads_back_whole() -> None:
    report = reports.sample()
    assert Report.model_validate_json(write(Edition(report), "json")) == report


@needs_soffice
def test_the_pdf_is_read_back_and_has_its_title(folder: Path) -> None:
    from pypdfium2 import PdfDocument

    report = reports.sample()
    data = write(Edition(report), "pdf")
    assert_same_numbers(report, again(data, folder))
    pdf = PdfDocument(data)
    assert pdf.get_metadata_value("Title") == f"{report.unit}{report.year}年政府信息公开工作年度报告"
    assert [one.get_title() for one in pdf.get_toc() if one.level == 0] == list(HEADINGS.values())
    assert pdf.is_tagged()


def assert_same_numbers(report: Report, read: Report) -> None:
    assert {field: read.number(field) for field in table_fields()} == {
        field: report.number(field) for field in table_fields()
    }


def test_without_libreoffice_one_sentence_tells_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.documents.libreoffice.find_program", lambda: None)
    with pytest.raises(DocumentError, match=r"没有 LibreOffice.*另存为 PDF"):
        write_pdf(reports.zeros())


@pytest.mark.parametrize("kind", [*PLAIN, "docx", "review", "json"])
def test_the_same_report_gives_the_same_bytes(kind: str) -> None:
    report, last = reports.sample_with_last()
    assert write(Edition(report, last), kind) == write(Edition(report, last), kind)


@pytest.mark.parametrize("kind", [*PLAIN, "docx"])
def test_a_draft_says_so(kind: str) -> None:
    data = write(Edition(reports.zeros(), draft=True), kind)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as package:
            data = b"".join(package.read(name) for name in package.namelist())
    assert "草稿" in data.decode(errors="replace")


def test_names_tell_organ_year_and_document_and_fit_every_system() -> None:
    report = Report(unit='示例/县:水务"局', year=2025)
    names = [kind.file_name(report) for kind in KINDS.values()]
    assert len(set(names)) == len(KINDS)
    assert names[0] == "示例_县_水务_局2025年政府信息公开工作年度报告.docx"
    assert KINDS["review"].file_name(report, draft=True).endswith("（送审稿）（草稿）.docx")
    long = KINDS["fragment"].file_name(Report(unit="某" * 300, year=2025), draft=True)
    assert len(long.encode()) <= 255
    assert KINDS["docx"].file_name(Report(unit=" . ", year=2025)).startswith("年报2025年")


def test_a_suffix_means_one_kind() -> None:
    assert {f".{name}": name for name in KINDS.keys() - {"review", "fragment"}} == SUFFIXES
    assert all(KINDS[name].ending == suffix for suffix, name in SUFFIXES.items())


def test_markdown_marks_in_a_text_stay_text() -> None:
    report = reports.zeros().model_copy(
        update={"opening": "按《条例》*第五十条*编制_本报告_，见 [附件] | 共1页。"}
    )
    shown = write(Edition(report), "md").decode()
    assert r"\*第五十条\*编制\_本报告\_，见 \[附件\] \| 共1页。" in shown


@given(st.text("-+=*_~&`|\\[]()<>!#.1 2:;\"'a字$@/%{}", min_size=1, max_size=9).map(str.strip).filter(bool))
@example("---").via("a rule")
@example("===").via("a heading")
@example("- - -").via("a rule")
@example("1.").via("an empty list")
@example("~~删去~~&lt;见 &amp; 123").via("struck out, entities")
def test_what_a_reader_of_github_markdown_shows_is_the_text(text: str) -> None:
    report = reports.zeros().model_copy(update={"opening": text})
    page = etree.fromstring(
        MarkdownIt("gfm-like").render(write(Edition(report), "md").decode()), etree.HTMLParser()
    )
    (paragraph,) = [p for p in page.iter("p") if p.getprevious() is not None and p.getprevious().tag == "h1"]
    assert paragraph.xpath("string()") == text
    assert {one.tag for one in paragraph.iter()} <= {"p", "a"}
    assert page.xpath("count(//h1)") == 2
    assert page.xpath("count(//table)") == 3
    assert page.xpath("count(//ul | //ol | //hr)") == 0


def test_a_text_is_never_markup_or_a_formula() -> None:
    report = reports.zeros().model_copy(update={"opening": '=1+1 <script>alert("1")</script> &amp;'})
    for kind in ("html", "fragment"):
        assert b"<script>alert" not in write(Edition(report), kind)
    with zipfile.ZipFile(BytesIO(write(Edition(report), "xlsx"))) as package:
        prose = package.read("xl/worksheets/sheet4.xml")
    assert b"<f>" not in prose


def test_every_part_of_the_report_is_in_the_outline() -> None:
    report = reports.sample()
    kinds = [part.kind for part in parts(report)]
    assert kinds.count("heading") == len(HEADINGS)
    assert kinds.count("table") == 3
    assert kinds[:2] == ["title", "title"]


@pytest.mark.parametrize("kind", ["html", "fragment", "md", "txt", "json"])
def test_the_file_is_the_golden_one(kind: str) -> None:
    """Renewed by `make renew`; the difference belongs in the review."""
    report, last = reports.sample_with_last()
    made = write(Edition(report, last, beside="年报.docx"), kind).decode("utf-8-sig")
    golden = GOLDEN / f"sample.{kind}"
    if os.environ.get(RENEW):
        golden.write_text(made, encoding="utf-8", newline="")
    assert made.splitlines() == golden.read_bytes().decode().splitlines(), "make renew"


def test_the_workbook_is_the_golden_one() -> None:
    report, last = reports.sample_with_last()
    with zipfile.ZipFile(BytesIO(write(Edition(report, last), "xlsx"))) as package:
        sheets = {
            name: package.read(name).decode().replace("><", ">\n<")
            for name in sorted(package.namelist())
            if name.startswith("xl/worksheets/") or name == "xl/sharedStrings.xml"
        }
    made = json.dumps(sheets, ensure_ascii=False, indent=0).replace("\\n", "\n")
    golden = GOLDEN / "sample.xlsx.txt"
    if os.environ.get(RENEW):
        golden.write_text(made, encoding="utf-8")
    assert made.splitlines() == golden.read_text(encoding="utf-8").splitlines(), "make renew"


@pytest.mark.parametrize("kind", ["docx", "review", *PLAIN])
def test_a_report_of_the_trial_form_is_printed_in_its_own_tables(kind: str) -> None:
    report = Report.from_cells(dict.fromkeys(FORM_2019.paths, 3), form_id="2019", unit="某局", year=2020)
    data = write(Edition(report, reports.zeros()), kind)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as package:
            data = b"".join(package.read(name) for name in package.namelist())
    assert "上一年项目数量" in data.decode(errors="replace")
    assert "现行有效件数" not in data.decode(errors="replace")
