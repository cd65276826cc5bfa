"""F6: the whole report as it would be printed now, to be read; any paragraph can be edited from here."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from app.tui.messages import RowChosen, RowsLeft
from app.tui.polite import politely
from app.tui.rows import Row, marked, row
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine
from app.views import Paragraph, TableView
from sections.form import HEADINGS, TABLES, TOPICS

if TYPE_CHECKING:
    from app.session import Session


class PreviewScreen(Screen[None]):
    """Read the report from top to bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f6", "dismiss(None)", "返回", priority=True),
        Binding("f9", "edit", "改文字"),
    ]
    CSS = "PreviewScreen { layout: vertical; } PreviewScreen #text { padding: 0 1; }"

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Status, text, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="text")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin at the top."""
        self._show()
        self.query_one(KeyLine).show_keys(
            (
                Key("↑↓ PgUp PgDn", "翻看"),
                Key("回车", "修改这一段", "edit"),
                Key("Esc", "返回", "dismiss(None)"),
            )
        )
        self.query_one("#text").focus()

    def say(self, text: str, _: str = "") -> None:
        """Say a sentence in the top line."""
        self.query_one(StatusLine).show_words(text)

    def _show(self) -> None:
        self.query_one(StatusLine).show_session(self.session)
        self.query_one("#text", RowsView).show(lambda room: report_rows(self.session, room))

    def on_rows_left(self, event: RowsLeft) -> None:
        """The end is the end."""
        event.stop()

    @on(RowChosen)
    @politely
    def chosen(self, event: RowChosen) -> None:
        """Edit the paragraph; a click only stands on it."""
        if not event.clicked:
            self.action_edit()

    @politely
    def action_edit(self) -> None:
        """Edit the paragraph one stands on."""
        key = self.query_one("#text", RowsView).here
        if not key:
            return
        from app.tui.screens.editor import EditorScreen
        from app.tui.screens.table import TableScreen

        screen = TableScreen(self.session, key) if key in TABLES else EditorScreen(self.session, key)
        self.app.push_screen(screen, lambda _: self._show())


def report_rows(session: "Session", room: int) -> list[Row]:
    """The report, part by part; a part without words says so."""
    drafts = session.drafts()
    first, second = session.report.title_lines
    rows = [_centred(first, room), _centred(second, room), row("")]
    rows += _paragraphs([drafts[key] for key in ("opening",) if key in drafts], room)
    for section, heading in HEADINGS.items():
        rows += [row(heading, "strong")]
        if section in TABLES:
            rows += [_table_row(session.table(section), section), row("")]
            continue
        parts = [drafts[key] for key in drafts if key.startswith(f"{section}.")]
        rows += _paragraphs(parts, room) or [row("（还没有内容）", "muted"), row("")]
    return rows


def _paragraphs(paragraphs: list[Paragraph], room: int) -> list[Row]:
    rows: list[Row] = []
    for paragraph in paragraphs:
        name = paragraph.key.partition(".")[2]
        if name in TOPICS:
            rows.append(row(f"  {TOPICS[name]}", "strong", paragraph.key))
        rows += [*marked(paragraph.text, (), room, paragraph.key), row("")]
    return rows


def _table_row(view: TableView, section: str) -> Row:
    blank = sum(cell.value is None for cell in view.cells.values() if cell.editable)
    state = f"还有{blank}格没有填" if blank else "已填写"
    return row(f"　　[表格，{state}，按回车打开]", "muted", section)


def _centred(text: str, room: int) -> Row:
    from app.tui.measure import width

    return row(" " * max((room - width(text)) // 2, 0) + text, "strong")
