"""Last year's file taken over in the interface: its figures then stand beside this year's questions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.widgets import Input

from app.session.library import Library
from app.tui.home.home_screen import HomeScreen
from app.tui.importing.confirm_screen import ConfirmScreen
from app.tui.importing.import_screen import ImportScreen
from app.tui.interview.interview_screen import InterviewScreen
from sections.facts import FACTS
from sections.report.report import Report
from sections.report.values import Kind
from tests.support.desk import Desk, desk
from tests.support.form import table_fields
from tests.support.read_reports import SHARED

SAMPLE = Path(__file__).parents[3] / "app" / "samples" / "last-year.docx"
OPEN = {
    "hongze-2023/source.pdf": 14,
    "qijiang-mzj-2024/source.txt": 9,
    "qijiang-mzj-2024/rebuilt.docx": 9,
    "shuyang-fgj-2023/source.html": 10,
    "suqian-2023/source.docx": 16,
    "suqian-2023/source.html": 16,
}
"""Report -> at how many questions last year's answer is known, at least."""
FILES = {SAMPLE: 28} | {SHARED / name: least for name, least in OPEN.items()}


@dataclass
class Walked:
    """What stood beside the questions."""

    last: dict[str, str] = field(default_factory=dict)
    """Question -> last year's answer, as the session has it."""
    unseen: list[str] = field(default_factory=list)
    """Questions whose last year's answer was not on the screen."""
    cells: int = 0
    """Cells of the tables with last year's number beside them."""


async def take_over(at: Desk, path: Path) -> None:
    """Import a file and begin this year's report, with the keys alone."""
    screen = at.app.screen
    assert isinstance(screen, HomeScreen)
    screen.action_import()
    await at.pilot.pause()
    importing = at.app.screen
    assert isinstance(importing, ImportScreen)
    importing.query_one("#path", Input).value = str(path)
    await at.press("enter")
    await at.until(lambda: importing._report is not None)
    await at.press("f5")
    if isinstance(at.app.screen, ConfirmScreen):
        await at.press("f5", "f5", "enter")
    await at.press("f5")
    await at.until(lambda: isinstance(at.app.screen, InterviewScreen))


async def walk(at: Desk) -> Walked:
    """Go through every question, each answered as last year or skipped."""
    session, walked = at.interview.session, Walked()
    done: set[str] = set()
    while one := next((one for one in session.conversation.asked() if one.id not in done), None):
        done.add(one.id)
        view = session.conversation.view(one)
        if one.question.kind is Kind.TABLE:
            cells = session.tables.table(one.question.scope).cells.values()
            walked.cells += sum(cell.last is not None for cell in cells)
            continue
        session.conversation.go(one.id)
        if view.last:
            at.interview.position.refresh()
            at.interview.show_moved()
            await at.pilot.pause()
            walked.last[one.id] = "".join(view.last.split())
            if f"去年：{''.join(view.last.split())}" not in at.talk:
                walked.unseen.append(one.id)
        session.conversation.answer(view.default or view.last or "")
    return walked


def asked_for(report: Report) -> Iterator[tuple[str, str]]:
    """The figures of a report that a question of its own asks for: the question, and words of last year's."""
    for figure in report.figures:
        if figure.id == "platform.items":
            yield figure.id, figure.name
        elif figure.id in FACTS:
            yield figure.id, ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
async def test_last_years_figures_stand_beside_their_questions(library: Library, path: Path) -> None:
    if not path.exists():
        pytest.skip(f"needs the open report {path.parent.name}/{path.name}")
    async with desk(library) as at:
        await take_over(at, path)
        last = at.interview.session.last
        assert last is not None
        walked = await walk(at)
    assert walked.unseen == []
    by_themselves = [question for question in walked.last if ".indicator:" in question]
    missing = [
        (name, words)
        for name, words in asked_for(last)
        if words not in walked.last.get(name, "\0")
        and not (words and any(f":{words}（" in question for question in by_themselves))
    ]
    assert missing == []
    assert walked.cells == sum(last.number(name) is not None for name in table_fields())
    assert len(walked.last) >= FILES[path]
