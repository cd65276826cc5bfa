"""A final export is refused for an error and passes once it is answered; the reviewer sees the answer."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from app.errors import ExportRefusedError
from app.session.library import Library
from app.session.session import Session
from sections.form.disclosure_2021 import FORM
from sections.rules.base import Severity

SENTENCE = "（二）依申请公开。全年收到政府信息公开申请9件，均为乡镇代收。"
REASON = "含乡镇代收的申请，台账已核对"


@pytest.fixture
def session(library: Library) -> Session:
    """A complete report whose part one tells another number of applications than its table."""
    session = library.start("示例县水务局", 2025)
    for section in FORM.tables:
        session.tables.finish(section)
    session.narrative.edit("overview.requests", SENTENCE)
    session.narrative.edit("problems.found", "村级台账登记不全。改进措施：逐村核对台账，补登缺项。")
    return session


def errors(session: Session) -> list[str]:
    return [one.code for one in session.finishing.findings() if one.severity is Severity.ERROR]


def answer_all(session: Session) -> None:
    for finding in session.finishing.findings():
        if finding.severity is Severity.ERROR:
            assert session.corrections.answer(finding, REASON).accepted


def test_an_answered_error_lets_the_final_document_pass(session: Session, tmp_path: Path) -> None:
    assert "NB921" in errors(session)
    with pytest.raises(ExportRefusedError, match="核对无误"):
        session.exporting.write(tmp_path / "a.docx")
    answer_all(session)
    assert errors(session) == []
    assert session.exporting.write(tmp_path / "a.docx").path.is_file()


def test_the_answer_stands_in_the_reviewers_edition(session: Session, tmp_path: Path) -> None:
    answer_all(session)
    path = session.exporting.write(tmp_path / "b.docx", "review").path
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        front = re.sub("<[^>]+>", "", package.read("word/document.xml").decode())
        comments = re.sub("<[^>]+>", "", package.read("word/comments.xml").decode())
    assert f"已核对无误：{REASON}" in front
    assert f"核对无误：{REASON}" in comments


def test_the_answer_is_lifted_when_its_facts_change(session: Session) -> None:
    answer_all(session)
    session.narrative.edit("overview.requests", SENTENCE.replace("9件", "8件"))
    assert "NB921" in errors(session)


def test_arithmetic_of_the_form_is_never_answered_away(session: Session, tmp_path: Path) -> None:
    session.tables.set_cells({"requests.new.natural_person": "3"})
    broken = [one for one in session.finishing.findings() if one.compulsory]
    assert {one.code for one in broken} == {"NB303"}
    assert not any(session.corrections.answer(one, REASON).accepted for one in broken)
    answer_rest = [
        one for one in session.finishing.findings() if one.severity is Severity.ERROR and not one.compulsory
    ]
    for one in answer_rest:
        session.corrections.answer(one, REASON)
    with pytest.raises(ExportRefusedError):
        session.exporting.write(tmp_path / "c.docx")
