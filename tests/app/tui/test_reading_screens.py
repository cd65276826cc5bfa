"""Help: the question explained, and every key."""

import pytest

from app.session.library import Library
from app.tui.help import HelpScreen, help_rows
from prompts.commands import COMMANDS
from sections.report.report import Report
from tests.support.widget_host import showing


@pytest.fixture
def session(library: Library, last_year: Report):
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go("proactive.published_total")
        session.conversation.answer("742")
        session.conversation.go("proactive.wechat")
        yield session


def test_help_explains_the_question_the_commands_and_the_keys(session) -> None:
    view = session.conversation.view(session.conversation.current)
    text = "\n".join(row.text for row in help_rows(view, 78))
    assert view.text in text
    assert "六百九十九" in text
    assert all(name in text for name in COMMANDS)
    assert "Ctrl+Z" in text


async def test_help_closes_with_its_own_key(session) -> None:
    async with showing(HelpScreen(session.conversation.view(session.conversation.current))) as pilot:
        await pilot.press("pagedown", "f1")
        assert pilot.app.ended == [None]
