"""Files and folders are chosen from lists: newest first, only what can be read, a typed place still taken."""

import os
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from app.documents.formats import SUFFIXES
from app.session import folders
from app.session.library import Library
from app.tui.export import ExportScreen
from app.tui.files.file_picker import FilePicker, Wanted
from app.tui.importing.import_screen import ImportScreen
from app.tui.layout_dialog import LayoutDialog
from app.tui.widgets.lines import Lines
from app.tui.widgets.rows_view import RowsView
from sections.report.report import Report
from store import paths
from tests.support.desk import Desk
from tests.support.sample_with_mistakes import SAMPLE
from tests.support.widget_host import showing

FILE, FOLDER = Wanted("选择去年的年报", SUFFIXES), Wanted("选择保存的文件夹")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with documents and downloads, of which each file is older than the one before."""
    home = tmp_path / "clerk"
    made = (
        "下载/去年年报.docx",
        "文档/2024/旧年报.pdf",
        "文档/新年报.DOCX",
        "文档/备忘.exe",
        "文档/~$新.docx",
    )
    for age, name in enumerate(made):
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SAMPLE.read_bytes())
        os.utime(path, (1_750_000_000 - age * 86_400,) * 2)
    (home / "桌面").mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "kept"))
    monkeypatch.chdir(home)
    return home


@asynccontextmanager
async def picking(wanted: Wanted, folder: Path | None = None) -> AsyncIterator[Desk]:
    async with showing(FilePicker(wanted, folder), (80, 24)) as pilot:
        here = Desk(pilot)
        await settled(here)
        yield here


async def settled(here: Desk) -> None:
    await here.pilot.app.workers.wait_for_complete()
    await here.pilot.pause()


def names(here: Desk) -> list[str]:
    return [Path(key).name for key in here.app.screen.query_one("#entries", RowsView).keys]


def said(here: Desk) -> str:
    return here.app.screen.query_one("#said", Lines).text


async def test_the_newest_readable_files_of_the_usual_places_come_first(home: Path) -> None:
    async with picking(FILE) as here:
        assert names(here)[:2] == ["去年年报.docx", "新年报.DOCX"]
        assert {"文档", "下载", "桌面"} <= set(names(here)[2:])
        assert "最近的文件" in here.shown
        assert "下载" in here.lines[4]
        await here.press("enter")
        assert here.app.ended == [home / "下载" / "去年年报.docx"]


async def test_a_folder_is_opened_left_and_begun_with_the_next_time(home: Path) -> None:
    async with picking(FILE, home / "文档") as here:
        assert names(here) == ["up", "2024", "新年报.DOCX"]
        assert here.app.screen.query_one("#entries", RowsView).here == str(home / "文档" / "新年报.DOCX")
        await here.press("up", "enter")
        await settled(here)
        assert names(here) == ["up", "旧年报.pdf"]
        await here.press("left")
        await settled(here)
        assert names(here) == ["up", "2024", "新年报.DOCX"]
        await here.press("up", "enter")
        await settled(here)
        await here.press("enter")
        assert here.app.ended == [home / "文档" / "2024" / "旧年报.pdf"]
    assert folders.places()[0] == ("上次的文件夹", home / "文档" / "2024")


async def test_typed_words_filter_and_a_typed_place_is_taken(home: Path) -> None:
    async with picking(FILE) as here:
        await here.type("新")
        assert names(here) == ["新年报.DOCX"]
        await here.press("escape")
        assert len(names(here)) > 2
        await here.type("没有这样的名字")
        assert "没有名称里有“没有这样的名字”" in here.shown
        await here.press("escape")
        await here.type("~/文档/2024")
        await here.press("enter")
        await settled(here)
        assert names(here) == ["up", "旧年报.pdf"]
        await here.type(f"'{home}/文档/备忘.exe'")
        await here.press("enter")
        assert here.app.ended == [home / "文档" / "备忘.exe"], "what is named itself may have any ending"


async def test_what_is_not_there_is_said_and_escape_leaves(home: Path) -> None:
    async with picking(FILE) as here:
        await here.type("~/没有.docx")
        await here.press("enter")
        assert "没有这个文件" in said(here)
        await here.press("escape", "escape")
        assert here.app.ended == [None]


async def test_a_folder_that_cannot_be_read_is_said_and_left(home: Path, monkeypatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(folders, "listed", refused)
    async with picking(FILE, home / "桌面") as here:
        assert "打不开文件夹" in said(here)
        assert names(here) == ["up"]


async def test_a_folder_is_chosen_for_what_is_written(home: Path) -> None:
    async with picking(FOLDER, home) as here:
        assert names(here)[:2] == ["here", "up"]
        assert not any("docx" in name for name in names(here))
        await here.type("桌")
        await here.press("enter")
        await settled(here)
        await here.press("f5")
        assert here.app.ended == [home / "桌面"]


def test_a_large_folder_is_listed_to_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_LISTED", 3)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("")
        os.utime(tmp_path / f"{number}.txt", (1_750_000_000 + number,) * 2)
    listing = folders.listed(tmp_path, (".txt",))
    assert [entry.path.name for entry in listing.entries] == ["4.txt", "3.txt", "2.txt"]
    assert listing.left_out == 2


@pytest.mark.parametrize("key", ["ctrl+f", "enter"])
async def test_last_years_file_is_picked_and_read(home: Path, library: Library, key: str) -> None:
    screen = ImportScreen(library)
    async with showing(screen, (80, 24)) as pilot:
        here = Desk(pilot)
        await here.press(key)
        await settled(here)
        await here.press("enter")
        await here.until(lambda: screen._report is not None)
        assert screen._report is not None
        assert screen.query_one("#path", Input).value == str(home / "下载" / "去年年报.docx")


async def test_the_folder_of_an_export_and_the_file_that_comes_back_are_picked(
    home: Path, library: Library, last_year: Report
) -> None:
    library.take_over(last_year)
    session = library.start("示例县水务局", 2025)
    screen = ExportScreen(session)
    async with showing(screen, (80, 24)) as pilot:
        here = Desk(pilot)
        await here.press("ctrl+f")
        await settled(here)
        await here.type("桌")
        await here.press("enter")
        await settled(here)
        await here.press("enter")
        place = home / "桌面" / session.exporting.suggested_name()
        assert screen.query_one(Input).value == str(place)
        await here.press("ctrl+g")
        await settled(here)
        assert "选择改过的文件" in here.shown
        await here.press("escape", "ctrl+d")
        assert "草稿已写入" in here.shown
        screen.query_one(Input).value = str(home / "再来一份.txt")
        await here.press("ctrl+d")
        assert (home / "再来一份.txt").exists(), "another place after the first is written too"


async def test_the_layout_is_chosen_and_used(home: Path, library: Library, tmp_path: Path) -> None:
    session = library.start("示例县水务局", 2025)
    own, wrong = home / "下载" / "本局.toml", home / "下载" / "错.toml"
    own.write_text('based_on = "windows"\n[fonts]\nbody = "本局仿宋"\n', "utf-8")
    wrong.write_text("[纸]\n", "utf-8")
    os.utime(wrong, (1_900_000_000,) * 2)
    screen = ExportScreen(session)
    async with showing(screen, (80, 24)) as pilot:
        here = Desk(pilot)
        await here.press("ctrl+x", "end", "enter")
        await settled(here)
        await here.press("enter")
        assert isinstance(here.app.screen, LayoutDialog)
        assert "写法不对" in said(here)
        await here.press("enter")
        await settled(here)
        await here.press("down", "enter")
        assert here.app.screen is screen
        screen.query_one(Input).value = str(home / "a.docx")
        await here.press("ctrl+d")
        assert "草稿已写入" in here.shown
    assert "本局仿宋" in zipfile.ZipFile(home / "a.docx").read("word/styles.xml").decode()


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_what_is_remembered_is_for_this_user_alone(home: Path) -> None:
    before = os.umask(0)
    try:
        folders.keep_folder(home)
    finally:
        os.umask(before)
    kept = paths.last_folder()
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


async def test_files_below_the_usual_places_are_found_and_a_pasted_place_is_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "年报").mkdir()
    (tmp_path / "年报" / "綦江.docx").write_bytes(b"x")
    monkeypatch.setattr(folders, "places", lambda: (("主文件夹", tmp_path),))
    async with showing(FilePicker(Wanted("选择去年的年报", (".docx",)))) as pilot:
        here = Desk(pilot)
        await here.until(lambda: "綦江.docx" in here.shown)
        await here.type("綦")
        assert "綦江.docx" in here.shown
        line = here.app.screen.query_one(Input)
        line.post_message(events.Paste(str(tmp_path / "年报" / "綦江.docx")))
        await here.pilot.pause()
        assert line.value == str(tmp_path / "年报" / "綦江.docx")


def test_the_programs_own_folder_is_no_place_for_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Path(folders.__file__).parents[2]
    monkeypatch.chdir(own)
    assert own not in [folder for _, folder in folders.places()]
    assert folders.folder_to_write() != own


def test_nothing_is_written_beside_the_programs_samples(home: Path) -> None:
    folders.keep_folder(SAMPLE.parent)
    assert SAMPLE.parent not in [folder for _, folder in folders.places()]
    assert folders.folder_to_write() != SAMPLE.parent


async def test_what_is_typed_is_filtered_in_the_frame_that_shows_it(home: Path) -> None:
    for number in range(200):
        (home / "文档" / f"{number}").mkdir()
    async with picking(FOLDER, home / "文档") as here:
        layouts: list[object] = []
        here.app.screen.screen_layout_refresh_signal.subscribe(here.app.screen, layouts.append)
        here.app.screen.query_one(Input).value = "1"  # no message is waited for
        assert all("1" in name for name in names(here))
        here.app.screen.query_one(Input).value = ""
        assert len(names(here)) > 200
        await here.pilot.pause()
        assert layouts == []
