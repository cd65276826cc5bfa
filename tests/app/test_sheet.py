"""The collection sheet: out with last year's values, filled in by colleagues, and back with their names."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from app.__main__ import main
from app.documents.sheets.reading import read_sheet
from app.documents.sheets.sheet import filled, group_rows, table_rows
from app.documents.sheets.word import write_word
from app.documents.sheets.workbook import write_workbook
from app.exit_codes import ExitCode
from app.session.answers_update import update
from app.session.collection import answers_of_sheet, read_answers_of_sheet, sheet_of
from app.session.library import Library
from app.session.session import Session
from prompts.departments import DEPARTMENTS, OWN
from sections.form.elements import Source
from sections.report.values import Kind, Quantity
from store.database import Store
from store.model import Origin
from tests.support.filled_sheets import fill_word, fill_workbook
from tests.support.sample_with_mistakes import SAMPLE, printed

UNIT = "示例县民政局"
PUBLISHED = "proactive.published_total"
WRITERS = {"xlsx": write_workbook, "docx": write_word}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert main(["import", str(SAMPLE)]) == ExitCode.OK
    with Store.open() as store, Library(store).start(UNIT, 2025):
        pass
    capsys.readouterr()


@pytest.fixture
def session() -> Iterator[Session]:
    with Store.open() as store:
        library = Library(store)
        with library.open(library.find("2025").id) as opened:
            yield opened


FILL = {"xlsx": fill_workbook, "docx": fill_word}


@pytest.mark.parametrize("kind", WRITERS)
def test_a_filled_sheet_comes_back_with_names(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(f"收集表.{kind}")
    assert main(["sheet", "2025", "-o", str(path)]) == ExitCode.OK
    values = {PUBLISHED: "640", "requests.new.natural_person": "3", "requests.new.enterprise": "0"}
    values |= {"proactive.fees": "1.5"}
    FILL[kind](path, values, {"宣传和新媒体科室": "张三", OWN: "李四", "法制科室": "王五"})
    capsys.readouterr()
    _, _, err = printed(["answers", "2025", "--from", str(path), "--dry-run"], capsys)
    assert "640" in err
    assert "（张三）" in err
    assert main(["answers", "2025", "--from", str(path)]) == ExitCode.OK
    capsys.readouterr()
    _, out, _ = printed(["answers", "2025"], capsys)
    kept = json.loads(out)
    assert {name: kept["answers"][name] for name in values} == {
        PUBLISHED: 640,
        "requests.new.natural_person": 3,
        "requests.new.enterprise": 0,
        "proactive.fees": "1.5",
    }
    assert kept["by"][PUBLISHED] == "张三"
    assert kept["by"]["requests.new.natural_person"] == "李四"
    assert "profile.name" not in kept["by"]


def test_names_are_the_origin_of_answers(session: Session) -> None:
    path = Path("a.xlsx")
    path.write_bytes(write_workbook(sheet_of(session)))
    fill_workbook(path, {PUBLISHED: "640"}, {"宣传和新媒体科室": "张三：宣传科"})
    update(session, answers_of_sheet(session, path))
    answer = session.conversation.answers()[PUBLISHED]
    assert (answer.value, answer.origin, answer.by) == (Quantity(640), Origin.COLLECTED, "张三：宣传科")


@pytest.mark.parametrize("kind", WRITERS)
def test_an_untouched_sheet_changes_nothing(kind: str, session: Session) -> None:
    session.conversation.take({PUBLISHED: Quantity(9, "9余"), "requests.new.other": 4}, {})
    path = Path(f"a.{kind}")
    path.write_bytes(WRITERS[kind](sheet_of(session)))
    assert update(session, answers_of_sheet(session, path)) == ()


def test_a_sheet_asks_everything_that_colleagues_know(session: Session) -> None:
    sheet = sheet_of(session)
    marks = {line.mark for group in sheet.groups for line in group.lines}
    asked = {
        question.id
        for question in session.conversation.asked()
        if question.question.kind is not Kind.TABLE and question.question.scope != "profile"
    }
    assert marks == asked
    form = session.report.form
    cells = {path for table in sheet.tables for row in table.rows for path in row.paths if path}
    assert cells == {path for path in form.paths if form.source(path) is Source.TYPED}
    assert {group.department for group in sheet.groups} <= {OWN, *(name for name, _ in DEPARTMENTS)}
    published = next(line for group in sheet.groups for line in group.lines if line.mark == PUBLISHED)
    assert published.last == "612"


def test_a_sheet_for_one_department(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "2025", "-o", "a.docx", "--department", "财务科室"]) == ExitCode.OK
    capsys.readouterr()
    code, out, err = printed(["sheet", "2025", "-o", "b.docx", "--department", "食堂"], capsys)
    assert (code, out) == (ExitCode.FAILED, "")
    assert "财务科室" in err
    assert len(Path("a.docx").read_bytes()) > 1000
    assert not Path("b.docx").exists()
    assert printed(["sheet", "2025", "-o", "a.docx"], capsys)[0] is ExitCode.FAILED
    assert printed(["sheet", "2025", "-o", "a.pdf"], capsys)[0] is ExitCode.FAILED


@pytest.mark.parametrize("kind", WRITERS)
def test_what_cannot_be_understood_is_named_and_nothing_is_taken(
    kind: str, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(f"a.{kind}")
    path.write_bytes(WRITERS[kind](sheet_of(session)))
    session.close()
    FILL[kind](path, {PUBLISHED: "很多很多", "requests.new.enterprise": "约3", "requests.new.other": "2"}, {})
    code, _, err = printed(["answers", "2025", "--from", str(path)], capsys)
    assert code is ExitCode.FAILED
    assert "很多很多" in err
    assert "商业企业" in err
    _, out, _ = printed(["answers", "2025"], capsys)
    assert "requests.new.other" not in json.loads(out)["answers"]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_sheet_of_another_report_is_refused(
    kind: str, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = sheet_of(session)
    session.close()
    path = Path(f"a.{kind}")
    path.write_bytes(WRITERS[kind](replace(sheet, unit="云山县民政局")))
    code, _, err = printed(["answers", "2025", "--from", str(path)], capsys)
    assert code is ExitCode.FAILED
    assert "云山县民政局" in err


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", SAMPLE.read_bytes(), b"hello"])
@pytest.mark.parametrize("kind", WRITERS)
def test_other_files_are_no_sheets(kind: str, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(f"a.{kind}")
    path.write_bytes(content)
    code, _, err = printed(["answers", "2025", "--from", str(path)], capsys)
    assert (code, err.count("\n")) == (ExitCode.FAILED, 1)
    assert "不是数据收集表" in err


def test_a_sheet_of_another_version_is_refused_by_its_number(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_workbook(sheet_of(session))
    session.close()
    Path("a.docx").write_bytes(data)
    assert read_sheet(Path("a.docx")).version == 1
    document = Document()
    document.add_paragraph("nianbao/sheet/2 示例县民政局@2025")
    document.save("b.docx")
    code, _, err = printed(["answers", "2025", "--from", "b.docx"], capsys)
    assert code is ExitCode.FAILED
    assert "第2版" in err


def test_rows_may_be_moved_and_added(session: Session) -> None:
    sheet = sheet_of(session)
    rows = [list(row) for row in group_rows(sheet)]
    rows += [list(row) for table in sheet.tables for row in table_rows(sheet, table)]
    line = next(row for row in rows if row[0] == f"#{PUBLISHED}")
    line[4], line[5] = "7", "赵六"
    document = Document()
    for grid in (
        [row for row in rows if len(row) == 2],
        [["", "备注"], *reversed([r for r in rows if len(r) == 6])],
    ):
        table = document.add_table(rows=0, cols=max(len(row) for row in grid))
        for row in grid:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    document.save("a.docx")
    file = answers_of_sheet(session, Path("a.docx"))
    assert file.answers == {PUBLISHED: Quantity(7)}
    assert file.by == {PUBLISHED: "赵六"}


def test_the_name_behind_the_words_filled_in_by_is_kept(session: Session) -> None:
    """Who fills in a table writes the name where the cell says 填写人：, or in the empty one beside it."""
    sheet = sheet_of(session)
    grids = [[list(row) for row in table_rows(sheet, table)] for table in sheet.tables]
    for grid in grids:
        grid[1][1] += "赵六"
        grid[3][3] = "1"
    taken = filled(grids)
    assert taken is not None
    assert set(taken.by.values()) == {"赵六"}


@pytest.mark.parametrize("kind", WRITERS)
def test_what_is_good_can_be_taken_and_each_odd_cell_has_a_line(kind: str, session: Session) -> None:
    path = Path(f"a.{kind}")
    path.write_bytes(WRITERS[kind](sheet_of(session)))
    FILL[kind](path, {PUBLISHED: "不清楚", "requests.new.enterprise": "-1", "requests.new.other": "2"}, {})
    file, odd = read_answers_of_sheet(session, path)
    assert file.answers["requests.new.other"] == 2
    assert not {PUBLISHED, "requests.new.enterprise"} & set(file.answers)
    assert len(odd) == 2
    assert all("第" in line and "行" in line and "\n" not in line for line in odd)
    assert any("不清楚" in line for line in odd)
