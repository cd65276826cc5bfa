"""The three panes: outline, conversation and draft beside one another, or one of them on a narrow screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal

from app.tui.interview import closing_page, conversation_rows
from app.tui.interview.answer_box import Entered
from app.tui.interview.choice_text import chosen
from app.tui.interview.conversation import Conversation, Talk
from app.tui.interview.draft_pane import DraftPane
from app.tui.interview.draft_selection import beside
from app.tui.interview.outline import Outline
from app.tui.text.question_rows import question_rows
from app.tui.widgets.rows_view import Build, RowsView

if TYPE_CHECKING:
    from textual.widget import Widget

    from app.session.session import Session
    from app.session.views import QuestionView
    from app.tui.interview.interview_position import InterviewPosition
    from prompts.interview import QuestionInstance

WIDE: Final = 110
"""From so many cells the three panes stand beside one another."""
_ALONE: Final = ("outline", "draft")
"""Panes that a narrow screen shows instead of the conversation."""


class InterviewPanes(Horizontal):
    """Shows where the clerk stands in a session; does nothing of its own accord."""

    def __init__(
        self,
        session: "Session",
        position: "InterviewPosition",
        entered: Entered,
        typed: Callable[[], None],
    ) -> None:
        super().__init__(id="panes")
        self._session, self._position = session, position
        self.outline = Outline(id="outline")
        self.conversation = Conversation(entered, typed, id="conversation")
        self.draft = DraftPane(id="draft")
        self._changes: dict[tuple[str, str], str] = {}
        """The change against last year, by question and answer."""

    def compose(self) -> ComposeResult:
        """From left to right."""
        yield self.outline
        yield self.conversation
        yield self.draft

    # --- what they show --------------------------------------------------------------------------------

    def show_session(self) -> None:
        """Show everything as the session stands now."""
        self.outline.show_entries(self._session.conversation.outline())
        self.show_question()
        self.show_draft()

    def show_question(self) -> None:
        """Show the conversation alone: nothing that has to be drafted or checked first."""
        self.conversation.show(Talk(self._past(), self._question(), self._choices()))
        self._show_titles()

    def show_draft(self) -> None:
        """Show the draft beside the question."""
        self.draft.show_draft(beside(self._session, self._position.question))

    def mark_choices(self) -> None:
        """Mark the choices that the text in the box names."""
        if (view := self._position.view) is not None and view.choices:
            self.conversation.show_choices(self._choices())

    def _past(self) -> tuple[conversation_rows.Past, ...]:
        return tuple(self._past_of(instance) for instance in self._position.answered())

    def _past_of(self, instance: "QuestionInstance") -> conversation_rows.Past:
        conversation = self._session.conversation
        view = conversation.view(instance)
        known = (instance.id, view.typed_back)
        if known not in self._changes:
            self._changes[known] = conversation.moved(instance) if view.last else ""
        section = conversation_rows.name_of(instance.question.scope, instance.question.topic)
        if self._position.is_behind(instance.id):
            section = f"后面已经答过的 · {section}"
        here = instance.id == self._position.question_id
        return conversation_rows.past_of(view, section, self._changes[known], here)

    def _question(self) -> Build:
        view = self._position.view
        if view is None:
            left = closing_page.open_points(self._session)
            progress = self._session.conversation.progress()
            unanswered = 0 if self._session.closed else progress.total - progress.done
            return lambda room: conversation_rows.closing_rows(left, room, unanswered)
        came_from = self._way_back()
        return lambda room: question_rows(view, room, came_from)

    def _way_back(self) -> str:
        """Where Escape leads from an old answer."""
        origin = self._position.origin
        if origin is None:
            return ""
        number = self._position.number(origin)
        return f"Esc 回到第{number}题。" if number else "Esc 回到结束页。"

    def _choices(self) -> Build:
        view = self._position.view
        if view is None:
            return lambda _: closing_page.rows(self._session)
        return choices_of(view, self.conversation.box.text)

    def _show_titles(self) -> None:
        instance = self._position.question
        section, number = "结束", ""
        if instance is not None:
            section = conversation_rows.name_of(instance.question.scope, instance.question.topic)
            number = f"第{self._position.number(instance.id)}题 · "
        self.outline.border_title = "提纲"
        self.conversation.border_title = f"问答 · {number}{section}"
        self.draft.border_title = f"草稿 · {section if instance else '全文'}"

    # --- which of them is seen -------------------------------------------------------------------------

    @property
    def wide(self) -> bool:
        """Whether all panes are in sight."""
        return self.app.size.width >= WIDE

    def in_sight(self, name: str) -> bool:
        """Whether a pane is in sight."""
        return self.wide or self.has_class(f"-{name}")

    def pane(self, name: str) -> RowsView:
        """The outline or the draft."""
        return self.outline if name == "outline" else self.draft

    def reveal(self, name: str) -> None:
        """Give the keys to the outline or the draft, on a narrow screen in the place of the conversation."""
        self.show_conversation()
        if not self.wide:
            self.add_class(f"-{name}")
        self.pane(name).focus()

    def on_resize(self) -> None:
        """On a wide screen nothing is shown alone."""
        if self.wide:
            self.show_conversation()

    def show_conversation(self) -> None:
        """The conversation is in sight."""
        self.remove_class(*(f"-{name}" for name in _ALONE))

    @staticmethod
    def name_of(focused: "Widget | None") -> str:
        """The pane that has the keys, for the line of keys; ``box`` where it is the answer box or none."""
        name = focused.id if focused is not None else None
        return name if name in {"outline", "draft", "history", "choices"} else "box"


def choices_of(view: "QuestionView", text: str) -> Build:
    """The choices of a question, those marked that ``text`` names."""
    marks = chosen(text, view.choices, view.kind)
    return lambda room: conversation_rows.choice_rows(view, marks, room)
