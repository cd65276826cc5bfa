"""What came back from Word: the differences of an edited file one by one, and what to do with each."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from app.session.differences import WORDS, Difference, lines_of
from app.session.views import Outcome
from app.tui.text.cell_width import wrap
from app.tui.text.rows import Row, row, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines, both_ends
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.rows_view import RowsView
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.session import Session
    from sections.report.report import Report

_KEYS: Final = (
    Key("1", "采用", "take"),
    Key("2", "只改这一句", "take_words"),
    Key("A", "文字全部采用", "take_all"),
    Key("Ctrl+Z", "撤回", "undo"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)
_BACK: Final = _KEYS[-2:]
_NOTHING: Final = "“{}”与这份年报没有差别。"
_READING: Final = "正在读取文件……"
_DETAIL: Final = 3


class HomecomingScreen(ListScreen[None]):
    """The differences of the file at ``path`` from the report; nothing is taken without a key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "take", "采用，改过的数字写进对应的答案或格子"),
        Binding("2", "take_words", "只改这一句，数字不写进答案"),
        Binding("a", "take_all", "文字有改动的全部采用"),
        Binding("ctrl+z", "undo", "撤回"),
    ]
    ABOUT = (
        "导出后改过的文件与这份年报逐句、逐格比较，修订痕迹按改后的读。"
        "不按键就什么也不改；改过的数字会写进它对应的答案或格子，正文和表格保持一致。"
    )
    DEFAULT_CSS = """
    HomecomingScreen { layout: vertical; }
    HomecomingScreen #title { text-style: bold; background: $panel; }
    HomecomingScreen #said { border-top: solid $secondary; }
    """

    def __init__(self, session: "Session", path: Path) -> None:
        super().__init__()
        self.session, self.path = session, path
        self._theirs: Report | None = None
        self._differences: tuple[Difference, ...] = ()
        self._message = _READING

    def compose(self) -> ComposeResult:
        """The list, and what is to be said."""
        yield Lines(1, id="title")
        yield RowsView(id="differences", stood=self._show)
        yield Lines(_DETAIL, id="said")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Read the file; the list gets the keys."""
        self.query_one("#differences").focus()
        self.run_worker(self._read, thread=True)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._list)

    def _read(self) -> None:
        from app.documents.read.importer import read_report

        try:
            report = read_report(self.path)
        except NianbaoError as error:
            self.app.call_from_thread(self._say, str(error))
        else:
            self.app.call_from_thread(self._compare, report)

    def _compare(self, theirs: "Report") -> None:
        self._theirs, self._message = theirs, ""
        self._list()

    def _say(self, words: str) -> None:
        self._message = words
        self._list()

    def _list(self, place: int | None = None) -> None:
        """Fill the list, standing at difference ``place`` or where one stood."""
        if self._theirs is not None:
            try:
                self._differences = self.session.homecoming.differences(self._theirs)
            except NianbaoError as error:
                self._differences, self._theirs, self._message = (), None, str(error)
        view = self.query_one("#differences", RowsView)
        view.show(self._rows, None if place is None else str(min(place, len(self._differences) - 1)))
        view.reveal(view.here)
        self._show()

    def _rows(self, room: int) -> list[Row]:
        if self._theirs is not None and not self._differences:
            return wrapped(_NOTHING.format(self.path.name), room)
        rows: list[Row] = []
        for number, difference in enumerate(self._differences):
            texts = lines_of(difference, self.session.report)
            first, *rest = [line for text in texts for line in wrap(text, room - 3)]
            rows.append(row(f" · {first}", "", str(number)))
            rows += [row(f"   {line}", "", str(number)) for line in rest]
        return rows

    def _show(self) -> None:
        title, said = self.query_one("#title", Lines), self.query_one("#said", Lines)
        left = f"读回改过的文件  {self.path.name}"
        title.show((both_ends(left, f"差别 {len(self._differences)} 处", title.room), ""))
        said.show(*((line, "") for line in wrap(self._message, said.room)[: _DETAIL - 1]))
        self.query_one(KeyLine).show_keys(_KEYS if self._differences else _BACK)

    def on_key(self) -> None:
        """A new key: the last sentence has been read."""
        self._message = ""

    def action_take(self) -> None:
        """Take the difference over, its numbers into facts and cells."""
        self._take(numbers=True)

    def action_take_words(self) -> None:
        """Take the sentence as it is in the file, and leave the answers."""
        self._take(numbers=False)

    def _take(self, numbers: bool) -> None:
        here, theirs = self.query_one("#differences", RowsView).here, self._theirs
        if theirs is None or not here:
            return
        place = int(here)
        difference = self._differences[place]
        self._do(lambda: self.session.homecoming.take(difference, theirs, numbers=numbers), place)

    def action_take_all(self) -> None:
        """Take over every difference that is of words alone."""
        theirs = self._theirs
        if theirs is not None:
            self._do(lambda: self._all_words(theirs), 0)

    def _all_words(self, theirs: "Report") -> Outcome:
        done, refused = self.session.homecoming.take_all(theirs, WORDS)
        return Outcome(bool(done), "；".join([f"已采用{done}处", *refused]))

    def _do(self, act: Callable[[], Outcome], place: int) -> None:
        try:
            self._message = act().message
        except NianbaoError as error:
            self._message = str(error)
        self._list(place)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._message = self.session.conversation.undo() or "没有可以撤回的修改。"
        self._list()
