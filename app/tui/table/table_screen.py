"""The table screen: one of the three tables, filled in cell by cell or pasted, its 勾稽 always in sight."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from app.documents.outline import digits
from app.session.views import Position
from app.tui.leaving import KeptSoon
from app.tui.table.cell_help import cell_help
from app.tui.table.draft_table_editor import DraftTableEditor
from app.tui.table.grid import Grid
from app.tui.table.overrule_dialog import OverruleScreen
from app.tui.text.cell_width import clip, wrap
from app.tui.text.rows import Row
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Line, Lines, both_ends
from sections.errors import NianbaoError
from sections.form.elements import Source
from sections.rules.base import Severity

if TYPE_CHECKING:
    from app.session.session import Session

FOOT: Final = 4
_MOST_NAMED: Final = 2
_HINT: Final = "直接输入数字；可以粘贴从 WPS 或 Excel 复制的区域。"
_KEYS: Final = (
    Key("Tab", "右移"),
    Key("回车", "下移"),
    Key("F5", "完成本表", "finish"),
    Key("Ctrl+Z", "撤回", "undo"),
    Key("F8", "下一处问题", "next_finding"),
    Key("Delete", "清空"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)
_OVERRULE: Final = Key("F9", "改写结转", "overrule")
_FROM_LAST: Final = frozenset({"carried", "overruled"})
_STYLES: Final = {Severity.ERROR: "$text-error", Severity.WARNING: "$text-warning"}


class TableScreen(Screen[bool]):
    """Fill in the table of ``section``, standing at ``field`` or where one left; True when finished."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,ctrl+s", "finish", "完成本表，空着的格子按0填写"),
        Binding("f9", "overrule", "改写结转的数字，并写明理由"),
        Binding("f8", "next_finding", "到下一处有问题的格子"),
        Binding("ctrl+z", "undo", "撤回本表刚才的修改"),
        Binding("ctrl+y", "redo", "恢复本表刚才撤回的修改"),
        Binding("ctrl+v", "how_to_paste", "粘贴", show=False),
    ]
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("数字", "填写这一格，原来的数字被代替"),
        ("回车 Tab", "保存这一格，到下一行、下一列"),
        ("方向键", "保存这一格并移动；Home End 到一行的开头、末尾"),
        ("Delete", "清空这一格；改写过的恢复去年结转"),
        ("粘贴", "从这一格起粘贴从 WPS、Excel 或者网页复制的区域：Ctrl+Shift+V、Shift+Insert 或者鼠标右键"),
        ("Esc", "放弃输入；没有输入时返回，填写的内容都已保存"),
    )
    DEFAULT_CSS = """
    TableScreen { layout: vertical; }
    TableScreen #title { text-style: bold; background: $panel; }
    """

    def __init__(self, session: "Session", section: str, field: str = "") -> None:
        super().__init__()
        self.session = session
        self.section = section
        self.editor = DraftTableEditor(session, section)
        self.grid = Grid(self.editor, field, changed=self._changed, id="grid")
        self._start = field
        self._message: Line | None = None
        self._confirming = False
        self._kept = KeptSoon(self.set_timer, self._store, self._tell)
        self._left = False

    def compose(self) -> ComposeResult:
        """Title, grid, and what is to be said about the cell."""
        yield Lines(1, id="title")
        yield self.grid
        yield Lines(FOOT, id="foot")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Stand where one left, with the half-typed text."""
        position = self.session.conversation.position
        field, typed = self._start, ""
        if (
            position.screen == "table"
            and position.cell in self.editor.layout.spots
            and field in {"", position.cell}
        ):
            field, typed = position.cell, position.typed
        self.query_one(KeyLine).show_keys(self._keys())
        self.grid.focus()
        self.grid.stand_at(field if typed or not field else self.editor.to_type(field), typed)
        self._show()

    def on_resize(self) -> None:
        """Clip the lines anew."""
        self.call_after_refresh(self._show)

    def on_screen_resume(self) -> None:
        """The screen below may have placed the terminal's cursor last."""
        self.call_after_refresh(self.grid.place_caret)

    def on_unmount(self) -> None:
        """Whatever the way out: what is half-typed is kept, if it can be."""
        with suppress(NianbaoError):
            self.keep_now()

    def keep_now(self) -> None:
        """Keep what is typed into the cell at this moment. Raises ``StoreError``: it is still due then."""
        self._kept.now()

    def _keys(self) -> tuple[Key, ...]:
        """With the key for carried numbers where the table has some."""
        carried = any(self.editor.kind(field) in _FROM_LAST for field in self.editor.layout.spots)
        return (*_KEYS[:3], _OVERRULE, *_KEYS[3:]) if carried else _KEYS

    # --- what the grid says ----------------------------------------------------------------------------

    def _changed(self) -> None:
        """Say what is to be said about the cell; keep the place within a moment."""
        if self._left or not self.is_mounted:
            return
        self._message, self._confirming = None, False
        self._show()
        self._kept.soon()

    def on_grid_said(self, message: Grid.Said) -> None:
        """Show the sentence until something changes."""
        self._say(message.text, refused=message.refused)

    def on_grid_escaped(self) -> None:
        """Leave; everything is saved."""
        self._leave(False)

    # --- actions ---------------------------------------------------------------------------------------

    def action_finish(self) -> None:
        """Finish the table: say first what is still blank or does not add up, then fill the blanks with 0."""
        if not self.grid.leave_cell():
            self.grid.update_lines()
            return
        doubts = self._doubts()
        if doubts and not self._confirming:
            self.grid.update_lines()
            self._say(f"{doubts}再按一次 F5 完成本表。")
            self._confirming = True
            return
        outcome = self.editor.finish()
        if outcome.accepted:
            self._leave(True)
        else:
            self._say(outcome.message)

    def _doubts(self) -> str:
        """What one should know before finishing; empty when there is nothing."""
        blanks = self.editor.blanks()
        uneven = [
            f"{column.label}差{abs(sides[0] - sides[1])}"
            for number, column in enumerate(self.editor.layout.columns)
            if (sides := self.editor.sides(number)) and sides[0] != sides[1]
        ]
        said = f"还有{len(blanks)}格没有填，将按0填写{self._not_0_before(blanks)}。" if blanks else ""
        return said + (f"勾稽不符：{'、'.join(uneven)}。" if uneven else "")

    def _not_0_before(self, blanks: Sequence[str]) -> str:
        """Which of the blank cells had a number last year."""
        had = [(path, last) for path in blanks if (last := self.editor.view(path).last)]
        if not had:
            return ""
        named = "、".join(f"{self.editor.form.label(path)}{digits(last)}" for path, last in had[:_MOST_NAMED])
        return f"（去年不是0的：{named}{'等' if len(had) > _MOST_NAMED else ''}）"

    def action_leave(self) -> None:
        """What Escape does, for a click."""
        self.grid.cancel()

    def action_overrule(self) -> None:
        """Ask for another number and the reason, where a cell follows from last year."""
        field = self.grid.field
        if self.editor.kind(field) not in _FROM_LAST:
            self._say("这一格不是结转的数字，直接输入即可。", refused=False)
            return
        self.app.push_screen(OverruleScreen(self.editor, field), self._overruled)

    def _overruled(self, done: bool | None) -> None:
        self.grid.stand_at(self.grid.field)
        if done:
            self._say("已改写，原因会随年报保存。按 Delete 可恢复去年结转。", refused=False)

    def action_next_finding(self) -> None:
        """Go to the next cell with a finding."""
        if not self.grid.leave_cell():
            return
        order = [field for field in self.editor.layout.spots if self.editor.findings((field,))]
        if not order:
            self._say("本表没有发现问题。", refused=False)
            return
        places = self.editor.layout.spots
        later = [field for field in order if places[field] > places[self.grid.field]]
        self.grid.stand_at(self.editor.to_type((later or order)[0]))

    def action_undo(self) -> None:
        """Give up half-typed text, else take back the last change of this table."""
        if self.grid.typed is not None:
            self.grid.cancel()
            return
        said = self.editor.undo()
        self.grid.stand_at(self.grid.field)
        self._say(said or "本表没有可以撤回的修改；别处的修改请回到问答里撤回。", refused=False)

    def action_redo(self) -> None:
        """Make the change of this table again that was taken back last."""
        if not self.grid.leave_cell():
            return
        said = self.editor.redo()
        self.grid.stand_at(self.grid.field)
        self._say(said or "本表没有可以恢复的修改。", refused=False)

    def action_how_to_paste(self) -> None:
        """The terminal pastes, not we."""
        self._say("请用终端的粘贴：Ctrl+Shift+V、Shift+Insert 或鼠标右键。", refused=False)

    def explained(self, room: int) -> list[Row]:
        """The row and the column one stands at, in the law's terms."""
        return cell_help(self.editor, self.grid.field, room)

    # --- helpers ---------------------------------------------------------------------------------------

    def _say(self, text: str, refused: bool = True) -> None:
        self._message = (text, "$text-warning" if refused else "$text-success")
        self._confirming = False
        self._show()

    def _leave(self, finished: bool) -> None:
        self._left = True
        self._kept.forget()
        self.session.conversation.remember(Position(screen="interview", question=self._question()))
        self.dismiss(finished)

    def _tell(self, words: str) -> None:
        if words:
            self._say(words)
        else:
            self._show()

    def _store(self) -> None:
        typed = self.grid.typed or ""
        self.session.conversation.remember(
            Position(
                screen="table",
                question=self._question(),
                cell=self.grid.field,
                typed=typed,
                caret=len(typed),
            )
        )

    def _question(self) -> str:
        """Where the conversation stands."""
        current = self.session.conversation.current
        return current.id if current else ""

    def _show(self) -> None:
        title, foot = (self.query_one(f"#{name}", Lines) for name in ("title", "foot"))
        title.show((both_ends(self.editor.layout.title, self._state(), title.room), ""))
        foot.show(*self._foot(foot.room))

    def _state(self) -> str:
        saved = self.session.saved
        found = [finding.severity for finding in self.session.findings]
        counts = f"错误 {found.count(Severity.ERROR)}  提醒 {found.count(Severity.WARNING)}"
        if self.session.readonly:
            return f"只能查看  {counts}"
        return f"已保存 {saved:%H:%M:%S}  {counts}" if saved else counts

    def _foot(self, room: int) -> list[Line]:
        """The cell's label in full, its last year, and the one thing to say now."""
        text, style = self._now_to_say()
        said = wrap(text, room)[: FOOT - 2]
        label = wrap(self.editor.label(self.grid.field), room)
        if len(label) > FOOT - 1 - len(said):
            label = (*label[: FOOT - 2 - len(said)], clip("".join(label[FOOT - 2 - len(said) :]), room))
        return [
            *((line, "bold") for line in label),
            (self._about(), "$text-muted"),
            *((line, style) for line in said),
        ]

    def _about(self) -> str:
        """Last year's number, where this one comes from, and the sum of the column."""
        field = self.grid.field
        view = self.editor.view(field)
        unknown = "不详" if self.session.last else "没有去年的年报"
        words = [f"去年此格：{digits(view.last) or unknown}"]
        if view.reason:
            words.append(f"已改写：{view.reason}")
        elif self.editor.kind(field) == "carried":
            words.append("去年结转")
        elif self.session.last and self.editor.form.source(field) is Source.CARRIED:
            words.append("去年的年报没有要结转的数，请直接填写")
        sides = self.editor.sides(self.grid.spot.column)
        if sides is not None:
            left, right = sides
            names = self.editor.layout.table.balance_label.split("＝")
            words.append(
                f"{names[0]}＝{left}，{names[-1]}＝{right}"
                + (f"，差{abs(left - right)}" if left != right else "")
            )
        return "    ".join(words)

    def _now_to_say(self) -> Line:
        if self._message is not None:
            return self._message
        if self.editor.problem:
            return self.editor.problem, "$text-warning"
        line = self.editor.layout.lines[self.grid.spot.line]
        for fields in ((self.grid.field,), tuple(filter(None, line.fields))):
            found = next(
                (finding for finding in self.editor.findings(fields) if finding.severity in _STYLES), None
            )
            if found is not None:
                return f"{found.severity.label}：{found.message}", _STYLES[found.severity]
        refusal = self.editor.refusal(self.grid.field)
        return (refusal or _HINT), "$text-muted"
