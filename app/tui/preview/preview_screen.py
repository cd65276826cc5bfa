"""F6: the whole report in pages as it would be printed now; any part can be opened from here."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from app.documents.pages import pages_of
from app.tui.error_display import shows_errors
from app.tui.preview.page_rows import sheets
from app.tui.preview.pages_view import PagesView
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from app.session.session import Session


class PreviewScreen(Screen[None]):
    """Read the report from top to bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f6", "dismiss(None)", "返回", priority=True),
        Binding("f9", "edit", "修改选中的段落或者表格"),
    ]
    ABOUT = "这里是整份年报打印出来的样子，分页与导出的文件一致。选中一段，可以直接去修改。"
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", "选段落"),
        ("PgUp PgDn", "翻页"),
        ("Home End", "到开头、到末尾"),
        ("回车", "修改选中的段落或者表格"),
    )
    CSS = "PreviewScreen { layout: vertical; } "

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Status, text, keys."""
        yield StatusLine(id="status")
        yield PagesView(self._moved, id="text")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin at the top."""
        self._show()
        self.query_one(KeyLine).show_keys(
            (
                Key("PgUp PgDn", "翻页"),
                Key("↑↓", "选段落"),
                Key("回车", "修改这一段", "edit"),
                Key("Home End", "开头 末尾"),
                Key("Esc", "返回", "dismiss(None)"),
                Key("F1", "帮助", "app.help"),
            )
        )
        self.query_one("#text").focus()

    def say(self, text: str, _: str = "") -> None:
        """Say a sentence in the top line."""
        self.query_one(StatusLine).show_words(text)

    def _show(self) -> None:
        report = self.session.report
        pages, notes = pages_of(report), _notes(self.session)
        self.query_one("#text", PagesView).show_sheets(lambda room: sheets(pages, report, room, notes))

    def _moved(self) -> None:
        """Say on which page one is."""
        here, count = self.query_one("#text", PagesView).page
        whose = f"{self.session.organ} {self.session.year}年度 · 预览"
        self.query_one(StatusLine).show_words(whose, f"第 {here} 页，共 {count} 页")

    def on_rows_left(self, event: RowsLeft) -> None:
        """The end is the end."""
        event.stop()

    @on(RowChosen)
    @shows_errors
    def chosen(self, event: RowChosen) -> None:
        """Edit the paragraph; a click only stands on it."""
        if not event.clicked:
            self.action_edit()

    @shows_errors
    def action_edit(self) -> None:
        """Edit the paragraph one stands on."""
        key = self.query_one("#text", PagesView).here
        if not key:
            return
        if self.session.readonly and key not in self.session.report.form.tables:
            self.say(self.session.why_readonly)
            return
        from app.tui.narrative.editor_screen import EditorScreen
        from app.tui.table.table_screen import TableScreen

        screen = (
            TableScreen(self.session, key)
            if key in self.session.report.form.tables
            else EditorScreen(self.session, key)
        )
        self.app.push_screen(screen, lambda _: self._show())


def _notes(session: "Session") -> dict[str, str]:
    """What is still missing, by section; it is not printed."""
    notes: dict[str, str] = {}
    form = session.report.form
    for section in form.headings:
        if section in form.tables:
            cells = session.tables.table(section).cells.values()
            blank = sum(cell.value is None for cell in cells if cell.editable)
            if blank:
                notes[section] = f"［还有{blank}格没有填，按回车打开表格］"
        elif not any(key.startswith(f"{section}.") for key in session.narrative.paragraphs()):
            notes[section] = "［还没有内容］"
    return notes
