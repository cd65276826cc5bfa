"""Home: every report with how far it is; the one to go on with is already selected."""

from contextlib import suppress
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from app.tui.error_display import shows_errors
from app.tui.text.cell_width import wrap
from app.tui.text.rows import Piece, Row, row, spread
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from pathlib import Path

    from app.session.library import Library
    from app.session.session import Session
    from app.session.views import ReportSummary

IMPORT: Final = "import"
NEW: Final = "new"
_CHOICES: Final = (
    (IMPORT, "导入去年的年报", "读出单位信息、表格和数字，今年就不用从头填"),
    (NEW, "从头开始", "没有去年的年报，或者想自己一题一题填"),
)


class HomeScreen(Screen[None]):
    """The list of reports."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "新建：为选中的单位开始下一年的年报"),
        Binding("i", "import", "导入一份年报文件，用来与下一年对照"),
        Binding("e", "export", "导出选中的年报"),
        Binding("y", "years", "历年对照：选中单位各年的主要数字"),
        Binding("q", "app.quit", "退出"),
    ]
    CSS_PATH = "styles/home.tcss"

    ABOUT = (
        "首页列出这台电脑上的年报，每份两行：单位、年度、距公布期限的天数、完成的题数和检查结果。"
        "选中的是最近填写的一份，按回车就接着填。导入的年报用来与下一年对照。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", "选择"),
        ("回车", "打开选中的年报；选中的是导入的年报，就开始下一年的"),
    )

    def __init__(self, library: "Library", resume: int | None = None) -> None:
        super().__init__()
        self.library = library
        self._resume = resume
        self._cards: dict[str, ReportSummary] = {}

    def compose(self) -> ComposeResult:
        """Title, list, what is said, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="cards", always=True)
        yield Lines(2, id="said")
        yield KeyLine(id="keys")

    @shows_errors
    def on_mount(self) -> None:
        """Read the list."""
        self.query_one("#cards").focus()
        if self._resume is not None:
            self.call_next(self._go_on, self._resume)
        else:
            self.show_cards()
            self.call_after_refresh(Thread(target=warm_up, daemon=True).start)
            if damage := self.library.damage():
                self.call_after_refresh(self.say, damage[0], "$text-error")

    @shows_errors
    def _go_on(self, report_id: int) -> None:
        """Go on with a report; the list is shown when one comes back from it, or cannot get there."""
        try:
            self.open_report(report_id)
        except Exception:
            self.show_cards(report_id)
            raise

    def show_cards(self, here: int | None = None) -> None:
        """Show the reports as they stand, the one to go on with (or ``here``) selected."""
        cards = self.library.reports()
        self._cards = {str(card.id): card for card in cards}
        self.query_one(StatusLine).show_words("年报助手", "政府信息公开工作年度报告")
        latest = self.library.latest()
        chosen = here if here is not None else latest.id if latest else cards[0].id if cards else None
        pane = self.query_one("#cards", RowsView)
        pane.show(lambda room: card_rows(cards, room), str(chosen) if chosen is not None else None)
        pane.reveal(pane.here)
        self.query_one(KeyLine).show_keys(_KEYS if cards else _FIRST_KEYS)

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence above the keys until something else happens."""
        said = self.query_one("#said", Lines)
        said.show(*((line, style) for line in wrap(text, said.room)[:2]))

    def on_rows_left(self, event: RowsLeft) -> None:
        """The end is the end."""
        event.stop()

    # --- what one can do -------------------------------------------------------------------------------

    @on(RowChosen)
    @shows_errors
    def chosen(self, event: RowChosen) -> None:
        """Open the report, or begin one."""
        self.say("")
        if event.key == IMPORT:
            self.action_import()
        elif event.key == NEW:
            self.action_new()
        else:
            self._open(self._cards[event.key])

    def _open(self, card: "ReportSummary") -> None:
        if not card.is_imported:
            self.open_report(card.id)
        elif any(other.unit == card.unit and other.year == card.year + 1 for other in self._cards.values()):
            self.say(f"{card.year}年的年报是导入的，用来与{card.year + 1}年对照，不用再填写。")
        else:
            self._start(card.unit, card.year + 1)

    def open_report(self, report_id: int) -> None:
        """Go on with a report; when it is left, everything is saved and said to be."""
        from app.tui.interview.interview_screen import InterviewScreen

        session = self.library.open(report_id)
        said = "" if session.readonly else "都已保存。按回车接着填。"

        def left(_: object) -> None:
            self._left(session, said)

        self.app.push_screen(InterviewScreen(session), left)

    @shows_errors
    def _left(self, session: "Session", said: str) -> None:
        session.close()
        self.show_cards(session.id)
        self.say(said)

    @shows_errors
    def action_new(self) -> None:
        """Begin a report: of the organ of the selected one, for the year after its latest."""
        card = self._cards.get(self.query_one("#cards", RowsView).here)
        unit = card.unit if card else ""
        years = [other.year for other in self._cards.values() if other.unit == unit]
        self._start(unit, max(years) + 1 if years else 0)

    def _start(self, unit: str, year: int) -> None:
        from app.tui.start import StartScreen

        self.app.push_screen(StartScreen(self.library, unit, year), self._started)

    @shows_errors
    def _started(self, report_id: int | None) -> None:
        if report_id is not None:
            self.open_report(report_id)

    @shows_errors
    def action_import(self) -> None:
        """Take over a report from a file."""
        from app.tui.importing.import_screen import ImportScreen

        self.app.push_screen(ImportScreen(self.library), self._imported)

    @shows_errors
    def _imported(self, report_id: int | None) -> None:
        self.show_cards(report_id)
        if report_id is None:
            return
        card = self._cards[str(report_id)]
        self._open(card)

    @shows_errors
    def action_years(self) -> None:
        """The main numbers of all years of the selected report's organ."""
        card = self._cards.get(self.query_one("#cards", RowsView).here)
        if card is None:
            self.say("还没有可以对照的年报。", "$text-warning")
            return
        from app.session.years import years_of
        from app.tui.years.years_screen import YearsScreen

        self.app.push_screen(YearsScreen(card.unit, years_of(self.library, card.unit)))

    @shows_errors
    def action_export(self) -> None:
        """Write the document of the selected report."""
        card = self._cards.get(self.query_one("#cards", RowsView).here)
        if card is None:
            self.say("还没有可以导出的年报。", "$text-warning")
            return
        from app.tui.export import ExportScreen

        session = self.library.open(card.id)

        def exported(path: "Path | None") -> None:
            session.close()
            self.say(f"已导出到 {path}" if path else "")

        self.app.push_screen(ExportScreen(session), exported)


def warm_up() -> None:
    """Load what opening a report needs while the clerk looks at the list.

    What fails here fails again, and is said, when it is needed."""
    with suppress(Exception):
        from app.tui.interview import interview_screen  # noqa: F401
        from prompts.narrative.compose import ParagraphTemplate
        from sections.form.elements import OWN_TOPICS
        from sections.form.registry import written_form
        from sections.rules import run  # noqa: F401

        for key in written_form(date.today().year).paragraphs:
            if key != OWN_TOPICS:
                ParagraphTemplate.built_in(key)


_FIRST_KEYS: Final = (
    Key("↑↓", "选择"),
    Key("回车", "确定"),
    Key("Q", "退出", "app.quit"),
    Key("F1", "帮助", "app.help"),
)
_KEYS: Final = (
    Key("↑↓", "选择"),
    Key("回车", "打开"),
    Key("N", "新建", "new"),
    Key("I", "导入", "import"),
    Key("E", "导出", "export"),
    Key("Y", "历年", "years"),
    Key("Q", "退出", "app.quit"),
    Key("F1", "帮助", "app.help"),
)


def card_rows(cards: "list[ReportSummary]", room: int) -> list[Row]:
    """Two lines a report; of an empty store the two ways to begin."""
    if not cards:
        return _first_rows()
    return [line for card in cards for line in (*_card_rows(card, room), row(""))]


def _first_rows() -> list[Row]:
    rows = [row(""), row("您好。还没有年报，请选择怎样开始：", "strong"), row("")]
    for key, label, words in _CHOICES:
        rows += [Row(((label, "strong"),), key), row(f"　{words}", "muted", key), row("")]
    return rows


def _card_rows(card: "ReportSummary", room: int) -> list[Row]:
    key = str(card.id)
    head = ((card.unit, "strong"), (f"  {card.year}年度", "strong"))
    title = spread(head, (*_deadline(card), (card.status.label, "muted")), room, key)
    saved = f"保存于 {card.saved.month}月{card.saved.day}日 {card.saved:%H:%M}" if card.saved else ""
    return [title, spread((("　", ""), *_progress(card)), ((saved, "muted"),), room, key)]


def _deadline(card: "ReportSummary") -> tuple[Piece, ...]:
    if card.days_left is None:
        return ()
    day = card.deadline
    words = f"距{day}还有{card.days_left}天" if card.days_left else f"今天是{day}，公布期限的最后一天"
    return ((words + "  ", "warning" if card.days_left <= 7 else ""),)


def _progress(card: "ReportSummary") -> tuple[Piece, ...]:
    if card.is_imported:
        return (("用来与下一年对照", "muted"),)
    if not card.total:
        return (("刚刚开始", ""),)
    return (
        (f"完成 {card.done}/{card.total}   ", ""),
        (f"错误 {card.errors}", "error" if card.errors else ""),
        ("  ", ""),
        (f"提醒 {card.warnings}", "warning" if card.warnings else ""),
    )
