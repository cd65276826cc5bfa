"""Where what a report says comes from: told in the reviewer's edition for every sentence and every number."""

import pytest

from app.__main__ import main
from app.documents.sources import FactSource, Sourced
from app.exit_codes import ExitCode
from app.session.library import Library
from app.session.session import Session
from app.session.sources import Sources
from sections.report.report import Report
from sections.report.values import Quantity
from tests.support.docx_xml import find, part, text_of
from tests.support.reports import SAMPLES

UNIT = "示例县水务局"


@pytest.fixture
def session(library: Library, last_year: Report) -> Session:
    library.take_over(last_year, "去年的年报.docx")
    session = library.start(UNIT, 2025)
    cells = {
        path: "0"
        for section in session.report.form.tables
        for path, cell in session.tables.table(section).cells.items()
        if cell.editable
    }
    assert session.tables.set_cells(cells | {"requests.new.natural_person": "3"}).accepted
    session.conversation.take({"proactive.published_total": Quantity(745)}, {})
    session.conversation.take(
        {"supervision.trainings": Quantity(3)}, {}, {"supervision.trainings": "办公室王敏"}
    )
    return session


def told(session: Session) -> tuple[Sourced, ...]:
    return Sources(session._open).all()


def fact(session: Session, label: str) -> FactSource:
    return next(one for group in told(session) for one in group.facts if one.label == label)


def test_every_sentence_of_the_narrative_is_told_in_order(session: Session) -> None:
    text = "".join(session.report.paragraphs.values())
    said = [one.text for one in told(session) if one.words]
    assert "".join(said) == "".join(text.split())
    assert {one.words for one in told(session)} == {"新写", ""}


def test_a_typed_a_collected_and_a_computed_number_say_how_they_came_in(session: Session) -> None:
    published = fact(session, "主动公开政府信息")
    assert (published.value, published.last) == ("745", "699")
    assert published.origin.startswith("填写，")
    assert fact(session, "组织培训").origin.startswith("办公室王敏填报，")
    new = next(group for group in told(session) if group.text.startswith("一、"))
    assert {one.label: one.origin for one in new.facts}["总计"] == "自动计算：本行6格相加"


def test_a_carried_number_names_last_years_cell_and_the_file_it_was_read_from(session: Session) -> None:
    carried = [one for group in told(session) for one in group.facts if one.origin.startswith("由上年结转")]
    assert carried
    assert all("“去年的年报.docx”" in one.origin for one in carried)


def test_an_edited_sentence_is_the_clerks_own_and_its_numbers_keep_their_sources(session: Session) -> None:
    text = "全年主动公开政府信息745条，群众反映良好。"
    assert session.narrative.edit("overview.proactive", text).accepted
    (one,) = [one for one in told(session) if one.text == text]
    assert one.words == "本人改写"
    assert [(fact.label, fact.value) for fact in one.facts] == [("主动公开政府信息", "745")]


def test_an_overruled_number_says_why(session: Session) -> None:
    path = next(
        path for path, cell in session.tables.table("requests").cells.items() if cell.carried is not None
    )
    assert session.tables.overrule(path, "9", "机构改革划入").accepted
    row = [one for group in told(session) for one in group.facts if "机构改革划入" in one.origin]
    assert [one.value for one in row] == ["9"]


def test_the_reviewers_edition_ends_with_the_table_of_sources(session: Session) -> None:
    data, _ = session.exporting.data("review")
    box = find(part(data), "./w:body/w:tbl")[-1]
    lines = ["|".join(map(text_of, find(row, "w:tc"))) for row in find(box, "w:tr")]
    assert lines[0] == "事项|本年|来源|上年"
    assert find(box, "w:tr[1]/w:trPr/w:tblHeader")
    assert any(line.startswith("　主动公开政府信息|745|填写，") and line.endswith("|699") for line in lines)
    plain, _ = session.exporting.data("docx", as_draft=True)
    assert "来源表" not in text_of(part(plain))


def test_the_source_of_an_imported_report_is_its_file(library: Library, last_year: Report) -> None:
    number = library.take_over(last_year, "去年的年报.docx")
    with library.open(number) as imported:
        rows = [fact for one in told(imported) for fact in one.facts if "导入" in fact.origin]
        assert {one.words for one in told(imported)} <= {"导入的文字", ""}
    assert rows
    assert all("“去年的年报.docx”" in row.origin for row in rows)


def test_the_command_line_keeps_the_name_of_the_file(library: Library) -> None:
    assert main(["import", str(SAMPLES / "last-year.docx")]) == ExitCode.OK
    number = library.find("2024").id
    assert {answer.by for answer in library.store.answers(number).values()} == {"last-year.docx"}
