"""Home: every report with how far it is; the one to go on with is already selected."""

from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from app.tui.error_display import shows_errors
from app.tui.home.home_keys import keys_of
from app.tui.home.report_filter import ReportFilter
from app.tui.home.report_rows import FEW, IMPORT, NEW, card_rows
from app.tui.home.warm_up import warm_up
from app.tui.text.cell_width import wrap
from app.tui.widgets.key_line import KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.session.library import Library
    from app.session.session import Session
    from app.session.views import ReportSummary


class HomeScreen(Screen[None]):
    """The list of reports."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "view", "查看选中的年报，与回车一样"),
        Binding("n", "new", "新建：为选中的单位开始下一年的年报"),
        Binding("i", "import", "导入一份年报文件，用来与下一年对照"),
        Binding("e", "export", "导出选中的年报"),
        Binding("y", "years", "历年对照：选中单位各年的主要数字"),
        Binding("r", "rename", "改名称：只改选中的这一份，导入的也可以；上下年照样对照"),
        Binding("o", "organ", "单位：选中单位历年的名称、前身、上级和性质"),
        Binding("slash", "filter", "筛选：输入单位、年度或状态的几个字，可以用空格隔开写几个"),
        Binding("right", "year(1)", "筛选：只看一个年度的，再按换一个年度"),
        Binding("left", "year(-1)", show=False),
        Binding("s", "state", "筛选：只看草稿、已定稿或已导入的"),
        Binding("escape", "clear", "取消筛选，列出全部"),
        Binding("d", "delete", "删除选中的年报，会先问一次"),
        Binding("delete", "delete", show=False),
        Binding("ctrl+z", "undelete", "恢复刚才删除的年报；没有刚删除的，列出最近删除的"),
        Binding("q", "app.quit", "退出"),
    ]
    CSS_PATH = "../styles/home.tcss"

    ABOUT = (
        "首页列出这台电脑上的年报：单位、年度、距公布期限的天数、完成的题数和检查结果。"
        "选中的是最近填写的一份，按回车就接着填。导入的年报用来与下一年对照。"
        "年报多时每份一行，直接输入汉字或数字就能找到要的那几份。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", "选择"),
        ("回车", "打开选中的年报；导入的、已定稿的只能看，要修改在里面选“重新打开”"),
        ("汉字、数字", "筛选，与按 / 再输入一样"),
    )

    def __init__(self, library: "Library", resume: int | None = None) -> None:
        super().__init__()
        self.library = library
        self._resume = resume
        self._cards: dict[str, ReportSummary] = {}
        self._filter = ReportFilter()
        self._deleted: list[int] = []
        """The reports deleted here, that Ctrl+Z brings back."""

    def compose(self) -> ComposeResult:
        """Title, list, what is said, keys."""
        yield StatusLine(id="status")
        words = "单位、年度或状态的几个字"
        yield Input(id="filter", compact=True, placeholder=words, select_on_focus=False)
        yield RowsView(id="cards", always=True)
        yield Lines(2, id="said")
        yield KeyLine(id="keys")

    @shows_errors
    def on_mount(self) -> None:
        """Read the list."""
        box = self.query_one("#filter", Input)
        box.cursor_blink, box.display = False, False
        self.watch(box, "value", self.filtered, init=False)
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
        """Show the reports as they stand, the one to go on with (or ``here``) selected; a filter that leaves
        that one out is given up."""
        cards = self.library.reports()
        self._cards = {str(card.id): card for card in cards}
        latest = self.library.latest(cards)
        chosen = here if here is not None else latest.id if latest else cards[0].id if cards else None
        shown = self._cards.get(str(chosen), cards[0] if cards else None)
        if chosen is not None and shown is not None and not self._filter.fits(shown):
            self._filter = ReportFilter()
            self.query_one("#filter", Input).value = ""
        self._show_list(str(chosen) if chosen is not None else None)

    def _show_list(self, here: str | None = None) -> None:
        """Show those that the filter lets through."""
        asked, cards = self._filter, list(self._cards.values())
        fitting = [card for card in cards if asked.fits(card)]
        pane = self.query_one("#cards", RowsView)
        dense = len(cards) > FEW
        pane.show(lambda room: card_rows(fitting, room, filtered=asked.in_words, dense=dense), here)
        pane.reveal(pane.here)
        count = (
            f"{len(fitting)}/{len(cards)}份  {asked.in_words}"
            if asked
            else f"{len(cards)}份"
            if dense
            else ""
        )
        self.query_one(StatusLine).show_words("年报助手  政府信息公开工作年度报告", count if cards else "")
        self.query_one(KeyLine).show_keys(keys_of(bool(cards), filtered=bool(asked)))

    def _filter_by(self, asked: ReportFilter) -> None:
        self._filter = asked
        self.say("")
        self._show_list()

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence above the keys until something else happens."""
        said = self.query_one("#said", Lines)
        said.be_high(max(len(wrap(text, said.room)), 2))
        said.say(text, style)

    def on_rows_left(self, event: RowsLeft) -> None:
        """The end is the end; Escape shows every report again."""
        event.stop()
        if event.step == 0:
            self.action_clear()

    # --- finding one of many ---------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A Chinese character or a digit is the beginning of what is looked for; down leads from it to the
        list."""
        typed = event.character or ""
        box = self.query_one("#filter", Input)
        if box.has_focus and event.key == "down":
            self.to_list()
        elif self._cards and not box.has_focus and (typed.isdecimal() or not typed.isascii()):
            event.stop()
            self.action_filter()
            box.value += typed
            box.cursor_position = len(box.value)

    def action_filter(self) -> None:
        """Type what to look for."""
        box = self.query_one("#filter", Input)
        if self._cards:
            box.display = True
            box.focus()

    def filtered(self, words: str) -> None:
        """What is typed counts at once: in the frame that shows it, not in one that waits for a message."""
        if words != self._filter.words:
            self._filter_by(replace(self._filter, words=words))

    @on(Input.Submitted, "#filter")
    def to_list(self) -> None:
        """Into the list; what was typed stays."""
        box = self.query_one("#filter", Input)
        self.query_one("#cards").focus()
        box.display = bool(box.value.strip())

    def action_year(self, step: int) -> None:
        """The reports of one year, of the next one, of all."""
        self._filter_by(self._filter.next_year(list(self._cards.values()), step))

    def action_state(self) -> None:
        """The drafts, the final, the imported ones, all."""
        self._filter_by(self._filter.next_state())

    def action_clear(self) -> None:
        """Every report again."""
        box = self.query_one("#filter", Input)
        box.value, box.display = "", False
        self.query_one("#cards").focus()
        self._filter_by(ReportFilter())

    def _selected(self, what: str) -> "ReportSummary | None":
        """The selected report; where there is none, that is said."""
        card = self._cards.get(self.query_one("#cards", RowsView).here)
        if card is None:
            self.say(
                f"还没有可以{what}的年报。" if not self._cards else "请先选中一份年报。", "$text-warning"
            )
        return card

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
            self.open_report(self._cards[event.key].id)

    def open_report(self, report_id: int) -> None:
        """Go on with a report; when it is left, everything is saved and said to be."""
        from app.tui.interview.interview_screen import InterviewScreen

        session = self.library.open(report_id)
        looked_at = session.readonly
        screen = InterviewScreen(session)

        def left(_: object) -> None:
            self._left(session, _said_of(session) if screen.all_kept and not looked_at else "")

        self.app.push_screen(screen, left)

    @shows_errors
    def _left(self, session: "Session", said: str) -> None:
        session.close()
        self.show_cards(session.id)
        self.say(said)

    @shows_errors
    def action_view(self) -> None:
        """Open the selected report, whatever it is."""
        if (card := self._selected("查看")) is not None:
            self.open_report(card.id)

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
        if any(other.unit == card.unit and other.year > card.year for other in self._cards.values()):
            self.say(f"{card.year}年的年报已导入。按回车查看，以后的年报会与它对照。")
        else:
            self._start(card.unit, card.year + 1)

    @shows_errors
    def action_years(self) -> None:
        """The main numbers of all years of the selected report's organ."""
        card = self._selected("对照")
        if card is None:
            return
        from app.session.years import years_of
        from app.tui.years.years_screen import YearsScreen

        self.app.push_screen(YearsScreen(card.unit, years_of(self.library, card.unit)))

    @shows_errors
    def action_export(self) -> None:
        """Write the document of the selected report."""
        card = self._selected("导出")
        if card is None:
            return
        from app.tui.export import ExportScreen

        session = self.library.open(card.id)

        def exported(path: "Path | None") -> None:
            session.close()
            self.say(f"已导出到 {path}" if path else "")

        self.app.push_screen(ExportScreen(session), exported)

    @shows_errors
    def action_organ(self) -> None:
        """The organ of the selected report through the years."""
        card = self._selected("查看单位")
        if card is None:
            return
        from app.tui.home.organ_screen import OrganScreen

        self.app.push_screen(OrganScreen(self.library, card.unit), self._back_at(card.id))

    @shows_errors
    def action_rename(self) -> None:
        """Correct the name in the selected report."""
        card = self._selected("改名称")
        if card is None:
            return
        from app.tui.home.renaming import rename_form

        said: list[str] = []
        self.app.push_screen(rename_form(self.library, card, said.append), self._back_at(card.id, said))

    @shows_errors
    def action_delete(self) -> None:
        """Delete the selected report, once that was asked."""
        card = self._selected("删除")
        if card is None:
            return
        from app.tui.home.deleting import DeleteScreen

        self.app.push_screen(DeleteScreen(card), lambda sure: self._delete(card) if sure else None)

    @shows_errors
    def _delete(self, card: "ReportSummary") -> None:
        keys = self.query_one("#cards", RowsView).keys
        place = keys.index(str(card.id)) if str(card.id) in keys else 0
        near = [key for key in (*keys[place + 1 :], *reversed(keys[:place]))]
        self.library.delete(card.id)
        self._deleted.append(card.id)
        self.show_cards(int(near[0]) if near else None)
        self.say(f"已删除{card.unit}{card.year}年度的年报。按 Ctrl+Z 恢复。")

    @shows_errors
    def action_undelete(self) -> None:
        """Bring back the report deleted last here, or choose among those deleted before."""
        if self._deleted:
            self._undelete(self._deleted[-1])
            return
        deleted = self.library.deleted()
        if not deleted:
            self.say("没有可以恢复的年报。", "$text-warning")
            return
        from app.tui.home.deleting import DeletedScreen

        self.app.push_screen(DeletedScreen(deleted), self._undelete)

    @shows_errors
    def _undelete(self, report_id: int | None) -> None:
        if report_id is None:
            return
        back = self.library.undelete(report_id)
        self._deleted = [one for one in self._deleted if one != report_id]
        self.show_cards(back.id)
        self.say(f"已恢复{back.unit}{back.year}年度的年报。")

    def _back_at(self, report_id: int, said: "Sequence[str]" = ()) -> "Callable[[object], None]":
        """What is done when another screen was left: the list as it is now, standing where one stood, and
        what was done there."""

        def back(_: object) -> None:
            self.show_cards(report_id)
            self.say("".join(said))

        return back


def _said_of(session: "Session") -> str:
    """What is said of a report that was left: what Enter leads to."""
    if session.closed:
        return f"都已保存。这份年报{session.status.label}，按回车打开来看。"
    progress = session.conversation.progress()
    complete = progress.done == progress.total
    return "都已保存，题都答完了。按回车导出、定稿。" if complete else "都已保存。按回车接着填。"
