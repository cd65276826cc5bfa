"""What usually stays as it was last year, on one page: one key takes all, arrows and typing change one."""

import json
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.widgets import Input

from app.session import half_typed
from app.tui.error_display import shows_errors
from app.tui.text.rows import Row, labelled, row
from app.tui.widgets.kept_line import KeepsLines, KeptLine
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.session import Session
    from app.session.views import UnchangedDetail

_KEYS: Final = (
    Key("F5", "照此填写", "take"),
    Key("回车", "改这一项"),
    Key("空格", "这一项先不填", "leave_out"),
    Key("A", "去年没写的都跳过", "skip_unwritten"),
    Key("Esc", "一题一题地答", "leave"),
    Key("F1", "帮助", "app.help"),
)


_SKIPPED: Final = "去年跳过的题，今年也跳过："
_UNWRITTEN: Final = "去年的年报没有写到的题，选中的今年跳过（按 A 都选中）："


class UnchangedScreen(KeepsLines[str | None]):
    """Shows them; ends with what was taken over in a sentence, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,ctrl+s", "take", "照这一页填写，没有改过的沿用去年"),
        Binding("space", "leave_out", "选中的一项先不填，或者还是要填"),
        Binding("a", "skip_unwritten", "去年的年报没有写到的题，今年都跳过；再按一次，都不跳过"),
        Binding("escape", "leave", "返回，一题一题地答"),
    ]
    ABOUT = (
        "这一页是每年一般不变的内容和去年年报里的答案。请看一遍：都没有变化就按 F5，一次填好；"
        "有变化的选中它按回车改正，拿不准的按空格先不填，以后再答。去年跳过的题也列在后面，今年要答的按空格去掉。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", "选择"),
        ("回车", "改选中的一项；改好再按回车"),
    )
    CSS = """
    UnchangedScreen { layout: vertical; }
    UnchangedScreen #details { padding: 1 1 0 1; }
    UnchangedScreen Input { display: none; margin: 0 1; background: $surface; }
    """

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self._details: tuple[UnchangedDetail, ...] = session.unchanged.details()
        self._left_out: set[str] = self._unwritten
        self._typed: dict[str, str] = {}

    @property
    def _unwritten(self) -> set[str]:
        return {detail.question for detail in self._details if detail.unwritten}

    def compose(self) -> ComposeResult:
        """The list, a line to change one in, what is said, the keys."""
        yield StatusLine(id="status")
        yield RowsView(id="details")
        yield KeptLine("", "", id="change", compact=True, select_on_focus=False)
        yield Lines(2, id="said")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show what was found."""
        whose = f"{self.session.organ} · {self.session.year}年度"
        self.query_one(StatusLine).show_words("与去年相同的内容", whose)
        self.query_one(KeyLine).show_keys(_KEYS)
        self.query_one(Input).cursor_blink = False
        pane = self.query_one("#details", RowsView)
        pane.show(self._rows)
        pane.focus()
        self._go_on()

    def _go_on(self) -> None:
        """Where the program ended: what was changed here stands changed, and the line is open that was."""
        kept = half_typed.kept()
        with suppress(ValueError, KeyError, TypeError):
            before = json.loads(kept[self._changes_kept_as])
            here = {detail.question for detail in self._details}
            self._typed = {
                question: str(text) for question, text in before["typed"].items() if question in here
            }
            self._left_out = here & set(before["left_out"])
        begun = next((detail for detail in self._details if self._kept_as(detail) in kept), None)
        self.query_one("#details", RowsView).show(self._rows, begun.question if begun else None)
        if begun is not None:
            self._open_line(begun)

    @property
    def _changes_kept_as(self) -> str:
        return f"与去年相同的内容：{self.session.id}"

    def _kept_as(self, detail: "UnchangedDetail") -> str:
        return f"{self._changes_kept_as}：{detail.question}"

    def _keep_changes(self) -> None:
        """What is changed here outlives the program, until the page is left."""
        changes = {"typed": self._typed, "left_out": sorted(self._left_out)}
        with suppress(NianbaoError, OSError):
            changed = self._typed or self._left_out != self._unwritten
            text = json.dumps(changes, ensure_ascii=False) if changed else ""
            half_typed.keep(self._changes_kept_as, text)

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Leave the page; what was changed on it is done with."""
        self._typed, self._left_out = {}, self._unwritten
        self._keep_changes()
        return super().dismiss(result)

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence above the keys."""
        self.query_one("#said", Lines).say(text, style)

    def _rows(self, room: int) -> list[Row]:
        heading = ""
        rows: list[Row] = []
        if any(not detail.skipped for detail in self._details):
            rows += [row("这些内容每年一般不变，请看看今年是否还是这样：", "strong"), row("")]
        for detail in self._details:
            if detail.skipped and heading != (head := _UNWRITTEN if detail.unwritten else _SKIPPED):
                heading = head
                rows += [row(""), row(head, "strong"), row("")]
            left_out, typed = detail.question in self._left_out, self._typed.get(detail.question)
            mark = "[ ] " if left_out else "[x] "
            style = "muted" if left_out else "strong" if typed else ""
            shown = (
                "一题一题地答"
                if detail.skipped and left_out
                else "先不填"
                if left_out
                else typed or detail.value
            )
            colon = "" if detail.skipped else "："
            shown = "" if detail.unwritten else f"  {shown}" if detail.skipped else shown
            rows += labelled(f"{mark}{detail.label}{colon}", shown, room, style, detail.question)
        return rows

    def _show(self) -> None:
        self.query_one("#details", RowsView).show(self._rows)
        self._keep_changes()

    def on_rows_left(self, event: RowsLeft) -> None:
        """The end is the end; Escape leaves."""
        event.stop()
        if event.step == 0:
            self.dismiss(None)

    def _selected(self) -> str:
        return self.query_one("#details", RowsView).here

    @on(RowChosen)
    def change(self, event: RowChosen) -> None:
        """Change the detail that one stands at."""
        detail = next(detail for detail in self._details if detail.question == event.key)
        self._open_line(detail)

    def _open_line(self, detail: "UnchangedDetail") -> None:
        line = self.query_one(KeptLine)
        line.begin(self._typed.get(detail.question, detail.value), self._kept_as(detail))
        line.display = True
        line.focus()
        self.say(f"{detail.label}：改好后按回车，Esc 不改。")

    @on(Input.Submitted)
    @shows_errors
    def changed(self, event: Input.Submitted) -> None:
        """Take the change, if it can be read."""
        detail = next(detail for detail in self._details if detail.question == self._selected())
        text = event.value.strip()
        if text and (refusal := self.session.unchanged.why_not(detail.question, text)):
            self.say(refusal, "$text-warning")
            return
        self._typed.pop(detail.question, None)
        if text and text != detail.value:
            self._typed[detail.question] = text
        self._left_out.discard(detail.question)
        if not text:
            self._left_out.add(detail.question)
        self._close_line()
        self._show()

    def _close_line(self) -> None:
        self.query_one(KeptLine).forget()
        self.query_one(Input).display = False
        self.query_one("#details").focus()
        self.say("")

    def action_leave_out(self) -> None:
        """The detail that one stands at stays open, or does not."""
        self._left_out ^= {self._selected()}
        self._show()

    def action_skip_unwritten(self) -> None:
        """Skip all of which last year's report says nothing, or none of them."""
        unwritten = self._unwritten
        if not unwritten:
            self.say("没有去年没写到的题。", "$text-warning")
        elif unwritten & self._left_out:
            self._left_out -= unwritten
        else:
            self._left_out |= unwritten
        self._show()

    @shows_errors
    def action_take(self) -> None:
        """Answer with everything that is not left out."""
        if self.query_one(Input).display:
            self.say("请先按回车确认这一项的修改，或者按 Esc 不改。", "$text-warning")
            return
        wanted = frozenset(detail.question for detail in self._details) - self._left_out
        outcome = self.session.unchanged.take(wanted, self._typed)
        if outcome.accepted:
            self.dismiss(outcome.message)
        else:
            self.say(outcome.message, "$text-warning")

    def action_leave(self) -> None:
        """Back; out of the line first, which changes nothing."""
        if self.query_one(Input).display:
            self._close_line()
        else:
            self.dismiss(None)
