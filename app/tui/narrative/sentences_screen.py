"""Last year's sentences one by one: as they were, as they would stand this year, and what to do with each."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from app.session.sentences import DECISIONS
from app.session.views import Outcome, Position, SentenceView
from app.tui.leaving import KeptSoon
from app.tui.text.cell_width import wrap
from app.tui.text.rows import Row, row, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines, both_ends
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.rows_view import RowsView
from prompts.narrative.sentence import Choice
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.session import Session

_KEYS: Final = (
    Key("1", "沿用", "keep"),
    Key("2", "改写", "rewrite"),
    Key("3", "不用", "drop"),
    Key("A", "全部沿用（不带!的）", "keep_all"),
    Key("L", "来源", "sources"),
    Key("Ctrl+Z", "撤回", "undo"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)
_NOTHING: Final = "没有上年的正文可以沿用。导入上年的年报后，这里会列出它的每一句。"
_LEGEND: Final = "✓ 草稿里有  ~ 有，但与去年太像  ! 没有用，要注意  · 没有用"
_DETAIL: Final = 4
SCREEN: Final = "sentences"
"""What a position names this screen."""
MOST_CANDIDATES: Final = 5
"""Sentences marked ~ because another wording would help most."""


class SentencesScreen(ListScreen[None]):
    """The sentences of last year's that can be taken over, with one key for each decision."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "keep", "沿用这一句"),
        Binding("2", "rewrite", "改写这一句"),
        Binding("3", "drop", "不用这一句"),
        Binding("a", "keep_all", "沿用所有不带!的句子"),
        Binding("l", "sources", "看这一句的事实和数字从哪里来"),
        Binding("ctrl+z", "undo", "撤回刚才的修改"),
    ]
    ABOUT = (
        "这里逐句列出去年年报的正文，以及换上今年的数字以后的样子。"
        "✓ 表示草稿里有这一句；~ 表示草稿里有，但与去年太像，最好换个说法；! 表示有需要注意的地方，"
        "下方写着是什么；· 表示没有用。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择"), ("回车", "改写时保存这一句"))
    DEFAULT_CSS = """
    SentencesScreen { layout: vertical; }
    SentencesScreen #title { text-style: bold; background: $panel; }
    SentencesScreen #detail { border-top: solid $secondary; }
    SentencesScreen Input { display: none; }
    """

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self._views: tuple[SentenceView, ...] = ()
        self._candidates: frozenset[str] = frozenset()
        self._message = ""
        self._high = _DETAIL
        self._begun = False
        self._writing = False
        self._pane = RowsView(id="sentences", always=True, stood=self._show)
        self._line = Input(id="rewrite", placeholder="改写这一句，回车保存", select_on_focus=False)
        self._kept = KeptSoon(self.set_timer, self._store, self._tell)

    def compose(self) -> ComposeResult:
        """The list, what is to be said of the sentence one stands on, and a line to write it anew."""
        yield Lines(1, id="title")
        yield self._pane
        yield Lines(_DETAIL, id="detail")
        yield self._line
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """The list gets the keys."""
        self._line.cursor_blink = False
        self._pane.focus()

    def _reopen(self) -> None:
        """The line that was half written, once its sentence is in the list."""
        self._begun = True
        position = self.session.conversation.position
        if position.screen == SCREEN and position.typed and position.key in self._pane.keys:
            self._pane.stand(position.key)
            self._open_line(position.typed, position.caret)

    def on_unmount(self) -> None:
        """Whatever the way out: what is half typed is kept, if it can be."""
        with suppress(NianbaoError):
            self.keep_now()

    def keep_now(self) -> None:
        """Keep the line as it stands at this moment. Raises ``StoreError``: it is still due then."""
        self._kept.now()

    @on(Input.Changed)
    def keep_soon(self) -> None:
        """Keep the line within a moment."""
        if self._writing and not self.session.readonly:
            self._kept.soon()

    def _store(self) -> None:
        view, line = self._selected(), self._line
        current = self.session.conversation.current
        question = current.id if current else ""
        if view is not None and self._writing:
            position = Position(SCREEN, question, key=view.id, typed=line.value, caret=line.cursor_position)
            self.session.conversation.remember(position)

    def _tell(self, words: str) -> None:
        if words:
            self._message = words
            self._show()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._list)

    def _list(self) -> None:
        self._views = tuple(view for view in self.session.sentences.all() if view.last)
        self._candidates = frozenset(
            view.id for view in self.session.sentences.candidates()[:MOST_CANDIDATES]
        )
        detail = self.query_one("#detail", Lines)
        longest = max((len(self._said_of(view, detail.room)) for view in self._views), default=0) + 1
        self._high = min(max(longest, _DETAIL), max(self.size.height * 2 // 5, _DETAIL))
        detail.be_high(self._high)
        self._pane.show(self._rows)
        self._pane.reveal(self._pane.here)
        self._show()
        if not self._begun:
            self._reopen()

    def _rows(self, room: int) -> list[Row]:
        if not self._views:
            return wrapped(_NOTHING, room)
        rows: list[Row] = [row(line, "muted") for line in wrap(_LEGEND, room)]
        heading = ""
        for view in self._views:
            if view.paragraph != heading:
                heading = view.paragraph
                rows.append(row(self.session.narrative.heading(heading), "strong"))
            alike = "~" if view.id in self._candidates else "✓"
            sign = alike if view.stands else "!" if view.marks else "·"
            first, *rest = wrap(view.text, room - 3)
            style = "" if view.stands else "muted"
            rows.append(row(f" {sign} {first}", style, view.id))
            rows += [row(f"   {line}", style, view.id) for line in rest]
        return rows

    def _selected(self) -> SentenceView | None:
        here = self._pane.here
        return next((view for view in self._views if view.id == here), None)

    def _show(self) -> None:
        title, detail = (self.query_one(f"#{name}", Lines) for name in ("title", "detail"))
        kept = sum(view.stands for view in self._views)
        left = f"去年的句子  {self.session.organ} · {self.session.year}年度"
        alike = self.session.sentences.likeness_in_words
        right = f"{alike}  草稿里有 {kept}  共 {len(self._views)} 句" if self._views else alike
        title.show((both_ends(left, right, title.room), ""))
        detail.show(*((line, "") for line in self._detail(detail.room)))
        self.query_one(KeyLine).show_keys(_KEYS if self._views else (*_KEYS[-5:-4], *_KEYS[-2:]))

    def _detail(self, room: int) -> Sequence[str]:
        """What is said of the sentence one stands on; the last line says where more is left out."""
        view = self._selected()
        if self._message or view is None:
            return wrap(self._message, room) if self._message else []
        lines, high = self._said_of(view, room), self._high - 1
        return lines if len(lines) <= high else [*lines[: high - 1], f"{lines[high - 1][:-1]}…"]

    def _said_of(self, view: SentenceView, room: int) -> list[str]:
        marks = "；".join(mark.words for mark in view.marks)
        said = [f"注意：{marks}。"] if marks else []
        if view.id in self._candidates:
            few = "这一句" if len(self._candidates) == 1 else f"带~的{len(self._candidates)}句"
            said.append(f"正文与去年相同的过半，{few}换个说法就好（按 2 改写，按 3 不用）。")
        return [line for text in (*said, f"去年：{view.last}") for line in wrap(text, room)]

    def on_key(self) -> None:
        """A new key: the last sentence has been read."""
        self._message = ""

    def action_keep(self) -> None:
        """Take the sentence over."""
        self._decide(Choice.KEEP)

    def action_drop(self) -> None:
        """Leave the sentence out; the facts it says come into sentences of the templates."""
        self._decide(Choice.DROP)

    def _decide(self, choice: Choice, text: str = "") -> bool:
        view = self._selected()
        return view is not None and self._do(lambda: self.session.sentences.decide(view.id, choice, text))

    def _do(self, act: Callable[[], Outcome]) -> bool:
        try:
            outcome = act()
        except NianbaoError as error:
            outcome = Outcome(False, str(error))
        self._message = outcome.message
        self._list()
        return outcome.accepted

    def action_keep_all(self) -> None:
        """Take over all that nothing speaks against."""
        self._do(self.session.sentences.keep_unmarked)

    def action_rewrite(self) -> None:
        """Write the sentence anew, beginning with its words."""
        view = self._selected()
        if view is not None:
            self._open_line(view.text, len(view.text))

    def _open_line(self, text: str, caret: int) -> None:
        line = self._line
        self._writing = line.display = True
        line.value = text
        line.cursor_position = caret
        line.focus()

    @on(Input.Submitted)
    def rewritten(self, event: Input.Submitted) -> None:
        """Keep the sentence in the clerk's words; what cannot be kept stays in the line."""
        if self._decide(Choice.TEXT, event.value):
            self._close_line()

    def _close_line(self) -> None:
        self._kept.forget()
        current = self.session.conversation.current
        if not self.session.readonly:
            with suppress(NianbaoError):  # where one stands is no work that could be lost
                self.session.conversation.remember(Position(question=current.id if current else ""))
        self._writing = self._line.display = False
        self._pane.focus()

    def action_sources(self) -> None:
        """Where the facts of the sentence come from, and of all others."""
        from app.tui.narrative.sources_screen import SourcesScreen

        view = self._selected()
        self.app.push_screen(SourcesScreen(self.session, view.text if view else ""))

    def action_undo(self) -> None:
        """Take back the last decision; what was changed elsewhere is taken back there."""
        said = self.session.conversation.undo(within=DECISIONS)
        self._message = said or "这一页没有可以撤回的修改；别处的修改请回到问答里撤回。"
        self._list()

    def action_leave(self) -> None:
        """Back; out of the line first, which changes nothing."""
        if self._writing:
            self._close_line()
        else:
            self.dismiss(None)
