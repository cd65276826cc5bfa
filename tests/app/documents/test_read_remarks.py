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
