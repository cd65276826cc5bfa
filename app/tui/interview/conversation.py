"""The conversation: past questions and answers, the question, the answer box, the choices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget

from app.tui.interview.answer_box import SAID, AnswerBox, Entered
from app.tui.interview.conversation_rows import Past, past_rows
from app.tui.text.rows import Row
from app.tui.widgets.messages import BoxLeft, ChoiceToggled
from app.tui.widgets.rows_view import Build, RowsView

FRAME = 2
"""Lines of the frame around the answer box."""


def _nothing(_: int) -> Sequence[Row]:
    return ()


class BesideBox(RowsView):
    """A pane beside the answer box: what is typed while it has the keys goes into the box.

    An input method sends several characters at once: those that come here after the first are handed on
    with it, and so is Enter behind them."""

    def __init__(self, box: AnswerBox, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._box = box

    def on_key(self, event: events.Key) -> None:
        """Hand on what is no key of the pane."""
        gone = self.screen.focused is not self
        typed = event.is_printable and event.character != " " and not self.numbered(event.character or "")
        if gone or typed or event.key == "backspace":
            self._hand_on(event, events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is an answer too."""
        self._hand_on(event, events.Paste(event.text))

    def _hand_on(self, event: events.Event, again: events.Event) -> None:
        event.stop()
        event.prevent_default()
        self.screen.set_focus(self._box.field)
        self._box.field.post_message(again)


class Choices(BesideBox):
    """The choices; Space switches one on or off."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "switch", show=False)]

    def action_switch(self) -> None:
        """Switch the choice one stands on."""
        if self.here:
            self.post_message(ChoiceToggled(int(self.here)))


@dataclass(frozen=True)
class Talk:
    """What the conversation shows now."""

    pasts: tuple[Past, ...] = ()
    question: Build = field(default=_nothing)
    choices: Build = field(default=_nothing)


class Conversation(Vertical):
    """Shares its height so that the box stays in the upper part, where an input method has room below it."""

    DEFAULT_CSS = """
    Conversation {
        & > #history { height: 0; scrollbar-size-vertical: 0; }
        & > #question { height: 1; }
        & > #choices { height: 0; }
    }
    """

    def __init__(self, entered: Entered, typed: Callable[[], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.box = AnswerBox(entered, typed, id="box")
        self.history = BesideBox(self.box, id="history")
        self.question = RowsView(id="question")
        self.question.can_focus = False
        self.choices = Choices(self.box, id="choices")
        self._talk = Talk()

    def compose(self) -> ComposeResult:
        """From the oldest to the newest."""
        yield self.history
        yield self.question
        yield self.box
        yield self.choices

    def show(self, talk: Talk) -> None:
        """Show the conversation as it stands, its end in sight."""
        self._talk = talk
        self.fit()
        pasts = talk.pasts
        self.history.show(lambda room: past_rows(pasts, room))
        self.history.to_end()
        self.question.show(talk.question)
        self.question.scroll_home(animate=False)
        self.choices.show(talk.choices, "")
        self.call_after_refresh(self._show_from_question)

    def show_choices(self, choices: Build) -> None:
        """Show the choices with other marks."""
        self.choices.show(choices)

    def fit(self) -> None:
        """Share the height: the question and the box first, then choices, then the past."""
        room = self.scrollable_content_region
        if not room.width:
            return
        box = self.box.lines()
        past = past_rows(self._talk.pasts, self.history.room_in(room.width))
        *heights, seen = share(
            room.height - box - FRAME - SAID,
            len(self._talk.question(self.question.room_in(room.width))),
            len(self._talk.choices(self.choices.room_in(room.width))),
            len(past),
        )
        heights.append(whole(past, seen))
        for widget, height in zip((self.question, self.choices, self.history), heights, strict=True):
            _set_height(widget, height)
        _set_height(self.box.frame, box + FRAME)
        _set_height(self.box, box + FRAME + SAID)

    def on_box_left(self, event: BoxLeft) -> None:
        """Up to the past answers, down to the choices."""
        event.stop()
        pane: RowsView = self.history if event.step < 0 else self.choices
        if pane.keys and pane.display:
            pane.stand(pane.keys[-1] if event.step < 0 else pane.keys[0])
            pane.focus()
            if event.page and event.step > 0:
                pane.action_page(event.step)

    def on_resize(self) -> None:
        """Share anew; the question and the end of the past are in sight once their lines are broken anew."""
        self.fit()
        self.call_after_refresh(self._show_from_question)

    def _show_from_question(self) -> None:
        self.question.scroll_home(animate=False)
        if not self.history.has_focus:
            self.history.to_end()


def whole(rows: Sequence[Row], height: int) -> int:
    """How many of the last ``height`` lines begin with the first line of a question; all where none does."""
    start = len(rows) - height
    while 0 < start < len(rows) and rows[start].key and rows[start - 1].key == rows[start].key:
        start += 1
    return len(rows) - start if start < len(rows) - 1 else height


def share(room: int, question: int, choices: int, past: int) -> tuple[int, int, int]:
    """Lines for the question, the choices and the past, out of ``room``; wishes in the same order."""
    least_past = min(past, 2, max(room - question, 0))
    least_choices = min(choices, 3)
    question = max(min(question, room - least_past - least_choices), min(question, 2))
    room -= question
    choices = max(min(choices, room - least_past), 0)
    past = max(min(past, room - choices, max((room + question) * 2 // 5, least_past)), 0)
    return question, choices, past


def _set_height(widget: Widget, height: int) -> None:
    styles = widget.styles
    if styles.height is None or styles.height.value != height:
        styles.height = height
        widget.display = height > 0
