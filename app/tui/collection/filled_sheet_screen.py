"""What a sheet that came back would change, with who filled it in; nothing is taken without a key."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from app.clean_text import cleaned
from app.session.answers_update import Change, update
from app.tui.error_display import shows_errors
from app.tui.text.rows import Row, labelled, row, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.messages import RowChosen
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from app.session.answers_file import AnswersFile
    from app.session.session import Session

_KEYS: Final = (
    Key("F5", "填入", "take"),
    Key("↑↓", "选择"),
    Key("空格", "这一项不要", "leave_out"),
    Key("Esc", "不填，返回", "leave"),
    Key("F1", "帮助", "app.help"),
)


class FilledSheetScreen(ListScreen[str]):
    """Ends with what was filled in, in a sentence, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,ctrl+s", "take", "填入列出的各项，去掉的不填"),
        Binding("space", "leave_out", "选中的一项不要，或者还是要"),
        Binding("escape", "leave", "什么都不填，返回"),
    ]
    ABOUT = (
        "这里是填好的收集表会带来的变化：原来是多少，改成多少，是谁填的。看过以后按 F5 填入，"
        "填写人记在每个答案上；不要的按空格去掉。填入以后按 Ctrl+Z 可以一起撤回。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择"), ("回车", "与空格相同"))
    DEFAULT_CSS = """
    FilledSheetScreen { layout: vertical; }
    FilledSheetScreen #changes { padding: 1 1 0 1; height: 1fr; }
    """

    def __init__(
        self,
        session: "Session",
        name: str,
        file: "AnswersFile",
        changes: Sequence[Change],
        odd: Sequence[str] = (),
    ) -> None:
        """``odd`` are the lines of what cannot be understood: told, never taken."""
        super().__init__()
        self.session = session
        self._file_name, self._file, self._changes = name, file, changes
        self._not_read = odd
        self._left_out: set[str] = set()

    def compose(self) -> ComposeResult:
        """Title, changes, what is said, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="changes", always=True)
        yield Lines(3, id="said")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(StatusLine).show_words("填好的收集表", cleaned(self._file_name))
        self.query_one(KeyLine).show_keys(_KEYS)
        pane = self.query_one("#changes", RowsView)
        pane.show(self._rows)
        pane.focus()

    def _rows(self, room: int) -> list[Row]:
        rows = [*wrapped(f"会有{len(self._changes)}处变化，现在还没有填入：", room, "strong"), row("")]
        for change in self._changes:
            left_out = change.field in self._left_out
            mark = "[ ] " if left_out else "[x] "
            rows += labelled(mark, change.words, room, "muted" if left_out else "", change.field)
        if self._not_read:
            told = f"有{len(self._not_read)}处看不懂，不会填入；请在表里改正后再读一次，或者直接回答："
            rows += [row(""), *wrapped(told, room, "warning")]
            for line in self._not_read:
                rows += labelled("  ", line, room)
        return rows

    @on(RowChosen)
    def chosen(self, event: RowChosen) -> None:
        """Not this one, or this one after all."""
        event.stop()
        self.action_leave_out()

    def action_leave_out(self) -> None:
        """The change that one stands at is not wanted, or is."""
        pane = self.query_one("#changes", RowsView)
        self._left_out ^= {pane.here}
        pane.show(self._rows)

    @shows_errors
    def action_take(self) -> None:
        """Fill in what is left, all of it or nothing."""
        wanted = {field: value for field, value in self._file.answers.items() if field not in self._left_out}
        made = update(self.session, replace(self._file, answers=wanted))
        names = "、".join(dict.fromkeys(change.by for change in made if change.by))
        by = f"（{names}）" if names else ""
        left = f"另有{len(self._not_read)}处看不懂，没有填入。" if self._not_read else ""
        self.dismiss(f"从收集表填入了{len(made)}项{by}。{left}按 Ctrl+Z 可以一起撤回。")
