"""What the DOCX writer does besides a perfect document: drafts, odd characters, blank cells, long numbers."""

import io
import zipfile
from pathlib import Path

import pytest
from docx_integrity import check
from openxml_audit import OpenXmlValidator

from app.documents.errors import DocumentError
from app.documents.write.base_document import BASE, make
from app.documents.write.docx import write_docx
from app.documents.write.kinds import Edition, write
from sections.report.report import Report
from tests.support import reports
from tests.support.docx_xml import find, grid, part, parts, tables, text_of, texts


def changed(**cells: object) -> Report:
    """The report of zeros with other cells; two underscores stand for a point."""
    report = reports.zeros().model_dump(mode="json", by_alias=True)
    for field, value in cells.items():
        *path, last = field.split("__")
        place = report
        for name in path:
            place = place[name]
        place[last] = value
    return Report.model_validate(report)


def test_the_base_document_is_what_its_script_makes() -> None:
    with zipfile.ZipFile(BASE) as kept, zipfile.ZipFile(io.BytesIO(make())) as fresh:
        assert kept.namelist() == fresh.namelist()
        assert [kept.read(name) for name in kept.namelist()] == [
            fresh.read(name) for name in fresh.namelist()
        ]


@pytest.mark.parametrize("name", reports.NAMES)
def test_a_draft_says_so_on_every_page_and_a_final_document_nowhere(name: str, tmp_path: Path) -> None:
    report = reports.named(name)
    draft, final = write_docx(report, draft=True), write_docx(report)
    heads = [content.decode() for part_name, content in parts(draft).items() if "header" in part_name]
    assert len(heads) == 2
    assert all("草稿，不得对外发布" in head for head in heads)
    assert texts(part(draft))[0] == "【草稿】"
    assert "草稿" not in "".join(content.decode() for content in parts(final).values()).replace(
        "草稿标记", ""
    )
    path = tmp_path / "draft.docx"
    path.write_bytes(draft)
    assert OpenXmlValidator().validate(path).errors == []
    assert list(check(path)) == []


def test_characters_xml_cannot_hold_do_not_stop_the_export() -> None:
    odd = changed(
        other__text="", paragraphs={"other.fees": "工作\x00平稳\x0b有序\ud800。<w:t>&"}, unit="甲\x01局"
    )
    body = part(write_docx(odd))
    assert "工作平稳有序。<w:t>&" in texts(body)
    assert "甲局" in texts(body)


def test_an_unanswered_cell_is_blank() -> None:
    table = tables(write_docx(changed(requests__new__natural_person=None)))[1]
    assert next(text for line, column, *_, text in grid(table) if (line, column) == (3, 3)) == ""


@pytest.mark.parametrize(
    ("number", "style"),
    [
        (1234567, []),
        (12345678, ["NarrowNumber"]),
        (999_999_999, ["NarrowerNumber"]),
        (999_999_999_999, ["VeryNarrowNumber"]),
    ],
)
def test_longer_numbers_are_drawn_narrower_not_smaller(number: int, style: list[str]) -> None:
    table = tables(write_docx(changed(requests__new__total=number)))[1]
    cell = find(table, "w:tr[4]/w:tc")[-1]
    assert text_of(cell) == str(number)
    assert find(cell, ".//w:rStyle/@w:val") == style


def test_a_report_without_topics_keeps_its_text() -> None:
    report = changed(overview={"text": "全年工作平稳。\n没有分项。", "lead": "", "topics": {}})
    assert texts(part(write_docx(report)))[4:7] == ["一、总体情况", "全年工作平稳。", "没有分项。"]


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(DocumentError, match="exe"):
        write(Edition(reports.zeros()), "exe")
