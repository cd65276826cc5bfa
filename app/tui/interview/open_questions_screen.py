"""The questions that have no answer yet, by who has it: to be asked for, and gone to."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from app.tui.error_display import shows_errors
from app.tui.text.rows import Row, labelled, row, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from app.session.session import Session
    from app.session.views import OpenQuestion

NONE_OPEN: Final = "所有问题都有答案了。"
_OWN: Final = "本单位自己知道的"


class OpenQuestionsScreen(Screen[str | None]):
    """Lists them; ends with the id of the question to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "collection", "收集表：按科室输出要问的数，填好的读回来"),
        Binding("a", "skip_optional", "选填的题都跳过，以后再答"),
        Binding("ctrl+z", "undo", "撤回刚才的跳过"),
        Binding("escape", "dismiss(None)", "返回", priority=True),
    ]
    ABOUT = (
        "这里列出还没有答案的题，按数字在谁那里排列，便于向有关科室要数。带 * 的是必填的：不答就不能定稿，"
        "导出草稿时那一句空着。"
        "没有 * 的可以不答，按 A 一次都跳过；跳过的仍然列在这里，选中就可以补答。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择"), ("回车", "去答这一题"))
    CSS = "OpenQuestionsScreen { layout: vertical; }"

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self._skipped: tuple[str, ...] = ()
        """What was skipped on this page."""

    def compose(self) -> ComposeResult:
        """Status, list, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="questions")
        yield Lines(1, id="said")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show them."""
        self.query_one("#questions").focus()
        self._show()

    def _show(self, _: object = None) -> None:
        """As they stand."""
        questions = self.session.conversation.open_questions()
        required = sum(question.required for question in questions)
        counts = f"{len(questions)}题，其中必填{required}题" if questions else ""
        self.query_one(StatusLine).show_words("还没有答的题", counts)
        self.query_one(KeyLine).show_keys(
            (
                Key("↑↓", "选择"),
                Key("回车", "去答这一题"),
                Key("A", "选填的都跳过", "skip_optional"),
                Key("Ctrl+Z", "撤回", "undo"),
                Key("Ctrl+G", "收集表", "collection"),
                Key("Esc", "返回", "dismiss(None)"),
                Key("F1", "帮助", "app.help"),
            )
        )
        self.query_one("#questions", RowsView).show(lambda room: open_rows(questions, room))

    def action_collection(self) -> None:
        """Ask those who have the answers; what came back from them is not open any more."""
        from app.tui.collection.collection_screen import CollectionScreen

        self.app.push_screen(CollectionScreen(self.session), self._show)

    @shows_errors
    def action_skip_optional(self) -> None:
        """Leave all for later that need not be answered."""
        outcome = self.session.conversation.skip_optional()
        self._skipped = outcome.changed or self._skipped
        self._show()
        self.say(outcome.message, "$text-success" if outcome.accepted else "$text-warning")

    @shows_errors
    def action_undo(self) -> None:
        """Take back what was skipped here."""
        said = self.session.conversation.undo(within=self._skipped) if self._skipped else ""
        self._skipped = ()
        self._show()
        self.say("已撤回，那些题又都要答了。" if said else "这一页没有可以撤回的修改。")

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence above the keys."""
        self.query_one("#said", Lines).say(text, style)

    def on_row_chosen(self, event: RowChosen) -> None:
        """Go to the question."""
        self.dismiss(event.key)

    def on_rows_left(self, event: RowsLeft) -> None:
        """The end is the end."""
        event.stop()


def open_rows(questions: "Iterable[OpenQuestion]", room: int) -> list[Row]:
    """The questions under the names of those who have the numbers, each name once."""

    def source(question: "OpenQuestion") -> str:
        return question.source or _OWN

    by_source = sorted(questions, key=source)
    rows: list[Row] = [] if by_source else wrapped(NONE_OPEN, room)
    for name, group in groupby(by_source, key=source):
        rows += wrapped(name, room, "strong")
        for question in group:
            rows += labelled(
                "  * " if question.required else "    ", question.text, room, key=question.question
            )
        rows.append(row(""))
    return rows
