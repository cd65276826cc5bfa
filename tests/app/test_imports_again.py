"""The same report imported again: in other kinds of file, with other numbers, as the reviewer's edition."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import Input

from app.__main__ import main
from app.documents.read.importer import read_report
from app.documents.read.organ_properties import from_properties
from app.documents.write.kinds import KINDS, Edition, write
from app.exit_codes import ExitCode
from app.session.library import Library
from app.tui.home.home_screen import HomeScreen
from app.tui.importing.import_screen import ImportScreen
from sections.report.report import Report
from store.database import Store
from store.model import Status
from store.paths import database
from tests.support import reports
from tests.support.desk import desk
from tests.support.sample_with_mistakes import printed

KEPT = ("docx", "review", "html", "fragment", "xlsx", "md", "txt", "json")
"""Every kind that is made without LibreOffice."""


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    """Every export of one report; ``library`` for its home of its own."""
    library.store.close()
    exported = tmp_path / "导出"
    exported.mkdir()
    report = reports.sample()
    for name in KEPT:
        (exported / KINDS[name].file_name(report)).write_bytes(write(Edition(report), name))
    return exported


def kept() -> list[Report]:
    with Store.open() as store:
        library = Library(store)
        return [library.report_of(record) for record in store.reports()]


def test_a_folder_of_ones_own_exports_is_one_report_and_never_the_reviewers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = printed(["import", str(folder)], capsys)
    assert code is ExitCode.OK
    assert err.splitlines()[-1] == "共8份，导入成功1份，是同一份年报的其他格式或送审稿7份。"
    assert "这是送审稿" in err
    [report] = kept()
    assert report.to_json() == reports.sample().to_json()
    with Store.open() as store:
        assert store.deleted() == []
    code, _, err = printed(["import", str(folder)], capsys)
    assert code is ExitCode.OK
    assert err.splitlines()[-1].startswith("共8份，导入成功0份，这里已经有的7份，")


def test_the_reviewers_edition_alone_is_not_imported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [review] = folder.glob("*送审稿*")
    code, _, err = printed(["import", str(review)], capsys)
    assert code is ExitCode.FAILED
    assert "这是送审稿" in err
    assert kept() == []


def test_another_number_in_one_of_the_files_is_told_and_not_taken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = reports.sample()
    other = report.with_cells(dict(report.cells) | {"proactive.licences": 9876})
    [text] = folder.glob("*.txt")
    text.write_bytes(write(Edition(other), "txt"))
    code, _, err = printed(["import", str(folder)], capsys)
    assert code is ExitCode.FAILED
    assert f"{text.name}：与刚才导入的" in err
    assert "→ 9876" in err
    assert [one.number("proactive.licences") for one in kept()] == [report.number("proactive.licences")]


def test_a_second_import_is_asked_about_and_the_first_comes_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [first] = folder.glob("*.json")
    assert main(["import", str(first)]) == ExitCode.OK
    code, _, err = printed(["import", str(first)], capsys)
    assert code is ExitCode.OK
    assert "内容相同，没有重复导入" in err
    report = reports.sample()
    other = folder / "另一份.json"
    changed = report.with_cells(dict(report.cells) | {"proactive.licences": 9876})
    other.write_bytes(write(Edition(changed), "json"))
    code, _, err = printed(["import", str(other)], capsys)
    assert code is ExitCode.FAILED
    assert "要代替，请加 --replace" in err
    assert "→ 9876" in err
    assert main(["import", str(other), "--replace"]) == ExitCode.OK
    assert [one.number("proactive.licences") for one in kept()] == [9876]
    name = f"{report.unit}@{report.year}"
    for number in (report.number("proactive.licences"), 9876):
        assert main(["undelete", name]) == ExitCode.OK
        assert [one.number("proactive.licences") for one in kept()] == [number]
    assert main(["reopen", name]) == ExitCode.OK
    capsys.readouterr()
    code, _, err = printed(["undelete", name], capsys)
    assert code is ExitCode.FAILED
    assert "现在有另一份年报（草稿），没有恢复" in err


def test_what_was_drafted_here_is_never_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = reports.sample()
    with Store.open() as store, Library(store).start(report.unit, report.year):
        pass
    [text] = folder.glob("*.txt")
    code, _, err = printed(["import", str(text), "--replace"], capsys)
    assert code is ExitCode.FAILED
    assert "在这里填写过（草稿），没有用导入的代替" in err
    assert "--into" in err
    with Store.open() as store:
        assert [one.status for one in store.reports()] == [Status.DRAFT]


def test_ones_own_word_file_knows_kind_level_and_short_name(folder: Path) -> None:
    [path] = (file for file in folder.glob("*.docx") if "送审" not in file.name)
    report, again = reports.sample(), read_report(path)
    names = ("kind", "level", "short_name")
    assert all(getattr(report.profile, name) for name in names)
    assert [getattr(again.profile, name) for name in names] == [getattr(report.profile, n) for n in names]
    assert again.facts["profile.kind"] == report.profile.kind
    assert from_properties(path.read_bytes(), "别的单位") == {}
    assert from_properties(b"PK\x03\x04docProps/core.xml", report.unit) == {}
    assert from_properties("纯文本".encode(), report.unit) == {}


def test_last_years_report_is_not_the_reviewers_edition(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = reports.sample()
    this = tmp_path / "今年.json"
    after = report.model_copy(update={"year": report.year + 1, "title": ""})
    this.write_bytes(write(Edition(after), "json"))
    _, out, _ = printed(["check", str(this), "--last-year", str(folder), "--format", "json"], capsys)
    assert '"last_year": null' not in out
    assert "送审稿" not in out


def test_the_reviewers_edition_is_not_judged_by_its_marks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [review] = folder.glob("*送审稿*")
    code, out, _ = printed(["check", str(review), "--format", "json"], capsys)
    assert code is ExitCode.OK
    [result] = json.loads(out)
    assert {finding["code"] for finding in result["findings"]} == {"NB958"}
    assert result["unread"] == 0
    assert "这是送审稿" in result["note"]


async def test_the_import_screen_asks_on_a_second_import_and_shows_what_differs(
    library: Library, last_year: Report, tmp_path: Path
) -> None:
    first = library.take_over(last_year)
    other = last_year.with_cells(dict(last_year.cells) | {"requests.carried_out.natural_person": 5})
    path = tmp_path / "另一份.json"
    path.write_bytes(write(Edition(other), "json"))
    async with desk(library) as here:
        for last, keys in (("escape", ()), ("f5", ("f5",))):
            await here.press("i")
            importing = here.app.screen
            assert isinstance(importing, ImportScreen)
            importing.query_one("#path", Input).value = str(path)
            await here.press("enter")
            await here.until(lambda screen=importing: screen._report is not None)
            await here.press("f5")
            assert "以前导入过，有1处不同" in here.shown
            assert "2→5" in here.shown
            await here.press(last, *keys[1:])
            if last == "escape":
                assert isinstance(here.app.screen, HomeScreen)
                assert library.store.deleted() == []
        assert [one.id for one in library.store.deleted()] == [first]


def test_no_other_import_comes_between_looking_and_keeping(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four at once, each with other numbers, replaced one another without being asked to."""
    known, refused = Library.known, []

    def looked(found: Library, report: Report) -> object:
        with (
            closing(sqlite3.connect(database(), timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked") as error,
        ):
            other.execute("BEGIN IMMEDIATE")
        refused.append(error)
        return known(found, report)

    monkeypatch.setattr(Library, "known", looked)
    [text] = folder.glob("*.txt")
    assert main(["import", str(text)]) is ExitCode.OK
    assert len(refused) == 1
