"""What a reading left in doubt, cell by cell: the grid, and beside it the text of the file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen

from app.session.import_review import ImportReview
from app.tui.importing.import_table_editor import ImportTableEditor
from app.tui.importing.page_text import PageText
from app.tui.table.cell_help import cell_help
from app.tui.table.grid import Grid
from app.tui.text.cell_width import wrap
from app.tui.text.rows import Row
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Line, Lines, both_ends
from sections.report.report import Report

if TYPE_CHECKING:
    from app.session.views import Imported

WIDE: Final = 110
"""From so many columns on the page stands beside the grid, else below it."""
FOOT: Final = 4
_KEYS: Final = (
    Key("回车", "确认这一格", "confirm"),
    Key("F8", "下一处", "next"),
    Key("Ctrl+U", "看不清，留空", "leave_blank"),
    Key("F5", "核对完了", "finish"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)


class ImportGrid(Grid):
    """A grid whose Enter confirms the cell; like all its keys in the order they were typed."""

    def __init__(
        self, editor: ImportTableEditor, field: str, confirm: Callable[[], None], **rest: Any
    ) -> None:
        super().__init__(editor, field, **rest)
        self._confirm = confirm

    def move(self, way: str) -> None:
        """Go ``way``; down by Enter means: confirm."""
        if way == "below":
            self._confirm()
        else:
            super().move(way)


class ConfirmScreen(Screen[Report | None]):
    """Settle the doubts of what was read; ends with the corrected report, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "finish", "核对完了，没有核对的照读出的导入"),
        Binding("ctrl+u", "leave_blank", "看不清，这一格留空"),
        Binding("f8", "next", "到下一处没有读准的格子"),
    ]
    ABOUT = (
        "这里是读出的表格，旁边是文件的原文。请逐处核对没有读准的格子：与原文一致就按回车，"
        "不一致就输入正确的数字。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("回车", "确认这一格，到下一处"),
        ("方向键 Tab", "移动"),
        ("Esc", "放弃输入；没有输入时返回，什么都不导入"),
    )
    DEFAULT_CSS = """
    ConfirmScreen { layout: vertical; }
    ConfirmScreen #title { text-style: bold; background: $panel; }
    ConfirmScreen #both { height: 1fr; layout: vertical; }
    ConfirmScreen #both.wide { layout: horizontal; }
    ConfirmScreen #table { height: 1fr; width: 1fr; }
    ConfirmScreen PageText { height: 6; border-top: solid $primary; }
    ConfirmScreen #both.wide PageText {
        height: 1fr; width: 42; border-top: none; border-left: solid $primary;
    }
    """

    def __init__(self, imported: "Imported") -> None:
        super().__init__()
        self.review = ImportReview(imported.report, imported.page)
        self._first = self.review.all[0].field
        self.grid = self._grid(self._first)
        self._message: Line | None = None
        self._confirming = False

    def _grid(self, field: str) -> Grid:
        editor = ImportTableEditor(self.review, field.partition(".")[0])
        return ImportGrid(editor, field, self.action_confirm, changed=self._changed)

    def compose(self) -> ComposeResult:
        """Title, grid beside the page, and what is to be said about the cell."""
        yield Lines(1, id="title")
        with Container(id="both"):
            with Container(id="table"):
                yield self.grid
            yield PageText(self.review.page)
        yield Lines(FOOT, id="foot")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Stand at the first doubt."""
        self.query_one(KeyLine).show_keys(_KEYS)
        self.grid.focus()
        self._show()

    def on_resize(self) -> None:
        """Share the room anew."""
        self.query_one("#both").set_class(self.size.width >= WIDE, "wide")
        self.call_after_refresh(self._show)

    # --- what the grid says ----------------------------------------------------------------------------

    def _changed(self) -> None:
        if self.is_mounted:
            self._message, self._confirming = None, False
            self._show()

    def on_grid_said(self, message: Grid.Said) -> None:
        """Show the sentence until something changes."""
        self._say(message.text)

    def on_grid_escaped(self) -> None:
        """Back to what was read; nothing is taken over."""
        self.dismiss(None)

    # --- actions ---------------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Take the cell as typed, or as it stands; then the next doubt."""
        field, typed = self.grid.field, self.grid.typed
        if not self.grid.leave_cell():
            self.grid.update_lines()
            return
        doubt = self.review.at(field)
        if doubt is not None and typed is None:
            if self.review.value(field) is None:
                self._say("请看原文输入这一格的数字；确实看不清，按 Ctrl+U 留空。")
                return
            self.review.settle(field)
        self.grid.update_lines()
        self._go_on(field)

    def action_leave_blank(self) -> None:
        """The clerk cannot tell either: the cell stays unread and is listed."""
        self.grid.typed = None
        self.review.settle(self.grid.field)
        self._go_on(self.grid.field)

    def action_next(self) -> None:
        """Go to the next doubt."""
        if self.grid.leave_cell():
            self._go_on(self.grid.field)

    def action_finish(self) -> None:
        """Done; what is still open is said once before it is left as it is."""
        if not self.grid.leave_cell():
            self.grid.update_lines()
            return
        left = len(self.review.open)
        if left and not self._confirming:
            self._say(f"还有{left}处没有核对，没有读出的格子将留空。再按一次 F5 就这样导入。")
            self._confirming = True
            return
        self.dismiss(self.review.report)

    def action_leave(self) -> None:
        """What Escape does, for a click."""
        self.grid.cancel()

    def _go_on(self, field: str) -> None:
        doubt = self.review.next_after(field)
        if doubt is None:
            self._say("都核对完了，按 F5 完成。", done=True)
        elif doubt.field in self.grid.layout_.spots:
            self.grid.stand_at(doubt.field)
        else:
            self._turn_to(doubt.field)

    def _turn_to(self, field: str) -> None:
        """The next doubt is in another table."""
        old, self.grid = self.grid, self._grid(field)
        old.remove()
        self.query_one("#table").mount(self.grid)
        self.grid.focus()
        self.call_after_refresh(self._show)

    def explained(self, room: int) -> list[Row]:
        """The row and the column one stands at."""
        return cell_help(self.grid.editor, self.grid.field, room)

    # --- showing ---------------------------------------------------------------------------------------

    def _say(self, text: str, done: bool = False) -> None:
        self._message = (text, "$text-success" if done else "$text-warning")
        self._show()

    def _show(self) -> None:
        title, foot = (self.query_one(f"#{name}", Lines) for name in ("title", "foot"))
        total, left = len(self.review.all), len(self.review.open)
        heading = f"核对没有读准的地方    {self.grid.layout_.title}"
        title.show((both_ends(heading, f"已核对 {total - left}/{total}", title.room), ""))
        foot.show(*self._foot(foot.room))
        self.query_one(PageText).look_at(self.grid.field)

    def _foot(self, room: int) -> list[Line]:
        field = self.grid.field
        doubt = self.review.at(field)
        lines: list[Line] = [(self.grid.editor.label(field), "bold")]
        if doubt is not None:
            lines += [(line, "$text-warning") for line in wrap(doubt.message, room)[:2]]
        said = self._message or self._hint(doubt is not None, field)
        return [*lines[: FOOT - 1], said]

    def _hint(self, in_doubt: bool, field: str) -> Line:
        if self.grid.editor.problem:
            return self.grid.editor.problem, "$text-warning"
        if not in_doubt:
            return "这一格已经读出；如与原文不符，可以直接改。", "$text-muted"
        if self.review.value(field) is None:
            return "请对照原文输入数字，按回车确认。", "$text-muted"
        return "与原文一致就按回车；不一致请输入正确的数字。", "$text-muted"
