"""The top line: whose report it is, what is saved, what was found, how much is left."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.tui.text.rows import Piece, spread
from app.tui.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.session.session import Session
    from prompts.interview import Progress
    from sections.rules.base import Finding

NARROW = 100
"""Below so many cells the line leaves out what is dear but not necessary."""
SMALL = 72
"""Below so many it says how many questions are left, not how many minutes."""


class StatusLine(RowsView, can_focus=False):
    """One line, repainted in place."""

    MOST_ROOM = 1000
    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; overflow: hidden; scrollbar-gutter: auto; }
    """

    def show_session(self, session: "Session") -> None:
        """Show how a session stands."""
        self.show(
            lambda room: [
                spread(
                    _report_name(session, room),
                    (
                        *saved(session.saved, session.readonly, small=room < SMALL),
                        ("  ", ""),
                        *counts(session.findings, " " if room >= NARROW else ""),
                        ("  ", ""),
                        _how_far(session, room),
                    ),
                    room,
                )
            ]
        )

    def show_words(self, left_words: str, right_words: str = "") -> None:
        """Show two ends of a line."""
        self.show(lambda room: [spread(((left_words, "strong"),), ((right_words, "muted"),), room)])


def _how_far(session: "Session", room: int) -> Piece:
    """How much is left, in the words that there is room for; of a closed report, which is not answered any
    more, what it is."""
    if session.closed:
        return (session.status.label, "muted")
    words = progress_words(session.conversation.progress())
    return (words if room >= SMALL else words.partition("约")[0], "")


def _report_name(session: "Session", room: int) -> tuple[Piece, ...]:
    if room < NARROW:
        return ((f"{session.organ} {session.year}", "strong"),)
    return (("年报助手  ", "accent"), (f"{session.organ} · {session.year}年度", "strong"))


def saved(at: datetime | None, readonly: bool, *, small: bool = False) -> tuple[Piece, ...]:
    """What is saved: always said; where there is little room, not when."""
    if readonly:
        return (("只能查看", "warning"),)
    when = "" if small or not at else f" {at:%H:%M:%S}"
    return ((f"已保存{when}" if at else "还没有内容", ""),)


def counts(findings: "Iterable[Finding]", gap: str = " ") -> tuple[Piece, ...]:
    """Errors in red, warnings in yellow, none in neither."""
    found = [str(finding.severity) for finding in findings]
    errors, warnings = found.count("error"), found.count("warning")
    return (
        (f"错误{gap}{errors}", "error" if errors else ""),
        (" " + gap, ""),
        (f"提醒{gap}{warnings}", "warning" if warnings else ""),
    )


def progress_words(progress: "Progress") -> str:
    """How far one is, and what is left in questions and minutes."""
    head = f"{progress.done}/{progress.total}"
    rest = progress.total - progress.done
    return f"{head}  还剩{rest}题约{progress.minutes}分钟" if rest else f"{head}  已全部回答"
