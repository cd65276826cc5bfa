"""The outline: sections and topics with how far they are and whether something was found."""

from collections.abc import Sequence
from typing import Final

from app.session.views import OutlineEntry
from app.tui.interview.conversation_rows import SHORT
from app.tui.text.cell_width import width
from app.tui.text.rows import Piece, Row, row, spread
from app.tui.widgets.rows_view import RowsView
from sections.rules.base import Severity

LEGEND: Final = {
    "✓": "答完了",
    "●": "正在答",
    "○": "还没有答完",
    "△": "有跳过的题",
    "－": "没有要答的题",
    "✗": "有错误",
    "!": "有提醒",
}
"""What the marks mean, as the pane says it below the sections, and F1."""
STATES: Final = {"done": "✓", "here": "●", "open": "○", "skipped": "△", "none": "－"}
_SEVERE: Final = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "!"}
FULL: Final = 40
"""From so many cells on the full headings and the counts are shown."""


class Outline(RowsView):
    """A row a section; choosing it goes to its first question."""

    def show_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Show the outline; the keys of its rows are those of the entries."""
        here = next((entry.key for entry in reversed(entries) if entry.state == "here"), None)
        self.show(lambda room: [*(outline_row(entry, room) for entry in entries), *_legend(entries)], here)


def _legend(entries: Sequence[OutlineEntry]) -> list[Row]:
    """What the marks mean that stand above, a line each; a severity is a word of its own in a wide pane."""
    shown = {STATES[entry.state] for entry in entries}
    shown |= {_SEVERE[entry.severity] for entry in entries if entry.severity is not None}
    return [row(""), *(row(f"{mark} {words}", "muted") for mark, words in LEGEND.items() if mark in shown)]


def outline_row(entry: OutlineEntry, room: int) -> Row:
    """The row of one section."""
    state = STATES[entry.state]
    if entry.state == "done" and entry.severity is Severity.ERROR:
        state = " "
    gap = " " if width(state) == 1 else ""
    style = {"here": "accent", "none": "muted"}.get(entry.state, "")
    label = entry.label if room >= FULL else SHORT.get(entry.key, entry.label)
    indent = " " * entry.level
    if label.startswith("（"):
        gap = ""
    left = ((f"{indent}{state}{gap}{label}", style),)
    return spread(left, _section_marks(entry, room), room, entry.key)


def _section_marks(entry: OutlineEntry, room: int) -> tuple[Piece, ...]:
    mark: tuple[Piece, ...] = ()
    if entry.severity is not None:
        error = entry.severity is Severity.ERROR
        word = entry.severity.label if room >= FULL else _SEVERE[entry.severity]
        mark = ((word, "error" if error else "warning"),)
    if room < FULL:
        return mark
    count = f"{entry.done}/{entry.total}" if entry.total else ""
    return (*mark, (f"  {count:>7}", "muted"))
