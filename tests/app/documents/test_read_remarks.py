"""What is remarked of the tables of a source beside their numbers."""

from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from app.documents.write.docx import write_docx
from sections.form.disclosure_2021 import FORM
from sections.report.parts import Remark
from sections.report.report import Report

RIGHT = "2.其他法律行政法规禁止公开"


def _read(tmp_path: Path, right: str, printed: str) -> tuple[Remark, ...]:
    """Remarks of a document in which one text of the form stands otherwise."""
    import io

    from docx import Document

    report = Report.from_cells(dict.fromkeys(FORM.paths, 3), unit="虚构县园林局", year=2025)
    document = Document(io.BytesIO(write_docx(report)))
    found = 0
    for table in document.tables:
        for paragraph in table._tbl.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
            if paragraph.text == right:
                paragraph.text = printed
                found += 1
    assert found
    path = tmp_path / "a.docx"
    document.save(str(path))
    return read_report(path).remarks


@pytest.mark.parametrize(
    ("right", "printed", "kind"),
    [
        (RIGHT, "2.其他法律行政规禁止公开", "label"),
        (RIGHT, "2.其它法律行政法规禁止公开", "label"),
        ("行政规范性文件", "规范性文件", "short_label"),
        ("商业企业", "商业企业业", "label"),
    ],
)
def test_a_label_that_is_not_the_forms_is_remarked(
    tmp_path: Path, right: str, printed: str, kind: str
) -> None:
    remarks = _read(tmp_path, right, printed)
    assert [(one.kind, one.printed) for one in remarks] == [(kind, printed)]
    assert remarks[0].right == right


@pytest.mark.parametrize("printed", [RIGHT, "2. 其他法律 行政法规禁止公开", "（2）其他法律行政法规禁止公开"])
def test_white_space_and_numbering_are_no_misspelling(tmp_path: Path, printed: str) -> None:
    assert _read(tmp_path, RIGHT, printed) == ()


def test_blank_cells_are_remarked_and_dashes_are_not(tmp_path: Path) -> None:
    remarks = _read(tmp_path, "3", "")
    assert {one.kind for one in remarks} == {"blank"}
    assert sorted(one.where for one in remarks) == sorted(FORM.paths)
    assert _read(tmp_path, "3", "/") == ()


@pytest.mark.parametrize("printed", ["无", "零", "〇", "○", "～"])
def test_a_word_for_nothing_is_remarked_and_read_as_nothing(tmp_path: Path, printed: str) -> None:
    remarks = _read(tmp_path, "3", printed)
    assert {(one.kind, one.printed, one.right) for one in remarks} == {("unit", printed, printed)}


def test_a_unit_behind_a_number_is_remarked_and_the_number_is_read(tmp_path: Path) -> None:
    remarks = _read(tmp_path, "3", "3件")
    assert {(one.kind, one.printed, one.right) for one in remarks} == {("unit", "3件", "件")}


@pytest.mark.parametrize("printed", ["３", "3 ", "3①", "—"])
def test_what_only_looks_otherwise_is_no_unit(tmp_path: Path, printed: str) -> None:
    assert _read(tmp_path, "3", printed) == ()


def _with_tables_in_order(tmp_path: Path, order: tuple[int, ...]) -> tuple[Remark, ...]:
    """Remarks of a document whose tables stand in that order under the headings of the form."""
    import io

    from docx import Document

    document = Document(
        io.BytesIO(
            write_docx(Report.from_cells(dict.fromkeys(FORM.paths, 3), unit="虚构县园林局", year=2025))
        )
    )
    tables = [table._tbl for table in document.tables]
    marks = []
    for table in tables:
        mark = document.add_paragraph()._p
        table.addprevious(mark)
        marks.append(mark)
    for mark, place in zip(marks, order, strict=True):
        mark.addprevious(tables[place])
    path = tmp_path / "b.docx"
    document.save(str(path))
    return read_report(path).remarks


def test_two_tables_that_have_changed_places_are_remarked(tmp_path: Path) -> None:
    remarks = _with_tables_in_order(tmp_path, (0, 2, 1))
    assert {(one.kind, one.printed[0], one.right[0]) for one in remarks} == {
        ("misplaced", "三", "四"),
        ("misplaced", "四", "三"),
    }


def test_tables_in_their_places_are_not_remarked(tmp_path: Path) -> None:
    assert _with_tables_in_order(tmp_path, (0, 1, 2)) == ()
