"""The export screen: the place, the refusal, the draft, and what was written where."""

from pathlib import Path

import pytest
from textual.widgets import Input

from app.documents.write.kinds import KINDS
from app.session.library import Library
from app.session.session import Session
from app.tui.export import ExportScreen
from app.tui.text.typed_path import typed_path
from app.tui.widgets.lines import Lines
from sections.report.report import Report
from tests.support.widget_host import showing


@pytest.fixture
def session(library: Library, last_year: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.chdir(tmp_path)
    library.take_over(last_year)
    return library.start("示例县水务局", 2025)


@pytest.fixture
def clean(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session without findings."""
    monkeypatch.setattr(session.finishing, "findings", lambda: ())
    return session


def said(screen: ExportScreen) -> str:
    return screen.query_one("#said", Lines).text


def put(screen: ExportScreen, text: str) -> None:
    screen.query_one(Input).value = text


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("  /a/b.docx \n", "/a/b.docx"),
        ("'/a/b c.docx'", "/a/b c.docx"),
        ('"/a/b.docx"', "/a/b.docx"),
        ("“/a/年报.docx”", "/a/年报.docx"),
        ("/a/b\\ c.docx", "/a/b c.docx"),
        ("file:///a/b%20c.docx", "/a/b c.docx"),
    ],
)
def test_a_path_is_understood_as_people_paste_it(text: str, path: str) -> None:
    assert typed_path(text) == Path(path)


def test_no_text_is_no_path() -> None:
    assert typed_path(" '' ") is None


async def test_the_final_document_is_refused_with_errors_and_a_draft_offered(
    session: Session, tmp_path: Path
) -> None:
    screen = ExportScreen(session)
    async with showing(screen) as pilot:
        await pilot.press("enter")
        assert "暂时不能导出正式文本" in said(screen)
        assert "Ctrl+D" in said(screen)
        assert list(tmp_path.glob("*.docx")) == []
        await pilot.press("ctrl+d")
        assert "草稿已写入" in said(screen)
        await pilot.press("enter")
        assert [path.name for path in pilot.app.ended] == [
            "示例县水务局2025年政府信息公开工作年度报告（草稿）.docx"
        ]
    assert pilot.app.ended[0].read_bytes()[:2] == b"PK"


async def test_a_clean_report_is_written_where_suggested(clean: Session, tmp_path: Path) -> None:
    screen = ExportScreen(clean)
    async with showing(screen) as pilot:
        await pilot.press("enter")
        written = tmp_path / "示例县水务局2025年政府信息公开工作年度报告.docx"
        assert "正式文本已写入" in said(screen)
        assert written.exists()
        await pilot.press("escape")
        assert pilot.app.ended == [written]


async def test_a_folder_or_a_bare_name_is_completed(clean: Session, tmp_path: Path) -> None:
    (tmp_path / "交稿").mkdir()
    screen = ExportScreen(clean)
    async with showing(screen) as pilot:
        put(screen, "'交稿'")
        await pilot.press("enter")
        assert (tmp_path / "交稿" / clean.exporting.suggested_name()).exists()
    screen = ExportScreen(clean)
    async with showing(screen) as pilot:
        put(screen, "年报.v2")
        await pilot.press("enter")
        assert (tmp_path / "年报.v2.docx").exists()


async def test_a_file_that_is_there_is_overwritten_only_when_said_twice(
    clean: Session, tmp_path: Path
) -> None:
    there = tmp_path / "旧.docx"
    there.write_text("不要丢")
    screen = ExportScreen(clean)
    async with showing(screen) as pilot:
        put(screen, str(there))
        await pilot.press("enter")
        assert "已经存在，没有覆盖" in said(screen).replace("\n", "")
        assert there.read_text() == "不要丢"
        await pilot.press("enter")
        assert there.read_bytes()[:2] == b"PK"


async def test_a_place_that_cannot_be_written_is_one_sentence(clean: Session, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("")
    screen = ExportScreen(clean)
    async with showing(screen) as pilot:
        put(screen, str(tmp_path / "文件" / "a.docx"))
        await pilot.press("enter")
        assert said(screen)
        assert "Errno" not in said(screen)
        put(screen, "")
        await pilot.press("enter")
        assert "请输入要保存的位置" in said(screen)
        await pilot.press("escape")
        assert pilot.app.ended == [None]


async def test_the_reviewers_edition_is_written_whatever_was_found(session: Session, tmp_path: Path) -> None:
    screen = ExportScreen(session)
    async with showing(screen) as pilot:
        await pilot.press("ctrl+e")
        assert "送审稿已写入" in said(screen)
    assert [path.name for path in tmp_path.glob("*.docx")] == [
        "示例县水务局2025年政府信息公开工作年度报告（送审稿）.docx"
    ]


@pytest.mark.parametrize("name", ["年报.html", "年报.xlsx", "年报.md", "年报.txt", "年报.json"])
async def test_the_ending_of_the_name_chooses_the_kind(clean: Session, tmp_path: Path, name: str) -> None:
    from app.documents.write.kinds import SUFFIXES, Edition, write

    screen = ExportScreen(clean)
    async with showing(screen) as pilot:
        put(screen, name)
        await pilot.press("enter")
        assert "正式文本已写入" in said(screen)
    edition = Edition(clean.finishing.document, clean.last)
    assert (tmp_path / name).read_bytes() == write(edition, SUFFIXES[Path(name).suffix])


async def test_all_kinds_go_into_the_folder_and_are_not_written_over_unasked(
    clean: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.documents.libreoffice.find_program", lambda: None)
    kept = tmp_path / clean.exporting.suggested_name("md")
    kept.write_text("不要丢")
    screen = ExportScreen(clean)
    async with showing(screen, (120, 40)) as pilot:
        await pilot.press("ctrl+b")
        assert "有1个文件已经存在，没有覆盖" in said(screen)
        assert "PDF没有写成：本机没有 LibreOffice" in said(screen)
        assert kept.read_text() == "不要丢"
        assert len(list(tmp_path.glob("示例县水务局*"))) == len(KINDS) - 1
        await pilot.press("ctrl+b")
        assert kept.read_text() != "不要丢"
