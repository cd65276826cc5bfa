"""What the clerk sees, as pictures: the first screen, and a table with a column that does not balance."""

from typing import Any

from app.session.library import Library
from app.tui.app import NianbaoApp
from sections.report.report import Report
from store.model import Position


def test_an_empty_home(library: Library, snap_compare: Any) -> None:
    assert snap_compare(NianbaoApp(library), terminal_size=(80, 24))


def test_a_table_with_a_column_that_does_not_balance(
    library: Library, last_year: Report, snap_compare: Any
) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.tables.set_cells({"requests.new.natural_person": "3", "requests.granted.natural_person": "4"})
        session.conversation.remember(
            Position(screen="table", question="requests.table", cell="requests.granted.natural_person")
        )
    app = NianbaoApp(library, session.id)

    async def settle(pilot: Any) -> None:
        await pilot.press("down")
        await pilot.pause()

    assert snap_compare(app, terminal_size=(120, 40), run_before=settle)
