"""The questions that have no answer yet, by who has it: to be asked for, and gone to."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from app.tui.text.rows import Row, labelled, row, wrapped
from app.tui.widgets.key_line import Key, KeyLine
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
        Binding("escape", "dismiss(None)", "返回", priority=True),
    ]
    ABOUT = (
        "这里列出还没有答案的题，按数字在谁那里排列，便于向有关科室要数。带 * 的是必填的：不答就不能定稿，"
        "导出草稿时那一句空着。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择"), ("回车", "去答这一题"))
    CSS = "OpenQuestionsScreen { layout: vertical; }"

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Status, list, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="questions")
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
