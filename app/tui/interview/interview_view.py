"""The interview as it is seen: outline, conversation and draft, or one of them on a narrow screen."""

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer

from app.tui.error_display import politely
from app.tui.interview import closing_page, conversation_rows
from app.tui.interview.choice_text import chosen
from app.tui.interview.conversation import Conversation, Talk
from app.tui.interview.draft_pane import DraftPane
from app.tui.interview.draft_selection import beside
from app.tui.interview.interview_keys import keys_for
from app.tui.interview.interview_position import Walk
from app.tui.interview.outline import Outline
from app.tui.leaving import KEEP_AGAIN
from app.tui.widgets.key_line import KeyLine
from app.tui.widgets.rows_view import Build
from app.tui.widgets.status_line import StatusLine
from sections.errors import NianbaoError
from sections.report.values import Kind

if TYPE_CHECKING:
    from app.session.session import Session
    from app.session.views import QuestionView
    from sections.rules.base import Finding

WIDE: Final = 110
"""From so many cells the three panes stand beside one another."""


class InterviewView(Screen[None]):
    """What is seen of a session: it shows, and says, but does nothing of its own accord."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (WIDE, "-wide"),
    ]
    CSS_PATH = "../styles/interview.tcss"

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self.walk = Walk(session)
        self._loaded: tuple[str, str, int] | None = None
        """What was put into the box: question, text, caret."""
        self._said: tuple[str, str, str, str] | None = None
        """A sentence and its style, and the question and the text in the box it was said about."""
        self._due: Timer | None = None
        self._visited: tuple[int, Finding] | None = None
        """The finding one went to last, and its place in the list."""
        self._reviewing = False
        """Whether one came to this question from the list of findings, and goes back there."""
        self._changes: dict[tuple[str, str], str] = {}

    def compose(self) -> ComposeResult:
        """Status, three panes, keys."""
        yield StatusLine(id="status")
        with Horizontal(id="panes"):
            yield Outline(id="outline")
            yield Conversation(self.entered, self.typed, id="conversation")
            yield DraftPane(id="draft")
        yield KeyLine(id="keys")

    def entered(self, text: str) -> None:
        """A text was confirmed in the box."""
        raise NotImplementedError

    def typed(self) -> None:
        """Something was typed into the box."""
        raise NotImplementedError

    # --- the parts -------------------------------------------------------------------------------------

    @property
    def conversation(self) -> Conversation:
        """The middle pane."""
        return self.query_one(Conversation)

    @property
    def draft(self) -> DraftPane:
        """The pane on the right."""
        return self.query_one(DraftPane)

    @property
    def wide(self) -> bool:
        """Whether all panes are in sight."""
        return self.app.size.width >= WIDE

    # --- showing ---------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """Show everything as the session stands now."""
        self.query_one(StatusLine).show_session(self.session)
        self.query_one(Outline).show_entries(self.session.conversation.outline())
        self._load_box()
        self._show_talk()
        self.draft.show_draft(beside(self.session, self.walk.one))
        self._show_titles()
        self._show_hint()
        self.show_keys()

    def _show_talk(self) -> None:
        pasts = tuple(self._past(one.id) for one in self.walk.past())
        self.conversation.show(Talk(pasts, self._question(), self._choices()))

    def _past(self, question_id: str) -> conversation_rows.Past:
        one = next(one for one in self.session.conversation.asked() if one.id == question_id)
        view = self.session.conversation.view(one)
        known = (question_id, view.typed_back)
        if known not in self._changes:
            self._changes[known] = self.session.conversation.hint(one, view.typed_back) if view.last else ""
        section = conversation_rows.name_of(one.question.scope, one.question.topic)
        return conversation_rows.past_of(view, section, self._changes[known], question_id == self.walk.id)

    def _question(self) -> Build:
        view = self.walk.view
        if view is None:
            left = closing_page.left(self.session)
            return lambda room: conversation_rows.closing_rows(left, room)
        came_from = self._way_back()
        return lambda room: conversation_rows.question_rows(view, room, came_from)

    def _way_back(self) -> str:
        """Where Escape leads from an old answer."""
        origin = self.walk.origin
        if origin is None or not self.walk.reopened:
            return ""
        number = self.walk.number(origin)
        return f"Esc 回到第{number}题。" if number else "Esc 回到结束页。"

    def _choices(self) -> Build:
        view = self.walk.view
        if view is None:
            return closing_page.rows
        return self._choices_of(view, self.conversation.box.text)

    @staticmethod
    def _choices_of(view: "QuestionView", text: str) -> Build:
        marks = chosen(text, view.choices, view.kind)
        return lambda room: conversation_rows.choice_rows(view, marks, room)

    def _show_titles(self) -> None:
        one = self.walk.one
        place = conversation_rows.name_of(one.question.scope, one.question.topic) if one else "结束"
        number = f" · 第{self.walk.number(one.id)}题" if one else ""
        self.query_one(Outline).border_title = "提纲"
        self.conversation.border_title = f"问答 · {place}{number}"
        self.draft.border_title = "草稿" + (f" · {place}" if one else " · 全文")

    def show_keys(self) -> None:
        """Show the keys that work where the focus is."""
        focused = self.focused.id if self.focused is not None else ""
        in_box = focused not in {"outline", "draft", "history", "choices"}
        self.query_one(KeyLine).show_keys(
            keys_for("box" if in_box else focused or "", self.walk, wide=self.wide, view=self.walk.view)
        )

    # --- the box ---------------------------------------------------------------------------------------

    def _load_box(self) -> None:
        """Put the half-typed text or the old answer into the box when the question is another one."""
        view, box = self.walk.view, self.conversation.box
        if self._loaded is not None and self._loaded[0] == self.walk.id:
            return
        text, caret = self.walk.box()
        self._loaded = (self.walk.id, text, caret)
        kind = view.kind if view else Kind.TEXT
        box.load(kind, text, caret, self.session.readonly, closing_page.confirm(view))
        if text and text == self.walk.before():
            box.select()

    def _show_hint(self) -> None:
        box, one = self.conversation.box, self.walk.one
        if self._said is not None and self._said[2:] == (self.walk.id, box.text):
            box.say(*self._said[:2])
        elif self.session.readonly:
            box.say(self.session.why_readonly, "$text-warning")
        elif one is None:
            box.say("输入序号选择下一步。")
        else:
            box.say(self._hint())

    def _hint(self) -> str:
        one, text = self.walk.one, self.conversation.box.text
        if one is None or not text.strip():
            return ""
        if text.lstrip()[:1] in {"/", "／"}:
            return "命令：/上一题 /跳过 /预览 /检查 /导出 /帮助"
        return self.session.conversation.hint(one, text)

    def say(self, text: str, style: str = "$text-success") -> None:
        """Say a sentence under the box until something else is typed."""
        self._said = (text, style, self.walk.id, self.conversation.box.text)
        self._show_hint()

    def _place_cursor(self, _: object = None) -> None:
        """The terminal's cursor on the caret, where the input method opens its window."""
        if self.focused is self.conversation.box.field:
            self.app.cursor_position = self.conversation.box.field.cursor_screen_offset

    def _focus_box(self) -> None:
        if not self.wide:
            self.remove_class("-outline", "-draft")
        self.conversation.box.field.focus()
        self.show_keys()
        self.call_after_refresh(self._place_cursor)

    # --- keeping, and standing somewhere else -----------------------------------------------------------

    @politely
    def _keep(self) -> None:
        """Keep the half-typed text, and say so; where it cannot be, it is tried again."""
        if self._due is not None:
            try:
                self._flush()
            except NianbaoError:
                self._due.stop()
                self._due = self.set_timer(KEEP_AGAIN, self._keep)
                raise
            self.query_one(StatusLine).show_session(self.session)

    @property
    def kept(self) -> bool:
        """Whether everything typed is on the disk."""
        return self._due is None

    def keep_now(self) -> None:
        """Keep what stands in the box at this moment. Raises ``StoreError``: it is still due then."""
        self._flush()

    def _flush(self) -> None:
        if self._due is not None:
            if self._loaded is not None and self._loaded[0] == self.walk.id:
                self.walk.typed(*self._loaded[1:])
            self._keep_not()

    def _moved(self, said: str = "", style: str = "$text-success") -> None:
        """One stands somewhere else, or something changed: show it."""
        self._keep_not()
        self._loaded = None
        self._reviewing = False
        if self.walk.id in self.walk.half:
            self.walk.keep()
        self.show_all()
        self._focus_box()
        if said:
            self.say(said, style)

    def _keep_not(self) -> None:
        if self._due is not None:
            self._due.stop()
            self._due = None

    def _clear_box(self) -> None:
        """The command has been read: the box is as it was before it."""
        self._keep_not()
        self.walk.half.pop(self.walk.id, None)
        self.walk.keep()
        text, caret = self.walk.box()
        view = self.walk.view
        self._loaded = (self.walk.id, text, caret)
        kind = view.kind if view else Kind.TEXT
        self.conversation.box.load(kind, text, caret, self.session.readonly, closing_page.confirm(view))
