"""The differences of an edited file in the terminal: listed, one key each, nothing taken without one."""

from pathlib import Path

from app.session.library import Library
from app.session.session import Session
from app.tui.homecoming import HomecomingScreen
from app.tui.widgets.lines import Lines
from app.tui.widgets.rows_view import RowsView
from sections.report.values import Quantity
from tests.support.widget_host import picture, showing


def a_session(library: Library) -> Session:
    session = library.start("示例县水务局", 2025)
    session.conversation.take({"proactive.public_questions": Quantity(471)}, {})
    return session


def edited(session: Session, folder: Path) -> Path:
    path = session.exporting.write(folder / "a.txt", "txt", as_draft=True).path
    text = path.read_text("utf-8")
    path.write_text(text.replace("471件", "480件").replace("报告", "本报告", 0), "utf-8")
    return path


async def test_a_difference_is_shown_and_taken_with_one_key(library: Library, tmp_path: Path) -> None:
    session = a_session(library)
    screen = HomecomingScreen(session, edited(session, tmp_path))
    async with showing(screen, (100, 30)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shown = "\n".join(picture(pilot))
        assert "差别 1 处" in shown
        assert "471 → 480" in shown
        assert session.report.facts["proactive.public_questions"] == Quantity(471)
        await pilot.press("1")
        assert session.report.facts["proactive.public_questions"] == Quantity(480)
        assert "没有差别" in "\n".join(picture(pilot))
        await pilot.press("ctrl+z")
        assert session.report.facts["proactive.public_questions"] == Quantity(471)
        await pilot.press("2")
        assert session.report.facts["proactive.public_questions"] == Quantity(471)
        assert "480件" in session.report.paragraphs["overview.proactive"]


async def test_what_was_said_goes_with_a_step_which_lays_nothing_out_and_a_resize_moves_nobody(
    library: Library, tmp_path: Path
) -> None:
    session = a_session(library)
    path = edited(session, tmp_path)
    text = path.read_text("utf-8")
    path.write_text(text + "全年还举办了开放日。\n另外印发了指南。\n", "utf-8")
    screen = HomecomingScreen(session, path)
    async with showing(screen, (100, 30)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        view, said = screen.query_one(RowsView), screen.query_one("#said", Lines)
        assert len(view.keys) > 1
        await pilot.press("ctrl+z")
        assert said.text
        layouts: list[object] = []
        screen.screen_layout_refresh_signal.subscribe(screen, layouts.append)
        await pilot.press("down")
        assert (said.text, view.here, layouts) == ("", "1", [])
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        assert view.here == "1"


async def test_a_file_that_cannot_be_read_is_said_in_a_sentence(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no document")
    async with showing(HomecomingScreen(a_session(library), path), (100, 30)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("1", "2", "a")
        assert "年报" in "\n".join(picture(pilot))
