"""The editor: a paragraph as a person wants it, the drafted text, and the numbers that changed under it."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static, TextArea

from app.errors import SessionError
from app.session import stale_numbers
from app.session.views import Outcome, Paragraph, Position
from app.tui.leaving import KeptSoon
from app.tui.text.caret import index, location
from app.tui.text.cell_width import wrap
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines, both_ends
from app.tui.widgets.text_field import TextField
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.session import Session

_SAID: Final = 2
_KEYS: Final = (
    Key("F5", "保存并返回", "save"),
    Key("F4", "换成新数字", "accept"),
    Key("Ctrl+R", "恢复草稿", "restore"),
    Key("Ctrl+Z", "撤回"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)


class EditorScreen(Screen[bool]):
    """Edit the paragraph ``key`` by hand; True when something was saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,ctrl+s", "save", "保存并返回"),
        Binding("f4", "accept", "把文中旧的数字换成新的"),
        Binding("ctrl+r", "restore", "恢复自动生成的草稿"),
        Binding("escape", "leave", "返回"),
    ]
    ABOUT = (
        "上面是这一段的文字，可以随意修改，每行是一个自然段；下面是按答案自动生成的草稿，供对照。"
        "修改过的段落不再随答案改变，数字有变时会在这里提醒。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("回车", "另起一个自然段"),
        ("Ctrl+Z Ctrl+Y", "撤回、恢复文字的改动"),
    )
    DEFAULT_CSS = """
    EditorScreen { layout: vertical; }
    EditorScreen #title { text-style: bold; background: $panel; }
    EditorScreen #text { height: 2fr; border: none; padding: 0 1; }
    EditorScreen #label { color: $text-muted; }
    EditorScreen #draft {
        height: 1fr;
        max-height: 12;
        padding: 0 1;
        color: $text-muted;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, session: "Session", key: str) -> None:
        super().__init__()
        self.session = session
        self.key = key
        self.paragraph = self._read()
        self.area = TextField(
            self.paragraph.text,
            id="text",
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
        )
        self._saved_any = False
        self._said = ("", "")
        """A sentence, and the text it was said about: it stands until the text changes."""
        self._warned = ("", "")
        self._kept = KeptSoon(self.set_timer, self._store, self._tell)

    def compose(self) -> ComposeResult:
        """The text, the changed numbers, and the draft."""
        yield Lines(1, id="title")
        yield self.area
        yield Lines(_SAID, id="said")
        yield Static("自动生成的草稿（供对照）：", id="label", markup=False)
        with VerticalScroll(id="draft", can_focus=False):
            yield Static("", id="drafted", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """The half-typed text again, or the paragraph; the cursor where it was."""
        self.query_one(KeyLine).show_keys(_KEYS)
        self.area.cursor_blink = False
        position = self.session.conversation.position
        if position.screen == "editor" and position.key == self.key and position.typed:
            self.area.load_text(position.typed)
            self.area.move_cursor(location(position.typed, position.caret))
        else:
            self.area.move_cursor(self.area.document.end)
        self.area.focus()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._show_all)

    def on_screen_resume(self) -> None:
        """The screen below may have placed the terminal's cursor last."""
        self.call_after_refresh(self._place_caret)

    def on_unmount(self) -> None:
        """Whatever the way out: what is half-typed is kept, if it can be."""
        with suppress(NianbaoError):
            self.keep_now()

    # --- keeping ---------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def keep_soon(self) -> None:
        """Keep the text within a moment."""
        self._show()
        self._kept.soon()

    def keep_now(self) -> None:
        """Keep what stands in the box at this moment. Raises ``StoreError``: it is still due then."""
        self._kept.now()

    def _tell(self, words: str) -> None:
        if words:
            self._say(words)
        else:
            self._show()

    def _store(self) -> None:
        self.session.conversation.remember(
            Position(
                screen="editor",
                question=self._question(),
                key=self.key,
                typed=self.area.text if self.changed else "",
                caret=index(self.area.text, self.area.cursor_location),
            )
        )

    @property
    def changed(self) -> bool:
        """Whether the box holds something else than what is saved."""
        return self.area.text != self.paragraph.text

    # --- actions ---------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save and leave; says first which old numbers are still in the text."""
        old = self._stale()
        if old and self.changed and self._warned != ("save", self.area.text):
            self._say(
                "文中仍是原来的数字：" + self._pairs(old) + "。按 F4 换成新数字，或再按一次 F5 照样保存。"
            )
            self._warned = ("save", self.area.text)
            return
        if self.changed and not self._do(lambda: self.session.narrative.edit(self.key, self.area.text)):
            return
        self._leave()

    def action_accept(self) -> None:
        """Put the new numbers in the place of the old ones, and save."""
        pairs = self._stale()
        if not pairs:
            self._say("这一段的数字都是最新的。")
            return
        text = stale_numbers.accept(self.area.text, pairs, self.paragraph.basis)
        if self._do(lambda: self.session.narrative.edit(self.key, text)):
            self._put(self.paragraph.text)
            self._say(self._pairs(pairs).replace("→", "已改为") + "。")

    def action_restore(self) -> None:
        """The drafted text again; Ctrl+Z brings back one's own."""
        if self.paragraph.edited and not self._do(lambda: self.session.narrative.restore(self.key)):
            return
        self._put(self.paragraph.text)
        self._say("已恢复为自动生成的文字。要找回自己的文字，请按 Ctrl+Z，再按 F5 保存。")

    def action_leave(self) -> None:
        """Leave; unsaved text is not thrown away without a second Escape."""
        if self.changed and self._warned != ("leave", self.area.text):
            self._say("文字有改动，还没有保存。按 F5 保存并返回；再按一次 Esc 放弃改动。")
            self._warned = ("leave", self.area.text)
            return
        self._leave()

    # --- helpers ---------------------------------------------------------------------------------------

    def _read(self) -> Paragraph:
        """The paragraph as it is saved; an empty one where nothing has been drafted yet."""
        try:
            return self.session.narrative.paragraph(self.key)
        except SessionError:
            return Paragraph(self.key, "", "", (), frozenset(), False, ())

    def _do(self, change: Callable[[], Outcome]) -> bool:
        try:
            outcome = change()
        except NianbaoError as error:
            outcome = Outcome(False, str(error))
        if outcome.accepted:
            self._saved_any = True
            self.paragraph = self._read()
            self._show_draft()
        else:
            self._say(outcome.message)
        return outcome.accepted

    def _put(self, text: str) -> None:
        """Replace the whole text in a way that Ctrl+Z takes back."""
        area = self.area
        if area.text != text:
            area.replace(text, area.document.start, area.document.end)
        self._show()

    def _leave(self) -> None:
        self._kept.forget()
        self.session.conversation.remember(Position(screen="interview", question=self._question()))
        self.dismiss(self._saved_any)

    def _question(self) -> str:
        """Where the conversation stands."""
        current = self.session.conversation.current
        return current.id if current else ""

    def _stale(self) -> tuple[tuple[str, str], ...]:
        """The changed numbers that still stand in the box in their old form."""
        return tuple((old, new) for old, new in self.paragraph.stale if old in self.area.text)

    @staticmethod
    def _pairs(pairs: tuple[tuple[str, str], ...]) -> str:
        return "，".join(f"{old}→{new}" for old, new in pairs)

    def _say(self, text: str) -> None:
        self._said = (text, self.area.text)
        self._show()

    def _show(self) -> None:
        title, said = (self.query_one(f"#{name}", Lines) for name in ("title", "said"))
        saved = self.session.saved
        state = "有改动，未保存" if self.changed else f"已保存 {saved:%H:%M:%S}" if saved else ""
        title.show((both_ends(f"修改文字  {self.paragraph.heading}", state, title.room), ""))
        words, style = self._to_say()
        said.say(words, style)

    def _place_caret(self) -> None:
        """The terminal's own cursor where one types: an input method opens its window there."""
        self.app.cursor_position = self.area.cursor_screen_offset

    def _to_say(self) -> tuple[str, str]:
        if self._said[0] and self._said[1] == self.area.text:
            return self._said[0], "$text-warning"
        pairs = self._stale()
        if pairs:
            return f"数字有变：{self._pairs(pairs)}。按 F4 换成新数字。", "$text-warning"
        return "每行是一个自然段。", "$text-muted"

    def _show_draft(self) -> None:
        drafted = "".join(sentence.text for sentence in self.paragraph.sentences)
        room = max(self.query_one("#draft").scrollable_content_region.width - 2, 20)
        lines = wrap(drafted or "（没有自动生成的文字）", room)
        self.query_one("#drafted", Static).update("\n".join(lines))

    def _show_all(self) -> None:
        self._place_caret()
        self._show()
        self._show_draft()
