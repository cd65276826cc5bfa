"""One picture of the interview: outline, conversation and draft side by side.

After a wanted change: ``.venv/bin/pytest -n 0 tests/app/tui/test_pictures.py --snapshot-update``."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from app.session.library import Library
from app.tui.app import NianbaoApp
from sections.report.report import Report
from store.database import Store
from tests.support.desk import WIDE

NOW = dt.datetime(2026, 1, 12, 14, 3, 27)


@pytest.fixture
def still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last_year: Report) -> Iterator[Library]:
    """A library whose every clock stands still, with a draft that has begun."""
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    with Store.open(now=lambda: NOW) as store:
        library = Library(store, now=lambda: NOW)
        library.take_over(last_year)
        with library.start("示例县水务局", 2025) as session:
            session.conversation.go("proactive.published_total")
            session.conversation.answer("742")
            session.conversation.answer("520")
        yield library


async def type_a_number(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.press("2", "0", "3")
    await pilot.pause(0.5)


def test_the_interview_on_a_wide_screen(still: Library, snap_compare) -> None:
    app = NianbaoApp(still, still.latest().id)
    assert snap_compare(app, terminal_size=WIDE, run_before=type_a_number)
